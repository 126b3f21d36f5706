"""Stacked bars of 100 per cent."""

from typing import Final

from s2w_desktop.domain.figures import CountTable, Sign
from s2w_desktop.i18n.report_parts import ReportText
from s2w_desktop.pdf.charts.area import ChartArea, Drawing, Side
from s2w_desktop.pdf.charts.fills import Fill, ordered_fills
from s2w_desktop.pdf.charts.key import Key
from s2w_desktop.pdf.charts.stacks import Stack, Stacks, stacks_of
from s2w_desktop.pdf.geometry import WIDTH
from s2w_desktop.pdf.paragraph import ShapedParagraph
from s2w_desktop.pdf.report_composer import ReportComposer
from s2w_desktop.pdf.styles import Role

_LABELS: Final = 124.0
_LABEL_GAP: Final = 8.0
_BAR: Final = 19.0
_BETWEEN: Final = 7.0
_GAP: Final = 0.8  # on either side of a part: white keeps neighbours apart that a copier makes equally black
_LEAST_FOR_FIGURE: Final = 20.0
_PATCH_SIDES: Final = 2.5
_LEAST_DRAWN: Final = 2 * _GAP + 0.4


class _Bar:
    """One bar, its words made."""

    def __init__(self, composer: ReportComposer, stack: Stack) -> None:
        words = composer.words
        self.stack = stack
        self.label = composer.text(Role.CELL, words.heading(stack.heading))
        self.people = composer.text(Role.TINY, words.answered(stack.people))
        self.figures = [self._figure(composer, part) for part in stack.parts]
        self.absent = composer.label(Role.NOTE, words.share(Sign.NO_SHARE))

    def _figure(self, composer: ReportComposer, part: int | Sign) -> ShapedParagraph | None:
        if isinstance(part, Sign) or not self.stack.can_be_drawn:
            return None
        return composer.label(Role.CELL, composer.words.tick(self.stack.share(part)))

    @property
    def height(self) -> float:
        return max(_BAR, self.label.height(_LABELS) + self.people.height(_LABELS)) + _BETWEEN

    def paint(self, area: ChartArea, top: float, fills: tuple[Fill, ...]) -> None:
        middle = top - self.height / 2
        below = self.people.height(_LABELS)
        area.column(self.label, 0.0, _LABELS, middle + below / 2)
        area.column(self.people, 0.0, _LABELS, middle - self.label.height(_LABELS) / 2)
        start = _LABELS + _LABEL_GAP
        if not self.stack.can_be_drawn:
            area.words(self.absent, start, middle)
            return
        for part, figure, fill in zip(self.stack.parts, self.figures, fills, strict=True):
            if not isinstance(part, Sign):
                start = self._paint_part(area, start, middle, part, figure, fill)
        if any(isinstance(part, Sign) for part in self.stack.parts):
            area.hidden(start + _GAP, middle - _BAR / 2, _BAR, max(self._width(self.stack.rest) - 2 * _GAP, 0.0))

    def _width(self, people: int) -> float:
        whole = 0 if isinstance(self.stack.people, Sign) else self.stack.people
        return (WIDTH - _LABELS - _LABEL_GAP) * people / whole

    def _paint_part(
        self, area: ChartArea, start: float, middle: float, part: int, figure: ShapedParagraph | None, fill: Fill
    ) -> float:
        width = self._width(part)
        if width > _LEAST_DRAWN:
            area.box(start + _GAP, middle - _BAR / 2, width - 2 * _GAP, _BAR, fill)
        if figure and width > _LEAST_FOR_FIGURE:
            if fill is not Fill.WHITE:
                area.patch(start + width / 2, middle, figure.natural_width() + 2 * _PATCH_SIDES)
            area.words(figure, start + width / 2, middle, Side.MIDDLE)
        return start + width


def stacked_bars(composer: ReportComposer, table: CountTable) -> Drawing | None:
    """Ordered classes, each bar of 100 per cent with its base under its words; None where no base is large enough for shares."""
    stacks = stacks_of(table)
    if not any(bar.can_be_drawn for bar in stacks.bars):
        return None
    names = [composer.words.heading(one) for one in stacks.classes]
    fills = ordered_fills(len(names))
    items: list[tuple[Fill | None, str]] = list(zip(fills, names, strict=True))
    if stacks.has_hidden:
        items.append((None, composer.words.say(ReportText.HIDDEN)))
    key = Key(composer, items)
    bars = [_Bar(composer, stack) for stack in stacks.bars]
    height = key.height + sum(bar.height for bar in bars)

    def paint(area: ChartArea) -> None:
        key.paint(area, height)
        top = height - key.height
        for bar in bars:
            bar.paint(area, top, fills)
            top -= bar.height

    return Drawing(height, paint, tuple(_values(composer, stacks, names)))


def _values(composer: ReportComposer, stacks: Stacks, names: list[str]) -> list[str]:
    words = composer.words
    found = []
    for bar in stacks.bars:
        label = f"{words.heading(bar.heading)} ({words.answered(bar.people)})"
        if bar.can_be_drawn:
            parts = zip(names, bar.parts, strict=True)
            said = [
                f"{name} {words.count(part) if isinstance(part, Sign) else words.share(bar.share(part))}" for name, part in parts
            ]
            found.append(f"{label}: {', '.join(said)}")
        else:
            found.append(f"{label}: {words.share(Sign.NO_SHARE)}")
    return found
