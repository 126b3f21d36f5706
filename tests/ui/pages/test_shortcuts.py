"""Keys: what is bound is listed, what is listed is bound, and none stands in the way of typing (UX-46)."""

from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.i18n.help_pages import KEYS
from s2w_desktop.services.interviews import Pair
from s2w_desktop.ui.help_window import HelpWindow
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.key_list import KeyList, listed_at
from s2w_desktop.ui.pages.profiles import ProfilesPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.shortcuts import BY_WIDGETS, Act, Where, acts_at, bind
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.wishes import OpenInterview
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.keys import focused, key
from tests.ui.pages.test_audits import FIELD_ROUTES, OFFICE_ROUTES

Bound = Counter[tuple[str, Qt.ShortcutContext]]


def bound_in(window: QWidget) -> Bound:
    """Every key that works somewhere in a window, however it was bound."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # pages that were left do not count
    found: Bound = Counter()
    for shortcut in window.findChildren(QShortcut):
        found.update((keys.toString(), shortcut.context()) for keys in QShortcut.keys(shortcut))
    for action in window.findChildren(QAction):
        found.update((keys.toString(), action.shortcutContext()) for keys in action.shortcuts())
    for button in window.findChildren(QAbstractButton):
        if not button.shortcut().isEmpty():
            found[button.shortcut().toString(), Qt.ShortcutContext.WindowShortcut] += 1
    return found


def declared(*places: Where) -> Bound:
    return Counter(
        (QKeySequence(keys).toString(), act.value.where.context)
        for place in places
        for act in acts_at(place)
        for keys in act.value.keys
    )


PLACES = {
    Area.PROFILES: (Where.EVERYWHERE, Where.PROFILES),
    Area.NEW_INTERVIEW: (Where.EVERYWHERE, Where.ASIDE),
    Area.PREVIEW: (Where.EVERYWHERE, Where.ASIDE),
}


@pytest.mark.parametrize("routes", [FIELD_ROUTES, OFFICE_ROUTES], ids=["laptop", "headquarters"])
def test_every_area_binds_what_is_declared_for_it_and_nothing_else(
    desktop: Desktop, stores: Stores, routes: tuple[Route, ...]
) -> None:
    window, area = desktop.unlocked(stores.field if routes is FIELD_ROUTES else stores.headquarters)
    for route in routes:
        area.go(route)
        assert bound_in(window) == declared(*PLACES.get(route.area, (Where.EVERYWHERE,))), route
    window.close()


def test_every_section_of_the_interview_binds_what_is_declared_for_it(desktop: Desktop, stores: Stores) -> None:
    window, page = interview_in(desktop, stores)
    for section in (one for one in QUESTIONNAIRE.sections if one.part):
        page.show_section(section.key)
        entries = (Where.ENTRIES,) if section.repeats else ()
        assert bound_in(window) == declared(Where.EVERYWHERE, Where.INTERVIEW, *entries), section.key
    window.close()


def test_the_paper_of_an_interview_binds_what_is_declared_for_it(desktop: Desktop, stores: Stores) -> None:
    window, page = interview_in(desktop, stores)
    page.preview_asked.emit(page.editor.profile.id)
    assert bound_in(window) == declared(Where.EVERYWHERE, Where.ASIDE)
    window.close()


def test_before_unlocking_the_keys_of_everywhere_work_and_no_other(desktop: Desktop, stores: Stores) -> None:
    for folder in (stores.field, stores.stick / "nothing here yet"):
        window = desktop.open(folder)
        assert bound_in(window) == declared(Where.EVERYWHERE)
        window.close()


def test_the_page_of_keys_lists_every_key_once_and_binds_none(desktop: Desktop, stores: Stores) -> None:
    window, _ = desktop.unlocked(stores.field)
    key(window, Qt.Key.Key_F1)
    pages = window.findChild(HelpWindow)
    assert pages is not None
    pages.show_page(KEYS)
    keys = pages.findChild(KeyList)
    assert keys is not None
    assert not keys.findChildren(QShortcut)
    told = [label.text() for label in keys.findChildren(QLabel) if label.property("kind") == "keycap"]
    assert told == [one.shown for where in Where for one in listed_at(where)]
    assert Counter(one for where in Where for one in listed_at(where)) == Counter([*(act.value for act in Act), *BY_WIDGETS])
    key(pages, Qt.Key.Key_Escape)
    window.close()


def test_no_two_acts_that_can_meet_have_the_same_key() -> None:
    for where in Where:
        met = declared(*{Where.EVERYWHERE, where, Where.INTERVIEW if where is Where.ENTRIES else where})
        keys = [keys for keys, _ in met.elements()]
        assert len(keys) == len(set(keys)), where


def test_no_key_types_a_character_or_is_one_of_alt_gr() -> None:
    for act in Act:
        for keys in act.value.keys:
            sequence = QKeySequence(keys)
            assert sequence.count() == 1, act
            assert sequence.toString() == keys, "the portable spelling, so that it is read as it is meant"
            held, letter = set(keys.split("+")[:-1]), keys.split("+")[-1]
            assert not {"Ctrl", "Alt"} <= held, "Ctrl and Alt together are AltGr"
            assert held & {"Ctrl", "Alt"} or len(letter) > 1, "a single character belongs to whoever types"


def test_a_place_takes_slots_for_all_its_keys_or_for_none(desktop: Desktop, stores: Stores) -> None:
    window = desktop.open(stores.field)
    with pytest.raises(ValueError, match="PROFILES"):
        bind(window, Where.PROFILES, {Act.SEARCH: window.pause})
    with pytest.raises(ValueError, match="ASIDE"):
        bind(window, Where.ASIDE, {Act.BACK: window.pause, Act.SEARCH: window.pause})
    window.close()


def test_the_keys_that_widgets_understand_do_what_is_told(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page = area.findChild(ProfilesPage)
    assert page is not None
    key(focused(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = focused()
    key(search, Qt.Key.Key_Tab)
    assert focused() is not search
    key(focused(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is search
    key(search, Qt.Key.Key_Return)
    key(focused(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert window.scene.findChild(InterviewPage) or isinstance(window.scene, InterviewPage)
    window.close()


def interview_in(desktop: Desktop, stores: Stores) -> tuple[MainWindow, InterviewPage]:
    window, area = desktop.unlocked(stores.field)
    area.asked.emit(OpenInterview(area.workplace.interviews.begin(Pair("en", "ara"))))
    QApplication.processEvents()
    page = window.scene if isinstance(window.scene, InterviewPage) else window.scene.findChild(InterviewPage)
    assert isinstance(page, InterviewPage)
    return window, page
