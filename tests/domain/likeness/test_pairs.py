"""Pairs among many people: the same as by comparing everybody with everybody, five for each at most, and quietly."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.dates import PartialDate
from s2w_desktop.domain.likeness import pairs
from s2w_desktop.domain.likeness.births import NOT_KNOWN, Birth
from s2w_desktop.domain.likeness.comparing import MOST_SUGGESTED, compare
from s2w_desktop.domain.likeness.features import Features
from s2w_desktop.domain.likeness.latin import words_of
from s2w_desktop.domain.likeness.pairs import look_among

NAMES = (
    "Ahmad Karimi",
    "Ahmed Karimi",
    "Karimi Ahmad",
    "احمد کریمی",
    "Zahra",
    "Zahra Rezai",
    "Ahmad Hassan Karimi",
    "Jawad Nuri",
)
BORN = ("", "1984", "1984-05-07", "1985-01-01", "1991")


def someone(name: str, born: str = "", *nationalities: str) -> Features:
    birth = Birth.on(PartialDate.parse(born)) if born else NOT_KNOWN
    return Features((words_of(name),), birth, frozenset(nationalities))


people = st.lists(st.builds(someone, st.sampled_from(NAMES), st.sampled_from(BORN), st.sampled_from(["AFG", "IRN"])), max_size=5)


def nobody_apart(_one: int, _other: int) -> bool:
    return False


@given(people)
def test_the_same_pairs_as_by_comparing_everybody_with_everybody(some: list[Features]) -> None:
    found = look_among(list(enumerate(some)), nobody_apart)
    alike = {(a, b) for a, b in combinations(range(len(some)), 2) if compare(some[a], some[b]) is not None}
    assert {(pair.first, pair.second) for pair in found.pairs} == alike
    strengths = [pair.resemblance for pair in found.pairs]
    assert strengths == sorted(strengths, reverse=True)


def test_nobody_is_told_with_more_than_five_others() -> None:
    some = [someone("Ahmad Karimi", "1984-05-07", "AFG") for _ in range(9)]
    told = [who for pair in look_among(list(enumerate(some)), nobody_apart).pairs for who in (pair.first, pair.second)]
    assert max(told.count(who) for who in range(9)) == MOST_SUGGESTED


def test_who_was_told_apart_takes_nobodys_place() -> None:
    some = [someone("Ahmad Karimi", "1984-05-07", "AFG") for _ in range(7)]
    found = look_among(list(enumerate(some)), lambda one, _other: one == 0)
    assert all(pair.first != 0 for pair in found.pairs)
    assert len(found.pairs) == MOST_SUGGESTED * 6 // 2


def test_of_people_with_a_common_name_those_born_alike_are_compared_and_the_rest_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pairs, "MOST_WITH_TWO", 4)
    monkeypatch.setattr(pairs, "MOST_WITH_ONE", 3)
    some = [someone("Ahmad Karimi", f"{1960 + 2 * year}-05-07", "AFG") for year in range(20)]
    some.append(someone("Ahmed Karimi", "1984-05-07", "AFG"))
    found = look_among(list(enumerate(some)), nobody_apart)
    assert [(pair.first, pair.second) for pair in found.pairs] == [(12, 20)]
    assert found.common == 0


def test_among_people_born_in_one_year_those_of_one_day_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "MOST_WITH_TWO", 4)
    monkeypatch.setattr(pairs, "MOST_WITH_ONE", 3)
    some = [someone("Ahmad Karimi", f"1984-{month:02}-07", "AFG") for month in range(1, 13)]
    some.append(someone("Ahmed Karimi", "1984-05-07", "AFG"))
    found = look_among(list(enumerate(some)), nobody_apart)
    assert [(pair.first, pair.second) for pair in found.pairs] == [(4, 12)]
    assert found.common == len(some)


def test_a_look_can_be_ended() -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        look_among([(0, someone("Ahmad Karimi"))], nobody_apart, stop)
