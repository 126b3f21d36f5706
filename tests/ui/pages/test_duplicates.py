"""The page of people recorded twice, in the real window (UX-64): side by side, by shape, by keyboard, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from s2w_desktop.domain.answers import Answer, Words
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.side_by_side import Pick, Standing
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.services.claims import ClaimKind, Claims
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.kit.option import OptionRow
from s2w_desktop.ui.pages.duplicates import DuplicatesPage
from s2w_desktop.ui.pages.duplicates_detail import MatterRow
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.work import WorkArea
from tests.services.colleagues import colleague
from tests.services.places import interview
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.keys import key
from tests.ui.pages.test_audits import findings
from tests.workplaces import reopen

AHMAD: dict[str, Answer] = {
    "identity__given_names": "Ahmad",
    "identity__family_names": "Karimi",
    "identity__date_of_birth": SaidDate.plainly("1984-05-07"),
    "identity__nationality": "AFG",
    "contact__email": "ahmad@example.org",
}
IN_ARABIC_SCRIPT: dict[str, Answer] = {
    "identity__given_names": "احمد",
    "identity__family_names": "کریمی",
    "identity__date_of_birth": SaidDate.plainly("1984"),
    "identity__nationality": "AFG",
    "identity__sex": "M",
}


@pytest.fixture
def people(stores: Stores) -> tuple[ProfileId, ProfileId, ProfileId]:
    """Two who may be one, and one from before the departure who may be the same too, but less likely."""
    hq = reopen(stores.headquarters)
    first = interview(hq, **AHMAD, session__stage="REC")
    session = hq.interviews.open(first)
    session.add_entry("work", {"title_own_words": Words("Baker", "eng"), "job_type": "EMP"})
    session.close()
    second = interview(hq, **IN_ARABIC_SCRIPT, session__stage="INT")
    third = interview(hq, **{**AHMAD, "identity__date_of_birth": SaidDate.plainly("1985")}, session__stage="PRE")
    hq.close()
    return first, second, third


def page_of(area: WorkArea) -> DuplicatesPage:
    area.go(Route(Area.DUPLICATES))
    assert isinstance(area.page, DuplicatesPage)
    QApplication.processEvents()
    return area.page


def choose(page: DuplicatesPage, pair: tuple[ProfileId, ProfileId]) -> None:
    """Go to a pair in the list by the arrow keys."""
    wanted = ":".join(sorted(map(str, pair)))
    key(page.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(page.table.model().rowCount()):
        if page.table.current_key() == wanted:
            return
        key(page.table, Qt.Key.Key_Down)
    raise AssertionError("the pair is not in the list")


def matter(page: DuplicatesPage, path: str) -> MatterRow:
    return next(one for one in page.detail.rows if one.matter.key == path)


def listed(workplace: Workplace) -> set[ProfileId]:
    return set(workplace.store.profiles.ids(ListQuery()))


def texts(page: DuplicatesPage) -> str:
    return without_isolates("\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)))


def test_ux_64_pairs_stand_side_by_side_and_are_joined_by_keyboard_and_taken_back(
    desktop: Desktop, stores: Stores, people: tuple[ProfileId, ProfileId, ProfileId]
) -> None:
    first, second, _ = people
    window, area = desktop.unlocked(stores.headquarters)
    page = page_of(area)
    assert page.table.model().rowCount() == len(people)
    cells = [str(page.table.model().index(row, 0).data()) for row in range(len(people))]
    assert not any("Karimi" in cell for cell in cells)
    choose(page, (first, second))
    found = page.detail.comparison
    assert found is not None
    given = matter(page, "identity.given_names")
    assert given.matter.standing is Standing.DIFFERENT
    assert "they differ" in texts(page)
    assert given.group is not None
    key(page.table, Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), OptionRow)
    start = given.group.rows[0]
    start.setFocus()
    key(start, Qt.Key.Key_Right)
    key(given.group.rows[1], Qt.Key.Key_Space)
    assert given.pick is Pick.SECOND
    wanted = found.second.text("identity.given_names")
    key(page.join_button, Qt.Key.Key_Space)
    kept = found.first.id
    assert listed(area.workplace) == set(people) - {found.second.id}
    assert area.workplace.interviews.read(kept).text("identity.given_names") == wanted
    key(page.back_button, Qt.Key.Key_Space)
    assert listed(area.workplace) == set(people)
    assert page.table.current_key() == ":".join(sorted((str(first), str(second))))
    window.close()


def test_ux_64_not_the_same_person_is_remembered_and_can_be_taken_back(
    desktop: Desktop, stores: Stores, people: tuple[ProfileId, ProfileId, ProfileId]
) -> None:
    first, second, _ = people
    window, area = desktop.unlocked(stores.headquarters)
    page = page_of(area)
    choose(page, (first, second))
    key(page.apart_button, Qt.Key.Key_Space)
    assert page.table.model().rowCount() == len(people) - 1
    page.look()
    assert page.table.model().rowCount() == len(people) - 1
    choose(page, (page.detail.comparison.first.id, page.detail.comparison.second.id) if page.detail.comparison else people[:2])
    key(page.apart_button, Qt.Key.Key_Space)
    key(page.back_button, Qt.Key.Key_Space)
    assert page.table.model().rowCount() == len(people) - 1
    assert area.workplace.store.likeness.told_apart(first) == {second}
    window.close()


def test_people_from_before_and_after_a_departure_are_linked(
    desktop: Desktop, stores: Stores, people: tuple[ProfileId, ProfileId, ProfileId]
) -> None:
    first, _, third = people
    window, area = desktop.unlocked(stores.headquarters)
    page = page_of(area)
    choose(page, (first, third))
    assert not page.join_button.isVisibleTo(page)
    key(page.link_button, Qt.Key.Key_Space)
    assert area.workplace.interviews.read(first).text("record.earlier_profile") == str(third)
    page.look()
    assert page.table.model().rowCount() == len(people) - 1
    window.close()


def test_the_other_case_number_can_stay_and_equal_answers_be_shown(
    desktop: Desktop, stores: Stores, people: tuple[ProfileId, ProfileId, ProfileId]
) -> None:
    first, second, _ = people
    window, area = desktop.unlocked(stores.headquarters)
    page = page_of(area)
    choose(page, (first, second))
    before = page.detail.comparison
    assert before is not None
    assert page.detail.swap is not None
    key(page.detail.swap, Qt.Key.Key_Space)
    assert page.detail.comparison is not None
    assert page.detail.comparison.first.id == before.second.id
    assert all(one.matter.key != "identity.nationality" for one in page.detail.rows)
    assert page.detail.same is not None
    key(page.detail.same, Qt.Key.Key_Space)
    assert any(one.matter.key == "identity.nationality" for one in page.detail.rows)
    key(page.join_button, Qt.Key.Key_Space)
    assert listed(area.workplace) == set(people) - {before.first.id}
    window.close()


def test_a_pair_that_a_colleague_looks_at_is_told_and_can_be_taken_over(
    desktop: Desktop, stores: Stores, people: tuple[ProfileId, ProfileId, ProfileId]
) -> None:
    first, second, _ = people
    window, area = desktop.unlocked(stores.headquarters)
    workplace = area.workplace
    other = Claims(workplace.store, colleague(workplace, "Ana"), workplace.sources)
    other.take(ClaimKind.DUPLICATE, ":".join(sorted((str(first), str(second)))))
    page = page_of(area)
    choose(page, (first, second))
    assert page.spot.notice is not None
    assert "Ana" in page.spot.notice.accessibleName()
    assert not page.join_button.isEnabled()
    (over,) = (one for one in page.spot.notice.findChildren(type(page.join_button)) if one.text() == "Take over")
    key(over, Qt.Key.Key_Space)
    assert page.join_button.isEnabled()
    area.go(Route(Area.PROFILES))
    assert workplace.office.claims.holders(ClaimKind.DUPLICATE) == {}
    window.close()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("code", ["en", "ar", "en_XA", "ar_XB"])
def test_the_page_has_names_and_room_for_every_word(
    desktop: Desktop, stores: Stores, people: tuple[ProfileId, ProfileId, ProfileId], code: str, scale: int
) -> None:
    desktop.theme.set_text_scale(scale)
    window, area = desktop.unlocked(stores.headquarters, code)
    page = page_of(area)
    choose(page, people[:2])
    assert findings(desktop, window) == []
    window.close()
