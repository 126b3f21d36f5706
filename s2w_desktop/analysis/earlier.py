"""What earlier reports tell beside a new one: by how much they differ, cell by cell.

Reports of which one contains the people of the other can be subtracted, and so can some of several at once (`regions`). What is
left is as small as a cell where it is one to four people: its classes are joined and its cells hidden, and what an earlier report
hid has to stay hidden beside the new one. A hidden number is safe when another number fits everything printed: it goes up or down
along a closed way, and what is left, or another report that hides the same cells, takes up the change.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from s2w_desktop.analysis.counting import Crossed
from s2w_desktop.analysis.hiding import FREE, Bounds, Node, Place, Sums, may_fall, may_rise, unsafe
from s2w_desktop.domain.figures import Heading, is_few


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

    def exposed(
        self, threshold: int, sums: Sums, bounds: Mapping[Place, Bounds], asked: frozenset[Place] | None = None
    ) -> frozenset[Place]:
        """The hidden cells, or those that are asked, that could be worked out within these bounds."""
        known = {**self.own, **bounds}
        return unsafe(self.counts, self.hidden, threshold=threshold, sums=sums, bounds=known, asked=asked)

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
class Part:
    """An earlier report, by its place among all, added (1) or taken (-1): what it counted, and what it printed; none where that
    is nothing."""

    place: int
    factor: int
    found: Crossed
    piece: Piece | None

    @property
    def cells(self) -> Piece | None:
        """What it printed, unless that is sums alone."""
        return None if self.piece is None or self.piece.is_sums_alone else self.piece


@dataclass(frozen=True)
class Earlier:
    """A new report, added (`sign` 1) or taken (-1), with earlier ones, leaves people who each count once."""

    sign: int
    parts: tuple[Part, ...]

    def left(self, new: Crossed) -> Crossed:
        """Those people; what was corrected since counts as well, so that a number can be under nought."""
        counts = {key: self.sign * count for key, count in new.counts.items()}
        for part in self.parts:
            for key, count in part.found.counts.items():
                counts[key] = counts.get(key, 0) + part.factor * count
        return Crossed({key: count for key, count in counts.items() if count}, {})

    @property
    def is_told(self) -> bool:
        """Whether a reader could know it cell by cell. Of two reports it is heeded in any case."""
        return len(self.parts) == 1 or all(part.cells is not None for part in self.parts)


def too_near(
    found: Crossed, rows: Sequence[Heading], columns: Sequence[Heading], earlier: Iterable[Earlier], threshold: int
) -> frozenset[Place]:
    """Cells by which reports leave few people, those that one earlier report alone hides, and those that only one of several
    hides that leave nobody."""
    near: set[Place] = set()
    for one in earlier:
        if not one.is_told:
            continue
        left = one.left(found).grouped(rows, columns)
        near |= {place for place, count in left.items() if is_few(count, threshold)}
        hidden = [_same_places(part.cells, rows, columns) for part in one.parts if part.cells is not None]
        if len(one.parts) == 1:
            near |= frozenset().union(*hidden)
        else:
            near |= {place for place, count in left.items() if not count and sum(place in some for some in hidden) == 1}
            near |= {place for part in one.parts if part.cells for place in _within(part.cells, one.left(found), rows, columns)}
    return frozenset(near)


def bounds_by(
    found: Crossed, rows: Sequence[Heading], columns: Sequence[Heading], earlier: Iterable[Earlier]
) -> dict[Place, Bounds]:
    """How far each cell of the new report can go while earlier ones stay true, as if all of their numbers were known; but for
    cells that another one hides as well."""
    bounds: dict[Place, Bounds] = {}
    counts = found.grouped(rows, columns)
    for one in earlier:
        if one.is_told:
            pieces = [part.cells for part in one.parts if part.cells is not None]
            told = (
                frozenset(counts)
                if len(one.parts) == 1
                else frozenset.intersection(*(_shown(piece, rows, columns) for piece in pieces))
            )
            for place, known in _bounds_by_left(one.sign, one.left(found), rows, columns, counts).items():
                if place in told:
                    bounds[place] = _both(bounds.get(place, Bounds()), known)
    return bounds


def lays_bare(earlier: Sequence[Earlier], found: Crossed, piece: Piece, threshold: int) -> bool:
    """Whether with the new piece a hidden number can be worked out, of it or of an earlier report; or few people be told of whom
    no report is."""
    told = [said for one in earlier if (said := _said(one, piece)) is not None]
    if any(_tells_few(one, found, piece, threshold) for one in told if len(one.parts) > 1):
        return True
    pieces = {_NEW: piece} | {part.place: part.piece for one in told for part in one.parts if part.piece is not None}
    sums = [(one.left(found), {_NEW: one.sign} | {part.place: part.factor for part in one.parts}) for one in told]
    return bool(told) and any(
        _is_bare(name, pieces, sums, threshold) for name, one in pieces.items() if one.hidden and not one.is_sums_alone
    )


_NEW: Final = -1


def _said(one: Earlier, piece: Piece) -> Earlier | None:
    """The same without what is taken and shows no cell: it is left with the others, for nobody knows where. None where something
    that is added printed nothing, or nothing is left to set the new piece against."""
    if piece.is_sums_alone and one.sign < 0:
        return None
    parts = tuple(part for part in one.parts if part.factor > 0 or part.cells is not None)
    return Earlier(one.sign, parts) if parts and all(part.piece is not None for part in parts) else None


def _tells_few(one: Earlier, found: Crossed, piece: Piece, threshold: int) -> bool:
    """Whether few people are left in a cell that all reports show."""
    shown = frozenset(piece.counts) - piece.hidden - piece.own.keys()
    for part in one.parts:
        shown &= _shown(part.piece, piece.rows, piece.columns) if part.piece else shown
    left = one.left(found).grouped(piece.rows, piece.columns) if shown else {}
    return any(is_few(left[place], threshold) for place in shown)


def _is_bare(name: int, pieces: Mapping[int, Piece], sums: Sequence[tuple[Crossed, Mapping[int, int]]], threshold: int) -> bool:
    """Whether a hidden cell of one piece can move neither with those alone who are left, nor with another piece besides."""
    piece = pieces[name]
    exposed = piece.exposed(threshold, piece.sums, _bounds_of(piece, [(left, who.get(name, 0)) for left, who in sums]))
    for other_name, other in pieces.items():
        both = {who[name] * who[other_name] for _, who in sums if name in who and other_name in who}
        for step in both if other_name != name else ():
            if exposed:  # the other goes against this one where both are added
                apart = [(left, who.get(name, 0) - step * who.get(other_name, 0)) for left, who in sums]
                exposed = _cannot_move(piece, other, -step, _bounds_of(piece, apart), threshold, exposed)
    return bool(exposed)


def _bounds_of(piece: Piece, apart: Iterable[tuple[Crossed, int]]) -> dict[Place, Bounds]:
    """How far the cells of a piece can go while those who are left each time change by so many for one more in the cell."""
    people = {place: count for place, count in piece.counts.items() if place not in piece.own}
    bounds: dict[Place, Bounds] = {}
    for left, factor in apart:
        for place, known in _bounds_by_left(factor, left, piece.rows, piece.columns, people).items() if factor else ():
            bounds[place] = _both(bounds.get(place, Bounds()), known)
    return bounds


def _bounds_by_left(
    factor: int, left: Crossed, rows: Sequence[Heading], columns: Sequence[Heading], counts: Mapping[Place, int]
) -> dict[Place, Bounds]:
    """How far cells can go when those who are left go the other way: not under nobody, and not at all where nobody is left."""
    room, is_nobody = left.grouped(rows, columns), not left.counts
    return {
        place: Bounds(
            least=count if factor > 0 or is_nobody else 0,
            most=count if factor < 0 or is_nobody else None,
        )
        for place, count in counts.items()
        if room[place] < abs(factor)
    }


def _cannot_move(
    piece: Piece, other: Piece, step: int, bounds: dict[Place, Bounds], threshold: int, asked: frozenset[Place]
) -> frozenset[Place]:
    """The cells asked of a piece that cannot go up or down within bounds while the other, where it hides the same people, goes
    with them (1) or against them (-1), and the sums of both stay."""
    over: dict[Place, Place] = {}
    inside: dict[Place, bool] = {}
    for cell in piece.hidden:
        count, places = piece.counts[cell], _over(piece, cell, other)
        hidden = [place for place in places if place in other.hidden]
        if hidden:
            over[cell] = max(hidden, key=lambda place: other.counts[place])
            rises, falls = (may(over[cell], threshold) for may in (other.may_rise, other.may_fall))
        elif len(places) == 1 and (is_row := _is_finer(piece, cell, other, places[0])) is not None:
            over[cell], inside[cell] = places[0], is_row
            rises, falls = True, _people_in(other, piece.rows[cell[0]], piece.columns[cell[1]]) > 0
        else:
            bounds[cell] = Bounds(count, count)
            continue
        goes_up, goes_down = (rises, falls) if step > 0 else (falls, rises)
        moves = Bounds(0 if goes_down else count, None if goes_up else count)
        bounds[cell] = _both(_both(piece.own.get(cell, Bounds()), bounds.get(cell, Bounds())), moves)

    def both(node: Node, other_node: Callable[[Place], Node], cell: Place, *, is_row: bool) -> Node:
        same = other_node(over[cell]) if cell in over else FREE
        found = same if node == FREE else node if same == FREE else (node, same)
        return (found, over[cell]) if inside.get(cell) is not None and inside[cell] != is_row else found

    sums = Sums(
        row=lambda cell: both(piece.sums.row(cell), other.sums.row, cell, is_row=True),
        column=lambda cell: both(piece.sums.column(cell), other.sums.column, cell, is_row=False),
    )
    return piece.exposed(threshold, sums, bounds, asked)


def _is_finer(piece: Piece, cell: Place, other: Piece, place: Place) -> bool | None:
    """Whether the row of a cell is a part of the row of the other piece's cell (True), or its column of the column (False)."""
    rows, columns = set(other.rows[place[0]].codes), set(other.columns[place[1]].codes)
    if set(piece.rows[cell[0]].codes) < rows:
        return True
    return False if set(piece.columns[cell[1]].codes) < columns else None


def _people_in(piece: Piece, row: Heading, column: Heading) -> int:
    """How many people of a report stand in a cell that it does not show."""
    return piece.found.grouped((row,), (column,))[0, 0]


def _over(piece: Piece, cell: Place, other: Piece) -> list[Place]:
    """The cells of another piece in which people of a cell stand."""
    row, column = piece.rows[cell[0]].codes, piece.columns[cell[1]].codes
    rows = [place for place, one in enumerate(other.rows) if not set(one.codes).isdisjoint(row)]
    columns = [place for place, one in enumerate(other.columns) if not set(one.codes).isdisjoint(column)]
    return [(i, j) for i in rows for j in columns]


def _both(one: Bounds, other: Bounds) -> Bounds:
    most = [bound for bound in (one.most, other.most) if bound is not None]
    return Bounds(max(one.least, other.least), min(most, default=None))


def _same_places(piece: Piece, rows: Sequence[Heading], columns: Sequence[Heading]) -> frozenset[Place]:
    """Where the cells of these classes are that a piece hides."""
    return frozenset(place for place, cell in _places_of(piece, rows, columns).items() if cell in piece.hidden)


def _shown(piece: Piece, rows: Sequence[Heading], columns: Sequence[Heading]) -> frozenset[Place]:
    """Where the cells of these classes are that a piece shows."""
    return frozenset(place for place, cell in _places_of(piece, rows, columns).items() if cell not in piece.hidden)


def _places_of(piece: Piece, rows: Sequence[Heading], columns: Sequence[Heading]) -> dict[Place, Place]:
    """Where cells of the same classes stand here and in the piece."""
    row_of = {heading.codes: place for place, heading in enumerate(rows)}
    column_of = {heading.codes: place for place, heading in enumerate(columns)}
    return {
        (row_of[row.codes], column_of[column.codes]): (i, j)
        for i, row in enumerate(piece.rows)
        for j, column in enumerate(piece.columns)
        if row.codes in row_of and column.codes in column_of
    }


def _within(piece: Piece, left: Crossed, rows: Sequence[Heading], columns: Sequence[Heading]) -> Iterator[Place]:
    """The cells that lie in a wider one that a piece hides and that leaves nobody."""
    room, same = left.grouped(piece.rows, piece.columns), _same_places(piece, rows, columns)
    fine = Piece(rows, columns, {}, frozenset(), left)
    for cell in piece.hidden:
        if cell not in piece.own and room[cell] < 1:
            yield from (place for place in _over(piece, cell, fine) if place not in same)
