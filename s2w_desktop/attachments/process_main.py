"""The process that opens copies: takes one request on its input, binds itself to limits, answers in frames on its output.

It opens no file and no socket: the bytes come and go through pipes. Beyond its limits it dies, and its parent says what
that means.
"""

import json
import os
import struct
import sys
from typing import Any, BinaryIO, Final

from s2w_desktop.attachments.values import CLEAN, MOST_SCREEN_SIDE, UNPACK, Sign
from s2w_desktop.confined import frames
from s2w_desktop.confined.bounds import Bounds, bind
from s2w_desktop.domain.errors import CopyDamaged, CopyTooHeavy, NotACopy, S2wError
from s2w_desktop.domain.files import FileKind, kind_of

_BOUNDS: Final = Bounds(memory=1024**3, cpu_seconds=60)
_PAIR: Final = struct.Struct(">II")
_JUNK: Final = 1024  # what may stand before a PDF begins, by common practice


def main() -> int:
    """Answer one request. The exit code is 0 whenever an answer was given, a failure too."""
    with os.fdopen(0, "rb", closefd=False) as pipe:  # not sys.stdin: a windowed program on Windows has none
        request = pipe.read()
    with os.fdopen(1, "wb", closefd=False) as output:
        try:
            _answer(request, output)
        except S2wError as failure:
            frames.send(output, Sign.FAILED.value, failure.code.encode("ascii"))
        except MemoryError:
            frames.send(output, Sign.FAILED.value, CopyTooHeavy.code.encode("ascii"))
    return 0


def _answer(request: bytes, output: BinaryIO) -> None:
    head, _, untrusted = request.partition(b"\n")
    asked: dict[str, Any] = json.loads(head)  # from our own parent
    kind, untrusted = _recognised(untrusted)
    _load(kind)
    bind(_BOUNDS)
    if asked["job"] == CLEAN:
        _clean(kind, untrusted, output)
    elif asked["job"] == UNPACK:
        _unpack(kind, untrusted, asked["name"], output)
    else:
        _show(kind, untrusted, asked["page"], asked["longest"], output)


def _recognised(untrusted: bytes) -> tuple[FileKind, bytes]:
    """The kind by what is inside, and the bytes from where it begins. Raises NotACopy."""
    kind = kind_of(untrusted)
    if kind is not None:
        return kind, untrusted
    start = untrusted[:_JUNK].find(b"%PDF-")
    if start < 0:
        raise NotACopy
    return FileKind.PDF, untrusted[start:]


def _load(kind: FileKind) -> None:
    """Libraries are mapped before memory is bounded; the picture formats that are not wanted never are."""
    if kind is FileKind.PDF:
        import s2w_desktop.attachments.documents
    import s2w_desktop.attachments.pictures  # noqa: F401  # loading it is the point


def _clean(kind: FileKind, untrusted: bytes, output: BinaryIO) -> None:
    pages = 1
    if kind is FileKind.PDF:
        from s2w_desktop.attachments.documents import clean_document

        def tell(done: int, total: int) -> None:
            frames.send(output, Sign.PROGRESS.value, _PAIR.pack(done, total))

        content, pages = clean_document(untrusted, tell)
    else:
        from s2w_desktop.attachments.pictures import clean_picture

        kind, content = clean_picture(untrusted, kind)
    made = {"kind": kind.value, "pages": pages}
    frames.send(output, Sign.CLEANED.value, json.dumps(made).encode("ascii") + b"\n" + content)


def _unpack(kind: FileKind, untrusted: bytes, name: str, output: BinaryIO) -> None:
    if kind is not FileKind.PDF:
        raise NotACopy
    from s2w_desktop.attachments.documents import file_inside

    frames.send(output, Sign.UNPACKED.value, file_inside(untrusted, name))


def _show(kind: FileKind, untrusted: bytes, page: int, longest: int, output: BinaryIO) -> None:
    """One page, counted from 0, as pixels: whoever shows them decodes nothing."""
    from s2w_desktop.attachments import pictures

    longest = min(longest, MOST_SCREEN_SIDE)
    if kind is FileKind.PDF:
        from s2w_desktop.attachments.documents import draw_page, open_document

        with open_document(untrusted) as document:
            if not 0 <= page < len(document):
                raise CopyDamaged
            picture, _paper = draw_page(document, page, dpi=300, longest=longest)
    else:
        picture = pictures.open_picture(untrusted, kind).convert("RGB")
        picture.thumbnail((longest, longest))
    frames.send(output, Sign.SHOWN.value, _PAIR.pack(*picture.size) + picture.tobytes())


if __name__ == "__main__":
    sys.exit(main())
