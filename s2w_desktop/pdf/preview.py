"""Pages of a PDF as pictures: what the preview shows is what the printer gets."""

from typing import Final

import pypdfium2

from s2w_desktop.domain.page_pictures import PagePicture

_POINTS_PER_INCH: Final = 72


def page_count(pdf: bytes) -> int:
    """How many pages a PDF made by this program has."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def render_page(pdf: bytes, page: int, dpi: float) -> PagePicture:
    """Render one page, counted from 0. Raises IndexError if there is no such page."""
    with pypdfium2.PdfDocument(pdf) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        bitmap = document[page].render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=False)
        row_bytes, data = 3 * bitmap.width, bytes(bitmap.buffer)
        rows = [data[start : start + row_bytes] for start in range(0, bitmap.height * bitmap.stride, bitmap.stride)]
        return PagePicture(bitmap.width, bitmap.height, b"".join(rows))
