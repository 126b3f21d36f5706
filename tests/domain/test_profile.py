"""A profile is a value."""

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.fields import entry_path, field_path
from s2w_desktop.domain.profile import Profile, changes_between, read_profile
from s2w_desktop.domain.questionnaire import CORE
from tests.domain.people import PERSON, entry, profile_with

A, B = entry("a"), entry("b")


def test_an_answer_makes_a_new_profile_and_leaves_the_old_one() -> None:
    blank = Profile(PERSON)
    assert blank.with_answer("identity.sex", "F").get("identity.sex") == "F"
    assert blank.get("identity.sex") is None


def test_blank_and_refused_are_different() -> None:
    refused = profile_with(identity__sex=NoAnswer.REFUSED)
    assert refused.get("identity.sex") is NoAnswer.REFUSED
    assert refused.with_answer("identity.sex", None).get("identity.sex") is None


def test_entries_keep_their_order() -> None:
    made = Profile(PERSON).with_entry("language", B).with_entry("language", A)
    assert made.entries("language") == (B, A)


def test_taking_an_entry_out_takes_its_answers_out() -> None:
    path = field_path("language", "language", A)
    made = Profile(PERSON).with_entry("language", A).with_answer(path, "ara").without_entry("language", A)
    assert made == Profile(PERSON)


def test_a_change_inside_an_entry_names_the_entry_again() -> None:
    before = Profile(PERSON).with_entry("language", A)
    after = before.with_answer(field_path("language", "language", A), "ara")
    assert changes_between(before, after) == {field_path("language", "language", A): "ara", entry_path("language", A): 0}


def test_answers_of_an_entry_that_is_gone_are_not_in_the_view() -> None:
    plain = {entry_path("language", A): None, field_path("language", "language", A): "ara"}
    assert read_profile(CORE, PERSON, plain) == Profile(PERSON)


def test_fields_of_a_newer_questionnaire_are_left_to_the_revisions() -> None:
    assert read_profile(CORE, PERSON, {"identity.sex": "F", "identity.later": "x", "future.field": 3}).held.keys() == {
        "identity.sex"
    }
