"""Finishing is taken back until a hand-over; then a change is a new revision with its reason, and the old one stays (UX-12)."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from s2w_desktop.domain.amendments import amendments
from s2w_desktop.domain.fields import remark_path
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.interview.amending import Changes, ReasonDialog
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.interview.place import End
from s2w_desktop.ui.kit.audit import unnamed
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.wishes import OpenInterview
from s2w_desktop.ui.work import WorkArea
from tests.services.places import Place, enrol, export, interview
from tests.ui.interview.conftest import OpenPage
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.typing import click, press, type_keys

FINISHED, SEX = "record.finished_on", "identity.sex"


# --- the reason is part of the revision ---


def test_ux_12_the_reason_lies_in_the_new_revision_and_goes_to_headquarters(tmp_path: Path) -> None:
    with (
        closing(Place(tmp_path / "hq", Role.HEADQUARTERS).open()) as hq,
        closing(Place(tmp_path / "laptop", Role.FIELD).open()) as field,
    ):
        enrol(headquarters=hq, laptop=field, folder=tmp_path / "enrolment")
        profile = interview(field, identity__sex="F")
        (before,) = field.store.profiles.load(profile).revisions
        hq.importing.take(export(field, tmp_path / "stick"))
        session = field.interviews.open(profile)
        assert not session.wants_reason  # nothing is changed yet
        session.set_answer(SEX, "M")
        assert session.wants_reason
        session.note_reason("correction", "  wrong key  ")
        assert not session.wants_reason
        session.close()
        old, new = field.store.profiles.load(profile).revisions
        assert old == before
        said = {path.rpartition(".")[2]: plain for path, plain in new.changes().items() if path.startswith("amendment.")}
        assert (said["reason"], said["words"], said["noted_on"]) == ("correction", "wrong key", "2026-06-01")
        assert new.protected is not None
        assert "wrong key" in new.protected.text.decode()  # words lie where they go with the name alone
        hq.importing.take(export(field, tmp_path / "stick"))
        (told,) = amendments(hq.interviews.read(profile))
        assert (told.reason, told.words) == ("correction", "wrong key")
        at_office = hq.interviews.open(profile)
        at_office.set_answer(SEX, "X")
        assert at_office.wants_reason  # others know what is changed here


def handed_over(field: Workplace, folder: Path) -> ProfileId:
    profile = interview(field, identity__sex="F")
    export(field, folder / "stick")
    return profile


@pytest.fixture
def laptop(tmp_path: Path) -> Workplace:
    hq = Place(tmp_path / "hq", Role.HEADQUARTERS).open()
    field = Place(tmp_path / "laptop", Role.FIELD).open()
    enrol(headquarters=hq, laptop=field, folder=tmp_path / "enrolment")
    hq.close()
    return field


def test_ux_12_no_reason_is_asked_before_a_hand_over_or_for_what_staff_note(laptop: Workplace, tmp_path: Path) -> None:
    with closing(laptop):
        session = laptop.interviews.open(interview(laptop))
        session.set_answer(SEX, "M")
        assert not session.wants_reason
        session.close()
        session = laptop.interviews.open(handed_over(laptop, tmp_path))
        session.set_answer("record.tier", "extended")
        session.set_answer("record.remark", "ask again")
        session.set_answer(remark_path(SEX), "ask again")
        session.spend("identity", 5)
        assert not session.wants_reason
        session.set_answer(SEX, "M")
        session.undo()
        assert not session.wants_reason  # nothing is left of the change
        session.close()


def test_ux_12_what_a_kill_left_without_a_reason_is_asked_about_the_next_time(laptop: Workplace, tmp_path: Path) -> None:
    with closing(laptop):
        profile = handed_over(laptop, tmp_path)
        session = laptop.interviews.open(profile)
        session.set_answer(SEX, "M")
        session.save()
        del session
        again = laptop.interviews.open(profile)
        assert again.wants_reason
        again.note_reason("other")
        again.save()
        assert not laptop.interviews.open(profile).wants_reason


def test_ux_12_each_change_has_its_reason_and_all_are_kept(laptop: Workplace, tmp_path: Path) -> None:
    with closing(laptop):
        profile = handed_over(laptop, tmp_path)
        for code, reason in (("M", "correction"), ("X", "person_asked")):
            session = laptop.interviews.open(profile)
            session.set_answer(SEX, code)
            assert session.wants_reason
            session.note_reason(reason)
            session.close()
        assert [change.reason for change in amendments(laptop.interviews.read(profile))] == ["correction", "person_asked"]
        assert len(laptop.store.profiles.load(profile).revisions) == 3


def test_ux_12_reasons_of_two_laptops_are_no_conflict() -> None:
    assert QUESTIONNAIRE.by_key["amendment"].repeats
    assert not QUESTIONNAIRE.by_key["amendment"].part  # and nobody is asked them as questions


# --- on the screen ---


def test_ux_12_finishing_is_taken_back_before_a_hand_over(open_page: OpenPage, workplace: Workplace) -> None:
    page = open_page()
    page._finish()
    page.finish_session()
    again = open_page(session=workplace.interviews.open(page.editor.profile.id))
    assert again.editor.profile.get(FINISHED) is not None
    again.show_end(End.CHECK)
    click(again._footer.unfinish_button)
    assert workplace.interviews.read(page.editor.profile.id).get(FINISHED) is None
    assert not again._footer.unfinish_button.isVisible()
    again.editor.undo()
    assert again.editor.profile.get(FINISHED) is not None


def opened(window: MainWindow, area: WorkArea, profile: ProfileId) -> InterviewPage:
    area.asked.emit(OpenInterview(area.workplace.interviews.open(profile)))
    QApplication.processEvents()
    page = window.scene.findChild(InterviewPage)
    assert isinstance(page, InterviewPage)
    return page


def asked(window: MainWindow) -> ReasonDialog:
    (found,) = [one for one in window.findChildren(ReasonDialog) if one.isVisible()]
    return found


@pytest.fixture
def changed(desktop: Desktop, stores: Stores) -> tuple[MainWindow, WorkArea, InterviewPage]:
    """An interview that was handed over and is changed on the screen."""
    window, area = desktop.unlocked(stores.field)
    profile = interview(area.workplace, identity__sex="F")
    area.workplace.exporting.write(stores.stick)
    page = opened(window, area, profile)
    page.editor.set_answer(SEX, "M")
    return window, area, page


def test_ux_12_leaving_asks_once_and_the_keyboard_is_enough(changed: tuple[MainWindow, WorkArea, InterviewPage]) -> None:
    window, area, page = changed
    profile = page.editor.profile.id
    page.closed.emit()
    question = asked(window)
    assert not unnamed(question)
    assert not question.note_button.isEnabled()
    press(Qt.Key.Key_Space)
    assert question.options.value() == ("correction",)
    type_keys(question.words, "wrong key")
    click(question.note_button)
    assert isinstance(window.scene, WorkArea)
    (told,) = amendments(area.workplace.interviews.read(profile))
    assert (told.reason, told.words) == ("correction", "wrong key")
    again = opened(window, area, profile)
    again.show_end(End.CHECK)
    card = again.findChild(Changes)
    assert card is not None
    assert card.isVisible()
    words = clean(" ".join(label.text() for label in card.findChildren(QLabel)))
    assert "Something was wrong" in words
    assert "wrong key" in words
    again.closed.emit()
    assert isinstance(window.scene, WorkArea)  # nothing was changed, so nothing is asked
    window.close()


def test_ux_12_esc_goes_back_to_the_interview_and_closing_the_window_asks_too(
    changed: tuple[MainWindow, WorkArea, InterviewPage],
) -> None:
    window, area, page = changed
    window.close()
    question = asked(window)
    press(Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert window.scene.findChild(InterviewPage) is page
    assert page.editor.profile.text(SEX) == "M"
    page.editor.undo()
    window.close()
    assert not window.isVisible()
    del area
