"""The passphrase line helps without weakening."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.kit.passphrase import PassphraseField, PassphraseWords
from s2w_desktop.ui.kit.theme import Theme
from tests.ui.typing import click, commit

WORDS = PassphraseWords("Passphrase", "Show", "Hide", "Caps Lock is on", lambda code: f"Keyboard: {code}")


def made(theme: Theme, qtbot: QtBot) -> PassphraseField:
    field = PassphraseField(theme, WORDS)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.setFocus()
    return field


def letter(field: PassphraseField, text: str, held: Qt.KeyboardModifier) -> None:
    key = Qt.Key(ord(text.upper()))
    QApplication.sendEvent(field.line, QKeyEvent(QEvent.Type.KeyPress, key, held, text))


def test_letters_are_dots_until_they_are_shown(theme: Theme, qtbot: QtBot) -> None:
    field = made(theme, qtbot)
    commit(field.line, "four ordinary words here")
    assert field.line.displayText() != field.text()
    click(field.eye)
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    assert field.eye.accessibleName() == "Hide"
    field.clear()
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    assert field.text() == ""


def test_a_capital_without_shift_tells_caps_lock(theme: Theme, qtbot: QtBot) -> None:
    field = made(theme, qtbot)
    letter(field, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not field.is_caps_told()
    letter(field, "A", Qt.KeyboardModifier.NoModifier)
    assert field.is_caps_told()
    letter(field, "a", Qt.KeyboardModifier.ShiftModifier)
    assert field.is_caps_told()
    letter(field, "a", Qt.KeyboardModifier.NoModifier)
    assert not field.is_caps_told()


def test_pasting_and_a_hundred_letters_are_allowed(theme: Theme, qtbot: QtBot) -> None:
    field = made(theme, qtbot)
    QGuiApplication.clipboard().setText("w" * 100)
    field.line.paste()
    assert field.text() == "w" * 100


def test_enter_asks_to_go_on(theme: Theme, qtbot: QtBot) -> None:
    field = made(theme, qtbot)
    with qtbot.waitSignal(field.entered):
        QApplication.sendEvent(field.line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
