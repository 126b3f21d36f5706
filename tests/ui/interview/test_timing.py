"""The page measures time while it is on screen and not covered."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from s2w_desktop.domain.timing import seconds_by_section
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.interview.timing import SectionTiming
from tests.ui.interview.conftest import OpenPage
from tests.ui.typing import press


class Hand:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.at = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def move(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def session(workplace: Workplace) -> EditingSession:
    return workplace.interviews.begin(Pair("en", "ara"))


@pytest.fixture
def sheet(qtbot: QtBot, session: EditingSession, hand: Hand) -> QWidget:
    """A page that is on screen, with its timing."""
    made = QWidget()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    SectionTiming(made, session, replace(system_sources(), now=hand.now)).enter("identity")
    return made


def spent(session: EditingSession, workplace: Workplace) -> dict[str, int]:
    session.close()
    return dict(seconds_by_section(workplace.interviews.read(session.profile.id)))


def test_keys_count_and_silence_ends(sheet: QWidget, session: EditingSession, workplace: Workplace, hand: Hand) -> None:
    hand.move(30)
    press(Qt.Key.Key_A)
    hand.move(1000)
    press(Qt.Key.Key_A)
    assert sheet.isVisible()
    assert spent(session, workplace) == {"identity": 150}


def test_a_covered_page_counts_nothing(sheet: QWidget, session: EditingSession, workplace: Workplace, hand: Hand) -> None:
    hand.move(30)
    sheet.setEnabled(False)  # as the privacy cover does
    hand.move(100)
    sheet.setEnabled(True)
    hand.move(20)
    sheet.setFocus()
    press(Qt.Key.Key_A)
    assert spent(session, workplace) == {"identity": 50}


def test_keys_in_front_of_a_hidden_page_do_not_count(
    qtbot: QtBot, sheet: QWidget, session: EditingSession, workplace: Workplace, hand: Hand
) -> None:
    other = QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    other.activateWindow()
    other.setFocus()
    sheet.hide()
    hand.move(30)
    press(Qt.Key.Key_A)
    assert spent(session, workplace) == {}


def test_the_interview_is_measured_as_it_is_worked_on(open_page: OpenPage, workplace: Workplace) -> None:
    page = open_page()
    for section in ("identity", "work_summary", "identity"):
        page.show_section(section)
    page.editor.set_answer("identity.sex", "F")
    page.finish_session()
    assert len(workplace.interviews.read(page.editor.profile.id).entries("sitting")) == 1
