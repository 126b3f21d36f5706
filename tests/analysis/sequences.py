"""Reports that go out one after the other over months that contain each other, overlap, or lie apart, and what all of them say
together.

People are of months, which no report tells. So what a report prints is about people of its months, and an attacker who has all
reports knows whole numbers by month and by the variables of a table.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from random import Random

import numpy as np

from s2w_desktop.analysis.cases import Cases
from s2w_desktop.analysis.chapters import AGE, ISCO1, ISCO2, LEVELS, SEX
from s2w_desktop.analysis.counting import crossed
from s2w_desktop.analysis.editions import Edition
from s2w_desktop.analysis.making import make_tables
from s2w_desktop.analysis.protected import Rules
from s2w_desktop.analysis.specs import CrossSpec, FlagsSpec, LevelsSpec, ListSpec, Spec, Variable
from s2w_desktop.domain.figures import CountTable, Selection, Sign, is_few
from tests.analysis.joint_attacker import JointAttacker
from tests.analysis.joint_tables import Statement, statements
from tests.analysis.rows import read_cases

RULES = Rules(5)
NATIONALITY = Variable("nationality", most=4)
ISCED3 = Variable("isced3", ("low", "medium", "high"), is_ordered=True)
SPECS: tuple[Spec, ...] = (
    CrossSpec("1.1", AGE, SEX),
    FlagsSpec("1.6", ("care", "licence"), columns=SEX),
    ListSpec("2.1", "languages", most=4),
    LevelsSpec("2.3", ("listening", "reading"), LEVELS),
    CrossSpec("3.2", NATIONALITY, ISCED3, is_by_row=True),
    CrossSpec("4.3", ISCO1, SEX),
    CrossSpec("4.4", ISCO2, SEX, nested_in="4.3"),
    ListSpec("5.1", "strengths", SEX, most=3),
)
_OCCUPATIONS = tuple(f"{major}{minor}" for major in "235" for minor in "12")
_CODES = {
    "sex": ("F", "M", "X"),
    "age_group": AGE.codes,
    "care": (True, False, None),
    "licence": (False, True),
    "listening": ("0", "A1", "A2", "B1", None),
    "reading": ("0", "PA1", "_PNS"),
    "nationality": ("SYR", "IRQ", "ERI", "AFG", "SOM", "YEM"),
    "isced3": ISCED3.codes,
    "main_isco2": _OCCUPATIONS,
}
_LISTS = {"languages": ("ara", "kmr", "tir", "fas", "som"), "strengths": ("T1", "T2", "T3", "T4")}
NAMES = ("day", *_CODES, "main_isco1", *_LISTS)
_PARENT = {code: code[:1] for code in _OCCUPATIONS}

Months = tuple[int, int]
"""The first and the last month of a report."""

SCENES: tuple[tuple[Months, ...], ...] = (
    ((1, 6), (1, 12)),  # a half year and its year
    ((1, 6), (4, 9)),  # two that overlap in part
    ((1, 6), (1, 3), (4, 6)),  # a half year and its quarters
    ((1, 6), (4, 9), (1, 9)),  # two that overlap, and both together
    ((1, 3), (4, 6), (2, 5)),  # two quarters and what lies across them
    ((1, 6), (1, 3), (4, 5)),  # a part of a half year that nobody prints
    ((1, 9), (1, 3), (4, 6), (7, 9)),  # three parts and the whole
    ((1, 6), (4, 9), (7, 12), (1, 12)),  # a year, its halves, and what lies across
)


@dataclass(frozen=True)
class Printed:
    """One report of a sequence: its months, who is in it, and its tables."""

    months: Months
    people: Cases
    tables: Mapping[str, CountTable]


def sequence(seed: int, *, is_heeding: bool = True) -> tuple[Printed, ...]:
    """Reports over a random population in a random order, each heeding those before it; or none of them."""
    random = Random(seed)
    people, months = population(random)
    scene = list(SCENES[seed % len(SCENES)])
    random.shuffle(scene)
    editions: list[Edition] = []
    found = []
    for first, last in scene:
        chosen = people.where((months >= first) & (months <= last))
        selection = Selection(date(2026, first, 1), date(2026, last, monthrange(2026, last)[1]))
        made = make_tables(chosen, SPECS, RULES, selection=selection, editions=editions if is_heeding else ())
        tables = {table.number: table for table in made.tables if isinstance(table, CountTable)}
        editions.append(Edition(selection, RULES.threshold, date(2027, 1, 1), made.counted, tables))
        found.append(Printed((first, last), chosen, tables))
    return tuple(found)


def population(random: Random) -> tuple[Cases, "np.ndarray[tuple[int], np.dtype[np.int64]]"]:
    """People with the month of each; some codes and some months have few of them."""
    count = random.choice((60, 150, 400))
    months = random.choices(range(1, 13), [random.choice((0, 0.1, 1, 3)) + 0.02 for _ in range(12)], k=count)
    drawn: dict[str, list[object]] = {"day": [f"2026-{month:02}-15" for month in months]}
    for name, codes in _CODES.items():
        drawn[name] = random.choices(codes, [random.expovariate(1) ** 2 + 0.01 for _ in codes], k=count)
    drawn["main_isco1"] = [str(code)[:1] for code in drawn["main_isco2"]]
    for name, codes in _LISTS.items():
        drawn[name] = [random.sample(codes, random.randint(0, 2)) for _ in range(count)]
    rows = list(zip(*(drawn[name] for name in NAMES), strict=True))
    return read_cases(NAMES, rows, amounts=frozenset(), lists=frozenset(_LISTS)), np.array(months)


def told(reports: Sequence[Printed]) -> set[str]:
    """The hidden cells of all of these reports that can be one number only, by somebody who has them all; and the few people of
    whom that can be said where a report prints sums alone and another the cells."""
    found: set[str] = set()
    for numbers in (("1.1",), ("1.6",), ("2.1",), ("2.3",), ("3.2",), ("4.3", "4.4"), ("5.1",)):
        said = [one for report in reports for number in numbers for one in _said(report, number)]
        said += [one for report in reports for number in numbers for one in _small_unprinted(report, number, reports)]
        if any(one.cell and one.least != one.most for one in said):
            parts = [("main_isco2", "main_isco1", _PARENT)] if _is_nested(said) else []
            found |= JointAttacker(said, _SOMEBODY, parts).told()
    return found


_SOMEBODY = 1000
"""More people than any report has: those of no report are not known."""


def _is_nested(said: Sequence[Statement]) -> bool:
    return {"main_isco1", "main_isco2"} <= {name for one in said for _, who in one.parts for name in who}


def _said(report: Printed, number: str) -> Iterator[Statement]:
    """What a table of a report says, of the people of its months alone; of flags and lists with what others tell of their
    columns."""
    table = report.tables.get(number)
    if table is None:
        return
    first, last = report.months
    here = {"month": frozenset(map(str, range(first, last + 1)))}
    spec = next(one for one in SPECS if one.number == number)
    said = list(statements(spec, table, RULES.threshold, _SOMEBODY))
    if isinstance(spec, FlagsSpec | ListSpec) and spec.columns:
        said += _columns(report, spec.columns)
    for one in said:
        cell = f"{report.months} {one.cell}" if one.cell and one.least != one.most else ""
        yield replace(one, parts=tuple((factor, here | dict(who)) for factor, who in one.parts), cell=cell)


def _small_unprinted(report: Printed, number: str, reports: Sequence[Printed]) -> Iterator[Statement]:
    """The cells of one to four people of a table without columns, by the classes of all reports that print cells. Nothing is
    said of them; of a nested table the wider one says something."""
    table, spec = report.tables.get(number), next(one for one in SPECS if one.number == number)
    if table is None or len(table.columns) > 1 or not isinstance(spec, CrossSpec) or not spec.columns or spec.nested_in:
        return
    tables = [one.tables[number] for one in reports if number in one.tables]
    cells = {(row, column) for one in tables for row in one.rows for column in one.columns if row.codes and column.codes}
    counts = crossed(report.people, spec.rows.name, spec.columns.name)
    first, last = report.months
    here = {"month": frozenset(map(str, range(first, last + 1)))}
    for row, column in sorted(cells, key=lambda cell: (cell[0].codes, cell[1].codes)):
        if is_few(counts.grouped([row], [column])[0, 0], RULES.threshold):
            who = here | {spec.rows.name: frozenset(row.codes), spec.columns.name: frozenset(column.codes)}
            yield Statement(((1.0, who),), 0, _SOMEBODY, f"{report.months} {number} {row.codes} {column.codes} unprinted")


def _columns(report: Printed, variable: Variable) -> Iterator[Statement]:
    """How many people stand in each column, where a table by two variables tells."""
    by = [one.number for one in SPECS if isinstance(one, CrossSpec) and one.columns == variable]
    for table in (report.tables[number] for number in by if number in report.tables):
        for column, count in zip(table.columns, table.counts[-1], strict=True):
            if column.codes and isinstance(count, int):
                yield Statement(((1.0, {variable.name: frozenset(column.codes)}),), count, count)


def small_between(reports: Sequence[Printed]) -> set[str]:
    """Numbers of one to four people that somebody gets who adds and takes what is shown, where that leaves people of some
    months, each once."""
    covers = np.array([[first <= month <= last for month in range(1, 13)] for first, last in (one.months for one in reports)])
    found = set()
    for factors in product((-1, 0, 1), repeat=len(reports)):
        left = np.array(factors) @ covers
        if not left.any() or set(left.tolist()) - {0, 1}:
            continue
        used = [(factor, one) for factor, one in zip(factors, reports, strict=True) if factor]
        for cell in set.intersection(*(set(shown(one)) for _, one in used)):
            if 0 < abs(sum(factor * shown(one)[cell] for factor, one in used)) < RULES.threshold:
                found.add(f"{[(factor, one.months) for factor, one in used]} {cell}")
    return found


def shown(report: Printed) -> dict[tuple[object, ...], int]:
    """The numbers that a report shows, by table, row and column. The sum of a row without columns is not that of one with them in
    another report, for it may count others."""
    return {
        (number, row, column): count
        for number, table in report.tables.items()
        for row, line in zip(table.rows, table.counts, strict=True)
        for column, count in zip(table.columns, line, strict=True)
        if not isinstance(count, Sign)
    }
