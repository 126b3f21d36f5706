"""Every figure of the report, counted a second time in plain Python over random people."""

from collections import Counter
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from statistics import fmean, quantiles

import pytest

from s2w_desktop.analysis.chapters import TABLES
from s2w_desktop.analysis.making import Made, make_tables
from s2w_desktop.analysis.protected import Rules
from s2w_desktop.analysis.skill_groups import SKILL_GROUPS
from s2w_desktop.analysis.specs import CrossSpec, FlagsSpec, LevelsSpec, ListSpec, Spec, SpreadSpec
from s2w_desktop.domain.derived.cases import AMOUNTS, LISTS
from s2w_desktop.domain.figures import (
    LEAST_BASE,
    LEAST_FOR_STATISTICS,
    Base,
    Count,
    CountTable,
    Heading,
    HeadingKind,
    LeftOut,
    Sign,
    SpreadTable,
)
from tests.analysis.crowds import ABSENT, Columns, crowd
from tests.analysis.rows import read_cases

THRESHOLD = 5
SPECS = {spec.number: spec for spec in TABLES}
IN_GROUP: dict[str, Callable[[Columns, int], bool]] = {
    "all": lambda _columns, _person: True,
    "worked": lambda columns, person: columns["ever_worked"][person] in ("paid", "unpaid_or_family_only"),
    "level_3_up": lambda columns, person: columns["isced3"][person] in ("medium", "high"),
    "level_known": lambda columns, person: columns["isced3"][person] in ("low", "medium", "high"),
    "interrupted": lambda columns, person: columns["interrupted"][person] == "yes",
    "linked": lambda columns, person: columns["pair"][person] == "yes",
}


@pytest.mark.parametrize(("count", "seed"), [(0, 1), (1, 2), (7, 3), (450, 4), (450, 5), (450, 6), (20_000, 7)])
def test_every_figure_is_what_plain_python_counts(count: int, seed: int) -> None:
    columns = crowd(count, seed)
    made = _made(columns, count)
    groups = {name: [person for person in range(count) if is_in(columns, person)] for name, is_in in IN_GROUP.items()}
    for table in made.tables:
        spec = SPECS[table.number]
        people = groups[spec.group]
        if isinstance(table, SpreadTable):
            assert isinstance(spec, SpreadSpec)
            _check_spreads(spec, table, columns, people)
        elif isinstance(table, CountTable):
            _check_counts(spec, table, columns, people, count)
    assert [line.number for line in made.log] == [spec.number for spec in TABLES]
    shown = {table.number for table in made.tables}
    assert len(shown) > 60 or count < 450
    assert {line.number for line in made.log if line.left_out is None} == shown


@pytest.mark.parametrize("seed", range(5))
def test_seven_people_are_shown_only_as_seven(seed: int) -> None:
    """With so few, a table is a sum alone, or it is not there."""
    for table in _made(crowd(7, seed), 7).tables:
        assert isinstance(table, CountTable)
        assert {count for line in table.counts for count in line if isinstance(count, int)} <= {0, 5, 6, 7}


@pytest.mark.parametrize("count", [0, 1, 4])
def test_fewer_than_the_threshold_make_no_table(count: int) -> None:
    made = _made(crowd(count, 9), count)
    assert made.tables == ()
    assert {line.left_out for line in made.log} <= {LeftOut.EMPTY, LeftOut.TOO_FEW}


def _made(columns: Columns, count: int) -> Made:
    names = list(columns)
    rows = ([columns[name][person] for name in names] for person in range(count))
    return make_tables(read_cases(names, rows, amounts=AMOUNTS, lists=LISTS | {SKILL_GROUPS}), TABLES, Rules(THRESHOLD))


def _is_told(value: object) -> bool:
    return value is not None and value not in ABSENT


# --- tables of counts ---


def _check_counts(spec: Spec, table: CountTable, columns: Columns, people: list[int], everybody: int) -> None:
    by = spec.columns if isinstance(spec, CrossSpec | FlagsSpec | ListSpec) else None
    known: dict[int, tuple[Counter[tuple[object, str]], Counter[str]]] = {}
    bases: list[int] = []
    for row, line, shares in zip(table.rows, table.counts, table.shares, strict=True):
        values = _values(spec, row, columns)
        parted = values if isinstance(spec, LevelsSpec) else columns[by.name] if by else values
        if id(values) not in known:
            known[id(values)] = _counted(values, parted, people)
        pairs, all_by = known[id(values)]
        row_by = Counter[str]()
        for (value, part), number in pairs.items():
            if _is_in_row(spec, row, value):
                row_by[part] += number
        bases.append(all_by.total())
        for column, cell, share in zip(table.columns, line, shares, strict=True):
            true = _sum(column, row_by)
            base = row_by.total() if table.is_by_row else _sum(column, all_by)
            _check_cell(cell, true, table.number)
            _check_share(cell, share, true, base, table.number)
    if isinstance(spec, CrossSpec):
        _check_base(table.base, _reasons(spec, columns, people), bases[0], everybody - len(people))
    elif table.bases:
        assert list(table.bases) == [count if count == 0 or count >= THRESHOLD else Sign.SMALL for count in bases]


def _counted(
    values: Sequence[object], parted: Sequence[object], people: list[int]
) -> tuple[Counter[tuple[object, str]], Counter[str]]:
    """People who answered both, by both and by the second; a list counts as a tuple."""
    answered = [person for person in people if _is_told(values[person]) and _is_told(parted[person])]
    firsts = (tuple(value) if isinstance(value := values[person], list) else value for person in answered)
    seconds = ["" if isinstance(part := parted[person], list) else str(part) for person in answered]
    return Counter(zip(firsts, seconds, strict=True)), Counter(seconds)


def _sum(column: Heading, counted: Counter[str]) -> int:
    return counted.total() if column.kind is HeadingKind.TOTAL else sum(counted[code] for code in column.codes)


def _values(spec: Spec, row: Heading, columns: Columns) -> Sequence[object]:
    match spec:
        case CrossSpec():
            return columns[spec.rows.name]
        case ListSpec():
            return columns[spec.members]
        case FlagsSpec() | LevelsSpec() if spec.variable:
            return columns[f"{spec.variable}_{row.codes[0]}"]
        case _:
            return columns[row.variable]


def _is_in_row(spec: Spec, row: Heading, value: object) -> bool:
    match spec:
        case CrossSpec():
            return row.kind is HeadingKind.TOTAL or str(value) in row.codes
        case ListSpec():
            assert isinstance(value, tuple)
            return row.codes[0] in value
        case LevelsSpec():
            return True
        case _:
            return value is True


def _check_cell(cell: Count, true: int, number: str) -> None:
    if cell is Sign.SMALL:
        assert 0 < true < THRESHOLD, number
    elif cell is Sign.PROTECTED:
        assert true >= THRESHOLD, number
    else:
        assert cell == true, number
        assert true == 0 or true >= THRESHOLD, number


def _check_share(cell: Count, share: Count, true: int, base: int, number: str) -> None:
    if isinstance(cell, Sign):
        assert share is cell, number
    elif base < LEAST_BASE:
        assert share is Sign.NO_SHARE, number
    else:
        assert share == (Decimal(100 * true) / base).quantize(Decimal(1), ROUND_HALF_UP), number


def _reasons(spec: CrossSpec, columns: Columns, people: list[int]) -> Counter[str]:
    """Why people of the group did not answer: by the rows first, then by the columns."""
    found: Counter[str] = Counter()
    for person in people:
        told = [columns[spec.rows.name][person], *([columns[spec.columns.name][person]] if spec.columns else [])]
        missing = [value for value in told if not _is_told(value)]
        if missing:
            found["" if missing[0] is None else str(missing[0])] += 1
    return found


def _check_base(base: Base, reasons: Counter[str], people: int, outside: int) -> None:
    assert base.people == people
    not_meant = reasons["_NA"] + reasons["_HID"] + outside
    parts = (reasons[""], reasons["_DK"], reasons["_PNS"])
    for shown, true in zip((base.not_asked, base.unknown, base.refused), parts, strict=True):
        assert shown is Sign.PROTECTED or shown == true
    assert base.no_answer is Sign.PROTECTED or base.no_answer == sum(parts)
    assert base.not_applicable is Sign.PROTECTED or base.not_applicable == not_meant
    if 0 < not_meant < THRESHOLD:
        assert base.not_applicable is Sign.PROTECTED
        assert base.no_answer is Sign.PROTECTED


# --- tables of spreads ---


def _check_spreads(spec: SpreadSpec, table: SpreadTable, columns: Columns, people: list[int]) -> None:
    amounts = columns[spec.amount]
    answered = [person for person in people if _is_told(amounts[person])]
    for row, spread in zip(table.rows, table.spreads, strict=True):
        group = [
            float(str(amounts[person]))
            for person in answered
            if row.kind is HeadingKind.TOTAL or str(columns[row.variable][person]) in row.codes
        ]
        if isinstance(spread.median, Sign):
            assert spread.median is (Sign.NO_SHARE if len(group) < LEAST_FOR_STATISTICS else Sign.PROTECTED)
            continue
        assert spread.people == len(group)
        tenths, quarters = quantiles(group, n=10, method="inclusive"), quantiles(group, n=4, method="inclusive")
        told = (tenths[0], *quarters, tenths[-1], fmean(group))
        shown = (spread.p10, spread.p25, spread.median, spread.p75, spread.p90, spread.mean)
        for figure, true in zip(shown, told, strict=True):
            assert isinstance(figure, Decimal)
            assert abs(float(figure) - true) <= 0.0501, (spec.number, row)
