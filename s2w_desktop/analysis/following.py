"""What follows of a report whose people are those of others: its numbers in their classes, where it prints wider ones or none.

Where nobody of some rows is left, reports that are added and taken tell the numbers of each by those of all others, in classes
wide enough for all. So a report that prints a row without columns has columns all the same, and one that joins a class of few
people with another has that class by itself, if the others tell it and its neighbour apart.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from s2w_desktop.analysis.counting import Crossed
from s2w_desktop.analysis.earlier import Earlier, Piece
from s2w_desktop.analysis.hiding import FREE, Node
from s2w_desktop.domain.figures import Heading, is_few

Codes = frozenset[str]


@dataclass(frozen=True)
class _Member:
    found: Crossed
    piece: Piece


def tells_few(earlier: Sequence[Earlier], found: Crossed, piece: Piece, threshold: int) -> bool:
    """Whether with the new piece one to four people follow of a report, in a class or a cell that it does not print."""
    for one in earlier:
        members = [_Member(found, piece), *(_Member(part.found, part.piece) for part in one.parts if part.piece is not None)]
        if len(members) <= len(one.parts):
            continue  # one of them printed nothing
        left = one.left(found).row_sums()
        for place, member in enumerate(members):
            others = [other.piece for at, other in enumerate(members) if at != place]
            if any(is_few(count, threshold) for count in _following(member, others, left)):
                return True
    return False


def _following(member: _Member, others: Sequence[Piece], left: Mapping[str, int]) -> Iterator[int]:
    """How many people of one report the others tell, beside what it prints itself."""
    sums = member.found.row_sums()
    hidden = {code for one in others for code in _hidden_codes(one)}
    joined = _joined([_rows(one) for one in others])
    known = [row for row in joined if hidden.isdisjoint(row) and not any(left.get(code) for code in row)]
    yield from (_people(sums, row) for row in known)
    own = [row for row in _rows(member.piece) if _hidden_codes(member.piece).isdisjoint(row)]
    for wide, narrow in ((known, own), (own, known)):
        for row in wide:
            inside = [one for one in narrow if one < row]
            if inside:
                yield _people(sums, row) - sum(_people(sums, one) for one in inside)
    if not member.piece.is_sums_alone or any(one.is_sums_alone for one in others):
        return
    for rows, column in _told_cells(known, others):
        yield sum(number for (r, c), number in member.found.counts.items() if r in rows and c in column)


def _told_cells(rows: Sequence[Codes], others: Sequence[Piece]) -> Iterator[tuple[Codes, Codes]]:
    """The cells that all of these tell, and what is left of each row and of each column without them."""
    columns = _joined([[frozenset(column.codes) for column in one.columns] for one in others])
    told = {(row, column) for row in rows for column in columns if all(_is_told(one, row, column) for one in others)}
    yield from told
    for row in rows:
        yield row, frozenset().union(*(column for column in columns if (row, column) not in told))
    for column in columns:
        rest = frozenset[str]().union(*(row for row in rows if (row, column) not in told))
        if all(_is_told(one, rest, column) for one in others):
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
    near: dict[Node, list[tuple[Node, int]]] = {}
    for place in piece.hidden:
        inside = int(place[0] in rows and place[1] in columns)
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


def _people(sums: Mapping[str, int], codes: Codes) -> int:
    return sum(sums.get(code, 0) for code in codes)


def _joined(partitions: Sequence[Sequence[Codes]]) -> list[Codes]:
    """The narrowest classes of which each is made of whole classes of all of these."""
    found: list[Codes] = []
    for classes in partitions:
        for one in classes:
            touched = [other for other in found if other & one]
            found = [other for other in found if not other & one] + [one.union(*touched)]
    return found
