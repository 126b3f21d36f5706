"""How far a report reaches: steps of all and of each centre, in which few people stand nowhere."""

from itertools import pairwise
from random import Random

import pytest

from s2w_desktop.analysis.coverage import STEPS, CentreSteps, funnel
from s2w_desktop.domain.figures import HeadingKind, Sign

THRESHOLD = 5


def centre(name: str, *counts: int, country: str = "GRC") -> CentreSteps:
    return CentreSteps(country, name, counts)


def test_every_step_is_told_of_all_and_of_the_step_before() -> None:
    table = funnel([centre("Athens", 200, 100, 60, 50, 40, 10)], THRESHOLD)
    assert table
    assert [step.name for step in table.steps] == list(STEPS)
    assert [step.people for step in table.steps] == [200, 100, 60, 50, 40, 10]
    assert [step.of_all for step in table.steps] == [100, 50, 30, 25, 20, 5]
    assert [step.of_step_before for step in table.steps] == [100, 50, 60, 83, 80, 25]


def test_few_eligible_people_make_no_table() -> None:
    assert funnel([], THRESHOLD) is None
    assert funnel([centre("Athens", 19, 19, 19, 19, 19, 19)], THRESHOLD) is None


def test_a_small_centre_stands_with_the_next_of_its_country() -> None:
    table = funnel(
        [
            centre("Athens", 100, 50, 40, 30, 20, 0),
            centre("Kos", 19, 19, 10, 10, 10, 0),
            centre("Bari", 80, 60, 50, 40, 30, 0, country="ITA"),
        ],
        THRESHOLD,
    )
    assert table
    assert [(row.codes, row.kind) for row in table.rows] == [
        (("Athens", "Kos"), HeadingKind.JOINED),
        (("Bari",), HeadingKind.CLASS),
    ]
    assert table.counts == ((119, 69, 50, 40, 30, 0), (80, 60, 50, 40, 30, 0))


def test_a_centre_that_counted_fewer_than_it_recorded_is_set_right() -> None:
    table = funnel([centre("Athens", 100, 50, 40, 60, 60, 0)], THRESHOLD)
    assert table
    assert [step.people for step in table.steps] == [100, 60, 60, 60, 60, 0]


def test_a_step_that_few_missed_is_left_out() -> None:
    table = funnel([centre("Athens", 100, 50, 40, 38, 30, 3)], THRESHOLD)
    assert table
    assert [step.name for step in table.steps] == ["eligible", "approached", "agreed", "complete"]


@pytest.mark.parametrize("seed", range(60))
def test_no_number_of_few_people_can_be_worked_out(seed: int) -> None:
    """Whoever adds and subtracts steps, rows and totals gets no hidden number: another table fits all that is shown."""
    random = Random(seed)
    centres = []
    for number in range(random.randint(1, 5)):
        apart = [random.choice((0, 1, 3, 6, 12, 40)) for _ in STEPS]
        counts = [sum(apart[place:]) for place in range(len(STEPS))]
        centres.append(centre(f"C{number}", *counts))
    table = funnel(centres, THRESHOLD)
    if table is None:
        return
    shown = [count for line in table.counts for count in line if isinstance(count, int)]
    assert not any(0 < count < THRESHOLD for count in shown)
    for line in table.counts:
        known = [(place, count) for place, count in enumerate((*line, 0)) if isinstance(count, int)]
        for (place, one), (after, other) in pairwise(known):
            if after == place + 1:
                assert one - other == 0 or one - other >= THRESHOLD
    for place, step in enumerate(table.steps):
        column = [line[place] for line in table.counts]
        assert isinstance(step.people, int)
        if table.counts:
            assert sum(isinstance(count, Sign) for count in column) != 1
