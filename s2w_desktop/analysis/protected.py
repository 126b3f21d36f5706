"""From counts to tables that may be printed: classes joined, cells hidden, shares made of what is shown."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from s2w_desktop.analysis.classes import shown_classes
from s2w_desktop.analysis.counting import Crossed, absences
from s2w_desktop.analysis.earlier import Piece, Setting, bounds_by, few_of, too_near
from s2w_desktop.analysis.following import tells_few
from s2w_desktop.analysis.groups import ALL
from s2w_desktop.analysis.hiding import CannotHideError, Place, Sums, hide
from s2w_desktop.analysis.moving import Moves
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
    setting: Setting,
    rules: Rules,
    parent: CountTable | None = None,
    *,
    is_gated: bool = False,
) -> CountTable | None:
    """People by two variables, or by the first alone where the second would tell about single people; None when nothing can be
    shown.

    `parent` is the table of the wider classes, which a reader has beside this one: classes are joined within its rows, and its
    cells are sums that are known. Where it hides a cell this table has no columns, for they would add up to what is hidden.
    Nor has one that `is_gated`, because its columns would tell a hidden number of the table of who is in its group.
    """
    found, moves = setting.found, Moves(setting, rules.threshold)
    rows = shown_classes(
        within(spec.rows, {code: row for row in parent.rows for code in row.codes} if parent else {}),
        found.row_sums(),
        threshold=rules.threshold,
        earlier=setting.left.row_sums() if setting else (),
        within=rules.classes.get(spec.rows),
    )
    if not rows or not found.people:
        return None
    columns = columns_of(spec.columns, found.column_sums(), rules, setting.left.column_sums() if setting else ())
    if len(columns) > 1 and not is_gated and (parent is None or (not parent.hidden and parent.columns[:-1] == columns)):
        with suppress(CannotHideError):
            signs = _signs(setting, moves, rows, columns, nested_sums(spec.rows, rows, parent))
            return _table(spec, found, rows, columns, found.grouped(rows, columns), signs, rules)
    if spec.columns and _tells(setting, moves, sums_alone(spec, found, rows, parent)):
        return None
    return _table(spec, found, rows, (), {}, {}, rules)


def _signs(setting: Setting, moves: Moves, rows: Sequence[Heading], columns: Sequence[Heading], sums: Sums) -> dict[Place, Sign]:
    """What to hide. Raises CannotHideError."""
    counts, near = setting.found.grouped(rows, columns), too_near(setting, rows, columns, moves.threshold)
    bounds = bounds_by(setting, rows, columns)
    signs = hide(counts, threshold=moves.threshold, sums=sums, must=near, bounds=bounds)
    if _tells(setting, moves, Piece(rows, columns, counts, frozenset(signs), setting.found, sums)):
        raise CannotHideError
    return signs


def _tells(setting: Setting, moves: Moves, piece: Piece) -> bool:
    return moves.lays_bare(piece) or tells_few(setting, piece, moves.threshold)


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
    settings: Mapping[Heading, Setting],
    rules: Rules,
) -> CountTable | None:
    """Several variables with the same classes: each row is a table of its own, whose sum is known.

    A row that differs from earlier reports by few people is left out; what an earlier one hid stays hidden.
    """
    found = {row: one.found for row, one in settings.items() if not (one and few_of(one.left.people, rules.threshold).any())}
    told = {row: one.row_sums() for row, one in found.items() if one.people >= rules.threshold}
    if not told:
        return None
    first = next(iter(told))
    merged = {code: sum(sums.get(code, 0) for sums in told.values()) for sums in told.values() for code in sums}
    classes = shown_classes(spec.classes, merged, threshold=rules.threshold)
    if not classes:
        return None
    shown = {row: _level_line(settings[row], classes, rules) for row in told}
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


def _level_line(setting: Setting, classes: Sequence[Heading], rules: Rules) -> tuple[Count, ...] | None:
    try:
        signs = _signs(setting, Moves(setting, rules.threshold), classes, ONE_COLUMN, LEVEL_SUMS)
    except CannotHideError:
        return None
    return tuple(signs.get(place, count) for place, count in setting.found.grouped(classes, ONE_COLUMN).items())


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
