"""The key of a chart: each fill with its words, above the bars and in their order."""

from collections.abc import Sequence
from typing import Final

from s2w_desktop.pdf.charts.area import ChartArea
from s2w_desktop.pdf.charts.fills import Fill
from s2w_desktop.pdf.geometry import WIDTH
from s2w_desktop.pdf.report_composer import ReportComposer
from s2w_desktop.pdf.styles import Role

_SWATCH: Final = (12.0, 8.5)
_WORD_GAP: Final = 4.0
_ITEM_GAP: Final = 16.0
_LEADING: Final = 13.0
_BELOW: Final = 6.0


class Key:
    """Fills with their words; None stands for the dashed box."""

    def __init__(self, composer: ReportComposer, items: Sequence[tuple[Fill | None, str]], start: float = 0.0) -> None:
        self._start = start
        self._placed = []
        at, line = start, 0
        for fill, words in items:
            label = composer.label(Role.NOTE, words)
            width = _SWATCH[0] + _WORD_GAP + label.natural_width()
            if at > start and at + width > WIDTH:
                at, line = start, line + 1
            self._placed.append((fill, label, at, line))
            at += width + _ITEM_GAP
        self.height = _LEADING * (line + 1) + _BELOW

    def paint(self, area: ChartArea, top: float) -> None:
        """Paint it below `top`."""
        for fill, label, at, line in self._placed:
            middle = top - _LEADING * (line + 0.5)
            low = middle - _SWATCH[1] / 2
            if fill is None:
                area.hidden(at, low, _SWATCH[1], _SWATCH[0])
            else:
                area.box(at, low, *_SWATCH, fill)
            area.words(label, at + _SWATCH[0] + _WORD_GAP, middle)
