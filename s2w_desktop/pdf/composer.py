"""Texts of a paper in its languages: pairs beside each other, each tagged with its language."""

from collections import defaultdict
from enum import Enum

from s2w_desktop.domain.errors import MissingGlyphs
from s2w_desktop.pdf.content import Paper, Texts
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.geometry import Grid, grid_for
from s2w_desktop.pdf.layout import Block, Cell, Column
from s2w_desktop.pdf.paragraph import Align, ShapedParagraph
from s2w_desktop.pdf.styles import Role, Spacing
from s2w_desktop.pdf.tagging import Node, StructureTree

_ABSENT = "—"


class PaperBlock(Enum):
    """Blocks of a paper by the names that an error may give."""

    HEAD = "head"
    STRENGTHS = "strengths"
    LANGUAGES = "languages"
    TIME_LINE = "time_line"
    SKILLS = "skills"
    GOALS = "goals"
    STEPS = "steps"
    ABOUT = "about"
    FURNITURE = "furniture"


class Composer:
    """Makes the texts of one paper and remembers which letters no font has."""

    def __init__(self, paper: Paper, fonts: FontSet, *, tree: StructureTree, spacing: Spacing) -> None:
        self.paper = paper
        self.tree = tree
        self.spacing = spacing
        self.grid: Grid = grid_for(paper.languages)
        self.block = PaperBlock.HEAD
        self._fonts = fonts
        self._missing: defaultdict[PaperBlock, set[str]] = defaultdict(set)

    @property
    def reader(self) -> str:
        """The first language: that of alt texts and of the document."""
        return self.paper.languages[0]

    def say(self, texts: Texts) -> str:
        """The text in the reader's language; empty if it is absent."""
        return texts.get(self.reader, "")

    def text(
        self, language: str, role: Role, untrusted_text: str, *, node: Node | None = None, align: Align = Align.START
    ) -> ShapedParagraph:
        """A paragraph; without a node it is furniture or part of a figure."""
        paragraph = ShapedParagraph(untrusted_text, fonts=self._fonts, language=language, role=role, node=node, align=align)
        self._missing[self.block] |= paragraph.missing
        return paragraph

    def in_language(
        self, parent: Node, language: str, role: Role, texts: Texts, *, tag: str = "P", align: Align = Align.START
    ) -> ShapedParagraph:
        """The text in one language below `parent`; an em dash and "not translated" if it has none."""
        words = texts.get(language, "")
        if not words.strip():
            role, tag = Role.ABSENT, "P"
            words = f"{_ABSENT} {self.paper.words.not_translated.get(language, '')}".rstrip()
        return self.text(language, role, words, node=parent.add(tag, language=language), align=align)

    def pair(self, parent: Node, role: Role, texts: Texts | None, tag: str = "P") -> list[ShapedParagraph]:
        """The text in each language of the paper; empty if it is absent in all of them."""
        if texts is None or not any(words.strip() for words in texts.values()):
            return []
        return [self.in_language(parent, language, role, texts, tag=tag) for language in self.paper.languages]

    def sides(self, *pairs: list[ShapedParagraph]) -> list[Cell]:
        """One cell for each language, holding its part of every pair."""
        cells = []
        for place, span in enumerate(self.grid.sides):
            blocks: list[Block] = [pair[place] for pair in pairs if pair]
            cells.append(Cell(span.x, span.width, Column(blocks)))
        return cells

    def check_glyphs(self) -> None:
        """Raise MissingGlyphs if a text has letters that no font has."""
        blocks = tuple(block.value for block, missing in self._missing.items() if missing)
        if blocks:
            raise MissingGlyphs(count=len(set().union(*self._missing.values())), blocks=blocks)
