"""The picker finds words in any order and script, by keyboard alone, and keeps what was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.kit.panel import Panel, column
from s2w_desktop.ui.kit.picker import Picked, Picker, PickerWords
from s2w_desktop.ui.kit.searching import Suggestion, search_in
from s2w_desktop.ui.kit.theme import Theme
from tests.ui.typing import click, commit, press

Key = Qt.Key
ITEMS = [
    Suggestion("ssd", "South Sudan", "SSD"),
    Suggestion("sdn", "Sudan", "SDN", also=("السودان",)),
    Suggestion("syr", "Syria", "SYR", also=("سوريا", "Syrie")),
    Suggestion("civ", "Côte d'Ivoire", "CIV", also=("Ivory Coast",)),
    Suggestion("eri", "إريتريا", "ERI"),
]


def keys(typed: str, most: int = 10) -> list[str]:
    return [item.key for item in search_in(ITEMS)(typed, most)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sudan", ["sdn", "ssd"]),
        ("sud sou", ["ssd"]),
        ("cote", ["civ"]),
        ("coast ivory", ["civ"]),
        ("SYR", ["syr"]),
        ("سورية", []),
        ("اريتريا", ["eri"]),
        ("سودان", []),
        ("السودان", ["sdn"]),
        ("udan", ["ssd", "sdn"]),
        ("", ["ssd", "sdn", "syr", "civ", "eri"]),
    ],
)
def test_search_gives_the_best_first(typed: str, found: list[str]) -> None:
    assert keys(typed) == found


def test_a_slip_of_the_finger_still_finds_and_nonsense_does_not() -> None:
    search = search_in([Suggestion("de", "Germany"), Suggestion("ge", "Georgia"), Suggestion("ua", "Ukraine")])
    assert [one.key for one in search("Jermany", 3)] == ["de"]
    assert [one.key for one in search("ukrane", 3)] == ["ua"]
    assert search("qqqq", 3) == []


def test_search_gives_no_more_than_asked() -> None:
    assert keys("", 2) == ["ssd", "sdn"]


class Bench:
    """A picker above a line, and what it told."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.picker = Picker(theme, search_in(ITEMS), PickerWords("Country", "Type a few letters", "Nothing fits"))
        self.after = QLineEdit()
        self.window: Panel = column(theme, self.picker, self.after, None)
        qtbot.addWidget(self.window)
        self.window.resize(500, 500)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.picker.setFocus()
        self.heard: list[Picked] = []
        self.picker.edited.connect(self.heard.append)


@pytest.fixture
def bench(theme: Theme, qtbot: QtBot) -> Bench:
    return Bench(theme, qtbot)


def test_down_goes_into_the_list_and_enter_picks(bench: Bench) -> None:
    commit(bench.picker.line, "su")
    assert bench.picker.is_open()
    press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert bench.heard == [Picked("ssd", "South Sudan")]
    assert not bench.picker.is_open()
    assert bench.picker.line.text() == "South Sudan"


def test_escape_closes_the_list_and_leaves_the_words(bench: Bench) -> None:
    commit(bench.picker.line, "su")
    press(Key.Key_Escape)
    assert not bench.picker.is_open()
    assert bench.picker.line.text() == "su"
    assert bench.heard == []


def test_words_that_fit_nothing_are_kept_on_leaving(bench: Bench) -> None:
    commit(bench.picker.line, "Rojava")
    press(Key.Key_Tab)
    assert bench.heard == [Picked(None, "Rojava")]
    assert bench.picker.picked() == Picked(None, "Rojava")
    assert not bench.picker.is_open()
    assert bench.after.hasFocus()


def test_a_click_picks_and_the_line_keeps_the_focus(bench: Bench) -> None:
    commit(bench.picker.line, "syr")
    shown = bench.picker.list
    click(shown.viewport(), shown.visualRect(shown.model().index(0, 0)).center())
    assert bench.heard == [Picked("syr", "Syria")]
    assert bench.picker.line.hasFocus()


def test_leaving_without_a_change_tells_nothing(bench: Bench) -> None:
    bench.picker.set_picked(Picked("sdn", "Sudan"))
    press(Key.Key_Tab)
    assert bench.heard == []


def test_emptying_the_line_takes_the_pick_back(bench: Bench) -> None:
    bench.picker.set_picked(Picked("sdn", "Sudan"))
    bench.picker.line.selectAll()
    press(Key.Key_Backspace)
    press(Key.Key_Tab)
    assert bench.heard == [Picked(None, "")]


def test_the_list_lies_over_the_window_below_its_line(bench: Bench) -> None:
    commit(bench.picker.line, "s")
    popup = bench.picker.list.parentWidget()
    assert popup is not None
    assert popup.parentWidget() is bench.window
    assert popup.y() >= bench.picker.line.height()
    assert popup.width() == bench.picker.line.width()
