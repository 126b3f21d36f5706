"""Which cells of a table are hidden, so that nobody can work a hidden one out (analysis-report 5.4).

A table is cells in rows and columns whose sums are known. A hidden cell is safe when another table of whole numbers, with the
same sums and the same shown cells, has another number in its place: then no programme, linear or integer, can tell it. Such a
table is made by adding and taking one in turn along a closed way through hidden cells, over rows and columns. What the signs say
is kept: "<5" stays within one to four, "‡" stays at or above the threshold. So a cell that lies on such a way is safe, and cells
are hidden along the cheapest way until every hidden cell lies on one. (The idea of such ways: Kelly, Golden and Assad, Cell
suppression: disclosure protection for sensitive tabular data, Networks 22, 1992.)
"""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Final, TypeAlias

from s2w_desktop.domain.figures import Sign, is_few

Place: TypeAlias = tuple[int, int]
Node: TypeAlias = Hashable
FREE: Final = ("free", 0)
"""In the place of a row or a column whose sum nobody is told."""


class CannotHideError(Exception):
    """No way of hiding cells makes the table safe: it must not be shown."""


@dataclass(frozen=True)
class Bounds:
    """What is known of a cell from elsewhere, as from an earlier report: it is at least and at most so much."""

    least: int = 0
    most: int | None = None


@dataclass(frozen=True)
class Sums:
    """Which sums of a table are known: `row` and `column` give the constraint that a cell belongs to.

    Rows of several groups that each have known column sums, as sub-groups of occupations under their major group, get a column
    constraint for each group.
    """

    row: Callable[[Place], Node] = lambda place: ("row", place[0])
    column: Callable[[Place], Node] = lambda place: ("column", place[1])


def hide(
    counts: Mapping[Place, int],
    *,
    threshold: int,
    sums: Sums | None = None,
    must: frozenset[Place] = frozenset(),
    bounds: Mapping[Place, Bounds] | None = None,
) -> dict[Place, Sign]:
    """The signs of the cells to hide: all of one up to under the threshold, those in `must`, and what has to go with them.

    A cell in `must` may be of any size. Raises CannotHideError.
    """
    small = {place for place, count in counts.items() if is_few(count, threshold)}
    hidden = small | {place for place in must if counts[place] > 0}
    table = _Table(counts, threshold, sums or Sums(), bounds or {}) if hidden else None
    asked = sorted(hidden)
    while table is not None and (exposed := table.first_exposed(asked, hidden)) is not None:
        added = table.way_for(exposed, hidden) - hidden
        hidden |= added
        asked = sorted({*(place for place in asked if place > exposed), *added})  # with more cells hidden the safe ones stay so
    return {place: Sign.SMALL if place in small else Sign.PROTECTED for place in hidden}


class Ways:
    """Closed ways over cells that are given by the two sums of each, asked again and again while other cells may move."""

    def __init__(self, ends: Sequence[tuple[Node, Node]]) -> None:
        numbers: dict[Node, int] = {}
        self._ends = [tuple(numbers.setdefault(node, len(numbers)) for node in both) for both in ends]
        self._nodes = len(numbers)

    def exposed(self, rises: int, falls: int, asked: int) -> Iterator[int]:
        """Those of the asked cells that lie on no closed way. Cells are bits of whole numbers, in their order: which may rise,
        which may fall, and which are asked."""
        beside, twice = [0] * self._nodes, [0] * self._nodes  # nodes that one cell leads to, and that several do
        for cell in ones(rises | falls):
            row, column = self._ends[cell]
            for start, goal, may in ((row, column, rises), (column, row, falls)):
                if may >> cell & 1:
                    twice[start] |= beside[start] & 1 << goal
                    beside[start] |= 1 << goal
        for cell in ones(asked):
            row, column = self._ends[cell]
            up, down = rises >> cell & 1, falls >> cell & 1
            back = twice if up and down else beside  # its own way back does not count
            if not (up and _reaches(beside, back, column, row)) and not (down and _reaches(beside, back, row, column)):
                yield cell


def _reaches(beside: Sequence[int], back: Sequence[int], start: int, goal: int) -> bool:
    """Whether there is a way from one sum to another; straight on only by what `back` has."""
    if start == goal:
        return True
    wanted, seen = 1 << goal, 1 << start
    open_ = beside[start] & ~wanted | back[start] & wanted
    while open_:
        if open_ & wanted:
            return True
        seen |= open_
        reached = 0
        for node in ones(open_):
            reached |= beside[node]
        open_ = reached & ~seen
    return False


def ones(bits: int) -> Iterator[int]:
    """The places of the ones of a whole number, the lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


class Hidden:
    """The hidden cells of a table in their order: which of them may go up or down, as bits, and which could be worked out."""

    def __init__(
        self,
        counts: Mapping[Place, int],
        hidden: Collection[Place],
        *,
        threshold: int,
        sums: Sums | None = None,
        bounds: Mapping[Place, Bounds] | None = None,
    ) -> None:
        known, known_bounds = sums or Sums(), bounds or {}
        self.places = sorted(hidden)
        self.all = (1 << len(self.places)) - 1
        free = [_may_move(counts[place], threshold, known_bounds.get(place)) for place in self.places]
        self.rises = sum(rises << cell for cell, (rises, _) in enumerate(free))
        self.falls = sum(falls << cell for cell, (_, falls) in enumerate(free))
        self.ends = [(known.row(place), known.column(place)) for place in self.places]
        self.ways = Ways(self.ends)

    def exposed(self, fixed_above: int = 0, fixed_below: int = 0) -> int:
        """Those that could be worked out, while some cannot go up and some not down."""
        return sum(1 << cell for cell in self.ways.exposed(self.rises & ~fixed_above, self.falls & ~fixed_below, self.all))


class _Table:
    """A table as a graph: its sums are the nodes, each cell is an edge between its row's sum and its column's."""

    def __init__(self, counts: Mapping[Place, int], threshold: int, sums: Sums, bounds: Mapping[Place, Bounds]) -> None:
        self._counts = counts
        self._whole = Hidden(counts, counts, threshold=threshold, sums=sums, bounds=bounds)
        self._number = {place: number for number, place in enumerate(self._whole.places)}
        self._steps: dict[Node, list[tuple[Place, Node]]] = {}
        for place in counts:
            row, column = self._ends(place)
            for node in (row, column):
                steps = self._steps.setdefault(node, [])
                if node == row and self._may(place, self._whole.rises):
                    steps.append((place, column))
                if node == column and self._may(place, self._whole.falls):
                    steps.append((place, row))

    def first_exposed(self, asked: Sequence[Place], hidden: set[Place]) -> Place | None:
        """The first of the asked hidden cells that lies on no closed way through hidden cells alone."""
        among, wanted = (sum(1 << self._number[place] for place in some) for some in (hidden, asked))
        exposed = self._whole.ways.exposed(self._whole.rises & among, self._whole.falls & among, wanted)
        found = next(exposed, None)
        return None if found is None else self._whole.places[found]

    def way_for(self, place: Place, hidden: set[Place]) -> set[Place]:
        """The cells of the cheapest closed way through a hidden cell. Raises CannotHideError."""
        ways = [way for up in (True, False) if (way := self._way(place, hidden, up=up)) is not None]
        if not ways:
            raise CannotHideError
        return min(ways, key=lambda way: (way[0], sorted(way[1])))[1]

    def _way(self, place: Place, hidden: set[Place], *, up: bool) -> tuple[int, set[Place]] | None:
        """From one end of a cell that changes by one back to the other end: what it costs, and its cells.

        A step from a row's sum adds one and a step from a column's takes one, so that every sum keeps.
        """
        if not self._may(place, self._whole.rises if up else self._whole.falls):
            return None
        row, column = self._ends(place)
        start, goal = (column, row) if up else (row, column)
        best: dict[Node, int] = {start: 0}
        came: dict[Node, tuple[Node, Place]] = {}
        open_: list[tuple[int, int, Node]] = [(0, 0, start)]
        number = 0
        while open_:
            cost, _, node = heappop(open_)
            if node == goal:
                return cost, {place, *_walked(came, start, goal)}
            if cost > best[node]:
                continue
            for cell, to in self._steps.get(node, ()):
                reached = cost + (0 if cell in hidden else self._counts[cell] + 1)
                if cell != place and reached < best.get(to, reached + 1):
                    best[to], came[to] = reached, (node, cell)
                    number += 1
                    heappush(open_, (reached, number, to))
        return None

    def _ends(self, place: Place) -> tuple[Node, Node]:
        return self._whole.ends[self._number[place]]

    def _may(self, place: Place, which: int) -> bool:
        return bool(which >> self._number[place] & 1)


def _may_move(count: int, threshold: int, bounds: Bounds | None) -> tuple[bool, bool]:
    """Whether there could be one more, and one less."""
    least, most = (bounds.least, bounds.most) if bounds else (0, None)
    return may_rise(count, threshold) and (most is None or count < most), may_fall(count, threshold) and count > least


def may_rise(count: int, threshold: int) -> bool:
    """Whether there could be one more with the same sign in its place. That a cell is nobody is shown."""
    return count > 0 and count + 1 != threshold


def may_fall(count: int, threshold: int) -> bool:
    """Whether there could be one less with the same sign in its place."""
    return count > 1 and count != threshold


def _walked(came: Mapping[Node, tuple[Node, Place]], start: Node, goal: Node) -> Iterator[Place]:
    node = goal
    while node != start:
        node, place = came[node]
        yield place
