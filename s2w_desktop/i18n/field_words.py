"""What words a field has: the question as it is put to the person, a short label for lists and papers, and the unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext


class Unit(Enum):
    """What a number counts."""

    NONE = ""
    YEARS = "years"
    MONTHS = "months"
    HOURS = "hours"
    CHILDREN = "children"
    TIMES = "times"
    SECONDS = "seconds"


UNITS: Final[Mapping[Unit, Message]] = {
    Unit.YEARS: pgettext("unit", "years"),
    Unit.MONTHS: pgettext("unit", "months"),
    Unit.HOURS: pgettext("unit", "hours"),
    Unit.CHILDREN: pgettext("unit", "children"),
    Unit.TIMES: pgettext("unit", "times"),
    Unit.SECONDS: pgettext("unit", "seconds"),
}


@dataclass(frozen=True)
class FieldWords:
    """Words of one field."""

    question: Message
    short: Message
    unit: Unit = Unit.NONE


def noted(short: Message) -> FieldWords:
    """Words of a field that is noted and never asked."""
    return FieldWords(short, short)
