"""What earlier reports tell beside a new one: by how much they differ, cell by cell.

Reports of which one contains the people of the other can be subtracted, and so can some of several at once (`regions`). What is
left is as small as a cell where it is one to four people: its classes are joined and its cells hidden, and what an earlier report
hid has to stay hidden beside the new one (`moving`). All ways of adding and taking are looked at together: a line of numbers for
each (`left`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.analysis.counting import Crossed
from s2w_desktop.analysis.hiding import Bounds, Place, Sums, may_fall, may_rise
from s2w_desktop.analysis.left import Counts, Factors, Left
from s2w_desktop.domain.figures import Heading


@dataclass(frozen=True)
class Piece:
    """Cells of a printed table whose sums are known together, and which of them are hidden. `own` tells how far cells can go that
    are sums: nobody stands in those alone. Where `is_sums_alone` no cell was printed: all are hidden, without a sign."""

    rows: Sequence[Heading]
    columns: Sequence[Heading]
    counts: Mapping[Place, int]
    hidden: frozenset[Place]
    found: Crossed
    sums: Sums = field(default_factory=Sums)
    own: Mapping[Place, Bounds] = field(default_factory=dict)
    is_sums_alone: bool = False

    def may_rise(self, place: Place, threshold: int) -> bool:
        """Whether there could be one more in a hidden cell."""
        most = self.own.get(place, Bounds()).most
        if self.is_sums_alone:
            return True
        return may_rise(self.counts[place], threshold) and (most is None or self.counts[place] < most)

    def may_fall(self, place: Place, threshold: int) -> bool:
        """Whether there could be one less."""
        if self.is_sums_alone:
            return self.counts[place] > 0
        return may_fall(self.counts[place], threshold) and self.counts[place] > self.own.get(place, Bounds()).least


@dataclass(frozen=True)
class Earlier:
    """What an earlier report counted for a part of a table, and what it printed; none where that is nothing."""

    found: Crossed
    piece: Piece | None

    @property
    def cells(self) -> Piece | None:
        """What it printed, unless that is sums alone."""
        return None if self.piece is None or self.piece.is_sums_alone else self.piece


class Setting:
    """One part of a new table, the earlier reports beside it by their places, and how they are added and taken."""

    def __init__(
        self,
        found: Crossed,
        earlier: Mapping[int, Earlier] = MappingProxyType({}),
        factors: Factors | None = None,
    ) -> None:
        """`factors` has a line for each way, with the new report first and then earlier ones in their order: each way leaves
        people who count once."""
        self.found, self.earlier = found, earlier
        self.factors = np.zeros((0, 1 + len(earlier)), dtype=np.int64) if factors is None else factors
        self.is_single = np.count_nonzero(self.factors, axis=1) == 2

    def __bool__(self) -> bool:
        """Whether there is anything that the part can be set against."""
        return len(self.factors) > 0

    @cached_property
    def counts(self) -> Counts:
        """What all of the reports counted."""
        return Counts([self.found, *(one.found for one in self.earlier.values())])

    @cached_property
    def left(self) -> Left:
        """Who is left of each way."""
        return Left(self.counts, self.factors)

    @cached_property
    def told(self) -> NDArray[np.bool_]:
        """Which ways a reader could know cell by cell. Of two reports it is heeded in any case."""
        shows_no_cell = np.array([False, *(one.cells is None for one in self.earlier.values())])
        return np.asarray(self.is_single | ~(self.factors != 0)[:, shows_no_cell].any(axis=1))


def too_near(setting: Setting, rows: Sequence[Heading], columns: Sequence[Heading], threshold: int) -> frozenset[Place]:
    """Cells by which reports leave few people, those that one earlier report alone hides, and those that only one of several
    hides that leave nobody."""
    if not setting:
        return frozenset()
    grid = setting.left.grouped(rows, columns)[setting.told]
    used, is_single = setting.factors[setting.told, 1:] != 0, setting.is_single[setting.told]
    hidden, _ = same_cells([one.cells for one in setting.earlier.values()], rows, columns)
    near = few_of(grid, threshold).any(axis=0)
    near |= hidden[used[is_single].any(axis=0)].any(axis=0)
    near |= ((grid[~is_single] == 0) & (used[~is_single].astype(np.int64) @ hidden == 1)).any(axis=0)
    several = setting.told & ~setting.is_single
    for number, one in enumerate(setting.earlier.values()):
        ways = several & (setting.factors[:, number + 1] != 0)
        if one.cells is not None and ways.any():
            near |= _within(one.cells, setting.left, ways, rows, columns) & ~hidden[number]
    return frozenset(divmod(cell, len(columns)) for cell in np.flatnonzero(near).tolist())


def bounds_by(setting: Setting, rows: Sequence[Heading], columns: Sequence[Heading]) -> dict[Place, Bounds]:
    """How far each cell of the new report can go while earlier ones stay true, as if all of their numbers were known; but for
    cells that another one hides as well."""
    if not setting:
        return {}
    counts = list(setting.found.grouped(rows, columns).values())
    _, shown = same_cells([one.cells for one in setting.earlier.values()], rows, columns)
    factors, is_nobody = setting.factors[setting.told], setting.left.is_nobody[setting.told]
    is_shown = (factors[:, 1:] != 0).astype(np.int64) @ ~shown == 0
    known = (setting.left.grouped(rows, columns)[setting.told] < 1) & (is_shown | setting.is_single[setting.told, np.newaxis])
    least, most = (known[(factors[:, 0] == sign) | is_nobody].any(axis=0) for sign in (1, -1))
    return {
        divmod(cell, len(columns)): Bounds(counts[cell] if least[cell] else 0, counts[cell] if most[cell] else None)
        for cell in np.flatnonzero(least | most).tolist()
    }


def few_of(grid: NDArray[np.int64], threshold: int) -> NDArray[np.bool_]:
    """Where there are few people."""
    return np.asarray((grid != 0) & (np.abs(grid) < threshold))


def same_cells(
    pieces: Sequence[Piece | None], rows: Sequence[Heading], columns: Sequence[Heading]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """A line for each piece: which cells of these classes it hides, and which it shows."""
    row_of = {heading.codes: place for place, heading in enumerate(rows)}
    column_of = {heading.codes: place for place, heading in enumerate(columns)}
    hidden, shown = (np.zeros((len(pieces), len(rows) * len(columns)), dtype=bool) for _ in range(2))
    for number, piece in enumerate(pieces):
        if piece is None:
            continue
        same_columns = [(j, column_of[one.codes]) for j, one in enumerate(piece.columns) if one.codes in column_of]
        same_rows = [(i, row_of[one.codes] * len(columns)) for i, one in enumerate(piece.rows) if one.codes in row_of]
        for i, line in same_rows:
            for j, column in same_columns:
                (hidden if (i, j) in piece.hidden else shown)[number, line + column] = True
    return hidden, shown


def overlapping(headings: Sequence[Heading], others: Sequence[Heading]) -> list[list[int]]:
    """For each heading the places of those others that have a code of it."""
    if [one.codes for one in headings] == [one.codes for one in others]:
        return [[place] for place in range(len(headings))]
    place_of = {code: place for place, one in enumerate(others) for code in one.codes}
    return [sorted({place_of[code] for code in one.codes if code in place_of}) for one in headings]


def _within(
    piece: Piece, left: Left, ways: NDArray[np.bool_], rows: Sequence[Heading], columns: Sequence[Heading]
) -> NDArray[np.bool_]:
    """The cells that lie in a wider one that a piece hides and of which one of these ways leaves nobody."""
    near, width = np.zeros((len(rows), len(columns)), dtype=bool), len(piece.columns)
    is_tight = np.asarray((left.grouped(piece.rows, piece.columns)[ways] < 1).any(axis=0))
    over_rows, over_columns = overlapping(piece.rows, rows), overlapping(piece.columns, columns)
    for i, j in piece.hidden:
        if (i, j) not in piece.own and is_tight[i * width + j]:
            near[np.ix_(over_rows[i], over_columns[j])] = True
    return near.ravel()
