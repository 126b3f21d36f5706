"""Which cells of a table are hidden, so that nobody can work a hidden one out (analysis-report 5.4).

A table is cells in rows and columns whose sums are known. A hidden cell is safe when another table of whole numbers, with the
same sums and the same shown cells, has another number in its place: then no programme, linear or integer, can tell it. Such a
table is made by adding and taking one in turn along a closed way through hidden cells, over rows and columns. What the signs say
is kept: "<5" stays within one to four, "‡" stays at or above the threshold. So a cell that lies on such a way is safe, and cells
are hidden along the cheapest way until every hidden cell lies on one. (The idea of such ways: Kelly, Golden and Assad, Cell
suppression: disclosure protection for sensitive tabular data, Networks 22, 1992.)
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
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
    table = _Table(counts, threshold, sums or Sums(), bounds or {})
    small = {place for place, count in counts.items() if is_few(count, threshold)}
    hidden = small | {place for place in must if counts[place] > 0}
    while exposed := next((place for place in sorted(hidden) if not table.is_safe(place, hidden)), None):
        hidden |= table.way_for(exposed, hidden)
    return {place: Sign.SMALL if place in small else Sign.PROTECTED for place in hidden}


def unsafe(
    counts: Mapping[Place, int],
    hidden: frozenset[Place],
    *,
    threshold: int,
    sums: Sums | None = None,
    bounds: Mapping[Place, Bounds] | None = None,
    asked: frozenset[Place] | None = None,
) -> frozenset[Place]:
    """Those of hidden cells, or of some that are `asked`, that could be worked out."""
    table = _Table(counts, threshold, sums or Sums(), bounds or {})
    return frozenset(place for place in (hidden if asked is None else asked) if not table.is_safe(place, hidden))


@dataclass(frozen=True)
class _Edge:
    place: Place
    to: Node
    cost: int


class _Table:
    """A table as a graph: its sums are the nodes, each cell is an edge between its row's sum and its column's."""

    def __init__(self, counts: Mapping[Place, int], threshold: int, sums: Sums, bounds: Mapping[Place, Bounds]) -> None:
        self._counts = counts
        self._threshold = threshold
        self._row, self._column = sums.row, sums.column
        self._bounds = bounds
        self._cells: dict[Node, list[Place]] = {}
        for place in counts:
            for node in (self._row(place), self._column(place)):
                self._cells.setdefault(node, []).append(place)

    def is_safe(self, place: Place, hidden: set[Place] | frozenset[Place]) -> bool:
        """Whether a hidden cell lies on a closed way through hidden cells alone."""
        return any(self._way(place, up, hidden, only=True) is not None for up in (True, False))

    def way_for(self, place: Place, hidden: set[Place]) -> set[Place]:
        """The cells of the cheapest closed way through a hidden cell. Raises CannotHideError."""
        ways = [way for up in (True, False) if (way := self._way(place, up, hidden, only=False)) is not None]
        if not ways:
            raise CannotHideError
        return min(ways, key=lambda way: (way[0], sorted(way[1])))[1]

    def _way(self, place: Place, up: bool, hidden: set[Place] | frozenset[Place], *, only: bool) -> tuple[int, set[Place]] | None:
        """From one end of a cell that changes by one back to the other end: what it costs, and its cells.

        A step from a row's sum adds one and a step from a column's takes one, so that every sum keeps.
        """
        if not (self._may_rise(place) if up else self._may_fall(place)):
            return None
        row, column = self._row(place), self._column(place)
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
            for edge in self._edges(node, place, hidden, only=only):
                reached = cost + edge.cost
                if reached < best.get(edge.to, reached + 1):
                    best[edge.to], came[edge.to] = reached, (node, edge.place)
                    number += 1
                    heappush(open_, (reached, number, edge.to))
        return None

    def _edges(self, node: Node, start: Place, hidden: set[Place] | frozenset[Place], *, only: bool) -> Iterator[_Edge]:
        for place in self._cells.get(node, ()):
            row, column = self._row(place), self._column(place)
            cost = self._cost(place, hidden)
            if place == start or (only and cost):
                continue
            if node == row and self._may_rise(place):
                yield _Edge(place, column, cost)
            if node == column and self._may_fall(place):
                yield _Edge(place, row, cost)

    def _cost(self, place: Place, hidden: set[Place] | frozenset[Place]) -> int:
        return 0 if place in hidden else self._counts[place] + 1

    def _may_rise(self, place: Place) -> bool:
        count, most = self._counts[place], self._bounds.get(place, Bounds()).most
        return may_rise(count, self._threshold) and (most is None or count < most)

    def _may_fall(self, place: Place) -> bool:
        count = self._counts[place]
        return may_fall(count, self._threshold) and count > self._bounds.get(place, Bounds()).least


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
