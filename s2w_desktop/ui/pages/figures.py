"""First figures for headquarters: one table of counts for each question, in which nobody can be found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.summary import FIGURE_PATHS
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.labels import choice, short_label
from s2w_desktop.services.counting import THRESHOLD, UNKEPT, Cell, CountTable
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.hidden_bar import CountBar
from s2w_desktop.ui.kit.card import Card, EmptyState, Hairline, PageHead
from s2w_desktop.ui.kit.panel import Panel, ScrollPage
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.pages.base import AreaPage

_COLUMNS = 2


class FiguresPage(AreaPage):
    """Counts of people by one question each; a number under five is hidden, and one more, so that it cannot be worked out."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk)
        _, theme = desk.translator.gettext, desk.theme
        self._head = PageHead(theme, _("Figures"), " ")
        self._spot = NoticeSpot(desk)
        self._sheet = Panel(theme, gap=0)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.gap(14))
        self._sheet.box.addLayout(self._grid)
        self._sheet.box.addStretch(1)
        self._scroll = ScrollPage(self._sheet)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that keys scroll; there is nothing else to reach here
        self._scroll.setAccessibleName(_("Figures"))
        self.add(self._head, self._spot)
        self.box.addWidget(self._scroll, 1)
        self.tables: tuple[CountTable, ...] = ()
        desk.tasks.run(
            lambda _report: workplace.counting.tables(), owner=self, done=self._on_counted, failed=self._spot.show_failure
        )

    def first_focus(self) -> QWidget:
        return self._scroll

    def _on_counted(self, tables: tuple[CountTable, ...]) -> None:
        tr = self.desk.translator
        _ = tr.gettext
        self.tables = tables
        filled = [table for table in tables if table.cells]
        rule = tr.ngettext(
            "Numbers under {n} are hidden, and one more with them, so that nobody can be worked out.",
            "Numbers under {n} are hidden, and one more with them, so that nobody can be worked out.",
            THRESHOLD,
        )
        self._head.set_quiet(fill(rule, n=THRESHOLD))
        if not filled:
            self._grid.addWidget(EmptyState(self.theme, "chart", _("No profile yet, so there is nothing to count.")), 0, 0)
        for place, table in enumerate(filled):  # unaligned cells, so that cards grow with their lines
            self._grid.addWidget(self._card(table), place // _COLUMNS, place % _COLUMNS)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def _card(self, table: CountTable) -> Card:
        tr, theme = self.desk.translator, self.theme
        _ = tr.gettext
        title = self._title(table)
        card = Card(theme, Label(theme, title, Role.HEADING, wrap=True), gap=10, margins=(20, 14, 20, 14))
        card.set_name(title)
        most = max((cell.count or 0 for cell in table.cells), default=0)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.gap(12))
        grid.setVerticalSpacing(theme.gap(8))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for line, cell in enumerate(table.cells):
            words, figure = self._words(table, cell), _("hidden") if cell.count is None else number(tr, cell.count)
            grid.addWidget(Label(theme, words, wrap=True), line, 0)
            grid.addWidget(CountBar(theme, cell.count, most), line, 1)
            grid.addWidget(Label(theme, figure, Role.MUTED if cell.count is None else Role.STRONG), line, 2)
        card.add(body, Hairline(), Label(theme, self._base(table), Role.CAPTION, wrap=True), None)
        return card

    def _base(self, table: CountTable) -> str:
        tr = self.desk.translator
        _ = tr.gettext
        if table.total is None:
            return _("All numbers are small, so the sum is hidden too.")
        return fill(tr.ngettext("{n} person", "{n} people", table.total), n=number(tr, table.total))

    def _title(self, table: CountTable) -> str:
        _ = self.desk.translator.gettext
        if table.column == UNKEPT:
            return _("Interviews of which nothing was kept")
        if table.column not in FIGURE_PATHS:
            return _("Centre")
        section, field = FIGURE_PATHS[table.column].split(".")
        return short_label(self.desk.translator, section, field)

    def _words(self, table: CountTable, cell: Cell) -> str:
        _ = self.desk.translator.gettext
        if not cell.code:
            return _("no answer")
        if table.column not in (*FIGURE_PATHS, UNKEPT):
            return cell.code
        section, field = FIGURE_PATHS["sex" if table.column == UNKEPT else table.column].split(".")
        return choice(self.desk.translator, QUESTIONNAIRE.by_key[section].by_key[field].codes, cell.code)
