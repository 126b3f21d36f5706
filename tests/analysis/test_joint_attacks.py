"""Whoever sets all tables of a whole report against each other cannot tell a hidden number either."""

import os
from collections import Counter
from random import Random

import pytest

from s2w_desktop.analysis.chapters import TABLES
from s2w_desktop.analysis.making import make_tables
from s2w_desktop.analysis.protected import Rules
from s2w_desktop.analysis.skill_groups import SKILL_GROUPS
from s2w_desktop.analysis.specs import FlagsSpec, ListSpec
from s2w_desktop.domain.derived.cases import AMOUNTS, LISTS
from s2w_desktop.domain.derived.learning import LEVEL_OF_ISCED
from s2w_desktop.domain.figures import Table
from tests.analysis.crowds import ABSENT, Columns, crowd
from tests.analysis.joint_attacker import JointAttacker
from tests.analysis.joint_tables import Statement, margins, statements
from tests.analysis.rows import read_cases

THRESHOLD = 5
POPULATIONS = max(1, int(os.environ.get("S2W_ATTACKS", "0")) // 20)
"""`packaging/dev.py soak --attacks N` sets more; each takes as long as many of single tables."""

SPECS = {spec.number: spec for spec in TABLES}
PARTS = (
    ("isced", "isced3", dict(LEVEL_OF_ISCED)),
    ("main_isco2", "main_isco1", {f"{major}{minor}": major for major in "0123456789" for minor in "0123456789"}),
)


@pytest.mark.parametrize("seed", range(1, POPULATIONS + 1))
def test_no_hidden_number_can_be_told_from_all_tables_of_two_variables_together(seed: int) -> None:
    count = 450 if seed == 1 else Random(seed).choice((80, 200, 450))
    tables = report(crowd(count, seed), count)
    said = [one for table in tables if not is_of_flags(table) for one in statements(SPECS[table.number], table, THRESHOLD, count)]
    known = {name for one in said for _, who in one.parts for name in who}
    attacker = JointAttacker(said, count, [part for part in PARTS if part[0] in known and part[1] in known])
    assert attacker.told() == set(), f"seed {seed}"


@pytest.mark.parametrize("seed", range(1, 2 * POPULATIONS + 1))
def test_nor_from_a_table_of_flags_by_somebody_who_knows_how_many_stand_in_each_column(seed: int) -> None:
    """Flags stand in no other table, so all that joins theirs with the others is how many people there are by the columns."""
    count = Random(seed).choice((80, 200, 450))
    columns = crowd(count, seed)
    for table in report(columns, count):
        spec = SPECS[table.number]
        if isinstance(spec, FlagsSpec | ListSpec):
            said = list(statements(spec, table, THRESHOLD, count))
            if spec.columns:
                told = Counter(str(value) for value in columns[spec.columns.name] if value not in (None, *ABSENT))
                said += margins(spec.columns.name, told, count)
            assert JointAttacker(said, count).told() == set(), f"seed {seed}, table {table.number}"


def test_the_attacker_finds_what_only_three_tables_together_tell() -> None:
    """Two people are women, young and workers by pairs; that one is all three follows from the three tables alone."""
    who = (("a", "b"), ("b", "c"), ("a", "c"))
    said = [Statement(((1.0, dict.fromkeys(pair, frozenset({"yes"}))),), 2, 2) for pair in who]
    said += [Statement(((1.0, {name: frozenset({"yes"})}),), 2, 2) for name in "abc"]
    said.append(Statement(((1.0, dict.fromkeys("abc", frozenset({"yes"}))),), 1, 4, "all three"))
    assert JointAttacker(said, 10).told() == {"all three"}
    assert JointAttacker(said[1:], 10).told() == {"all three"}
    assert JointAttacker(said[2:], 10).told() == set()


def is_of_flags(table: Table) -> bool:
    return isinstance(SPECS[table.number], FlagsSpec | ListSpec)


def report(columns: Columns, count: int) -> tuple[Table, ...]:
    names = list(columns)
    rows = [[columns[name][person] for name in names] for person in range(count)]
    return make_tables(read_cases(names, rows, amounts=AMOUNTS, lists=LISTS | {SKILL_GROUPS}), TABLES, Rules(THRESHOLD)).tables
