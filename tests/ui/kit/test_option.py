"""Options answer to keys and clicks, in both directions of reading."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.kit.audit import clipped
from s2w_desktop.ui.kit.option import Choice, OptionGroup, OptionRow
from s2w_desktop.ui.kit.panel import Panel, column
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.words import Words
from tests.ui.typing import click, press

CHOICES = [
    Choice("paid", Words("Yes, for pay", "en"), Words("نعم، بأجر", "ar")),
    Choice("unpaid", Words("Yes, unpaid or for the family", "en"), Words("نعم، بدون أجر أو مع العائلة", "ar")),
    Choice("never", Words("Never", "en"), Words("لا، أبداً", "ar")),
]
Key = Qt.Key


class Bench:
    """A group between two lines, and what it told."""

    def __init__(self, theme: Theme, qtbot: QtBot, *, many: bool) -> None:
        self.before, self.after = QLineEdit(), QLineEdit()
        self.group = OptionGroup(theme, CHOICES, "Have you ever worked?", many=many)
        self.window: Panel = column(theme, self.before, self.group, self.after)
        qtbot.addWidget(self.window)
        self.window.resize(800, 400)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.edits: list[tuple[str, ...]] = []
        self.leavings = 0
        self.group.edited.connect(self.edits.append)
        self.group.left.connect(self._on_left)
        self.before.setFocus()

    def _on_left(self) -> None:
        self.leavings += 1

    def focused(self) -> QWidget | None:
        return QApplication.focusWidget()


@pytest.fixture
def one(theme: Theme, qtbot: QtBot) -> Bench:
    return Bench(theme, qtbot, many=False)


@pytest.fixture
def several(theme: Theme, qtbot: QtBot) -> Bench:
    return Bench(theme, qtbot, many=True)


def test_the_group_is_one_tab_stop(one: Bench) -> None:
    press(Key.Key_Tab)
    assert one.focused() is one.group.rows[0]
    press(Key.Key_Tab)
    assert one.focused() is one.after
    assert one.leavings == 1


def test_tab_enters_at_the_chosen_answer(one: Bench) -> None:
    one.group.set_value(("never",))
    press(Key.Key_Tab)
    assert one.focused() is one.group.rows[2]


def test_arrows_move_without_answering_and_space_answers(one: Bench) -> None:
    press(Key.Key_Tab)
    press(Key.Key_Down)
    assert one.focused() is one.group.rows[1]
    assert one.group.value() == ()
    press(Key.Key_Space)
    assert one.group.value() == ("unpaid",)
    press(Key.Key_End)
    press(Key.Key_Space)
    assert one.edits == [("unpaid",), ("never",)]
    press(Key.Key_Home)
    assert one.focused() is one.group.rows[0]


def test_left_and_right_follow_the_reading_direction(one: Bench, theme: Theme) -> None:
    theme.set_direction(Qt.LayoutDirection.RightToLeft)
    press(Key.Key_Tab)
    press(Key.Key_Left)
    assert one.focused() is one.group.rows[1]
    press(Key.Key_Right)
    assert one.focused() is one.group.rows[0]


def test_delete_takes_the_answer_back(one: Bench) -> None:
    one.group.set_value(("paid",))
    press(Key.Key_Tab)
    press(Key.Key_Delete)
    assert one.edits == [()]
    press(Key.Key_Delete)
    assert one.edits == [()]


def test_choosing_by_program_tells_nobody(one: Bench) -> None:
    one.group.set_value(("unpaid",))
    one.group.set_value(())
    one.group.set_value(("gone",))
    assert one.edits == []
    assert one.group.value() == ()


def test_any_place_of_the_row_is_the_target(one: Bench) -> None:
    row = one.group.rows[1]
    click(row, row.rect().bottomRight() - QPoint(10, 10))
    assert one.edits == [("unpaid",)]


def test_several_answers_are_told_in_the_order_of_the_list(several: Bench) -> None:
    click(several.group.rows[2])
    click(several.group.rows[0])
    click(several.group.rows[2])
    assert several.edits == [("never",), ("paid", "never"), ("paid",)]


def test_a_screen_reader_hears_kind_name_and_state(one: Bench, several: Bench) -> None:
    one.group.set_value(("paid",))
    row = QAccessible.queryAccessibleInterface(one.group.rows[0])
    assert row.role() is QAccessible.Role.RadioButton
    assert row.text(QAccessible.Text.Name) == "Yes, for pay / نعم، بأجر"
    assert row.state().checked
    assert QAccessible.queryAccessibleInterface(several.group.rows[0]).role() is QAccessible.Role.CheckBox


def test_a_row_grows_when_its_two_languages_do_not_fit_beside_each_other(theme: Theme, qtbot: QtBot) -> None:
    row = OptionRow(theme, CHOICES[1])
    qtbot.addWidget(row)
    assert row.heightForWidth(800) == 40
    assert row.heightForWidth(300) > 50


def group_of(theme: Theme, qtbot: QtBot, *answers: str, width: int) -> tuple[Panel, OptionGroup]:
    group = OptionGroup(theme, [Choice(answer, Words(answer)) for answer in answers], "How often?")
    window = column(theme, group)
    qtbot.addWidget(window)
    window.resize(width, 300)
    with qtbot.waitActive(window):
        window.show()
    QApplication.processEvents()
    return window, group


@pytest.mark.parametrize(
    ("answers", "width", "columns"),
    [
        (("Yes", "No"), 700, 2),
        (("Never", "With help", "Alone", "Can teach"), 800, 4),
        (("Never", "With help", "Alone", "Can teach"), 420, 2),
        (("One", "Two", "Three"), 700, 3),
        (("One", "Two", "Three"), 250, 1),  # two and one would leave a lonely answer
        (("One", "Two", "Three", "Four", "Five"), 330, 3),
        (("An answer that is far too long to stand beside another", "No"), 500, 1),
    ],
)
def test_short_answers_stand_side_by_side_where_they_fit(
    theme: Theme, qtbot: QtBot, answers: tuple[str, ...], width: int, columns: int
) -> None:
    window, group = group_of(theme, qtbot, *answers, width=width)
    assert group.columns == columns
    assert len({row.y() for row in group.rows}) == -(-len(answers) // columns)
    assert not list(clipped(window))


def test_answers_go_below_each_other_when_the_room_shrinks(theme: Theme, qtbot: QtBot) -> None:
    window, group = group_of(theme, qtbot, "Never", "With help", "Alone", "Can teach", width=800)
    window.resize(150, 300)
    QApplication.processEvents()
    assert group.columns == 1


def squeezed(group: OptionGroup) -> list[str]:
    """Answers that have less room than they need, as things stand now."""
    return [row.choice.key for row in group.rows if row.height() < row.heightForWidth(row.width())]


@pytest.mark.parametrize("width", [1200, 700, 520, 300, 160])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_answers_are_never_squeezed_not_even_before_events_are_handled(
    theme: Theme, qtbot: QtBot, width: int, direction: Qt.LayoutDirection
) -> None:
    window, group = group_of(theme, qtbot, "Never", "With some help", "Alone", "Can teach others", width=700)
    window.setLayoutDirection(direction)
    window.box.addStretch(1)
    window.resize(width, 600)
    assert squeezed(group) == []
    later = OptionGroup(theme, CHOICES, "Have you ever worked?")
    window.box.insertWidget(0, later)
    later.show()
    assert squeezed(later) == squeezed(group) == []
    for some in (group, later):
        places = [row.geometry() for row in some.rows]
        assert not [(one, other) for i, one in enumerate(places) for other in places[:i] if one.intersects(other)]
        assert all(some.rect().contains(place) for place in places)


def test_down_goes_to_the_next_line_and_right_to_the_next_answer(theme: Theme, qtbot: QtBot) -> None:
    _window, group = group_of(theme, qtbot, "1", "2", "3", "4", "5", "6", "7", "8", width=800)
    group.take_focus()
    QTest.keyClick(group.rows[0], Qt.Key.Key_Down)
    assert group.rows[4].hasFocus()
    QTest.keyClick(group.rows[4], Qt.Key.Key_Right)
    assert group.rows[5].hasFocus()
    QTest.keyClick(group.rows[5], Qt.Key.Key_Up)
    assert group.rows[1].hasFocus()


def test_in_one_line_down_goes_on_too(theme: Theme, qtbot: QtBot) -> None:
    _window, group = group_of(theme, qtbot, "Yes", "No", width=700)
    group.take_focus()
    QTest.keyClick(group.rows[0], Qt.Key.Key_Down)
    assert group.rows[1].hasFocus()
