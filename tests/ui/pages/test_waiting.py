"""The wait after wrong passphrases is one and the same wherever a passphrase is typed."""

import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from s2w_desktop.domain.waiting import FIRST_WAIT, WrongTries
from s2w_desktop.storage.wrong_tries import NAME, write_tries
from s2w_desktop.ui.cover import CoverState
from s2w_desktop.ui.pages.change_passphrase import ChangePassphrase
from s2w_desktop.ui.pages.recovery_topic import RecoverySheetTopic
from s2w_desktop.ui.pages.unlock import UnlockPage
from s2w_desktop.ui.work import WorkArea
from tests.cli.program import Ran, s2w
from tests.ui.pages.conftest import Clock, Desktop, Stores
from tests.ui.pages.keys import focused, key, write
from tests.ui.pages.test_recovery_sheet import type_back
from tests.ui.pages.test_settings import NEW_PASSPHRASE, topic
from tests.ui.pages.test_unlock import SLOW, page_of, seconds_told, try_passphrase
from tests.workplaces import PASSPHRASE

WRONG = "not the passphrase"


def tried(folder: Path, clock: Clock, times: int) -> None:
    """As if so many wrong ones had been typed just now."""
    write_tries(folder, WrongTries(times, time.time(), clock()))


def ask(folder: Path, passphrase: str) -> Ran:
    return s2w("profile", "list", "--store", folder, "--passphrase-file", "-", "--json", stdin=passphrase.encode() + b"\n")


def test_window_and_command_line_share_the_count_and_a_new_start_does_not_forget_it(desktop: Desktop, stores: Stores) -> None:
    folder, desktop.clock.now = stores.field, time.monotonic()  # the command line has the real one
    tried(folder, desktop.clock, 23)
    window = desktop.open(folder)
    try_passphrase(page_of(window), WRONG)
    assert page_of(window).field.isEnabled()
    assert ask(folder, WRONG).failure["code"] == "E-KEY-1"
    refused = ask(folder, PASSPHRASE)
    assert (refused.code, refused.failure["code"], refused.out) == (40, "E-KEY-11", b"")
    assert FIRST_WAIT < refused.failure["seconds"] <= 480
    desktop.clock.now = time.monotonic()
    try_passphrase(page_of(window), PASSPHRASE)
    assert isinstance(window.scene, UnlockPage)
    assert not window.scene.field.isEnabled()
    window.close()
    window = desktop.open(folder)
    page = page_of(window)
    assert not page.field.isEnabled()
    assert page.spot.notice is not None
    assert "E-KEY-11" in page.spot.notice.accessibleName()
    desktop.clock.now += 480
    page.waiting.count_down()
    assert page.field.isEnabled()
    try_passphrase(page, PASSPHRASE)
    assert isinstance(window.scene, WorkArea)
    window.close()
    assert ask(folder, PASSPHRASE).code == 0
    assert not (folder / NAME).exists()


def test_the_cover_waits_too(desktop: Desktop, stores: Stores) -> None:
    window, _ = desktop.unlocked(stores.field)
    tried(stores.field, desktop.clock, 4)
    window.pause()
    write(focused(), WRONG)
    key(focused(), Qt.Key.Key_Return)
    sheet = window.cover.sheet
    assert sheet is not None
    notice = sheet.spot.notice
    assert notice is not None
    assert FIRST_WAIT - SLOW <= seconds_told(sheet.spot) <= FIRST_WAIT
    QApplication.processEvents()
    assert notice.height() >= notice.heightForWidth(notice.width())  # all of it is seen
    write(focused(), PASSPHRASE)
    key(focused(), Qt.Key.Key_Return)
    assert window.cover.state is CoverState.PAUSED
    desktop.clock.now += FIRST_WAIT
    sheet.waiting.count_down()
    write(focused(), PASSPHRASE)
    key(focused(), Qt.Key.Key_Return)
    assert window.cover.sheet is None
    assert not (stores.field / NAME).exists()
    window.close()


def test_the_settings_wait_too(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    tried(stores.field, desktop.clock, 4)
    form = topic(area, "passphrase").findChild(ChangePassphrase)
    assert form is not None
    for passphrase in (WRONG, PASSPHRASE):
        form.new.set_texts(NEW_PASSPHRASE, NEW_PASSPHRASE)
        write(form.old.line, passphrase)
        key(form.action, Qt.Key.Key_Space)
        if passphrase == WRONG:
            assert FIRST_WAIT - SLOW <= seconds_told(form.spot) <= FIRST_WAIT
            assert not form.old.isEnabled()
            assert not form.action.isEnabled()
            desktop.clock.now += FIRST_WAIT
            form.waiting.count_down()
            assert form.old.isEnabled()
    assert not (stores.field / NAME).exists()
    tried(stores.field, desktop.clock, 9)
    sheet = topic(area, "passphrase").findChild(RecoverySheetTopic)
    assert sheet is not None
    key(sheet.begin, Qt.Key.Key_Space)
    assert sheet.panel is not None
    type_back(sheet.panel)
    write(sheet.passphrase.line, WRONG)
    key(sheet.action, Qt.Key.Key_Space)
    assert 2 * FIRST_WAIT - SLOW <= seconds_told(sheet.spot) <= 2 * FIRST_WAIT
    assert not sheet.passphrase.isEnabled()
    desktop.clock.now += 2 * FIRST_WAIT
    sheet.waiting.count_down()
    write(sheet.passphrase.line, NEW_PASSPHRASE)
    key(sheet.action, Qt.Key.Key_Space)
    assert sheet.panel is None
    window.close()
