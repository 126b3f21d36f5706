"""One table of the report as a card: title, base line, bars that can be read as a table, and what is hidden."""

from s2w_desktop.domain.figures import CountTable, Table
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.report_headings import Skills
from s2w_desktop.i18n.report_titles import table_title
from s2w_desktop.i18n.report_words import base_words, notes
from s2w_desktop.ui.charts.bar_chart import BarChart, can_draw
from s2w_desktop.ui.charts.figures_table import figures_tables
from s2w_desktop.ui.charts.period_bars import PeriodBars, has_pairs
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card, Hairline
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role


class TableCard(Card):
    """The card. Where a table has bars they stand first, and a button changes between the two."""

    def __init__(self, desk: Desk, table: Table, threshold: int, skills: Skills) -> None:
        tr, theme = desk.translator, desk.theme
        self.title = table_title(tr, table.number)
        super().__init__(theme, gap=8, margins=(20, 14, 20, 14))
        self.set_name(self.title)
        self._desk, self._table, self._threshold, self._skills = desk, table, threshold, skills
        self._as_table = Button(theme, tr.gettext("As a table"), ButtonKind.QUIET)
        self._as_table.clicked.connect(self._on_turn)
        head = row(theme, gap=8)
        head.box.addWidget(
            Label(theme, fill("{number}  {title}", number=Ltr(table.number), title=self.title), Role.HEADING, wrap=True), 1
        )
        head.box.addWidget(self._as_table)
        has_bars = has_pairs(table) or can_draw(table)
        self._as_table.setVisible(has_bars)  # not before it has a parent: it would open as a window
        self._body = Panel(theme, gap=0)
        self.add(head)
        if told := base_words(tr, table, threshold):
            self.add(Label(theme, told, Role.CAPTION, wrap=True))
        self.add(self._body)
        lines = notes(tr, table, skills)
        if lines:
            self.add(Hairline(), Label(theme, " ".join(lines), Role.CAPTION, wrap=True))
        self.add(None)
        self._is_table = not has_bars
        self._show()

    @property
    def turn_button(self) -> Button:
        """Shows the table in place of the bars, and back."""
        return self._as_table

    @property
    def is_table(self) -> bool:
        """Whether the numbers stand as a table now."""
        return self._is_table

    def _on_turn(self) -> None:
        self._is_table = not self._is_table
        self._show()

    def _show(self) -> None:
        _ = self._desk.translator.gettext
        self._body.clear()
        desk, table = self._desk, self._table
        if self._is_table or not isinstance(table, CountTable):
            self._body.add(*figures_tables(desk.theme, desk.translator, table, self.title, self._threshold, self._skills))
        elif has_pairs(table):
            self._body.box.addWidget(PeriodBars(desk.theme, desk.translator, table, self._threshold, self._skills))
        else:
            self._body.box.addWidget(BarChart(desk.theme, desk.translator, table, self._threshold, self._skills))
        self._as_table.set_words(_("As bars") if self._is_table else _("As a table"))
