"""Invented people."""

from datetime import date

from s2w_desktop.domain.case_numbers import is_case_number
from s2w_desktop.domain.profile import Profile, changes_between
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.reading import read_changes
from s2w_desktop.domain.rules.issues import Severity
from s2w_desktop.domain.validation import check
from s2w_desktop.services.sample_people import SamplePeople, SamplePerson
from s2w_desktop.services.workplace import Workplace
from tests.services.places import RESOURCES


def people(laptop: Workplace, seed: int, count: int = 50) -> list[SamplePerson]:
    return list(SamplePeople(RESOURCES, laptop.station, seed).people(count))


def test_the_same_seed_makes_the_same_people(laptop: Workplace) -> None:
    assert people(laptop, 7) == people(laptop, 7)
    assert people(laptop, 7) != people(laptop, 8)


def test_everyone_fits_the_questionnaire_and_is_marked_as_training(laptop: Workplace) -> None:
    for person in people(laptop, 7):
        read_changes(QUESTIONNAIRE, changes_between(Profile(person.profile.id), person.profile))
        assert person.profile.text("record.training") == "yes"
        assert is_case_number(person.profile.text("record.case_number"))


def test_nobody_is_impossible(laptop: Workplace) -> None:
    for person in people(laptop, 7):
        remarks = check(QUESTIONNAIRE, person.profile, date(2027, 1, 1))
        assert [issue for issue in remarks if issue.severity is Severity.CANNOT_BE_RIGHT] == []
