"""The Gregorian calendar, also before it was introduced (ISO 8601)."""

from datetime import date

from s2w_desktop.domain.calendars.calendar import Calendar
from s2w_desktop.domain.calendars.keys import CalendarKey


def _new_year(year: int) -> int:
    return date(year, 1, 1).toordinal()


def _month_lengths(year: int) -> tuple[int, ...]:
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (31, 29 if is_leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


GREGORIAN = Calendar(CalendarKey.GREGORIAN, _new_year, _month_lengths)
