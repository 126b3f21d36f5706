"""The Solar Hijri calendar of Iran (law of 31 March 1925) and Afghanistan (in these month lengths since 1957).

By law the year begins with the day on which the sun passes the vernal equinox before noon at 52.5° east. The rule here is
the 33-year cycle, which gives the very leap years that the Calendar Center of the University of Tehran published for 1206 to
1498 (KabiseShamsi1206-1498), and which ICU4X uses for Unicode's `persian`. From 1502 on the cycle and the equinox part; 1502 is
the one such year in our range (ICU4X, calendrical_calculations/persian.rs). The 2820-year cycle of A. Birashk puts the leap
days of 1403 and 1436 a year too late and is not used: see decision 0200.
"""

from s2w_desktop.domain.calendars.calendar import Calendar
from s2w_desktop.domain.calendars.keys import CalendarKey

_EPOCH = 226_895  # ordinal of 1 Farvardin 1, as the cycle reckons back
_LEAP_IN_CYCLE = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
_LATE_LEAP = 1502  # leap by the cycle, but its leap day comes at the end of the year after it


def _new_year(year: int) -> int:
    moved = 1 if year == _LATE_LEAP + 1 else 0
    return _EPOCH + 365 * (year - 1) + (8 * year + 21) // 33 - moved


def _month_lengths(year: int) -> tuple[int, ...]:
    is_leap = (year % 33 in _LEAP_IN_CYCLE and year != _LATE_LEAP) or year == _LATE_LEAP + 1
    return (31,) * 6 + (30,) * 5 + (30 if is_leap else 29,)


SOLAR_HIJRI = Calendar(CalendarKey.SOLAR_HIJRI, _new_year, _month_lengths)
