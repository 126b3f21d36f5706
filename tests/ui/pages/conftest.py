"""A window on real stores: a laptop with people, and its headquarters. Made once, copied for each test."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from s2w_desktop import paths
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.settings import SettingsBook
from s2w_desktop.services.sources import Sources, system_sources
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.layout import StorePlace, local_folder
from s2w_desktop.ui.capture import Shield
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.doors import Doors
from s2w_desktop.ui.job_finding import JobFinding
from s2w_desktop.ui.kit.tasks import InlineRunner
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.looks import AskSystem, system_look
from s2w_desktop.ui.pages.unlock import UnlockPage
from s2w_desktop.ui.replay import Replay
from s2w_desktop.ui.sticks import FindSticks, no_sticks
from s2w_desktop.ui.window import Leaving, MainWindow
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.keys import key, write
from tests.workplaces import PASSPHRASE, enrol, make_workplace, sample_people

PEOPLE = 6


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass(frozen=True)
class Stores:
    """Folders of a laptop and its headquarters, and a stick between them. `settings` lie beside each store."""

    field: Path
    headquarters: Path
    stick: Path


@dataclass
class Desktop:
    """What a test does with windows."""

    qtbot: QtBot
    theme: Theme
    clock: Clock
    ended: list[str]
    windows: list[MainWindow]
    replay: Replay | None = None
    jobs: JobFinding | None = None
    sources: Sources = field(default_factory=system_sources)
    sticks: FindSticks = no_sticks

    def open(
        self,
        place: StorePlace,
        code: str = "en",
        *,
        training: bool = True,
        shield: Shield | None = None,
        system: AskSystem = system_look,
    ) -> MainWindow:
        """A window on a store, shown and active."""
        catalogues = Catalogues(paths.translations())
        translator = catalogues.translator(code)
        self.theme.set_direction(Qt.LayoutDirection.RightToLeft if translator.is_rtl else Qt.LayoutDirection.LeftToRight)
        sources, resources = replace(self.sources, running=self.clock), paths.resources()
        book = SettingsBook(local_folder(place).parent / "settings.json")
        desk = Desk(
            self.theme,
            catalogues,
            translator,
            InlineRunner(),
            book,
            sources,
            resources,
            self.replay,
            jobs=self.jobs,
            sticks=self.sticks,
        )
        doors = Doors(place, resources, catalogues, sources, training, lambda: LEAST_COST, other=True)
        leaving = Leaving(
            finish=lambda: self.ended.append("finished"),
            restart=lambda: self.ended.append("restarted"),
            switch=lambda: self.ended.append("switched"),
        )
        window = MainWindow(desk=desk, doors=doors, leaving=leaving, seconds=self.clock, shield=shield, system=system)
        self.windows.append(window)
        window.resize(1366, 768)
        with self.qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        QApplication.processEvents()
        return window

    def unlocked(self, place: StorePlace, code: str = "en") -> tuple[MainWindow, WorkArea]:
        """A window whose store a person unlocked by keys."""
        window = self.open(place, code)
        assert isinstance(window.scene, UnlockPage)
        write(window.scene.field.line, PASSPHRASE)
        key(window.scene.field.line, Qt.Key.Key_Return)
        QApplication.processEvents()
        return window, work_area(window)


def work_area(window: MainWindow) -> WorkArea:
    """The work area that the window shows."""
    assert isinstance(window.scene, WorkArea)
    return window.scene


@pytest.fixture(scope="session")
def made_stores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two stores that know each other; the laptop has people."""
    base = tmp_path_factory.mktemp("stores")
    field = make_workplace(base / "field" / "store")
    headquarters = make_workplace(base / "hq" / "store", Role.HEADQUARTERS, name="Skills unit")
    enrol(field, headquarters, base / "enrolment")
    for person in sample_people(field, PEOPLE):
        field.interviews.add(field.interviews.with_record(person.profile, _pair(person.language)))
    field.close()
    headquarters.close()
    return base


def _pair(language: str) -> Pair:
    return Pair(officer="en", person=language)


@pytest.fixture
def stores(made_stores: Path, tmp_path: Path) -> Stores:
    """Copies of the stores, for one test."""
    for name in ("field", "hq"):
        shutil.copytree(made_stores / name, tmp_path / name)
    (tmp_path / "stick").mkdir()
    return Stores(tmp_path / "field" / "store", tmp_path / "hq" / "store", tmp_path / "stick")


@pytest.fixture
def desktop(qtbot: QtBot, theme: Theme) -> Iterator[Desktop]:
    """Windows; what is still open at the end is closed with its store."""
    made = Desktop(qtbot, theme, Clock(), [], [])
    yield made
    for window in made.windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.set_training(False)
