"""An officer records somebody who was recorded before: told quietly, by case number, never in the way (V25)."""

import base64

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.likeness.features import features_of
from s2w_desktop.domain.likeness.known import make_index
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.known_people import INDEX_FACT
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.interview.look_alikes import LookAlikesCard
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.audit import clipped, small_targets, tab_order_faults, unnamed
from s2w_desktop.ui.kit.theme import Theme
from tests.ui.interview.conftest import OpenPage
from tests.ui.typing import commit, press

AHMAD: dict[str, Answer] = {
    "identity.given_names": "Ahmad",
    "identity.family_names": "Karimi",
    "identity.date_of_birth": SaidDate.plainly("1984-05-07"),
    "identity.nationality": "AFG",
}


def recorded(workplace: Workplace, **others: Answer) -> ProfileId:
    """Somebody whose interview is over."""
    session = workplace.interviews.begin(Pair("en", "prs"))
    for path, answer in {**AHMAD, **{f"identity.{key}": answer for key, answer in others.items()}}.items():
        session.set_answer(path, answer)
    session.close()
    return session.profile.id


def at_identity(workplace: Workplace, open_page: OpenPage, code: str = "en", *, kept: bool = True) -> InterviewPage:
    """An interview in which all was told, and the given name is a brother's."""
    begin = workplace.interviews.begin if kept else workplace.interviews.begin_unkept
    session = begin(Pair(code, "prs"))
    for path, answer in {**AHMAD, "identity.given_names": "Jawad"}.items():
        session.set_answer(path, answer)
    page = open_page(code, session=session)
    page.show_section("identity", path="identity.given_names")
    QApplication.processEvents()
    return page


def say(page: InterviewPage, name: str) -> None:
    """Type the given name and leave the field."""
    page.sheet.blocks["identity.given_names"].take_focus()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    commit(field, name)
    press(Qt.Key.Key_Tab)


def shown(qtbot: QtBot, page: InterviewPage) -> LookAlikesCard:
    qtbot.waitUntil(lambda: page.look_alikes.card is not None)
    assert page.look_alikes.card is not None
    return page.look_alikes.card


def test_a_name_in_another_script_is_told_by_case_number_alone(qtbot: QtBot, open_page: OpenPage, workplace: Workplace) -> None:
    before = recorded(workplace)
    page = at_identity(workplace, open_page)
    say(page, "احمد")
    focus = QApplication.focusWidget()
    card = shown(qtbot, page)
    texts = " ".join(label.text() for label in card.findChildren(QLabel))
    assert workplace.interviews.read(before).text("record.case_number") in texts
    assert "Ahmad" not in texts
    assert "Karimi" not in texts
    assert "a similar name" in texts
    assert "the same date of birth" in texts
    assert QApplication.focusWidget() is focus
    assert card.mapTo(page.sheet, card.rect().topLeft()).y() > max(
        block.mapTo(page.sheet, block.rect().topLeft()).y() for block in page.sheet.asked_blocks()
    )


def test_nothing_is_told_of_somebody_else_and_it_goes_when_the_name_is_corrected(
    qtbot: QtBot, open_page: OpenPage, workplace: Workplace
) -> None:
    recorded(workplace)
    page = at_identity(workplace, open_page)
    say(page, "Ahmed")
    shown(qtbot, page)
    say(page, "Jawad")
    qtbot.waitUntil(lambda: page.look_alikes.card is None)


def test_not_the_same_person_is_remembered_and_can_be_taken_back(qtbot: QtBot, open_page: OpenPage, workplace: Workplace) -> None:
    before = recorded(workplace)
    page = at_identity(workplace, open_page)
    say(page, "Ahmad")
    tick = shown(qtbot, page).ticks[before].rows[0]
    own = page.editor.profile.id
    for is_apart in (True, False, True):
        tick.setFocus()
        QTest.keyClick(tick, Qt.Key.Key_Space)
        assert (before in workplace.store.likeness.told_apart(own)) is is_apart
        assert page.look_alikes.card is not None
    page.show_section("contact")
    page.show_section("identity")
    page.look_alikes.look()
    assert page.look_alikes.card is None


def test_a_tick_stays_while_the_name_is_corrected(qtbot: QtBot, open_page: OpenPage, workplace: Workplace) -> None:
    before, other = recorded(workplace), recorded(workplace)
    page = at_identity(workplace, open_page)
    say(page, "Ahmad")
    tick = shown(qtbot, page).ticks[before].rows[0]
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    say(page, "Ahmed")
    page.look_alikes.look()
    card = shown(qtbot, page)
    assert {profile: bool(group.value()) for profile, group in card.ticks.items()} == {before: True, other: False}


def test_an_interview_of_which_nothing_is_kept_looks_nowhere(open_page: OpenPage, workplace: Workplace) -> None:
    recorded(workplace)
    page = at_identity(workplace, open_page, kept=False)
    say(page, "Ahmad")
    page.look_alikes.look()
    assert page.look_alikes.card is None


def test_undo_takes_the_notice_with_it(qtbot: QtBot, open_page: OpenPage, workplace: Workplace) -> None:
    recorded(workplace)
    page = at_identity(workplace, open_page)
    say(page, "Ahmad")
    shown(qtbot, page)
    page.editor.undo()
    page.look_alikes.look()
    assert page.look_alikes.card is None


@pytest.mark.parametrize("code", ["en", "ar"])
@pytest.mark.parametrize("scale", [100, 200])
def test_the_notice_is_readable_and_reached_by_keyboard(
    qtbot: QtBot, open_page: OpenPage, workplace: Workplace, theme: Theme, code: str, scale: int
) -> None:
    for _ in range(2):
        recorded(workplace)
    theme.set_text_scale(scale)
    page = at_identity(workplace, open_page, code)
    say(page, "Ahmad")
    card = shown(qtbot, page)
    QApplication.processEvents()
    assert unnamed(page) == []
    assert clipped(card) == []
    assert small_targets(card) == []
    assert tab_order_faults(page) == []


def test_somebody_who_may_be_known_to_headquarters_is_told_by_the_number_of_traits(
    qtbot: QtBot, open_page: OpenPage, workplace: Workplace
) -> None:
    before = recorded(workplace)
    features = features_of(workplace.interviews.read(before), workplace.sources.today())
    index = make_index(bytes(32), [features])
    workplace.store.facts.set(INDEX_FACT, f"1 1 {index.key.hex()} {base64.b64encode(index.signs).decode()}")
    workplace.store.profiles.forget(before)
    page = at_identity(workplace, open_page)
    say(page, "Ahmad")
    card = shown(qtbot, page)
    assert card.ticks == {}
    assert [without_isolates(line) for line in card.lines] == [
        "Somebody like this is known to headquarters: 4 traits of name, birth and nationality are the same."
    ]
    say(page, "Jawad")
    qtbot.waitUntil(lambda: page.look_alikes.card is None)
