"""Partial dates of the Gregorian calendar, as they are stored, compared and counted; and how other calendars become them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from s2w_desktop.domain.calendars import Calendar, CalendarKey, calendar_of
from s2w_desktop.domain.edtf import DatePoint, DateShape, Doubt, parse_shape

FIRST_DAY: Final = date(1800, 1, 1)
LAST_DAY: Final = date(2199, 12, 31)
"""Days beyond these are slips of the hand: nobody alive was born before, and whole decades and centuries fit between."""

_LONGEST_YEAR = 366
_GREGORIAN = calendar_of(CalendarKey.GREGORIAN)


@dataclass(frozen=True)
class PartialDate(DateShape):
    """A date as far as it is known, within FIRST_DAY and LAST_DAY. Never forced to 1 January."""

    def __post_init__(self) -> None:
        super().__post_init__()
        first, last = self.span
        if (first or FIRST_DAY) < FIRST_DAY or (last or LAST_DAY) > LAST_DAY:
            raise ValueError("too far away")
        if (first or FIRST_DAY) > (last or LAST_DAY):
            raise ValueError("the end lies before the beginning")

    @classmethod
    def parse(cls, untrusted_text: str) -> "PartialDate":
        """Read the stored form (see `edtf`). Raises ValueError for anything else; the message does not repeat the text."""
        shape = parse_shape(untrusted_text)
        return cls(shape.first, shape.last)

    @classmethod
    def on(cls, day: date) -> "PartialDate":
        """The date of a day. Raises ValueError for one that is too far away."""
        point = DatePoint(day.year, day.month, day.day)
        return cls(point, point)

    @cached_property
    def span(self) -> tuple[date | None, date | None]:
        """`earliest` and `latest`."""
        return span_of(self, _GREGORIAN)

    @property
    def earliest(self) -> date | None:
        """First day that the date can mean; None for "before"."""
        return self.span[0]

    @property
    def latest(self) -> date | None:
        """Last day that the date can mean; None for "after". "Before 1984" may still mean a day of 1984."""
        return self.span[1]

    @property
    def year(self) -> int | None:
        """The year to print where one year has to do; None when the date is open or spreads over more than a year's days.

        A year of another calendar stands in two Gregorian ones; this is the first of them.
        """
        first, last = self.span
        if first is None or last is None or (last - first).days >= _LONGEST_YEAR:
            return None
        return first.year


def span_of(shape: DateShape, calendar: Calendar) -> tuple[date | None, date | None]:
    """First and last day of a shape told in a calendar, None where it is open. Raises ValueError for a day that is not there."""
    first = None if shape.first is None else calendar.first_day(shape.first.year, shape.first.month, shape.first.day)
    last = None if shape.last is None else calendar.last_day(shape.last.last_year, shape.last.month, shape.last.day)
    for point in shape.points:  # the inner ends too: 30 February is no month to begin in
        calendar.last_day(point.year, point.month, point.day)
    return first, last


def in_gregorian(shape: DateShape, calendar: Calendar) -> PartialDate:
    """A date told in a calendar, as the Gregorian days that it means. Raises ValueError for a day that is not there."""
    if calendar is _GREGORIAN:
        return PartialDate(shape.first, shape.last)
    first, last = span_of(shape, calendar)
    return PartialDate(_day_point(first, shape.first), _day_point(last, shape.last))


def in_calendar(told: PartialDate, key: CalendarKey) -> DateShape:
    """The days of a Gregorian date in another calendar, from the first that it can mean to the last."""
    calendar = calendar_of(key)
    first, last = (None if day is None else calendar.parts(day) for day in told.span)
    doubts = [Doubt.NONE if point is None else point.doubt for point in (told.first, told.last)]
    return DateShape(first and DatePoint(*first, doubts[0]), last and DatePoint(*last, doubts[1]))


def _day_point(day: date | None, told: DatePoint | None) -> DatePoint | None:
    return None if day is None or told is None else DatePoint(day.year, day.month, day.day, told.doubt)


def age_on(day: date, born: PartialDate) -> tuple[int, int]:
    """Least and greatest age in whole years that a birth date allows on a day; where it is open, by FIRST_DAY and LAST_DAY."""

    def years(birth: date) -> int:
        return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))

    return years(born.latest or LAST_DAY), years(born.earliest or FIRST_DAY)
