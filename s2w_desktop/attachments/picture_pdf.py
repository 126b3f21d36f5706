"""A PDF that is nothing but pictures of pages: no text, link, script, form, attachment, date or name of a program.

Written by hand, because it is short and every byte of it is known; equal pictures give equal bytes (PDF 1.4, ISO 32000).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_CATALOGUE, _PAGES, _FIRST = 1, 2, 3
_OBJECTS_PER_PAGE: Final = 3


@dataclass(frozen=True)
class PictureOfPage:
    """A page as an RGB JPEG, its size in points of the picture, and the size of the paper in points of 1/72 inch."""

    jpeg: bytes
    pixels: tuple[int, int]
    points: tuple[float, float]


def picture_pdf(pages: Sequence[PictureOfPage]) -> bytes:
    """The PDF of the pages, in their order; at least one."""
    first_of = [_FIRST + _OBJECTS_PER_PAGE * number for number in range(len(pages))]
    kids = " ".join(f"{first} 0 R" for first in first_of)
    objects = [
        f"<< /Type /Catalog /Pages {_PAGES} 0 R >>".encode("ascii"),
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode("ascii"),
    ]
    for first, page in zip(first_of, pages, strict=True):
        objects += _page(first, page)
    return _file(objects)


def _page(first: int, page: PictureOfPage) -> list[bytes]:
    """The page, what is drawn on it, and the picture."""
    wide, high = (f"{side:.2f}" for side in page.points)
    drawn = f"q {wide} 0 0 {high} 0 0 cm /P Do Q".encode("ascii")
    head = (
        f"<< /Type /Page /Parent {_PAGES} 0 R /MediaBox [0 0 {wide} {high}] /Contents {first + 1} 0 R"
        f" /Resources << /XObject << /P {first + 2} 0 R >> >> >>"
    )
    picture = (
        f"/Type /XObject /Subtype /Image /Width {page.pixels[0]} /Height {page.pixels[1]}"
        " /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
    )
    return [head.encode("ascii"), _stream("", drawn), _stream(picture, page.jpeg)]


def _stream(entries: str, data: bytes) -> bytes:
    return f"<< {entries} /Length {len(data)} >>\nstream\n".encode("ascii") + data + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    pieces, size, places = [b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"], 15, []
    for number, body in enumerate(objects, start=1):
        places.append(size)
        pieces.append(b"%d 0 obj\n" % number + body + b"\nendobj\n")
        size += len(pieces[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    pieces.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table)
    pieces.append(b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, _CATALOGUE, size))
    return b"".join(pieces)
