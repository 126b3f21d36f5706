"""Whether a hidden number of one of several reports could be told beside the others.

It is safe when another number fits everything printed: it goes up or down along a closed way, and those who are left where reports
are added and taken, or another report that hides the same people, take up the change.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from s2w_desktop.analysis.earlier import NEW, Piece, Setting, few_of, overlapping, same_places, way_of
from s2w_desktop.analysis.hiding import FREE, Hidden, Node, Place, Ways, ones
from s2w_desktop.analysis.left import Left, masks
from s2w_desktop.analysis.regions import Relation
from s2w_desktop.domain.figures import Heading


class Moves:
    """How far the numbers of one part of a table, and of earlier reports beside it, can go. What is found of the earlier ones holds
    for every piece that is asked."""

    def __init__(self, setting: Setting, threshold: int) -> None:
        self._setting, self._threshold = setting, threshold
        self._cells: dict[int, _Cells] = {}
        self._pairs: dict[tuple[int, int], _Pair] = {}

    def lays_bare(self, piece: Piece) -> bool:
        """Whether with the new piece a hidden number can be worked out, of it or of an earlier report; or few people be told of
        whom no report is."""
        ways = [at for at, one in enumerate(self._said) if one.sign > 0 or not piece.is_sums_alone]
        if not ways:
            return False
        beside = dict.fromkeys(place for at in ways for place, _ in self._said[at].factors)
        pieces = {NEW: piece} | {place: found for place in beside if (found := self._setting.earlier[place].piece)}
        return self._tells_few(piece, ways) or _Asked(self, pieces, ways).is_bare()

    @property
    def threshold(self) -> int:
        """From how many people on a number is shown."""
        return self._threshold

    @cached_property
    def factors(self) -> list[dict[int, int]]:
        """For each way of adding and taking, how many times each report is taken."""
        return [way_of(one) for one in self._said]

    @cached_property
    def left(self) -> Left:
        """Who is left of each way."""
        return self._setting.counts.left(self.factors)

    def cells(self, name: int, piece: Piece) -> "_Cells":
        """The hidden cells of a report."""
        if name == NEW:
            return _Cells(piece, self.left, self._threshold)
        if name not in self._cells:
            self._cells[name] = _Cells(piece, self.left, self._threshold)
        return self._cells[name]

    def pair(self, name: int, cells: "_Cells", other_name: int, other: Piece) -> "_Pair":
        """The hidden cells of a report beside those of another."""
        if NEW in (name, other_name):
            return _Pair(cells, other, self._threshold)
        if (name, other_name) not in self._pairs:
            self._pairs[name, other_name] = _Pair(cells, other, self._threshold)
        return self._pairs[name, other_name]

    @cached_property
    def _said(self) -> tuple[Relation, ...]:
        """The relations without what is taken and shows no cell: it is left with the others, for nobody knows where. None of those
        where something that is added printed nothing, or nothing is left to set the new piece against."""
        earlier, found = self._setting.earlier, []
        for one in self._setting.relations:
            factors = tuple((place, factor) for place, factor in one.factors if factor > 0 or earlier[place].cells is not None)
            if factors and all(earlier[place].piece is not None for place, _ in factors):
                found.append(Relation(one.sign, factors))
        return tuple(dict.fromkeys(found))

    def _tells_few(self, piece: Piece, ways: Sequence[int]) -> bool:
        """Whether few people are left in a cell that all of several reports show."""
        several = [at for at in ways if len(self._said[at].factors) > 1]
        if not several:
            return False
        few = few_of(self.left.grouped(piece.rows, piece.columns), self._threshold)
        width = len(piece.columns)
        own = sum(1 << i * width + j for i, j in piece.counts if (i, j) not in piece.hidden and (i, j) not in piece.own)
        shown: dict[int, int] = {}
        for at in several:
            told = few[at] & own
            for place, _ in self._said[at].factors if told else ():
                if place not in shown:
                    beside = self._setting.earlier[place].piece
                    shown[place] = same_places(beside, piece.rows, piece.columns)[1] if beside else own
                told &= shown[place]
            if told:
                return True
        return False


class _Asked:
    """The pieces that a reader has beside each other, and the ways that are known of them."""

    def __init__(self, moves: Moves, pieces: Mapping[int, Piece], ways: Sequence[int]) -> None:
        self._moves, self._pieces = moves, pieces
        self._ways = [(at, moves.factors[at]) for at in ways]

    def is_bare(self) -> bool:
        """Whether a hidden cell of one piece can move neither with those alone who are left, nor with another piece besides."""
        return any(self._is_bare(name) for name, one in self._pieces.items() if one.hidden and not one.is_sums_alone)

    def _is_bare(self, name: int) -> bool:
        cells = self._moves.cells(name, self._pieces[name])
        exposed = cells.hidden.exposed(*self._fixed(cells, name))
        for other_name, other in self._pieces.items():
            if not exposed:
                return False
            both = {who[name] * who[other_name] for _, who in self._ways if name in who and other_name in who}
            for step in both if other_name != name else ():
                pair = self._moves.pair(name, cells, other_name, other)
                if exposed & pair.moving:  # the other goes against this one where both are added
                    exposed = pair.exposed(-step, self._fixed(cells, name, other_name, step), exposed)
        return bool(exposed)

    def _fixed(self, cells: "_Cells", name: int, other: int | None = None, step: int = 0) -> tuple[int, int]:
        """The cells that cannot go up, and those that cannot go down, while those who are left each time change by so many for one
        more in the cell: not under nobody, and not at all where nobody is left."""
        above = below = 0
        for at, who in self._ways:
            factor = who.get(name, 0) - (step * who.get(other, 0) if other is not None else 0)
            if factor:
                tight = cells.tight[abs(factor) - 1][at]
                is_nobody = self._moves.left.is_nobody[at]
                above |= tight if factor < 0 or is_nobody else 0
                below |= tight if factor > 0 or is_nobody else 0
        return above, below


class _Cells:
    """The hidden cells of a report, and where so few are left of each way that they bound them."""

    def __init__(self, piece: Piece, left: Left, threshold: int) -> None:
        self.piece = piece
        self.hidden = Hidden(piece.counts, piece.hidden, threshold=threshold, sums=piece.sums, bounds=piece.own)
        width = len(piece.columns)
        room = left.grouped(piece.rows, piece.columns)[:, [i * width + j for i, j in self.hidden.places]]
        is_alone = np.array([place not in piece.own for place in self.hidden.places], dtype=bool)
        self.tight = tuple(masks((room < factor) & is_alone) for factor in (1, 2))


class _Pair:
    """The hidden cells of a piece together with those of another that hides the same people and goes up or down with them, while
    the sums of both stay."""

    def __init__(self, cells: _Cells, other: Piece, threshold: int) -> None:
        self._hidden, piece = cells.hidden, cells.piece
        over = overlapping(piece.rows, other.rows), overlapping(piece.columns, other.columns)
        self._rises = self._falls = 0
        ends: list[tuple[Node, Node]] = []
        for number, cell in enumerate(self._hidden.places):
            found = _other_cell(piece, cell, other, [(i, j) for i in over[0][cell[0]] for j in over[1][cell[1]]], threshold)
            if found is None:
                ends.append((FREE, FREE))  # it does not move
                continue
            place, rises, falls, is_row = found
            self._rises |= rises << number
            self._falls |= falls << number
            row, column = self._hidden.ends[number]
            ends.append(
                (
                    _both(row, other.sums.row(place), place, is_split=is_row is False),
                    _both(column, other.sums.column(place), place, is_split=is_row is True),
                )
            )
        self.moving = self._rises | self._falls
        self._ways = Ways(ends)

    def exposed(self, step: int, fixed: tuple[int, int], asked: int) -> int:
        """Those of the asked cells that could be worked out while the other's go with them (1) or against them (-1)."""
        ups, downs = (self._rises, self._falls) if step > 0 else (self._falls, self._rises)
        rises, falls = self._hidden.rises & ups & ~fixed[0], self._hidden.falls & downs & ~fixed[1]
        return sum(1 << cell for cell in self._ways.exposed(rises, falls, asked))


def _both(node: Node, other: Node, place: Place, *, is_split: bool) -> Node:
    """What stands for a sum of both; `is_split` where the other's cell is wider than the one beside it on this side."""
    found = other if node == FREE else node if other == FREE else (node, other)
    return (found, place) if is_split else found


def _other_cell(
    piece: Piece, cell: Place, other: Piece, places: Sequence[Place], threshold: int
) -> tuple[Place, bool, bool, bool | None] | None:
    """The cell of the other piece that goes with one, whether it may rise and fall, and how it is wider; None where none can."""
    hidden = [place for place in places if place in other.hidden]
    if hidden:
        place = max(hidden, key=lambda one: other.counts[one])
        return place, other.may_rise(place, threshold), other.may_fall(place, threshold), None
    if len(places) != 1 or (is_row := _is_finer(piece, cell, other, places[0])) is None:
        return None
    return places[0], True, _people_in(other, piece.rows[cell[0]], piece.columns[cell[1]]) > 0, is_row


def _is_finer(piece: Piece, cell: Place, other: Piece, place: Place) -> bool | None:
    """Whether the row of a cell is a part of the row of the other piece's cell (True), or its column of the column (False)."""
    rows, columns = set(other.rows[place[0]].codes), set(other.columns[place[1]].codes)
    if set(piece.rows[cell[0]].codes) < rows:
        return True
    return False if set(piece.columns[cell[1]].codes) < columns else None


def _people_in(piece: Piece, row: Heading, column: Heading) -> int:
    """How many people of a report stand in a cell that it does not show."""
    return sum(piece.found.counts.get((one, other), 0) for one in row.codes for other in column.codes)
