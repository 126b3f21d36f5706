"""Deciding between colleagues' answers, by keys alone; taking it back; being told that a colleague is at it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.services.claims import ClaimKind, Claims
from s2w_desktop.storage.values import Officer
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.option import OptionRow
from s2w_desktop.ui.pages.conflicts import ConflictsPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.disagreeing import FAMILY, FIRST, ROW, SECOND, SEX, YEARS, disagree
from tests.ui.pages.keys import key


@pytest.fixture
def opened(desktop: Desktop, stores: Stores) -> tuple[MainWindow, WorkArea]:
    disagree(stores.headquarters)
    window, area = desktop.unlocked(stores.headquarters)
    area.go(Route(Area.CONFLICTS))
    return window, area


@pytest.fixture
def page(opened: tuple[MainWindow, WorkArea]) -> ConflictsPage:
    return page_of(opened[1])


def page_of(area: WorkArea) -> ConflictsPage:
    assert isinstance(area.page, ConflictsPage)
    QApplication.processEvents()
    return area.page


def press(*keys: Qt.Key) -> None:
    """Each where the focus is then."""
    for one in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        key(focused, one)


def focused_answer() -> str:
    focused = QApplication.focusWidget()
    assert isinstance(focused, OptionRow)
    return without_isolates(focused.accessibleName())


def progress(page: ConflictsPage) -> str:
    return without_isolates(page.progress)


def buttons(page: ConflictsPage) -> dict[str, QPushButton]:
    """Of the message shown."""
    assert page.spot.notice is not None
    return {one.text(): one for one in page.spot.notice.findChildren(QPushButton)}


def test_the_list_tells_case_numbers_and_how_much_is_to_be_decided(page: ConflictsPage) -> None:
    model = page.list.model()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert spoken == [f"{FIRST}, 5", f"{SECOND}, 1"]
    assert page.list.hasFocus()


def test_answers_are_chosen_by_number_and_kept(page: ConflictsPage, opened: tuple[MainWindow, WorkArea]) -> None:
    press(Qt.Key.Key_Return)
    first = page.detail.questions[0]
    assert first.path == FAMILY
    assert "before: Haddad" in without_isolates(first.group.accessibleName())
    assert focused_answer().startswith("Hadad, Laptop 07")
    press(Qt.Key.Key_2, Qt.Key.Key_1)
    assert progress(page) == "2 of 5 decided"
    assert page.detail.choices() == {FAMILY: 1, SEX: 0}
    press(Qt.Key.Key_2, Qt.Key.Key_0)
    assert (YEARS in page.detail.choices(), progress(page)) == (True, "3 of 5 decided")
    key(page.keep_button, Qt.Key.Key_Space)
    assert [question.path for question in page.detail.questions] == [ROW, "expectation.own_words"]
    assert progress(page) == "0 of 2 decided"
    profile = opened[1].workplace.interviews.read(opened[1].workplace.interviews.find(FIRST))
    assert (profile.text(SEX), profile.text(FAMILY)) == ("F", "حداد")


def test_arrows_move_space_chooses_and_delete_decides_later(page: ConflictsPage) -> None:
    press(Qt.Key.Key_Return, Qt.Key.Key_Right)
    assert focused_answer().startswith("حداد, Laptop 03")
    press(Qt.Key.Key_Space)
    assert page.detail.choices() == {FAMILY: 1}
    assert page.keep_button.isEnabled()
    press(Qt.Key.Key_Delete)
    assert page.detail.choices() == {}
    assert not page.keep_button.isEnabled()


def test_all_answers_of_one_laptop(page: ConflictsPage) -> None:
    words = {without_isolates(button.text()): button for button in page.detail.all_buttons}
    key(words["All from Laptop 03"], Qt.Key.Key_Space)
    assert page.detail.choices() == {FAMILY: 1, SEX: 1, YEARS: 1, ROW: 1, "expectation.own_words": 1}
    assert progress(page) == "5 of 5 decided"


def test_a_decision_is_taken_back_at_its_place(page: ConflictsPage) -> None:
    press(Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_1)
    key(page.keep_button, Qt.Key.Key_Space)
    assert page.list.model().rowCount() == 1
    back = buttons(page)["Take it back"]
    key(back, Qt.Key.Key_Space)
    assert page.list.model().rowCount() == 2
    assert page.list.current() == page.list.model().index(1, 0).data(Qt.ItemDataRole.UserRole).key
    assert progress(page) == "0 of 1 decided"
    assert page.spot.notice is None


def test_when_all_is_decided_the_page_says_so_and_it_can_still_be_taken_back(page: ConflictsPage) -> None:
    press(Qt.Key.Key_Return, *[Qt.Key.Key_1] * 5)
    key(page.keep_button, Qt.Key.Key_Space)
    press(Qt.Key.Key_1)
    key(page.keep_button, Qt.Key.Key_Space)
    assert not page.list.isVisible()
    assert buttons(page)["Take it back"].hasFocus()
    press(Qt.Key.Key_Space)
    assert page.list.isVisible()


def test_what_is_chosen_and_not_kept_waits_on_the_way_to_another_page(opened: tuple[MainWindow, WorkArea]) -> None:
    area, page = opened[1], page_of(opened[1])
    press(Qt.Key.Key_Return, Qt.Key.Key_2)
    key(page.list, Qt.Key.Key_End)
    key(page.list, Qt.Key.Key_Return)
    area.go(Route(Area.FIGURES))
    area.go(Route(Area.CONFLICTS))
    again = page_of(area)
    assert again.list.current() == again.list.model().index(1, 0).data(Qt.ItemDataRole.UserRole).key
    key(again.list, Qt.Key.Key_Home)
    key(again.list, Qt.Key.Key_Return)
    assert again.detail.choices() == {FAMILY: 1}


def test_a_colleague_at_it_is_told_and_can_be_relieved(opened: tuple[MainWindow, WorkArea]) -> None:
    area = opened[1]
    workplace = area.workplace
    ana = Officer(OfficerId(workplace.sources.new_id()), "Ana", workplace.sources.now())
    workplace.store.officers.add(ana)
    second = str(workplace.interviews.find(SECOND))
    Claims(workplace.store, ana.id, workplace.sources).take(ClaimKind.CONFLICT, second)
    area.go(Route(Area.CONFLICTS))
    page = page_of(area)
    told = page.list.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Ana works on it" in without_isolates(told)
    press(Qt.Key.Key_End, Qt.Key.Key_Return)
    key(buttons(page)["Take it over"], Qt.Key.Key_Space)
    holder = workplace.office.claims.holder(ClaimKind.CONFLICT, second)
    assert holder is not None
    assert holder.is_me


def test_another_answer_is_given_by_opening_the_profile(opened: tuple[MainWindow, WorkArea]) -> None:
    window, area = opened
    key(page_of(area).open_button, Qt.Key.Key_Space)
    assert window.scene is not None
    assert isinstance(window.scene.findChild(InterviewPage), InterviewPage)


def test_a_question_that_changed_meanwhile_is_shown_anew_and_nothing_is_decided(opened: tuple[MainWindow, WorkArea]) -> None:
    page, workplace = page_of(opened[1]), opened[1].workplace
    press(Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_1)
    seen = workplace.office.conflicts.of(workplace.interviews.find(SECOND))
    session = workplace.interviews.open(seen.profile.id)
    session.set_answer(SEX, "M")
    session.close()
    key(page.keep_button, Qt.Key.Key_Space)
    assert page.spot.notice is not None
    assert "E-CONFLICT-1" in page.spot.notice.accessibleName()
    assert page.list.model().rowCount() == 1


def test_two_people_of_one_profile_are_parted_after_a_question(opened: tuple[MainWindow, WorkArea]) -> None:
    page, workplace = page_of(opened[1]), opened[1].workplace
    number = workplace.interviews.find(SECOND)
    press(Qt.Key.Key_Return, *[Qt.Key.Key_1] * 5)
    key(page.keep_button, Qt.Key.Key_Space)
    key(page.two_people_button, Qt.Key.Key_Space)
    asked = buttons(page)
    who, yes, no = asked.values()
    assert isinstance(who, ChoiceButton)
    assert page.spot.notice is not None
    told = without_isolates(page.spot.notice.accessibleName())
    assert "Layla Haddad (Laptop 07, officer" in told
    assert f"Whoever stays keeps {SECOND}" in told
    assert no.hasFocus()
    press(Qt.Key.Key_Space)  # nothing happens
    assert not page.spot.isVisible()
    assert (page.two_people_button.hasFocus(), page.list.model().rowCount()) == (True, 1)
    press(Qt.Key.Key_Space)
    who, yes, _no = buttons(page).values()
    assert isinstance(who, ChoiceButton)
    key(who, Qt.Key.Key_Space)
    who.menu_actions[0].trigger()
    assert "Laptop 07" in without_isolates(who.text())
    key(yes, Qt.Key.Key_Space)
    assert not page.list.isVisible()
    assert page.spot.notice is not None
    assert "These are two profiles now." in page.spot.notice.accessibleName()
    (other,) = workplace.store.likeness.told_apart(number)
    assert [workplace.interviews.read(one).text(SEX) for one in (number, other)] == ["X", "F"]
    (back,) = buttons(page).values()
    assert back.hasFocus()
    press(Qt.Key.Key_Space)
    assert workplace.store.joins.root(other) == number
    assert workplace.store.likeness.told_apart(number) == frozenset()
