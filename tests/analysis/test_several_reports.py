"""Whoever has several reports, over periods that contain each other, overlap or lie apart, cannot tell a hidden number.

An integer programme has everything printed, of tables by two variables, flags, lists and levels; it knows people by month.
"""

import os

import pytest

from tests.analysis.sequences import SCENES, sequence, small_between, told

SEQUENCES = max(5, int(os.environ.get("S2W_ATTACKS", "0")) // 20) * len(SCENES)
"""`packaging/dev.py soak --attacks N` sets more; each takes as long as many of single tables."""


SUMS_ALONE = (6500, 20287, 30023, 30086, 30244, 41468, 42066, 42319, 42439, 42674, 50836, 52236)
"""Sequences in which a table without columns told hidden cells of other reports, or one to four people of its own, before it was
set against the others like any other."""
NOBODY = 51996
"""A sequence in which a row of flags that nobody has left two people beside two other reports."""
UNCOUNTED = 50204
"""A sequence in which a code of a list was told that one of three reports did not count."""


@pytest.mark.parametrize("seed", [*range(SEQUENCES), *SUMS_ALONE, NOBODY, UNCOUNTED])
def test_no_hidden_number_can_be_told_from_several_reports_nor_a_small_one_from_what_they_show(seed: int) -> None:
    reports = sequence(seed)
    assert told(reports) == set(), f"seed {seed}"
    assert small_between(reports) == set(), f"seed {seed}"


def test_the_attacker_finds_what_reports_tell_that_do_not_heed_each_other() -> None:
    """Of a half year and its quarters, made as if no other report had gone out."""
    reports = sequence(10, is_heeding=False)
    assert told(reports)
    assert small_between(reports)


def test_two_reports_that_overlap_in_part_tell_nothing_of_each_other_unheeded() -> None:
    for seed in range(1, 6 * len(SCENES), len(SCENES)):
        reports = sequence(seed, is_heeding=False)
        assert {one.months for one in reports} == {(1, 6), (4, 9)}
        assert told(reports) == set(), f"seed {seed}"
