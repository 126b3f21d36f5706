"""Which reports leave people of whom each counts once, when some are added and some are taken."""

from calendar import monthrange
from datetime import date

import pytest

from s2w_desktop.analysis.regions import relations
from s2w_desktop.domain.figures import Selection

Months = tuple[int, int]
NEW = (0, 0)


def period(months: Months, **chosen: tuple[str, ...]) -> Selection:
    first, last = months
    return Selection(date(2026, first, 1), date(2026, last, monthrange(2026, last)[1]), **chosen)


def told(earlier: list[Months], new: Months) -> set[frozenset[tuple[Months, int]]]:
    """What is added and taken, the new report as `NEW`."""
    found = relations([period(one) for one in earlier], period(new))
    return {frozenset({(NEW, one.sign), *((earlier[place], factor) for place, factor in one.factors)}) for one in found}


@pytest.mark.parametrize(
    ("earlier", "new", "left"),
    [
        ([(1, 3)], (4, 6), []),
        ([(1, 6)], (4, 9), []),  # in part: nothing follows
        ([(1, 6)], (1, 12), [{NEW: 1, (1, 6): -1}]),
        ([(1, 12)], (1, 6), [{NEW: -1, (1, 12): 1}]),
        ([(1, 6), (1, 3)], (4, 6), [{NEW: -1, (1, 6): 1}, {NEW: 1, (1, 3): 1, (1, 6): -1}]),
        ([(1, 6), (1, 3)], (5, 6), [{NEW: -1, (1, 6): 1}, {NEW: -1, (1, 6): 1, (1, 3): -1}]),
        ([(1, 6), (4, 9)], (1, 9), [{NEW: 1, (1, 6): -1}, {NEW: 1, (4, 9): -1}, {NEW: -1, (1, 6): 1, (4, 9): 1}]),
        ([(1, 3), (4, 6)], (2, 5), [{NEW: -1, (1, 3): 1, (4, 6): 1}]),
    ],
)
def test_what_two_and_three_reports_leave(earlier: list[Months], new: Months, left: list[dict[Months, int]]) -> None:
    assert told(earlier, new) == {frozenset(one.items()) for one in left}


def test_a_year_is_set_against_all_of_its_months_at_once_and_against_each() -> None:
    months = [(month, month) for month in range(1, 13)]
    found = told(months, (1, 12))
    assert frozenset({(NEW, 1), *((month, -1) for month in months)}) in found
    assert {frozenset({(NEW, 1), (month, -1)}) for month in months} <= found


def test_a_centre_is_part_of_its_country_where_everybody_of_it_is_there() -> None:
    country, centre = period((1, 6), countries=("GRC",)), period((1, 6), centres=("Lesvos",))
    people = [("2026-02-01", "GRC", "Lesvos", "PRE", ""), ("2026-03-01", "GRC", "Samos", "PRE", "")]
    assert [one.sign for one in relations([country], centre, people)] == [-1]
    assert relations([country], centre, [*people, ("2026-03-01", "ITA", "Lesvos", "PRE", "")]) == ()
    assert relations([country], centre) == ()


def test_whose_day_is_not_told_is_in_no_period() -> None:
    always, year = Selection(), period((1, 12))
    assert len(relations([year], always, [("2026-02-01", "", "", "", ""), ("", "", "", "", "")])) == 1
    assert relations([year], period((1, 1)), [("", "", "", "", "")]) == ()
