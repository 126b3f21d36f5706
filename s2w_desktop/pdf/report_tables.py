"""Figures of a report as tables: counts with their shares, spreads, steps by centre, and the heat map, which is a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.colors import Color, HexColor

from s2w_desktop.domain.figures import Count, CountTable, FunnelTable, Sign, Spread, SpreadTable
from s2w_desktop.i18n.isolation import isolate, isolate_ltr
from s2w_desktop.pdf.geometry import WIDTH, Span
from s2w_desktop.pdf.grid import GridBlock, GridRow, Ground
from s2w_desktop.pdf.layout import Block, Cell, Column, Gap
from s2w_desktop.pdf.paragraph import Align
from s2w_desktop.pdf.report_composer import ReportComposer
from s2w_desktop.pdf.styles import ACCENT, TINT, Role
from s2w_desktop.pdf.tagging import Node

_LABELS: Final = (96.0, 214.0)  # least and most width of the column of words
_FIGURES: Final = 84.0  # most width of a column of figures
_FOR_BOTH: Final = 62.0  # from this width on a share stands beside its count, else below it
_GUTTER: Final = 4.0
SPREAD_COLUMNS: Final = ("people", "p10", "p25", "median", "p75", "p90", "mean")
"""The columns of a table of spreads: fields of each spread, and keys of their words."""

_STEPS: Final = (
    (0.11, None),
    (0.28, TINT),
    (0.45, HexColor("#CFDDE2")),
    (0.72, HexColor("#9DBAC5")),
)
"""Tints of the heat map by share of the largest number that is shown; above them the darkest."""


@dataclass(frozen=True)
class Figure:
    """What stands in one cell: a figure and perhaps its share, whether it is hidden, and a tint."""

    words: str
    share: str = ""
    is_hidden: bool = False
    tint: Color | None = None


@dataclass(frozen=True)
class Line:
    """One row."""

    label: str
    figures: tuple[Figure, ...]
    is_total: bool = False


@dataclass(frozen=True)
class TableSheet:
    """A table before it is laid out."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    is_centred: bool = False
    ends_with_total: bool = False


def counts_sheet(composer: ReportComposer, table: CountTable) -> TableSheet:
    """Counts with their shares; the last column of a table whose rows have bases of their own tells these."""
    words = composer.words
    columns = [words.heading(column) for column in table.columns]
    lines = []
    for place, (row, counts) in enumerate(zip(table.rows, table.counts, strict=True)):
        shares = table.shares[place] if table.shares else (None,) * len(counts)
        figures = [
            counted(composer, count, "" if share is None or isinstance(count, Sign) else words.share(share))
            for count, share in zip(counts, shares, strict=True)
        ]
        if table.bases:
            figures.append(counted(composer, table.bases[place]))
        lines.append(Line(words.heading(row), tuple(figures), is_total=row.is_total))
    ends_with_total = not table.bases and table.columns[-1].is_total
    return TableSheet((*columns, *(["n"] if table.bases else [])), tuple(lines), ends_with_total=ends_with_total)


def heat_sheet(composer: ReportComposer, table: CountTable) -> TableSheet:
    """Counts on tints: the darker, the more people. What is hidden has none, nor have totals."""
    words = composer.words
    most = largest(table)
    lines = []
    for row, counts in zip(table.rows, table.counts, strict=True):
        figures = tuple(
            counted(composer, count, most=0 if row.is_total or column.is_total else most)
            for column, count in zip(table.columns, counts, strict=True)
        )
        lines.append(Line(words.heading(row), figures, is_total=row.is_total))
    columns = tuple(words.heading(column) for column in table.columns)
    return TableSheet(columns, tuple(lines), is_centred=True, ends_with_total=table.columns[-1].is_total)


def largest(table: CountTable) -> int:
    """The largest number that is shown, totals apart."""
    inner = (
        count
        for row, counts in zip(table.rows, table.counts, strict=True)
        for column, count in zip(table.columns, counts, strict=True)
        if not (row.is_total or column.is_total or isinstance(count, Sign))
    )
    return max(inner, default=0)


def spreads_sheet(composer: ReportComposer, table: SpreadTable) -> TableSheet:
    """People, five places of the spread, and the mean."""
    words = composer.words
    lines = [
        Line(words.heading(row), spread_figures(composer, one), is_total=row.is_total)
        for row, one in zip(table.rows, table.spreads, strict=True)
    ]
    return TableSheet(tuple(map(words.column, SPREAD_COLUMNS)), tuple(lines))


def spread_figures(composer: ReportComposer, spread: Spread) -> tuple[Figure, ...]:
    """The figures of one group, in the order of the columns."""
    statistics = [getattr(spread, name) for name in SPREAD_COLUMNS[1:]]
    told = (Figure(composer.words.statistic(one), is_hidden=one is Sign.PROTECTED) for one in statistics)
    return (counted(composer, spread.people), *told)


def centres_sheet(composer: ReportComposer, table: FunnelTable) -> TableSheet:
    """People of each centre by step."""
    words = composer.words
    lines = [
        Line(words.heading(row), tuple(counted(composer, count) for count in counts), is_total=row.is_total)
        for row, counts in zip(table.rows, table.counts, strict=True)
    ]
    return TableSheet(tuple(words.step(step.name) for step in table.steps), tuple(lines))


def steps_sheet(composer: ReportComposer, table: FunnelTable) -> TableSheet:
    """All people by step, with the two rates in words."""
    words = composer.words
    lines = [
        Line(words.step(step.name), (counted(composer, step.people, words.rates(step) if place else ""),))
        for place, step in enumerate(table.steps)
    ]
    return TableSheet((words.column("people"),), tuple(lines))


def counted(composer: ReportComposer, count: Count, share: str = "", most: int = 0) -> Figure:
    """A number of people with its share; on a tint by its part of `most`, if that is not 0."""
    is_hidden = isinstance(count, Sign)
    tint = None if isinstance(count, Sign) or not most else _tint(count / most)
    return Figure(composer.words.count(count), share, is_hidden, tint)


def _tint(share: float) -> Color | None:
    return next((tint for top, tint in _STEPS if share < top), ACCENT)


class _Laid:
    """Widths of the columns of one table."""

    def __init__(self, composer: ReportComposer, sheet: TableSheet) -> None:
        labels = [composer.text(Role.CELL, line.label).natural_width() for line in sheet.lines]
        least, most = _LABELS
        count = max(1, len(sheet.columns))
        self.label = min(max(least, max(labels, default=0.0) + 2 * _GUTTER), most, max(least, WIDTH - 44.0 * count))
        wanted = 3 * _FIGURES if sheet.lines and len(sheet.columns) == 1 and _has_words(sheet) else _FIGURES
        self.figure = min(wanted, (WIDTH - self.label) / count)
        self.has_both = self.figure >= _FOR_BOTH
        self.is_numbered = any(longest_word(composer, name) > self.figure - _GUTTER for name in sheet.columns)
        self.total = self.label + self.figure * len(sheet.columns)

    def span(self, column: int) -> Span:
        """Where a column of figures begins, counted from the start of the lines."""
        return Span(self.label + self.figure * column, self.figure)


def _has_words(sheet: TableSheet) -> bool:
    return any(len(figure.share) > len("100 % 100 %") * 2 for line in sheet.lines for figure in line.figures)


def longest_word(composer: ReportComposer, words: str) -> float:
    """The width of the longest word of the head of a column."""
    return max((composer.text(Role.CELL_HEAD, word).natural_width() for word in words.split()), default=0.0)


def table_blocks(composer: ReportComposer, parent: Node, sheet: TableSheet) -> list[Block]:
    """The table; where its columns are too narrow for their words these are numbered and stand above it."""
    laid = _Laid(composer, sheet)
    names = sheet.columns
    above: list[Block] = []
    if laid.is_numbered:
        last = len(names) - (1 if sheet.ends_with_total else 0)
        named = [(str(place), name) for place, name in enumerate(names[:last], 1)]
        above = column_key(composer, parent, named)
        names = (*(number for number, _ in named), *names[last:])
    table = parent.add("Table")
    head = _head(composer, table, names, laid, sheet)
    again = _head(composer, None, names, laid, sheet)
    rows = [_row(composer, table, line, laid, sheet) for line in sheet.lines]
    return [*above, GridBlock(head, again, rows, composer.placed(Span(0.0, laid.total)))]


def column_key(composer: ReportComposer, parent: Node, named: Sequence[tuple[str, str]]) -> list[Block]:
    """What the numbers over columns stand for."""
    key = "   ".join(f"{isolate_ltr(number)}\u00a0{isolate(name)}" for number, name in named)
    return [composer.tagged(parent, Role.NOTE, key), Gap(2.0)]


def _head(composer: ReportComposer, table: Node | None, names: Sequence[str], laid: _Laid, sheet: TableSheet) -> GridRow:
    row = table.add("TR") if table else None
    if row:
        row.add("TH", attributes={"Scope": "Column"})
    cells = []
    for place, name in enumerate(names):
        node = row.add("TH", attributes={"Scope": "Column"}).add("P") if row else None
        align = Align.CENTER if sheet.is_centred else composer.end
        span = _inner(composer.placed(laid.span(place)))
        cells.append(Cell(span.x, span.width, composer.text(Role.CELL_HEAD, name, node=node, align=align)))
    return GridRow(cells, is_head=True)


def _inner(span: Span) -> Span:
    return Span(span.x + _GUTTER / 2, span.width - _GUTTER)


def _row(composer: ReportComposer, table: Node, line: Line, laid: _Laid, sheet: TableSheet) -> GridRow:
    row = table.add("TR")
    role = Role.CELL_TOTAL if line.is_total else Role.CELL
    label = composer.placed(Span(0.0, laid.label - _GUTTER))
    header = row.add("TH", attributes={"Scope": "Row"})
    cells = [Cell(label.x, label.width, composer.tagged(header, role, line.label))]
    grounds = []
    for place, figure in enumerate(line.figures):
        span = laid.span(place)
        if figure.is_hidden or figure.tint is not None:
            grounds.append(Ground(composer.placed(span), None if figure.is_hidden else figure.tint))
        cells += _figure_cells(composer, row.add("TD"), figure, span, _Look(role, laid.has_both, sheet.is_centred))
    return GridRow(cells, grounds, is_total=line.is_total, is_tight=composer.is_of_two)


@dataclass(frozen=True)
class _Look:
    role: Role
    has_both: bool
    is_centred: bool


def _figure_cells(composer: ReportComposer, cell: Node, figure: Figure, span: Span, look: _Look) -> list[Cell]:
    role = Role.CELL_QUIET if figure.is_hidden else Role.CELL_ON_DARK if figure.tint == ACCENT else look.role
    align = Align.CENTER if look.is_centred else composer.end
    words = composer.tagged(cell, role, figure.words, align=align)
    if not figure.share:
        return [_cell(composer, span, words)]
    share = composer.tagged(cell, Role.CELL_QUIET, figure.share, align=align)
    if not look.has_both:
        return [_cell(composer, span, Column([words, share]))]
    half = span.width / 2 if span.width <= _FIGURES else _FIGURES / 2
    return [_cell(composer, Span(span.x, half), words), _cell(composer, Span(span.x + half, span.width - half), share)]


def _cell(composer: ReportComposer, span: Span, block: Block) -> Cell:
    placed = _inner(composer.placed(span))
    return Cell(placed.x, placed.width, block)
