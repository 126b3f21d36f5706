"""An interview of which nothing is kept, at the window: a band, no saved line, a question before it is gone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from s2w_desktop.services.interviews import Pair
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.cover import CoverState
from s2w_desktop.ui.decision import Decision
from s2w_desktop.ui.interview.bars import SavedLine
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.interview.unkept import UnkeptBand
from s2w_desktop.ui.kit.option import OptionGroup
from s2w_desktop.ui.pages.preview import PreviewPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.wishes import OpenInterview
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.keys import key, write
from tests.workplaces import PASSPHRASE

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def begun(desktop: Desktop, stores: Stores) -> tuple[MainWindow, WorkArea, InterviewPage]:
    """An interview of which nothing is kept, just begun."""
    window, area = desktop.unlocked(stores.field)
    area.asked.emit(OpenInterview(area.workplace.interviews.begin_unkept(Pair("en", "ara"))))
    QApplication.processEvents()
    page = window.scene.findChild(InterviewPage)
    assert isinstance(page, InterviewPage)
    return window, area, page


def question(window: MainWindow) -> Decision:
    (found,) = [one for one in window.findChildren(Decision) if one.isVisible()]
    return found


def take(decision: Decision, words: str) -> None:
    (button,) = [one for one in decision.findChildren(QPushButton) if words in one.text()]
    button.click()
    QApplication.processEvents()


def test_the_band_stands_and_nothing_says_saved(begun: tuple[MainWindow, WorkArea, InterviewPage]) -> None:
    window, area, page = begun
    assert window.scene.findChild(UnkeptBand) is not None
    before = area.workplace.interviews.rows(ListQuery(), 0, 99)
    page.editor.set_answer("identity.given_names", "Zyxwvelda")
    page.editor.save_now()
    saved = page.findChild(SavedLine)
    assert saved is not None
    assert not saved.isVisible()
    assert area.workplace.interviews.rows(ListQuery(), 0, 99) == before
    page.closed.emit()
    take(question(window), "forget")
    window.close()


def test_closing_asks_and_forgets_only_when_told(begun: tuple[MainWindow, WorkArea, InterviewPage]) -> None:
    window, area, page = begun
    page.editor.set_answer("identity.sex", "F")
    page.closed.emit()
    take(question(window), "Go on")
    assert window.scene.findChild(InterviewPage) is page
    page.closed.emit()
    take(question(window), "forget")
    assert isinstance(window.scene, WorkArea)
    assert area.workplace.store.unkept.by_sex() == {"F": 1}
    window.close()


def test_the_paper_can_be_made_first(begun: tuple[MainWindow, WorkArea, InterviewPage], qtbot: QtBot) -> None:
    window, _, page = begun
    page.editor.set_answer("identity.given_names", "Zyxwvelda")
    page.closed.emit()
    take(question(window), "Print")
    preview = window.scene.findChild(PreviewPage)
    assert isinstance(preview, PreviewPage)
    qtbot.waitUntil(lambda: preview.paper is not None)
    window.close()
    take(question(window), "forget")
    assert not window.isVisible()


def test_leaving_the_program_asks_too(begun: tuple[MainWindow, WorkArea, InterviewPage], desktop: Desktop) -> None:
    window, area, _ = begun
    key(window, Qt.Key.Key_Q, CONTROL)
    assert window.isVisible()
    take(question(window), "forget")
    assert not window.isVisible()
    assert desktop.ended == ["finished"]
    del area


def test_an_abandoned_window_pauses_and_forgets_nothing(
    begun: tuple[MainWindow, WorkArea, InterviewPage], desktop: Desktop
) -> None:
    window, _, page = begun
    page.editor.set_answer("identity.given_names", "Zyxwvelda")
    desktop.clock.now += 24 * 3600
    window.idle.tick()
    assert window.cover.state is CoverState.PAUSED
    assert desktop.ended == []
    write(QApplication.focusWidget(), PASSPHRASE)
    key(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.cover.sheet is None
    assert page.editor.profile.text("identity.given_names") == "Zyxwvelda"
    desktop.clock.now += 24 * 3600
    window.idle.tick()
    assert window.cover.state is CoverState.PAUSED  # and it watches again
    window.cover.open_now()
    window.close()
    take(question(window), "forget")


def test_a_no_in_a_kept_interview_offers_to_keep_nothing(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    session = area.workplace.interviews.begin(Pair("en", "ara"))
    workplace = area.workplace
    area.asked.emit(OpenInterview(session))
    QApplication.processEvents()
    page = window.scene.findChild(InterviewPage)
    assert isinstance(page, InterviewPage)
    page.editor.save_now()
    before = len(workplace.interviews.rows(ListQuery(), 0, 99))
    page.editor.set_answer("consent.keep_on_device", "refused")
    take(question(window), "Keep nothing")
    assert len(workplace.interviews.rows(ListQuery(), 0, 99)) == before - 1
    assert window.scene.findChild(UnkeptBand) is not None
    again = window.scene.findChild(InterviewPage)
    assert isinstance(again, InterviewPage)
    assert again.editor.profile.text("consent.keep_on_device") == "refused"
    window.close()
    take(question(window), "forget")


def test_the_officer_chooses_before_the_interview(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    area.go(Route(Area.NEW_INTERVIEW))
    page = area.page
    assert page is not None
    (keeping,) = [one for one in page.findChildren(OptionGroup) if one.accessibleName() == "What is kept"]
    keeping.set_value(("unkept",))
    page._choose("ara", "en")  # type: ignore[attr-defined]
    (begin,) = [one for one in page.findChildren(QPushButton) if one.text() == "Begin the interview"]
    begin.click()
    QApplication.processEvents()
    assert window.scene.findChild(UnkeptBand) is not None
    window.close()
    take(question(window), "forget")
