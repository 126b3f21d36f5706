"""Every section of an interview in which everything is answered fits: the people of the tour, in every detail (UX-47)."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from s2w_desktop.domain.asking import asked_sections
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.interview.place import End
from s2w_desktop.ui.kit.audit import Finding, clipped, small_targets, too_wide
from s2w_desktop.ui.kit.theme import Theme
from tests.ui.interview.conftest import OpenPage
from tour_people import TourPerson, tour_people


@pytest.mark.parametrize("person", tour_people(), ids=lambda person: person.pair)
def test_ux_47_a_whole_interview_fits_the_smallest_screen_with_the_largest_text(
    open_page: OpenPage, workplace: Workplace, theme: Theme, person: TourPerson
) -> None:
    session = workplace.interviews.begin(Pair(person.officer, person.language))
    answer_all(session, person)
    theme.set_text_scale(200)
    page = open_page(person.officer, session=session)
    page.resize(1024, 600)
    found = list(faults(page))
    theme.set_text_scale(100)
    assert not found


def answer_all(session: EditingSession, person: TourPerson) -> None:
    """Give an interview every answer of the person."""
    model = person.model
    session.set_answer("record.tier", "extended")
    for section in QUESTIONNAIRE.sections:
        there = list(session.profile.entries(section.key)) if section.repeats else []
        for number, entry in enumerate(model.entries(section.key) if section.repeats else (None,)):
            here = None if entry is None else there[number] if number < len(there) else session.add_entry(section.key)
            for spec in section.fields:
                held = model.get(field_path(section.key, spec.key, entry))
                if held is not None:
                    session.set_answer(field_path(section.key, spec.key, here), held)
    session.save()


def faults(page: InterviewPage) -> Iterator[tuple[str, Finding]]:
    for section in asked_sections(QUESTIONNAIRE, page.editor.profile):
        entries = page.editor.profile.entries(section.key) if section.repeats else ()
        page.show_section(section.key, entries[-1] if entries else None)
        page.sheet.finish()
        yield from ((section.key, finding) for finding in present_faults(page))
    for end in End:
        page.show_end(end)
        yield from ((end.value, finding) for finding in present_faults(page))


def present_faults(page: InterviewPage) -> list[Finding]:
    for _ in range(3):
        QApplication.processEvents()
    return [*clipped(page), *small_targets(page), *too_wide(page)]
