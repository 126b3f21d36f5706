"""The funnel: bars from one start line, from those who could be asked to those who were followed up."""

from typing import Final

from s2w_desktop.domain.figures import FunnelTable, Sign
from s2w_desktop.pdf.charts.area import ChartArea, Drawing, Side
from s2w_desktop.pdf.charts.bars import bar_length
from s2w_desktop.pdf.charts.fills import Fill
from s2w_desktop.pdf.geometry import WIDTH
from s2w_desktop.pdf.report_composer import ReportComposer
from s2w_desktop.pdf.styles import Role

_LABELS: Final = 102.0
_LABEL_GAP: Final = 6.0
_VALUES: Final = 150.0
_ROW: Final = 30.0
_BAR: Final = 21.0
_GAP: Final = 5.0
_FILLS: Final = (Fill.LIGHT, Fill.LIGHT, Fill.MID, Fill.MID, Fill.DARK, Fill.DARK)


def funnel(composer: ReportComposer, table: FunnelTable) -> Drawing:
    """Each step with its number and two rates; the first step has none."""
    words = composer.words
    rows, values = [], []
    for place, step in enumerate(table.steps):
        name, count, rates = words.step(step.name), words.count(step.people), words.rates(step) if place else ""
        label = composer.text(Role.CELL, name, align=composer.end)
        rows.append((step, label, composer.label(Role.CELL_HEAD, count), composer.label(Role.NOTE, rates) if rates else None))
        values.append(f"{name}: {count}" + (f" ({rates})" if rates else ""))
    most = max((step.people for step in table.steps if not isinstance(step.people, Sign)), default=0)
    height = _ROW * len(rows)

    def paint(area: ChartArea) -> None:
        start = _LABELS + _LABEL_GAP
        for place, (step, label, count, rates) in enumerate(rows):
            middle = height - _ROW * (place + 0.5)
            area.column(label, 0.0, _LABELS, middle)
            length = bar_length(step.people, most, WIDTH - start - _VALUES)
            if isinstance(step.people, Sign):
                area.hidden(start, middle - _BAR / 2, _BAR)
            else:
                area.box(start, middle - _BAR / 2, length, _BAR, _FILLS[min(place, len(_FILLS) - 1)])
            used = area.words(count, start + length + _GAP, middle)
            if rates:
                area.words(rates, start + length + 2 * _GAP + used, middle, Side.START)

    has_hidden = any(isinstance(step.people, Sign) for step in table.steps)
    return Drawing(height, paint, tuple(values), has_hidden=has_hidden)
