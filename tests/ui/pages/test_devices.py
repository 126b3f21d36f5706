"""Laptops and keys: lost and found, the paper about it, new keys, and the recovery key tried out."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from s2w_desktop.bundle.age import Identity
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.setup import RECOVERY_FACT
from s2w_desktop.storage.layout import DATABASE_NAME
from s2w_desktop.ui.kit.audit import clipped, small_targets, tab_order_faults, unnamed
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.old_copy import BEGIN, OldCopyBand
from s2w_desktop.ui.pages.devices import DevicesPage, Part
from s2w_desktop.ui.pages.enrol import EnrolPanel
from s2w_desktop.ui.pages.pack_topic import PackPanel
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import Desktop, Stores, work_area
from tests.ui.pages.keys import key, write
from tests.workplaces import PASSPHRASE, enrol, make_workplace, reopen

SAFE = Identity.generate()


def devices(area: WorkArea) -> DevicesPage:
    area.go(Route(Area.DEVICES))
    assert isinstance(area.page, DevicesPage)
    return area.page


def choose(page: DevicesPage) -> None:
    page.table.setFocus()
    page.table.select(0)
    page.table.selected.emit(str(page.table.current_key()))


def button(page: QWidget, words: str) -> Button:
    return next(one for one in page.findChildren(Button) if one.accessibleName() == words and one.isVisible())


def told(page: DevicesPage) -> str:
    assert page.spot.notice is not None
    return page.spot.notice.accessibleName()


def handed_over(stores: Stores) -> set[str]:
    """The case numbers of a laptop whose bundle headquarters took in."""
    laptop, office = reopen(stores.field), reopen(stores.headquarters)
    (bundle,) = laptop.exporting.write(stores.stick).bundles
    office.importing.take(bundle.path)
    (peer,) = office.enrolment.peers()
    numbers = {one.case_number for one in office.safekeeping.losses.of(peer.device).profiles}
    laptop.close()
    office.close()
    return numbers


def test_the_day_since_when_a_laptop_is_lost_is_asked_for(desktop: Desktop, stores: Stores) -> None:
    handed_over(stores)
    window, area = desktop.unlocked(stores.headquarters)
    page = devices(area)
    choose(page)
    key(page.revoke_button, Qt.Key.Key_Space)
    line, today = page.laptops.detail.line, area.workplace.sources.today()
    assert line is not None
    assert (QApplication.focusWidget(), line.text()) == (line, today.isoformat())
    for typed in ("yesterday", (today + timedelta(days=1)).isoformat()):
        line.selectAll()
        write(line, typed)
        assert not button(page, "Take it off the list").isEnabled()
    line.selectAll()
    write(line, (today - timedelta(days=3)).isoformat())
    key(line, Qt.Key.Key_Return)
    (peer,) = area.workplace.enrolment.peers()
    assert peer.revoked_at is not None
    assert peer.lost_since is not None
    assert peer.lost_since.date() == today - timedelta(days=3)
    assert QApplication.focusWidget() is page.table

    key(page.revoke_button, Qt.Key.Key_Space)
    assert not button(page, "Let it send again").isEnabled()
    line = page.laptops.detail.line
    assert line is not None
    write(line, "in the other bag")
    key(button(page, "Let it send again"), Qt.Key.Key_Space)
    (peer,) = area.workplace.enrolment.peers()
    assert peer.revoked_at is None
    noted = area.workplace.enrolment.reinstated(peer.device)
    assert noted is not None
    assert noted.note == "in the other bag"
    window.close()


def test_who_changes_the_mind_leaves_a_laptop_on_the_list(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.headquarters)
    page = devices(area)
    choose(page)
    key(page.revoke_button, Qt.Key.Key_Space)
    key(button(page, "Leave it"), Qt.Key.Key_Space)
    assert QApplication.focusWidget() is page.revoke_button
    assert area.workplace.enrolment.peers()[0].revoked_at is None
    window.close()


def test_what_was_on_a_laptop_stands_beside_it_and_goes_on_paper(desktop: Desktop, stores: Stores, tmp_path: Path) -> None:
    assert len(handed_over(stores)) == 6
    window, area = desktop.unlocked(stores.headquarters)
    page = devices(area)
    choose(page)
    shown = " ".join(one.text() for one in page.laptops.detail.findChildren(QWidget) if hasattr(one, "text"))
    assert "6\u2069 profiles were on it." in shown
    page.laptops.write_sheet(area.workplace.enrolment.peers()[0].device, tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert "case numbers and nobody" in told(page)
    window.close()


def test_new_keys_go_from_the_window_of_headquarters_to_that_of_the_laptop(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.headquarters)
    page = devices(area)
    page.show_part(Part.KEYS)
    before = area.workplace.enrolment.own_words()
    key(page.keys.rotate_button, Qt.Key.Key_Space)
    key(button(page, "Leave them"), Qt.Key.Key_Space)
    assert area.workplace.enrolment.own_words() == before
    page.keys.replace_keys(stores.stick, is_stolen=False)
    words = area.workplace.enrolment.own_words()
    assert words != before
    assert "was written" in told(page)
    page.keys.write_again(stores.stick)
    assert len(list(stores.stick.glob("keys-*.s2wref"))) == 2
    window.close()

    window, area = desktop.unlocked(stores.field)
    area.go(Route(Area.SETTINGS, topic="packs"))
    (panel,) = area.findChildren(PackPanel)
    (known,) = area.workplace.enrolment.peers()
    panel.install(stores.stick / "keys-2.s2wref")
    assert panel.compare is not None
    assert panel.agree_button is not None
    for field, word in zip(panel.compare.fields, [*words[:5], "wrong"], strict=True):
        write(field, word)
    assert not panel.agree_button.isEnabled()
    panel.compare.fields[5].selectAll()
    write(panel.compare.fields[5], words[5])
    key(panel.agree_button, Qt.Key.Key_Space)
    assert panel.compare is None
    assert area.workplace.enrolment.peers()[0].signing_key != known.signing_key
    window.close()


def test_the_recovery_key_is_tried_out_and_forgotten(desktop: Desktop, stores: Stores, tmp_path: Path) -> None:
    office = reopen(stores.headquarters)
    office.store.facts.set(RECOVERY_FACT, SAFE.recipient)
    office.close()
    window, area = desktop.unlocked(stores.headquarters)
    page = devices(area)
    page.show_part(Part.KEYS)
    tried = page.keys.recovery
    assert not tried.try_button.isEnabled()
    write(tried.field.line, Identity.generate().text)
    key(tried.field.line, Qt.Key.Key_Return)
    assert "E-KEY-9" in told(page)
    write(tried.field.line, SAFE.text.lower())
    key(tried.try_button, Qt.Key.Key_Space)
    assert "opens what laptops send" in told(page)
    assert tried.field.text() == ""
    assert area.workplace.safekeeping.rehearsals.last() is not None
    (tmp_path / "recovery.age").write_bytes(b"torn")
    tried.use_file(tmp_path / "recovery.age")
    write(tried.field.line, PASSPHRASE)
    key(tried.try_button, Qt.Key.Key_Space)
    assert "E-KEY-6" in told(page)
    window.close()


def test_without_a_recovery_key_nothing_is_asked_for(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.headquarters)
    page = devices(area)
    page.show_part(Part.KEYS)
    assert not page.keys.recovery.field.isVisible()
    window.close()


def test_the_part_and_the_row_are_found_again(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.headquarters)
    page = devices(area)
    choose(page)
    page.show_part(Part.KEYS)
    place = page.place()
    again = DevicesPage(page.desk, area.workplace)
    again.restore(place)
    assert (again.part, again.laptops.row_now()) == (Part.KEYS, 0)
    again.deleteLater()
    window.close()


def test_a_laptop_chooses_between_two_headquarters(desktop: Desktop, stores: Stores, tmp_path: Path) -> None:
    laptop, second = reopen(stores.field), make_workplace(tmp_path / "second", Role.HEADQUARTERS, name="Regional office")
    first = laptop.exporting.headquarters().device
    enrol(laptop, second, tmp_path / "enrolment")
    second.close()
    laptop.close()
    window, area = desktop.unlocked(stores.field)
    area.go(Route(Area.SETTINGS, topic="headquarters"))
    (panel,) = area.findChildren(EnrolPanel)
    assert panel.choice is not None
    assert area.workplace.exporting.headquarters().device != first
    panel.choice.set_value((str(first),))
    panel.choice.chosen.emit(str(first))
    assert area.workplace.exporting.headquarters().device == first
    window.close()


def test_an_old_copy_is_told_above_every_page_until_it_numbers_anew(desktop: Desktop, stores: Stores) -> None:
    database = stores.field / DATABASE_NAME
    before = database.read_bytes()
    handed_over(stores)
    for file in stores.field.glob(f"{DATABASE_NAME}-*"):
        file.unlink()
    database.write_bytes(before)
    window, area = desktop.unlocked(stores.field)
    (band,) = window.findChildren(OldCopyBand)
    key(band.button, Qt.Key.Key_Space)
    assert band.question is not None
    band.question.chosen.emit(BEGIN)
    band.question.close()
    assert not band.isVisible()
    assert area.workplace.store.stations.station().epoch == 2
    window.close()
    window, _ = desktop.unlocked(stores.field)
    assert work_area(window)
    assert window.findChildren(OldCopyBand) == []
    window.close()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("code", ["en", "ar", "en_XA"])
def test_both_parts_with_their_questions_have_names_room_and_order(
    desktop: Desktop, stores: Stores, code: str, scale: int
) -> None:
    handed_over(stores)
    office = reopen(stores.headquarters)
    office.store.facts.set(RECOVERY_FACT, SAFE.recipient)
    office.safekeeping.rotation.rotate(stores.stick / "keys")
    office.close()
    desktop.theme.set_text_scale(scale)
    window, area = desktop.unlocked(stores.headquarters, code)
    page = devices(area)
    choose(page)
    faults: list[str] = []
    for step in range(4):
        if step == 2:
            page.show_part(Part.KEYS)
        elif step:
            (page.revoke_button if step == 1 else page.keys.rotate_button).click()
        QApplication.processEvents()
        line = page.laptops.detail.line
        if step == 1:
            assert line is not None
            assert not line.visibleRegion().isEmpty(), "the question is scrolled into sight"
        faults += [str(one) for one in (*unnamed(window), *clipped(window), *small_targets(window), *tab_order_faults(window))]
    assert faults == []
    window.close()
