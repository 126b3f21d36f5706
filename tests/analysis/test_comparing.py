"""Two periods compared: rows for either, made of what both reports print, and of nothing that one of them hides."""

from dataclasses import replace
from datetime import date
from random import Random

import numpy as np
import pytest

from s2w_desktop.analysis.cases import Cases
from s2w_desktop.analysis.comparing import compared
from s2w_desktop.analysis.counting import crossed
from s2w_desktop.analysis.making import make_tables
from s2w_desktop.domain.figures import (
    Base,
    ChartKind,
    Count,
    CountTable,
    FunnelTable,
    Heading,
    HeadingKind,
    Period,
    Report,
    Selection,
    Sign,
    Spread,
    SpreadTable,
    Step,
    Table,
)
from tests.analysis.test_attacks import NAMES, RULES, SPECS, population

ALL = Heading("", (), HeadingKind.TOTAL)
BASE = Base("all", 60, 0, 0, 0, 0, 0)
JOINED, OTHER = HeadingKind.JOINED, HeadingKind.OTHER
COLUMN_OF = {"1.2": ("nationality", "sex"), "3.2": ("nationality", "isced3"), "4.6": ("main_isco1", "nationality")}


def report(*tables: Table) -> Report:
    return Report(
        selection=Selection(date(2018, 1, 1), date(2018, 3, 31)),
        made_on=date(2018, 7, 2),
        people=60,
        centres=1,
        countries=1,
        papers_seen=30,
        threshold=5,
        questionnaire=3,
        is_training=False,
        tables=tables,
        log=(),
    )


def sums(rows: tuple[Heading, ...], *counts: Count) -> CountTable:
    """A table with one column; its last number is that of all."""
    shares = tuple((10,) for _ in counts)
    return CountTable("1.2", (*rows, ALL), (ALL,), tuple((count,) for count in counts), shares, BASE, ChartKind.BAR)


def place(*codes: str, kind: HeadingKind = HeadingKind.CLASS) -> Heading:
    return Heading("nationality", codes, kind)


def pairs(one: Table, other: Table) -> dict[tuple[str, ...], tuple[Count, Count]]:
    """The last number of either period by the codes of the row."""
    found = compared(report(one), report(other)).tables[1]
    assert isinstance(found, CountTable)
    assert [row.period for row in found.rows] == [Period.FIRST, Period.SECOND] * (len(found.rows) // 2)
    lines = list(zip(found.rows, found.counts, strict=True))
    return {row.codes: (line[-1], other[-1]) for (row, line), (_, other) in zip(lines[::2], lines[1::2], strict=True)}


def test_rows_of_both_stand_in_turn_and_the_second_base_beside_the_first() -> None:
    one, other = sums((place("SYR"), place("ERI")), 40, 20, 60), sums((place("ERI"), place("SYR")), 8, 22, 30)
    found = compared(report(one), report(replace(other, base=replace(BASE, people=30)))).table("C.1.2")
    assert isinstance(found, CountTable)
    assert [(row.codes, row.period) for row in found.rows[:4]] == [
        (("SYR",), Period.FIRST), (("SYR",), Period.SECOND), (("ERI",), Period.FIRST), (("ERI",), Period.SECOND),
    ]  # fmt: skip
    assert found.counts == ((40,), (22,), (20,), (8,), (60,), (30,))
    assert found.shares == ((67,), (73,), (33,), (27,), (100,), (100,))
    assert (found.base.people, found.second and found.second.people) == (60, 30)
    assert found.chart is ChartKind.PAIRED_BAR


def test_classes_that_one_report_joins_are_joined_for_both() -> None:
    one = sums((place("a"), place("b"), place("c")), 10, 20, 30, 60)
    other = sums((place("a", "b", kind=JOINED), place("c")), 7, 9, 16)
    assert pairs(one, other) == {("a", "b"): (30, 7), ("c",): (30, 9), (): (60, 16)}


def test_what_goes_with_the_others_in_one_report_goes_there_in_both_and_who_is_not_there_is_nobody() -> None:
    one = sums((place("SYR"), place("ERI"), place("IRQ"), place("AFG", "IRN", kind=OTHER)), 20, 15, 10, 8, 53)
    other = sums((place("SYR"), place("AFG"), place("ERI", "SOM", kind=OTHER)), 9, 6, 5, 20)
    assert pairs(one, other) == {
        ("SYR",): (20, 9),
        ("IRQ",): (10, 0),
        ("ERI", "SOM", "AFG", "IRN"): (23, 11),
        (): (53, 20),
    }


def test_a_sum_with_a_hidden_part_is_hidden() -> None:
    one = sums((place("a"), place("b"), place("c")), Sign.SMALL, Sign.PROTECTED, 30, 60)
    other = sums((place("a", "b", kind=JOINED), place("c")), Sign.SMALL, 9, 12)
    assert pairs(one, other) == {("a", "b"): (Sign.PROTECTED, Sign.SMALL), ("c",): (30, 9), (): (60, 12)}


def test_flags_are_compared_where_both_reports_have_them_with_their_own_shares_and_bases() -> None:
    def flags(rows: str, *counts: int) -> CountTable:
        table = sums(tuple(Heading("goals", (code,)) for code in rows), *counts, 0)
        lines = len(counts)
        return replace(
            table, rows=table.rows[:-1], counts=table.counts[:-1], shares=((55,),) * lines, bases=(40,) * lines, is_multiple=True
        )

    found = compared(report(flags("ab", 10, 20)), report(flags("bc", 8, 9))).tables[1]
    assert isinstance(found, CountTable)
    assert [(row.codes, row.period) for row in found.rows] == [(("b",), Period.FIRST), (("b",), Period.SECOND)]
    assert (found.counts, found.shares, found.bases) == (((20,), (8,)), ((55,), (55,)), (40, 40))
    assert len(compared(report(flags("a", 10)), report(flags("b", 10))).tables) == 1


def test_spreads_and_steps_are_compared_row_by_row() -> None:
    spread = Spread(30, *(Sign.NO_SHARE,) * 6)
    school = SpreadTable("3.4a", (Heading("sex", ("F",)), ALL), (spread, spread), BASE)
    steps = FunnelTable("0.1", (Step("eligible", 90, 100, 100), Step("profiled", 60, 67, 67)), (), ())
    found = compared(report(steps, school), report(steps, replace(school, rows=(ALL,), spreads=(spread,))))
    coverage, years = found.table("C.0.1"), found.table("C.3.4a")
    assert isinstance(coverage, CountTable)
    assert coverage.counts == ((90,), (90,), (60,), (60,))
    assert coverage.shares == ((100,), (100,), (67,), (67,))
    assert isinstance(years, SpreadTable)
    assert [(row.kind, row.period) for row in years.rows] == [(ALL.kind, Period.FIRST), (ALL.kind, Period.SECOND)]


def test_a_table_of_one_report_alone_is_not_compared_and_training_is_told_of_either() -> None:
    one, other = report(sums((place("a"),), 9, 9)), replace(report(), is_training=True)
    found = compared(one, other)
    assert (found.tables, found.beside, found.is_training) == (one.tables, other, True)


@pytest.mark.parametrize("seed", range(20))
def test_every_number_that_is_compared_is_right_and_made_of_printed_ones(seed: int) -> None:
    people = population(seed)
    random = Random(seed)
    is_first = np.array([random.random() < 0.6 for _ in range(people.count)])
    halves = people.where(is_first), people.where(~is_first)
    one, other = (report(*make_tables(half, SPECS, RULES).tables) for half in halves)
    for table in compared(one, other).tables:
        if table.number.removeprefix("C.") in COLUMN_OF and table.number.startswith("C.") and isinstance(table, CountTable):
            for row, line in zip(table.rows, table.counts, strict=True):
                period = 0 if row.period is Period.FIRST else 1
                printed = (one, other)[period].table(table.number.removeprefix("C."))
                assert isinstance(printed, CountTable)
                for column, count in zip(table.columns, line, strict=True):
                    hidden = has_hidden(printed, row, column)
                    assert isinstance(count, Sign) == hidden, f"seed {seed}"
                    assert isinstance(count, Sign) or count == counted(halves[period], table.number, row, column), f"seed {seed}"


def has_hidden(table: CountTable, row: Heading, column: Heading) -> bool:
    """Whether a report hides a cell of these classes."""

    def is_in(one: Heading, wide: Heading) -> bool:
        return one.kind is wide.kind if wide.kind is HeadingKind.TOTAL else bool(set(one.codes) & set(wide.codes))

    return any(
        isinstance(count, Sign) and is_in(one, row) and is_in(other, column)
        for one, line in zip(table.rows, table.counts, strict=True)
        for other, count in zip(table.columns, line, strict=True)
    )


def counted(people: Cases, number: str, row: Heading, column: Heading) -> int:
    """The people of two classes, counted anew."""
    rows, columns = COLUMN_OF[number.removeprefix("C.")]
    assert {rows, columns} <= set(NAMES)
    found = crossed(people, rows, columns).counts
    return sum(
        count
        for (one, other), count in found.items()
        if (row.kind is HeadingKind.TOTAL or one in row.codes) and (column.kind is HeadingKind.TOTAL or other in column.codes)
    )
