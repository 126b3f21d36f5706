"""Opening and finding interviews."""

import pytest

from s2w_desktop.domain.case_numbers import is_case_number
from s2w_desktop.domain.errors import UnknownProfile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.reading import read_changes
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from tests.services.places import interview, revisions_of


def test_a_new_interview_knows_what_need_not_be_asked(laptop: Workplace) -> None:
    profile = laptop.interviews.begin(Pair("fr", "ara")).profile
    assert is_case_number(profile.text("record.case_number"))
    assert str(profile.date("record.opened_on")) == "2026-06-01"
    assert profile.text("record.centre") == "Athens"
    assert profile.text("record.officer_language") == "fr"
    assert profile.text("session.interview_language") == "ara"
    languages = [profile.text(f"language.{entry}.language") for entry in profile.entries("language")]
    assert languages == ["ara", "ell", "eng"]


def test_an_interview_that_was_never_saved_leaves_nothing(laptop: Workplace) -> None:
    laptop.interviews.begin(Pair("en", "ara"))
    assert laptop.store.profiles.count(ListQuery()) == 0


def test_everything_a_new_interview_writes_fits_the_questionnaire(laptop: Workplace) -> None:
    interview(laptop)
    (revision,) = revisions_of(laptop)
    read_changes(QUESTIONNAIRE, revision.changes())


@pytest.mark.parametrize("typed", ["{}", " {} ", "lower"])
def test_a_case_number_is_found_however_it_is_typed(laptop: Workplace, typed: str) -> None:
    profile = interview(laptop)
    number = laptop.interviews.read(profile).text("record.case_number")
    assert laptop.interviews.find(number.lower() if typed == "lower" else typed.format(number)) == profile


@pytest.mark.parametrize("typed", ["", "GR-2222-2222-2", "anything", "' OR 1=1 --"])
def test_what_is_no_case_number_here_is_unknown(laptop: Workplace, typed: str) -> None:
    with pytest.raises(UnknownProfile):
        laptop.interviews.find(typed)


def test_sealing_turns_all_open_work_into_revisions(laptop: Workplace) -> None:
    for _ in range(3):
        session = laptop.interviews.begin(Pair("en", "ara"))
        session.save()
    assert laptop.interviews.seal_all() == 3
    assert laptop.interviews.seal_all() == 0
    assert sorted(revision.lseq for revision in revisions_of(laptop)) == [1, 2, 3]
