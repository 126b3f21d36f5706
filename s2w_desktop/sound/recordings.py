"""Recorded questions: WAV files in a folder of this machine, found by language and question, and checked before they are used."""

import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

from s2w_desktop.domain.errors import RecordingDamaged

MOST_BYTES = 10_000_000
MOST_SECONDS = 60
RATES = range(8_000, 48_001)
SAMPLE_BYTES = 2


@dataclass(frozen=True)
class Prompt:
    """A question as it is said in one language. `language` is a code of the interface, as in `pt-BR`."""

    language: str
    section: str
    field: str


@dataclass(frozen=True)
class Recording:
    """Sound as it goes to the device: signed 16 bit, the channels of a frame beside each other; `rate` in frames per second."""

    channels: int
    rate: int
    samples: "array[int]"


class Recordings:
    """The recordings of a folder: `<folder>/<language>/<section>.<field>.wav`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has(self, prompt: Prompt) -> bool:
        """Whether there is a recording. Its content is looked at by `read` alone."""
        return self._path(prompt).is_file()

    def read(self, prompt: Prompt) -> Recording:
        """The sound of a question. Raises RecordingDamaged for a file that is gone, broken, too long or of another kind."""
        path = self._path(prompt)
        try:
            if path.stat().st_size > MOST_BYTES:
                raise RecordingDamaged
            with path.open("rb") as untrusted_file, wave.open(untrusted_file) as untrusted_sound:
                return _checked(untrusted_sound)
        except (OSError, EOFError, wave.Error, RuntimeError) as cause:  # the last: a chunk longer than what holds it
            raise RecordingDamaged from cause

    def _path(self, prompt: Prompt) -> Path:
        return self._folder / prompt.language / f"{prompt.section}.{prompt.field}.wav"


def _checked(untrusted_sound: wave.Wave_read) -> Recording:
    """What a WAV file holds, within the limits; they are checked on its head, before a sample is read."""
    told = untrusted_sound.getparams()
    is_ours = told.sampwidth == SAMPLE_BYTES and told.nchannels in (1, 2) and told.framerate in RATES
    if not is_ours or not 0 < told.nframes <= told.framerate * MOST_SECONDS:
        raise RecordingDamaged
    untrusted_bytes = untrusted_sound.readframes(told.nframes)
    if len(untrusted_bytes) != told.nframes * told.nchannels * SAMPLE_BYTES:
        raise RecordingDamaged  # cut off
    samples = array("h", untrusted_bytes)
    if sys.byteorder == "big":
        samples.byteswap()  # the file has the low byte first
    return Recording(told.nchannels, told.framerate, samples)
