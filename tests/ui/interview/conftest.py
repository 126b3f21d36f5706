"""An interview on screen, on a real store."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from s2w_desktop import paths
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.reference.finding import ConceptFinder
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.settings import SettingsBook
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.job_finding import JobFinding
from s2w_desktop.ui.kit.tasks import InlineRunner
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.replay import Replay
from tests.workplaces import MadeStore, make_workplace


def less_time(profile: Profile) -> Profile:
    """What was said: the profile less the time that the program notes when it saves."""
    return Profile(profile.id, {path: held for path, held in profile.held.items() if not path.startswith("sitting.")})


OpenPage = Callable[..., InterviewPage]


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> MadeStore:
    """A laptop's, without anybody in it."""
    folder = tmp_path_factory.mktemp("made") / "store"
    make_workplace(folder).close()
    return MadeStore.in_folder(folder)


@pytest.fixture
def workplace(made_store: MadeStore, tmp_path: Path) -> Iterator[Workplace]:
    copy = made_store.copied_to(tmp_path / "store")
    yield copy
    copy.close()


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme, workplace: Workplace, tmp_path: Path) -> OpenPage:
    """Opens an interview page in an interface language; a new interview unless a session is given."""
    catalogues = Catalogues(paths.translations())
    book = SettingsBook(tmp_path / "settings.json")

    def make(
        code: str = "en",
        *,
        person: str = "ara",
        session: object = None,
        replay: Replay | None = None,
        concepts: ConceptFinder | None = None,
        jobs: JobFinding | None = None,
    ) -> InterviewPage:
        translator = catalogues.translator(code)
        theme.set_direction(Qt.LayoutDirection.RightToLeft if translator.is_rtl else Qt.LayoutDirection.LeftToRight)
        desk = Desk(
            theme, catalogues, translator, InlineRunner(), book, system_sources(), paths.resources(), replay, concepts, jobs
        )
        page = InterviewPage(desk, workplace, session or workplace.interviews.begin(Pair(code, person)))  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.resize(1366, 768)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        QApplication.processEvents()
        return page

    return make
