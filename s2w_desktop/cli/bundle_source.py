"""Where a bundle is read from, and how the reading is watched."""

import io
from pathlib import Path
from typing import BinaryIO, cast

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.interrupts import Interrupts
from s2w_desktop.domain.progress import Progress


def bundle_source(call: Call, named: str) -> Path | BinaryIO:
    """A file, or standard input for `-`."""
    if named != "-":
        return Path(named)
    return cast("BinaryIO", _InterruptibleInput(call.surroundings.stdin, call.interrupts))  # it reads, and nothing else is asked


def watching(call: Call) -> Progress:
    """Shows how far the reading is, and takes up an interrupt: then it raises Cancelled."""

    def watch(done: int, total: int) -> None:
        call.interrupts.check()
        call.console.progress(done, total)

    return watch


class _InterruptibleInput(io.RawIOBase):
    """A stream that somebody may never finish writing to: Ctrl-C ends the waiting at once, although work puts it off."""

    def __init__(self, stream: BinaryIO, interrupts: Interrupts) -> None:
        super().__init__()
        self._stream = stream
        self._interrupts = interrupts

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        with self._interrupts.waiting():
            return self._stream.read(size)
