"""Bars in a row each: one variable, or pairs of two groups."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from s2w_desktop.domain.figures import Count, CountTable, HeadingKind, Period, Sign
from s2w_desktop.pdf.charts.area import ChartArea, Drawing, Side
from s2w_desktop.pdf.charts.fills import HIDDEN_WIDTH, Fill
from s2w_desktop.pdf.charts.key import Key
from s2w_desktop.pdf.geometry import WIDTH
from s2w_desktop.pdf.paragraph import ShapedParagraph
from s2w_desktop.pdf.report_composer import ReportComposer
from s2w_desktop.pdf.styles import INK, Role

MOST_ROWS: Final = 15
"""Rows of a chart of bars; the others stand in the table."""

_LABELS: Final = (80.0, 178.0)  # least and most width of the words
_LABEL_GAP: Final = 8.0
_VALUES: Final = 84.0
_VALUE_GAP: Final = 5.0
_BAR: Final = 12.0
_PAIR: Final = 9.5
_BETWEEN: Final = 6.0
_PAIRED: Final = (Fill.MID, Fill.LINES)


@dataclass(frozen=True)
class _Bar:
    length: Count
    value: ShapedParagraph
    share: ShapedParagraph | None
    fill: Fill


@dataclass(frozen=True)
class _Line:
    label: ShapedParagraph
    bars: tuple[_Bar, ...]
    thickness: float

    def height(self, labels: float) -> float:
        return max(self.label.height(labels), self.thickness * len(self.bars)) + _BETWEEN


def bar_length(length: Count, most: int, room: float) -> float:
    """How long a bar is drawn; hidden numbers have one length."""
    if isinstance(length, Sign):
        return HIDDEN_WIDTH
    return room * length / most if most else 0.0


def shown_rows(table: CountTable) -> list[int]:
    """The largest rows without the total, in the order of a scale or by size, with what is hidden and "others" last."""
    rows = [place for place, row in enumerate(table.rows) if not row.is_total]

    def size(place: int) -> tuple[bool, int]:
        count = table.counts[place][-1]
        return table.rows[place].kind is HeadingKind.OTHER, 1 if isinstance(count, Sign) else -count

    largest = sorted(rows, key=size)[:MOST_ROWS]
    return sorted(largest) if table.is_ordered else largest


def bar_chart(composer: ReportComposer, table: CountTable) -> Drawing:
    """All people of each row, with their share."""
    lines, values = [], []
    for place in shown_rows(table):
        label = composer.words.heading(table.rows[place])
        bar, said = _bar(composer, table, place, len(table.columns) - 1, Fill.MID, by_share=False)
        lines.append(_Line(composer.text(Role.CELL, label, align=composer.end), (bar,), _BAR))
        values.append(f"{label}: {said}")
    return _drawing(lines, values, None)


def paired_bars(composer: ReportComposer, table: CountTable) -> Drawing:
    """Two groups for each row, by their shares where the table has them."""
    columns = [place for place, column in enumerate(table.columns) if not column.is_total][:2]
    names = [composer.words.heading(table.columns[place]) for place in columns]
    lines, values = [], []
    for place in shown_rows(table):
        label = composer.words.heading(table.rows[place])
        pair = [
            _bar(composer, table, place, column, fill, by_share=bool(table.shares))
            for column, fill in zip(columns, _PAIRED, strict=True)
        ]
        bars = tuple(bar for bar, _ in pair)
        lines.append(_Line(composer.text(Role.CELL, label, align=composer.end), bars, _PAIR))
        values.append(f"{label}: " + ", ".join(f"{name} {said}" for name, (_, said) in zip(names, pair, strict=True)))
    return _drawing(lines, values, Key(composer, list(zip(_PAIRED, names, strict=True))))


def period_bars(composer: ReportComposer, table: CountTable) -> Drawing:
    """A bar for either period in each row, by the share of all people where the table has it: periods differ in their numbers.

    Where shares are those of rows all people are the whole of each, so bars are by number.
    """
    table = replace(table, shares=()) if table.is_by_row else table
    names = [composer.words.period(period) for period in Period]
    column, lines, values = len(table.columns) - 1, [], []
    by_share = any(isinstance(line[column], int) for line in table.shares)
    for place in period_rows(table):
        label = composer.words.heading(replace(table.rows[place], period=None))
        pair = [
            _bar(composer, table, row, column, fill, by_share=by_share)
            for row, fill in zip((place, place + 1), _PAIRED, strict=True)
        ]
        bars = tuple(bar for bar, _ in pair)
        lines.append(_Line(composer.text(Role.CELL, label, align=composer.end), bars, _PAIR))
        values.append(f"{label}: " + ", ".join(f"{name} {said}" for name, (_, said) in zip(names, pair, strict=True)))
    return _drawing(lines, values, Key(composer, list(zip(_PAIRED, names, strict=True))))


def period_rows(table: CountTable) -> list[int]:
    """Where the pairs of rows of two periods begin, without that of all people: the first of a list, or of a scale."""
    rows = (place for place, row in enumerate(table.rows) if row.period is Period.FIRST and not row.is_total)
    return list(islice(rows, MOST_ROWS))


def _bar(composer: ReportComposer, table: CountTable, row: int, column: int, fill: Fill, *, by_share: bool) -> tuple[_Bar, str]:
    count = table.counts[row][column]
    share = table.shares[row][column] if table.shares else None
    said = composer.words.count(count)
    is_told = share is not None and not isinstance(count, Sign)
    told = composer.words.share(share) if is_told and share is not None else ""
    first, second = (told or said, said if told else "") if by_share else (said, told)
    length = (0 if share is Sign.NO_SHARE else share) if by_share and is_told and share is not None else count
    bar = _Bar(
        length,
        composer.label(Role.CELL_HEAD, first),
        composer.label(Role.NOTE, second) if second else None,
        fill,
    )
    return bar, f"{first} ({second})" if second else first


def _drawing(lines: Sequence[_Line], values: Sequence[str], key: Key | None) -> Drawing:
    least, widest = _LABELS
    labels = min(max([least, *(line.label.natural_width() + 1 for line in lines)]), widest)
    above = key.height if key else 0.0
    height = above + sum(line.height(labels) for line in lines)
    lengths = [bar.length for line in lines for bar in line.bars]
    most = max((one for one in lengths if not isinstance(one, Sign)), default=0)

    def paint(area: ChartArea) -> None:
        if key:
            key.paint(area, height)
        top = height - above
        for line in lines:
            middle = top - line.height(labels) / 2
            area.column(line.label, 0.0, labels, middle)
            _paint_bars(area, line, labels + _LABEL_GAP, middle, most)
            top -= line.height(labels)
        area.line((labels + _LABEL_GAP, 0.0), (labels + _LABEL_GAP, height - above), 0.7, INK)

    return Drawing(height, paint, tuple(values), has_hidden=any(isinstance(one, Sign) for one in lengths))


def _paint_bars(area: ChartArea, line: _Line, start: float, middle: float, most: int) -> None:
    room = WIDTH - start - _VALUES
    for place, bar in enumerate(line.bars):
        low = middle + line.thickness * (len(line.bars) / 2 - 1 - place)
        length = bar_length(bar.length, most, room)
        if isinstance(bar.length, Sign):
            area.hidden(start, low + 0.5, line.thickness - 1)
        else:
            area.box(start, low, length, line.thickness, bar.fill)
        at = start + length + _VALUE_GAP
        used = area.words(bar.value, at, low + line.thickness / 2, Side.START)
        if bar.share:
            area.words(bar.share, at + used + _VALUE_GAP, low + line.thickness / 2, Side.START)
