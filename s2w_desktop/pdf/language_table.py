"""The table of languages: a row for each, a ladder for each of the five skills."""

from collections.abc import Iterator, Sequence
from typing import Final

from s2w_desktop.i18n.isolation import isolate_ltr
from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.composer import Composer, PaperBlock
from s2w_desktop.pdf.content import KnownLanguage, LanguageSkill, Level, Paper, Standing, Texts
from s2w_desktop.pdf.geometry import LADDER_WIDTH
from s2w_desktop.pdf.headings import section
from s2w_desktop.pdf.ladder import LADDER_HEIGHT, draw_ladder
from s2w_desktop.pdf.layout import Block, Cell, Column, Figure, Piece, Repeated, Row, Rule
from s2w_desktop.pdf.order import PaperSize
from s2w_desktop.pdf.paragraph import Align
from s2w_desktop.pdf.scripts import NEUTRAL, script_of
from s2w_desktop.pdf.spine import evidence_figure, spine_cell
from s2w_desktop.pdf.styles import RULE, Role
from s2w_desktop.pdf.tagging import Node

_LABEL_HEIGHT: Final = 9.5  # under the ladder
_LABEL_BASELINE: Final = 1.8
_MARK_WIDTH: Final = 12.0
_NAME_GAP: Final = 6.0
_NO_BREAK: Final = "\u2011"  # a hyphen at which no line ends
_RULE: Final = Rule(0.35, RULE)


def languages(composer: Composer, paper: Paper) -> Iterator[Piece]:
    """First languages in words, the others as ladders; in large type as words and levels."""
    composer.block = PaperBlock.LANGUAGES
    is_large = composer.order.size is PaperSize.LARGE
    rows = _in_words(composer, paper) if is_large else _table(composer, paper)
    yield from section(composer, paper, paper.words.languages, rows)


def _table(composer: Composer, paper: Paper) -> Iterator[Piece]:
    rows = paper.known_languages
    table = composer.tree.root.add("Table")
    has_head = any(row.levels and not row.is_first for row in rows)
    if has_head:
        yield Piece(_head_row(composer, paper, table), keep=LADDER_HEIGHT + 2 * _LABEL_HEIGHT)
    again = Repeated(_head_row(composer, paper, None)) if has_head else None
    for place, row in enumerate(rows):
        rule = _RULE if place or has_head else None
        yield Piece(_language_row(composer, paper, table, row, rule), repeated=again)
    more = composer.pair(composer.tree.root, Role.BODY, paper.more_languages)
    if more:
        white = composer.spacing.language
        yield Piece(Row(composer.sides(more), above=white, below=white, rule=_RULE))


def _skill_spans(composer: Composer) -> Iterator[tuple[LanguageSkill, float]]:
    """The skills and the left ends of their columns; the first skill stands where the reader begins."""
    left, is_rtl = composer.grid.ladders.x, script_of(composer.reader).is_rtl
    for place, skill in enumerate(LanguageSkill):
        column = len(LanguageSkill) - 1 - place if is_rtl else place
        yield skill, left + column * LADDER_WIDTH


def _head_row(composer: Composer, paper: Paper, table: Node | None) -> Row:
    """The names of the skills; without a table they are said once more on a later page."""
    row = table.add("TR") if table else None
    _column_head(row)
    cells = []
    for skill, x in _skill_spans(composer):
        head = _column_head(row)
        names = paper.words.language_skills[skill]
        labels: list[Block] = [
            composer.text(
                language,
                Role.TINY,
                names[language],
                node=head and head.add("P", language=language),
                align=Align.CENTER,
                is_standing=isinstance(names, Standing),
            )
            for language in composer.languages
            if names.get(language)
        ]
        cells.append(Cell(x, LADDER_WIDTH, Column(labels)))
    for _ in composer.grid.names[1:] if _has_two_names(composer) else ():
        _column_head(row)
    return Row(cells, above=0.0, below=1.0)


def _column_head(row: Node | None) -> Node | None:
    return row.add("TH", attributes={"Scope": "Column"}) if row else None


def _has_two_names(composer: Composer) -> bool:
    """Whether a name stands on either side of the ladders."""
    return len(composer.languages) > 1 and not composer.order.is_stacked


def _language_row(composer: Composer, paper: Paper, table: Node, known: KnownLanguage, rule: Rule | None) -> Row:
    row = table.add("TR")
    places = range(len(composer.languages))
    before = places[:1] if _has_two_names(composer) else places
    cells = _name_cell(composer, paper, row, known, before)
    cells += _first_language(composer, paper, row) if known.is_first else _ladders(composer, paper, row, known)
    if _has_two_names(composer):
        cells += _name_cell(composer, paper, row, known, places[1:])
    white = composer.spacing.language
    return Row(cells, above=white, below=white, rule=rule, is_centred=True)


def _name_cell(composer: Composer, paper: Paper, row: Node, known: KnownLanguage, places: Sequence[int]) -> list[Cell]:
    """The name in these languages; beside the first, towards the ladders, the mark of how the levels are known."""
    header = row.add("TH", attributes={"Scope": "Row"})
    lines: list[Block] = []
    for place in places:
        language = composer.languages[place]
        lines.append(composer.in_language(header, language, Role.ENTRY, known.name))
        if known.certificate:
            lines.append(composer.in_language(header, language, Role.NOTE, known.certificate))
    span, ladders = composer.grid.names[places[0]], composer.grid.ladders
    is_left = span.x < ladders.x
    cells = [Cell(span.x if is_left else span.x + _MARK_WIDTH, span.width - _MARK_WIDTH, Column(lines))]
    if known.evidence and 0 in places:
        mark_x = ladders.x - _MARK_WIDTH if is_left else ladders.x + ladders.width
        mark = evidence_figure(composer, header, known.evidence, paper.words.evidence[known.evidence])
        cells.append(Cell(mark_x, _MARK_WIDTH, mark))
    return cells


def _first_language(composer: Composer, paper: Paper, row: Node) -> list[Cell]:
    """The words for a first language across the five columns; in two languages they meet in the middle."""
    cell = row.add("TD", attributes={"ColSpan": len(LanguageSkill)})
    languages, ladders = composer.languages, composer.grid.ladders
    texts = paper.words.first_language
    if not _has_two_names(composer):
        lines: list[Block] = [
            composer.in_language(cell, language, Role.BODY, texts, align=Align.CENTER) for language in languages
        ]
        return [Cell(ladders.x, ladders.width, Column(lines))]
    half = ladders.width / 2 - _NAME_GAP
    cells = []
    for place, language in enumerate(languages):
        is_left = composer.grid.names[place].x < ladders.x
        words = composer.in_language(cell, language, Role.BODY, texts, align=Align.RIGHT if is_left else Align.LEFT)
        cells.append(Cell(ladders.x if is_left else ladders.x + half + 2 * _NAME_GAP, half, words))
    return cells


def _ladders(composer: Composer, paper: Paper, row: Node, known: KnownLanguage) -> list[Cell]:
    cells = []
    for skill, x in _skill_spans(composer):
        cell = row.add("TD")
        level = known.levels.get(skill)
        if level is not None:
            alt = f"{composer.say(paper.words.language_skills[skill])} {level.value}".strip()
            node = cell.add("Figure", language=composer.reader, alt=alt)
            cells.append(Cell(x, LADDER_WIDTH, _ladder_figure(composer, level, node)))
    return cells


def _ladder_figure(composer: Composer, level: Level, node: Node) -> Figure:
    label = composer.text(NEUTRAL, Role.SPINE, level.value, align=Align.CENTER, is_standing=True)

    def paint(canvas: TaggedCanvas, x: float, y: float) -> None:
        centre = x + LADDER_WIDTH / 2
        draw_ladder(canvas, level, centre, y + _LABEL_HEIGHT)
        label.draw_line(canvas, centre, y + _LABEL_BASELINE)

    return Figure(LADDER_WIDTH, _LABEL_HEIGHT + LADDER_HEIGHT, node, paint)


# --- in large type ---


def _in_words(composer: Composer, paper: Paper) -> Iterator[Piece]:
    items = composer.tree.root.add("L")
    above, below = composer.spacing.step
    for place, known in enumerate(paper.known_languages):
        item = items.add("LI")
        spine = []
        if known.evidence:
            meaning = paper.words.evidence[known.evidence]
            spine = [spine_cell(composer, evidence_figure(composer, item.add("Lbl"), known.evidence, meaning))]
        body = item.add("LBody")
        name = composer.pair(body, Role.ENTRY, known.name)
        levels = paper.words.first_language if known.is_first else _levels_in_words(composer, paper, known)
        lines = [composer.pair(body, Role.BODY, texts) for texts in (known.certificate, levels)]
        cells = [*spine, *composer.sides(name, *lines)]
        yield Piece(Row(cells, above=above, below=below, rule=_RULE if place else None))
    more = composer.pair(composer.tree.root, Role.BODY, paper.more_languages)
    if more:
        yield Piece(Row(composer.sides(more), above=above, below=below, rule=_RULE))


def _levels_in_words(composer: Composer, paper: Paper, known: KnownLanguage) -> Texts:
    """What the ladders show: each skill with its level."""
    names = paper.words.language_skills
    return {
        language: "\u00a0· ".join(
            f"{names[skill].get(language, '')} {isolate_ltr(level.value.replace('-', _NO_BREAK))}".strip()
            for skill, level in known.levels.items()
        )
        for language in composer.languages
    }
