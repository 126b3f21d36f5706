"""Questions that a concept of ESCO answers: with a list that is installed, and without one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.asking import TIER_PATH
from s2w_desktop.domain.concepts import Concept, Concepts
from s2w_desktop.domain.fields import Tier
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.forms.concept_input import ConceptInput, ConceptsInput
from s2w_desktop.ui.interview.page import InterviewPage
from tests.made_concepts import CARE, COOKING, SEWING, TAILOR, SmallFinder
from tests.ui.interview.conftest import OpenPage
from tests.ui.typing import click, press, type_keys

SECTION = "work_summary"
MAIN, GROUP = "work_summary.main_occupation_esco", "work_summary.main_occupation_isco"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(workplace: Workplace) -> EditingSession:
    made = workplace.interviews.begin(Pair("en", "ara"))
    made.set_answer(TIER_PATH, Tier.STANDARD.code)
    return made


def one(page: InterviewPage, path: str = MAIN) -> ConceptInput:
    found = page.sheet.blocks[path].input
    assert isinstance(found, ConceptInput)
    return found


def pick(typed: str) -> None:
    """Type into the line that has the focus, and take the first that is offered."""
    type_keys_here(typed)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)


def type_keys_here(typed: str) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    type_keys(here, typed)


def is_put(page: InterviewPage, path: str) -> bool:
    return path in {block.path for block in page.sheet.asked_blocks()}


@pytest.mark.parametrize("typed", ["tailor", "خياط", "taylor", "кравець"])
def test_an_occupation_is_picked_in_either_language_and_names_its_group(
    open_page: OpenPage, session: EditingSession, typed: str
) -> None:
    person = "ukr" if typed == "кравець" else "ara"
    page = open_page("en", person=person, session=session if person == "ara" else None, concepts=SmallFinder())
    page.editor.set_answer(TIER_PATH, Tier.STANDARD.code)
    page.show_section(SECTION, None, MAIN)
    pick(typed)
    assert page.editor.profile.get(MAIN) == TAILOR
    assert page.editor.profile.text(GROUP) == "7531"
    assert page.sheet.blocks[GROUP].answer == "7531"
    assert one(page).picker.line.text() == "tailor"


def test_undo_takes_the_occupation_and_its_group_back_on_screen(open_page: OpenPage, session: EditingSession) -> None:
    page = open_page("en", session=session, concepts=SmallFinder())
    page.show_section(SECTION, None, MAIN)
    pick("tailor")
    page.editor.undo()
    assert page.editor.profile.get(MAIN) is page.editor.profile.get(GROUP) is None
    assert one(page).picker.line.text() == ""
    assert page.sheet.blocks[GROUP].answer is None


def test_in_another_interface_language_the_label_is_kept_in_that_one(open_page: OpenPage, session: EditingSession) -> None:
    page = open_page("ar", session=session, concepts=SmallFinder())
    page.show_section(SECTION, None, MAIN)
    pick("tailor")
    assert page.editor.profile.get(MAIN) == Concept(TAILOR.uri, "7531", "خياط", "ar", TAILOR.version)


def test_what_fits_nothing_is_kept_in_the_line_and_is_no_answer(open_page: OpenPage, session: EditingSession) -> None:
    page = open_page("en", session=session, concepts=SmallFinder())
    page.show_section(SECTION, None, MAIN)
    type_keys_here("zzzz")
    press(Qt.Key.Key_Tab)
    assert page.editor.profile.get(MAIN) is None
    assert one(page).picker.line.text() == "zzzz"


def test_an_emptied_line_takes_the_answer_out(open_page: OpenPage, session: EditingSession) -> None:
    session.set_answer(MAIN, TAILOR)
    page = open_page("en", session=session, concepts=SmallFinder())
    page.show_section(SECTION, None, MAIN)
    one(page).picker.line.selectAll()
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Tab)
    assert page.editor.profile.get(MAIN) is None


def test_several_skills_are_picked_one_after_another_and_taken_out_again(open_page: OpenPage, session: EditingSession) -> None:
    entry = session.add_entry("unpaid")
    path = f"unpaid.{entry}.skills"
    page = open_page("en", session=session, concepts=SmallFinder())
    page.show_section("unpaid", entry, path)
    for typed in ("sewing machine", "catering", "الخياطة", "elderly"):
        pick(typed)
    found = page.sheet.blocks[path].input
    assert isinstance(found, ConceptsInput)
    assert found.chosen == (SEWING, COOKING, CARE)
    held = page.editor.profile.get(path)
    assert isinstance(held, Concepts)
    assert set(held.chosen) == {SEWING, COOKING, CARE}
    out = next(button for button in page.findChildren(QPushButton) if button.accessibleName().startswith("Take out \u2068cook"))
    click(out)
    assert list(found.chosen) == [SEWING, CARE]


def test_a_skill_that_was_picked_needs_no_words_and_names_its_entry(open_page: OpenPage, session: EditingSession) -> None:
    entry = session.add_entry("skill")
    page = open_page("en", session=session, concepts=SmallFinder())
    page.show_section("skill", entry, f"skill.{entry}.esco_skill")
    assert is_put(page, f"skill.{entry}.skill")
    pick("sewing machine")
    assert not is_put(page, f"skill.{entry}.skill")
    assert any(button.accessibleName() == "Fold \u2068sew by machine\u2069" for button in page.findChildren(QPushButton))


# --- where no list is installed ---


def test_without_a_list_the_question_is_not_put(open_page: OpenPage, session: EditingSession) -> None:
    page = open_page("en", session=session)
    page.show_section(SECTION)
    assert not is_put(page, MAIN)
    assert not page.sheet.blocks[MAIN].isVisible()
    assert is_put(page, GROUP)


def test_without_a_list_an_answer_is_shown_as_it_was_chosen_and_can_be_taken_out(
    open_page: OpenPage, session: EditingSession
) -> None:
    session.set_answer(MAIN, TAILOR)
    page = open_page("en", session=session)
    page.show_section(SECTION, None, MAIN)
    block = page.sheet.blocks[MAIN]
    assert is_put(page, MAIN)
    assert not one(page).picker.isVisible()
    (out,) = [button for button in block.findChildren(QPushButton) if button.accessibleName() == "Take out \u2068tailor\u2069"]
    assert out.hasFocus()
    press(Qt.Key.Key_Space)
    assert page.editor.profile.get(MAIN) is None
    page.editor.undo()
    assert page.editor.profile.get(MAIN) == TAILOR
    assert is_put(page, MAIN)


def test_a_reason_in_place_of_a_concept_is_shown_without_a_list_too(open_page: OpenPage, session: EditingSession) -> None:
    session.set_answer(MAIN, NoAnswer.UNKNOWN)
    page = open_page("en", session=session)
    page.show_section(SECTION)
    assert is_put(page, MAIN)


def test_reading_back_and_the_check_tell_what_was_chosen_without_a_list(open_page: OpenPage, session: EditingSession) -> None:
    session.set_answer(MAIN, TAILOR)
    session.set_answer(GROUP, "2221")
    assert "V15" in {issue.rule for issue in session.issues()}
    page = open_page("en", session=session)
    page.show_section(SECTION, None, MAIN)
    block = page.sheet.blocks[MAIN]
    assert block.spoken_answer() == "tailor"
    assert block.remarks.isVisible()


def test_show_mode_passes_over_what_only_the_officer_searches(open_page: OpenPage, session: EditingSession) -> None:
    page = open_page("en", session=session, concepts=SmallFinder())
    page.show_section(SECTION, None, "work_summary.main_occupation")
    press(Qt.Key.Key_F9)
    passed: list[str] = []
    page.showing.moved.connect(lambda question: passed.append(question.path))
    for _ in range(3):
        press(Qt.Key.Key_PageDown, CONTROL)
    assert passed[0] == GROUP
    assert MAIN not in passed
