"""Pictures of our windows are blocked where the system can do that, with a switch for training."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from s2w_desktop.i18n.labels_help_pages import SCREENS
from s2w_desktop.ui.capture import CaptureGuard, can_block, mac_shield, system_shield, windows_shield
from s2w_desktop.ui.kit.option import OptionGroup
from s2w_desktop.ui.routes import Area, Route
from tests.ui.pages.conftest import Desktop, Stores, work_area
from tests.ui.pages.keys import key, write
from tests.workplaces import PASSPHRASE, make_workplace

VIEW, NS_WINDOW = 4_711, 4_712


def test_ux_59_windows_leaves_our_windows_out_of_pictures() -> None:
    calls: list[tuple[int, int]] = []

    def newer(window: int, affinity: int) -> int:
        calls.append((window, affinity))
        return 1

    shield = windows_shield(newer)
    shield(7, True)
    shield(7, False)
    assert calls == [(7, 0x11), (7, 0x00)]


def test_ux_59_an_older_windows_shows_a_black_rectangle_instead() -> None:
    calls: list[int] = []

    def older(_window: int, affinity: int) -> int:
        calls.append(affinity)
        return int(affinity != 0x11)

    windows_shield(older)(7, True)
    assert calls == [0x11, 0x01]


def test_ux_59_macos_is_told_by_the_window_of_the_view() -> None:
    sent: list[tuple[object, ...]] = []

    def send(receiver: int, selector: bytes, *arguments: int) -> int:
        sent.append((receiver, selector, *arguments))
        return NS_WINDOW

    mac_shield(send)(VIEW, True)
    mac_shield(send)(VIEW, False)
    told = [(VIEW, b"window"), (NS_WINDOW, b"setSharingType:", 0), (VIEW, b"window"), (NS_WINDOW, b"setSharingType:", 1)]
    assert sent == told


@pytest.mark.parametrize(("platform", "able"), [("win32", True), ("darwin", True), ("linux", False)])
def test_only_systems_with_a_shield_are_said_to_block(monkeypatch: pytest.MonkeyPatch, platform: str, able: bool) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert can_block() is able
    if not able:
        assert system_shield() is None


def test_ux_59_every_window_is_covered_as_it_comes_up_and_a_change_reaches_those_that_are(qtbot: QtBot) -> None:
    told: dict[int, bool] = {}
    first, dialog = QWidget(), QDialog()
    QLabel("part of it", first)
    guard = CaptureGuard(told.__setitem__, first)
    for window in (first, dialog):
        qtbot.addWidget(window)
        window.show()
    assert told == {int(first.winId()): True, int(dialog.winId()): True}
    guard.set_blocked(blocked=False)
    assert set(told.values()) == {False}


def test_ux_59_pictures_are_blocked_till_somebody_allows_them_in_training(
    desktop: Desktop, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: dict[int, bool] = {}
    window = desktop.open(stores.field, shield=told.__setitem__)
    assert told == {int(window.winId()): True}
    write(QApplication.focusWidget(), PASSPHRASE)
    key(QApplication.focusWidget(), Qt.Key.Key_Return)
    area = work_area(window)
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(sys, "platform", "win32")
        area.go(Route(Area.SETTINGS, topic="locking"))
    allow = area.findChildren(OptionGroup)[-1].rows[-1]
    allow.setFocus()
    key(allow, Qt.Key.Key_Space)
    assert told == {int(window.winId()): False}
    assert window.desk.book.settings.is_capture_allowed
    window.close()


def test_ux_59_a_real_store_has_no_switch_and_heeds_none(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_workplace(tmp_path / "real" / "store", training=False).close()
    told: dict[int, bool] = {}
    window = desktop.open(tmp_path / "real" / "store", training=False, shield=told.__setitem__)
    window.use(replace(window.desk.book.settings, is_capture_allowed=True))
    write(QApplication.focusWidget(), PASSPHRASE)
    key(QApplication.focusWidget(), Qt.Key.Key_Return)
    monkeypatch.setattr(sys, "platform", "darwin")
    area = work_area(window)
    area.go(Route(Area.SETTINGS, topic="locking"))
    assert len(area.findChildren(OptionGroup)) == 1  # the minutes
    assert told == {int(window.winId()): True}
    window.close()


def test_ux_59_the_help_and_the_settings_say_what_linux_cannot_do(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    area.go(Route(Area.SETTINGS, topic="locking"))
    words = " ".join(label.accessibleName() or label.text() for label in area.findChildren(QLabel))
    assert "This system cannot block them" in words
    assert any("On Linux that is not possible" in said for said in map(str, SCREENS["settings"].paragraphs))
    window.close()
