"""Signs that somebody is there: from every window, by keys, mouse, touch and input methods, and from nothing else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.idle import SignsOfLife
from tests.ui.typing import commit, press

PLACE = QPoint(20, 20)


def on_screen(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(200, 100)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    return widget


def handle(widget: QWidget) -> QWindow:
    found = widget.windowHandle()
    assert found is not None
    return found


def move(window: QWindow) -> None:
    for place in (PLACE, PLACE + PLACE):  # a pointer that is there already does not move
        QTest.mouseMove(window, place)


def touch(window: QWindow) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(window, device).press(0, PLACE, window).commit()
    QTest.touchEvent(window, device).release(0, PLACE, window).commit()


@pytest.mark.parametrize(
    "act",
    [
        lambda window: QTest.keyClick(window, Qt.Key.Key_A),
        move,
        lambda window: QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, PLACE),
        lambda window: QTest.wheelEvent(window, PLACE, QPoint(0, 120)),
        touch,
    ],
    ids=["key", "mouse", "click", "wheel", "touch"],
)
def test_a_sign_is_seen_in_every_window(qtbot: QtBot, act: Callable[[QWindow], None]) -> None:
    first = on_screen(qtbot, QLineEdit())
    owner = QObject(first)
    signs = SignsOfLife(owner)
    second = on_screen(qtbot, QLineEdit())  # comes up later
    for window in (second, first):
        QApplication.processEvents()
        with qtbot.waitSignal(signs.seen):
            act(handle(window))


def test_what_an_input_method_writes_is_a_sign(qtbot: QtBot) -> None:
    line = on_screen(qtbot, QLineEdit())
    signs = SignsOfLife(line)
    with qtbot.waitSignal(signs.seen):
        commit(line, "ሰላም")
    other = on_screen(qtbot, QLineEdit())
    with qtbot.waitSignal(signs.seen):
        commit(other, "ሰላም")
    with qtbot.waitSignal(signs.seen):
        press(Qt.Key.Key_A)


def test_what_the_program_does_by_itself_is_no_sign(qtbot: QtBot) -> None:
    line = on_screen(qtbot, QLineEdit())
    signs = SignsOfLife(line)
    with qtbot.assertNotEmitted(signs.seen):
        assert isinstance(line, QLineEdit)
        line.setText("written by the program")
        line.hide()
        line.show()
        QApplication.processEvents()
