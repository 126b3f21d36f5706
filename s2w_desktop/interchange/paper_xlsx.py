"""A paper of a person as a spreadsheet: one sheet, each text in a cell of its own, in the direction of its language.

What stands in the margin of the paper (years, a rank, a box, a label) is in the first column. Pictures are left out. No cell is
ever a formula or a link, and the file names nobody; equal papers give equal bytes.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from typing import Final

from s2w_desktop.interchange.word_blocks import (
    Card,
    Contact,
    Heading,
    ListEntry,
    Look,
    Paragraph,
    Picture,
    SignatureLine,
    TickLine,
    WordBlock,
    WordDocument,
    WordTable,
)
from s2w_desktop.interchange.word_runs import is_rtl
from s2w_desktop.interchange.xlsx_book import Book, Page, Told
from s2w_desktop.interchange.xlsx_book import Look as CellLook

_MADE: Final = datetime(1980, 1, 1)  # noqa: DTZ001  # when a paper was made is told by the paper
_MARGIN, _TEXT, _OTHERS = 24, 90, 30
"""Widths of columns in letters."""
_LINE: Final = "____________________"
_LOOKS: Final = {Look.NAME: CellLook.HEADING, Look.NOTE: CellLook.NOTE}


def paper_xlsx(paper: WordDocument) -> bytes:
    """The paper as .xlsx; what XML cannot hold is left out."""
    target = BytesIO()
    notice = " · ".join(one.text for one in paper.head)
    with Book(target, title=paper.title, made=_MADE, is_rtl=is_rtl(paper.language), head=notice, threshold=0) as book:
        page = book.page(paper.title, (_MARGIN, _TEXT), _OTHERS)
        for before, block in pairwise((None, *paper.blocks)):
            if isinstance(block, Heading) and not isinstance(before, Heading):
                page.gap()  # the heading in the second language stands with that in the first
            if block is not None:
                _write(page, block)
        if paper.foot:
            page.gap()
            page.text(paper.foot, CellLook.NOTE)
    return target.getvalue()


def _write(page: Page, block: WordBlock | Card) -> None:
    match block:
        case Heading():
            said = Told(block.text, is_rtl(block.language))
            page.told((Told("", said.is_rtl), said), CellLook.HEADING if block.level else CellLook.TITLE)
        case WordTable():
            _table(page, block)
        case Card():
            page.gap()
            for inner in block.blocks:
                _write(page, inner)
        case Picture():
            return
        case _:
            for margin, paragraphs in _lines(block):
                _paragraphs(page, margin, paragraphs)


def _lines(block: Paragraph | ListEntry | TickLine | SignatureLine | Contact) -> list[tuple[str, tuple[Paragraph, ...]]]:
    """What stands in the margin, with the paragraphs beside it."""
    match block:
        case Paragraph():
            return [(block.label, (block,))]
        case ListEntry():
            return [(block.margin, block.paragraphs)]
        case TickLine():
            return [(" ".join(filter(None, (block.mark.value, block.margin))), block.paragraphs)]
        case SignatureLine():
            return [(_LINE, labels) for labels in block.labels]
        case Contact():
            return [("", block.paragraphs)]


def _paragraphs(page: Page, margin: str, paragraphs: Iterable[Paragraph]) -> None:
    """A row for each; before the first stands what is in the margin, before each its label."""
    first = margin
    for one in paragraphs:
        direction = is_rtl(one.language)
        page.told((Told(first or one.label, direction), Told(one.text, direction)), _LOOKS.get(one.look, CellLook.BODY))
        first = ""


def _table(page: Page, table: WordTable) -> None:
    """Cells as they stand; several texts of one stand below each other in it."""
    if table.head:
        page.told(tuple(map(_cell, table.head)), CellLook.HEADING)
    for row in table.rows:
        page.told(tuple(map(_cell, row)), CellLook.BODY)


def _cell(paragraphs: Sequence[Paragraph]) -> Told:
    direction = any(is_rtl(one.language) for one in paragraphs[:1])
    return Told("\n".join(": ".join(filter(None, (one.label, one.text))) for one in paragraphs), direction)
