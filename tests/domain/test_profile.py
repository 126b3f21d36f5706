"""A profile is a value."""

import pytest

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.fields import entry_path, field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile, changes_between, read_profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from tests.domain.people import PERSON, entry, profile_with

A, B, C = entry("a"), entry("b"), entry("c")


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


def language(entry_id: EntryId) -> str:
    return field_path("language", "language", entry_id)


def test_a_copy_stands_right_after_its_entry_with_all_its_answers() -> None:
    before = Profile(PERSON).with_entry("language", A).with_entry("language", B).with_answer(language(A), "ara")
    after = before.with_entry_copy("language", A, C)
    assert after.entries("language") == (A, C, B)
    assert (after.get(language(C)), after.get(language(B))) == ("ara", None)
    assert after.without_entry("language", C).entries("language") == before.entries("language")


def test_a_copy_is_a_thing_of_its_own() -> None:
    copied = Profile(PERSON).with_entry("language", A).with_answer(language(A), "ara").with_entry_copy("language", A, C)
    assert copied.with_answer(language(C), "prs").get(language(A)) == "ara"


def test_moving_swaps_the_ranks_of_neighbours_and_touches_nothing_else() -> None:
    before = Profile(PERSON).with_entry("language", A).with_entry("language", B).with_entry("language", C)
    after = before.with_entry_moved("language", A, 1)
    assert after.entries("language") == (B, A, C)
    assert changes_between(before, after) == {entry_path("language", A): 1, entry_path("language", B): 0}
    assert after.with_entry_moved("language", A, -1) == before


def test_beyond_the_ends_nothing_moves() -> None:
    made = Profile(PERSON).with_entry("language", A).with_entry("language", B)
    assert made.with_entry_moved("language", A, -1) is made
    assert made.with_entry_moved("language", B, 1) is made


def test_entries_of_equal_rank_can_be_moved_and_copied() -> None:
    """Two laptops that add an entry apart give it the same rank."""
    first, second = sorted((A, B))
    merged = read_profile(QUESTIONNAIRE, PERSON, {entry_path("language", A): 0, entry_path("language", B): 0})
    assert merged.entries("language") == (first, second)
    assert merged.with_entry_moved("language", first, 1).entries("language") == (second, first)
    assert merged.with_entry_copy("language", first, C).entries("language") == (first, C, second)


def test_what_is_not_there_can_be_neither_copied_nor_moved() -> None:
    with pytest.raises(ValueError, match="not in list"):
        Profile(PERSON).with_entry_copy("language", A, C)
    with pytest.raises(ValueError, match="not in list"):
        Profile(PERSON).with_entry_moved("language", A, 1)


def test_a_change_inside_an_entry_names_the_entry_again() -> None:
    before = Profile(PERSON).with_entry("language", A)
    after = before.with_answer(field_path("language", "language", A), "ara")
    assert changes_between(before, after) == {field_path("language", "language", A): "ara", entry_path("language", A): 0}


def test_answers_of_an_entry_that_is_gone_are_not_in_the_view() -> None:
    plain = {entry_path("language", A): None, field_path("language", "language", A): "ara"}
    assert read_profile(QUESTIONNAIRE, PERSON, plain) == Profile(PERSON)


def test_fields_of_a_newer_questionnaire_are_left_to_the_revisions() -> None:
    assert read_profile(QUESTIONNAIRE, PERSON, {"identity.sex": "F", "identity.later": "x", "future.field": 3}).held.keys() == {
        "identity.sex"
    }
