"""The tour's table answers every section of the interview, so that its pictures show no empty one."""

from collections.abc import Iterator
from datetime import date

import pytest

from s2w_desktop.domain.asking import asked_fields, asked_sections
from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.rules.issues import Severity
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.validation import check
from tour_people import Brought, TourPerson, tour_people

PEOPLE = tour_people()
everybody = pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.pair)


def test_the_pairs_are_those_of_the_tour() -> None:
    assert [person.pair for person in PEOPLE] == ["en+ar", "fr+ti", "de+uk"]


@everybody
def test_every_section_and_every_question_has_an_answer_or_a_reason(person: TourPerson) -> None:
    put = {section.key for section in asked_sections(QUESTIONNAIRE, person.model)}
    declared = {section.key for section in QUESTIONNAIRE.sections if section.part}
    assert put == declared, "a section that is not put is shown by no picture"
    blank = [path for path in _asked_paths(person.model) if person.model.get(path) is None]
    assert blank == [_path(person, brought) for brought in person.brought]


@everybody
def test_no_answer_is_impossible(person: TourPerson) -> None:
    found = check(QUESTIONNAIRE, person.model, date(2026, 6, 1))
    assert [issue for issue in found if issue.severity is Severity.CANNOT_BE_RIGHT] == []


def test_a_refusal_a_second_entry_and_a_date_of_another_calendar_are_among_the_answers() -> None:
    calendars = {_birth(person.model).calendar for person in PEOPLE}
    assert {CalendarKey.ISLAMIC, CalendarKey.ETHIOPIAN} <= calendars
    assert all(len(person.model.entries("work")) > 1 for person in PEOPLE)


def _asked_paths(profile: Profile) -> Iterator[str]:
    """What a laptop without a reference pack puts."""
    for section in asked_sections(QUESTIONNAIRE, profile):
        for entry in profile.entries(section.key) if section.repeats else (None,):
            asked = (spec for spec in asked_fields(section, profile, entry) if not spec.is_of_esco)
            yield from (field_path(section.key, spec.key, entry) for spec in asked)


def _path(person: TourPerson, brought: Brought) -> str:
    return field_path(brought.section, brought.field, person.model.entries(brought.section)[brought.entry])


def _birth(profile: Profile) -> SaidDate:
    found = profile.get("identity.date_of_birth")
    assert isinstance(found, SaidDate)
    return found
