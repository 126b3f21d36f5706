"""PNG files looked at from outside: what their chunks claim, before anything is decoded (https://www.w3.org/TR/png-3/)."""

import struct
import zlib
from collections.abc import Iterator

from s2w_desktop.domain.template_errors import (
    UnfitLogo,
)

MOST_BYTES = 200_000
MOST_SIDE = 1000
_MAGIC = b"\x89PNG\r\n\x1a\n"
_HEAD, _END = b"IHDR", b"IEND"
_KEPT = frozenset({_HEAD, b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"pHYs", b"IDAT", _END})
"""Pixels, palette, transparency and how to show them. Texts, colour profiles and animations stay out: they are compressed
parts of unknown size, or tell where a picture was made."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}  # by colour type


def check_logo(untrusted: bytes) -> bytes:
    """The same bytes, when they are a PNG of allowed size that holds pixels alone. Raises UnfitLogo."""
    if len(untrusted) > MOST_BYTES or not {name for name, _ in _sound_chunks(untrusted)} <= _KEPT:
        raise UnfitLogo
    return untrusted


def plain_logo(untrusted: bytes) -> bytes:
    """A PNG without what a logo does not need; pixels stay as they are. Raises UnfitLogo."""
    kept = [whole for name, whole in _sound_chunks(untrusted) if name in _KEPT]
    return check_logo(_MAGIC + b"".join(kept))


def _sound_chunks(untrusted: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and whole bytes of every chunk, checked as far as their frames tell. Raises UnfitLogo."""
    if not untrusted.startswith(_MAGIC):
        raise UnfitLogo
    place, first, name = len(_MAGIC), True, b""
    while place < len(untrusted):
        if name == _END or len(untrusted) < place + 12:
            raise UnfitLogo
        size = int.from_bytes(untrusted[place : place + 4], "big")
        name = untrusted[place + 4 : place + 8]
        whole = untrusted[place : place + 12 + size]
        if len(whole) != 12 + size or zlib.crc32(whole[4:-4]) != int.from_bytes(whole[-4:], "big"):
            raise UnfitLogo
        if first != (name == _HEAD):
            raise UnfitLogo
        if first:
            _check_head(whole[8:-4])
        first = False
        place += len(whole)
        yield name, whole
    if name != _END:
        raise UnfitLogo


def _check_head(content: bytes) -> None:
    if len(content) != 13:
        raise UnfitLogo
    width, height, depth, colours, packing, filtering, interlace = struct.unpack(">IIBBBBB", content)
    fits = 0 < width <= MOST_SIDE and 0 < height <= MOST_SIDE and depth in _DEPTHS.get(colours, ())
    if not fits or packing or filtering or interlace > 1:
        raise UnfitLogo
