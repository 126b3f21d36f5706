"""Whoever has all that was printed, and an integer programme, cannot tell a hidden number."""

import os
from dataclasses import replace
from random import Random

import pytest

from s2w_desktop.analysis.cases import Cases
from s2w_desktop.analysis.chapters import AGE, ISCO1, ISCO2, SEX
from s2w_desktop.analysis.counting import crossed
from s2w_desktop.analysis.making import make_tables
from s2w_desktop.analysis.protected import Rules
from s2w_desktop.analysis.specs import CrossSpec, Variable
from s2w_desktop.domain.figures import CountTable, Sign
from tests.analysis.attacker import Attacker, hidden_cells
from tests.analysis.rows import read_cases

NAMES = ("sex", "age_group", "nationality", "isced3", "main_isco1", "main_isco2")
RULES = Rules(5)
POPULATIONS = int(os.environ.get("S2W_ATTACKS", "60"))
"""`packaging/dev.py soak --attacks N` sets more."""

NATIONALITY = Variable("nationality", most=6)
ISCED3 = Variable("isced3", ("low", "medium", "high"), is_ordered=True)
SPECS = (
    CrossSpec("1.1", AGE, SEX),
    CrossSpec("1.2", NATIONALITY, SEX),
    CrossSpec("3.2", NATIONALITY, ISCED3),
    CrossSpec("4.3", ISCO1, SEX),
    CrossSpec("4.4", ISCO2, SEX, nested_in="4.3"),
    CrossSpec("4.5", ISCO1, ISCED3),
    CrossSpec("4.6", ISCO1, NATIONALITY),
)


@pytest.mark.parametrize("seed", range(POPULATIONS))
def test_no_hidden_number_can_be_told_from_one_report(seed: int) -> None:
    people = population(seed)
    tables = printed(people)
    attacker = Attacker(RULES.threshold, people.count)
    for table in tables:
        attacker.read(table.number, table)
    if {"4.3", "4.4"} <= {table.number for table in tables}:
        codes = {name: name[:1] for name in people.classes("main_isco2").names}
        attacker.nested("4.4", "4.3", codes)
    assert attacker.told() == set(), f"seed {seed}"


@pytest.mark.parametrize("seed", range(POPULATIONS // 2))
def test_nor_by_somebody_who_sets_three_tables_against_each_other(seed: int) -> None:
    people = population(seed)
    tables = {table.number: table for table in printed(people)}
    crossed_by_two = [tables[number] for number in ("4.3", "4.6", "1.2") if number in tables and len(tables[number].columns) > 1]
    if len(crossed_by_two) < 3 or tables["4.3"].columns != tables["1.2"].columns:
        pytest.skip("too few people for three tables")
    attacker = Attacker(RULES.threshold, people.count)
    for table in crossed_by_two:
        attacker.read(table.number, table)
    attacker.joined("4.3", "4.6", "1.2")
    assert attacker.told() == set(), f"seed {seed}"


def test_the_attacker_finds_what_is_badly_hidden() -> None:
    people = population(3)
    table = next(one for one in printed(people) if any(hidden_cells([one])))
    attacker = Attacker(RULES.threshold, people.count)
    attacker.read("bad", without_protection(table, people))
    assert attacker.told()


def population(seed: int) -> Cases:
    """People of whom some groups are rare; every answer is there, so that all tables are of the same people."""
    random = Random(seed)
    count = random.choice((30, 80, 200, 450))
    weights = {
        "sex": ("MFX", [random.uniform(1, 9), random.uniform(1, 9), random.choice((0, 0.1, 1))]),
        "age_group": (AGE.codes, [random.expovariate(1) for _ in AGE.codes]),
        "nationality": (("SYR", "IRQ", "ERI", "AFG", "SOM", "YEM", "COD"), [random.expovariate(1) for _ in range(7)]),
        "isced3": (ISCED3.codes, [random.expovariate(1) for _ in range(3)]),
        "main_isco2": ([f"{a}{b}" for a in "123456789" for b in "123"], [random.expovariate(1) ** 2 for _ in range(27)]),
    }
    drawn = {name: random.choices(tuple(codes), share, k=count) for name, (codes, share) in weights.items()}
    drawn["main_isco1"] = [code[:1] for code in drawn["main_isco2"]]
    rows = list(zip(*(drawn[name] for name in NAMES), strict=True))
    return read_cases(NAMES, rows, amounts=frozenset(), lists=frozenset())


def printed(people: Cases) -> list[CountTable]:
    tables = make_tables(people, SPECS, RULES).tables
    return [table for table in tables if isinstance(table, CountTable)]


def without_protection(table: CountTable, people: Cases) -> CountTable:
    """The same table with small cells hidden and nothing else, as a careless programme would print it."""
    true = crossed(people, table.rows[0].variable, table.columns[0].variable).grouped(table.rows[:-1], table.columns[:-1])
    lines = [
        tuple(true[i, j] if (i, j) in true and count is Sign.PROTECTED else count for j, count in enumerate(line))
        for i, line in enumerate(table.counts)
    ]
    return replace(table, counts=tuple(lines))
