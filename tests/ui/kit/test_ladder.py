"""The ladder answers to keys and clicks, tells its level in words, and mirrors."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.kit.audit import spoken_name
from s2w_desktop.ui.kit.ladder import Ladder, Step
from s2w_desktop.ui.kit.theme import Theme
from tests.ui.typing import click, press

STEPS = [Step(level, level, f"meaning of {level}") for level in ("0", "Pre-A1", "A1", "A2", "B1", "B2", "C1", "C2")]
Key = Qt.Key


@pytest.fixture
def ladder(theme: Theme, qtbot: QtBot) -> Ladder:
    made = Ladder(theme, STEPS, "Reading", "not answered yet")
    qtbot.addWidget(made)
    made.resize(640, made.heightForWidth(640))
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def told(ladder: Ladder) -> list[object]:
    heard: list[object] = []
    ladder.edited.connect(heard.append)
    return heard


def test_arrows_climb_from_nothing_and_stop_at_the_ends(ladder: Ladder) -> None:
    heard = told(ladder)
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_End, Key.Key_Right, Key.Key_Home, Key.Key_Up):
        press(key)
    assert heard == ["0", "Pre-A1", "0", "C2", "0", "Pre-A1"]


def test_arrows_follow_the_reading_direction(ladder: Ladder, theme: Theme) -> None:
    theme.set_direction(Qt.LayoutDirection.RightToLeft)
    press(Key.Key_Left)
    press(Key.Key_Left)
    press(Key.Key_Right)
    assert ladder.level() == "0"
    assert ladder.step_rect(0).x() > ladder.step_rect(7).x()


def test_a_click_chooses_the_step_under_it(ladder: Ladder) -> None:
    heard = told(ladder)
    click(ladder, ladder.step_rect(3).center())
    click(ladder, ladder.step_rect(3).center())
    assert heard == ["A2"]


def test_delete_takes_the_answer_back(ladder: Ladder) -> None:
    ladder.set_level("B1")
    heard = told(ladder)
    press(Key.Key_Delete)
    assert heard == [None]
    assert ladder.level() is None


def test_choosing_by_program_tells_nobody(ladder: Ladder) -> None:
    heard = told(ladder)
    ladder.set_level("B2")
    assert heard == []
    assert ladder.level() == "B2"


def test_the_wheel_scrolls_the_page_and_never_changes_an_answer(ladder: Ladder) -> None:
    ladder.set_level("A1")
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(ladder, wheel)
    assert ladder.level() == "A1"
    assert not wheel.isAccepted()


def test_a_screen_reader_hears_a_slider_with_the_level_in_words(ladder: Ladder) -> None:
    interface = QAccessible.queryAccessibleInterface(ladder)
    assert interface.role() is QAccessible.Role.Slider
    assert spoken_name(ladder) == "Reading: not answered yet"
    press(Key.Key_Home)
    assert spoken_name(ladder) == "Reading: 0, meaning of 0"


def test_in_a_narrow_column_the_steps_take_more_rows(ladder: Ladder) -> None:
    assert ladder.heightForWidth(640) == 32
    assert ladder.heightForWidth(320) == 2 * 32 + 4
    ladder.resize(320, ladder.heightForWidth(320))
    assert all(ladder.rect().contains(ladder.step_rect(number)) for number in range(len(STEPS)))
