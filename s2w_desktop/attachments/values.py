"""What is asked of the process that opens copies, what it answers, and within which limits."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from s2w_desktop.domain.files import FileKind, FileRef

CLEAN: Final = "clean"
SHOW: Final = "show"
UNPACK: Final = "unpack"
MOST_PIXELS: Final = 50_000_000
"""A picture is refused by the numbers in its head before a point of it is decoded."""
LONGEST_SIDE: Final = 3508
"""Points of a page of A4 at 300 dpi: finer than print, and enough to read the smallest of it."""
MOST_SCREEN_SIDE: Final = 2048
"""Points of the longer side of a page that is shown; its pixels fit into one frame."""


@dataclass(frozen=True)
class Attachment:
    """A copy as it is kept: made anew from what could be seen, so that nothing that could not be seen is in it."""

    kind: FileKind
    sha256: str
    size_bytes: int
    pages: int
    content: bytes

    @property
    def ref(self) -> FileRef:
        """How an answer refers to it."""
        return FileRef(self.sha256, self.kind, self.size_bytes, self.pages)

    def __repr__(self) -> str:
        return f"Attachment({self.kind.value}, {self.size_bytes} bytes)"


class Sign(Enum):
    """What a frame of the process is."""

    PROGRESS = b"P"  # pages done, pages in all
    CLEANED = b"C"
    SHOWN = b"S"
    UNPACKED = b"U"
    FAILED = b"F"
