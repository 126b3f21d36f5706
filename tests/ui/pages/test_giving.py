"""Giving profiles to another centre through the real windows, by keys: headquarters writes, the other centre takes over."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from s2w_desktop.domain.duties import Duty
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.pages.giving import GivingPage
from s2w_desktop.ui.pages.profiles import ProfilesPage
from s2w_desktop.ui.pages.receipts import ReceiptsPage
from s2w_desktop.ui.pages.stick_steps import WHAT, WHERE, WHOM, WRITTEN
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.work import WorkArea
from tests.services.exchanges import bring
from tests.services.places import interview
from tests.ui.pages.conftest import Desktop, Stores, work_area
from tests.ui.pages.keys import focused, key, write
from tests.ui.pages.test_audits import findings
from tests.ui.pages.test_staff import only
from tests.workplaces import enrol, make_workplace, reopen

AGREED = {"consent__pass_to_office": "granted"}
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True)
class Centres:
    """Two people came to headquarters who agreed, and one who was never asked; another centre is known."""

    stores: Stores
    other: Path
    agreed: tuple[ProfileId, ...]
    silent: ProfileId


@pytest.fixture
def centres(stores: Stores, tmp_path: Path) -> Centres:
    field, office = reopen(stores.field), reopen(stores.headquarters)
    other = make_workplace(tmp_path / "other" / "store", name="Laptop 09")
    enrol(other, office, tmp_path / "enrolment2")
    for profile in field.store.profiles.ids(ListQuery()):
        field.store.profiles.forget(profile)
    silent = interview(field, identity__given_names="Samir")
    agreed = tuple(interview(field, **AGREED) for _ in range(2))
    bring(office, field, stores.stick)
    for workplace in (field, office, other):
        workplace.close()
    for left in stores.stick.iterdir():
        left.unlink()
    return Centres(stores, tmp_path / "other" / "store", agreed, silent)


def list_of(area: WorkArea) -> ProfilesPage:
    area.go(Route(Area.PROFILES))
    QApplication.processEvents()
    assert isinstance(area.page, ProfilesPage)
    return area.page


def ask_to_give(area: WorkArea, *rows: int) -> GivingPage:
    """Choose rows that stand below each other, by keys, and press the button of the list."""
    page = list_of(area)
    if rows:
        page.table.setFocus()
        key(page.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        for _ in range(rows[0]):
            key(page.table, Qt.Key.Key_Down)
        for _ in rows[1:]:
            key(page.table, Qt.Key.Key_Down, SHIFT)
    key(page.give_button, Qt.Key.Key_Space)
    return giving_of(area)


def at_the_stick(area: WorkArea, centres: Centres) -> GivingPage:
    """Everybody of the list is to be given to the other centre, and the stick is chosen."""
    page = ask_to_give(area, 0, 1, 2)
    key(page.next_button, Qt.Key.Key_Space)
    choose_laptop(page, "Laptop 09")
    key(page.next_button, Qt.Key.Key_Space)
    type_folder(page, centres.stores.stick)
    return page


def giving_of(area: WorkArea) -> GivingPage:
    QApplication.processEvents()
    assert isinstance(area.page, GivingPage)
    return area.page


def type_folder(page: GivingPage, folder: Path) -> None:
    page.target.use_other()
    page.target.field.line.selectAll()
    write(page.target.field.line, str(folder))


def notice(page: GivingPage | ReceiptsPage) -> str:
    assert page.spot.notice is not None
    return page.spot.notice.accessibleName()


def plain(words: str) -> str:
    """Without the marks that keep numbers and names in their direction."""
    return words.translate(dict.fromkeys(range(0x2066, 0x206A)))


def last_cells(page: ProfilesPage) -> list[str]:
    model = page.table.model()
    return [plain(str(model.index(row, 4).data())) for row in range(model.rowCount())]


def choose_laptop(page: GivingPage, name: str) -> None:
    """The focus stands on the first laptop: arrows lead on, Space chooses."""
    assert page.group is not None
    assert focused() is page.group.rows[0]
    for _ in range(len(page.group.rows)):
        if name in focused().accessibleName():
            break
        key(focused(), Qt.Key.Key_Down)
    key(focused(), Qt.Key.Key_Space)


def test_chosen_profiles_go_to_another_centre_and_both_see_it(desktop: Desktop, centres: Centres) -> None:
    window, area = desktop.unlocked(centres.stores.headquarters)
    page = ask_to_give(area, 0, 1, 2)
    assert focused() is page.next_button
    key(focused(), Qt.Key.Key_Space)
    assert page.step == WHOM
    choose_laptop(page, "Laptop 09")
    key(page.next_button, Qt.Key.Key_Space)
    assert page.step == WHERE
    type_folder(page, centres.stores.stick)
    key(page.next_button, Qt.Key.Key_Space)
    assert page.step == WRITTEN
    assert page.handed is not None
    assert set(page.handed.profiles) == set(centres.agreed)
    assert page.handed.held_back == 1
    (bundle,) = page.handed.bundles
    key(focused(), Qt.Key.Key_Space)
    told = last_cells(list_of(area))
    assert sorted(told) == ["Casa do Rio", *[f"Casa do Rio, given to Casa do Rio, bundle {bundle.seq}"] * 2]
    window.close()

    window, area = desktop.unlocked(centres.other)
    area.go(Route(Area.RECEIPTS))
    assert isinstance(area.page, ReceiptsPage)
    area.page.take(bundle.path)
    assert "2 profiles were handed on to this laptop" in plain(notice(area.page))
    assert set(area.workplace.store.profiles.ids(ListQuery())) == set(centres.agreed)
    assert last_cells(list_of(area)) == ["Received by headquarters"] * 2
    area.go(Route(Area.RECEIPTS))
    assert isinstance(area.page, ReceiptsPage)
    area.page.take(bundle.path)
    assert "taken in before" in notice(area.page)
    window.close()


def test_who_has_not_agreed_is_named_before_a_stick_is_chosen(desktop: Desktop, centres: Centres) -> None:
    window, area = desktop.unlocked(centres.stores.headquarters)
    order = area.workplace.interviews.rows(ListQuery(), 0, 3)
    page = ask_to_give(area, [row.id for row in order].index(centres.silent))
    key(page.next_button, Qt.Key.Key_Space)
    assert page.step == WHAT
    assert "E-TRANSFER-1" in notice(page)
    assert "Ask the person" in notice(page)
    assert page.next_button.isEnabled()
    key(page.back_button, Qt.Key.Key_Space)
    assert isinstance(area.page, ProfilesPage)
    window.close()


def test_everything_of_a_laptop_goes_when_its_officer_leaves(desktop: Desktop, centres: Centres) -> None:
    window, area = desktop.unlocked(centres.stores.headquarters)
    page = ask_to_give(area)
    assert not page.next_button.isEnabled()
    choose_laptop(page, "Laptop 09")
    key(page.next_button, Qt.Key.Key_Space)
    assert "Nothing came from this laptop yet" in notice(page)
    assert page.group is not None
    page.group.rows[1].setFocus()
    key(focused(), Qt.Key.Key_Up)
    key(focused(), Qt.Key.Key_Space)
    key(page.next_button, Qt.Key.Key_Space)
    assert page.step == WHOM
    assert page.group is not None
    assert [one.choice.own.text for one in page.group.rows] == ["Laptop 09"]  # the only one left, and chosen by itself
    key(page.next_button, Qt.Key.Key_Space)
    type_folder(page, centres.stores.stick)
    key(page.next_button, Qt.Key.Key_Space)
    assert page.handed is not None
    assert set(page.handed.profiles) == set(centres.agreed)
    window.close()


def test_a_stick_that_cannot_be_written_leaves_everything_as_it_was(desktop: Desktop, centres: Centres) -> None:
    window, area = desktop.unlocked(centres.stores.headquarters)
    page = at_the_stick(area, centres)
    centres.stores.stick.rmdir()
    centres.stores.stick.write_bytes(b"a file in its place")
    page.write_to(centres.stores.stick)  # the folder was there when it was chosen
    assert page.step == WHERE
    assert page.handed is None
    assert area.workplace.transfer.given(centres.agreed) == {}
    window.close()


def test_a_live_change_of_language_goes_on_at_the_same_step(desktop: Desktop, centres: Centres) -> None:
    window, area = desktop.unlocked(centres.stores.headquarters)
    page = at_the_stick(area, centres)
    window.use(replace(window.desk.book.settings, language="ar_XB"))
    after = giving_of(work_area(window))
    assert after is not page
    assert (after.step, after.target.folder()) == (WHERE, centres.stores.stick)
    key(after.next_button, Qt.Key.Key_Space)
    assert after.handed is not None
    window.close()


def test_only_those_who_may_give_see_the_button(desktop: Desktop, centres: Centres) -> None:
    for folder, duties in ((centres.stores.headquarters, {Duty.PROTECTION}), (centres.stores.field, set(Duty))):
        window, area = desktop.unlocked(folder)
        only(area.workplace, duties)
        assert not list_of(area).give_button.isVisible()
        window.close()


@pytest.mark.parametrize(("code", "scale"), [("en", 200), ("ar", 100), ("en_XA", 200), ("ar_XB", 200)])
def test_every_step_is_named_and_has_room(desktop: Desktop, centres: Centres, code: str, scale: int) -> None:
    desktop.theme.set_text_scale(scale)
    window, area = desktop.unlocked(centres.stores.headquarters, code)
    page = ask_to_give(area, 0, 1, 2)
    for step in range(4):
        assert (step, page.step, findings(desktop, window)) == (step, step, [])
        if step == WHOM:
            choose_laptop(page, "Laptop 09")
        if step == WHERE:
            type_folder(page, centres.stores.stick)
        if step < WRITTEN:
            page.next_button.click()
    window.close()
