"""The Islamic calendar in its tabular, civil form: cycles of 30 years, counted from Friday, 16 July 622 (Julian).

Leap years are 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of the cycle (Reingold and Dershowitz, Calendrical Calculations,
chapter 7; `islamic-civil` of Unicode CLDR). Months that were announced by sight of the moon, or by the table of Umm al-Qura,
begin up to two days away from it: see decision 0200.
"""

from s2w_desktop.domain.calendars.calendar import Calendar
from s2w_desktop.domain.calendars.keys import CalendarKey

_EPOCH = 227_015  # ordinal of 1 Muharram 1


def _new_year(year: int) -> int:
    return _EPOCH + 354 * (year - 1) + (11 * year + 3) // 30


def _month_lengths(year: int) -> tuple[int, ...]:
    is_leap = (11 * year + 14) % 30 < 11
    return (30, 29) * 5 + (30, 30 if is_leap else 29)


ISLAMIC = Calendar(CalendarKey.ISLAMIC, _new_year, _month_lengths)
