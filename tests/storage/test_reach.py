"""Figures of how far centres reached, on both engines."""

from dataclasses import replace
from datetime import date

import pytest

from s2w_desktop.domain.reach import MOST_PEOPLE, Reach, ReachFault
from s2w_desktop.storage.store import Store

WINTER = Reach("Athens", "GRC", date(2018, 1, 1), date(2018, 3, 31), 210, 140, 96)
SPRING = replace(WINTER, first=date(2018, 4, 1), last=date(2018, 6, 30), agreed=90)
ELSEWHERE = replace(WINTER, centre="Rome", country="ITA")


def test_figures_are_kept_by_centre_and_days_in_order(store: Store) -> None:
    assert [store.reach.enter(one) for one in (ELSEWHERE, SPRING, WINTER)] == [None] * 3
    assert store.reach.all() == (WINTER, SPRING, ELSEWHERE)
    assert WINTER.refused == 44


def test_figures_for_the_same_days_are_replaced(store: Store) -> None:
    store.reach.enter(WINTER)
    assert store.reach.enter(replace(WINTER, agreed=101)) is None
    assert [one.agreed for one in store.reach.all()] == [101]


def test_figures_are_taken_out(store: Store) -> None:
    store.reach.enter(WINTER)
    store.reach.enter(SPRING)
    assert store.reach.remove(replace(WINTER, eligible=0))
    assert store.reach.all() == (SPRING,)
    assert not store.reach.remove(WINTER)


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (replace(WINTER, agreed=141), ReachFault.BOUNDS),
        (replace(WINTER, approached=211), ReachFault.BOUNDS),
        (replace(WINTER, agreed=-1), ReachFault.BOUNDS),
        (replace(WINTER, eligible=MOST_PEOPLE + 1), ReachFault.BOUNDS),
        (replace(WINTER, last=date(2017, 12, 31)), ReachFault.ORDER),
        (replace(WINTER, first=date(2018, 3, 31), last=date(2018, 4, 2)), ReachFault.OVERLAP),
        (replace(WINTER, last=date(2018, 1, 1)), ReachFault.OVERLAP),
        (replace(WINTER, first=date(2017, 1, 1), last=date(2019, 1, 1)), ReachFault.OVERLAP),
    ],
    ids=lambda value: value.value if isinstance(value, ReachFault) else "",
)
def test_figures_that_cannot_be_right_are_not_kept(store: Store, wrong: Reach, fault: ReachFault) -> None:
    store.reach.enter(WINTER)
    assert store.reach.enter(wrong) is fault
    assert store.reach.all() == (WINTER,)


def test_days_that_touch_and_other_centres_of_the_same_name_are_no_overlap(store: Store) -> None:
    store.reach.enter(WINTER)
    assert store.reach.enter(replace(WINTER, first=date(2018, 4, 1), last=date(2018, 4, 1))) is None
    assert store.reach.enter(replace(WINTER, country="CYP")) is None
    assert len(store.reach.all()) == 3


def test_figures_count_for_a_period_only_with_all_their_days() -> None:
    assert WINTER.is_within(None, None)
    assert WINTER.is_within(date(2018, 1, 1), date(2018, 3, 31))
    assert not WINTER.is_within(date(2018, 1, 2), None)
    assert not WINTER.is_within(None, date(2018, 3, 30))
