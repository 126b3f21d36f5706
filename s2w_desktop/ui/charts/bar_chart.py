"""A table of counts as bars: one for each row, parted by the columns, with the sum beside it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from s2w_desktop.domain.figures import ChartKind, Count, CountTable, HeadingKind, Sign
from s2w_desktop.i18n.report_headings import Skills, shown_heading
from s2w_desktop.i18n.report_words import count_words, share_words
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.charts.segments import Segment, SegmentBar, Swatch
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.panel import row
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Role

MOST_BARS: Final = 15
_STEPS: Final = {1: (2,), 2: (3, 1), 3: (3, 2, 1), 4: (3, 2, 1, 0)}
_DRAWN: Final = frozenset({ChartKind.BAR, ChartKind.PAIRED_BAR, ChartKind.STACKED_BAR, ChartKind.PYRAMID})


def can_draw(table: object) -> bool:
    """Whether the rows of a table are bars; others are read as tables."""
    return isinstance(table, CountTable) and table.chart in _DRAWN and len(_classes(table)) <= max(_STEPS)


class BarChart(QWidget):
    """The bars. Rows beyond fifteen stand in the table alone."""

    def __init__(self, theme: Theme, tr: Translator, table: CountTable, threshold: int, skills: Skills) -> None:
        super().__init__()
        self._theme, self._tr, self._table, self._threshold, self._skills = theme, tr, table, threshold, skills
        self.bars: list[SegmentBar] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.gap(12))
        grid.setVerticalSpacing(theme.gap(8))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 5)
        if len(_classes(table)) > 1:
            grid.addWidget(self._key(), 0, 1, 1, 2)
        places = [place for place, one in enumerate(table.rows) if one.kind is not HeadingKind.TOTAL][:MOST_BARS]
        longest = max((self._size(table.counts[place]) for place in places), default=0)
        for line, place in enumerate(places, start=1):
            counts = table.counts[place]
            bar = SegmentBar(theme, self._segments(place, longest))
            self.bars.append(bar)
            words = shown_heading(tr, table.rows[place], skills)
            grid.addWidget(Label(theme, words, wrap=True), line, 0)
            grid.addWidget(bar, line, 1)
            total = Label(theme, count_words(tr, counts[-1], threshold), Role.STRONG)
            total.setAccessibleName(f"{words}: {self._spoken(counts)}")
            grid.addWidget(total, line, 2, Qt.AlignmentFlag.AlignVCenter)

    def _key(self) -> QWidget:
        theme, steps = self._theme, _STEPS[len(_classes(self._table))]
        pairs = []
        for step, place in zip(steps, _classes(self._table), strict=True):
            words = Label(theme, shown_heading(self._tr, self._table.columns[place], self._skills), Role.CAPTION)
            pairs.append(row(theme, Swatch(theme, step), words, gap=6))
        return FlowRow(theme, *pairs)

    def _size(self, counts: Sequence[Count]) -> int:
        """What a bar's length stands for: the sum where it is shown, else what is shown of it."""
        if self._table.is_by_row and self._table.shares:
            return 100
        return sum(count for count in self._parts(counts) if isinstance(count, int))

    def _parts(self, counts: Sequence[Count]) -> list[Count]:
        classes = _classes(self._table)
        return [counts[place] for place in classes] if len(self._table.columns) > 1 else [counts[-1]]

    def _segments(self, place: int, longest: int) -> list[Segment]:
        table = self._table
        by_share = table.is_by_row and bool(table.shares)
        figures = self._parts(table.shares[place] if by_share else table.counts[place])
        say = share_words if by_share else count_words
        steps = _STEPS[len(figures)]
        return [
            Segment(
                None if figure in (Sign.SMALL, Sign.PROTECTED) else _share(figure, longest),
                say(self._tr, figure, self._threshold),
                step,
            )
            for figure, step in zip(figures, steps, strict=True)
        ]

    def _spoken(self, counts: Sequence[Count]) -> str:
        tr, columns = self._tr, self._table.columns
        parts = [
            f"{shown_heading(tr, column, self._skills)} {count_words(tr, count, self._threshold)}"
            for column, count in zip(columns, counts, strict=True)
        ]
        return ", ".join(parts)


def _classes(table: CountTable) -> list[int]:
    """Places of the columns that part a bar; of a table with sums alone, that of the sum."""
    return [place for place, one in enumerate(table.columns) if one.kind is not HeadingKind.TOTAL] or [len(table.columns) - 1]


def _share(figure: Count, longest: int) -> float:
    return figure / longest if isinstance(figure, int) and longest else 0.0
