"""Fields tell what a person changed and when the focus left, and nothing that the program did."""

import pytest
from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.kit.fields import NumberEntry, NumberField, TextArea, TextField
from s2w_desktop.ui.kit.option import Choice
from s2w_desktop.ui.kit.panel import column
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.words import Words
from tests.ui.typing import click, commit, press, type_keys

ABOUT = Choice("about", Words("about", "en"), Words("تقريباً", "ar"))


class Ear(QObject):
    """Counts a signal without a payload."""

    def __init__(self, signal: SignalInstance) -> None:
        super().__init__()
        self.count = 0
        signal.connect(self.hear)

    def hear(self) -> None:
        self.count += 1


def test_typing_in_every_script_is_told_and_setting_is_not(theme: Theme, qtbot: QtBot) -> None:
    field = TextField(theme, "As said")
    qtbot.addWidget(field)
    heard: list[str] = []
    field.edited.connect(heard.append)
    field.set_text("Tailor")
    assert heard == []
    field.clear()
    for text in ("خياط", " ስፌት", " é"):
        commit(field, text)
    type_keys(field, "ß")
    assert heard[-1] == "خياط ስፌት éß"


def test_a_field_takes_the_direction_and_size_of_what_is_typed(theme: Theme, qtbot: QtBot) -> None:
    field = TextField(theme, "As said", language="ar")
    qtbot.addWidget(field)
    assert field.layoutDirection() is Qt.LayoutDirection.RightToLeft
    commit(field, "Tailor")
    assert field.layoutDirection() is Qt.LayoutDirection.LeftToRight
    field.clear()
    commit(field, "خياط")
    assert field.layoutDirection() is Qt.LayoutDirection.RightToLeft
    field.show()
    assert field.fontInfo().pixelSize() == 16


def test_of_a_long_text_the_beginning_is_seen_until_somebody_writes_there(theme: Theme, qtbot: QtBot) -> None:
    long = "Food making, wood, sewing and similar crafts, and what else belongs to them"
    field, other = TextField(theme, "a", width=120), QLineEdit()
    page = column(theme, field, other)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    other.setFocus()
    field.set_text(long)
    assert field.cursorPosition() == 0
    field.setFocus()
    assert field.cursorPosition() == len(long), "whoever is led here goes on writing"
    field.setCursorPosition(7)
    other.setFocus()
    assert field.cursorPosition() == 0
    field.setFocus()
    assert field.cursorPosition() == 7, "whoever comes back finds the caret where it was"
    press(Qt.Key.Key_Tab)
    assert field.cursorPosition() == 0


def test_leaving_is_told_once_per_leaving(theme: Theme, qtbot: QtBot) -> None:
    first, area, last = TextField(theme, "a"), TextArea(theme, "b"), QLineEdit()
    window = column(theme, first, area, last)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    first.setFocus()
    from_line, from_area = Ear(first.left), Ear(area.left)
    press(Qt.Key.Key_Tab)
    assert (from_line.count, from_area.count) == (1, 0)
    press(Qt.Key.Key_Tab)
    assert (from_line.count, from_area.count) == (1, 1)
    assert last.hasFocus()


def test_an_area_tells_what_a_person_typed_only(theme: Theme, qtbot: QtBot) -> None:
    area = TextArea(theme, "Private remark")
    qtbot.addWidget(area)
    heard: list[str] = []
    area.edited.connect(heard.append)
    area.set_text("by program")
    assert heard == []
    commit(area, "x")
    assert heard == ["xby program"]


@pytest.mark.parametrize("typed", ["12", "١٢", "۱۲", "१२", " 12 "])
def test_digits_of_every_script_are_numbers(theme: Theme, qtbot: QtBot, typed: str) -> None:
    field = NumberField(theme, "Years", unit="years", about=ABOUT)
    qtbot.addWidget(field)
    heard: list[NumberEntry] = []
    field.edited.connect(heard.append)
    commit(field.line, typed)
    assert heard == [NumberEntry(12, False, typed)]


def test_the_unit_takes_the_form_that_it_is_told(theme: Theme, qtbot: QtBot) -> None:
    field, bare = NumberField(theme, "Years", unit="years"), NumberField(theme, "Figure")
    for one in (field, bare):
        qtbot.addWidget(one)
        one.set_unit("year")
    assert [label.words.text for one in (field, bare) for label in one.findChildren(Label)] == ["year"]


@pytest.mark.parametrize("typed", ["twelve", "-3", "1.5", "²", "1e3"])
def test_what_is_no_number_is_kept_as_typed(theme: Theme, qtbot: QtBot, typed: str) -> None:
    field = NumberField(theme, "Years")
    qtbot.addWidget(field)
    commit(field.line, typed)
    assert field.value() == NumberEntry(None, False, typed)


def test_about_belongs_to_the_number(theme: Theme, qtbot: QtBot) -> None:
    field = NumberField(theme, "Years", about=ABOUT)
    qtbot.addWidget(field)
    field.show()
    heard: list[NumberEntry] = []
    field.edited.connect(heard.append)
    field.set_value(12, about=True)
    assert heard == []
    assert field.about_row is not None
    click(field.about_row)
    assert heard == [NumberEntry(12, False, "12")]
    assert field.about_row.accessibleName() == "Years: about / تقريباً"
