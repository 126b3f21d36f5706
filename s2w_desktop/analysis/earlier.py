"""What earlier reports tell beside a new one: by how much they differ, cell by cell.

Reports of which one contains the people of the other can be subtracted, and so can some of several at once (`regions`). What is
left is as small as a cell where it is one to four people: its classes are joined and its cells hidden, and what an earlier report
hid has to stay hidden beside the new one (`moving`). All ways of adding and taking are looked at together: numbers of many ways
stand in lines (`left`), and cells are bits of whole numbers, row by row.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.analysis.counting import Crossed
from s2w_desktop.analysis.hiding import Bounds, Place, Sums, may_fall, may_rise, ones
from s2w_desktop.analysis.left import Counts, Left, masks
from s2w_desktop.analysis.regions import Relation
from s2w_desktop.domain.figures import Heading

NEW: Final = -1
"""The name of the new report; earlier ones go by their places."""


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
    """One part of a new table, the earlier reports beside it by their places, and how they are added and taken: each relation
    leaves people who count once."""

    def __init__(
        self,
        found: Crossed,
        earlier: Mapping[int, Earlier] = MappingProxyType({}),
        relations: Sequence[Relation] = (),
    ) -> None:
        self.found, self.earlier, self.relations = found, earlier, tuple(relations)

    @cached_property
    def counts(self) -> Counts:
        """What all of the reports counted."""
        return Counts({NEW: self.found} | {place: one.found for place, one in self.earlier.items()})

    @cached_property
    def left(self) -> Left:
        """Who is left of each relation."""
        return self.counts.left([way_of(one) for one in self.relations])

    @property
    def apart(self) -> tuple[Crossed, ...]:
        """The same, one by one."""
        return self.left.crossed if self.relations else ()

    @cached_property
    def told(self) -> tuple[tuple[int, Relation], ...]:
        """The relations with their places that a reader could know cell by cell. Of two reports it is heeded in any case."""
        return tuple(
            (place, one)
            for place, one in enumerate(self.relations)
            if len(one.factors) == 1 or all(self.earlier[part].cells is not None for part, _ in one.factors)
        )


def way_of(relation: Relation) -> dict[int, int]:
    """How many times each report is taken."""
    return {NEW: relation.sign, **dict(relation.factors)}


def too_near(setting: Setting, rows: Sequence[Heading], columns: Sequence[Heading], threshold: int) -> frozenset[Place]:
    """Cells by which reports leave few people, those that one earlier report alone hides, and those that only one of several
    hides that leave nobody."""
    if not setting.told:
        return frozenset()
    grid, near = setting.left.grouped(rows, columns), 0
    few, nobody = few_of(grid, threshold), masks(grid == 0)
    beside = {place: _Beside(one.cells, setting.left, rows, columns) for place, one in setting.earlier.items() if one.cells}
    for at, one in setting.told:
        near |= few[at]
        hidden = [beside[place].hidden for place, _ in one.factors if place in beside]
        if len(one.factors) == 1:
            near |= sum(hidden)
        else:
            near |= nobody[at] & _in_one_only(hidden)
            for place, _ in one.factors:
                near |= beside[place].within(at)
    return frozenset(divmod(cell, len(columns)) for cell in ones(near))


def bounds_by(setting: Setting, rows: Sequence[Heading], columns: Sequence[Heading]) -> dict[Place, Bounds]:
    """How far each cell of the new report can go while earlier ones stay true, as if all of their numbers were known; but for
    cells that another one hides as well."""
    if not setting.told:
        return {}
    counts, width = setting.found.grouped(rows, columns), len(columns)
    tight = masks(setting.left.grouped(rows, columns) < 1)
    shown = {place: same_places(one.cells, rows, columns)[1] for place, one in setting.earlier.items() if one.cells}
    least = most = 0
    for at, one in setting.told:
        known = tight[at]
        if len(one.factors) > 1:
            for place, _ in one.factors:
                known &= shown[place]
        is_nobody = setting.left.is_nobody[at]
        least |= known if one.sign > 0 or is_nobody else 0
        most |= known if one.sign < 0 or is_nobody else 0
    found = {}
    for cell in ones(least | most):
        place = divmod(cell, width)
        count = counts[place]
        found[place] = Bounds(count if least >> cell & 1 else 0, count if most >> cell & 1 else None)
    return found


def few_of(grid: NDArray[np.int64], threshold: int) -> list[int]:
    """For each way the cells with few people."""
    return masks((grid != 0) & (np.abs(grid) < threshold))


def same_places(piece: Piece, rows: Sequence[Heading], columns: Sequence[Heading]) -> tuple[int, int]:
    """The cells of these classes that a piece hides, and those that it shows."""
    row_of = {heading.codes: place for place, heading in enumerate(rows)}
    column_of = {heading.codes: place for place, heading in enumerate(columns)}
    pairs = [(j, column_of[one.codes]) for j, one in enumerate(piece.columns) if one.codes in column_of]
    hidden = shown = 0
    for i, row in enumerate(piece.rows):
        if (at := row_of.get(row.codes)) is None:
            continue
        for j, column in pairs:
            if (i, j) in piece.hidden:
                hidden |= 1 << at * len(columns) + column
            else:
                shown |= 1 << at * len(columns) + column
    return hidden, shown


def overlapping(headings: Sequence[Heading], others: Sequence[Heading]) -> list[list[int]]:
    """For each heading the places of those others that have a code of it."""
    place_of = {code: place for place, one in enumerate(others) for code in one.codes}
    return [sorted({place_of[code] for code in one.codes if code in place_of}) for one in headings]


def _in_one_only(sets: Iterable[int]) -> int:
    once = twice = 0
    for one in sets:
        twice |= once & one
        once |= one
    return once & ~twice


class _Beside:
    """An earlier report's cells beside those of the classes of a new one."""

    def __init__(self, piece: Piece, left: Left, rows: Sequence[Heading], columns: Sequence[Heading]) -> None:
        self._piece, self._left, self._rows, self._columns = piece, left, rows, columns
        self.hidden, _ = same_places(piece, rows, columns)

    def within(self, at: int) -> int:
        """The cells that lie in a wider one that the report hides and of which a relation leaves nobody."""
        found = 0
        for cell in ones(self._tight[at]):
            i, j = self._hidden[cell]
            for row in self._over[0][i]:
                for column in self._over[1][j]:
                    found |= 1 << row * len(self._columns) + column
        return found & ~self.hidden

    @cached_property
    def _hidden(self) -> list[Place]:
        return [cell for cell in self._piece.hidden if cell not in self._piece.own]

    @cached_property
    def _tight(self) -> list[int]:
        grid, width = self._left.grouped(self._piece.rows, self._piece.columns), len(self._piece.columns)
        return masks(grid[:, [i * width + j for i, j in self._hidden]] < 1)

    @cached_property
    def _over(self) -> tuple[list[list[int]], list[list[int]]]:
        return overlapping(self._piece.rows, self._rows), overlapping(self._piece.columns, self._columns)
