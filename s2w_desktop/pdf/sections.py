"""The sections of the first part of a profile: head, strengths, time line, skills, documents. An empty one leaves nothing."""

from collections.abc import Iterator, Sequence
from typing import Final

from s2w_desktop.pdf.composer import Composer, PaperBlock
from s2w_desktop.pdf.content import Entry, Evidence, Paper, Station, Texts
from s2w_desktop.pdf.geometry import WIDTH
from s2w_desktop.pdf.headings import outlined, section
from s2w_desktop.pdf.layout import Block, Cell, Column, Figure, Gap, Piece, Row
from s2w_desktop.pdf.picture import PHOTO_BOX, draw_picture, fitted
from s2w_desktop.pdf.qr import QR_SIDE, draw_qr
from s2w_desktop.pdf.spine import centred, evidence_figure, spine_cell
from s2w_desktop.pdf.styles import TINT, Role
from s2w_desktop.pdf.tagging import Node

_BAND_INSET: Final = 6.0
_BELOW_PHOTO: Final = 7.0
_ROUNDING: Final = 1e-6


def head(composer: Composer, paper: Paper) -> Iterator[Piece]:
    """Title, name and sentence beside the QR code."""
    composer.block = PaperBlock.HEAD
    root, heads = composer.tree.root, composer.grid.heads
    title = composer.pair(root, Role.TITLE, paper.words.title, "H1")
    name = composer.pair(root, Role.NAME, paper.names)
    sentence = composer.pair(root, Role.BODY, paper.sentence)
    photo = _photo(composer, paper)
    node = root.add("Figure", language=composer.reader, alt=f"{composer.say(paper.words.qr)} {paper.code}".strip())
    code = Figure(QR_SIDE, QR_SIDE, node, lambda canvas, x, y: draw_qr(canvas, paper.qr, x, y))
    label = centred(composer, root, paper.code, Role.TINY)
    span = composer.grid.code
    cells = [composer.beside(pair, heads) for pair in (title, name) if pair] + [composer.sides(sentence, spans=heads)]
    lines = [Row(line, above=0.0, below=0.0) for line in cells]
    column: list[Block] = [*photo, code, Gap(2), label]
    both = [Cell(0.0, WIDTH, Column(lines)), Cell(span.x, span.width, Column(column))]
    yield Piece(Row(both, above=0.0, heading=outlined(composer, paper.words.title, 0)))


def _photo(composer: Composer, paper: Paper) -> list[Block]:
    """The photo, if there is one, and white below it."""
    photo = paper.photo
    if photo is None:
        return []
    size = fitted(photo, PHOTO_BOX)
    node = composer.tree.root.add("Figure", language=composer.reader, alt=composer.say(paper.words.photo))
    return [Figure(*size, node, lambda canvas, x, y: draw_picture(canvas, photo, x, y, size)), Gap(_BELOW_PHOTO)]


def strengths(composer: Composer, paper: Paper) -> Iterator[Piece]:
    """What the person does well, in a tinted band."""
    composer.block = PaperBlock.STRENGTHS
    yield from section(composer, paper, paper.words.strengths, _bands(composer, paper))


def _bands(composer: Composer, paper: Paper) -> Iterator[Piece]:
    items = composer.tree.root.add("L")
    for place, entry in enumerate(paper.strengths):
        row = _entry_row(composer, paper, items, entry, Role.ENTRY)
        white = composer.spacing.band
        yield Piece(Row(_inset(row.cells), above=white, below=white, tint=TINT), space=1.0 if place else 0.0)


def _inset(cells: Sequence[Cell]) -> list[Cell]:
    """Text that reaches to an edge of a tinted band keeps off it."""
    inset = []
    for cell in cells:
        left = _BAND_INSET if cell.x <= 0 else 0.0
        right = _BAND_INSET if cell.x + cell.width >= WIDTH - _ROUNDING else 0.0
        is_text = isinstance(cell.block, Column)
        inset.append(cell._replace(x=cell.x + left, width=cell.width - left - right) if is_text else cell)
    return inset


def _entry_row(composer: Composer, paper: Paper, items: Node, entry: Entry, role: Role) -> Row:
    item = items.add("LI")
    spine = _evidence_cell(composer, paper, item, entry.evidence)
    body = item.add("LBody")
    cells = composer.sides(composer.pair(body, role, entry.title), composer.pair(body, Role.BODY, entry.detail))
    return Row([*spine, *cells], above=0.0, below=composer.line_gap)


def _evidence_cell(composer: Composer, paper: Paper, item: Node, evidence: Evidence | None) -> list[Cell]:
    if evidence is None:
        return []
    return [spine_cell(composer, evidence_figure(composer, item.add("Lbl"), evidence, paper.words.evidence[evidence]))]


def time_line(composer: Composer, paper: Paper) -> Iterator[Piece]:
    """Work, care and learning: years and marks in the spine, joined by a thread."""
    composer.block = PaperBlock.TIME_LINE
    yield from section(composer, paper, paper.words.time_line, _stations(composer, paper))


def _stations(composer: Composer, paper: Paper) -> Iterator[Piece]:
    items = composer.tree.root.add("L")
    for station in paper.stations:
        yield Piece(_station_row(composer, paper, items, station, is_last=station is paper.stations[-1]))


def _station_row(composer: Composer, paper: Paper, items: Node, station: Station, *, is_last: bool) -> Row:
    item = items.add("LI")
    blocks: list[Block] = []
    if station.years.label or station.evidence:
        label = item.add("Lbl")
        if station.years.label:
            blocks.append(centred(composer, label, station.years.label, Role.SPINE))
        if station.evidence:
            blocks.append(evidence_figure(composer, label, station.evidence, paper.words.evidence[station.evidence]))
    body = item.add("LBody")
    texts = [composer.pair(body, role, words) for role, words in _said_of(station)]
    thread = None if is_last else 0
    above, below = composer.spacing.station
    return Row([spine_cell(composer, Column(blocks)), *composer.sides(*texts)], above=above, below=below, thread=thread)


def _said_of(station: Station) -> Iterator[tuple[Role, Texts | None]]:
    yield Role.ENTRY, station.title
    yield Role.BODY, station.detail
    yield Role.BODY, station.words


def skills(composer: Composer, paper: Paper) -> Iterator[Piece]:
    """Skills and licences, one line each."""
    composer.block = PaperBlock.SKILLS
    yield from section(composer, paper, paper.words.skills, _lines(composer, paper, paper.skills))


def documents(composer: Composer, paper: Paper) -> Iterator[Piece]:
    """The documents that the person has, one line each."""
    composer.block = PaperBlock.DOCUMENTS
    yield from section(composer, paper, paper.words.documents, _lines(composer, paper, paper.documents))


def _lines(composer: Composer, paper: Paper, entries: Sequence[Entry]) -> Iterator[Piece]:
    items = composer.tree.root.add("L")
    for entry in entries:
        yield Piece(_entry_row(composer, paper, items, entry, Role.BODY))
