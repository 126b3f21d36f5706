"""A table of two periods as bars: for each class a bar of either, with its share and its number beside it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from s2w_desktop.domain.figures import Count, CountTable, Period, Share, Sign
from s2w_desktop.i18n.report_headings import Skills, period_words, shown_heading
from s2w_desktop.i18n.report_words import count_words, share_words
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.charts.segments import Segment, SegmentBar, Swatch
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.panel import row
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Role

MOST_PAIRS = 15
_STEP = {Period.FIRST: 3, Period.SECOND: 1}


def has_pairs(table: object) -> bool:
    """Whether a table compares the numbers of two periods; one whose rows are bars of a hundred per cent is no such table."""
    return isinstance(table, CountTable) and table.second is not None and not table.is_by_row


class PeriodBars(QWidget):
    """The bars of all people of each class, by their share where the table has shares: periods differ in their numbers. Classes
    beyond fifteen stand in the table alone."""

    def __init__(self, theme: Theme, tr: Translator, table: CountTable, threshold: int, skills: Skills) -> None:
        super().__init__()
        self._theme, self._tr, self._table, self._threshold = theme, tr, table, threshold
        self.bars: list[SegmentBar] = []
        self._by_share = any(isinstance(line[-1], int) for line in table.shares)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.gap(12))
        grid.setVerticalSpacing(theme.gap(2))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 5)
        grid.addWidget(self._key(), 0, 1, 1, 2)
        classes = [place for place, one in enumerate(table.rows) if not one.is_total][: 2 * MOST_PAIRS]
        longest = max((self._size(place) or 0 for place in classes), default=0)
        for line, place in enumerate(classes, start=1):
            self._add(grid, line, place, shown_heading(tr, table.rows[place], skills), longest)
            if table.rows[place].period is Period.FIRST:
                said = Label(theme, shown_heading(tr, replace(table.rows[place], period=None), skills), wrap=True)
                grid.addWidget(said, line, 0, 2, 1)

    def _add(self, grid: QGridLayout, line: int, place: int, words: str, longest: int) -> None:
        """One bar with its figures."""
        theme, tr, size = self._theme, self._tr, self._size(place)
        segment = Segment(None if size is None else size / longest if longest else 0.0, "", _STEP[self._period(place)])
        bar = SegmentBar(theme, (segment,))
        self.bars.append(bar)
        grid.addWidget(bar, line, 1)
        count, share = self._figures(place)
        figures = count_words(tr, count, self._threshold)
        if share is not None and not isinstance(count, Sign):
            figures = f"{figures} · {share_words(tr, share, self._threshold)}"
        told = Label(theme, figures, Role.STRONG)
        told.setAccessibleName(f"{words}: {figures}")
        grid.addWidget(told, line, 2, Qt.AlignmentFlag.AlignVCenter)
        if self._period(place) is Period.SECOND:
            grid.setRowMinimumHeight(line, bar.sizeHint().height() + theme.gap(8))

    def _key(self) -> QWidget:
        theme = self._theme
        pairs = [
            row(theme, Swatch(theme, _STEP[one]), Label(theme, period_words(self._tr, one), Role.CAPTION), gap=6)
            for one in Period
        ]
        return FlowRow(theme, *pairs)

    def _period(self, place: int) -> Period:
        return self._table.rows[place].period or Period.FIRST

    def _figures(self, place: int) -> tuple[Count, Share | None]:
        return self._table.counts[place][-1], self._table.shares[place][-1] if self._table.shares else None

    def _size(self, place: int) -> int | None:
        """What the length of a bar stands for; None where the number is hidden."""
        count, share = self._figures(place)
        if isinstance(count, Sign):
            return None
        if not self._by_share:
            return count
        return share if isinstance(share, int) else 0
