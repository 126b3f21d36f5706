"""Recordings that tests make, and a device that listens instead of sounding."""

import wave
from array import array
from pathlib import Path

from s2w_desktop.sound.stream import Stream

LOUD = 20_000


def write_wav(file: Path, *, frames: int = 800, channels: int = 1, rate: int = 8_000, width: int = 2) -> Path:
    """A WAV file with a loud, even sound."""
    file.parent.mkdir(parents=True, exist_ok=True)
    sound = array("h", [LOUD] * frames * channels).tobytes() if width == 2 else bytes(frames * channels * width)
    with wave.open(str(file), "wb") as written:
        written.setnchannels(channels)
        written.setsampwidth(width)
        written.setframerate(rate)
        written.writeframes(sound)
    return file


class Listener:
    """Takes frames when it is told to, as the thread of a device does."""

    def __init__(self) -> None:
        self.stream: Stream | None = None
        self.started = 0

    def start(self, stream: Stream) -> None:
        """Begin to listen."""
        self.stream = stream
        self.started += 1

    def stop(self) -> None:
        """Hear nothing more."""
        self.stream = None

    def hear(self, frames: int) -> "array[int]":
        """The next frames."""
        assert self.stream is not None, "nothing plays"
        return array("h", self.stream.take(frames))
