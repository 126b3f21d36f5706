"""PDF documents: each page is drawn, and a new document is made of the pictures. Runs in a process of its own.

So scripts, actions, links, attachments, hidden layers, hidden text and metadata cannot come along: they are not drawn.
"""

from collections.abc import Callable
from typing import Final

import pypdfium2
import pypdfium2.raw
from PIL import Image

from s2w_desktop.attachments.picture_pdf import PictureOfPage, picture_pdf
from s2w_desktop.attachments.pictures import first_that_fits, jpeg
from s2w_desktop.attachments.values import LONGEST_SIDE
from s2w_desktop.domain.errors import CopyDamaged, CopyMissing, CopyProtected, CopyTooLarge, TooManyPages
from s2w_desktop.domain.files import MOST_FILE_BYTES, MOST_FILE_PAGES

Tell = Callable[[int, int], None]
"""Told of pages done and of all there are."""

_POINTS_PER_INCH: Final = 72
_MOST_POINTS: Final = 14_400  # the largest paper of a PDF
_LADDER: Final = ((150, 80), (150, 65), (110, 60))  # dpi and JPEG quality: print of 6 points can be read in all of them


def clean_document(untrusted: bytes, tell: Tell) -> tuple[bytes, int]:
    """The document anew, and its number of pages. Equal input gives equal output.

    Raises CopyProtected, TooManyPages, CopyDamaged, CopyTooLarge.
    """
    with open_document(untrusted) as document:
        pages = len(document)
        if pages > MOST_FILE_PAGES:
            raise TooManyPages(MOST_FILE_PAGES)
        if not pages:
            raise CopyDamaged
        document.init_forms()  # what was filled in is drawn too; no script runs, there is nothing to run it
        return first_that_fits(lambda step: _drawn(document, step, tell), _LADDER), pages


def open_document(untrusted: bytes) -> pypdfium2.PdfDocument:
    """The document. Raises CopyProtected, CopyDamaged."""
    try:
        return pypdfium2.PdfDocument(untrusted)
    except pypdfium2.PdfiumError as cause:
        if cause.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise CopyProtected from cause
        raise CopyDamaged from cause


def file_inside(untrusted: bytes, name: str) -> bytes:
    """The untrusted bytes of the first file that a document carries under a name.

    Raises CopyMissing when there is none, CopyTooLarge, CopyProtected, CopyDamaged.
    """
    with open_document(untrusted) as document:
        try:
            for number in range(min(document.count_attachments(), MOST_FILE_PAGES)):
                found = document.get_attachment(number)
                if found.get_name() == name:
                    content = bytes(found.get_data())
                    break
            else:
                raise CopyMissing
        except pypdfium2.PdfiumError as cause:
            raise CopyDamaged from cause
    if len(content) > MOST_FILE_BYTES:
        raise CopyTooLarge
    return content


def draw_page(
    document: pypdfium2.PdfDocument, page: int, dpi: float, longest: int = LONGEST_SIDE
) -> tuple[Image.Image, tuple[float, float]]:
    """One page as a picture of three channels on white, no longer than a side may be, and the size of its paper in points.

    Raises CopyDamaged.
    """
    try:
        found = document[page]
        paper = found.get_size()
        most = max(paper)
        if not 0 < most <= _MOST_POINTS:
            raise CopyDamaged
        scale = min(dpi / _POINTS_PER_INCH, longest / most)
        bitmap = found.render(scale=scale, rev_byteorder=True, prefer_bgrx=False, may_draw_forms=True)
        return bitmap.to_pil().convert("RGB"), paper
    except (pypdfium2.PdfiumError, ValueError) as cause:
        raise CopyDamaged from cause


def _drawn(document: pypdfium2.PdfDocument, step: tuple[int, int], tell: Tell) -> bytes:
    """All pages at a resolution and quality; cut short as soon as it is clear that they are too large."""
    dpi, quality = step
    pages: list[PictureOfPage] = []
    for number in range(len(document)):
        tell(number, len(document))
        picture, paper = draw_page(document, number, dpi)
        pages.append(PictureOfPage(jpeg(picture, quality), picture.size, paper))
        if sum(len(page.jpeg) for page in pages) > MOST_FILE_BYTES:
            break
    return picture_pdf(pages)
