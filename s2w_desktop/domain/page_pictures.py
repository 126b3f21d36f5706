"""A page as a picture: plain pixels, so that any layer can hand one on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page, opaque on white: rows from above, three bytes (red, green, blue) per pixel, no padding between rows."""

    width: int
    height: int
    rgb: bytes
