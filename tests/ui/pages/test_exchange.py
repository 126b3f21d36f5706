"""The whole way between laptop and headquarters, through the pages and real files."""

import hashlib
import os
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from s2w_desktop.bundle.limits import LEAST_MOST_BYTES
from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.errors import NotABundle
from s2w_desktop.domain.files import MOST_FILE_BYTES, Blob, FileKind, FileRef
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.pages.dashboard import DashboardPage
from s2w_desktop.ui.pages.devices import DevicesPage
from s2w_desktop.ui.pages.hand_over import HandOverPage
from s2w_desktop.ui.pages.inbox import InboxPage
from s2w_desktop.ui.pages.inbox_items import ItemState
from s2w_desktop.ui.pages.receipts import ReceiptsPage
from s2w_desktop.ui.pages.settings import SettingsPage
from s2w_desktop.ui.pages.stick_steps import WRITTEN
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import PEOPLE, Desktop, Stores
from tests.ui.pages.handing import asked_where, hand_over
from tests.ui.pages.keys import key, write
from tests.workplaces import make_workplace, reopen


def inbox_of(area: WorkArea) -> InboxPage:
    assert isinstance(area.page, InboxPage)
    return area.page


def test_a_hand_over_is_written_read_back_and_told(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page = hand_over(area, stores.stick)
    assert page.step == WRITTEN
    assert page.result is not None
    assert page.result.profiles == PEOPLE
    assert [path.name for path in stores.stick.glob("*.s2w")] == [page.result.bundles[0].path.name]
    assert area.workplace.store.profiles.handover_counts()[Handover.IN_BUNDLE] == PEOPLE
    window.close()


def test_a_stick_that_is_gone_leaves_everything_as_it_was(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page = asked_where(area)
    page.target.use_other()
    page.target.set_folder(str(stores.stick))
    page.target.edited.emit()
    stores.stick.rmdir()
    page.next_button.setEnabled(True)  # the folder was there when it was chosen
    stores.stick.write_bytes(b"a file in its place")
    key(page.next_button, Qt.Key.Key_Space)
    assert page.result is None
    assert area.workplace.store.profiles.handover_counts()[Handover.HERE] == PEOPLE
    window.close()


def test_a_laptop_without_headquarters_is_led_to_the_card(desktop: Desktop, tmp_path: Path) -> None:
    make_workplace(tmp_path / "lonely" / "store").close()
    window, area = desktop.unlocked(tmp_path / "lonely" / "store")
    area.go(Route(Area.HAND_OVER))
    page = area.page
    assert isinstance(page, HandOverPage)
    key(page.next_button, Qt.Key.Key_Space)
    assert isinstance(area.page, SettingsPage)
    assert area.page.topic == "headquarters"
    window.close()


def test_a_laptop_that_has_new_keys_may_tell_so_although_headquarters_has_everything(desktop: Desktop, stores: Stores) -> None:
    with closing(reopen(stores.headquarters)) as hq, closing(reopen(stores.field)) as laptop:
        hq.importing.take(laptop.exporting.write(stores.stick).bundles[0].path)
        laptop.receipts.take(hq.receipts.write(stores.stick)[0].bundle.path)
        pack = hq.safekeeping.rotation.rotate(stores.stick / "keys").file
        laptop.packs.install(pack, " ".join(hq.enrolment.own_words()))
    window, area = desktop.unlocked(stores.field)
    page = hand_over(area, stores.stick)
    assert page.step == WRITTEN
    assert page.result is not None
    assert page.result.profiles == 0
    area.go(Route(Area.PROFILES))
    area.go(Route(Area.HAND_OVER))
    assert isinstance(area.page, HandOverPage)
    assert not area.page.next_button.isEnabled(), "it was told"
    window.close()


def test_headquarters_rehearses_takes_in_and_answers_and_the_laptop_follows(desktop: Desktop, stores: Stores) -> None:
    laptop, area = desktop.unlocked(stores.field)
    hand_over(area, stores.stick)
    laptop.close()

    office, area = desktop.unlocked(stores.headquarters)
    page = inbox_of(area)
    page.open_places([stores.stick])
    assert [item.state for item in page.items] == [ItemState.CHECKED]
    assert [one for one in area.workplace.store.inbox.bundles() if one.kind == "profiles"] == []
    page.table.select(0)
    assert page.detail.action is not None
    key(page.detail.action, Qt.Key.Key_Space)
    assert [item.state for item in page.items] == [ItemState.TAKEN]
    receipts = stores.stick / "receipts"
    receipts.mkdir()
    page.write_receipts(receipts)
    (receipt,) = receipts.glob("*.s2w")
    page.open_places([stores.stick])
    assert [item.state for item in page.items] == [ItemState.KNOWN]
    area.go(Route(Area.FIGURES))
    assert isinstance(area.page, DashboardPage)
    assert area.page.report is not None
    area.go(Route(Area.DEVICES))
    assert isinstance(area.page, DevicesPage)
    office.close()

    laptop, area = desktop.unlocked(stores.field)
    area.go(Route(Area.RECEIPTS))
    followed = area.page
    assert isinstance(followed, ReceiptsPage)
    followed.take(receipt)
    assert followed.spot.notice is not None
    assert str(PEOPLE) in followed.spot.notice.accessibleName()
    assert area.workplace.store.profiles.handover_counts()[Handover.RECEIVED] == PEOPLE
    assert "Received" in str(followed.table.model().index(0, 2).data())
    laptop.close()


def test_refused_files_are_shown_with_their_reason_and_stop_no_other(desktop: Desktop, stores: Stores) -> None:
    laptop, area = desktop.unlocked(stores.field)
    hand_over(area, stores.stick)
    laptop.close()
    (stores.stick / "broken.s2w").write_bytes(b"not a bundle")
    office, area = desktop.unlocked(stores.headquarters)
    page = inbox_of(area)
    page.open_places([stores.stick])
    broken = next(item for item in page.items if item.path.name == "broken.s2w")
    sound = next(item for item in page.items if item is not broken)
    assert isinstance(broken.error, NotABundle)
    assert sound.state is ItemState.CHECKED
    office.close()


def test_the_receipts_page_says_what_has_to_be_carried_and_what_was_ordered(desktop: Desktop, stores: Stores) -> None:
    laptop, area = desktop.unlocked(stores.field)
    handed_over = hand_over(area, stores.stick)
    assert handed_over.result is not None
    (written,) = handed_over.result.bundles
    device = area.workplace.station.device
    area.go(Route(Area.RECEIPTS))
    assert isinstance(area.page, ReceiptsPage)
    assert written.path.name in area.page.carry_words
    laptop.close()

    office, area = desktop.unlocked(stores.headquarters)
    area.workplace.importing.take(written.path)
    area.workplace.enrolment.revoke(device)
    area.workplace.enrolment.reinstate(device, "found in the car")
    area.workplace.orders.install(device, "esco", 3)
    area.workplace.enrolment.revoke(device)
    (receipt,) = area.workplace.receipts.write(stores.stick)
    office.close()

    laptop, area = desktop.unlocked(stores.field)
    area.go(Route(Area.RECEIPTS))
    page = area.page
    assert isinstance(page, ReceiptsPage)
    page.take(receipt.bundle.path)
    assert page.spot.notice is not None
    assert "esco" in page.spot.notice.accessibleName()
    assert "off its list" in page.spot.notice.accessibleName()
    area.go(Route(Area.PROFILES))
    area.go(Route(Area.NEW_INTERVIEW))
    assert area.workplace.orders.is_revoked
    laptop.close()


def test_the_laptop_is_told_which_profiles_were_erased_and_why(desktop: Desktop, stores: Stores) -> None:
    with closing(reopen(stores.headquarters)) as hq, closing(reopen(stores.field)) as laptop:
        hq.importing.take(laptop.exporting.write(stores.stick).bundles[0].path)
        rows = hq.interviews.rows(ListQuery(), 0, PEOPLE)
        for row, reason in zip(rows, [*[ErasureReason.REQUEST] * 2, ErasureReason.RETENTION], strict=False):
            hq.erasure.erase(row.id, reason)
        (receipt,) = hq.receipts.write(stores.stick)
        today = hq.sources.now().astimezone()
    window, area = desktop.unlocked(stores.field)
    area.go(Route(Area.RECEIPTS))
    page = area.page
    assert isinstance(page, ReceiptsPage)
    page.take(receipt.bundle.path)
    assert page.spot.notice is not None
    said = without_isolates(page.spot.notice.accessibleName())
    first, second = sorted(row.case_number for row in rows[:2])
    assert f"2 profiles were erased, as headquarters ordered on {today.day} {today:%B %Y}: {first} and {second}." in said
    assert "Reason: The person asked for it." in said
    assert f"{rows[2].case_number}. Reason: The time to keep it is over." in said
    window.close()


def test_a_hand_over_for_mail_is_several_small_files(desktop: Desktop, stores: Stores) -> None:
    with closing(reopen(stores.field)) as laptop:
        for row in laptop.interviews.rows(ListQuery(), 0, 2):
            content = b"\xff\xd8\xff" + os.urandom(MOST_FILE_BYTES - 3)
            ref = FileRef(hashlib.sha256(content).hexdigest(), FileKind.JPEG, MOST_FILE_BYTES, 1)
            laptop.store.blobs.add(Blob(ref.sha256, FileKind.JPEG, content), laptop.sources.now())
            session = laptop.interviews.open(row.id)
            for word in ("create_profile", "send_with_name", "attach_copies"):
                session.set_answer(f"consent.{word}", "granted")
            session.set_answer("agreement.signed_form_file", ref)
            session.close()
    window, area = desktop.unlocked(stores.field)
    page = asked_where(area)
    page.target.use_other()
    write(page.target.field.line, str(stores.stick))
    key(page.small_files.rows[0], Qt.Key.Key_Space)
    key(page.next_button, Qt.Key.Key_Space)
    assert page.result is not None
    sizes = [one.path.stat().st_size for one in page.result.bundles]
    assert (len(sizes), max(sizes) <= LEAST_MOST_BYTES) == (2, True)
    assert any("a mail of its own" in label.text() for label in page.findChildren(Label) if label.isVisible())
    first, last = (one.path.name for one in page.result.bundles)
    area.go(Route(Area.RECEIPTS))
    assert isinstance(area.page, ReceiptsPage)
    assert f"2 files, from {first} to {last}" in without_isolates(area.page.carry_words)
    window.close()


def test_a_receipt_of_another_laptop_is_refused_with_a_notice(desktop: Desktop, stores: Stores) -> None:
    laptop, area = desktop.unlocked(stores.field)
    area.go(Route(Area.RECEIPTS))
    page = area.page
    assert isinstance(page, ReceiptsPage)
    nonsense = stores.stick / "receipt.s2w"
    nonsense.write_bytes(b"nothing")
    page.take(nonsense)
    assert page.spot.notice is not None
    assert "E-BUNDLE-1" in page.spot.notice.accessibleName()
    laptop.close()


def test_a_laptop_is_accepted_only_with_the_six_words(desktop: Desktop, stores: Stores, tmp_path: Path) -> None:
    other = make_workplace(tmp_path / "other" / "store", Role.FIELD, name="Laptop 09")
    window, area = desktop.unlocked(stores.headquarters)
    area.workplace.enrolment.write_card(tmp_path / "card.json")
    card = other.enrolment.read_card(tmp_path / "card.json")
    other.enrolment.accept(card, " ".join(card.words))
    request = other.enrolment.write_request(stores.stick)
    words = other.enrolment.own_words()
    other.close()
    page = inbox_of(area)
    page.open_places([request.path])
    page.table.select(0)
    page.table.selected.emit(page.items[0].key)
    compare, action = page.detail.compare, page.detail.action
    assert compare is not None
    assert action is not None
    for field, word in zip(compare.fields, [*words[:5], "wrong"], strict=True):
        write(field, word)
    assert not action.isEnabled()
    compare.fields[5].selectAll()
    write(compare.fields[5], words[5].upper())
    assert action.isEnabled()
    key(action, Qt.Key.Key_Space)
    assert page.items[0].state is ItemState.ACCEPTED
    assert "Laptop 09" in [peer.name for peer in area.workplace.enrolment.peers()]
    assert QApplication.focusWidget() is page.table
    window.close()


def test_a_laptop_is_taken_off_the_list_after_a_question(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.headquarters)
    area.go(Route(Area.DEVICES))
    page = area.page
    assert isinstance(page, DevicesPage)
    page.table.setFocus()
    page.table.select(0)
    page.table.selected.emit(str(page.table.current_key()))
    key(page.revoke_button, Qt.Key.Key_Space)
    assert area.workplace.enrolment.peers()[0].revoked_at is None
    buttons = {one.accessibleName(): one for one in page.findChildren(type(page.revoke_button))}
    key(buttons["Take it off the list"], Qt.Key.Key_Space)
    assert area.workplace.enrolment.peers()[0].revoked_at is not None
    window.close()
