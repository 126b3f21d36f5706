"""The dashboard: the tables of the analysis report on screen, for a chosen period, place and stage."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from s2w_desktop.domain.errors import Cancelled
from s2w_desktop.domain.figures import COMPARED, COVERAGE_NUMBER, FunnelTable, Report, Table
from s2w_desktop.domain.progress import Progress
from s2w_desktop.i18n.isolation import fill, isolate_ltr
from s2w_desktop.i18n.report_titles import CHAPTERS, chapter_of, chapter_title, table_title
from s2w_desktop.i18n.report_words import beside, count_words, cover_figures, legend, periods_line
from s2w_desktop.services.report_cases import Places
from s2w_desktop.services.reporting import Draft
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.charts.table_card import TableCard
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Card, EmptyState, NoticeText, PageHead, Tone
from s2w_desktop.ui.kit.panel import Panel, ScrollPage, column
from s2w_desktop.ui.kit.progress import ProgressCard
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.pages.dashboard_filters import DashboardFilters
from s2w_desktop.ui.pages.dashboard_saving import ReportSaving
from s2w_desktop.ui.pages.dashboard_words import progress_words

if TYPE_CHECKING:
    from s2w_desktop.ui.kit.tasks import Task

_TWO_COLUMNS = 900
_FIRST_CHAPTER = "1"
_RING = 4
"""Room for the ring around what has the focus: a page that scrolls cuts off what reaches beyond its edge."""


@dataclass(frozen=True)
class DashboardPlace:
    """The report that stands there, and its chapter."""

    draft: Draft | None
    keys: tuple[str, ...]
    chapter: str
    focus: object


class DashboardPage(AreaPage):
    """One chapter at a time, two tables beside each other. Making the tables shows progress and can be stopped."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk)
        self._reporting, self._files = workplace.office.reporting, workplace.office.report_files
        self._draft: Draft | None = None
        self._task: Task | None = None
        self.cards: tuple[TableCard, ...] = ()
        tr, theme = desk.translator, desk.theme
        _ = tr.gettext
        self._head = PageHead(theme, _("Dashboard"), " ")
        self._spot = NoticeSpot(desk)
        self._filters = self._made_filters(Places())
        self._chapter = ChoiceButton(
            theme,
            tuple((key, chapter_title(tr, key)) for key in CHAPTERS if key not in ("A", COMPARED)),
            lambda words: words,
            name=_("Chapter"),
        )
        self._chapter.set_value(_FIRST_CHAPTER)
        self._again = Button(theme, _("Count again"), icon="search")
        top = Panel(theme, gap=12, margins=(_RING, 0, _RING, 0))
        self._sheet, self._content = Panel(theme, gap=14, margins=(_RING, _RING, _RING, 0)), Panel(theme, gap=0)
        self._scroll = ScrollPage(self._sheet)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that keys scroll
        self._scroll.setAccessibleName(_("Figures"))
        self._saving = ReportSaving(desk, workplace, parent=self, spot=self._spot)
        row = FlowRow(theme, self._chapter, self._again, *self._saving.buttons)
        self._sheet.add(self._filters, row, self._content)  # with large letters all of them need the room of the figures
        top.add(self._head, self._spot)
        self.add(top)
        self.box.addWidget(self._scroll, 1)
        self._again.clicked.connect(self.count)
        self._chapter.chosen.connect(lambda _key: self._show())

    @property
    def report(self) -> Report | None:
        """The report that is shown."""
        return self._draft.report if self._draft else None

    @property
    def filters(self) -> DashboardFilters:
        """Period, place and stage."""
        return self._filters

    @property
    def chapter_button(self) -> ChoiceButton:
        """Which chapter is shown."""
        return self._chapter

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    @property
    def saving(self) -> ReportSaving:
        """Writes the report to a file."""
        return self._saving

    def first_focus(self) -> QWidget:
        return self._chapter

    def start(self) -> None:
        super().start()
        if self._draft is None and self._task is None:
            self.count()

    def place(self) -> object:
        if self._task is not None:
            self._task.cancel()
        return DashboardPlace(self._draft, self._filters.keys(), self._chapter.value(), super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, DashboardPlace) and place.draft is not None:
            self._chapter.set_value(place.chapter)
            self._take(place.draft)
            self._filters.set_keys(place.keys)
            super().restore(place.focus)

    def count(self) -> None:
        """Make the tables of what is chosen."""
        if self._task is not None:
            self._task.cancel()
        desk = self.desk
        self._spot.clear()
        card = ProgressCard(desk.theme, progress_words(desk.translator))
        self.cards = ()
        self._put(card, None)
        began = time.monotonic()
        self._task = desk.tasks.run(
            self._counting(),
            owner=self,
            done=self._on_counted,
            failed=self._on_failed,
            progress=lambda done, total: card.set_progress(done, total, time.monotonic() - began),
        )
        card.cancelled.connect(self._task.cancel)

    def _counting(self) -> Callable[[Progress], Draft]:
        """What makes the tables: of one period, or of two where they can be compared."""
        reporting, selection, second = self._reporting, self._filters.selection(), self._filters.second()
        if second is None:
            return lambda task: reporting.draft(selection, progress=task)
        if reporting.are_apart(selection, second):
            return lambda task: reporting.compare(selection, second, progress=task)
        _ = self.desk.translator.gettext
        apart = _("The two periods need days of their own, none in both.")
        self._spot.show_text(NoticeText(apart, _("Nothing was changed."), _("Choose another period.")), Tone.WARN)
        return lambda task: reporting.draft(selection, progress=task)

    def _on_counted(self, draft: Draft) -> None:
        self._task = None
        self._take(draft)

    def _take(self, draft: Draft) -> None:
        self._draft = draft
        self._saving.take(draft)
        if draft.places != self._filters.places:
            old, keys = self._filters, self._filters.keys()
            self._filters = self._made_filters(draft.places)
            self._filters.set_keys(keys)
            self._sheet.box.replaceWidget(old, self._filters)
            old.hide()
            old.deleteLater()
        self._show()

    def _made_filters(self, places: Places) -> DashboardFilters:
        made = DashboardFilters(self.desk, places)
        made.changed.connect(self.count)
        return made

    def _on_failed(self, failure: Exception) -> None:
        self._task = None
        _ = self.desk.translator.gettext
        if isinstance(failure, Cancelled):
            self._put(EmptyState(self.theme, "chart", _("Stopped. “Count again” begins anew.")))
        else:
            self._put()
            self._spot.show_failure(failure)

    def _put(self, *parts: QWidget | QLayout | None) -> None:
        """Show these in place of what stands there."""
        old, self._content = self._content, Panel(self.theme, gap=14)
        for part in parts:
            if isinstance(part, QLayout):
                self._content.box.addLayout(part)
            else:
                self._content.add(part)
        self._sheet.box.addWidget(self._content)
        old.hide()
        old.deleteLater()

    def _show(self) -> None:
        report, tr, theme = self.report, self.desk.translator, self.theme
        if report is None:
            return
        _ = tr.gettext
        people = count_words(tr, report.people, report.threshold)
        self._head.set_quiet(fill(_("{people} profiles in this selection"), people=people))
        tables = _tables(report, self._chapter.value())
        if not tables:
            self.cards = ()
            words = _("Nothing can be shown here without telling about single people.")
            self._put(Card(theme, Label(theme, words, wrap=True)), *self._beside(report), None)
            return
        grid = QGridLayout()
        grid.setSpacing(theme.gap(14))
        wide = self.width() >= theme.px(_TWO_COLUMNS)
        skills = self._files.skill_words(tr.code)
        self.cards = tuple(TableCard(self.desk, one, report.threshold, skills) for one in tables)
        across, place = 2 if wide else 1, 0
        for card, table in zip(self.cards, tables, strict=True):
            taken = across if isinstance(table, FunnelTable) else 1  # a step for each column: it needs the width
            grid.addWidget(card, place // across, place % across, 1, taken)
            place += taken
        for one in range(across):
            grid.setColumnStretch(one, 1)
        self._put(self._strip(report), *self._periods(report), *self._beside(report), grid, self._key(report), None)

    def _strip(self, report: Report) -> QWidget:
        """The figures that matter."""
        theme, tr = self.theme, self.desk.translator
        parts = [
            column(theme, Label(theme, figure, Role.TITLE), Label(theme, words, Role.CAPTION), gap=2)
            for figure, words in cover_figures(tr, report)
        ]
        card = Card(theme, gap=8, margins=(20, 12, 20, 12))
        card.add(FlowRow(theme, *parts))
        card.set_name(tr.gettext("Overview"))
        return card

    def _periods(self, report: Report) -> list[QWidget]:
        """Which periods are compared, and which tables only the first of them has."""
        tr = self.desk.translator
        chapter = [one.number for one in report.tables if chapter_of(one.number) == self._chapter.value()]
        missing = [number for number in chapter if report.table(f"{COMPARED}.{number}") is None]
        alone = [f"{isolate_ltr(number)} {table_title(tr, number)}" for number in missing]
        lines = list(periods_line(tr, report))
        if lines and alone:
            lines.append(fill(tr.gettext("Not in both periods: {tables}."), tables="; ".join(alone)))
        return [Label(self.theme, line, Role.STRONG, wrap=True) for line in lines]

    def _beside(self, report: Report) -> list[QWidget]:
        """Who stands beside the figures, in the chapter that tells how far they reach."""
        if self._chapter.value() != chapter_of(COVERAGE_NUMBER):
            return []
        return [Label(self.theme, line, Role.STRONG, wrap=True) for line in beside(self.desk.translator, report)]

    def _key(self, report: Report) -> QWidget:
        """How the signs are read."""
        tr = self.desk.translator
        lines = " · ".join(f"{sign} {words}" for sign, words in legend(tr, report.threshold))
        return Label(self.theme, lines, Role.CAPTION, wrap=True)


def _tables(report: Report, chapter: str) -> list[Table]:
    """The tables of a chapter; those that compare where two periods are compared."""
    return [
        one
        for one in report.tables
        if (chapter_of(one.number) == chapter if report.beside is None else one.number.startswith(f"{COMPARED}.{chapter}."))
    ]
