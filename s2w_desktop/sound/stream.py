"""A recording on its way to the device, at a volume that may change on the way."""

from array import array
from collections.abc import Generator
from typing import Protocol

from s2w_desktop.sound.recordings import SAMPLE_BYTES, Recording

TAIL_SECONDS = 0.25
"""Silence after the last word: who closes the device when the stream is over must not cut that word off."""


class Stream:
    """Gives the frames of a recording. `percent` (0 to 100) is what the next frames are weakened to."""

    def __init__(self, recording: Recording, percent: int) -> None:
        self.percent = percent
        self.channels, self.rate = recording.channels, recording.rate
        tail = bytes(round(TAIL_SECONDS * recording.rate) * recording.channels * SAMPLE_BYTES)
        self._samples = recording.samples + array("h", tail)
        self._at = 0

    @property
    def is_over(self) -> bool:
        """Whether everything was given. It becomes so on the thread of the device."""
        return self._at >= len(self._samples)

    def take(self, frames: int) -> bytes:
        """The next frames, fewer at the end and none after it."""
        part = self._samples[self._at : self._at + frames * self.channels]
        self._at += len(part)
        percent = self.percent
        return array("h", (sample * percent // 100 for sample in part)).tobytes()

    def frames(self) -> Generator[bytes, int, None]:
        """Gives what `take` gives, to whoever sends how many frames they want. The first value is empty."""
        wanted = yield b""
        while not self.is_over:
            wanted = yield self.take(wanted)


class SoundOutput(Protocol):
    """Where sound goes: the device of this machine, or what listens in its place."""

    def start(self, stream: Stream) -> None:
        """Play a stream from now on, in place of what played before. Raises NoSoundDevice."""

    def stop(self) -> None:
        """Be silent at once; nothing happens where nothing plays."""
