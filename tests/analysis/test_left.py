"""Who is left of many ways of adding and taking reports, counted at once, is who is left of each way by itself."""

from collections.abc import Sequence
from random import Random

import numpy as np

from s2w_desktop.analysis.counting import Crossed
from s2w_desktop.analysis.left import Counts, Left
from s2w_desktop.domain.figures import Heading

ROWS, COLUMNS = "abcdef", "xyz"


def test_numbers_of_many_ways_are_those_of_each_way_by_itself() -> None:
    for seed in range(40):
        random = Random(seed)
        founds = [crossed(random) for _ in range(random.randint(1, 5))]
        factors = np.array([random.choices((1, 0, -1), k=len(founds)) for _ in range(random.randint(1, 9))])
        rows, columns = headings(random, ROWS), headings(random, COLUMNS)
        found = Left(Counts(founds), factors)
        ways = [by_itself(founds, line) for line in factors.tolist()]
        assert found.grouped(rows, columns).tolist() == [list(one.grouped(rows, columns).values()) for one in ways]
        assert found.row_sums() == [one.row_sums() for one in ways]
        assert found.column_sums() == [one.column_sums() for one in ways]
        assert found.people.tolist() == [one.people for one in ways]
        assert found.is_nobody.tolist() == [not one.counts for one in ways]
        for cell, bits in zip(found.grouped(rows, columns).T.tolist(), found.under(rows, columns), strict=True):
            assert bits == tuple(sum((count < least) << way for way, count in enumerate(cell)) for least in (1, 2))


def by_itself(founds: Sequence[Crossed], line: Sequence[int]) -> Crossed:
    keys = dict.fromkeys(key for one in founds for key in one.counts)
    counts = {key: sum(factor * one.counts.get(key, 0) for factor, one in zip(line, founds, strict=True)) for key in keys}
    return Crossed({key: count for key, count in counts.items() if count}, {})


def crossed(random: Random) -> Crossed:
    return Crossed({(row, column): random.randint(0, 3) for row in ROWS for column in COLUMNS if random.random() < 0.6}, {})


def headings(random: Random, codes: str) -> list[Heading]:
    """Some of the codes, and one that nobody has, in up to three classes."""
    classes: list[list[str]] = [[], [], []]
    for code in (*codes, "nobody"):
        if random.random() < 0.9:
            random.choice(classes).append(code)
    return [Heading("", tuple(one)) for one in classes]
