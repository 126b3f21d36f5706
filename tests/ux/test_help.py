"""UX-70: help is offline, opens at the right page with F1, is searchable and printable; support information is impersonal."""

import socket

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QPushButton

from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.i18n.help_pages import KEYS
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.help_window import HelpWindow, document_of
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.wishes import OpenInterview
from s2w_desktop.ui.work import WorkArea, areas_of
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.keys import key, write


def help_of(window: MainWindow) -> HelpWindow:
    """What F1 opens."""
    key(window, Qt.Key.Key_F1)
    (found,) = [one for one in window.findChildren(HelpWindow) if one.isVisible()]
    return found


def page_at(window: MainWindow) -> str:
    """The key of the page that F1 shows here; the help is closed again."""
    found = help_of(window)
    shown = found.shown.key
    found.accept()
    window.activateWindow()
    QApplication.processEvents()
    return shown


def test_ux_70_each_area_has_its_page(desktop: Desktop, stores: Stores) -> None:
    for folder in (stores.field, stores.headquarters):
        window, area = desktop.unlocked(folder)
        profile = next(iter(area.workplace.store.profiles.ids(ListQuery())), None)
        beside = (Area.SETTINGS, Area.NEW_INTERVIEW, Area.GIVING, *((Area.PREVIEW,) if profile else ()))
        for one in (*areas_of(area.workplace.station.role), *beside):
            area.go(Route(one, profile if one is Area.PREVIEW else None))
            assert page_at(window) == one
        window.close()


def test_ux_70_each_section_has_its_page(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    first = area.workplace.interviews.rows(ListQuery(), 0, 1)[0]
    area.asked.emit(OpenInterview(area.workplace.interviews.open(first.id)))
    QApplication.processEvents()
    page = window.scene if isinstance(window.scene, InterviewPage) else window.scene.findChild(InterviewPage)
    assert isinstance(page, InterviewPage)
    for section in QUESTIONNAIRE.sections:
        if section.part:
            page.show_section(section.key)
            assert page_at(window) == section.key
    window.close()


def test_ux_70_the_closed_store_has_pages_too(desktop: Desktop, stores: Stores) -> None:
    window = desktop.open(stores.field)
    assert page_at(window) == "unlock"
    window.close()
    window = desktop.open(stores.stick / "nothing")
    assert page_at(window) == "first_run"
    window.close()


def test_ux_70_search_as_one_types(desktop: Desktop, stores: Stores) -> None:
    window, _ = desktop.unlocked(stores.field)
    pages = help_of(window)
    everything = pages.list.model().rowCount()
    write(pages.search, "triangle interp")
    assert pages.list.model().rowCount() == 1
    pages.search.selectAll()
    key(pages.search, Qt.Key.Key_Backspace)
    assert pages.list.model().rowCount() == everything
    window.close()


@pytest.mark.parametrize("code", ["en", "ar"])
def test_ux_70_a_page_is_printed_whole(desktop: Desktop, stores: Stores, code: str) -> None:
    window, _ = desktop.unlocked(stores.field, code)
    page = help_of(window).shown
    document = document_of(page, rtl=code == "ar")
    target = stores.stick / "help.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    document.print_(printer)
    assert target.read_bytes().startswith(b"%PDF")
    assert all(text in document.toPlainText() for _, text in page.parts)
    window.close()


def test_ux_70_support_information_holds_nothing_about_anybody(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    pages = help_of(window)
    (copy,) = [button for button in pages.findChildren(QPushButton) if "support" in button.text()]
    copy.click()
    told = QGuiApplication.clipboard().text()
    assert "program:" in told
    station = area.workplace.station
    rows = area.workplace.interviews.rows(ListQuery(), 0, 99)
    personal = {station.centre, station.organisation, station.device_name, str(station.device), str(area.workplace.officer)}
    personal |= {"Officer", str(stores.field), socket.gethostname()}
    personal |= {word for row in rows for word in (*row.name.split(), row.case_number)}
    assert not [word for word in personal if word and word in told]
    window.close()


def test_ux_70_the_keys_are_a_page_of_the_help(desktop: Desktop, stores: Stores) -> None:
    window, _ = desktop.unlocked(stores.field)
    pages = help_of(window)
    pages.show_page(KEYS)
    assert pages.shown.key == KEYS
    assert isinstance(window.scene, WorkArea)
    window.close()
