"""The page "What fits" in the real window: comparing, filtering, vacancies, the sheet, and the way there and back."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.pages.fit_sheet import FitSheetPage
from s2w_desktop.ui.pages.fits import FitsPage
from s2w_desktop.ui.pages.paper_page import PaperPage
from s2w_desktop.ui.pages.preview import PreviewPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.wishes import OpenInterview
from s2w_desktop.ui.work import WorkArea
from tests import small_esco
from tests.services.test_fits import FILE, person
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.keys import key
from tests.ui.pages.test_audits import walk
from tests.workplaces import reopen

Page = TypeVar("Page", bound=AreaPage)


@pytest.fixture
def tailor(stores: Stores, tmp_path: Path) -> ProfileId:
    """Somebody on the laptop who sews; the laptop has the pack."""
    headquarters = reopen(stores.headquarters)
    pack = small_esco.install(headquarters, tmp_path / "pack")
    headquarters.close()
    laptop = reopen(stores.field)
    laptop.packs.install(pack)
    found = person(laptop)
    laptop.close()
    return found


def fits(area: WorkArea, profile: ProfileId) -> FitsPage:
    area.go(Route(Area.FITS, profile))
    assert isinstance(area.page, FitsPage)
    return area.page


def texts(page: FitsPage) -> str:
    QApplication.processEvents()
    return without_isolates("\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)))


def press(page: FitsPage | PaperPage, words: str) -> None:
    button = next(one for one in page.findChildren(Button) if one.text() == words)
    key(button, Qt.Key.Key_Space)
    QApplication.processEvents()


def choose(page: FitsPage, code: str) -> None:
    """A kind of work, by its main group; "all" for all."""
    button = page.findChildren(ChoiceButton)[0]
    next(action for action in button.menu_actions if action.data() == code).trigger()
    QApplication.processEvents()


def test_an_occupation_is_told_with_what_matches_and_what_is_missing(desktop: Desktop, stores: Stores, tailor: ProfileId) -> None:
    _, area = desktop.unlocked(stores.field)
    shown = texts(fits(area, tailor))
    assert "tailor" in shown
    assert "You can: sew pieces of fabric, cut fabrics and iron textiles." in shown
    assert "Also asked for: measure the human body and alter wearing apparel." in shown
    assert "This service uses the ESCO classification of the European Commission." in shown
    assert "%" not in shown


def test_filters_leave_out_what_was_not_chosen(desktop: Desktop, stores: Stores, tailor: ProfileId) -> None:
    _, area = desktop.unlocked(stores.field)
    page = fits(area, tailor)
    choose(page, "1")
    assert "Nothing fits with these filters." in texts(page)
    choose(page, "all")
    assert "Nothing fits with these filters." not in texts(page)


def test_a_list_of_vacancies_is_taken_in_and_a_bad_one_is_refused(desktop: Desktop, stores: Stores, tailor: ProfileId) -> None:
    _, area = desktop.unlocked(stores.field)
    page = fits(area, tailor)
    good, bad = stores.stick / "jobs.csv", stores.stick / "bad.csv"
    good.write_bytes(FILE)
    bad.write_bytes(FILE + b"3,,7531,,\n")
    page.take_vacancies(good)
    assert "Seamstress" in texts(page)
    page.take_vacancies(bad)
    shown = texts(page)
    assert "This file of vacancies was not taken in." in shown
    assert "File: bad.csv, line: 4." in shown
    assert "Seamstress" in shown


def test_by_keys_from_the_paper_to_the_sheet_and_back(desktop: Desktop, stores: Stores, tailor: ProfileId) -> None:
    _, area = desktop.unlocked(stores.field)
    area.go(Route(Area.PREVIEW, tailor))
    assert isinstance(area.page, PreviewPage)
    press(area.page, "What fits")
    assert isinstance(area.page, FitsPage)
    choose(area.page, "7")
    press(area.page, "Sheet for the person")
    sheet = area.page
    assert isinstance(sheet, FitSheetPage)
    assert sheet.paper is not None
    press(sheet, "Back")
    assert isinstance(area.page, FitsPage)
    assert area.page.filters().groups == ("7",)
    press(area.page, "Back")
    assert isinstance(area.page, PreviewPage)
    press(area.page, "Back")
    assert area.route.area is Area.PROFILES


def test_without_a_pack_the_page_says_where_it_comes_from(desktop: Desktop, stores: Stores) -> None:
    laptop = reopen(stores.field)
    somebody = person(laptop)
    laptop.close()
    _, area = desktop.unlocked(stores.field)
    assert "No list of occupations is installed." in texts(fits(area, somebody))


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("code", ["en", "ar"])
def test_nothing_is_unnamed_cut_or_too_small(desktop: Desktop, stores: Stores, tailor: ProfileId, code: str, scale: int) -> None:
    desktop.theme.set_text_scale(scale)
    window, area = desktop.unlocked(stores.field, code)
    area.workplace.vacancies.take("jobs.csv", FILE)
    assert walk(desktop, window, area, (Route(Area.FITS, tailor), Route(Area.FIT_SHEET, tailor))) == {}
    window.close()


def test_an_open_interview_shows_it_in_its_own_place(desktop: Desktop, stores: Stores, tailor: ProfileId) -> None:
    window, area = desktop.unlocked(stores.field)
    area.asked.emit(OpenInterview(area.workplace.interviews.open(tailor)))
    interview = window.findChildren(InterviewPage)[0]
    interview.preview_asked.emit(tailor)
    press(shown(window, PreviewPage), "What fits")
    page = shown(window, FitsPage)
    assert "You can: sew pieces of fabric, cut fabrics and iron textiles." in texts(page)
    press(page, "Sheet for the person")
    press(shown(window, FitSheetPage), "Back")
    press(shown(window, FitsPage), "Back")
    press(shown(window, PreviewPage), "Back")
    assert [one for one in window.findChildren(InterviewPage) if one.isVisible()]


def shown(window: MainWindow, kind: type[Page]) -> Page:
    """The page of this class that the window shows."""
    QApplication.processEvents()
    return next(one for one in window.findChildren(kind) if one.isVisible() and type(one) is kind)
