"""A copy of a bundle of our own, so that nobody changes the file between two readings. It holds ciphertext only."""

import contextlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from s2w_desktop.bundle.limits import MIB, STANDARD, Limits
from s2w_desktop.bundle.part_file import PartFile
from s2w_desktop.domain.errors import BundleTooLarge, FileUnreadable

_PIECE = MIB


@dataclass(frozen=True)
class Spooled:
    """The copy; equal `sha256` means that the same file came before."""

    path: Path
    size: int
    sha256: str


@contextlib.contextmanager
def spooled(source: Path | BinaryIO, folder: Path, *, limits: Limits = STANDARD) -> Iterator[Spooled]:
    """Copy a file or stream into the folder, and remove the copy at the end.

    Raises FileUnreadable for the source, BundleTooLarge, and the failures of a disk for the folder.
    """
    part = PartFile(folder)
    try:
        with part.writing() as writer:
            for piece in _pieces(source):
                writer.write(piece)
                if writer.size > limits.bundle:
                    raise BundleTooLarge
        yield Spooled(part.path, part.size, part.sha256)
    finally:
        part.remove()


def _pieces(source: Path | BinaryIO) -> Iterator[bytes]:
    """The source, piece by piece. Of what is opened by name only a regular file is read, whatever stood there a moment ago."""
    try:
        if not isinstance(source, Path):
            yield from iter(lambda: source.read(_PIECE), b"")
            return
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)  # a pipe would be waited for
        with os.fdopen(_opened(source, flags), "rb", buffering=0) as file:
            yield from iter(lambda: file.read(_PIECE), b"")
    except OSError as cause:
        raise FileUnreadable from cause


def _opened(source: Path, flags: int) -> int:
    number = os.open(source, flags)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise FileUnreadable
    return number
