"""A sheet as a tagged PDF."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from reportlab.lib.units import mm

from s2w_desktop.pdf.document import lay_out, write_document
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.geometry import WIDTH
from s2w_desktop.pdf.layout import Cell, Column, Piece, Row, Rule
from s2w_desktop.pdf.outline import outline_heading
from s2w_desktop.pdf.paper_texts import PaperTexts
from s2w_desktop.pdf.sheet import Section, Sheet, SheetSize
from s2w_desktop.pdf.sheet_blocks import pieces_of
from s2w_desktop.pdf.sheet_composer import SheetComposer
from s2w_desktop.pdf.sheet_furniture import SheetFurniture
from s2w_desktop.pdf.sheet_marks import Framed
from s2w_desktop.pdf.styles import RULE, Role
from s2w_desktop.pdf.tagging import Node, StructureTree

_TIGHT: Final = 0.4
_A6: Final = (148 * mm, 105 * mm)
_CARD_INSET: Final = 7 * mm
_KEPT_WITH_HEADING: Final = 27 * mm
_TITLE_RULE: Final = Rule(0.5, RULE)


def build_sheet(sheet: Sheet, fonts: FontSet, target: BinaryIO) -> None:
    """Write a sheet as a tagged PDF with all fonts embedded and a bookmark for each heading; equal sheets give equal bytes.

    Less white space is left where that brings the sheet onto one page. Nothing is cut and no type is shrunk: what does not fit
    goes on with the next page. The document's title is the sheet's title and code. Raises MissingGlyphs, before anything is
    written, if a letter would print as a box.
    """
    texts = PaperTexts(fonts)
    laid_out = _LaidOut(sheet, texts)
    if len(laid_out.pages) > 1:
        tight = _LaidOut(sheet, texts, _TIGHT)
        laid_out = tight if len(tight.pages) == 1 else laid_out
    composer = laid_out.composer
    write_document(
        laid_out.pages,
        target,
        tree=laid_out.tree,
        furniture=laid_out.furniture,
        language=composer.reader,
        title=f"{composer.say(sheet.title)} {sheet.code}".strip(),
    )


class _LaidOut:
    """A sheet on its pages, with so much of its white space."""

    def __init__(self, sheet: Sheet, texts: PaperTexts, white: float = 1.0) -> None:
        self.tree = StructureTree()
        self.composer = SheetComposer(sheet, texts, white)
        pieces = _pieces(self.composer, self.tree.root)
        self.furniture = SheetFurniture(self.composer)
        self.composer.check_glyphs()
        self.pages = lay_out(pieces, self.furniture)


def _pieces(composer: SheetComposer, root: Node) -> list[Piece]:
    sections = composer.sheet.sections
    has_head = not all(section.is_card for section in sections)
    pieces = [*_head(composer, root)] if has_head else []
    for section in sections:
        if section.is_card:
            pieces += _card(composer, root, section, level=1 if has_head else 0)
        else:
            pieces += _section(composer, root, section)
    return pieces


def _head(composer: SheetComposer, root: Node) -> Iterator[Piece]:
    sheet = composer.sheet
    lines = [composer.pair(root, Role.TITLE, sheet.title, "H1"), composer.pair(root, Role.NAME, sheet.name)]
    if any(lines):
        title = outline_heading(composer.say(sheet.title), 0)
        row = Row(composer.sides(*lines), above=0.0, below=composer.points(6.0), heading=title)
        yield Piece(row, keep=_KEPT_WITH_HEADING)


def _section(composer: SheetComposer, root: Node, section: Section) -> Iterator[Piece]:
    own = composer
    if section.languages and section.languages != composer.languages:
        own = composer.within(section.languages, WIDTH, has_spine=composer.grid.spine.width > 0)
    heading = own.pair(root, Role.PART, section.heading, "H2")
    pieces = list(pieces_of(own, root, section.blocks))
    if heading and pieces:  # an element of the tree for which nothing is painted is left out of it
        title = outline_heading(own.say(section.heading or {}), 1)
        row = Row(own.sides(heading), above=own.points(4.0), below=own.points(3.0), rule=_TITLE_RULE, heading=title)
        yield Piece(row, space=own.points(7.0), keep=_KEPT_WITH_HEADING * own.scale)
    yield from pieces


def _card(composer: SheetComposer, root: Node, section: Section, level: int) -> Iterator[Piece]:
    """A section in a frame to be cut out; its heading is that of the sheet where there are cards alone."""
    width = WIDTH if composer.sheet.size is SheetSize.LARGE else _A6[0]
    own = composer.within(section.languages or composer.languages, width - 2 * _CARD_INSET, has_spine=False)
    node = root.add("Sect")
    blocks = []
    if section.heading:
        pair = own.pair(node, Role.PART, section.heading, f"H{level + 1}")
        title = outline_heading(own.say(section.heading), level)
        blocks.append(Row(own.sides(pair), above=0.0, below=own.points(4.0), heading=title))
    inner = width - 2 * _CARD_INSET
    rows = [Row([Cell(0.0, inner, piece.block)], above=piece.space, below=0.0) for piece in pieces_of(own, node, section.blocks)]
    yield Piece(Framed(Column([*blocks, *rows]), width, _A6[1], _CARD_INSET), space=own.points(8.0))
