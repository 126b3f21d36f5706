"""Whether a hidden number of one of several reports could be told beside the others.

It is safe when another number fits everything printed: it goes up or down along a closed way, and those who are left where
reports are added and taken, or another report that hides the same people, take up the change.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

import numpy as np

from s2w_desktop.analysis.earlier import Piece, Setting, few_of, overlapping, same_cells
from s2w_desktop.analysis.hiding import FREE, Hidden, Node, Place, Ways, ones
from s2w_desktop.analysis.left import Factors, Left, masks
from s2w_desktop.domain.figures import Heading

NEW: Final = 0
"""The name of the new report; earlier ones go by their numbers from 1 on."""


class Moves:
    """How far the numbers of one part of a table, and of earlier reports beside it, can go. What is found of the earlier ones
    holds for every piece that is asked."""

    def __init__(self, setting: Setting, threshold: int) -> None:
        self.threshold = threshold
        self._setting = setting
        self._earlier = [one.piece for one in setting.earlier.values()]
        self._cells: dict[int, _Cells] = {}
        self._pairs: dict[tuple[int, int], _Pair] = {}

    def lays_bare(self, piece: Piece) -> bool:
        """Whether with the new piece a hidden number can be worked out, of it or of an earlier report; or few people be told of
        whom no report is."""
        ways = self._ways[NEW][0] if piece.is_sums_alone else self._all
        if not ways:
            return False
        return self._tells_few(piece, ways) or self._is_any_bare({NEW: piece} | self._beside(ways), ways)

    @cached_property
    def _factors(self) -> Factors:
        """How many times each report is taken, without what is taken and shows no cell: it is left with the others, for nobody
        knows where. No way where something that is added printed nothing, or nothing is left to set the new piece against."""
        shows = np.array([True, *(one.cells is not None for one in self._setting.earlier.values())])
        prints = np.array([True, *(one is not None for one in self._earlier)])
        factors: Factors = np.where((self._setting.factors > 0) | shows, self._setting.factors, 0)
        is_used = factors != 0
        return np.asarray(factors[is_used[:, 1:].any(axis=1) & ~is_used[:, ~prints].any(axis=1)])

    @cached_property
    def _left(self) -> Left:
        if np.array_equal(self._factors, self._setting.factors):
            return self._setting.left
        return Left(self._setting.counts, self._factors)

    @cached_property
    def _all(self) -> int:
        return (1 << len(self._factors)) - 1

    @cached_property
    def _ways(self) -> list[tuple[int, int]]:
        """For each report the ways in which it is added, and in which it is taken, as bits."""
        return list(zip(masks((self._factors > 0).T), masks((self._factors < 0).T), strict=True))

    @cached_property
    def _nobody(self) -> int:
        """The ways that leave nobody."""
        return masks(self._left.is_nobody[np.newaxis])[0]

    def _beside(self, ways: int) -> dict[int, Piece]:
        """What earlier reports of some ways printed."""
        return {
            name: piece
            for name, piece in enumerate(self._earlier, start=1)
            if piece is not None and (self._ways[name][0] | self._ways[name][1]) & ways
        }

    def _tells_few(self, piece: Piece, ways: int) -> bool:
        """Whether few people are left in a cell that all of several reports show."""
        asked = [way for way in ones(ways) if np.count_nonzero(self._factors[way]) > 2]
        own = [i * len(piece.columns) + j for i, j in piece.counts if (i, j) not in piece.hidden and (i, j) not in piece.own]
        few = few_of(self._left.grouped(piece.rows, piece.columns)[np.ix_(asked, own)], self.threshold)
        if not few.any():
            return False
        _, shown = same_cells(self._earlier, piece.rows, piece.columns)
        is_hidden = (self._factors[asked, 1:] != 0).astype(np.int64) @ ~shown[:, own]
        return bool((few & (is_hidden == 0)).any())

    def _is_any_bare(self, pieces: Mapping[int, Piece], ways: int) -> bool:
        """Whether a hidden cell of one piece can move neither with those alone who are left, nor with another piece besides."""
        return any(self._is_bare(name, pieces, ways) for name, one in pieces.items() if one.hidden and not one.is_sums_alone)

    def _is_bare(self, name: int, pieces: Mapping[int, Piece], ways: int) -> bool:
        cells = self._cells_of(name, pieces[name])
        plus, minus = (some & ways for some in self._ways[name])
        exposed = cells.hidden.exposed(*cells.fixed(plus, minus, self._nobody))
        for other_name, other in pieces.items():
            if not exposed:
                return False
            if other_name == name:
                continue
            other_plus, other_minus = (some & ways for some in self._ways[other_name])
            for step, is_there in ((1, plus & other_plus | minus & other_minus), (-1, plus & other_minus | minus & other_plus)):
                if not is_there:
                    continue
                pair = self._pair(name, cells, other_name, other)
                if exposed & pair.moving:  # the other goes against this one where both are added
                    against = (other_minus, other_plus) if step > 0 else (other_plus, other_minus)
                    exposed = pair.exposed(-step, cells.fixed(plus, minus, self._nobody, against), exposed)
        return bool(exposed)

    def _cells_of(self, name: int, piece: Piece) -> "_Cells":
        if name == NEW:
            return _Cells(piece, self._left, self.threshold)
        if name not in self._cells:
            self._cells[name] = _Cells(piece, self._left, self.threshold)
        return self._cells[name]

    def _pair(self, name: int, cells: "_Cells", other_name: int, other: Piece) -> "_Pair":
        if NEW in (name, other_name):
            return _Pair(cells, other, self.threshold)
        if (name, other_name) not in self._pairs:
            self._pairs[name, other_name] = _Pair(cells, other, self.threshold)
        return self._pairs[name, other_name]


class _Cells:
    """The hidden cells of a report, and where so few are left that they bound them."""

    def __init__(self, piece: Piece, left: Left, threshold: int) -> None:
        self.piece = piece
        self.hidden = Hidden(piece.counts, piece.hidden, threshold=threshold, sums=piece.sums, bounds=piece.own)
        width = len(piece.columns)
        under = left.under(piece.rows, piece.columns)
        self._tight = [
            (1 << number, *under[i * width + j])
            for number, (i, j) in enumerate(self.hidden.places)
            if (i, j) not in piece.own and under[i * width + j][1]
        ]

    def fixed(self, plus: int, minus: int, nobody: int, other: tuple[int, int] = (0, 0)) -> tuple[int, int]:
        """The cells that cannot go up, and those that cannot go down, while one more in the cell is one more or one less of those
        who are left of some ways, and besides of some others: not under nobody, and not at all where nobody is left."""
        rises, falls = plus & ~other[1] | other[0] & ~minus, minus & ~other[0] | other[1] & ~plus
        twice_up, twice_down = plus & other[0], minus & other[1]
        once_up, once_down = rises & ~twice_up, falls & ~twice_down
        above = below = 0
        for cell, none, one in self._tight:
            if none & (once_down | once_up & nobody) or one & (twice_down | twice_up & nobody):
                above |= cell
            if none & (once_up | once_down & nobody) or one & (twice_up | twice_down & nobody):
                below |= cell
        return above, below


class _Pair:
    """The hidden cells of a piece together with those of another that hides the same people and goes up or down with them, while
    the sums of both stay."""

    def __init__(self, cells: _Cells, other: Piece, threshold: int) -> None:
        self._hidden, self._rises, self._falls = cells.hidden, 0, 0
        self._ends: list[tuple[Node, Node]] = [(FREE, FREE)] * len(self._hidden.places)  # of those that do not move
        for number, place, rises, falls, is_row in _partners(cells.piece, self._hidden.places, other, threshold):
            self._rises |= rises << number
            self._falls |= falls << number
            row, column = self._hidden.ends[number]
            self._ends[number] = (
                _both(row, other.sums.row(place), place, is_split=is_row is False),
                _both(column, other.sums.column(place), place, is_split=is_row is True),
            )
        self.moving = self._rises | self._falls

    @cached_property
    def _ways(self) -> Ways:
        return Ways(self._ends)

    def exposed(self, step: int, fixed: tuple[int, int], asked: int) -> int:
        """Those of the asked cells that could be worked out while the other's go with them (1) or against them (-1)."""
        ups, downs = (self._rises, self._falls) if step > 0 else (self._falls, self._rises)
        rises, falls = self._hidden.rises & ups & ~fixed[0], self._hidden.falls & downs & ~fixed[1]
        return sum(1 << cell for cell in self._ways.exposed(rises, falls, asked))


def _both(node: Node, other: Node, place: Place, *, is_split: bool) -> Node:
    """What stands for a sum of both; `is_split` where the other's cell is wider than the one beside it on this side."""
    found = other if node == FREE else node if other == FREE else (node, other)
    return (found, place) if is_split else found


def _partners(
    piece: Piece, places: Sequence[Place], other: Piece, threshold: int
) -> Iterator[tuple[int, Place, bool, bool, bool | None]]:
    """The hidden cells of a piece, by their numbers, with which a cell of the other can go: which it is, whether it may rise and
    fall, and how it is wider, `_is_finer`, where the other does not hide it."""
    rows, columns = overlapping(piece.rows, other.rows), overlapping(piece.columns, other.columns)
    for number, (i, j) in enumerate(places):
        over = [(row, column) for row in rows[i] for column in columns[j]]
        hidden = [place for place in over if place in other.hidden]
        if hidden:
            place = hidden[0] if len(hidden) == 1 else max(hidden, key=lambda one: other.counts[one])
            yield number, place, other.may_rise(place, threshold), other.may_fall(place, threshold), None
        elif len(over) == 1 and (is_row := _is_finer(piece, (i, j), other, over[0])) is not None:
            yield number, over[0], True, _people_in(other, piece.rows[i], piece.columns[j]) > 0, is_row


def _is_finer(piece: Piece, cell: Place, other: Piece, place: Place) -> bool | None:
    """Whether the row of a cell is a part of the row of the other piece's cell (True), or its column of the column (False)."""
    for is_row, own, wide in ((True, piece.rows, other.rows), (False, piece.columns, other.columns)):
        codes, wider = own[cell[not is_row]].codes, wide[place[not is_row]].codes
        if codes != wider and set(codes) < set(wider):
            return is_row
    return None


def _people_in(piece: Piece, row: Heading, column: Heading) -> int:
    """How many people of a report stand in a cell that it does not show."""
    return sum(piece.found.counts.get((one, other), 0) for one in row.codes for other in column.codes)
