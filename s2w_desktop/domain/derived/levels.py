"""Levels of a language taken together: the `overall` of profile-model 6.8."""

from collections.abc import Iterable, Sequence

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.codes.learning import CEFR

NATIVE = "NAT"
"""Level of a mother tongue, which is not asked (profile-model 6.24, CEFR)."""


def lower_median(order: Sequence[str], answers: Iterable[Answer | None]) -> str:
    """The middle of the codes that were chosen, in the order of their list; of an even number the lower of the middle two.

    Empty when none was chosen.
    """
    chosen = sorted(order.index(answer) for answer in answers if isinstance(answer, str) and answer in order)
    return order[chosen[(len(chosen) - 1) // 2]] if chosen else ""


def overall_level(answers: Iterable[Answer | None]) -> str:
    """The level of a language: the lower median of what is known of the five skills. Empty when nothing is.

    The paper leaves open what holds when fewer than five were answered; then the others count alone.
    """
    return lower_median(CEFR, answers)


def lowest_level(answers: Iterable[Answer | None]) -> str:
    """The weakest of the levels that were chosen. Empty when none was."""
    return min((answer for answer in answers if isinstance(answer, str) and answer in CEFR), key=CEFR.index, default="")
