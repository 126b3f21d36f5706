"""Texts of a sheet in its languages: beside each other or one after the other, each tagged with its language."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.units import mm

from s2w_desktop.domain.errors import MissingGlyphs
from s2w_desktop.pdf.content import Texts
from s2w_desktop.pdf.geometry import WIDTH, Span
from s2w_desktop.pdf.layout import Block, Cell, Column, Gap
from s2w_desktop.pdf.paper_texts import PaperTexts
from s2w_desktop.pdf.paragraph import Align, ShapedParagraph
from s2w_desktop.pdf.scripts import NEUTRAL, script_of
from s2w_desktop.pdf.sheet import Item, Passage, Sheet, SheetBlock, SheetSize, SheetWords, Tick
from s2w_desktop.pdf.styles import Role
from s2w_desktop.pdf.tagging import Node

SCALES: Final = {SheetSize.NORMAL: 1.0, SheetSize.NEXT_STEPS: 12 / 9, SheetSize.LARGE: 1.6}
_MEASURE: Final = 128 * mm
_MARGIN: Final = 26 * mm
_SPINE: Final = 30 * mm
_GUTTER: Final = 8 * mm
_BETWEEN_LANGUAGES: Final = 3.0
_ABSENT: Final = "—"
_BLOCK: Final = "sheet"


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """Where texts stand: a span for each language, one for all of them where they are stacked; `spine` for years and boxes.

    `block` is for what all languages share: tables, telephone numbers, lines to sign on.
    """

    sides: tuple[Span, ...]
    spine: Span
    block: Span
    width: float


def sheet_grid(size: SheetSize, languages: Sequence[str], width: float, *, has_spine: bool) -> SheetGrid:
    """The grid of one language or two at a width. What a right-to-left reader reads first stands at the right."""
    is_wide = size is not SheetSize.NORMAL or width < WIDTH
    if len(languages) > 1 and size is not SheetSize.LARGE:
        between = _SPINE if has_spine else _GUTTER
        side = (width - between) / 2
        sides: tuple[Span, ...] = (Span(0, side), Span(side + between, side))
        spine, block = Span(side, between), Span(0, width)
    else:
        start = _MARGIN if has_spine else 0.0
        sides = (Span(start, width - start if is_wide else min(_MEASURE, width - start)),)
        spine, block = Span(0, start), Span(start, width - start)
    grid = SheetGrid(sides, spine, block, width)
    return _mirrored(grid) if script_of(languages[0]).is_rtl else grid


def has_labels(sheet: Sheet) -> bool:
    """Whether anything of a sheet stands in its margin: years, dates, boxes, drawings."""
    blocks = [block for section in sheet.sections for block in section.blocks]
    return any(_has_label(block) for block in blocks)


def _has_label(block: SheetBlock) -> bool:
    match block:
        case Item(label=label):
            return bool(label)
        case Passage(drawing=drawing):
            return drawing is not None
        case _:
            return isinstance(block, Tick)


def _mirrored(grid: SheetGrid) -> SheetGrid:
    def turned(span: Span) -> Span:
        return Span(grid.width - span.x - span.width, span.width)

    return SheetGrid(tuple(turned(span) for span in grid.sides), turned(grid.spine), turned(grid.block), grid.width)


class SheetComposer:
    """Makes the texts of one sheet, or of a section that speaks fewer languages, and remembers which letters no font has."""

    def __init__(self, sheet: Sheet, texts: PaperTexts, white: float = 1.0) -> None:
        """`white` is the share of the usual white space that is left between texts."""
        self.sheet = sheet
        self._white = white
        self.languages: tuple[str, ...] = sheet.languages
        self.scale = SCALES[sheet.size]
        self.grid = sheet_grid(sheet.size, sheet.languages, WIDTH, has_spine=has_labels(sheet))
        self._texts = texts
        self._missing: set[str] = set()

    def within(self, languages: Sequence[str], width: float, *, has_spine: bool) -> "SheetComposer":
        """A composer of the same sheet for some of its languages, at another width."""
        inner = copy.copy(self)  # it notes the letters without a glyph in the same place
        inner.languages = tuple(languages)
        inner.grid = sheet_grid(self.sheet.size, languages, width, has_spine=has_spine)
        return inner

    @property
    def words(self) -> SheetWords:
        """The sheet's own words."""
        return self.sheet.words

    @property
    def reader(self) -> str:
        """The first language."""
        return self.languages[0]

    @property
    def is_rtl(self) -> bool:
        """Whether the reader begins at the right."""
        return script_of(self.reader).is_rtl

    @property
    def start(self) -> Align:
        """The side at which the reader begins, for texts of all languages that share one place."""
        return Align.RIGHT if self.is_rtl else Align.LEFT

    def points(self, points: float) -> float:
        """White space, which grows with the letters."""
        return points * self.scale * self._white

    def say(self, texts: Texts) -> str:
        """The text in the reader's language; empty if it is absent."""
        return texts.get(self.reader, "")

    def text(
        self, language: str, role: Role, untrusted_text: str, *, node: Node | None = None, align: Align = Align.START
    ) -> ShapedParagraph:
        """A paragraph; without a node it is furniture or part of a figure. The line in the head of a page never grows."""
        scale = 1.0 if role is Role.NOTICE else self.scale
        paragraph = ShapedParagraph(
            untrusted_text, texts=self._texts, language=language, role=role, node=node, align=align, scale=scale
        )
        self._missing |= paragraph.missing
        return paragraph

    def neutral(self, parent: Node, role: Role, value: str, align: Align) -> ShapedParagraph:
        """What needs no language."""
        return self.text(NEUTRAL, role, value, node=parent.add("P"), align=align)

    def pair(
        self, parent: Node, role: Role, texts: Texts | None, tag: str = "P", align: Align = Align.START
    ) -> list[ShapedParagraph]:
        """The text in each language; empty if it is absent in all of them."""
        if texts is None or not any(texts.get(language, "").strip() for language in self.languages):
            return []
        return [self._in_language(parent, language, role, texts, tag, align) for language in self.languages]

    def _in_language(self, parent: Node, language: str, role: Role, texts: Texts, tag: str, align: Align) -> ShapedParagraph:
        words = texts.get(language, "")
        if not words.strip():
            role, tag = Role.ABSENT, "P"
            words = f"{_ABSENT} {self.words.not_translated.get(language, '')}".rstrip()
        return self.text(language, role, words, node=parent.add(tag, language=language), align=align)

    def sides(self, *pairs: Sequence[Block]) -> list[Cell]:
        """One cell for each language with its part of every pair; one for all of them where they stand below each other."""
        columns = [[pair[place] for pair in pairs if pair] for place in range(len(self.languages))]
        if len(self.grid.sides) == len(columns):
            return [Cell(*span, Column(blocks)) for span, blocks in zip(self.grid.sides, columns, strict=True)]
        gap = Gap(_BETWEEN_LANGUAGES)
        blocks = [block for place, column in enumerate(columns) for block in ([gap] if place and column else []) + list(column)]
        return [Cell(*self.grid.sides[0], Column(blocks))]

    def check_glyphs(self) -> None:
        """Raise MissingGlyphs if a text has letters that no font has."""
        if self._missing:
            raise MissingGlyphs(count=len(self._missing), blocks=(_BLOCK,))
