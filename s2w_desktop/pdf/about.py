"""What a paper is and is not: the second part of a profile with the full key to the marks, or a few closing sentences."""

from collections.abc import Iterator

from s2w_desktop.pdf.composer import Composer, PaperBlock
from s2w_desktop.pdf.content import Evidence, Explanation, Paper
from s2w_desktop.pdf.headings import PART_LEVEL, outlined, section
from s2w_desktop.pdf.layout import Piece, Row, Rule
from s2w_desktop.pdf.spine import evidence_figure, spine_cell
from s2w_desktop.pdf.styles import RULE, Role


def explanation(composer: Composer, paper: Paper, said: Explanation) -> Iterator[Piece]:
    """The paragraphs, who may have a copy from when on, and the full key to the marks."""
    composer.block = PaperBlock.ABOUT
    root = composer.tree.root
    white = composer.spacing.section / 2
    for place, texts in enumerate((*said.paragraphs, *said.facts)):
        cells = composer.sides(composer.pair(root, Role.BODY, texts))
        yield Piece(Row(cells, above=0.0, below=0.0), space=white if place else 0.0)
    yield from section(composer, paper, paper.words.marks, _key(composer, paper, said), is_whole=True)


def _key(composer: Composer, paper: Paper, said: Explanation) -> Iterator[Piece]:
    note = composer.pair(composer.tree.root, Role.BODY, said.marks_note)
    yield Piece(Row(composer.sides(note), above=0.0, below=composer.spacing.line * 2))
    items = composer.tree.root.add("L")
    marks, pairs = [], []
    for evidence in Evidence:
        item = items.add("LI")
        marks.append(evidence_figure(composer, item.add("Lbl"), evidence, paper.words.evidence[evidence]))
        pairs.append(composer.pair(item.add("LBody"), Role.BODY, paper.words.evidence_full[evidence]))
    is_short = composer.has_room(*pairs)
    place, below = (composer.beside, 0.0) if is_short else (composer.sides, composer.line_gap)
    for mark, pair in zip(marks, pairs, strict=True):
        yield Piece(Row([spine_cell(composer, mark), *place(pair)], above=0.0, below=below))


def closing(composer: Composer, paper: Paper) -> Iterator[Piece]:
    """A small closing block for sheets without parts."""
    composer.block = PaperBlock.ABOUT
    root = composer.tree.root
    if paper.about:
        title = composer.pair(root, Role.NOTICE, paper.words.about, "H2")
        sentences = [composer.pair(root, Role.NOTE, texts) for texts in paper.about]
        heading = outlined(composer, paper.words.about, PART_LEVEL)
        row = Row(composer.sides(title, *sentences), above=2.5, below=0.0, rule=Rule(0.5, RULE), heading=heading)
        yield Piece(row, space=composer.spacing.section)
