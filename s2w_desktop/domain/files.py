"""Copies of documents: which kinds there are, how they are recognised, how an answer refers to one.

An answer holds the reference alone; the bytes lie in the store beside it, named by their SHA-256. The plain form of a
reference begins with `file` and is told by its keys, so that references are found in revisions of any questionnaire.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from s2w_desktop.domain.canonical import Plain

MOST_FILE_BYTES = 5_000_000
"""5 MB (profile-model 6.19): as it is chosen, and as it is kept."""
MOST_FILE_PAGES = 20
FILE_KEYS = frozenset({"file", "kind", "size", "pages"})
FILE_MARK = '"file":"'
"""Stands in the canonical text of everything that holds a reference, so that most texts need not be parsed."""

_BEGINNINGS = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpeg", b"\x89PNG\r\n\x1a\n": "png"}


class FileKind(StrEnum):
    """What a copy is."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


@dataclass(frozen=True)
class FileRef:
    """A copy that is kept: SHA-256 in hex of its bytes, their number, and how many pages it has (a picture has one)."""

    sha256: str
    kind: FileKind
    size_bytes: int
    pages: int

    def plain(self) -> Plain:
        """The form in which store and bundle keep it."""
        return {"file": self.sha256, "kind": self.kind.value, "size": self.size_bytes, "pages": self.pages}


@dataclass(frozen=True)
class Blob:
    """The bytes of a copy with their kind, under the SHA-256 in hex by which answers name them."""

    sha256: str
    kind: FileKind
    content: bytes

    def __repr__(self) -> str:
        return f"Blob({self.kind.value}, {len(self.content)} bytes)"


def kind_of(untrusted: bytes) -> FileKind | None:
    """The kind that the first bytes tell, whatever the name says; None for anything that is not kept."""
    return next((FileKind(kind) for start, kind in _BEGINNINGS.items() if untrusted.startswith(start)), None)


def files_in(changes: Mapping[str, Plain]) -> Iterator[str]:
    """The SHA-256 of every copy that the changes of a revision refer to."""
    return (sha256 for _field, sha256 in named_files(changes))


def named_files(changes: Mapping[str, Plain]) -> Iterator[tuple[str, str]]:
    """The field (`section.field`, whatever the entry) and the SHA-256 of every copy that the changes refer to."""
    for path, plain in changes.items():
        if isinstance(plain, dict) and plain.keys() == FILE_KEYS and isinstance(plain["file"], str):
            yield f"{path.partition('.')[0]}.{path.rpartition('.')[2]}", plain["file"]
