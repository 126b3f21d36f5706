"""A month of three laptops and their headquarters through the real windows: a stick gets lost, somebody is recorded twice in two
scripts, colleagues disagree, a laptop is stolen, and a person wants to be forgotten (issue: headquarters, part 3)."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.stations import Role
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.pages.conflicts import ConflictsPage
from s2w_desktop.ui.pages.devices import DevicesPage
from s2w_desktop.ui.pages.duplicates import DuplicatesPage
from s2w_desktop.ui.pages.inbox import InboxPage
from s2w_desktop.ui.pages.inbox_items import ItemState
from s2w_desktop.ui.pages.profiles import ProfilesPage
from s2w_desktop.ui.pages.receipts import ReceiptsPage
from s2w_desktop.ui.pages.stick_steps import WRITTEN
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.work import WorkArea
from tests.services.places import interview
from tests.ui.pages.conftest import Desktop
from tests.ui.pages.handing import hand_over
from tests.ui.pages.keys import key
from tests.workplaces import enrol, make_workplace, reopen

LATIN: dict[str, Answer] = {
    "identity__given_names": "Layla",
    "identity__family_names": "Haddad",
    "identity__date_of_birth": SaidDate.plainly("1991-03-14"),
    "identity__nationality": "SYR",
    "identity__sex": "F",
}
ARABIC: dict[str, Answer] = {**LATIN, "identity__given_names": "ليلى", "identity__family_names": "حداد"}
KARIM: dict[str, Answer] = {
    "identity__given_names": "Karim",
    "identity__family_names": "Ahmadi",
    "identity__nationality": "AFG",
}
FAMILY = "identity.family_names"


class Month:
    """The folders of the month: three laptops, headquarters, and sticks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.office = folder / "hq" / "store"
        self.laptops = [folder / f"laptop{number}" / "store" for number in (1, 2, 3)]
        office = make_workplace(self.office, Role.HEADQUARTERS, name="Skills unit")
        for number, store in enumerate(self.laptops, start=1):
            laptop = make_workplace(store, name=f"Laptop 0{number}")
            enrol(laptop, office, folder / f"enrolment{number}")
            laptop.close()
        office.close()
        self._sticks = 0

    def stick(self) -> Path:
        """An empty stick."""
        self._sticks += 1
        place = self.folder / f"stick{self._sticks}"
        place.mkdir()
        return place


@pytest.fixture
def month(tmp_path: Path) -> Month:
    return Month(tmp_path)


def record(store: Path, answers: dict[str, Answer]) -> ProfileId:
    """Somebody is interviewed on a laptop."""
    laptop = reopen(store)
    profile = interview(laptop, **answers, consent__pass_to_office="granted")
    laptop.close()
    return profile


def rename(store: Path, profile: ProfileId, family: str) -> None:
    """An officer corrects a name."""
    laptop = reopen(store)
    session = laptop.interviews.open(profile)
    session.set_answer(FAMILY, family)
    session.close()
    laptop.close()


def handed_over(desktop: Desktop, store: Path, stick: Path) -> Path:
    """An officer hands over by keys alone; gives the file."""
    window, area = desktop.unlocked(store)
    page = hand_over(area, stick)
    assert page.step == WRITTEN, (page.spot.notice and page.spot.notice.accessibleName(), page.next_button.isEnabled())
    window.close()
    (bundle,) = stick.glob("*.s2w")
    return bundle


def follow(desktop: Desktop, store: Path, receipts: Path, device_name: str) -> None:
    """An officer takes in what headquarters wrote for the laptop."""
    window, area = desktop.unlocked(store)
    area.go(Route(Area.RECEIPTS))
    page = area.page
    assert isinstance(page, ReceiptsPage)
    for file in sorted((receipts / device_name).glob("*.s2w")):
        page.take(file)
    window.close()


def inbox(area: WorkArea) -> InboxPage:
    area.go(Route(Area.INBOX))
    assert isinstance(area.page, InboxPage)
    return area.page


def take_in(area: WorkArea, stick: Path) -> list[ItemState]:
    """Open the stick at headquarters and take in what is proven."""
    page = inbox(area)
    page.open_places([stick])
    for row, item in enumerate(page.items):
        if item.state is ItemState.CHECKED:
            page.table.select(row)
            key(page.detail.action, Qt.Key.Key_Space)
    return [item.state for item in page.items]


def answer(area: WorkArea, folder: Path) -> Path:
    """Write what laptops wait for, sorted by laptop as the courier carries it."""
    everything = folder / "all"
    everything.mkdir()
    for written in area.workplace.receipts.write(everything):
        place = folder / written.peer.name
        place.mkdir(exist_ok=True)
        shutil.move(written.bundle.path, place)
    return folder


def join_the_pair(area: WorkArea, pair: set[ProfileId]) -> ProfileId:
    """Headquarters sees two profiles side by side and joins them; gives the one that stays."""
    area.go(Route(Area.DUPLICATES))
    page = area.page
    assert isinstance(page, DuplicatesPage)
    QApplication.processEvents()
    assert page.table.model().rowCount() == 1
    page.table.select(0)
    found = page.detail.comparison
    assert found is not None
    assert {found.first.id, found.second.id} == pair
    key(page.join_button, Qt.Key.Key_Space)
    (kept,) = pair & set(area.workplace.store.profiles.ids(ListQuery()))
    return kept


def decide(area: WorkArea) -> None:
    """Headquarters takes the first answer to the one question that is open."""
    area.go(Route(Area.CONFLICTS))
    page = area.page
    assert isinstance(page, ConflictsPage)
    QApplication.processEvents()
    assert page.list.model().rowCount() == 1
    key(page.list, Qt.Key.Key_Return)
    key(QApplication.focusWidget(), Qt.Key.Key_1)
    key(page.keep_button, Qt.Key.Key_Space)
    assert page.list.model().rowCount() == 0


def revoke(area: WorkArea, name: str) -> set[str]:
    """Headquarters takes a stolen laptop off the list; gives the case numbers of those whose data were on it."""
    device = next(peer.device for peer in area.workplace.enrolment.peers() if peer.name == name)
    area.go(Route(Area.DEVICES))
    page = area.page
    assert isinstance(page, DevicesPage)
    keys = [page.table.model().index(row, 0) for row in range(page.table.model().rowCount())]
    page.table.setFocus()
    page.table.select(next(row for row, index in enumerate(keys) if name in str(index.data())))
    page.table.selected.emit(str(page.table.current_key()))
    key(page.revoke_button, Qt.Key.Key_Space)
    key(QApplication.focusWidget(), Qt.Key.Key_Return)  # since today, as the line proposes
    assert [peer.name for peer in area.workplace.enrolment.peers() if peer.revoked_at] == [name]
    return {one.case_number for one in area.workplace.safekeeping.losses.of(device).profiles}


def erase(area: WorkArea, profile: ProfileId) -> None:
    """Headquarters erases somebody, after the question."""
    area.go(Route(Area.PROFILES))
    page = area.page
    assert isinstance(page, ProfilesPage)
    QApplication.processEvents()
    row = area.workplace.store.profiles.ids(ListQuery()).index(profile)
    page.table.setFocus()
    page.table.select(row)
    page.table.selected.emit(str(page.table.current_key()))
    key(page.erase_button, Qt.Key.Key_Space)
    yes = next(one for one in page.findChildren(Button) if one.accessibleName() == "Erase for good")
    key(yes, Qt.Key.Key_Space)
    assert profile not in area.workplace.store.profiles.ids(ListQuery())


def text(store: Path, profile: ProfileId, path: str) -> str:
    """What a store says."""
    workplace = reopen(store)
    said = workplace.interviews.read(profile).text(path)
    workplace.close()
    return said


class Story:
    """The month, week by week; each week stands on the one before."""

    def __init__(self, desktop: Desktop, month: Month) -> None:
        self.desktop, self.month = desktop, month
        self.first, self.second, self.third = month.laptops

    def hand_over(self, *stores: Path) -> list[Path]:
        """Each of these laptops hands over on a stick of its own; gives the sticks."""
        sticks = [self.month.stick() for _ in stores]
        for store, stick in zip(stores, sticks, strict=True):
            handed_over(self.desktop, store, stick)
        return sticks

    def carry(self, post: Path, *numbers: int) -> None:
        """The courier brings what headquarters wrote."""
        for number in numbers:
            follow(self.desktop, self.month.laptops[number - 1], post, f"Laptop 0{number}")

    def a_stick_is_lost_and_two_are_one(self) -> None:
        """What the lost stick held comes with the next one; Layla was recorded at two places, in two scripts."""
        self.layla = record(self.first, LATIN)
        shutil.rmtree(self.hand_over(self.first)[0])
        leila, self.karim = record(self.second, ARABIC), record(self.third, KARIM)
        sticks = self.hand_over(*self.month.laptops)
        window, area = self.desktop.unlocked(self.month.office)
        assert [take_in(area, stick)[0] for stick in sticks] == [ItemState.TAKEN] * 3
        assert set(area.workplace.store.profiles.ids(ListQuery())) == {self.layla, leila, self.karim}
        self.kept = join_the_pair(area, {self.layla, leila})
        post = answer(area, self.month.stick())
        window.close()
        self.carry(post, 1, 2, 3)
        for store in (self.first, self.second):
            assert listed(store) == {self.kept}

    def officers_disagree_and_a_laptop_is_stolen(self) -> None:
        """Headquarters decides, and both laptops say the same; it knows whose data were on the stolen one."""
        rename(self.first, self.kept, "El-Haddad")
        rename(self.second, self.kept, "Hadad")
        sticks = self.hand_over(self.first, self.second)
        window, area = self.desktop.unlocked(self.month.office)
        for stick in sticks:
            take_in(area, stick)
        decide(area)
        decided = area.workplace.interviews.read(self.kept).text(FAMILY)
        assert decided in {"El-Haddad", "Hadad"}
        assert revoke(area, "Laptop 03") == {area.workplace.interviews.read(self.karim).text("record.case_number")}
        post = answer(area, self.month.stick())
        window.close()
        self.carry(post, 1, 2)
        assert [text(store, self.kept, FAMILY) for store in (self.first, self.second)] == [decided] * 2

    def a_thief_writes_and_somebody_is_forgotten(self) -> None:
        """What the stolen laptop sends changes nothing; what is erased at headquarters goes from the laptops too."""
        rename(self.third, self.karim, "Changed By A Thief")
        (stick,) = self.hand_over(self.third)
        window, area = self.desktop.unlocked(self.month.office)
        take_in(area, stick)
        assert area.workplace.interviews.read(self.karim).text(FAMILY) == KARIM["identity__family_names"]
        erase(area, self.kept)
        post = answer(area, self.month.stick())
        window.close()
        self.carry(post, 1, 2)
        assert [listed(store) for store in (self.first, self.second)] == [set(), set()]


def listed(store: Path) -> set[ProfileId]:
    """Who is in the list of a store."""
    workplace = reopen(store)
    found = set(workplace.store.profiles.ids(ListQuery()))
    workplace.close()
    return found


def test_a_month_of_three_laptops(desktop: Desktop, month: Month) -> None:
    story = Story(desktop, month)
    story.a_stick_is_lost_and_two_are_one()
    story.officers_disagree_and_a_laptop_is_stolen()
    story.a_thief_writes_and_somebody_is_forgotten()
