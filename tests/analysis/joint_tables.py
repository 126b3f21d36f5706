"""Everything that a report prints, as sums of people: what somebody who attacks all of its tables at once starts from.

A statement is about people by some variables: of those who have these codes there are at least and at most so many. `None` among
the codes of a variable stands for people without an answer that the table counts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from s2w_desktop.analysis.cases import NO, YES
from s2w_desktop.analysis.groups import INTERRUPTED, LEVEL_3_UP, LEVEL_KNOWN, WORKED
from s2w_desktop.analysis.specs import CrossSpec, FlagsSpec, LevelsSpec, ListSpec, Spec, SpreadSpec, column_name
from s2w_desktop.domain.figures import Count, CountTable, Sign, SpreadTable, Table

GROUPS: Mapping[str, tuple[str, frozenset[str]]] = {
    WORKED: ("ever_worked", frozenset({"paid", "unpaid_or_family_only"})),
    LEVEL_3_UP: ("isced3", frozenset({"medium", "high"})),
    LEVEL_KNOWN: ("isced3", frozenset({"low", "medium", "high"})),
    INTERRUPTED: ("interrupted", frozenset({YES})),
}
"""Who is in a group, by the codes of a variable."""

Codes = frozenset[str]
People = Mapping[str, Codes]
"""People by variables, with the codes of each that count."""


@dataclass(frozen=True)
class Statement:
    """A sum over people, each part with a factor, lies between two numbers. `cell` names it where the report hides it."""

    parts: tuple[tuple[float, People], ...]
    least: float
    most: float
    cell: str = ""


def statements(spec: Spec, table: Table, threshold: int, people: int) -> Iterator[Statement]:
    """What a table says. Shares of columns say between which numbers their bases lie."""
    match spec, table:
        case CrossSpec(), CountTable():
            yield from _crossed(spec, table, threshold, people)
        case FlagsSpec() | ListSpec(), CountTable():
            yield from _flags(spec, table, threshold, people)
        case LevelsSpec(), CountTable():
            yield from _levels(spec, table, threshold, people)
        case SpreadSpec(), SpreadTable():
            for row, one in zip(table.rows, table.spreads, strict=True):
                if row.codes:
                    told = {f"{spec.amount} told": frozenset({YES}), row.variable: frozenset(row.codes)}
                    yield _statement([told], one.people, threshold, people, "")


def margins(name: str, people: Mapping[str, int], total: int) -> Iterator[Statement]:
    """How many people have each code of a variable, as if that were printed."""
    for code, count in people.items():
        yield _statement([{name: frozenset({code})}], count, 0, total, "")


def _crossed(spec: CrossSpec, table: CountTable, threshold: int, people: int) -> Iterator[Statement]:
    within: dict[str, Codes] = dict([GROUPS[spec.group]]) if spec.group in GROUPS else {}
    columns = table.columns if spec.columns else ()
    every_row, every_column = (frozenset(code for one in headings for code in one.codes) for headings in (table.rows, columns))
    by = {spec.columns.name: ANY} if spec.columns else {}
    yield _statement([within | {spec.rows.name: ANY} | by], table.counts[-1][-1], threshold, people, "")
    for row, line in zip(table.rows, table.counts, strict=True):
        for column, count in zip(table.columns, line, strict=True):
            chosen = within | {spec.rows.name: frozenset(row.codes) or every_row}
            if spec.columns:  # where no column is shown, those are counted who answered what would stand there
                chosen[spec.columns.name] = frozenset(column.codes) or every_column or ANY
            yield _statement([chosen], count, threshold, people, f"{table.number} {row.codes} {column.codes}")


ANY: Codes = frozenset({"*"})
"""Whatever was answered."""


def _flags(spec: FlagsSpec | ListSpec, table: CountTable, threshold: int, people: int) -> Iterator[Statement]:
    for row, line, base, shares in zip(table.rows, table.counts, table.bases, table.shares, strict=True):
        flag = f"{spec.number} {row.variable} {row.codes}"
        by = {spec.columns.name: ANY} if spec.columns else {}
        yield _statement([by | {flag: frozenset({YES, NO})}], base, threshold, people, "")
        for column, count, share in zip(table.columns, line, shares, strict=True):
            where = {spec.columns.name: frozenset(column.codes) or ANY} if spec.columns else {}
            yield _statement([where | {flag: frozenset({YES})}], count, threshold, people, f"{flag} {column.codes}")
            if isinstance(share, int) and isinstance(count, int):
                told = where | {flag: frozenset({YES, NO})}
                yield Statement(((2 * share - 1, told),), -inf, 200 * count)
                yield Statement(((2 * share + 1, told),), 200 * count + 1, inf)


def _levels(spec: LevelsSpec, table: CountTable, threshold: int, people: int) -> Iterator[Statement]:
    for row, line in zip(table.rows, table.counts, strict=True):
        name = column_name(spec.variable, row.codes[0]) if row.codes else row.variable
        for column, count in zip(table.columns, line, strict=True):
            yield _statement([{name: frozenset(column.codes) or ANY}], count, threshold, people, f"{name} {column.codes}")


def _statement(parts: Sequence[People], count: Count, threshold: int, people: int, cell: str) -> Statement:
    whole = tuple((1.0, part) for part in parts)
    if count is Sign.SMALL:
        return Statement(whole, 1, threshold - 1, cell)
    if count is Sign.PROTECTED:
        return Statement(whole, threshold, people, cell)
    assert isinstance(count, int)
    return Statement(whole, count, count)
