"""Bench of the paper: one profile in two languages, against bare pages of the same words in the same fonts."""

import ctypes
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bench_measure import Line, in_turn, timed
from bench_places import Places
from s2w_desktop import paths
from s2w_desktop.storage.values import ListQuery

LANGUAGES = ("en", "ar")
AIM = 2
SIZE, LEADING, MARGIN = 8, 10, 40
_LONGEST_NAME = 100  # of a font


class Word(NamedTuple):
    """Letters without a space between them, and the font that they stand in."""

    letters: str
    font: str


def paper(places: Places, times: int) -> Line:
    """The paper of a profile, Arabic beside English, against its words put one after the other on as many bare pages.

    The bare pages embed the same fonts, for the same letters; nothing on them is shaped, ordered, broken into lines or tagged.
    """
    profile = places.laptop.store.profiles.ids(ListQuery())[0]
    papers = places.laptop.papers
    pages = _words(papers.profile_paper(profile, LANGUAGES))
    for font in {word.font for page in pages for word in page}:
        pdfmetrics.registerFont(TTFont(font, paths.resources() / "fonts" / f"{font}.ttf"))
    pair = in_turn(timed(lambda: papers.profile_paper(profile, LANGUAGES)), timed(lambda: _bare(pages)), times=times)
    notes = (f"{sum(map(len, pages))} words", f"{len(pages)} pages")
    return Line("paper, two languages", *pair, aim=AIM, notes=notes)


def _words(pdf: bytes) -> list[list[Word]]:
    """The words of each page of a paper."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [list(_of_page(page.get_textpage())) for page in document]


def _of_page(page: pypdfium2.PdfTextPage) -> Iterator[Word]:
    letters = [Word(chr(pdfium.FPDFText_GetUnicode(page, at)), _font(page, at)) for at in range(page.count_chars())]
    for (font, is_space), run in groupby(letters, key=lambda letter: (letter.font, letter.letters.isspace())):
        if font and not is_space:
            yield Word("".join(letter.letters for letter in run), font)


def _font(page: pypdfium2.PdfTextPage, at: int) -> str:
    """The file that a letter's font was taken from, by name; empty for a space that pdfium itself put between two words."""
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    pdfium.FPDFText_GetFontInfo(page, at, name, _LONGEST_NAME, None)
    return name.value.decode("ascii").rpartition("+")[2]


def _bare(pages: list[list[Word]]) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for page in pages:
        x, y = float(MARGIN), A4[1] - MARGIN
        for word in page:
            width = canvas.stringWidth(f"{word.letters} ", word.font, SIZE)
            if x + width > A4[0] - MARGIN:
                x, y = float(MARGIN), y - LEADING
            canvas.setFont(word.font, SIZE)
            canvas.drawString(x, y, word.letters)
            x += width
        canvas.showPage()
    canvas.save()
    return target.getvalue()
