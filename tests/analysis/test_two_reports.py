"""Two reports of which one contains the other cannot be set against each other."""

from collections.abc import Iterator
from random import Random

import numpy as np
import pytest

from s2w_desktop.analysis.cases import Cases
from s2w_desktop.analysis.chapters import AGE, SEX
from s2w_desktop.analysis.counting import Crossed, crossed
from s2w_desktop.analysis.earlier import Earlier, Setting
from s2w_desktop.analysis.pieces import crossed_piece
from s2w_desktop.analysis.protected import cross_table
from s2w_desktop.analysis.specs import CrossSpec
from s2w_desktop.domain.figures import Count, CountTable, Heading
from tests.analysis.attacker import Attacker
from tests.analysis.test_attacks import ISCED3, NATIONALITY, POPULATIONS, RULES, population

SPECS = (CrossSpec("1.1", AGE, SEX), CrossSpec("3.2", NATIONALITY, ISCED3))


@pytest.mark.parametrize("seed", range(POPULATIONS))
def test_no_hidden_number_can_be_told_from_two_reports_over_different_periods(seed: int) -> None:
    """In each order: the longer period after the shorter one, and before it."""
    people = population(seed)
    random = Random(seed)
    share = random.choice((0.5, 0.8, 0.95, 0.99))
    first_months = people.where(np.array([random.random() < share for _ in range(people.count)]))
    for spec in SPECS:
        for old, new, is_part in ((first_months, people, True), (people, first_months, False)):
            before = table_of(spec, old)
            earlier = Earlier(counted(spec, old), crossed_piece(spec, counted(spec, old), before, None))
            factors = np.array([[1, -1] if is_part else [-1, 1]])
            after = cross_table(spec, Setting(counted(spec, new), {0: earlier}, factors), RULES)
            attacker = Attacker(RULES.threshold, people.count)
            for name, table in (("before", before), ("after", after)):
                if table is not None:
                    attacker.read(name, table)
            if before is not None and after is not None:
                attacker.contains(*(("after", "before") if is_part else ("before", "after")))
            assert attacker.told() == set(), f"seed {seed}, table {spec.number}"
            assert_no_small_difference(before, after, seed)


def assert_no_small_difference(before: CountTable | None, after: CountTable | None, seed: int) -> None:
    """Nor does a shown cell of the same classes differ by one to four people."""
    if before is None or after is None:
        return
    shown = {(row.codes, column.codes): count for row, column, count in cells(before)}
    for row, column, count in cells(after):
        other = shown.get((row.codes, column.codes))
        if isinstance(count, int) and isinstance(other, int):
            assert not 0 < abs(count - other) < RULES.threshold, f"seed {seed}"


def cells(table: CountTable) -> Iterator[tuple[Heading, Heading, Count]]:
    for row, line in zip(table.rows, table.counts, strict=True):
        for column, count in zip(table.columns, line, strict=True):
            yield row, column, count


def counted(spec: CrossSpec, people: Cases) -> Crossed:
    return crossed(people, spec.rows.name, spec.columns.name if spec.columns else None)


def table_of(spec: CrossSpec, people: Cases) -> CountTable | None:
    return cross_table(spec, Setting(counted(spec, people)), RULES)
