"""What fits a person: why an occupation is within reach, what is never proposed, and that nothing like a score leaves."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.language_need import LanguageFit, language_fit, usual_level
from s2w_desktop.services.fitting import EVERYTHING, Explained, Filters, Fit, Person, what_fits
from tests.esco_trades import Trades, links

DATA = Trades(
    groups={"tailor": "7531", "mender": "9510", "nurse": "2221", "soldier": "0310", "dealer": "4212", "banker": "2412"},
    skills={
        "tailor": links("sew cut measure press", "iron sell"),
        "mender": links("sew sell iron rare_skill"),
        "nurse": links("wash_hands dress_wounds", "sew cut measure"),
        "soldier": links("sew cut measure"),
        "dealer": links("sew cut measure"),
        "banker": links("lend", "sell"),
    },
    regulated=frozenset({"mender"}),
)
SEWER = Person(frozenset({"sew", "cut", "sell"}), level="A2")


def fits(person: Person = SEWER, filters: Filters = EVERYTHING) -> list[str]:
    return [one.occupation for one in what_fits(person, DATA, filters)]


def test_an_occupation_is_explained_by_what_matches_and_what_is_missing() -> None:
    tailor = what_fits(SEWER, DATA)[0]
    assert tailor.occupation == "tailor"
    assert tailor.skills == Explained(matching=("sew", "cut", "sell"), missing=("measure", "press"))


def test_a_skill_that_is_not_put_to_people_is_not_called_missing() -> None:
    person = Person(frozenset({"sew", "sell", "iron"}))
    mender = next(one for one in what_fits(person, DATA) if one.occupation == "mender")
    assert mender.skills.missing == ()


def test_what_lacks_nearly_all_that_counts_is_not_within_reach() -> None:
    assert "nurse" not in fits(Person(frozenset({"sew", "cut", "measure"})))
    assert "banker" not in fits(Person(frozenset({"sell"})))


def test_one_skill_is_enough_for_somebody_who_told_only_one() -> None:
    assert fits(Person(frozenset({"sew"}))) == ["mender"]
    assert fits(Person(frozenset())) == []


def test_armed_forces_betting_and_the_like_are_never_proposed() -> None:
    person = Person(frozenset({"sew", "cut", "measure"}))
    assert not {"soldier", "dealer"} & set(fits(person))


def test_most_of_the_persons_skills_come_first_then_what_misses_least() -> None:
    person = Person(frozenset({"sew", "sell", "iron", "cut"}))
    assert fits(person) == ["tailor", "mender"]
    alike = Trades(
        {"far": "7531", "near": "7531"}, {"far": links("sew cut press weave knit"), "near": links("sew cut press weave")}
    )
    assert [one.occupation for one in what_fits(Person(frozenset({"sew", "cut", "press"})), alike)] == ["near", "far"]


def test_filters_leave_out_by_group_language_and_permission() -> None:
    person = Person(frozenset({"sew", "sell", "iron", "cut"}), level="A1")
    assert fits(person) == ["tailor", "mender"]
    assert fits(person, Filters(groups=("7",))) == ["tailor"]
    assert fits(person, Filters(without_regulated=True)) == ["tailor"]
    assert fits(person, Filters(only_with_enough_language=True)) == []
    assert fits(replace(person, level="A2"), Filters(only_with_enough_language=True)) == ["tailor", "mender"]
    assert fits(replace(person, level=""), Filters(only_with_enough_language=True)) == ["tailor", "mender"]


def test_an_occupation_of_the_past_is_marked() -> None:
    person = replace(SEWER, worked_in=frozenset({"7531"}))
    assert [one.occupation for one in what_fits(person, DATA) if one.is_own] == ["tailor"]


def test_no_figure_about_the_person_is_given_out() -> None:
    assert {one.type for one in fields(Fit)} == {str, bool, Explained, LanguageFit}
    assert {one.type for one in fields(Explained)} == {tuple[str, ...]}


@given(st.sets(st.sampled_from(["sew", "cut", "measure", "press", "iron", "sell", "lend", "wash_hands"])))
def test_every_skill_that_is_told_to_match_is_the_persons_and_none_that_is_missing(has: set[str]) -> None:
    for one in what_fits(Person(frozenset(has)), DATA):
        assert set(one.skills.matching) <= has
        assert not set(one.skills.missing) & has


@pytest.mark.parametrize(
    ("has", "needed", "found"),
    [
        ("B1", "A2", LanguageFit.ENOUGH),
        ("A2", "A2", LanguageFit.ENOUGH),
        ("PA1", "A2", LanguageFit.MORE_NEEDED),
        ("NAT", "C1", LanguageFit.ENOUGH),
        ("", "A2", LanguageFit.UNKNOWN),
        ("_DK", "A2", LanguageFit.UNKNOWN),
        ("", "", LanguageFit.ENOUGH),
    ],
)
def test_a_level_is_compared_only_where_both_are_known(has: str, needed: str, found: LanguageFit) -> None:
    assert language_fit(has, needed) is found


def test_the_longest_beginning_of_a_group_gives_its_usual_level() -> None:
    assert [usual_level(code) for code in ("7531", "7411", "1411", "1211", "0310")] == ["A2", "B1", "B2", "C1", ""]
