"""Stacked bars of 100 per cent."""

from collections.abc import Sequence
from typing import Final

from s2w_desktop.domain.figures import CountTable, Sign
from s2w_desktop.i18n.report_parts import ReportText
from s2w_desktop.pdf.charts.area import PAIR_LABELS, PAIR_PERIODS, ChartArea, Drawing, Side
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
_PAIR: Final = 13.5
_BETWEEN: Final = 7.0
_GAP: Final = 0.8  # on either side of a part: white keeps neighbours apart that a copier makes equally black
_LEAST_FOR_FIGURE: Final = 20.0
_PATCH_SIDES: Final = 2.5
_LEAST_DRAWN: Final = 2 * _GAP + 0.4


class _Bar:
    """One bar, its words made; `told` says how many people it stands for."""

    def __init__(self, composer: ReportComposer, stack: Stack, told: str, start: float, thickness: float) -> None:
        words = composer.words
        self.stack = stack
        self.people = composer.text(Role.TINY, told)
        self.figures = [self._figure(composer, part) for part in stack.parts]
        self.absent = composer.label(Role.NOTE, words.share(Sign.NO_SHARE))
        self.start, self.thickness = start, thickness

    def _figure(self, composer: ReportComposer, part: int | Sign) -> ShapedParagraph | None:
        if isinstance(part, Sign) or not self.stack.can_be_drawn:
            return None
        return composer.label(Role.CELL, composer.words.tick(self.stack.share(part)))

    def paint(self, area: ChartArea, middle: float, fills: tuple[Fill, ...]) -> None:
        start = self.start
        if not self.stack.can_be_drawn:
            area.words(self.absent, start, middle)
            return
        for part, figure, fill in zip(self.stack.parts, self.figures, fills, strict=True):
            if not isinstance(part, Sign):
                start = self._paint_part(area, start, middle, part, figure, fill)
        if any(isinstance(part, Sign) for part in self.stack.parts):
            width = max(self._width(self.stack.rest) - 2 * _GAP, 0.0)
            area.hidden(start + _GAP, middle - self.thickness / 2, self.thickness, width)

    def _width(self, people: int) -> float:
        whole = 0 if isinstance(self.stack.people, Sign) else self.stack.people
        return (WIDTH - self.start) * people / whole

    def _paint_part(
        self, area: ChartArea, start: float, middle: float, part: int, figure: ShapedParagraph | None, fill: Fill
    ) -> float:
        width = self._width(part)
        if width > _LEAST_DRAWN:
            area.box(start + _GAP, middle - self.thickness / 2, width - 2 * _GAP, self.thickness, fill)
        if figure and width > _LEAST_FOR_FIGURE:
            if fill is not Fill.WHITE:
                area.patch(start + width / 2, middle, figure.natural_width() + 2 * _PATCH_SIDES)
            area.words(figure, start + width / 2, middle, Side.MIDDLE)
        return start + width


class _Line:
    """One bar with its words at the start, and its people below them."""

    def __init__(self, composer: ReportComposer, stack: Stack) -> None:
        self._label = composer.text(Role.CELL, composer.words.heading(stack.heading))
        self._bar = _Bar(composer, stack, composer.words.answered(stack.people), _LABELS + _LABEL_GAP, _BAR)
        self.height = max(_BAR, self._label.height(_LABELS) + self._bar.people.height(_LABELS)) + _BETWEEN

    def paint(self, area: ChartArea, top: float, fills: tuple[Fill, ...]) -> None:
        middle = top - self.height / 2
        area.column(self._label, 0.0, _LABELS, middle + self._bar.people.height(_LABELS) / 2)
        area.column(self._bar.people, 0.0, _LABELS, middle - self._label.height(_LABELS) / 2)
        self._bar.paint(area, middle, fills)


class _Pair:
    """A bar for either of two periods, touching, with words for both at the start."""

    def __init__(self, composer: ReportComposer, stacks: tuple[Stack, Stack]) -> None:
        words, start = composer.words, PAIR_LABELS + PAIR_PERIODS + _LABEL_GAP
        self._label = composer.text(Role.CELL, words.class_of(stacks[0].heading))
        told = (words.period_answered(stack.heading, stack.people) for stack in stacks)
        self._bars = [_Bar(composer, stack, said, start, _PAIR) for stack, said in zip(stacks, told, strict=True)]
        self._heights = [max(_PAIR, bar.people.height(PAIR_PERIODS)) for bar in self._bars]
        self.height = max(sum(self._heights), self._label.height(PAIR_LABELS - _LABEL_GAP)) + _BETWEEN

    def paint(self, area: ChartArea, top: float, fills: tuple[Fill, ...]) -> None:
        middle = top - self.height / 2
        area.column(self._label, 0.0, PAIR_LABELS - _LABEL_GAP, middle)
        level = middle + sum(self._heights) / 2
        for bar, height in zip(self._bars, self._heights, strict=True):
            area.column(bar.people, PAIR_LABELS, PAIR_PERIODS, level - height / 2)
            bar.paint(area, level - height / 2, fills)
            level -= height


def _lines(composer: ReportComposer, bars: Sequence[Stack]) -> list[_Line | _Pair]:
    if any(bar.heading.period for bar in bars):
        return [_Pair(composer, pair) for pair in zip(bars[::2], bars[1::2], strict=True)]
    return [_Line(composer, bar) for bar in bars]


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
    bars = _lines(composer, stacks.bars)
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
