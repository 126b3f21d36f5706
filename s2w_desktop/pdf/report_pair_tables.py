"""Tables of two periods on the page: both beside each other with the change, or below each other where there are many columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from s2w_desktop.domain.figures import Period
from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.geometry import WIDTH, Span
from s2w_desktop.pdf.grid import GridBlock, GridRow, Ground
from s2w_desktop.pdf.layout import Block, Cell, Column, Gap
from s2w_desktop.pdf.paragraph import Align, ShapedParagraph
from s2w_desktop.pdf.report_composer import ReportComposer
from s2w_desktop.pdf.report_pairs import PairLine, PairSheet
from s2w_desktop.pdf.report_tables import Figure, column_key, longest_word
from s2w_desktop.pdf.styles import ACCENT, Role
from s2w_desktop.pdf.tagging import Node

_LABELS: Final = (110.0, 190.0)  # the words are broken to the first where figures need the room, and at the second anyway
_GUTTER: Final = 5.0
_GROUP_GAP: Final = 7.0
_MOST_MORE: Final = 14.0  # white that a column gets where there is room
_WIDEST: Final = 60.0  # of a column of figures where periods stand below each other
_ROUNDING: Final = 0.5
_PERIODS: Final = (30.0, 84.0)
_NUMBERS: Final = ("1", "2", "±")
_COLUMN: Final[dict[str, str | int]] = {"Scope": "Column"}


def pair_blocks(composer: ReportComposer, parent: Node, sheet: PairSheet) -> list[Block]:
    """The table in the narrowest of the forms that a page has room for."""
    columns = [_Figures(composer, sheet, place) for place in range(len(sheet.columns))]
    words = tuple(composer.words.period(period) for period in Period)
    names = (*words, composer.words.change_head)
    labels = max((composer.text(Role.CELL_TOTAL, line.label).natural_width() for line in sheet.lines), default=0.0) + _GUTTER
    for is_stacked, heads in product((False, True), (names, _NUMBERS)):
        groups = _groups(composer, sheet, columns, heads, is_stacked=is_stacked)
        room = WIDTH - sum(group.width for group in groups)
        if room >= min(labels, _LABELS[0]):
            label = min(labels, room, _LABELS[1])
            beside = _Beside(composer, sheet, _widened(groups, room - label), heads, label)
            shown = list(zip(heads, names, strict=True))[: 3 if sheet.has_changes else 2]
            key = column_key(composer, parent, shown) if heads is _NUMBERS else []
            return [*key, beside.block(parent.add("Table"))]
    return _Below(composer, sheet, columns, names, min(labels, _LABELS[0])).blocks(parent)


class _Figures:
    """How wide the figures of one column are."""

    def __init__(self, composer: ReportComposer, sheet: PairSheet, place: int) -> None:
        def widest(role: Role, texts: set[str]) -> float:
            return max((composer.text(role, text).natural_width() + _ROUNDING for text in texts), default=0.0)

        pairs = [line.pairs[place] for line in sheet.lines]
        figures = [figure for pair in pairs for figure in (pair.first, pair.second)]
        self.count = widest(Role.CELL_TOTAL, {figure.words for figure in figures})
        self.share = widest(Role.CELL_QUIET, {figure.share for figure in figures if figure.share})
        self.change = widest(Role.CELL_HEAD, {pair.change for pair in pairs if pair.change})

    def width(self, *, is_stacked: bool) -> float:
        """The width of a number and its share, below each other or not."""
        if is_stacked or not self.share:
            return max(self.count, self.share)
        return self.count + _GUTTER + self.share


@dataclass(frozen=True)
class _Group:
    """The columns of one heading: either period, and the change if there is any. `share` is 0 where shares stand below."""

    columns: tuple[float, ...]
    share: float

    @property
    def width(self) -> float:
        return sum(self.columns) + _GROUP_GAP

    def spans(self, start: float) -> list[Span]:
        """Where its columns stand, behind the white before it."""
        at, found = start + _GROUP_GAP, []
        for width in self.columns:
            found.append(Span(at, width))
            at += width
        return found


def _groups(
    composer: ReportComposer, sheet: PairSheet, columns: Sequence[_Figures], heads: Sequence[str], *, is_stacked: bool
) -> list[_Group]:
    found = []
    for name, figures in zip(sheet.columns, columns, strict=True):
        figure = figures.width(is_stacked=is_stacked)
        inner = [figure, figure, *([figures.change] if figures.change else [])]
        widths = [max(width, longest_word(composer, head)) + _GUTTER for width, head in zip(inner, heads, strict=False)]
        lacking = max(0.0, longest_word(composer, name) + _GUTTER - sum(widths)) / len(widths)
        found.append(_Group(tuple(width + lacking for width in widths), 0.0 if is_stacked else figures.share))
    return found


def _widened(groups: Sequence[_Group], room: float) -> list[_Group]:
    """The same groups with some of the room that is left."""
    more = min(_MOST_MORE, room / sum(len(group.columns) for group in groups))
    return [replace(group, columns=tuple(width + more for width in group.columns)) for group in groups]


class _Beside:
    """A table with both periods and the change beside each other below each heading."""

    def __init__(
        self, composer: ReportComposer, sheet: PairSheet, groups: Sequence[_Group], heads: Sequence[str], label: float
    ) -> None:
        self._composer, self._sheet, self._groups, self._heads, self._label = composer, sheet, groups, heads, label
        self._starts = [label + sum(group.width for group in groups[:place]) for place in range(len(groups))]

    def block(self, table: Node) -> Block:
        head = self._head(table)
        rows = [self._row(table, line) for line in self._sheet.lines]
        total = self._label + sum(group.width for group in self._groups)
        return GridBlock(head, self._head(None), rows, self._composer.placed(Span(0.0, total)))

    def _head(self, table: Node | None) -> GridRow:
        composer = self._composer
        is_double = any(self._sheet.columns)
        above = table.add("TR") if table and is_double else None
        below = table.add("TR") if table else None
        first = above or below
        if first:
            first.add("TH", attributes={**_COLUMN, **({"RowSpan": 2} if above else {})})
        names, cells = [], []
        for group, start, name in zip(self._groups, self._starts, self._sheet.columns, strict=True):
            spans = group.spans(start)
            if is_double:
                node = above.add("TH", attributes={**_COLUMN, "ColSpan": len(spans)}).add("P") if above else None
                words = composer.text(Role.CELL_HEAD, name, node=node, align=Align.CENTER)
                names.append((Span(spans[0].x, sum(span.width for span in spans)), words))
            for span, head in zip(spans, self._heads, strict=False):
                node = below.add("TH", attributes=dict(_COLUMN)).add("P") if below else None
                cells.append(_placed(composer, span, composer.text(Role.NOTE, head, node=node, align=composer.end)))
        lower = max(cell.block.height(cell.width) for cell in cells)
        upper = [_placed(composer, span, Column([words, Gap(lower)])) for span, words in names]
        return GridRow([*upper, *cells], is_head=True, is_tight=True)

    def _row(self, table: Node, line: PairLine) -> GridRow:
        composer = self._composer
        row, look = table.add("TR"), _Cells(composer, line)
        header = row.add("TH", attributes={"Scope": "Row"})
        cells = [_placed(composer, Span(-_GUTTER / 2, self._label), composer.tagged(header, look.role, line.label))]
        for group, start, pair in zip(self._groups, self._starts, line.pairs, strict=True):
            first, second, *change = group.spans(start)
            cells += look.figure(row, pair.first, first, group.share)
            cells += look.figure(row, pair.second, second, group.share)
            for span in change:
                cells += look.change(row, pair.change, span)
        return GridRow(cells, look.grounds, is_total=line.is_total, is_tight=True)


class _Below:
    """A table with a line for either period and one for the change below each class: for as many columns as a page holds."""

    def __init__(
        self, composer: ReportComposer, sheet: PairSheet, columns: Sequence[_Figures], names: Sequence[str], label: float
    ) -> None:
        self._composer, self._sheet, self._names, self._label = composer, sheet, names, label
        least, most = _PERIODS
        told = max(composer.text(Role.NOTE, name).natural_width() for name in names) + _GUTTER
        self._period = min(max(told, least), most)
        self._start = label + self._period
        self._width = min(_WIDEST, (WIDTH - self._start) / len(columns))
        is_beside = all(one.width(is_stacked=False) + _GUTTER <= self._width for one in columns)
        self._shares = [one.share if is_beside else 0.0 for one in columns]
        self._is_numbered = any(longest_word(composer, name) > self._width - _GUTTER for name in sheet.columns)

    def blocks(self, parent: Node) -> list[Block]:
        heads, key = list(self._sheet.columns), []
        if self._is_numbered:
            named = [(str(place), name) for place, name in enumerate(heads, 1)]
            heads, key = [number for number, _ in named], column_key(self._composer, parent, named)
        table = parent.add("Table")
        head = self._head(table, heads)
        rows = [row for line in self._sheet.lines for row in self._rows(table, line)]
        span = self._composer.placed(Span(0.0, self._start + self._width * len(heads)))
        return [*key, GridBlock(head, self._head(None, heads), rows, span)]

    def _span(self, place: int) -> Span:
        return Span(self._start + place * self._width, self._width)

    def _head(self, table: Node | None, heads: Sequence[str]) -> GridRow:
        composer, cells = self._composer, []
        row = table.add("TR") if table else None
        if row:
            row.add("TH", attributes={**_COLUMN, "ColSpan": 2})
        for place, head in enumerate(heads):
            node = row.add("TH", attributes=dict(_COLUMN)).add("P") if row else None
            words = composer.text(Role.CELL_HEAD, head, node=node, align=composer.end)
            cells.append(_placed(composer, self._span(place), words))
        return GridRow(cells, is_head=True, is_tight=True)

    def _rows(self, table: Node, line: PairLine) -> Iterator[GridRow]:
        composer = self._composer
        count = 3 if any(pair.change for pair in line.pairs) else 2
        for place, name in enumerate(self._names[:count]):
            row, look = table.add("TR"), _Cells(composer, line)
            cells = []
            if not place:
                header = row.add("TH", attributes={"Scope": "Row", "RowSpan": count})
                words = composer.tagged(header, look.role, line.label)
                cells.append(_placed(composer, Span(-_GUTTER / 2, self._label), _Hanging(words, count)))
            told = composer.tagged(row.add("TH", attributes={"Scope": "Row"}), Role.NOTE, name)
            cells.append(_placed(composer, Span(self._label, self._period), told))
            for column, pair in enumerate(line.pairs):
                if place < len(Period):
                    cells += look.figure(row, (pair.first, pair.second)[place], self._span(column), self._shares[column])
                else:
                    cells += look.change(row, pair.change, self._span(column))
            yield GridRow(cells, look.grounds, is_total=line.is_total and not place, is_tight=True, goes_on=bool(place))


@dataclass(frozen=True)
class _Hanging:
    """Words that begin in the first of several rows and go on below it."""

    words: ShapedParagraph
    rows: int

    def height(self, width: float) -> float:
        """What the rows below do not hold."""
        leading = self.words.style.leading
        return max(leading, self.words.height(width) - (self.rows - 1) * leading)

    def split(self, width: float, room: float) -> None:
        """Rows of a table are not parted."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Paint all lines."""
        self.words.draw(canvas, x, top, width)


class _Cells:
    """The figures of one row, and what lies under them."""

    def __init__(self, composer: ReportComposer, line: PairLine) -> None:
        self._composer = composer
        self.role = Role.CELL_TOTAL if line.is_total else Role.CELL
        self.grounds: list[Ground] = []

    def figure(self, row: Node, figure: Figure, span: Span, share: float) -> list[Cell]:
        """A number; its share stands behind it in that width, below it where there is none."""
        composer, node = self._composer, row.add("TD")
        if figure.is_hidden or figure.tint is not None:
            self.grounds.append(Ground(composer.placed(span), None if figure.is_hidden else figure.tint))
        is_dark = figure.tint == ACCENT
        role = Role.CELL_QUIET if figure.is_hidden else Role.CELL_ON_DARK if is_dark else self.role
        words = composer.tagged(node, role, figure.words, align=composer.end)
        if not figure.share:
            return [_placed(composer, span, words)]
        told = composer.tagged(node, Role.CELL_ON_DARK if is_dark else Role.CELL_QUIET, figure.share, align=composer.end)
        if not share:
            return [_placed(composer, span, Column([words, told]))]
        before = span.width - share - _GUTTER
        parts = Span(span.x, before), Span(span.x + before, share + _GUTTER)
        return [_placed(composer, part, each) for part, each in zip(parts, (words, told), strict=True)]

    def change(self, row: Node, change: str, span: Span) -> list[Cell]:
        """What is more or less; an empty cell where that is not told."""
        node = row.add("TD")
        if not change:
            return []
        return [_placed(self._composer, span, self._composer.tagged(node, Role.CELL_HEAD, change, align=self._composer.end))]


def _placed(composer: ReportComposer, span: Span, block: Block) -> Cell:
    placed = composer.placed(Span(span.x + _GUTTER / 2, span.width - _GUTTER))
    return Cell(placed.x, placed.width, block)
