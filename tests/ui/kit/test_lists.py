"""Navigator and tables: keyboard, spoken rows, lazy fetching."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.kit.navlist import NavItem, NavList
from s2w_desktop.ui.kit.rowtable import Cell, Column, Row, RowTable
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import SECTION_ROW, Role
from tests.ui.typing import click, double_click, press

Key = Qt.Key
SECTIONS = [
    NavItem("", "Start", heading=True),
    NavItem("agreement", "Agreement", "done", state="resolved"),
    NavItem("", "Abilities", heading=True),
    NavItem("work", "Work", "half", "3 / 6", state="started"),
    NavItem("goals", "Goals", "empty", state="not started"),
]
COLUMNS = [
    Column("Profile", 200),
    Column("State", 150),
    Column("Last change", 150, optional=True),
    Column("Number", 80, number=True),
]


@pytest.fixture
def navigator(theme: Theme, qtbot: QtBot) -> NavList:
    made = NavList(theme, "Sections", SECTIONS)
    qtbot.addWidget(made)
    made.resize(214, 300)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


@pytest.mark.parametrize("count", ["", "1", "12 / 30"])
def test_a_long_line_gets_a_second_line_and_no_word_is_cut(theme: Theme, qtbot: QtBot, count: str) -> None:
    long = NavItem("licences", "Licences and certificates of every kind", "done", count)
    made = NavList(theme, "Sections", [*SECTIONS, long])
    qtbot.addWidget(made)
    made.resize(214, 400)
    made.show()
    one, two = (made.visualRect(made.model().index(row, 0)) for row in (1, len(SECTIONS)))
    line = QFontMetrics(theme.font(Role.STRONG)).height()
    assert one.height() == theme.px(SECTION_ROW)
    assert two.height() >= one.height() + line
    assert made.content_height() == len(SECTIONS) * one.height() + two.height()


def test_arrows_step_over_headings_and_enter_goes_there(navigator: NavList) -> None:
    heard: list[str] = []
    navigator.chosen.connect(heard.append)
    navigator.set_current("agreement")
    press(Key.Key_Down)
    assert heard == []
    press(Key.Key_Return)
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert heard == ["work", "goals"]
    assert navigator.current() == "agreement"


def test_a_click_goes_there_and_a_heading_does_not_answer(navigator: NavList) -> None:
    heard: list[str] = []
    navigator.chosen.connect(heard.append)
    for row in (0, 3):
        click(navigator.viewport(), navigator.visualRect(navigator.model().index(row, 0)).center())
    assert heard == ["work"]


def test_marks_and_counts_are_spoken_in_words(navigator: NavList) -> None:
    interface = QAccessible.queryAccessibleInterface(navigator)
    assert interface.role() is QAccessible.Role.List
    spoken = [interface.child(row).text(QAccessible.Text.Name) for row in range(interface.childCount())]
    assert "Work, started, 3 / 6" in spoken


def test_new_counts_leave_the_cursor_where_it_was(navigator: NavList) -> None:
    navigator.set_current("work")
    navigator.set_items([*SECTIONS[:-1], NavItem("goals", "Goals", "half", "1 / 4")])
    assert navigator.currentIndex().row() == 3


class Store:
    """Rows by number; remembers what was asked for."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[tuple[int, int]] = []

    def fetch(self, first: int, count: int) -> Sequence[Row]:
        self.asked.append((first, count))
        return [row(number) for number in range(first, min(self.count, first + count))]


def row(number: int) -> Row:
    cells = (
        Cell(f"PT-{number}", "Arabic", strong=True),
        Cell("Draft", mark="half"),
        Cell("today"),
        Cell(str(number), number=True),
    )
    return Row(f"key-{number}", cells)


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> RowTable:
    made = RowTable(theme, "Profiles", COLUMNS)
    qtbot.addWidget(made)
    made.resize(700, 400)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def test_of_ten_thousand_rows_only_those_seen_are_fetched(table: RowTable) -> None:
    store = Store(10_000)
    table.set_rows(10_000, store.fetch)
    table.grab()
    assert store.asked == [(0, 100)]
    table.scrollToBottom()
    table.grab()
    assert store.asked[-1] == (9_900, 100)
    assert len(store.asked) <= 3


def test_a_store_that_lost_rows_since_it_was_counted_shows_empty_lines(table: RowTable) -> None:
    store = Store(3)
    table.set_rows(10, store.fetch)
    table.grab()
    table.select(9)
    assert table.current_key() is None


def test_moving_tells_the_key_and_enter_opens(table: RowTable) -> None:
    moved: list[str] = []
    opened: list[str] = []
    table.selected.connect(moved.append)
    table.activated_row.connect(opened.append)
    table.set_rows(5, Store(5).fetch)
    table.select(0)
    assert moved == []
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert moved == ["key-1"]
    assert opened == ["key-1"]
    assert table.current_key() == "key-1"


def test_a_double_click_opens(table: RowTable) -> None:
    opened: list[str] = []
    table.activated_row.connect(opened.append)
    table.set_all_rows([row(0), row(1)])
    double_click(table.viewport(), QPoint(30, 52 + 20))
    assert opened == ["key-1"]


def test_tab_leaves_the_table(table: RowTable) -> None:
    table.set_all_rows([row(0), row(1)])
    assert not table.tabKeyNavigation()


def test_rows_and_headers_are_spoken(table: RowTable) -> None:
    table.set_all_rows([row(0)])
    interface = QAccessible.queryAccessibleInterface(table)
    spoken = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
    assert "PT-0, Arabic" in spoken
    assert "Last change" in spoken


def test_an_optional_column_goes_when_there_is_no_room(table: RowTable) -> None:
    assert not table.isColumnHidden(2)
    table.resize(480, 400)
    assert table.isColumnHidden(2)
    table.resize(300, 400)
    widths = [table.columnWidth(column) for column in (0, 1, 3)]
    assert sum(widths) == table.viewport().width()
    assert min(widths) > 40


def test_rows_grow_with_the_text(table: RowTable, theme: Theme) -> None:
    table.set_all_rows([row(0)])
    assert table.rowHeight(0) == 52
    theme.set_text_scale(200)
    assert table.rowHeight(0) == 104
