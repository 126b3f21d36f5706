"""A Word file as python-docx reads it back: its paragraphs in reading order, those of tables among them."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from s2w_desktop.i18n.isolation import without_isolates


@dataclass(frozen=True)
class Told:
    """A paragraph that says something: its text without isolates, its style, what it and its runs are marked with."""

    text: str
    style: str
    is_rtl: bool
    languages: frozenset[str]
    is_in_table: bool


def opened(content: bytes) -> Document:
    """The file, opened."""
    return docx.Document(BytesIO(content))


def told(content: bytes) -> list[Told]:
    """What the body of a file says."""
    return [_told(one, is_in_table=inside) for one, inside in paragraphs(opened(content)) if one.text]


def paragraphs(place: Document | _Cell, *, inside: bool = False) -> Iterator[tuple[Paragraph, bool]]:
    """Every paragraph, and whether it stands in a table."""
    for part in place.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                for cell in row.cells:
                    yield from paragraphs(cell, inside=True)
        else:
            yield part, inside


def _told(paragraph: Paragraph, *, is_in_table: bool) -> Told:
    element = paragraph._p
    languages = {mark.get(qn("w:bidi")) or "" for mark in element.iter(qn("w:lang"))}
    style = paragraph.style.name if paragraph.style else ""
    is_rtl = element.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    return Told(without_isolates(paragraph.text), style or "", is_rtl, frozenset(languages), is_in_table)
