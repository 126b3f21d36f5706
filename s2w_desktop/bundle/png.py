"""PNG files looked at from outside: what their chunks claim, before anything is decoded (https://www.w3.org/TR/png-3/)."""

import struct
import zlib
from collections.abc import Iterator

from s2w_desktop.domain.template_errors import (
    UnfitLogo,
)

_MAGIC = b"\x89PNG\r\n\x1a\n"
_HEAD, _END = b"IHDR", b"IEND"
_KEPT = frozenset({_HEAD, b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"pHYs", b"IDAT", _END})
"""Pixels, palette, transparency and how to show them. Texts, colour profiles and animations stay out: they are compressed
parts of unknown size, or tell where a picture was made."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}  # by colour type


def check_png(untrusted: bytes, most_side: int) -> None:
    """Raises UnfitLogo unless it is a PNG of allowed size that holds pixels alone, as far as its chunks tell."""
    if not set(_sound_chunks(untrusted, most_side)) <= _KEPT:
        raise UnfitLogo


def _sound_chunks(untrusted: bytes, most_side: int) -> Iterator[bytes]:
    """The name of every chunk, checked as far as their frames tell. Raises UnfitLogo."""
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
            _check_head(whole[8:-4], most_side)
        first = False
        place += len(whole)
        yield name
    if name != _END:
        raise UnfitLogo


def _check_head(content: bytes, most_side: int) -> None:
    if len(content) != 13:
        raise UnfitLogo
    width, height, depth, colours, packing, filtering, interlace = struct.unpack(">IIBBBBB", content)
    fits = 0 < width <= most_side and 0 < height <= most_side and depth in _DEPTHS.get(colours, ())
    if not fits or packing or filtering or interlace > 1:
        raise UnfitLogo
