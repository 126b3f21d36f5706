"""From counts to tables that may be printed: classes joined, cells hidden, shares made of what is shown."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from s2w_desktop.analysis.classes import shown_classes
from s2w_desktop.analysis.counting import Crossed, absences
from s2w_desktop.analysis.earlier import Earlier, Piece, bounds_by, lays_bare, too_near
from s2w_desktop.analysis.following import tells_few
from s2w_desktop.analysis.groups import ALL
from s2w_desktop.analysis.hiding import CannotHideError, Place, Sums, hide
from s2w_desktop.analysis.pieces import LEVEL_SUMS, ONE_COLUMN, nested_sums, sums_alone
from s2w_desktop.analysis.specs import CrossSpec, LevelsSpec, Variable
from s2w_desktop.domain.figures import (
    LEAST_BASE,
    TOTAL,
    Base,
    Count,
    CountTable,
    Heading,
    Share,
    Sign,
    is_few,
    whole_per_cent,
)

_NOT_TOLD = (Sign.PROTECTED, Sign.PROTECTED, Sign.PROTECTED, Sign.PROTECTED, Sign.PROTECTED)


@dataclass(frozen=True)
class Rules:
    """What every table of one report obeys. `classes` are those of each variable in the whole report, see `shown_classes`."""

    threshold: int
    classes: Mapping[Variable, tuple[Heading, ...]] = field(default_factory=dict)


def cross_table(
    spec: CrossSpec,
    found: Crossed,
    rules: Rules,
    parent: CountTable | None = None,
    earlier: Sequence[Earlier] = (),
    *,
    is_gated: bool = False,
) -> CountTable | None:
    """People by two variables, or by the first alone where the second would tell about single people; None when nothing can be
    shown.

    `parent` is the table of the wider classes, which a reader has beside this one: classes are joined within its rows, and its
    cells are sums that are known. Where it hides a cell this table has no columns, for they would add up to what is hidden.
    Nor has one that `is_gated`, because its columns would tell a hidden number of the table of who is in its group.
    """
    apart = [one.left(found) for one in earlier]
    rows = shown_classes(
        within(spec.rows, {code: row for row in parent.rows for code in row.codes} if parent else {}),
        found.row_sums(),
        threshold=rules.threshold,
        earlier=[one.row_sums() for one in apart],
        within=rules.classes.get(spec.rows),
    )
    if not rows or not found.people:
        return None
    columns = columns_of(spec.columns, found.column_sums(), rules, [one.column_sums() for one in apart])
    if len(columns) > 1 and not is_gated and (parent is None or (not parent.hidden and parent.columns[:-1] == columns)):
        with suppress(CannotHideError):
            signs = _signs(found, rows, columns, rules, nested_sums(spec.rows, rows, parent), earlier)
            return _table(spec, found, rows, columns, found.grouped(rows, columns), signs, rules)
    if spec.columns and _tells(earlier, found, sums_alone(spec, found, rows, parent), rules.threshold):
        return None
    return _table(spec, found, rows, (), {}, {}, rules)


def _signs(
    found: Crossed,
    rows: Sequence[Heading],
    columns: Sequence[Heading],
    rules: Rules,
    sums: Sums,
    earlier: Sequence[Earlier],
) -> dict[Place, Sign]:
    """What to hide. Raises CannotHideError."""
    counts, near = found.grouped(rows, columns), too_near(found, rows, columns, earlier, rules.threshold)
    bounds = bounds_by(found, rows, columns, earlier)
    signs = hide(counts, threshold=rules.threshold, sums=sums, must=near, bounds=bounds)
    piece = Piece(rows, columns, counts, frozenset(signs), found, sums)
    if _tells(earlier, found, piece, rules.threshold):
        raise CannotHideError
    return signs


def _tells(earlier: Sequence[Earlier], found: Crossed, piece: Piece, threshold: int) -> bool:
    return lays_bare(earlier, found, piece, threshold) or tells_few(earlier, found, piece, threshold)


def within(rows: Variable, wider: Mapping[str, Heading]) -> Variable:
    """The same classes, whose parents are wider classes that are shown, given by the codes in them."""
    parent_of = rows.parent
    if not wider or parent_of is None:
        return rows
    return replace(rows, parent=lambda code: " ".join(wider[parent].codes) if (parent := parent_of(code)) in wider else parent)


def columns_of(
    variable: Variable | None, sums: Mapping[str, int], rules: Rules, earlier: Sequence[Mapping[str, int]] = ()
) -> tuple[Heading, ...]:
    """The columns of a table, those of nobody left out."""
    if variable is None:
        return ()
    shown = shown_classes(variable, sums, threshold=rules.threshold, earlier=earlier, within=rules.classes.get(variable))
    return tuple(one for one in shown if any(sums.get(code) for code in one.codes))


def _table(
    spec: CrossSpec,
    found: Crossed,
    rows: Sequence[Heading],
    columns: Sequence[Heading],
    counts: Mapping[Place, int],
    signs: Mapping[Place, Sign],
    rules: Rules,
) -> CountTable:
    sums = found.row_sums()
    totals = [sum(sums.get(code, 0) for code in heading.codes) for heading in rows]
    places = range(len(columns))
    lines: list[tuple[Count, ...]] = [
        (*(signs.get((row, column), counts[row, column]) for column in places), total) for row, total in enumerate(totals)
    ]
    foot = (*(sum(counts[row, column] for row in range(len(rows))) for column in places), sum(totals))
    whole = (*lines, foot)
    return CountTable(
        number=spec.number,
        rows=(*rows, TOTAL),
        columns=(*columns, TOTAL),
        counts=whole,
        shares=shares_by_row(whole) if spec.is_by_row else shares_by_column(whole),
        base=base_of(spec.group, found.people, found.absent, rules),
        chart=spec.chart,
        is_by_row=spec.is_by_row,
        is_ordered=spec.rows.is_ordered,
    )


def levels_table(
    spec: LevelsSpec,
    found: Mapping[Heading, Crossed],
    rules: Rules,
    earlier: Mapping[Heading, Sequence[Earlier]] = MappingProxyType({}),
) -> CountTable | None:
    """Several variables with the same classes: each row is a table of its own, whose sum is known.

    A row that differs from earlier reports by few people is left out; what an earlier one hid stays hidden.
    """
    found = {
        row: one
        for row, one in found.items()
        if not any(is_few(each.left(one).people, rules.threshold) for each in earlier.get(row, ()))
    }
    told = {row: one.row_sums() for row, one in found.items() if one.people >= rules.threshold}
    if not told:
        return None
    first = next(iter(told))
    merged = {code: sum(sums.get(code, 0) for sums in told.values()) for sums in told.values() for code in sums}
    classes = shown_classes(spec.classes, merged, threshold=rules.threshold)
    if not classes:
        return None
    shown = {row: _level_line(found[row], classes, rules, earlier.get(row, ())) for row in told}
    lines = {row: line for row, line in shown.items() if line is not None}
    if not lines:
        return None
    counts = tuple((*line, sum(told[row].values())) for row, line in lines.items())
    return CountTable(
        number=spec.number,
        rows=tuple(lines),
        columns=(*classes, TOTAL),
        counts=counts,
        shares=shares_by_row(counts),
        base=base_of(spec.group, found[first].people, found[first].absent, rules),
        chart=spec.chart,
        is_by_row=True,
        is_multiple=True,
        is_ordered=True,
    )


def _level_line(found: Crossed, classes: Sequence[Heading], rules: Rules, earlier: Sequence[Earlier]) -> tuple[Count, ...] | None:
    try:
        signs = _signs(found, classes, ONE_COLUMN, rules, LEVEL_SUMS, earlier)
    except CannotHideError:
        return None
    return tuple(signs.get(place, count) for place, count in found.grouped(classes, ONE_COLUMN).items())


def base_of(group: str, people: int, absent: Mapping[str, int], rules: Rules) -> Base:
    """The base line. How many did not answer is told; why is told where no reason is given by few.

    Those whom a question does not concern are a statement about them: where they are few, or of a group where those without an
    answer are few, the two are not told apart.
    """
    not_asked, unknown, refused, not_meant = absences(absent)
    reasons = (not_asked, unknown, refused)
    if is_few(not_meant, rules.threshold) or (group != ALL and is_few(sum(reasons), rules.threshold)):
        return Base(group, people, *_NOT_TOLD)
    is_told = not any(is_few(count, rules.threshold) for count in reasons)
    first, second, third = (count if is_told or not count else Sign.PROTECTED for count in reasons)
    return Base(group, people, sum(reasons), first, second, third, not_meant)


def shares_by_column(counts: Sequence[Sequence[Count]]) -> tuple[tuple[Share, ...], ...]:
    """Each count in per cent of the last of its column."""
    return tuple(tuple(share(count, counts[-1][place]) for place, count in enumerate(line)) for line in counts)


def shares_by_row(counts: Sequence[Sequence[Count]]) -> tuple[tuple[Share, ...], ...]:
    """Each count in per cent of the last of its row."""
    return tuple(tuple(share(count, line[-1]) for count in line) for line in counts)


def share(count: Count, of: Count) -> Share:
    """A whole per cent of two numbers that are printed, halves up; none of a small base."""
    if isinstance(count, Sign):
        return count
    if isinstance(of, Sign) or of < LEAST_BASE:
        return Sign.NO_SHARE
    return whole_per_cent(count, of)
