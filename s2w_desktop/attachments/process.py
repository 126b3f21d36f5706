"""Opening a file that a person brought in a process of its own: a hostile one can at worst end that process."""

import hashlib
import json
import struct
from collections.abc import Callable
from typing import Final

from s2w_desktop.attachments.cleaner_flag import CLEANER_FLAG
from s2w_desktop.attachments.values import CLEAN, SHOW, UNPACK, Attachment, Sign
from s2w_desktop.confined.child import Child, ChildEnded, asked, command
from s2w_desktop.domain import errors
from s2w_desktop.domain.files import MOST_FILE_BYTES, MOST_FILE_PAGES, FileKind, kind_of
from s2w_desktop.domain.page_pictures import PagePicture

_SECONDS: Final = 120.0
_PAIR: Final = struct.Struct(">II")
_FAILURES: Final[dict[str, type[errors.S2wError]]] = {
    failure.code: failure
    for failure in (
        errors.CopyTooLarge,
        errors.NotACopy,
        errors.CopyDamaged,
        errors.PictureTooBig,
        errors.CopyProtected,
        errors.CopyTooHeavy,
        errors.CopyMissing,
    )
}


def nobody_cancels() -> bool:
    """For callers who have nobody to ask."""
    return False


def nobody_looks(_done: int, _total: int) -> None:
    """For callers who have nobody to tell."""


def clean(
    untrusted: bytes,
    *,
    progress: Callable[[int, int], None] = nobody_looks,
    is_cancelled: Callable[[], bool] = nobody_cancels,
) -> Attachment:
    """What a file becomes before it is kept: made anew from what can be seen of it; equal bytes give equal bytes.

    `progress` is told of pages done and of all; `is_cancelled` is asked by another thread. Raises CopyTooLarge, NotACopy,
    CopyDamaged, TooManyPages, PictureTooBig, CopyProtected, CopyTooHeavy, or Cancelled.
    """
    if len(untrusted) > MOST_FILE_BYTES:
        raise errors.CopyTooLarge
    request = json.dumps({"job": CLEAN}).encode("ascii") + b"\n" + untrusted
    with asked(_command(), request, seconds=_SECONDS, is_cancelled=is_cancelled) as child:
        while True:
            sign, payload = _next(child)
            if sign is Sign.CLEANED:
                return _attachment(payload)
            progress(*_pair(payload))


def show(content: bytes, page: int, longest: int, *, is_cancelled: Callable[[], bool] = nobody_cancels) -> PagePicture:
    """A page, counted from 0, of a copy that is kept: at most `longest` points long. Raises as `clean`.

    A copy may have come from elsewhere, so it is opened as carefully as one that a person brings.
    """
    request = json.dumps({"job": SHOW, "page": page, "longest": longest}).encode("ascii") + b"\n" + content
    with asked(_command(), request, seconds=_SECONDS, is_cancelled=is_cancelled) as child:
        sign, payload = _next(child)
        if sign is not Sign.SHOWN:
            raise errors.CopyDamaged
        wide, high = _pair(payload)
        rgb = payload[_PAIR.size :]
        if not wide or not high or len(rgb) != 3 * wide * high:
            raise errors.CopyDamaged
        return PagePicture(wide, high, rgb)


def unpack(untrusted_pdf: bytes, name: str) -> bytes:
    """The untrusted bytes of the file that a PDF carries under a name. Raises CopyMissing when there is none, and as `clean`."""
    if len(untrusted_pdf) > MOST_FILE_BYTES:
        raise errors.CopyTooLarge
    request = json.dumps({"job": UNPACK, "name": name}).encode("ascii") + b"\n" + untrusted_pdf
    with asked(_command(), request, seconds=_SECONDS, is_cancelled=nobody_cancels) as child:
        sign, payload = _next(child)
        if sign is not Sign.UNPACKED:
            raise errors.CopyDamaged
        return payload


def _pair(payload: bytes) -> tuple[int, int]:
    if len(payload) < _PAIR.size:
        raise errors.CopyDamaged
    first, second = _PAIR.unpack_from(payload)
    return first, second


def _attachment(payload: bytes) -> Attachment:
    """The copy, held against what the process says of it: it opened something hostile and is believed nothing."""
    head, _, content = payload.partition(b"\n")
    try:
        said = json.loads(head)
        kind, pages = FileKind(said["kind"]), int(said["pages"])
    except (ValueError, TypeError, KeyError) as cause:
        raise errors.CopyDamaged from cause
    if kind_of(content) is not kind or not 1 <= pages <= MOST_FILE_PAGES or len(content) > MOST_FILE_BYTES:
        raise errors.CopyDamaged
    return Attachment(kind, hashlib.sha256(content).hexdigest(), len(content), pages, content)


def _next(child: Child) -> tuple[Sign, bytes]:
    try:
        letter, payload = child.next()
        sign = Sign(letter)
    except ChildEnded as cause:
        raise (errors.CopyTooHeavy() if cause.at_limit else errors.CopyDamaged()) from cause
    except ValueError as cause:
        raise errors.CopyDamaged from cause
    if sign is Sign.FAILED:
        raise _failure(payload.decode("ascii", "replace"))
    return sign, payload


def _failure(code: str) -> errors.S2wError:
    if code == errors.TooManyPages.code:
        return errors.TooManyPages(MOST_FILE_PAGES)
    return _FAILURES.get(code, errors.CopyDamaged)()


def _command() -> list[str]:
    return command("s2w_desktop.attachments.process_main", CLEANER_FLAG)
