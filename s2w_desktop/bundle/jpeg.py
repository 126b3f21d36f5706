"""JPEG files looked at from outside: what their segments claim, before anything is decoded (ITU-T T.81, annex B)."""

from typing import Final

from s2w_desktop.domain.template_errors import UnfitLogo

MAGIC: Final = b"\xff\xd8\xff"
_END: Final = b"\xff\xd9"
_SCAN: Final = 0xDA
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive frames with Huffman coding."""
_KEPT: Final = _FRAMES | {0xC4, 0xDB, 0xDD, 0xE0, _SCAN}
"""Pixels and their tables, and the head of JFIF. Comments and all other application segments stay out: they may tell who made
a picture, where, and when."""


def check_jpeg(untrusted: bytes, most_side: int) -> None:
    """Raises UnfitLogo unless it is a JPEG of allowed size that holds pixels alone, as far as its segments tell."""
    if not untrusted.startswith(MAGIC) or not untrusted.endswith(_END):
        raise UnfitLogo
    place, marker, has_frame = 2, 0, False
    while marker != _SCAN:
        if len(untrusted) < place + 4 or untrusted[place] != 0xFF:
            raise UnfitLogo
        marker, size = untrusted[place + 1], int.from_bytes(untrusted[place + 2 : place + 4], "big")
        if marker not in _KEPT or size < 2 or len(untrusted) < place + 2 + size:
            raise UnfitLogo
        if marker in _FRAMES:
            _check_frame(untrusted[place + 4 : place + 2 + size], most_side)
            has_frame = True
        place += 2 + size
    if not has_frame:
        raise UnfitLogo


def _check_frame(content: bytes, most_side: int) -> None:
    height, width = int.from_bytes(content[1:3], "big"), int.from_bytes(content[3:5], "big")
    if len(content) < 6 or not (0 < width <= most_side and 0 < height <= most_side):
        raise UnfitLogo
