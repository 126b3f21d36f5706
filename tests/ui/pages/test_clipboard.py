"""A name that is copied is marked as nothing to be kept, and does not stay on the clipboard (F27)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from s2w_desktop.ui.clipboard import PRIVATE, STAYS_MS, ClipboardGuard, copy_for_others
from s2w_desktop.ui.window import MainWindow
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.keys import write

NAME = "Layla Haddad"


@pytest.fixture
def clipboard() -> Iterator[QClipboard]:
    found = QGuiApplication.clipboard()
    found.clear()
    yield found
    found.clear()


def copy_name(window: MainWindow) -> None:
    """Into the search, marked whole, and copied by keys."""
    line = next(one for one in window.findChildren(QLineEdit) if one.isVisible() and one.isEnabled())
    write(line, NAME)
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def guard_of(window: MainWindow) -> ClipboardGuard:
    (guard,) = window.findChildren(ClipboardGuard)
    return guard


def test_a_copy_is_marked_can_be_pasted_and_goes_after_ten_seconds(
    desktop: Desktop, stores: Stores, clipboard: QClipboard
) -> None:
    window, _ = desktop.unlocked(stores.field)
    copy_name(window)
    assert clipboard.text() == NAME
    assert set(PRIVATE) <= set(clipboard.mimeData().formats())
    timer = guard_of(window).timer
    assert (timer.isActive(), timer.interval()) == (True, STAYS_MS)
    timer.timeout.emit()
    assert clipboard.text() == ""
    assert not timer.isActive()


@pytest.mark.parametrize("leave", [MainWindow.lock, MainWindow.pause, MainWindow.close])
def test_locking_a_pause_and_closing_take_a_copy_away(
    desktop: Desktop, stores: Stores, clipboard: QClipboard, leave: object
) -> None:
    assert callable(leave)
    window, _ = desktop.unlocked(stores.field)
    copy_name(window)
    leave(window)
    assert clipboard.text() == ""


def test_what_another_program_copied_stays(desktop: Desktop, stores: Stores, clipboard: QClipboard) -> None:
    window, _ = desktop.unlocked(stores.field)
    copy_name(window)
    clipboard.setText("from elsewhere")  # some systems tell of it while the window has the focus
    assert not guard_of(window).timer.isActive()
    window.lock()
    assert clipboard.text() == "from elsewhere"


def test_what_is_meant_for_others_stays(desktop: Desktop, stores: Stores, clipboard: QClipboard) -> None:
    window, _ = desktop.unlocked(stores.field)
    copy_name(window)
    copy_for_others("version 0.1")
    assert not guard_of(window).timer.isActive()
    window.lock()
    assert clipboard.text() == "version 0.1"
