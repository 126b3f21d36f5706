"""Pressing keys in tests of pages; ASCII only, see tests.ui.typing for other scripts."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def key(widget: QWidget | None, pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press and release a key on a widget."""
    assert widget is not None
    QTest.keyClick(widget, pressed, modifiers)


def write(widget: QWidget | None, text: str) -> None:
    """Type a text, key by key."""
    assert widget is not None
    assert text.isascii()
    QTest.keyClicks(widget, text)


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
