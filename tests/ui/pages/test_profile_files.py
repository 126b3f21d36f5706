"""Europass files in the window: the person is asked before one is saved, and an interview begins from one that is brought."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.services.adoption import adopt
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.decision import Decision
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.card import Notice
from s2w_desktop.ui.pages.preview import PreviewPage
from s2w_desktop.ui.pages.profiles import ProfilesPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.work import WorkArea
from tests.interchange.someone import answered_rows, europass, person
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.keys import key


def brought(area: WorkArea, **consent: str) -> ProfileId:
    """Amina's profile in the store of the window."""
    profile = Profile(ProfileId(area.workplace.sources.new_id()), person().held).with_answer("record.tier", "extended")
    for purpose, word in consent.items():
        profile = profile.with_answer(f"consent.{purpose}", word)
    workplace = area.workplace
    adopt(interviews=workplace.interviews, questionnaire=QUESTIONNAIRE, station=workplace.station, profile=profile)
    return profile.id


def paper(area: WorkArea, profile: ProfileId) -> PreviewPage:
    area.go(Route(Area.PREVIEW, profile=profile))
    assert isinstance(area.page, PreviewPage)
    return area.page


def press(widget: QWidget, words: str) -> None:
    """Press the button of these words, by key."""
    (button,) = [one for one in widget.findChildren(QPushButton) if words in one.text() and one.isVisible()]
    key(button, Qt.Key.Key_Space)


def told(widget: QWidget) -> str:
    """What the notices inside say."""
    return " ".join(notice.accessibleName() for notice in widget.findChildren(Notice))


def asked(question: Decision | None) -> Decision:
    assert question is not None
    assert question.isVisible()
    return question


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the system's dialog puts a new file."""
    path = tmp_path / "chosen.xml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(path), ""))
    return path


@pytest.fixture
def opened(desktop: Desktop, stores: Stores) -> tuple[MainWindow, WorkArea]:
    return desktop.unlocked(stores.field)


def test_the_person_is_asked_and_the_answer_is_noted(opened: tuple[MainWindow, WorkArea], target: Path) -> None:
    _window, area = opened
    profile = brought(area, create_profile="granted")
    page = paper(area, profile)
    press(page, "Europass file")
    question = asked(page.saving.question)
    assert "public website" in told(question)
    press(question, "The person agrees")
    assert area.workplace.interviews.read(profile).text("consent.europass") == "granted"
    assert b"Amina" in target.read_bytes()
    outcome = told(asked(page.saving.outcome))
    assert "chosen.xml was written" in without_isolates(outcome)
    assert "Amina" not in outcome


def test_not_now_leaves_everything_as_it_was(opened: tuple[MainWindow, WorkArea], target: Path) -> None:
    _window, area = opened
    profile = brought(area, create_profile="granted")
    page = paper(area, profile)
    press(page, "Europass file")
    press(asked(page.saving.question), "Not now")
    assert area.workplace.interviews.read(profile).get("consent.europass") is None
    assert not target.exists()


def test_who_agreed_before_is_not_asked_again_but_warned(opened: tuple[MainWindow, WorkArea], target: Path) -> None:
    _window, area = opened
    page = paper(area, brought(area, create_profile="granted", europass="granted"))
    press(page, "Europass file")
    press(asked(page.saving.question), "Save the file")
    assert target.exists()


def test_without_agreement_to_the_profile_there_is_no_file(opened: tuple[MainWindow, WorkArea], target: Path) -> None:
    _window, area = opened
    profile = brought(area)
    page = paper(area, profile)
    press(page, "Europass file")
    press(asked(page.saving.question), "The person agrees")
    notice = page.spot.notice
    assert notice is not None
    assert "has not agreed" in notice.accessibleName()
    assert area.workplace.interviews.read(profile).get("consent.europass") is None
    assert not target.exists()


def test_from_an_interview_the_answer_is_an_edit_of_it(opened: tuple[MainWindow, WorkArea], target: Path, qtbot: QtBot) -> None:
    window, area = opened
    profile = brought(area, create_profile="granted")
    area.go(Route(Area.PROFILES))
    assert isinstance(area.page, ProfilesPage)
    area.page.search.setText("Haddad")
    area.page.look_up()
    key(area.page.search, Qt.Key.Key_Return)
    QApplication.processEvents()
    interview = window.scene.findChild(InterviewPage) or window.scene
    assert isinstance(interview, InterviewPage)
    interview.preview_asked.emit(profile)
    page = window.scene.findChild(PreviewPage) or window.scene
    assert isinstance(page, PreviewPage)
    qtbot.waitUntil(lambda: page.paper is not None and page.isVisible())
    press(page, "Europass file")
    press(asked(page.saving.question), "The person agrees")
    assert target.exists()
    press(page, "Back")
    again = window.scene.findChild(InterviewPage) or window.scene
    assert isinstance(again, InterviewPage)
    assert again.editor.profile.text("consent.europass") == "granted"


def bring(page: ProfilesPage, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(path), ""))
    press(page, "Begin from a file")


def test_an_interview_begins_from_a_file(
    opened: tuple[MainWindow, WorkArea], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, area = opened
    assert isinstance(area.page, ProfilesPage)
    file = tmp_path / "cv.xml"
    file.write_bytes(europass(person()).content)
    before = area.workplace.store.profiles.count(ListQuery())
    bring(area.page, file, monkeypatch)
    question = asked(area.page.file.question)
    assert area.workplace.store.profiles.count(ListQuery()) == before
    press(question, "Begin the interview")
    QApplication.processEvents()
    interview = window.scene.findChild(InterviewPage) or window.scene
    assert isinstance(interview, InterviewPage)
    assert answered_rows(interview.editor.profile)["work"] == answered_rows(person())["work"]
    assert interview.editor.profile.get("consent.create_profile") is None


def test_not_now_keeps_nothing_of_a_file(
    opened: tuple[MainWindow, WorkArea], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _window, area = opened
    assert isinstance(area.page, ProfilesPage)
    file = tmp_path / "cv.xml"
    file.write_bytes(europass(person()).content.replace(b"<hr:ID", b"<Projects>x</Projects><hr:ID"))
    before = area.workplace.store.profiles.count(ListQuery())
    bring(area.page, file, monkeypatch)
    question = asked(area.page.file.question)
    assert "Projects" in told(question)
    press(question, "Not now")
    assert area.workplace.store.profiles.count(ListQuery()) == before


def test_a_file_that_cannot_be_read_is_told_on_the_page(
    opened: tuple[MainWindow, WorkArea], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _window, area = opened
    assert isinstance(area.page, ProfilesPage)
    file = tmp_path / "cv.xml"
    file.write_bytes(b"<!DOCTYPE a><a/>")
    bring(area.page, file, monkeypatch)
    assert area.page.file.question is None
    assert "instructions for programs" in told(area.page)
