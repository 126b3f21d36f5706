"""The list of profiles, used by keys."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.summary import summarise
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery, View
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.audit import clipped
from s2w_desktop.ui.kit.card import EmptyState
from s2w_desktop.ui.pages.new_interview import NewInterviewPage
from s2w_desktop.ui.pages.profiles import ProfilesPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import PEOPLE, Desktop, Stores, work_area
from tests.ui.pages.keys import focused, key, write
from tests.workplaces import sample_people

MANY = 10_000


def page_of(area: WorkArea) -> ProfilesPage:
    assert isinstance(area.page, ProfilesPage)
    return area.page


def shown(page: ProfilesPage) -> int:
    return page.table.model().rowCount()


def first_cell(page: ProfilesPage) -> str:
    return str(page.table.model().index(0, 0).data())


def fill_with(workplace: Workplace, count: int) -> None:
    """Rows of the list alone: what the list reads is all there."""
    person = sample_people(workplace, 1)[0]
    model = summarise(QUESTIONNAIRE, person.profile, workplace.sources.today())
    with workplace.store.inbox.transaction() as transaction:
        transaction.save_views(
            [
                View(
                    ProfileId(UUID(int=number)),
                    replace(model, case_number=f"PT-{number:06}", search_text=f"pt-{number:06}"),
                    conflicts=0,
                    changed=number,
                )
                for number in range(1, count + 1)
            ]
        )


def test_work_begins_in_the_search_and_names_are_hidden(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page = page_of(area)
    names = [row.name for row in area.workplace.interviews.rows(ListQuery(), 0, PEOPLE)]
    assert QApplication.focusWidget() is page.search
    assert shown(page) == PEOPLE
    cells = " ".join(str(page.table.model().index(row, 0).data()) for row in range(PEOPLE))
    assert not [name for name in names if name and name in cells]
    window.close()


def test_names_are_shown_when_asked_for(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page = page_of(area)
    name = area.workplace.interviews.rows(ListQuery(), 0, 1)[0].name
    key(button_named(page, "Names hidden"), Qt.Key.Key_Space)
    assert name in first_cell(page)
    window.close()


def test_typing_a_code_finds_it_and_enter_opens_the_interview(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page = page_of(area)
    wanted = area.workplace.interviews.rows(ListQuery(), 3, 1)[0].case_number
    write(page.search, wanted.lower())
    assert shown(page) == 1
    key(page.search, Qt.Key.Key_Return)
    assert isinstance(window.scene.findChild(InterviewPage), InterviewPage)
    assert wanted in window.windowTitle()
    window.close()


def test_an_empty_result_says_why_and_offers_to_clear(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page = page_of(area)
    write(page.search, "zzzz")
    empty = page.findChildren(EmptyState)[-1]
    key(button_named(empty, "Clear search and filters"), Qt.Key.Key_Space)
    assert shown(page) == PEOPLE
    assert page.search.text() == ""
    window.close()


@pytest.mark.qt_log_ignore("does not support")  # the offscreen platform has no pop-up windows of its own
def test_a_filter_is_chosen_by_keys(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page = page_of(area)
    button = button_named(page, "State: all")
    button.setFocus()
    key(button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    for pressed in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        key(menu, pressed)
    assert button.accessibleName().replace("\u2068", "").replace("\u2069", "") == "State: received"
    assert shown(page) == 0
    window.close()


def test_ctrl_k_goes_to_the_search_and_ctrl_n_to_a_new_interview(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page_of(area).table.setFocus()
    key(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page_of(area).search
    key(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(area.page, NewInterviewPage)
    window.close()


def test_ten_thousand_rows_are_searched_and_only_those_in_sight_are_read(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    fill_with(area.workplace, MANY)
    page = page_of(area)
    page.look_up()
    assert shown(page) == MANY + PEOPLE
    write(page.search, "009999")
    assert shown(page) == 1
    assert "PT-009999" in first_cell(page)
    page.search.clear()
    page.look_up()
    page.table.setFocus()
    key(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert page.table.currentIndex().row() == MANY + PEOPLE - 1
    window.close()


def test_coming_back_goes_on_where_the_search_was(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    wanted = area.workplace.interviews.rows(ListQuery(), 2, 1)[0].case_number
    write(page_of(area).search, wanted.lower())
    area.go(Route(Area.RECEIPTS))
    area.go(Route(Area.PROFILES))
    assert page_of(area).search.text() == wanted.lower()
    assert shown(page_of(area)) == 1
    window.close()


def test_a_live_change_of_language_keeps_search_and_caret(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    search = page_of(area).search
    write(search, "pt-")
    search.setCursorPosition(1)
    window.use(replace(window.desk.book.settings, language="ar_XB"))
    after = page_of(work_area(window)).search
    assert (after.text(), after.cursorPosition()) == ("pt-", 1)
    assert QApplication.focusWidget() is after
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    window.close()


def button_named(root: QWidget, name: str) -> QWidget:
    """The button that a screen reader calls so."""
    QApplication.processEvents()  # what was just laid out is shown only then
    for widget in root.findChildren(QWidget):
        if widget.accessibleName().replace("\u2068", "").replace("\u2069", "") == name and widget.isVisible():
            return widget
    raise AssertionError(f"no button {name}")


def choose_one(page: ProfilesPage) -> str:
    """As a person does who walks into the list; gives whom."""
    page.table.setFocus()
    key(page.table, Qt.Key.Key_Down)
    chosen = page.table.current_key()
    assert chosen is not None
    return chosen


def test_somebody_is_erased_by_keys_after_a_question(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page, erasures = page_of(area), area.workplace.store.erasures
    assert not page.erase_button.isEnabled()
    choose_one(page)
    key(page.erase_button, Qt.Key.Key_Space)
    assert page.spot.isVisible()
    key(focused(), Qt.Key.Key_Space)  # the focus stands on the way that does nothing
    assert (shown(page), page.spot.isVisible(), erasures.all()) == (PEOPLE, False, ())
    chosen = choose_one(page)
    key(page.erase_button, Qt.Key.Key_Space)
    key(focused(), Qt.Key.Key_Backtab)
    key(focused(), Qt.Key.Key_Space)
    assert shown(page) == PEOPLE - 1
    assert [str(one.profile) for one in erasures.all()] == [chosen]
    window.close()


@pytest.mark.parametrize("code", ["en", "ar_XB"])
def test_the_question_has_room_with_large_text(desktop: Desktop, stores: Stores, code: str) -> None:
    desktop.theme.set_text_scale(200)
    window, area = desktop.unlocked(stores.field, code)
    page = page_of(area)
    choose_one(page)
    key(page.erase_button, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert clipped(window) == []
    assert page.spot.notice is not None
    assert not focused().visibleRegion().isEmpty()
    window.close()
