"""The sections of a profile paper, each as pieces for the page flow. An empty section leaves nothing behind."""

from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.lib.units import mm

from s2w_desktop.pdf.composer import Composer, PaperBlock
from s2w_desktop.pdf.content import Entry, Evidence, Station, Step, Texts
from s2w_desktop.pdf.geometry import WIDTH
from s2w_desktop.pdf.layout import Block, Cell, Column, Figure, Gap, Piece, Row, Rule
from s2w_desktop.pdf.picture import PHOTO_BOX, draw_picture, fitted
from s2w_desktop.pdf.qr import QR_SIDE, draw_qr
from s2w_desktop.pdf.spine import centred, evidence_figure, rank_figure, tick_box_figure
from s2w_desktop.pdf.styles import ACCENT, RULE, TINT, Role
from s2w_desktop.pdf.tagging import Node

_KEPT_WITH_HEADING: Final = 27 * mm
_FIRST_SECTION_SPACE: Final = 3.0  # on top of that of every section
_BAND_INSET: Final = 6.0
_BELOW_PHOTO: Final = 7.0
_ROUNDING: Final = 1e-6
_HAIRLINE: Final = Rule(0.35, RULE)


def head(composer: Composer) -> Iterator[Piece]:
    """Title, name and sentence beside the QR code."""
    composer.block = PaperBlock.HEAD
    paper, root = composer.paper, composer.tree.root
    title = composer.pair(root, Role.TITLE, paper.words.title, "H1")
    name = composer.pair(root, Role.NAME, _everywhere(paper.name, paper.languages))
    sentence = composer.pair(root, Role.BODY, paper.sentence)
    photo = _photo(composer)
    node = root.add("Figure", language=composer.reader, alt=f"{composer.say(paper.words.qr)} {paper.code}".strip())
    code = Figure(QR_SIDE, QR_SIDE, node, lambda canvas, x, y: draw_qr(canvas, paper.qr, x, y))
    label = centred(composer, root, paper.code, Role.TINY)
    span = composer.grid.code
    lines = [Row(composer.sides(pair), above=0.0, below=0.0) for pair in (title, name, sentence) if pair]
    column: list[Block] = [*photo, code, Gap(2), label]
    cells = [Cell(0.0, WIDTH, Column(lines)), Cell(span.x, span.width, Column(column))]
    yield Piece(Row(cells, above=0.0))


def _photo(composer: Composer) -> list[Block]:
    """The photo, if there is one, and white below it."""
    photo = composer.paper.photo
    if photo is None:
        return []
    size = fitted(photo, PHOTO_BOX)
    node = composer.tree.root.add("Figure", language=composer.reader, alt=composer.say(composer.paper.words.photo))
    return [Figure(*size, node, lambda canvas, x, y: draw_picture(canvas, photo, x, y, size)), Gap(_BELOW_PHOTO)]


def _everywhere(name: Texts | None, languages: tuple[str, ...]) -> Texts:
    """A name is never translated: where it has no form in a language, the form it has stands there too."""
    forms = {language: form for language, form in (name or {}).items() if form.strip()}
    known = next(iter(forms.values()), "")
    return {language: forms.get(language, known) for language in languages}


def heading(composer: Composer, texts: Texts, *, is_first: bool = False) -> Piece:
    """A section head in each language under a rule, kept with the start of its section."""
    pair = composer.pair(composer.tree.root, Role.SECTION, texts, "H2")
    rule = Rule(1.2, ACCENT) if is_first else Rule(0.5, RULE)
    space = composer.spacing.section + (_FIRST_SECTION_SPACE if is_first else 0.0)
    above, below = composer.spacing.heading
    row = Row(composer.sides(pair), above=above, below=below, rule=rule)
    return Piece(row, space=space, keep=_KEPT_WITH_HEADING)


def strengths(composer: Composer) -> Iterator[Piece]:
    """What the person does well, in a tinted band."""
    composer.block = PaperBlock.STRENGTHS
    entries = composer.paper.strengths
    if entries:
        yield heading(composer, composer.paper.words.strengths, is_first=True)
        items = composer.tree.root.add("L")
        for place, entry in enumerate(entries):
            row = _entry_row(composer, items, entry, Role.ENTRY)
            white = composer.spacing.band
            band = Row(_inset(row.cells), above=white, below=white, tint=TINT)
            yield Piece(band, space=1.0 if place else 0.0)


def _inset(cells: Sequence[Cell]) -> list[Cell]:
    """Text that reaches to an edge of a tinted band keeps off it."""
    inset = []
    for cell in cells:
        left = _BAND_INSET if cell.x <= 0 else 0.0
        right = _BAND_INSET if cell.x + cell.width >= WIDTH - _ROUNDING else 0.0
        is_text = isinstance(cell.block, Column)
        inset.append(cell._replace(x=cell.x + left, width=cell.width - left - right) if is_text else cell)
    return inset


def _entry_row(composer: Composer, items: Node, entry: Entry, role: Role) -> Row:
    item = items.add("LI")
    spine = _evidence_cell(composer, item, entry.evidence)
    body = item.add("LBody")
    cells = composer.sides(composer.pair(body, role, entry.title), composer.pair(body, Role.BODY, entry.detail))
    return Row([*spine, *cells], above=0.0, below=composer.spacing.line)


def _spine_cell(composer: Composer, block: Block) -> Cell:
    return Cell(composer.grid.spine.x, composer.grid.spine.width, block)


def _evidence_cell(composer: Composer, item: Node, evidence: Evidence | None) -> list[Cell]:
    if evidence is None:
        return []
    return [_spine_cell(composer, evidence_figure(composer, item.add("Lbl"), evidence))]


def time_line(composer: Composer) -> Iterator[Piece]:
    """Work, care and learning: years and marks in the spine, joined by a thread."""
    composer.block = PaperBlock.TIME_LINE
    stations = composer.paper.stations
    if stations:
        yield heading(composer, composer.paper.words.time_line)
        items = composer.tree.root.add("L")
        for station in stations:
            yield Piece(_station_row(composer, items, station, is_last=station is stations[-1]))


def _station_row(composer: Composer, items: Node, station: Station, *, is_last: bool) -> Row:
    item = items.add("LI")
    blocks: list[Block] = []
    if station.years.label or station.evidence:
        label = item.add("Lbl")
        if station.years.label:
            blocks.append(centred(composer, label, station.years.label, Role.SPINE))
        if station.evidence:
            blocks.append(evidence_figure(composer, label, station.evidence))
    body = item.add("LBody")
    cells = composer.sides(composer.pair(body, Role.ENTRY, station.title), composer.pair(body, Role.BODY, station.detail))
    thread = None if is_last else 0
    above, below = composer.spacing.station
    return Row([_spine_cell(composer, Column(blocks)), *cells], above=above, below=below, thread=thread)


def skills(composer: Composer) -> Iterator[Piece]:
    """Skills and licences, one line each."""
    composer.block = PaperBlock.SKILLS
    entries = composer.paper.skills
    if entries:
        yield heading(composer, composer.paper.words.skills)
        items = composer.tree.root.add("L")
        for entry in entries:
            yield Piece(_entry_row(composer, items, entry, Role.BODY))


def goals(composer: Composer) -> Iterator[Piece]:
    """The person's own goals in their order."""
    composer.block = PaperBlock.GOALS
    if composer.paper.goals:
        yield heading(composer, composer.paper.words.goals)
        items = composer.tree.root.add("L")
        for rank, goal in enumerate(composer.paper.goals, 1):
            item = items.add("LI")
            spine = _spine_cell(composer, rank_figure(composer, item.add("Lbl"), rank))
            cells = composer.sides(composer.pair(item.add("LBody"), Role.BODY, goal))
            yield Piece(Row([spine, *cells], above=0.0, below=composer.spacing.line))


def steps(composer: Composer) -> Iterator[Piece]:
    """Next steps with a date and a box to tick."""
    composer.block = PaperBlock.STEPS
    rows = composer.paper.steps
    if rows:
        yield heading(composer, composer.paper.words.steps)
        items = composer.tree.root.add("L")
        for place, step in enumerate(rows):
            yield Piece(_step_row(composer, items, step, _HAIRLINE if place else None))


def _step_row(composer: Composer, items: Node, step: Step, rule: Rule | None) -> Row:
    item = items.add("LI")
    label = item.add("Lbl")
    blocks: list[Block] = [centred(composer, label, step.date, Role.SPINE)] if step.date else []
    blocks.append(tick_box_figure(composer, label))
    body = item.add("LBody")
    title = composer.pair(body, Role.ENTRY, step.title)
    lines = [composer.pair(body, Role.BODY, texts) for texts in (step.who, step.detail, step.service)]
    above, below = composer.spacing.step
    cells = [_spine_cell(composer, Column(blocks)), *composer.sides(title, *lines)]
    return Row(cells, above=above, below=below, rule=rule)


def about(composer: Composer) -> Iterator[Piece]:
    """What the paper is and is not: a small closing block."""
    composer.block = PaperBlock.ABOUT
    paper, root = composer.paper, composer.tree.root
    if paper.about:
        title = composer.pair(root, Role.NOTICE, paper.words.about, "H2")
        sentences = [composer.pair(root, Role.NOTE, texts) for texts in paper.about]
        row = Row(composer.sides(title, *sentences), above=2.5, below=0.0, rule=Rule(0.5, RULE))
        yield Piece(row, space=composer.spacing.section)
