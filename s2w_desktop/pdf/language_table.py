"""The table of languages: a row for each, a ladder for each of the five skills."""

from collections.abc import Iterator
from typing import Final

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.composer import Composer, PaperBlock
from s2w_desktop.pdf.content import KnownLanguage, LanguageSkill, Level
from s2w_desktop.pdf.geometry import LADDER_WIDTH
from s2w_desktop.pdf.ladder import LADDER_HEIGHT, draw_ladder
from s2w_desktop.pdf.layout import Block, Cell, Column, Figure, Piece, Row, Rule
from s2w_desktop.pdf.paragraph import Align
from s2w_desktop.pdf.scripts import script_of
from s2w_desktop.pdf.sections import heading
from s2w_desktop.pdf.spine import SPINE_LANGUAGE, evidence_figure
from s2w_desktop.pdf.styles import RULE, Role
from s2w_desktop.pdf.tagging import Node

_LABEL_HEIGHT: Final = 9.5  # under the ladder
_LABEL_BASELINE: Final = 1.8
_MARK_WIDTH: Final = 12.0
_NAME_GAP: Final = 6.0
_RULE: Final = Rule(0.35, RULE)


def languages(composer: Composer) -> Iterator[Piece]:
    """First languages in words, the others as ladders."""
    composer.block = PaperBlock.LANGUAGES
    rows = composer.paper.known_languages
    if rows:
        yield heading(composer, composer.paper.words.languages)
        table = composer.tree.root.add("Table")
        has_head = any(row.levels and not row.is_first for row in rows)
        if has_head:
            yield Piece(_head_row(composer, table), keep=LADDER_HEIGHT + 2 * _LABEL_HEIGHT)
        for place, row in enumerate(rows):
            yield Piece(_language_row(composer, table, row, _RULE if place or has_head else None))


def _skill_spans(composer: Composer) -> Iterator[tuple[LanguageSkill, float]]:
    """The skills and the left ends of their columns; the first skill stands where the reader begins."""
    left, is_rtl = composer.grid.ladders.x, script_of(composer.reader).is_rtl
    for place, skill in enumerate(LanguageSkill):
        column = len(LanguageSkill) - 1 - place if is_rtl else place
        yield skill, left + column * LADDER_WIDTH


def _head_row(composer: Composer, table: Node) -> Row:
    row = table.add("TR")
    row.add("TH", attributes={"Scope": "Column"})
    cells = []
    for skill, x in _skill_spans(composer):
        head = row.add("TH", attributes={"Scope": "Column"})
        names = composer.paper.words.language_skills[skill]
        labels: list[Block] = [
            composer.text(language, Role.TINY, names[language], node=head.add("P", language=language), align=Align.CENTER)
            for language in composer.paper.languages
            if names.get(language)
        ]
        cells.append(Cell(x, LADDER_WIDTH, Column(labels)))
    for _ in composer.paper.languages[1:]:
        row.add("TH", attributes={"Scope": "Column"})
    return Row(cells, above=0.0, below=1.0)


def _language_row(composer: Composer, table: Node, known: KnownLanguage, rule: Rule | None) -> Row:
    row = table.add("TR")
    cells = _name_cells(composer, row, known, 0)
    cells += _first_language(composer, row) if known.is_first else _ladders(composer, row, known)
    for place in range(1, len(composer.paper.languages)):
        cells += _name_cells(composer, row, known, place)
    white = composer.spacing.language
    return Row(cells, above=white, below=white, rule=rule, is_centred=True)


def _name_cells(composer: Composer, row: Node, known: KnownLanguage, place: int) -> list[Cell]:
    """The name in one language; beside the first, towards the ladders, the mark of a certificate."""
    header = row.add("TH", attributes={"Scope": "Row"})
    name = composer.in_language(header, composer.paper.languages[place], Role.ENTRY, known.name)
    span, ladders = composer.grid.names[place], composer.grid.ladders
    is_left = span.x < ladders.x
    width = span.width - _MARK_WIDTH
    cells = [Cell(span.x if is_left else span.x + _MARK_WIDTH, width, name)]
    if known.evidence and place == 0:
        mark_x = ladders.x - _MARK_WIDTH if is_left else ladders.x + ladders.width
        cells.append(Cell(mark_x, _MARK_WIDTH, evidence_figure(composer, header, known.evidence)))
    return cells


def _first_language(composer: Composer, row: Node) -> list[Cell]:
    """The words for a first language across the five columns; in two languages they meet in the middle."""
    cell = row.add("TD", attributes={"ColSpan": len(LanguageSkill)})
    languages, ladders = composer.paper.languages, composer.grid.ladders
    texts = composer.paper.words.first_language
    if len(languages) == 1:
        words = composer.in_language(cell, languages[0], Role.BODY, texts, align=Align.CENTER)
        return [Cell(ladders.x, ladders.width, words)]
    half = ladders.width / 2 - _NAME_GAP
    cells = []
    for place, language in enumerate(languages):
        is_left = composer.grid.names[place].x < ladders.x
        words = composer.in_language(cell, language, Role.BODY, texts, align=Align.RIGHT if is_left else Align.LEFT)
        cells.append(Cell(ladders.x if is_left else ladders.x + half + 2 * _NAME_GAP, half, words))
    return cells


def _ladders(composer: Composer, row: Node, known: KnownLanguage) -> list[Cell]:
    cells = []
    for skill, x in _skill_spans(composer):
        cell = row.add("TD")
        level = known.levels.get(skill)
        if level is not None:
            alt = f"{composer.say(composer.paper.words.language_skills[skill])} {level.value}".strip()
            node = cell.add("Figure", language=composer.reader, alt=alt)
            cells.append(Cell(x, LADDER_WIDTH, _ladder_figure(composer, level, node)))
    return cells


def _ladder_figure(composer: Composer, level: Level, node: Node) -> Figure:
    label = composer.text(SPINE_LANGUAGE, Role.SPINE, level.value, align=Align.CENTER)

    def paint(canvas: TaggedCanvas, x: float, y: float) -> None:
        centre = x + LADDER_WIDTH / 2
        draw_ladder(canvas, level, centre, y + _LABEL_HEIGHT)
        label.draw_line(canvas, centre, y + _LABEL_BASELINE)

    return Figure(LADDER_WIDTH, _LABEL_HEIGHT + LADDER_HEIGHT, node, paint)
