"""What is hidden in a table cannot be worked out, and no more is hidden than that takes."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s2w_desktop.analysis.hiding import FREE, Bounds, CannotHideError, Hidden, Place, Sums, hide
from s2w_desktop.domain.figures import Sign

THRESHOLD = 5


def test_a_table_without_small_cells_hides_nothing() -> None:
    assert hide({(0, 0): 5, (0, 1): 0, (1, 0): 9, (1, 1): 12}, threshold=THRESHOLD) == {}


def test_a_small_cell_takes_a_neighbour_in_its_row_in_its_column_and_the_corner_between_them() -> None:
    signs = hide(grid([[3, 20, 40], [30, 9, 50], [60, 70, 80]]), threshold=THRESHOLD)
    assert signs == {(0, 0): Sign.SMALL, (0, 1): Sign.PROTECTED, (1, 0): Sign.PROTECTED, (1, 1): Sign.PROTECTED}


def test_one_row_with_a_known_sum_hides_the_smallest_other_cell() -> None:
    signs = hide(grid([[2, 30, 8, 0]]), threshold=THRESHOLD, sums=Sums(column=lambda _: FREE))
    assert signs == {(0, 0): Sign.SMALL, (0, 2): Sign.PROTECTED}


def test_a_table_in_which_nothing_else_could_hide_the_cell_is_refused() -> None:
    with pytest.raises(CannotHideError):
        hide(grid([[3, 0], [0, 9]]), threshold=THRESHOLD)


def test_sub_groups_hide_within_their_group_when_the_sums_of_the_group_are_known() -> None:
    group = (0, 0, 1, 1)
    sums = Sums(column=lambda place: ("column", group[place[0]], place[1]))
    signs = hide(grid([[3, 20], [40, 30], [6, 7], [8, 9]]), threshold=THRESHOLD, sums=sums)
    assert {row for row, _ in signs} == {0, 1}


def test_what_is_known_from_an_earlier_report_makes_a_way_useless() -> None:
    counts = grid([[3, 20], [30, 40]])
    hidden = frozenset(counts)
    assert not Hidden(counts, hidden, threshold=THRESHOLD).exposed()
    fixed = Hidden(counts, hidden, threshold=THRESHOLD, bounds={(1, 1): Bounds(40, 40)})
    assert fixed.exposed() == fixed.all


tables = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 14), min_size=width, max_size=width), min_size=2, max_size=4)
)


@settings(max_examples=300, deadline=None)
@given(tables)
def test_every_hidden_cell_could_be_another_number(lines: list[list[int]]) -> None:
    counts = grid(lines)
    try:
        signs = hide(counts, threshold=THRESHOLD)
    except CannotHideError:
        return
    assert {place for place, count in counts.items() if 0 < count < THRESHOLD} <= signs.keys()
    others = list(neighbours(counts, signs))
    for place in signs:
        assert any(other[place] != counts[place] for other in others), place


def grid(lines: list[list[int]]) -> dict[Place, int]:
    return {(row, column): count for row, line in enumerate(lines) for column, count in enumerate(line)}


def neighbours(counts: dict[Place, int], signs: dict[Place, Sign]) -> list[dict[Place, int]]:
    """Tables with the same sums, shown cells and signs, found without the programme's idea: by changing four or six cells."""
    found = []
    rows, columns = (sorted({place[axis] for place in counts}) for axis in (0, 1))
    for size in range(2, min(len(rows), len(columns)) + 1):
        for some in itertools.permutations(rows, size):
            for others in itertools.permutations(columns, size):
                ring = [(some[i], others[i]) for i in range(size)]
                back = [(some[i], others[(i + 1) % size]) for i in range(size)]
                other = counts | {one: counts[one] + 1 for one in ring} | {one: counts[one] - 1 for one in back}
                if all(place in signs and _fits(other[place], signs[place]) for place in (*ring, *back)):
                    found.append(other)
    return found


def _fits(count: int, sign: Sign) -> bool:
    return 0 < count < THRESHOLD if sign is Sign.SMALL else count >= THRESHOLD
