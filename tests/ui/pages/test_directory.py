"""Services and rules: found by keyboard, told in two languages, old entries in red; hidden without a country pack."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication

from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.paths import resources
from s2w_desktop.services.pack_making import country_draft
from s2w_desktop.ui.help_window import HelpWindow
from s2w_desktop.ui.kit.audit import clipped, small_targets, tab_order_faults, unnamed
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Notice
from s2w_desktop.ui.kit.navlist import NavList
from s2w_desktop.ui.kit.readlist import ReadRow
from s2w_desktop.ui.kit.tokens import Colour
from s2w_desktop.ui.pages.directory import DirectoryPage
from s2w_desktop.ui.pages.refused import RefusedPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.directories import AFTER_REVIEW, MADE_ON, directory_page, installed, sample_pack, with_packs
from tests.ui.pages.keys import focused, key, write
from tests.workplaces import reopen


@pytest.fixture
def window_and_area(desktop: Desktop, stores: Stores) -> tuple[MainWindow, WorkArea]:
    window, area = desktop.unlocked(stores.field)
    return window, installed(window, area)


@pytest.fixture
def page(window_and_area: tuple[MainWindow, WorkArea]) -> DirectoryPage:
    return directory_page(window_and_area[1])


PACK = "country.s2wp"


def send_pack(stores: Stores) -> None:
    """Headquarters signs the sample pack and puts it on the stick."""
    headquarters = reopen(stores.headquarters)
    headquarters.packs.make(country_draft(resources() / "country" / "sample", MADE_ON), stores.stick / PACK)
    headquarters.close()


def sidebar(area: WorkArea) -> list[str]:
    models = [nav.model() for nav in area.findChildren(NavList)]
    return [model.index(row, 0).data(Qt.ItemDataRole.UserRole).key for model in models for row in range(model.rowCount())]


def names(page: DirectoryPage) -> list[str]:
    model = page.table.model()
    return [str(model.index(number, 0).data()) for number in range(model.rowCount())]


def line(page: DirectoryPage, key_of_line: str) -> ReadRow:
    return next(row for row in page.detail.list.rows if row.key == key_of_line)


def words(row: ReadRow) -> tuple[str, str]:
    own, other = (" | ".join(part.words.text for part in parts) for parts in (row.own, row.other))
    return without_isolates(own), without_isolates(other)


def test_without_a_country_pack_there_is_no_such_page(desktop: Desktop, stores: Stores) -> None:
    _, area = desktop.unlocked(stores.field)
    assert Area.DIRECTORY not in sidebar(area)
    area.go(Route(Area.DIRECTORY))
    assert area.route.area is Area.PROFILES


@pytest.mark.parametrize("role", ["field", "headquarters"])
def test_with_one_it_stands_last_in_the_sidebar(desktop: Desktop, stores: Stores, role: str) -> None:
    window, area = desktop.unlocked(stores.field if role == "field" else stores.headquarters)
    assert sidebar(installed(window, area))[-1] == Area.DIRECTORY


def test_a_service_is_found_and_read_by_keyboard_alone(page: DirectoryPage) -> None:
    assert focused() is page.search
    write(page.search, "drivng licence")
    assert "Exchange a driving licence" in names(page)[0]
    key(page.search, Qt.Key.Key_Return)
    assert focused() is page.table
    key(page.table, Qt.Key.Key_Down)
    assert words(line(page, "name"))[0] == "Exchange of a driving licence"
    key(page.table, Qt.Key.Key_Return)
    assert focused() is page.detail.list
    key(page.detail.list, Qt.Key.Key_Down)
    assert page.detail.list.currentIndex().row() == 1
    key(page.detail.list, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert focused() is page.search
    assert page.search.selectedText() == "drivng licence"


def test_filters_leave_services_only_and_are_cleared_by_a_button(page: DirectoryPage) -> None:
    everything = names(page)
    action = next(one for one in page.filters.language.menu_actions if one.data() == "som")
    action.trigger()
    assert [name.partition(",")[0] for name in names(page)] == [
        "Reading and writing from the beginning",
        "Women’s meeting: work and family",
    ]
    next(one for one in page.filters.topic.menu_actions if one.data() == "R20").trigger()
    assert names(page) == []
    assert page.detail.entry is None
    clear = next(button for button in page.findChildren(Button) if button.text() == "Clear search and filters")
    clear.click()
    assert names(page) == everything
    assert focused() is page.search


def test_the_second_language_stands_beside_where_the_pack_has_it(page: DirectoryPage) -> None:
    assert [action.data() for action in page.other.menu_actions] == ["none", "fr", "ar"]
    assert words(line(page, "description"))[1] == ""
    next(one for one in page.other.menu_actions if one.data() == "ar").trigger()
    own, other = words(line(page, "description"))
    assert own.startswith("What it is | Four mornings")
    assert other.endswith("حديث قصير في اليوم الأول يحدّد المجموعة المناسبة.")
    assert line(page, "description").other[-1].words.is_rtl


def test_before_its_review_nothing_is_red(page: DirectoryPage) -> None:
    assert words(line(page, "checked"))[0] == "Checked on 12 May 2026"
    assert line(page, "checked").mark == ""
    assert not page.findChildren(Notice)


def test_after_its_review_every_entry_says_so_in_red_by_a_sign_and_in_words(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page = directory_page(installed(window, area, AFTER_REVIEW))
    (notice,) = page.findChildren(Notice)
    assert "1 June 2027" in without_isolates(notice.accessibleName())
    for number in range(3):
        page.table.setCurrentIndex(page.table.model().index(number * 20, 0))
        row = line(page, "checked")
        assert (row.mark, row.colour, row.state) == ("alert", Colour.BAD, "Old")
        assert {part.colour for part in row.own} == {Colour.BAD}
        assert "Ask before you rely on it." in row.spoken


def test_coming_back_goes_on_where_one_was(window_and_area: tuple[MainWindow, WorkArea], page: DirectoryPage) -> None:
    _, area = window_and_area
    write(page.search, "nurse")
    next(one for one in page.other.menu_actions if one.data() == "fr").trigger()
    page.table.setCurrentIndex(page.table.model().index(2, 0))
    read = page.detail.entry
    area.go(Route(Area.PROFILES))
    again = directory_page(area)
    assert (again.search.text(), again.other.value(), again.detail.entry) == ("nurse", "fr", read)


def test_a_pack_that_is_taken_away_leads_back_to_the_profiles(desktop: Desktop, stores: Stores) -> None:
    _, area = desktop.unlocked(stores.field)
    packs = [sample_pack()]
    workplace = replace(area.workplace, directories=with_packs(area.workplace, area.desk, *packs).directories)
    work = WorkArea(area.desk, workplace, area.doors)
    place = None
    try:
        work.go(Route(Area.DIRECTORY))
        place = work.place()
    finally:
        work.deleteLater()
    bare = WorkArea(area.desk, area.workplace, area.doors)
    try:
        bare.restore(place)
        assert bare.route.area is Area.PROFILES
    finally:
        bare.deleteLater()


def test_f1_explains_the_page(window_and_area: tuple[MainWindow, WorkArea], page: DirectoryPage) -> None:
    window, _ = window_and_area
    key(page.search, Qt.Key.Key_F1)
    (found,) = [one for one in window.findChildren(HelpWindow) if one.isVisible()]
    assert found.shown.key == Area.DIRECTORY
    found.accept()


def test_the_page_binds_the_search_once(page: DirectoryPage) -> None:
    assert [shortcut.key().toString() for shortcut in page.findChildren(QShortcut)] == ["Ctrl+K"]


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("code", ["en", "ar", "en_XA", "ar_XB"])
def test_names_room_targets_and_the_order_of_tab(desktop: Desktop, stores: Stores, code: str, scale: int) -> None:
    desktop.theme.set_text_scale(scale)
    window, area = desktop.unlocked(stores.field, code)
    page = directory_page(installed(window, area, AFTER_REVIEW))
    faults = {}
    for number in (0, 22, 40, page.table.model().rowCount() - 1):
        page.table.setCurrentIndex(page.table.model().index(number, 0))
        QApplication.processEvents()
        faults[number] = [
            str(one) for one in (*unnamed(window), *clipped(window), *small_targets(window), *tab_order_faults(window))
        ]
    assert {number: found for number, found in faults.items() if found} == {}
    window.close()


def test_a_pack_of_headquarters_brings_the_page(desktop: Desktop, stores: Stores) -> None:
    send_pack(stores)
    _, area = desktop.unlocked(stores.field)
    assert Area.DIRECTORY not in sidebar(area)
    area.workplace.packs.install(stores.stick / PACK)
    area.count_again()
    assert sidebar(area)[-1] == Area.DIRECTORY
    assert "Sarelian language course" in names(directory_page(area))[0]


def test_a_pack_that_was_damaged_since_is_told_as_such(desktop: Desktop, stores: Stores) -> None:
    send_pack(stores)
    _, area = desktop.unlocked(stores.field)
    area.workplace.packs.install(stores.stick / PACK)
    (part,) = (path for path in stores.field.rglob("0000") if path.is_file())
    part.write_bytes(part.read_bytes()[:-9])
    area.go(Route(Area.DIRECTORY))
    assert isinstance(area.page, RefusedPage)
    assert area.page.findChildren(Notice)
    area.go(Route(Area.PROFILES))
    assert area.route.area is Area.PROFILES
