"""Unlocking by keys."""

import re
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from s2w_desktop.domain.waiting import FIRST_WAIT, TRIES_PER_WAIT
from s2w_desktop.services.settings import Settings
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.pages.unlock import UnlockPage
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.keys import key, write
from tests.workplaces import PASSPHRASE

SLOW = 15
"""Seconds that may pass on a busy machine between a try and its message: the time of day goes on in these tests."""


def page_of(window: MainWindow) -> UnlockPage:
    assert isinstance(window.scene, UnlockPage)
    return window.scene


def seconds_told(spot: NoticeSpot) -> int:
    """The first number of the message that is shown."""
    assert spot.notice is not None
    found = re.search("[0-9]+", spot.notice.accessibleName())
    assert found is not None
    return int(found[0])


def try_passphrase(page: UnlockPage, passphrase: str) -> None:
    write(page.field.line, passphrase)
    key(page.field.line, Qt.Key.Key_Return)


def test_the_right_passphrase_opens_the_work_area(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    assert isinstance(area, WorkArea)
    assert window.windowTitle() == "Training: Skills to Work"
    window.close()


def test_a_store_that_a_service_copies_is_told_before_it_is_unlocked_and_opens_all_the_same(
    desktop: Desktop, stores: Stores
) -> None:
    assert page_of(desktop.open(stores.field)).spot.notice is None
    (stores.field.parent / ".stfolder").mkdir()
    window = desktop.open(stores.field)
    page = page_of(window)
    assert page.spot.notice is not None
    assert "Syncthing" in page.spot.notice.accessibleName()
    assert QApplication.focusWidget() is page.field.line
    try_passphrase(page, PASSPHRASE)
    assert isinstance(window.scene, WorkArea)
    window.close()


def test_work_begins_in_the_passphrase_line(desktop: Desktop, stores: Stores) -> None:
    page = page_of(desktop.open(stores.field))
    assert QApplication.focusWidget() is page.field.line


def test_a_wrong_passphrase_is_told_and_forgotten(desktop: Desktop, stores: Stores) -> None:
    page = page_of(desktop.open(stores.field))
    try_passphrase(page, "not the passphrase")
    assert page.spot.notice is not None
    assert "E-KEY-1" in page.spot.notice.accessibleName()
    assert page.field.text() == ""
    assert QApplication.focusWidget() is page.field.line


def test_after_five_wrong_tries_it_waits_and_then_takes_the_right_one(desktop: Desktop, stores: Stores) -> None:
    window = desktop.open(stores.field)
    page = page_of(window)
    for _ in range(TRIES_PER_WAIT):
        try_passphrase(page, "not the passphrase")
    assert not page.field.isEnabled()
    assert page.spot.notice is not None
    assert FIRST_WAIT - SLOW <= seconds_told(page.spot) <= FIRST_WAIT
    desktop.clock.now += FIRST_WAIT
    page.waiting.count_down()
    assert page.field.isEnabled()
    try_passphrase(page, PASSPHRASE)
    assert isinstance(window.scene, WorkArea)
    window.close()


def test_another_language_does_not_shorten_the_wait(desktop: Desktop, stores: Stores) -> None:
    window = desktop.open(stores.field)
    for _ in range(TRIES_PER_WAIT):
        try_passphrase(page_of(window), "not the passphrase")
    window.use(replace_language(window, "ar"))
    assert not page_of(window).field.isEnabled()


def test_a_change_of_language_keeps_what_is_typed_and_the_caret(desktop: Desktop, stores: Stores) -> None:
    window = desktop.open(stores.field)
    line = page_of(window).field.line
    write(line, "amber ladder")
    line.setCursorPosition(5)
    window.use(replace_language(window, "ar"))
    after = page_of(window).field.line
    assert after is not line
    assert (after.text(), after.cursorPosition()) == ("amber ladder", 5)
    assert QApplication.focusWidget() is after
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_a_store_in_use_is_told(desktop: Desktop, stores: Stores) -> None:
    first, _ = desktop.unlocked(stores.field)
    second = page_of(desktop.open(stores.field))
    try_passphrase(second, PASSPHRASE)
    assert second.spot.notice is not None
    assert "E-STORE-3" in second.spot.notice.accessibleName()
    first.close()


def replace_language(window: MainWindow, code: str) -> Settings:
    return replace(window.desk.book.settings, language=code)
