"""Two reports over two periods compared: every table that both have, with a row for either period.

Nothing is counted here: each number is one that either report prints, or a sum of such numbers, so what one of them hides stays
hidden. Classes that one report joins are joined for both; a sum with a hidden part is hidden.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from s2w_desktop.analysis.protected import shares_by_column, shares_by_row
from s2w_desktop.domain.figures import (
    COMPARED,
    COVERAGE_STEP,
    TOTAL,
    Base,
    ChartKind,
    Count,
    CountTable,
    FunnelTable,
    Heading,
    HeadingKind,
    Period,
    Report,
    Share,
    Sign,
    SpreadTable,
    Table,
)

ELIGIBLE: Final = "eligible"
"""The group of the base of the coverage."""

_Cell = TypeVar("_Cell")


def compared(first: Report, second: Report) -> Report:
    """The first report with the second beside it and a last chapter that compares them."""
    pairs = ((one, second.table(one.number)) for one in first.tables)
    found = (_compared(one, other) for one, other in pairs if other is not None)
    tables = (*first.tables, *(table for table in found if table is not None))
    return replace(first, tables=tables, beside=second, is_training=first.is_training or second.is_training)


def _compared(one: Table, other: Table) -> Table | None:
    """One table of both; None where they have no row in common."""
    match one, other:
        case CountTable(), CountTable():
            return _counts(one, other)
        case SpreadTable(), SpreadTable():
            return _spreads(one, other)
        case FunnelTable(), FunnelTable():
            return _counts(_steps(one), _steps(other))
        case _:
            return None


def _counts(one: CountTable, other: CountTable) -> CountTable | None:
    rows = _in_both(one.rows, other.rows) if one.is_multiple else _common(one.rows, other.rows)
    columns = _columns(one, other)
    if not rows:
        return None
    total = (TOTAL,) if TOTAL in one.rows and TOTAL in other.rows else ()
    both = tuple(_by(table, (*rows, *total), (*columns, TOTAL)) for table in (one, other))
    return replace(
        both[0],
        number=f"{COMPARED}.{one.number}",
        rows=_for_both(both[0].rows),
        counts=_in_turn(*(table.counts for table in both)),
        shares=_in_turn(*(table.shares for table in both)),
        bases=_in_turn(*(table.bases for table in both)),
        chart=one.chart if one.is_by_row else ChartKind.PAIRED_BAR,
        second=other.base,
    )


def _columns(one: CountTable, other: CountTable) -> tuple[Heading, ...]:
    """The columns without the sum. Shares of a table of flags are of people who are not printed, so they cannot be added up: it
    has columns only where both reports have the same."""
    if one.is_multiple and not one.is_by_row:
        return one.columns[:-1] if one.columns == other.columns else ()
    return _common(one.columns, other.columns) if len(one.columns) > 1 and len(other.columns) > 1 else ()


def _in_both(one: Iterable[Heading], other: Sequence[Heading]) -> tuple[Heading, ...]:
    return tuple(heading for heading in one if heading in other and not heading.is_total)


def _common(one: Sequence[Heading], other: Sequence[Heading]) -> tuple[Heading, ...]:
    """The finest classes of which those of both are parts: in the order of the first, the remainder last."""
    joined: list[dict[str, None]] = []
    remainder: dict[str, None] = {}
    for heading in (*one, *other):
        if heading.is_total:
            continue
        codes = dict.fromkeys(heading.codes)
        if heading.kind is HeadingKind.OTHER:
            remainder |= codes
        near = [group for group in joined if group.keys() & codes.keys()]
        place = joined.index(near[0]) if near else len(joined)
        whole = {code: None for group in (*near, codes) for code in group}
        joined = [group for group in joined if not any(group is each for each in near)]
        joined.insert(place, whole)
    touched = [group for group in joined if group.keys() & remainder.keys()]
    name = one[0].variable
    found = [_class(name, tuple(group)) for group in joined if not any(group is each for each in touched)]
    others = tuple(code for group in touched for code in group)
    return (*found, Heading(name, others, HeadingKind.OTHER)) if others else tuple(found)


def _class(name: str, codes: tuple[str, ...]) -> Heading:
    return Heading(name, codes, HeadingKind.JOINED if len(codes) > 1 else HeadingKind.CLASS)


def _by(table: CountTable, rows: Sequence[Heading], columns: Sequence[Heading]) -> CountTable:
    """A table by classes that are sums of its own."""
    lines, places = _places(table.rows, rows), _places(table.columns, columns)
    counts = tuple(tuple(_sum(table, line, column) for column in places) for line in lines)
    shares: tuple[tuple[Share, ...], ...]
    if table.is_by_row:
        shares = shares_by_row(counts)
    elif table.is_multiple:
        shares = tuple(tuple(table.shares[line[0]][column[0]] for column in places) for line in lines)
    else:
        shares = shares_by_column(counts)
    bases = tuple(table.bases[line[0]] for line in lines) if table.bases else ()
    return replace(table, rows=tuple(rows), columns=tuple(columns), counts=counts, shares=shares, bases=bases)


def _places(own: Sequence[Heading], wanted: Sequence[Heading]) -> list[list[int]]:
    """Where the parts of each class stand; nowhere where nobody is in it."""
    return [
        [place for place, heading in enumerate(own) if heading == one or set(heading.codes) & set(one.codes)] for one in wanted
    ]


def _sum(table: CountTable, rows: Sequence[int], columns: Sequence[int]) -> Count:
    cells = [table.counts[row][column] for row in rows for column in columns]
    if len(cells) == 1:
        return cells[0]
    shown = [cell for cell in cells if not isinstance(cell, Sign)]
    return sum(shown) if len(shown) == len(cells) else Sign.PROTECTED


def _spreads(one: SpreadTable, other: SpreadTable) -> SpreadTable | None:
    rows = [row for row in one.rows if row in other.rows]
    if not rows:
        return None
    both = ([table.spreads[table.rows.index(row)] for row in rows] for table in (one, other))
    number = f"{COMPARED}.{one.number}"
    return replace(one, number=number, rows=_for_both(rows), spreads=_in_turn(*both), second=other.base)


def _steps(table: FunnelTable) -> CountTable:
    """The steps of all centres, each as a share of the people who could be asked."""
    people = table.steps[0].people
    return CountTable(
        number=table.number,
        rows=tuple(Heading(COVERAGE_STEP, (step.name,)) for step in table.steps),
        columns=(TOTAL,),
        counts=tuple((step.people,) for step in table.steps),
        shares=tuple((step.of_all,) for step in table.steps),
        base=Base(ELIGIBLE, people, 0, 0, 0, 0, 0),
        chart=ChartKind.FUNNEL,
        is_multiple=True,
        is_ordered=True,
    )


def _for_both(rows: Iterable[Heading]) -> tuple[Heading, ...]:
    return tuple(replace(row, period=period) for row in rows for period in Period)


def _in_turn(one: Sequence[_Cell], other: Sequence[_Cell]) -> tuple[_Cell, ...]:
    return tuple(cell for pair in zip(one, other, strict=True) for cell in pair)
