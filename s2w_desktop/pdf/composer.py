"""Texts of a paper in its languages: pairs beside or above each other, each tagged with its language."""

from collections import defaultdict
from collections.abc import Sequence
from enum import Enum
from typing import Final

from s2w_desktop.domain.errors import MissingGlyphs
from s2w_desktop.pdf.content import Link, Standing, Texts
from s2w_desktop.pdf.geometry import Grid, Span, grid_for
from s2w_desktop.pdf.layout import Block, Cell, Column, Gap
from s2w_desktop.pdf.order import PaperOrder
from s2w_desktop.pdf.paper_texts import PaperTexts
from s2w_desktop.pdf.paragraph import Align, ShapedParagraph
from s2w_desktop.pdf.scripts import script_of
from s2w_desktop.pdf.styles import Role, Spacing
from s2w_desktop.pdf.tagging import Node, StructureTree

_ABSENT: Final = "—"
_BETWEEN_HALVES: Final = 12.0
_BETWEEN_LANGUAGES: Final = 3.0  # where one stands above the other


class PaperBlock(Enum):
    """Blocks of a paper by the names that an error may give."""

    HEAD = "head"
    STRENGTHS = "strengths"
    LANGUAGES = "languages"
    TIME_LINE = "time_line"
    SKILLS = "skills"
    DOCUMENTS = "documents"
    GOALS = "goals"
    STEPS = "steps"
    AGREEMENT = "agreement"
    ABOUT = "about"
    FURNITURE = "furniture"


class Composer:
    """Makes the texts of one paper and remembers which letters no font has.

    `not_translated` stands where a text has no words in a language. Composers of the same paper share
    its `texts`.
    """

    def __init__(
        self,
        order: PaperOrder,
        texts: PaperTexts,
        *,
        tree: StructureTree,
        spacing: Spacing,
        not_translated: Texts,
    ) -> None:
        self.order = order
        self.tree = tree
        self.scale = order.size.scale
        self.spacing = spacing.scaled(self.scale)
        self.grid: Grid = grid_for(order)
        self.block = PaperBlock.HEAD
        self._texts = texts
        self._not_translated = not_translated
        self._missing: defaultdict[PaperBlock, set[str]] = defaultdict(set)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the paper, the reader's first."""
        return self.order.languages

    @property
    def reader(self) -> str:
        """The first language: that of alt texts and of the document."""
        return self.languages[0]

    @property
    def line_gap(self) -> float:
        """White below an entry of one line; more where two languages have to be told from two entries."""
        return self.spacing.line + (_BETWEEN_LANGUAGES * self.scale if self.order.is_stacked else 0.0)

    def say(self, texts: Texts) -> str:
        """The text in the reader's language; empty if it is absent."""
        return texts.get(self.reader, "")

    def text(
        self,
        language: str,
        role: Role,
        untrusted_text: str,
        *,
        node: Node | None = None,
        align: Align = Align.START,
        links: Sequence[Link] = (),
        is_standing: bool = False,
    ) -> ShapedParagraph:
        """A paragraph; without a node it is furniture or part of a figure. One that `is_standing` has the program's own words."""
        paragraph = ShapedParagraph(
            untrusted_text,
            texts=self._texts,
            language=language,
            role=role,
            node=node,
            align=align,
            scale=self.scale,
            is_standing=is_standing,
        )
        paragraph.lead_out(links)
        self._missing[self.block] |= paragraph.missing
        return paragraph

    def in_language(
        self,
        parent: Node,
        language: str,
        role: Role,
        texts: Texts,
        *,
        tag: str = "P",
        align: Align = Align.START,
        links: Sequence[Link] = (),
    ) -> ShapedParagraph:
        """The text in one language below `parent`; an em dash and "not translated" if it has none."""
        words, is_standing = texts.get(language, ""), isinstance(texts, Standing)
        if not words.strip():
            role, tag, is_standing = Role.ABSENT, "P", True
            words = f"{_ABSENT} {self._not_translated.get(language, '')}".rstrip()
        node = parent.add(tag, language=language)
        return self.text(language, role, words, node=node, align=align, links=links, is_standing=is_standing)

    def pair(
        self, parent: Node, role: Role, texts: Texts | None, tag: str = "P", links: Sequence[Link] = ()
    ) -> list[ShapedParagraph]:
        """The text in each language of the paper; empty if it is absent in all of them."""
        if texts is None or not any(words.strip() for words in texts.values()):
            return []
        return [self.in_language(parent, language, role, texts, tag=tag, links=links) for language in self.languages]

    def sides(self, *pairs: list[ShapedParagraph], spans: tuple[Span, ...] | None = None) -> list[Cell]:
        """What each language says, part by part: a cell for each, or one cell in which they stand above each other.

        `spans` are the columns, if not the usual ones.
        """
        spans = self.grid.sides if spans is None else spans
        columns: list[list[Block]] = [[pair[place] for pair in pairs if pair] for place in range(len(self.languages))]
        if self.order.is_stacked:
            first, second = columns
            gap = [Gap(_BETWEEN_LANGUAGES * self.scale)] if first and second else []
            return [Cell(spans[0].x, spans[0].width, Column([*first, *gap, *second]))]
        return [Cell(span.x, span.width, Column(column)) for span, column in zip(spans, columns, strict=True)]

    def beside(self, pair: list[ShapedParagraph], spans: tuple[Span, ...] | None = None) -> list[Cell]:
        """One pair of short texts, such as a heading: on one line even where languages stand above each other, if it has room."""
        spans = self.grid.sides if spans is None else spans
        if not self.order.is_stacked or not self.has_room(pair, spans=spans):
            return self.sides(pair, spans=spans)
        half = _half(spans)
        near, far = Span(spans[0].x, half), Span(spans[0].x + spans[0].width - half, half)
        places = (far, near) if script_of(self.reader).is_rtl else (near, far)
        return [Cell(place.x, place.width, Column([words])) for place, words in zip(places, pair, strict=True)]

    def has_room(self, *pairs: list[ShapedParagraph], spans: tuple[Span, ...] | None = None) -> bool:
        """Whether the texts of each pair stand on one line beside each other."""
        half = _half(self.grid.sides if spans is None else spans)
        return all(pair and all(words.natural_width() <= half for words in pair) for pair in pairs)

    def check_glyphs(self) -> None:
        """Raise MissingGlyphs if a text has letters that no font has."""
        blocks = tuple(block.value for block, missing in self._missing.items() if missing)
        if blocks:
            raise MissingGlyphs(count=len(set().union(*self._missing.values())), blocks=blocks)


def _half(spans: tuple[Span, ...]) -> float:
    return (spans[0].width - _BETWEEN_HALVES) / 2
