"""In a study file nobody stands out, whatever the people are like."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s2w_desktop.analysis.study import LEAST_K, MOST_K, OCCUPATION, OTHER, QUASI_IDENTIFIERS, make_study

CODES = {
    "arrival_quarter": ("2025-Q1", "2025-Q2", "2026-Q1", ""),
    "centre": ("ITA/North", "ITA/South", "GRC/Harbour"),
    "nationality": ("SYR", "IRQ", "ERI", "COD", "XXA", "_PNS"),
    "legal_group": ("G1", "G2", "G6"),
    "age_group": ("15-17", "18-24", "25-34", "65+", "_DK"),
    "stage": ("pre", "post"),
    "sex": ("F", "M", "X"),
    OCCUPATION: ("2221", "2212", "7115", "9112", "_NA"),
    "first_goal": ("E01", "E02", "E21"),
}
lines = st.lists(st.fixed_dictionaries({name: st.sampled_from(codes) for name, codes in CODES.items()}), max_size=60)


@settings(max_examples=150, deadline=None)
@given(lines, st.integers(LEAST_K, 7))
def test_everybody_is_one_of_k_people_who_are_alike_and_no_answer_is_rarer(people: list[dict[str, str]], k: int) -> None:
    study = make_study(people, k)
    groups = Counter(tuple(line[name] for name in QUASI_IDENTIFIERS) for line in study.lines)
    assert all(size >= k for size in groups.values())
    assert (study.risk.people, study.risk.groups) == (len(study.lines), len(groups))
    assert study.risk.smallest == min(groups.values(), default=0)
    assert study.risk.people + study.risk.left_out == len(people)
    for name in (OCCUPATION, "first_goal"):
        counts = Counter(line[name] for line in study.lines)
        assert all(count >= k for code, count in counts.items() if code != OTHER)


def test_nothing_is_lost_where_everybody_has_enough_who_are_alike() -> None:
    person = {name: codes[0] for name, codes in CODES.items()}
    study = make_study([person] * 5, 5)
    assert study.lines == (person,) * 5
    assert not any(study.risk.steps.values())


def test_somebody_alone_by_nationality_is_told_by_the_region_with_others() -> None:
    person = {name: codes[0] for name, codes in CODES.items()}
    study = make_study([person] * 3 + [{**person, "nationality": "IRQ"}] * 3, 5)
    assert {line["nationality"] for line in study.lines} == {"145"}
    assert study.risk.steps["nationality"] == 6


def test_who_is_still_alone_is_left_out_and_counted() -> None:
    person = {name: codes[0] for name, codes in CODES.items()}
    study = make_study([person] * 4, 5)
    assert (study.lines, study.risk.left_out) == ((), 4)


@pytest.mark.parametrize("k", [0, LEAST_K - 1, MOST_K + 1])
def test_a_k_that_protects_nobody_or_leaves_nothing_is_refused(k: int) -> None:
    with pytest.raises(ValueError, match="k is out of range"):
        make_study([], k)
