"""The inbox: files dropped, opened or appearing in a watched folder; matters that somebody looks after."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.matters import Found, Matter, MatterKind, MatterNote
from s2w_desktop.domain.putting_aside import NEWER_PROGRAM
from s2w_desktop.services.interviews import Pair
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.kit.audit import clipped, small_targets, tab_order_faults, unnamed
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.pages.inbox import InboxPage, Part
from s2w_desktop.ui.pages.inbox_items import ItemState
from s2w_desktop.ui.pages.inbox_matter_detail import MatterDetail
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.work import WorkArea
from tests.services.colleagues import colleague, office_of
from tests.ui.pages.conftest import PEOPLE, Desktop, Stores
from tests.ui.pages.keys import focused, key, write
from tests.workplaces import reopen, sample_people

MOST_STOPS = 40


def page_of(area: WorkArea) -> InboxPage:
    assert isinstance(area.page, InboxPage)
    return area.page


def bundle(stores: Stores, folder: Path) -> Path:
    """A hand-over of the laptop."""
    folder.mkdir(exist_ok=True)
    laptop = reopen(stores.field)
    (made,) = laptop.exporting.write(folder).bundles
    laptop.close()
    return made.path


def clone_the_laptop(stores: Stores, folder: Path) -> None:
    """Both laptops hand over somebody of their own, and headquarters took both in."""
    shutil.copytree(stores.field, folder / "clone")
    files = []
    for seed, store in enumerate((stores.field, folder / "clone")):
        laptop = reopen(store)
        (person,) = sample_people(laptop, 1, 70 + seed)
        laptop.interviews.add(laptop.interviews.with_record(person.profile, Pair(officer="en", person="ara")))
        (folder / f"stick-{seed}").mkdir()
        files.append(laptop.exporting.write(folder / f"stick-{seed}").bundles[0].path)
        laptop.close()
    office = reopen(stores.headquarters)
    for file in files:
        office.importing.take(file)
    office.close()


def drop(page: InboxPage, paths: list[Path]) -> bool:
    """Drop files on the page, and whether it would take them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, copy = QPointF(page.rect().center()), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(at.toPoint(), copy, data, left, none)
    QApplication.sendEvent(page, entering)
    if not entering.isAccepted():
        return False
    QApplication.sendEvent(page, QDropEvent(at, copy, data, left, none))
    return True


def test_files_and_folders_can_be_dropped_and_nothing_else(desktop: Desktop, stores: Stores) -> None:
    file = bundle(stores, stores.stick)
    window, area = desktop.unlocked(stores.headquarters)
    page = page_of(area)
    (stores.stick / "letter.txt").write_text("x")
    assert not drop(page, [stores.stick / "letter.txt", stores.stick / "gone.s2w"])
    assert len(page.items) == 0
    assert drop(page, [stores.stick / "letter.txt", file])
    assert [(item.path, item.state) for item in page.items] == [(file, ItemState.CHECKED)]
    assert drop(page, [stores.stick])
    assert len(page.items) == 1
    renamed = file.rename(stores.stick / f"{file.name}.txt")  # as a mail gateway does
    assert drop(page, [renamed])
    assert [(item.path, item.state) for item in page.items][:1] == [(renamed, ItemState.CHECKED)]
    window.close()


def test_a_bundle_to_a_key_that_was_replaced_says_so(desktop: Desktop, stores: Stores, tmp_path: Path) -> None:
    file = bundle(stores, stores.stick)
    office = reopen(stores.headquarters)
    office.safekeeping.rotation.rotate(tmp_path / "keys.s2wref")
    office.close()
    window, area = desktop.unlocked(stores.headquarters)
    page = page_of(area)
    assert drop(page, [file])
    said = [label.text() for label in page.findChildren(Label) if label.isVisible()]
    assert "It was written to a key that was replaced: the laptop does not know the new keys yet." in said
    window.close()


def test_files_are_opened_by_a_button_too(desktop: Desktop, stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    file = bundle(stores, stores.stick)
    window, area = desktop.unlocked(stores.headquarters)
    page = page_of(area)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    key(next(one for one in page.findChildren(Button) if one.accessibleName() == "Open files…"), Qt.Key.Key_Space)
    assert [item.state for item in page.items] == [ItemState.CHECKED]
    window.close()


def test_a_watched_folder_shows_what_stands_still_and_takes_nothing_in(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.headquarters)
    page, watch = page_of(area), area.watch
    assert not watch.is_on
    page.folder.watch(stores.stick, automatic=False)
    assert watch.is_on
    file = bundle(stores, stores.stick)
    watch.look()
    assert page.items == ()
    watch.look()
    assert [item.state for item in page.items] == [ItemState.CHECKED]
    watch.look()
    assert len(page.items) == 1
    page.table.select(0)
    page.table.selected.emit(str(page.table.current_key()))
    key(page.detail.action, Qt.Key.Key_Space)
    assert [item.state for item in page.items] == [ItemState.TAKEN]
    assert (stores.stick / "taken" / file.name).is_file()
    window.close()


def test_what_appears_while_another_page_is_shown_waits_for_the_inbox(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.headquarters)
    page_of(area).folder.watch(stores.stick, automatic=False)
    area.go(Route(Area.FIGURES))
    bundle(stores, stores.stick)
    for _ in range(2):
        area.watch.look()
    assert area.watch.unseen == 1
    area.go(Route(Area.INBOX))
    assert [item.state for item in page_of(area).items] == [ItemState.CHECKED]
    area.go(Route(Area.FIGURES))
    area.go(Route(Area.INBOX))
    assert [item.state for item in page_of(area).items] == [ItemState.CHECKED]
    assert area.watch.unseen == 0
    window.close()


def test_bundles_are_taken_in_by_themselves_only_when_that_is_switched_on(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.headquarters)
    page = page_of(area)
    page.folder.watch(stores.stick, automatic=False)
    key(page.folder.automatic_button, Qt.Key.Key_Space)
    bundle(stores, stores.stick)
    (stores.stick / "half.s2w").write_bytes(b"no bundle yet")
    for _ in range(3):
        area.watch.look()
    assert {item.path.name: item.state for item in page.items}["half.s2w"] is ItemState.REFUSED
    assert [item.result.new for item in page.items if item.result] == [PEOPLE]
    assert [path.name for path in stores.stick.glob("*.s2w")] == ["half.s2w"]
    key(page.folder.stop_button, Qt.Key.Key_Space)
    assert not area.watch.is_on
    window.close()


def test_a_watched_folder_that_is_gone_is_told_once(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.headquarters)
    page = page_of(area)
    page.folder.watch(stores.stick, automatic=False)
    stores.stick.rmdir()
    area.watch.look()
    assert page.spot.notice is not None
    assert "E-WATCH-1" in page.spot.notice.accessibleName()
    page.spot.clear()
    area.watch.look()
    assert page.spot.notice is None
    stores.stick.mkdir()
    area.watch.look()
    window.close()


def test_the_folder_is_watched_again_after_the_next_unlocking(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.headquarters)
    page_of(area).folder.watch(stores.stick, automatic=True)
    window.close()
    window, area = desktop.unlocked(stores.headquarters)
    assert area.watch.is_on
    window.close()


def test_a_matter_is_owned_noted_closed_and_opened_again_by_keys(desktop: Desktop, stores: Stores, tmp_path: Path) -> None:
    clone_the_laptop(stores, tmp_path)
    window, area = desktop.unlocked(stores.headquarters)
    page = page_of(area)
    part = page.matters
    assert [one.found.kind for one in part.matters] == [MatterKind.FORK, MatterKind.CHAIN]
    page.show_part(Part.MATTERS)
    part.table.setFocus()
    key(part.table, Qt.Key.Key_Home)
    part.table.select(0)
    part.table.selected.emit(str(part.table.current_key()))
    key(part.table, Qt.Key.Key_Return)
    assert focused().accessibleName() == "I look after it"
    key(focused(), Qt.Key.Key_Space)
    assert part.matters[0].noted.owner == area.workplace.officer
    assert focused() is part.table
    assert part.detail.note is not None
    part.detail.note.setFocus()
    write(part.detail.note, "The centre was asked.")
    key(part.detail.note, Qt.Key.Key_Tab)
    assert part.matters[0].noted.note == "The centre was asked."
    assert focused().accessibleName() == "Close the matter"
    key(focused(), Qt.Key.Key_Space)
    assert [one.is_open for one in part.matters] == [True, False]
    assert part.matters[1].noted.note == "The centre was asked."
    assert area.workplace.office.matters.open_count == 1
    part.table.select(1)
    part.table.selected.emit(str(part.table.current_key()))
    assert part.detail.first is not None
    key(part.detail.first, Qt.Key.Key_Space)
    assert [one.is_open for one in part.matters] == [True, True]
    window.close()


def aside(stores: Stores) -> None:
    """A bundle of a laptop that is off the list waits in quarantine."""
    file = bundle(stores, stores.stick)
    office = reopen(stores.headquarters)
    (laptop,) = office.store.peers.all()
    office.store.peers.revoke(laptop.device, office.sources.now())
    office.importing.take(file)
    office.close()


def matters_shown(desktop: Desktop, stores: Stores) -> tuple[MainWindow, WorkArea, InboxPage]:
    """The inbox at its matters, the first of them chosen."""
    window, area = desktop.unlocked(stores.headquarters)
    page = page_of(area)
    page.show_part(Part.MATTERS)
    page.matters.table.select(0)
    page.matters.table.selected.emit(str(page.matters.table.current_key()))
    return window, area, page


def button(within: QWidget, words: str) -> Button:
    (found,) = [one for one in within.findChildren(Button) if one.accessibleName() == words and one.isVisibleTo(within)]
    return found


def test_records_put_aside_are_taken_in_after_all(desktop: Desktop, stores: Stores) -> None:
    aside(stores)
    window, area, page = matters_shown(desktop, stores)
    assert [one.found.kind for one in page.matters.matters] == [MatterKind.REVOKED_SENDER]
    key(button(page.matters.detail, "Take the records in"), Qt.Key.Key_Space)
    assert page.matters.matters == ()
    assert area.workplace.store.profiles.count(ListQuery()) == PEOPLE
    assert page.spot.notice is not None
    assert str(PEOPLE) in page.spot.notice.accessibleName()
    window.close()


def test_records_are_discarded_only_after_a_question(desktop: Desktop, stores: Stores) -> None:
    aside(stores)
    window, area, page = matters_shown(desktop, stores)
    key(button(page.matters.detail, "Discard the records…"), Qt.Key.Key_Space)
    assert focused().accessibleName() == "Leave them"
    key(focused(), Qt.Key.Key_Space)
    assert len(page.matters.matters) == 1
    key(button(page.matters.detail, "Discard the records…"), Qt.Key.Key_Space)
    key(button(page.spot, "Discard the records"), Qt.Key.Key_Space)
    assert page.matters.matters == ()
    assert area.workplace.store.profiles.count(ListQuery()) == 0
    window.close()


def test_two_people_agree_before_records_of_such_a_laptop_count(desktop: Desktop, stores: Stores) -> None:
    aside(stores)
    window, area, page = matters_shown(desktop, stores)
    second = office_of(area.workplace, colleague(area.workplace))
    key(button(page.matters.detail, "Take the records in"), Qt.Key.Key_Space)
    assert page.spot.notice is not None
    assert "E-DUTY-2" in page.spot.notice.accessibleName()
    (wish,) = second.approvals.for_me()
    second.approvals.approve(wish.id)
    key(button(page.matters.detail, "Take the records in"), Qt.Key.Key_Space)
    assert page.matters.matters == ()
    window.close()


@pytest.mark.parametrize("words", ["Agree", "Refuse"])
def test_a_colleagues_wish_is_answered_at_the_matters(desktop: Desktop, stores: Stores, words: str) -> None:
    aside(stores)
    window, area, page = matters_shown(desktop, stores)
    other = office_of(area.workplace, colleague(area.workplace))
    wish = other.approvals.ask(Act.RELEASE_QUARANTINE, "release 1")
    page.matters.look()
    assert page.matters.wishes.notice is not None
    assert "N. Colleague" in page.matters.wishes.notice.accessibleName()
    key(button(page.matters.wishes, words), Qt.Key.Key_Space)
    assert page.matters.wishes.notice is None
    known = area.workplace.store.approvals.get(wish.id)
    assert (known.approved_by if known else None) == (area.workplace.officer if words == "Agree" else None)
    window.close()


@pytest.mark.parametrize(("code", "scale"), [("en_XA", 100), ("ar", 100), ("en_XA", 200), ("ar_XB", 200)])
def test_matters_can_be_read_and_reached(desktop: Desktop, stores: Stores, tmp_path: Path, code: str, scale: int) -> None:
    clone_the_laptop(stores, tmp_path)
    aside(stores)
    desktop.theme.set_text_scale(scale)
    window, area = desktop.unlocked(stores.headquarters, code)
    page = page_of(area)
    page.folder.watch(stores.stick, automatic=True)
    page.show_part(Part.MATTERS)
    page.matters.table.select(0)
    page.matters.table.selected.emit(str(page.matters.table.current_key()))
    desktop.qtbot.waitUntil(lambda: not clipped(window))
    found = (*unnamed(window), *small_targets(window), *tab_order_faults(window))
    assert [str(one) for one in found] == []
    stops = [one for one in window.findChildren(Button) if one.isVisible()]
    assert len(stops) < MOST_STOPS
    window.close()


@pytest.mark.parametrize(("reason", "is_offered"), [("bad_shape", True), (NEWER_PROGRAM, False)])
def test_records_that_wait_for_an_update_are_not_offered_to_be_taken_in(
    desktop: Desktop, stores: Stores, reason: str, *, is_offered: bool
) -> None:
    detail = MatterDetail(desktop.open(stores.headquarters).desk)
    sender = DeviceId(uuid4())
    found = Found(MatterKind.QUARANTINED, sender, "s", "i", datetime(2026, 6, 1, tzinfo=UTC), count=1, reason=reason, seq=3)
    detail.show_matter(Matter(found, MatterNote()), "Laptop 07", "", is_own=True, records=(4,))
    said = " ".join(button.text() for button in detail.findChildren(QPushButton))
    assert ("Take the records in" in said) is is_offered
    assert "Discard the records" in said
    detail.deleteLater()
