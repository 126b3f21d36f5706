"""Headquarters with the keyboard alone: take a bundle in, look after a matter, write the receipt. A mouse event fails the run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from s2w_desktop.ui.kit.option import OptionRow
from s2w_desktop.ui.pages.inbox import InboxPage, Part
from s2w_desktop.ui.pages.inbox_items import ItemState
from tests.ui.pages.conftest import PEOPLE, Desktop, Stores, work_area
from tests.ui.pages.test_inbox import bundle, clone_the_laptop
from tests.ux.hands import NoMouse, focused, press, push, tab_to, write
from tests.workplaces import PASSPHRASE


@pytest.fixture
def no_mouse(qapp: QApplication) -> Iterator[NoMouse]:
    watch = NoMouse()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def test_ux_43_headquarters_by_keyboard_alone(
    desktop: Desktop, stores: Stores, tmp_path: Path, no_mouse: NoMouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone_the_laptop(stores, tmp_path)
    file, receipts = bundle(stores, stores.stick), tmp_path / "receipts"
    receipts.mkdir()
    window = desktop.open(stores.headquarters)
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    page = work_area(window).page
    assert isinstance(page, InboxPage)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))  # the system's own dialog
    push("Open files…")
    take_in(page)
    look_after(page)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(receipts))
    push("Write the receipts…")
    assert len(list(receipts.glob("*.s2w"))) == 1
    push("Lock")
    assert desktop.ended == ["finished", "restarted"]
    assert no_mouse.seen == []


def take_in(page: InboxPage) -> None:
    assert focused() is page.table
    press(Qt.Key.Key_Return)
    assert focused() is page.detail.action
    press(Qt.Key.Key_Space)
    (taken,) = page.items
    assert taken.state is ItemState.TAKEN
    assert taken.result is not None
    assert taken.result.profiles == PEOPLE + 1


def look_after(page: InboxPage) -> None:
    tab_to(lambda widget: isinstance(widget, OptionRow))
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    assert page.part is Part.MATTERS
    tab_to(lambda widget: widget is page.matters.table)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    assert focused().accessibleName() == "I look after it"
    press(Qt.Key.Key_Space)
    assert page.matters.matters[0].noted.owner is not None
    tab_to(lambda widget: widget is page.matters.detail.note)
    write("The centre was asked.")
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Close the matter"
    press(Qt.Key.Key_Space)
    assert [one.is_open for one in page.matters.matters] == [True, False]
