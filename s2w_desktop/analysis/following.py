"""What follows of a report whose people are those of others: its numbers in their classes, where it prints wider ones or none.

Where nobody of some rows is left, reports that are added and taken tell the numbers of each by those of all others, in classes
wide enough for all. So a report that prints a row without columns has columns all the same, and one that joins a class of few
people with another has that class by itself, if the others tell it and its neighbour apart. And of a report that did not count a
code of a list, because it is not among its most frequent, follows how many have it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import and_
from typing import TypeVar

import numpy as np

from s2w_desktop.analysis.cases import NO, YES
from s2w_desktop.analysis.counting import Crossed
from s2w_desktop.analysis.earlier import Piece, Setting
from s2w_desktop.analysis.hiding import FREE, Node, ones
from s2w_desktop.analysis.left import Factors, masks
from s2w_desktop.domain.figures import Heading, is_few

Codes = frozenset[str]
_Class = TypeVar("_Class", int, Codes)


def tells_few(setting: Setting, piece: Piece, threshold: int) -> bool:
    """Whether with the new piece one to four people follow of a report, in a class or a cell that it does not print."""
    if not setting:
        return False
    bits = {code: place for place, code in enumerate(setting.left.row_codes)}
    somebody = (1 << len(bits)) - 1
    new = _Member(setting.found, piece, bits)
    members = [new, *(None if one.piece is None else _Member(one.found, one.piece, bits) for one in setting.earlier.values())]
    has_few = any(is_few(one.people(row), threshold) for one in members if one for row in one.rows)
    asked = -1 if has_few else somebody  # codes that nobody has tell nothing, unless a class with them is few people as it is
    for used, occupied in zip((setting.factors != 0).tolist(), masks(setting.left.by_row() != 0), strict=True):
        beside = [member for member, is_used in zip(members, used, strict=True) if is_used and member]
        if len(beside) < sum(used):
            continue  # one of them printed nothing
        free = [member.free(occupied) for member in beside]
        for place, member in enumerate(beside):
            if not reduce(and_, (*free[:place], *free[place + 1 :]), asked):
                continue
            others = [*beside[:place], *beside[place + 1 :]]
            if any(is_few(count, threshold) for count in _following(member, others, occupied)):
                return True
    return False


def filled(
    factors: Factors, founds: Sequence[Crossed | None], answered: Sequence[Mapping[str, int] | None]
) -> list[Crossed | None]:
    """What reports counted of a row of flags; of one that did not count it, what follows of the others where some way of adding
    and taking leaves nobody who answered. `answered` tells by the column how many did, where that is known."""
    codes = tuple(dict.fromkeys(code for one in answered for code in one or ()))
    people = np.array([[(one or {}).get(code, 0) for code in codes] for one in answered], dtype=np.int64)
    is_unknown = np.array([one is None for one in answered])
    ways = factors[~(factors[:, is_unknown].any(axis=1) | (factors @ people).any(axis=1))]
    found = list(founds)
    for way in ways.tolist():
        beside = {name: one for name, factor in enumerate(way) if factor and (one := found[name]) is not None}
        missing = [name for name, factor in enumerate(way) if factor and name not in beside]
        if len(missing) != 1:
            continue
        name, own = missing[0], answered[missing[0]] or {}
        having = {
            code: -way[name] * sum(way[at] * one.counts.get((YES, code), 0) for at, one in beside.items()) for code in codes
        }
        counts = {(YES, code): count for code, count in having.items()}
        counts |= {(NO, code): own.get(code, 0) - count for code, count in having.items()}
        if min(counts.values(), default=0) >= 0:  # corrections between reports can make it less
            found[name] = Crossed({key: count for key, count in counts.items() if count}, {})
    return found


class _Member:
    """A report and what it printed, the codes of its rows as bits of whole numbers."""

    def __init__(self, found: Crossed, piece: Piece, bits: dict[str, int]) -> None:
        self.found, self.piece, self._bits = found, piece, bits
        self.rows = tuple(map(self._mask, _rows(piece)))
        self.hidden = self._mask(_hidden_codes(piece))
        self._sums = [(self._mask((code,)), count) for code, count in found.row_sums().items()]
        self._told: dict[tuple[Codes, Codes], bool] = {}

    def people(self, row: int) -> int:
        """How many people have one of these codes."""
        return sum(count for code, count in self._sums if row & code)

    def free(self, occupied: int) -> int:
        """The codes of rows whose sums are shown and of which nobody is left."""
        spoilt = occupied | self.hidden
        return sum(row for row in self.rows if not row & spoilt)

    def codes(self, row: int) -> Codes:
        """The codes that are bits of a number."""
        names = tuple(self._bits)
        return frozenset(names[place] for place in ones(row))

    def is_told(self, row: Codes, column: Codes) -> bool:
        """Whether its piece tells a cell of wider classes."""
        if (row, column) not in self._told:
            self._told[row, column] = _is_told(self.piece, row, column)
        return self._told[row, column]

    def _mask(self, codes: Iterable[str]) -> int:
        return sum(1 << place for place in {self._bits.setdefault(code, len(self._bits)) for code in codes})


def _following(member: _Member, others: Sequence[_Member], occupied: int) -> Iterator[int]:
    """How many people of one report the others tell, beside what it prints itself. `occupied` are codes of which somebody is
    left."""
    known = _known_rows(others, occupied)
    if not known:
        return
    yield from map(member.people, known)
    own = [row for row in member.rows if not row & member.hidden]
    for wide, narrow in ((known, own), (own, known)):
        for row in wide:
            inside = [one for one in narrow if not one & ~row and one != row]
            if inside:
                yield member.people(row) - sum(map(member.people, inside))
    if not member.piece.is_sums_alone or any(one.piece.is_sums_alone for one in others):
        return
    for rows, column in _told_cells([member.codes(row) for row in known], others):
        yield sum(number for (r, c), number in member.found.counts.items() if r in rows and c in column)


def _known_rows(others: Sequence[_Member], occupied: int) -> list[int]:
    """The narrowest rows wide enough for all others, whose sums they show and of which nobody is left."""
    partitions = tuple(dict.fromkeys(one.rows for one in others))
    spoilt, before = occupied, -1
    for one in others:
        spoilt |= one.hidden
    while spoilt != before:
        before = spoilt
        for rows in partitions:
            for row in rows:
                if row & spoilt:
                    spoilt |= row
    return _joined([row for row in rows if not row & spoilt] for rows in partitions)


def _told_cells(rows: Sequence[Codes], others: Sequence[_Member]) -> Iterator[tuple[Codes, Codes]]:
    """The cells that all of these tell, and what is left of each row and of each column without them."""
    columns = _joined([frozenset(column.codes) for column in one.piece.columns] for one in others)
    told = {(row, column) for row in rows for column in columns if all(one.is_told(row, column) for one in others)}
    yield from told
    for row in rows:
        yield row, frozenset().union(*(column for column in columns if (row, column) not in told))
    for column in columns:
        rest = frozenset[str]().union(*(row for row in rows if (row, column) not in told))
        if all(one.is_told(rest, column) for one in others):
            yield rest, column


def _rows(piece: Piece) -> list[Codes]:
    """The classes of the rows as they are printed."""
    if not piece.is_sums_alone:
        return [frozenset(row.codes) for row in piece.rows]
    joined: dict[object, set[str]] = {}
    for place, row in enumerate(piece.rows):
        joined.setdefault(piece.sums.row((place, 0)), set()).update(row.codes)
    return [frozenset(codes) for codes in joined.values()]


def _hidden_codes(piece: Piece) -> Codes:
    """The codes of rows whose sums are hidden: of a row of levels, which is one column, some are."""
    hidden = {row for row, column in piece.hidden if piece.sums.row((row, column)) == FREE}
    return frozenset(code for row in hidden for code in piece.rows[row].codes)


def _is_told(piece: Piece, row: Codes, column: Codes) -> bool:
    """Whether a piece tells a cell of wider classes: its hidden cells in there are sums of rows and columns, added and taken,
    less what is shown. So it is where each row and column has a factor, and those of every hidden cell add up to one where the
    cell is in there, and to nought where not."""
    rows, columns = _inside(piece.rows, row), _inside(piece.columns, column)
    cells = {place: int(place[0] in rows and place[1] in columns) for place in piece.hidden}
    if not any(cells.values()):
        return True
    near: dict[Node, list[tuple[Node, int]]] = {}
    for place, inside in cells.items():
        one: Node = ("row", piece.sums.row(place))
        other: Node = ("column", piece.sums.column(place))
        near.setdefault(one, []).append((other, inside))
        near.setdefault(other, []).append((one, inside))
    factors: dict[Node, int] = {}
    for start in near:
        open_ = [] if start in factors else [start]
        factors.setdefault(start, 0)
        while open_:
            node = open_.pop()
            for next_, inside in near[node]:
                if next_ not in factors:
                    factors[next_] = inside - factors[node]
                    open_.append(next_)
                elif factors[node] + factors[next_] != inside:
                    return False
    return True


def _inside(headings: Sequence[Heading], codes: Codes) -> list[int]:
    return [place for place, one in enumerate(headings) if codes.issuperset(one.codes)]


def _joined(partitions: Iterable[Sequence[_Class]]) -> list[_Class]:
    """The narrowest classes of which each is made of whole classes of all of these."""
    found: list[_Class] = []
    for classes in partitions:
        for one in classes:
            whole = one
            rest: list[_Class] = []
            for other in found:
                if other & one:
                    whole = whole | other
                else:
                    rest.append(other)
            rest.append(whole)
            found = rest
    return found
