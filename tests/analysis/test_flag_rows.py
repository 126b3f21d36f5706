"""A row of flags hides its columns, and its sum too where the columns would follow from it."""

import pytest

from s2w_desktop.analysis.counting import Crossed
from s2w_desktop.analysis.earlier import Setting
from s2w_desktop.analysis.flag_rows import flags_table
from s2w_desktop.analysis.protected import Rules
from s2w_desktop.analysis.specs import FlagsSpec, Variable
from s2w_desktop.domain.figures import Count, Heading, Sign

SEX = Variable("sex", ("F", "M", "X"), is_ordered=True)
SPEC = FlagsSpec("5.4", ("licence", "other"), columns=SEX)
LICENCE, OTHER = Heading("licence", ()), Heading("other", ())
SMALL, PROTECTED = Sign.SMALL, Sign.PROTECTED


@pytest.mark.parametrize(
    ("yes", "no", "shown"),
    [
        ((20, 30, 10), (30, 20, 10), (20, 30, 10, 60)),
        ((20, 3, 10), (30, 20, 10), (PROTECTED, SMALL, PROTECTED, 33)),
        ((23, 0, 0), (2, 30, 30), (PROTECTED, 0, 0, PROTECTED)),  # the only hidden column would be the sum
        ((0, 5, 1), (30, 20, 10), (0, PROTECTED, SMALL, PROTECTED)),  # at least five and at least one make six
        ((0, 4, 4), (30, 20, 10), (0, SMALL, SMALL, PROTECTED)),  # two times at most four make eight
        ((2, 0, 0), (30, 20, 10), (SMALL, 0, 0, SMALL)),
    ],
)
def test_what_is_hidden_does_not_follow_from_the_sum(yes: tuple[int, ...], no: tuple[int, ...], shown: tuple[Count, ...]) -> None:
    assert row_of(yes, no) == shown


def test_a_row_that_nothing_can_hide_is_left_out() -> None:
    """All five who have a licence are men, and all men have one."""
    assert row_of((0, 5, 0), (3, 0, 20)) is None


def row_of(yes: tuple[int, ...], no: tuple[int, ...]) -> tuple[Count, ...] | None:
    """What is printed of a flag, beside another one that hides nothing."""
    plain = Crossed({(flag, sex): 25 for flag in ("yes", "no") for sex in SEX.codes}, {})
    counts = {("yes", sex): count for sex, count in zip(SEX.codes, yes, strict=True)}
    counts |= {("no", sex): count for sex, count in zip(SEX.codes, no, strict=True)}
    table = flags_table(SPEC, {LICENCE: Setting(Crossed(counts, {})), OTHER: Setting(plain)}, Rules(5))
    assert table is not None
    return dict(zip(table.rows, table.counts, strict=True)).get(LICENCE)
