"""Entries of a section by keyboard alone: add, copy, move, take back; the focus follows the entry."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from s2w_desktop.domain.answers import Answer, NoAnswer
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.forms.entry import EntryCard
from s2w_desktop.ui.forms.group import GroupSheet
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.text import Label
from tests.ui.interview.conftest import OpenPage, less_time
from tests.ui.typing import commit, press

CTRL, ALT, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def jobs(page: InterviewPage) -> tuple[EntryId, ...]:
    return page.editor.profile.entries("work")


def opened(page: InterviewPage) -> EntryId | None:
    assert isinstance(page.sheet, GroupSheet)
    return page.sheet.opened


def where_the_focus_is(page: InterviewPage) -> EntryId | None:
    """The entry whose card holds the focus."""
    focused: QWidget | None = QApplication.focusWidget()
    while focused is not None and not isinstance(focused, EntryCard):
        focused = focused.parentWidget()
    return focused.entry if focused is not None and page.isAncestorOf(focused) else None


def add_job(page: InterviewPage, title: str) -> EntryId:
    press(Qt.Key.Key_Return, CTRL)
    job = jobs(page)[-1]
    page.sheet.blocks[field_path("work", "title_own_words", job)].take_focus()
    commit(focused_line(), title)
    return job


def focused_line() -> QLineEdit:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    return focused


def titles(page: InterviewPage) -> list[str]:
    held = (page.editor.profile.get(field_path("work", "title_own_words", job)) for job in jobs(page))
    return ["" if words is None else words.translation or words.said for words in held]  # type: ignore[union-attr]


@pytest.fixture
def page(open_page: OpenPage) -> InterviewPage:
    """An interview with three jobs; the caret stands in the title of the last."""
    made = open_page()
    made.show_section("work")
    for title in ("Baker", "Driver", "Nurse"):
        add_job(made, title)
    assert titles(made) == ["Baker", "Driver", "Nurse"]
    return made


def test_a_copy_opens_right_after_its_entry_and_has_the_focus(page: InterviewPage, workplace: Workplace) -> None:
    baker, driver, nurse = jobs(page)
    page.show_section("work", driver)
    press(Qt.Key.Key_D, CTRL)
    assert titles(page) == ["Baker", "Driver", "Driver", "Nurse"]
    copy = jobs(page)[2]
    assert jobs(page) == (baker, driver, copy, nurse)
    assert opened(page) == where_the_focus_is(page) == copy
    assert less_time(workplace.interviews.read(page.editor.profile.id)) == page.editor.profile, "it is in the store at once"


def test_a_folded_entry_is_copied_when_its_line_has_the_focus(page: InterviewPage) -> None:
    assert isinstance(page.sheet, GroupSheet)
    page.sheet.focus_entry(jobs(page)[0])
    press(Qt.Key.Key_D, CTRL)
    assert titles(page) == ["Baker", "Baker", "Driver", "Nurse"]
    assert opened(page) == jobs(page)[1]


def test_the_open_entry_moves_and_the_caret_stays_in_its_letters(page: InterviewPage) -> None:
    nurse = jobs(page)[2]
    focused_line().setCursorPosition(2)
    press(Qt.Key.Key_Up, ALT)
    assert titles(page) == ["Baker", "Nurse", "Driver"]
    assert opened(page) == where_the_focus_is(page) == nurse
    assert (focused_line().text(), focused_line().cursorPosition()) == ("Nurse", 2)
    press(Qt.Key.Key_Up, ALT)
    press(Qt.Key.Key_Up, ALT)  # it is the first by now
    assert titles(page) == ["Nurse", "Baker", "Driver"]
    press(Qt.Key.Key_Down, ALT)
    assert titles(page) == ["Baker", "Nurse", "Driver"]


def test_a_folded_entry_moves_with_the_focus_on_its_line(page: InterviewPage) -> None:
    baker = jobs(page)[0]
    assert isinstance(page.sheet, GroupSheet)
    page.sheet.focus_entry(baker)
    press(Qt.Key.Key_Down, ALT)
    assert titles(page) == ["Driver", "Baker", "Nurse"]
    assert where_the_focus_is(page) == baker
    assert opened(page) == jobs(page)[2]
    press(Qt.Key.Key_Down, ALT)
    assert titles(page) == ["Driver", "Nurse", "Baker"]
    assert where_the_focus_is(page) == baker


def test_undo_takes_back_copies_and_moves_from_inside_a_text_field(page: InterviewPage) -> None:
    before = page.editor.profile
    press(Qt.Key.Key_Up, ALT)
    press(Qt.Key.Key_D, CTRL)
    after = page.editor.profile
    assert titles(page) == ["Baker", "Nurse", "Nurse", "Driver"]
    press(Qt.Key.Key_Z, CTRL)
    assert titles(page) == ["Baker", "Nurse", "Driver"]
    assert isinstance(QApplication.focusWidget(), QWidget)
    press(Qt.Key.Key_Z, CTRL)
    assert page.editor.profile == before
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert page.editor.profile == after


def test_undo_and_redo_work_on_the_profile_while_the_caret_is_in_a_line(page: InterviewPage) -> None:
    press(Qt.Key.Key_Z, CTRL)
    assert titles(page) == ["Baker", "Driver", ""]
    assert focused_line().text() == ""
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert (titles(page)[2], focused_line().text()) == ("Nurse", "Nurse")


def test_undo_in_the_private_remark_is_seen_there_and_the_caret_stays(open_page: OpenPage) -> None:
    page = open_page()
    remark = page._help.remark
    remark.setFocus()
    commit(remark, "speaks quickly")
    assert page.editor.profile.text("record.remark") == "speaks quickly"
    press(Qt.Key.Key_Z, CTRL)
    assert (page.editor.profile.text("record.remark"), remark.text()) == ("", "")
    assert QApplication.focusWidget() is remark
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert (page.editor.profile.text("record.remark"), remark.text()) == ("speaks quickly", "speaks quickly")


def test_without_an_entry_there_is_nothing_to_copy_or_move(open_page: OpenPage) -> None:
    page = open_page()
    page.show_section("work")
    before = page.editor.profile
    for key, held in ((Qt.Key.Key_D, CTRL), (Qt.Key.Key_Up, ALT), (Qt.Key.Key_Down, ALT)):
        press(key, held)
    assert page.editor.profile == before


def test_a_full_section_takes_no_copy(page: InterviewPage) -> None:
    most = QUESTIONNAIRE.by_key["work"].most_entries
    assert offers_more(page)
    for _ in range(most + 2):
        press(Qt.Key.Key_D, CTRL)
    assert len(jobs(page)) == most
    assert not offers_more(page), "no key is named that does nothing"


def offers_more(page: InterviewPage) -> bool:
    return any("adds an entry" in label.words.text for label in page.sheet.findChildren(Label))


def test_both_enter_keys_add_an_entry(page: InterviewPage) -> None:
    press(Qt.Key.Key_Enter, CTRL)
    assert len(jobs(page)) == 4


def told(page: InterviewPage) -> list[str]:
    """What the folded rows say, quiet words included."""
    return [" | ".join(label.text() for label in card.findChildren(Label) if label.isVisible()) for card in cards(page)]


def cards(page: InterviewPage) -> list[EntryCard]:
    return [card for card in page.sheet.findChildren(EntryCard) if card.isVisible()]


def test_a_filled_entry_is_told_by_what_it_holds_and_not_by_a_bare_yes_or_no(open_page: OpenPage) -> None:
    page = open_page()
    page.set_depth("standard")
    page.editor.set_answer("contact.safe_to_contact", "yes")
    phone = page.editor.add_entry("phone")
    answers: dict[str, Answer] = {"number": "+351 900 000 001", "channel": "sms", "shared_with_family": "no"}
    for key, answer in answers.items():
        page.editor.set_answer(field_path("phone", key, phone), answer)
    unnamed = page.editor.add_entry("phone")
    page.editor.set_answer(field_path("phone", "number", unnamed), NoAnswer.REFUSED)
    page.editor.set_answer(field_path("phone", "channel", unnamed), NoAnswer.UNKNOWN)
    page.show_section("phone")
    assert told(page) == ["+351 900 000 001 | Text message", told(page)[1]]
    assert "New entry" not in told(page)[1]
    assert "Does not know" not in told(page)[1]
