"""What a printed table shows and hides, in pieces whose sums are known together: a table by two variables is one, and each row of
flags or levels."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from s2w_desktop.analysis.cases import NO, YES
from s2w_desktop.analysis.counting import EVERYONE, Crossed
from s2w_desktop.analysis.earlier import Piece
from s2w_desktop.analysis.hiding import FREE, Bounds, Sums, may_fall, may_rise
from s2w_desktop.analysis.specs import CrossSpec, Variable
from s2w_desktop.domain.figures import Count, CountTable, Heading, Sign

ONE_COLUMN: Final = (Heading("", (EVERYONE,)),)
LEVEL_SUMS: Final = Sums(row=lambda _: FREE)
"""The classes of one row of levels stand as rows here; nothing but their sum is known."""

FLAG: Final = (Heading("", (YES,)), Heading("", (NO,)))
_SUM: Final = Heading("", ("sum",))
_SUM_PLACE: Final = (2, 0)
_LARGE: Final = 1_000_000
"""Stands for a hidden sum turned round: it goes down by one where somebody more has the flag."""


def crossed_piece(spec: CrossSpec, found: Crossed, table: CountTable | None, wider: CountTable | None) -> Piece | None:
    """A table by two variables; `wider` is the one that it is nested in. None where it was not printed, or never has columns."""
    if table is None or spec.columns is None:
        return None
    rows, columns = (tuple(one for one in headings if not one.is_total) for headings in (table.rows, table.columns))
    if not columns:
        return sums_alone(spec, found, rows, wider)
    hidden = {
        (i, j) for i, line in enumerate(table.counts[: len(rows)]) for j, count in enumerate(line) if isinstance(count, Sign)
    }
    return Piece(rows, columns, found.grouped(rows, columns), frozenset(hidden), found, nested_sums(spec.rows, rows, wider))


def sums_alone(spec: CrossSpec, found: Crossed, printed: Sequence[Heading], wider: CountTable | None) -> Piece:
    """A table by two variables that has no columns: people by each code, of whom the sums of the rows that are printed are known.
    The sums of the columns may be in another table, and count as known."""
    row_of = {code: place for place, row in enumerate(printed) for code in row.codes}
    codes = list(row_of)
    rows = [Heading(spec.rows.name, (code,)) for code in codes]
    columns = [Heading("", (code,)) for code in sorted(found.column_sums())]
    counts = found.grouped(rows, columns)
    sums = replace(nested_sums(spec.rows, rows, wider), row=lambda place: ("row", row_of[codes[place[0]]]))
    return Piece(rows, columns, counts, frozenset(counts), found, sums, is_sums_alone=True)


def level_piece(row: Heading, found: Crossed, table: CountTable | None) -> Piece | None:
    """A row of levels. None where it was not printed."""
    if table is None or row not in table.rows:
        return None
    line = table.counts[table.rows.index(row)]
    classes = tuple(one for one in table.columns if not one.is_total)
    hidden = frozenset((place, 0) for place, count in enumerate(line) if isinstance(count, Sign))
    return Piece(classes, ONE_COLUMN, found.grouped(classes, ONE_COLUMN), hidden, found, LEVEL_SUMS)


def flag_piece(row: Heading, found: Crossed, table: CountTable | None, threshold: int) -> Piece:
    """A row of flags. Where it was not printed, how many stand in each column is known from other tables all the same."""
    line = None if table is None else next((line for one, line in zip(table.rows, table.counts, strict=True) if one == row), None)
    if table is None or line is None:
        columns = [Heading("", (code,)) for code in sorted(found.column_sums())]
        counts = found.grouped(FLAG, columns)
        return Piece(FLAG, columns, counts, frozenset(counts), found, Sums(row=lambda _: FREE), is_sums_alone=True)
    return flag_line(found, table.columns[:-1], line, threshold)


def flag_line(found: Crossed, columns: Sequence[Heading], line: Sequence[Count], threshold: int) -> Piece:
    """Who has a flag and who has not, by the columns of its line: how many people stand in each is known, and the sum where the
    line shows it."""
    shown = tuple(columns) or (Heading("", tuple(sorted({column for _, column in found.counts}))),)
    hidden = {place for place, count in enumerate(line[: len(shown)]) if isinstance(count, Sign)}
    counts = found.grouped(FLAG, shown)
    cells = frozenset(place for place in counts if place[1] in hidden)
    if not isinstance(line[-1], Sign):
        return Piece(FLAG, shown, counts, cells, found)
    total = sum(count for (row, _), count in counts.items() if row == 0)
    bounds = Bounds(_LARGE - may_rise(total, threshold), _LARGE + may_fall(total, threshold))
    sums = Sums(
        row=lambda place: FREE if place[0] == 1 else ("row", 0),
        column=lambda place: FREE if place == _SUM_PLACE else ("column", place[1]),
    )
    return Piece((*FLAG, _SUM), shown, {**counts, _SUM_PLACE: _LARGE}, cells | {_SUM_PLACE}, found, sums, {_SUM_PLACE: bounds})


def nested_sums(rows: Variable, headings: Sequence[Heading], wider: CountTable | None) -> Sums:
    """Each row of the wider table is a sum of columns of its own; a class that spans several takes all of them together."""
    parent_of = rows.parent
    if wider is None or parent_of is None:
        return Sums()
    places = {code: place for place, heading in enumerate(wider.rows) for code in heading.codes}
    groups = [frozenset(places.get(parent_of(code), -1) for code in heading.codes) for heading in headings]
    spanning = frozenset().union(*(group for group in groups if len(group) > 1))
    node = ["spanning" if group & spanning else next(iter(group)) for group in groups]
    return Sums(column=lambda place: ("column", node[place[0]], place[1]))
