"""How much of a country's language a kind of work usually asks for: a rule of thumb by group of ISCO-08, and stated as one.

Own editorial work. It follows what the work is about: with the hands beside others, with customers, with texts, with the law. A
vacancy that names a level is always right against it.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from s2w_desktop.domain.codes.learning import CEFR
from s2w_desktop.domain.derived.levels import NATIVE

USUAL_LEVEL: Final[Mapping[str, str]] = {
    "1": "C1", "14": "B2", "2": "C1", "21": "B2", "25": "B2", "3": "B2", "4": "B2", "5": "B1", "52": "B1", "6": "A2",
    "7": "A2", "74": "B1", "8": "A2", "83": "B1", "9": "A2",
}  # fmt: skip
"""The level by the beginning of the group's code; the longest beginning counts."""


class LanguageFit(Enum):
    """What is known about the person's level beside the one that is needed."""

    ENOUGH = "enough"
    MORE_NEEDED = "more_needed"
    UNKNOWN = "unknown"


def usual_level(group: str) -> str:
    """The level of list CEFR that work of a group usually asks for; empty for a group without a rule (armed forces)."""
    beginnings = (group[:length] for length in range(len(group), 0, -1))
    return next((USUAL_LEVEL[one] for one in beginnings if one in USUAL_LEVEL), "")


def language_fit(has: str, needed: str) -> LanguageFit:
    """How a level stands to the one that is needed; both of list CEFR or native, either may be empty.

    >>> language_fit("B1", "A2")
    <LanguageFit.ENOUGH: 'enough'>
    """
    if not needed or has == NATIVE:
        return LanguageFit.ENOUGH
    if has not in CEFR:
        return LanguageFit.UNKNOWN
    return LanguageFit.ENOUGH if CEFR.index(has) >= CEFR.index(needed) else LanguageFit.MORE_NEEDED
