"""Birth dates compared as far as they are known."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import Final

from s2w_desktop.domain.dates import PartialDate
from s2w_desktop.domain.edtf import Doubt

_MOST_YEARS: Final = 3
_NEXT: Final = 1


class BirthLikeness(IntEnum):
    """How two birth dates compare; more is stronger."""

    DIFFERENT = 0
    UNKNOWN = 1  # one is not known, or known too roughly to tell
    NEAR = 2  # at most one year apart
    YEAR = 3  # the same year
    DAY = 4  # the same day, and it is not 1 January, which is written where the day is unknown


@dataclass(frozen=True)
class Birth:
    """The years in which somebody was born, None where a side is open; `day` where it is known to the day."""

    first: int | None = None
    last: int | None = None
    day: date | None = None

    @classmethod
    def on(cls, told: PartialDate) -> "Birth":
        """A birth date as it was told; one that is doubted reaches a year further on both sides."""
        first, last = told.span
        doubt = 1 if any(point.doubt is not Doubt.NONE for point in told.points) else 0
        day = first if first == last and not doubt else None
        return cls(None if first is None else first.year - doubt, None if last is None else last.year + doubt, day)

    @classmethod
    def of_age(cls, age: int, told_on: date) -> "Birth":
        """Somebody of this age, in completed years, on a day."""
        return cls(told_on.year - age - 1, told_on.year - age)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that it can be, when they are few enough to tell people apart; else none."""
        if self.first is None or self.last is None or self.last - self.first >= _MOST_YEARS:
            return ()
        return tuple(range(self.first, self.last + 1))


NOT_KNOWN: Final = Birth()


def compare_births(one: Birth, other: Birth) -> BirthLikeness:
    """How two birth dates compare, whichever comes first."""
    if one.day is not None and one.day == other.day:
        is_made_up = (one.day.month, one.day.day) == (1, 1)
        return BirthLikeness.YEAR if is_made_up else BirthLikeness.DAY
    apart = max(_years_between(one, other), _years_between(other, one))
    if apart > _NEXT:
        return BirthLikeness.DIFFERENT
    if not (one.years and other.years):
        return BirthLikeness.UNKNOWN
    return BirthLikeness.NEAR if apart > 0 else BirthLikeness.YEAR


def _years_between(before: Birth, after: Birth) -> int:
    """Years from the last of one to the first of the other; not above 0 where they meet or a side is open."""
    if before.last is None or after.first is None:
        return 0
    return after.first - before.last
