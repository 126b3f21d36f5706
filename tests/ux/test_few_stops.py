"""A page holds few controls, whatever was recorded; tables speak their headers and rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from s2w_desktop.domain.asking import asked_sections
from s2w_desktop.domain.fields import Tier
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.audit import spoken_name, tab_stops
from s2w_desktop.ui.kit.rowtable import RowTable
from tests.ui.interview.conftest import OpenPage
from tests.ui.pages.conftest import PEOPLE, Desktop, Stores
from tests.ui.typing import press
from tests.workplaces import sample_people

MOST_ON_A_PAGE = 40
HEADER, CELL = QAccessible.Role.ColumnHeader, QAccessible.Role.Cell
MOST_AROUND_IT = 18
"""Top bar, navigator, footer and help of an interview; the keys F7 to F9, Ctrl+1 to Ctrl+4 and Alt+Page go past them."""


def add_entries(page: InterviewPage, most: int) -> None:
    for section in asked_sections(QUESTIONNAIRE, page.editor.profile):
        while section.repeats and len(page.editor.profile.entries(section.key)) < min(most, section.most_entries):
            page.editor.session.add_entry(section.key)


@pytest.mark.parametrize("several", [1, 12])
@pytest.mark.parametrize("tier", list(Tier))
def test_ux_53_no_section_has_more_than_forty_controls(
    open_page: OpenPage, workplace: Workplace, tier: Tier, several: int
) -> None:
    (person,) = sample_people(workplace, 1)
    workplace.interviews.add(person.profile)
    page = open_page(session=workplace.interviews.open(person.profile.id))
    page.set_depth(tier.code)
    add_entries(page, several)
    counted = {}
    for section in asked_sections(QUESTIONNAIRE, page.editor.profile):
        entries = page.editor.profile.entries(section.key) if section.repeats else ()
        page.show_section(section.key, entries[-1] if entries else None)
        QApplication.processEvents()
        stops = tab_stops(page)
        inside = [stop for stop in stops if page.sheet.isAncestorOf(stop)]
        counted[section.key] = len(inside)
        assert len(stops) - len(inside) <= MOST_AROUND_IT
    assert {key: count for key, count in counted.items() if count > MOST_ON_A_PAGE} == {}
    assert max(counted.values()) > MOST_ON_A_PAGE // 4  # something was counted


def test_the_lines_of_entries_are_one_stop_and_arrows_go_along_them(open_page: OpenPage) -> None:
    page = open_page()
    add_entries(page, 12)
    page.show_section("work")
    focused_key(Qt.Key.Key_Backtab)
    first = named()
    focused_key(Qt.Key.Key_End)
    focused_key(Qt.Key.Key_Up)
    focused_key(Qt.Key.Key_Space)
    entries = page.editor.profile.entries("work")
    assert page.place().entry == entries[-2]
    page.show_section("work")
    focused_key(Qt.Key.Key_Backtab)
    focused_key(Qt.Key.Key_Backtab)
    assert first.startswith("Open ")
    assert not named().startswith("Open ")  # the button that takes out, and after it no other line


def focused_key(key: Qt.Key) -> None:
    press(key)
    QApplication.processEvents()


def named() -> str:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget.accessibleName()


def test_ux_53_the_list_of_profiles_speaks_its_headers_and_rows(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    (table,) = area.findChildren(RowTable)
    assert len(tab_stops(area)) <= MOST_ON_A_PAGE
    spoken = QAccessible.queryAccessibleInterface(table)
    parts = [spoken.child(number) for number in range(spoken.childCount())]
    said = {role: [part.text(QAccessible.Text.Name) for part in parts if part.role() is role] for role in (HEADER, CELL)}
    columns = table.model().columnCount()
    assert len(said[HEADER]) == columns
    assert len(said[CELL]) == PEOPLE * columns
    assert all(said[HEADER])
    codes = [row.case_number for row in area.workplace.interviews.rows(ListQuery(), 0, PEOPLE)]
    assert [code for code in codes if not any(code in words for words in said[CELL])] == []
    assert spoken_name(table)
    window.close()
