"""What words a field has: the question as it is put to the person, a short label for lists and papers, and the unit."""

from dataclasses import dataclass
from enum import Enum

from s2w_desktop.i18n.marks import Message


class Unit(Enum):
    """What a number counts."""

    NONE = ""
    YEARS = "years"
    MONTHS = "months"
    HOURS = "hours"
    CHILDREN = "children"
    TIMES = "times"


@dataclass(frozen=True)
class FieldWords:
    """Words of one field."""

    question: Message
    short: Message
    unit: Unit = Unit.NONE


def noted(short: Message) -> FieldWords:
    """Words of a field that is noted and never asked."""
    return FieldWords(short, short)
