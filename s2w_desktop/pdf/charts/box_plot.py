"""Box plots: the middle, the middle half, and whiskers from one tenth to nine tenths; never single points."""

from collections.abc import Sequence
from decimal import Decimal
from math import ceil
from typing import Final

from s2w_desktop.domain.figures import Heading, Sign, Spread, SpreadTable, Statistic
from s2w_desktop.pdf.charts.area import PAIR_LABELS, PAIR_PERIODS, ChartArea, Drawing, Side
from s2w_desktop.pdf.charts.fills import Fill
from s2w_desktop.pdf.geometry import WIDTH
from s2w_desktop.pdf.paragraph import ShapedParagraph
from s2w_desktop.pdf.report_composer import ReportComposer
from s2w_desktop.pdf.styles import INK, RULE, Role

_LABELS: Final = 142.0
_LABEL_GAP: Final = 10.0
_VALUES: Final = 44.0
_BOX: Final = 12.0
_PAIR_BOX: Final = 10.0
_BETWEEN: Final = 7.0
_AXIS: Final = 18.0
_TICKS: Final = 6
_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)


class _Box:
    """One group, its words made; `told` says how many people it stands for."""

    def __init__(self, composer: ReportComposer, spread: Spread, told: str) -> None:
        self._spread = spread
        self.people = composer.text(Role.TINY, told)
        self._median = composer.label(Role.CELL_HEAD, composer.words.statistic(spread.median))

    def paint(self, area: ChartArea, middle: float, start: float, scale: float, thickness: float) -> None:
        ends = [_place(one, start, scale) for one in _five(self._spread)]
        if any(end is None for end in ends):
            area.hidden(start, middle - thickness / 2, thickness)
            area.words(self._median, start + 20, middle)
            return
        p10, p25, median, p75, p90 = (end or 0.0 for end in ends)
        area.line((p10, middle), (p90, middle), 0.9, INK)
        for end in (p10, p90):
            area.line((end, middle - thickness / 4), (end, middle + thickness / 4), 0.9, INK)
        area.box(p25, middle - thickness / 2, p75 - p25, thickness, Fill.LIGHT)
        area.line((median, middle - thickness / 2), (median, middle + thickness / 2), 2.2, INK)
        area.words(self._median, p90 + 6, middle)


class _Row:
    """One group with its words at the start, and its people below them."""

    start = _LABELS + _LABEL_GAP

    def __init__(self, composer: ReportComposer, row: Heading, spread: Spread) -> None:
        self._label = composer.text(Role.CELL, composer.words.heading(row))
        self._box = _Box(composer, spread, composer.words.answered(spread.people))
        self.height = max(_BOX, self._label.height(_LABELS) + self._box.people.height(_LABELS)) + _BETWEEN

    def paint(self, area: ChartArea, top: float, scale: float) -> None:
        middle, people = top - self.height / 2, self._box.people
        area.column(self._label, 0.0, _LABELS, middle + people.height(_LABELS) / 2)
        area.column(people, 0.0, _LABELS, middle - self._label.height(_LABELS) / 2)
        self._box.paint(area, middle, self.start, scale, _BOX)


class _Pair:
    """One group in either of two periods, with words for both at the start."""

    start = PAIR_LABELS + PAIR_PERIODS + _LABEL_GAP

    def __init__(self, composer: ReportComposer, rows: Sequence[Heading], spreads: Sequence[Spread]) -> None:
        words = composer.words
        self._label = composer.text(Role.CELL, words.class_of(rows[0]))
        told = (words.period_answered(row, spread.people) for row, spread in zip(rows, spreads, strict=True))
        self._boxes = [_Box(composer, spread, said) for spread, said in zip(spreads, told, strict=True)]
        self._heights = [max(_PAIR_BOX + 1, box.people.height(PAIR_PERIODS)) for box in self._boxes]
        self.height = max(sum(self._heights), self._label.height(PAIR_LABELS - _LABEL_GAP)) + _BETWEEN

    def paint(self, area: ChartArea, top: float, scale: float) -> None:
        middle = top - self.height / 2
        area.column(self._label, 0.0, PAIR_LABELS - _LABEL_GAP, middle)
        level = middle + sum(self._heights) / 2
        for box, height in zip(self._boxes, self._heights, strict=True):
            area.column(box.people, PAIR_LABELS, PAIR_PERIODS, level - height / 2)
            box.paint(area, level - height / 2, self.start, scale, _PAIR_BOX)
            level -= height


def _rows(composer: ReportComposer, table: SpreadTable) -> list[_Row | _Pair]:
    rows, spreads = table.rows, table.spreads
    if table.second is None:
        return [_Row(composer, row, spread) for row, spread in zip(rows, spreads, strict=True)]
    return [_Pair(composer, rows[at : at + 2], spreads[at : at + 2]) for at in range(0, len(rows), 2)]


def _five(spread: Spread) -> tuple[Statistic, ...]:
    return spread.p10, spread.p25, spread.median, spread.p75, spread.p90


def _place(statistic: Statistic, start: float, scale: float) -> float | None:
    return None if isinstance(statistic, Sign) else start + float(statistic) * scale


def box_plot(composer: ReportComposer, table: SpreadTable) -> Drawing:
    """A box for each group, over an axis from nought."""
    words = composer.words
    labels = [words.heading(row) for row in table.rows]
    rows = _rows(composer, table)
    start = rows[0].start
    most = max((one.p90 for one in table.spreads if not isinstance(one.p90, Sign)), default=Decimal(1))
    ticks = [(value, composer.label(Role.TINY, words.tick(value))) for value in axis(most)]
    scale = (WIDTH - start - _VALUES) / ticks[-1][0]
    height = _AXIS + sum(row.height for row in rows)

    def paint(area: ChartArea) -> None:
        _paint_axis(area, ticks, start, scale, height)
        top = height
        for row in rows:
            row.paint(area, top, scale)
            top -= row.height

    values = (_said(composer, label, spread) for label, spread in zip(labels, table.spreads, strict=True))
    return Drawing(height, paint, tuple(values), has_hidden=table.hidden > 0)


def axis(most: Decimal) -> range:
    """Values with a line across the chart: from nought to the first that is no less than `most`, seven of them at most."""
    step = next((one for one in _STEPS if one * _TICKS >= most), _STEPS[-1])
    return range(0, step * max(1, ceil(most / step)) + 1, step)


def _said(composer: ReportComposer, label: str, spread: Spread) -> str:
    """A group with all its figures in words."""
    words = composer.words
    names = ("p10", "p25", "median", "p75", "p90")
    said = [f"{words.column(name)} {words.statistic(one)}" for name, one in zip(names, _five(spread), strict=True)]
    return f"{label} ({words.answered(spread.people)}): {', '.join(said)}"


def _paint_axis(area: ChartArea, ticks: list[tuple[int, ShapedParagraph]], start: float, scale: float, height: float) -> None:
    for value, label in ticks:
        x = start + value * scale
        area.line((x, _AXIS - 3), (x, height), 0.35, RULE)
        area.words(label, x, _AXIS / 2 - 2, Side.MIDDLE)
    area.line((start, _AXIS), (start + ticks[-1][0] * scale, _AXIS), 0.7, INK)
