"""A work area with the country pack of the sample installed, for tests of pages."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QApplication

from s2w_desktop.domain.country.records import CountryPack
from s2w_desktop.paths import resources
from s2w_desktop.reference.country_source import read_source
from s2w_desktop.reference.country_text import pack_text
from s2w_desktop.services.directory import Directories
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.pages.directory import DirectoryPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.scenes import Scene
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.work import WorkArea

MADE_ON = date(2026, 6, 1)
BEFORE_REVIEW, AFTER_REVIEW = date(2026, 9, 1), date(2027, 9, 1)


def sample_pack() -> CountryPack:
    """The shipped pack of the invented country."""
    return read_source(resources() / "country" / "sample", MADE_ON)


def with_packs(workplace: Workplace, desk: Desk, *packs: CountryPack) -> Workplace:
    """The workplace with these country packs installed."""
    return replace(workplace, directories=Directories(lambda: [partial(pack_text, pack) for pack in packs], desk.catalogues))


def installed(window: MainWindow, area: WorkArea, today: date = BEFORE_REVIEW) -> WorkArea:
    """The window goes on with the sample pack installed, on this day."""
    made: list[WorkArea] = []

    def build(desk: Desk) -> Scene:
        on_that_day = replace(desk, sources=replace(desk.sources, today=lambda: today))
        work = WorkArea(on_that_day, with_packs(area.workplace, desk, sample_pack()), area.doors)
        made.append(work)
        return Scene(work, work.place, work.restore, work.start, help_page=lambda: work.route.area)

    window.show_scene(build)
    QApplication.processEvents()
    return made[-1]


def directory_page(area: WorkArea) -> DirectoryPage:
    """The page, as somebody comes to it."""
    area.go(Route(Area.DIRECTORY))
    QApplication.processEvents()
    assert isinstance(area.page, DirectoryPage)
    return area.page
