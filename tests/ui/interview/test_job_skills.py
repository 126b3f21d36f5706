"""An officer asks about the skills of a job in the real window, by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.interview.job_skills import JobSkillsDialog
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.audit import clipped, small_targets, tab_order_faults, unnamed
from s2w_desktop.ui.kit.theme import Theme
from tests import small_esco
from tests.small_esco import DENIED, occupation, skill, uri
from tests.ui.interview.conftest import OpenPage
from tests.workplaces import make_workplace

SEW, IRON = uri("skill", "sew pieces of fabric"), uri("skill", "iron textiles")


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    """A store with the pack."""
    made = make_workplace(tmp_path / "store", Role.HEADQUARTERS)
    small_esco.install(made, tmp_path / "pack")
    yield made
    made.close()


def at_job(workplace: Workplace, open_page: OpenPage, code: str = "en", *, tier: str = "standard") -> InterviewPage:
    """The interview of somebody who was a tailor, at this job."""
    session = workplace.interviews.begin(Pair(code, "ara"))
    session.set_answer("record.tier", tier)
    session.set_answer("work_summary.ever_worked", "paid")
    job = session.add_entry("work", {"occupation_esco": occupation("tailor"), "isco08": "7531"})
    session.add_entry("skill", {"esco_skill": skill("iron textiles"), "level": "with_help"})
    page = open_page(code, session=session)
    page.show_section("work", job)
    QApplication.processEvents()
    return page


def asked(page: InterviewPage) -> JobSkillsDialog:
    """The dialog, opened by keyboard."""
    button = page.job_skills.button
    assert button is not None
    assert button.isVisible()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert page.job_skills.dialog is not None
    return page.job_skills.dialog


def skills(page: InterviewPage) -> dict[str, str]:
    """Levels by the skills of the profile."""
    profile = page.editor.profile
    held = {entry: profile.get(field_path("skill", "esco_skill", entry)) for entry in profile.entries("skill")}
    return {
        concept.uri: profile.text(field_path("skill", "level", entry))
        for entry, concept in held.items()
        if isinstance(concept, Concept)
    }


def test_yes_and_with_help_join_the_profile_and_no_leaves_nothing(workplace: Workplace, open_page: OpenPage) -> None:
    page = at_job(workplace, open_page)
    dialog = asked(page)
    assert dialog.groups[IRON].value() == ("with_help",)
    yes, with_help, no = dialog.groups[SEW].rows
    yes.setFocus()
    QTest.keyClick(yes, Qt.Key.Key_Space)
    assert skills(page) == {IRON: "with_help", SEW: "alone"}
    assert QApplication.focusWidget() is yes
    QTest.keyClick(yes, Qt.Key.Key_Right)
    QTest.keyClick(with_help, Qt.Key.Key_Space)
    assert skills(page)[SEW] == "with_help"
    QTest.keyClick(with_help, Qt.Key.Key_Right)
    QTest.keyClick(no, Qt.Key.Key_Space)
    assert skills(page) == {IRON: "with_help"}
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert page.focusWidget() is page.job_skills.button


def test_each_answer_is_one_step_of_undo(workplace: Workplace, open_page: OpenPage) -> None:
    page = at_job(workplace, open_page)
    dialog = asked(page)
    QTest.keyClick(dialog.groups[SEW].rows[0], Qt.Key.Key_Space)
    dialog.done_button.click()
    page.editor.undo()
    assert skills(page) == {IRON: "with_help"}


def test_nothing_that_is_denied_is_asked(workplace: Workplace, open_page: OpenPage) -> None:
    page = at_job(workplace, open_page)
    page.editor.set_answer(field_path("work", "occupation_esco", page.sheet.place()), occupation("domestic cleaner"))
    page.editor.set_answer(field_path("work", "isco08", page.sheet.place()), "9111")
    dialog = asked(page)
    assert IRON in dialog.groups
    assert uri("skill", DENIED) not in dialog.groups


def test_a_job_of_unknown_work_and_a_short_interview_are_not_asked(workplace: Workplace, open_page: OpenPage) -> None:
    page = at_job(workplace, open_page)
    button = page.job_skills.button
    assert button is not None
    page.editor.set_answer(field_path("work", "occupation_esco", page.sheet.place()), None)
    page.editor.set_answer(field_path("work", "isco08", page.sheet.place()), None)
    assert button.isHidden()
    short = at_job(workplace, open_page, tier="core")
    assert short.job_skills.button is None or short.job_skills.button.isHidden()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_list_is_named_whole_and_reachable(
    workplace: Workplace, open_page: OpenPage, theme: Theme, code: str, scale: int
) -> None:
    theme.set_text_scale(scale)
    page = at_job(workplace, open_page, code)
    dialog = asked(page)
    QApplication.processEvents()
    found = (*unnamed(dialog), *clipped(dialog), *small_targets(dialog), *tab_order_faults(dialog))
    assert [str(one) for one in found] == []
    theme.set_text_scale(100)
