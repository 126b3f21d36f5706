"""Box plots: the middle, the middle half, and whiskers from one tenth to nine tenths; never single points."""

from decimal import Decimal
from math import ceil
from typing import Final

from s2w_desktop.domain.figures import Sign, Spread, SpreadTable, Statistic
from s2w_desktop.pdf.charts.area import ChartArea, Drawing, Side
from s2w_desktop.pdf.charts.fills import Fill
from s2w_desktop.pdf.geometry import WIDTH
from s2w_desktop.pdf.paragraph import ShapedParagraph
from s2w_desktop.pdf.report_composer import ReportComposer
from s2w_desktop.pdf.styles import INK, RULE, Role

_LABELS: Final = 142.0
_LABEL_GAP: Final = 10.0
_VALUES: Final = 44.0
_BOX: Final = 12.0
_BETWEEN: Final = 7.0
_AXIS: Final = 18.0
_TICKS: Final = 6
_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)


class _Row:
    """One group, its words made."""

    def __init__(self, composer: ReportComposer, label: str, spread: Spread) -> None:
        words = composer.words
        self.spread = spread
        self.label = composer.text(Role.CELL, label)
        self.people = composer.text(Role.TINY, words.answered(spread.people))
        self.median = composer.label(Role.CELL_HEAD, words.statistic(spread.median))
        self.height = max(_BOX, self.label.height(_LABELS) + self.people.height(_LABELS)) + _BETWEEN

    def paint(self, area: ChartArea, top: float, scale: float) -> None:
        middle, start = top - self.height / 2, _LABELS + _LABEL_GAP
        area.column(self.label, 0.0, _LABELS, middle + self.people.height(_LABELS) / 2)
        area.column(self.people, 0.0, _LABELS, middle - self.label.height(_LABELS) / 2)
        ends = [_place(one, start, scale) for one in _five(self.spread)]
        if any(end is None for end in ends):
            area.hidden(start, middle - _BOX / 2, _BOX)
            area.words(self.median, start + 20, middle)
            return
        p10, p25, median, p75, p90 = (end or 0.0 for end in ends)
        area.line((p10, middle), (p90, middle), 0.9, INK)
        for end in (p10, p90):
            area.line((end, middle - _BOX / 4), (end, middle + _BOX / 4), 0.9, INK)
        area.box(p25, middle - _BOX / 2, p75 - p25, _BOX, Fill.LIGHT)
        area.line((median, middle - _BOX / 2), (median, middle + _BOX / 2), 2.2, INK)
        area.words(self.median, p90 + 6, middle)


def _five(spread: Spread) -> tuple[Statistic, ...]:
    return spread.p10, spread.p25, spread.median, spread.p75, spread.p90


def _place(statistic: Statistic, start: float, scale: float) -> float | None:
    return None if isinstance(statistic, Sign) else start + float(statistic) * scale


def box_plot(composer: ReportComposer, table: SpreadTable) -> Drawing:
    """A box for each group, over an axis from nought."""
    words = composer.words
    labels = [words.heading(row) for row in table.rows]
    rows = [_Row(composer, label, spread) for label, spread in zip(labels, table.spreads, strict=True)]
    most = max((one.p90 for one in table.spreads if not isinstance(one.p90, Sign)), default=Decimal(1))
    ticks = [(value, composer.label(Role.TINY, words.tick(value))) for value in axis(most)]
    scale = (WIDTH - _LABELS - _LABEL_GAP - _VALUES) / ticks[-1][0]
    height = _AXIS + sum(row.height for row in rows)

    def paint(area: ChartArea) -> None:
        _paint_axis(area, ticks, scale, height)
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


def _paint_axis(area: ChartArea, ticks: list[tuple[int, ShapedParagraph]], scale: float, height: float) -> None:
    start = _LABELS + _LABEL_GAP
    for value, label in ticks:
        x = start + value * scale
        area.line((x, _AXIS - 3), (x, height), 0.35, RULE)
        area.words(label, x, _AXIS / 2 - 2, Side.MIDDLE)
    area.line((start, _AXIS), (start + ticks[-1][0] * scale, _AXIS), 0.7, INK)
