"""Replays recorded questions: one at a time, quietly at first, on request only (UX-32)."""

from PySide6.QtCore import QObject, QTimer, Signal

from s2w_desktop.sound.recordings import Prompt, Recordings
from s2w_desktop.sound.stream import SoundOutput, Stream

VOLUMES = (25, 50, 75, 100)
"""Steps of the volume, in per cent of the recording. Every session begins with the first."""
_LOOK_MS = 100


class Replay(QObject):
    """What plays now, for everybody who shows or stops it."""

    changed = Signal()  # something began, or ended

    def __init__(self, recordings: Recordings, output: SoundOutput, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recordings, self._output = recordings, output
        self._volume = VOLUMES[0]
        self._stream: Stream | None = None
        self._prompt: Prompt | None = None
        self._look = QTimer(self)  # the end comes on the thread of the device, where nothing of Qt may be called
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._on_look)

    @property
    def playing(self) -> Prompt | None:
        """The question that is heard now."""
        return self._prompt

    @property
    def volume(self) -> int:
        """The present volume in per cent."""
        return self._volume

    def has(self, prompt: Prompt) -> bool:
        """Whether a question was recorded."""
        return self._recordings.has(prompt)

    def toggle(self, prompt: Prompt) -> None:
        """Play a question from its beginning, or stop. Raises RecordingDamaged, NoSoundDevice; nothing plays then."""
        again = prompt == self._prompt
        self.stop()
        if again:
            return
        stream = Stream(self._recordings.read(prompt), self._volume)
        self._output.start(stream)
        self._stream, self._prompt = stream, prompt
        self._look.start()
        self.changed.emit()

    def stop(self) -> None:
        """Be silent at once."""
        self._output.stop()
        self._look.stop()
        if self._prompt is not None:
            self._stream = self._prompt = None
            self.changed.emit()

    def raise_volume(self) -> int:
        """One step louder, at once; after the loudest comes the quietest. Gives the new volume in per cent."""
        self._volume = VOLUMES[(VOLUMES.index(self._volume) + 1) % len(VOLUMES)]
        if self._stream is not None:
            self._stream.percent = self._volume
        return self._volume

    def _on_look(self) -> None:
        if self._stream is not None and self._stream.is_over:
            self.stop()
