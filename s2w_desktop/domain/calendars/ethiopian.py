"""The Ethiopian calendar in the era of Mercy (Amete Mihret), as used in Ethiopia and Eritrea.

Twelve months of 30 days and a thirteenth of 5, or of 6 in the year before each one divisible by 4. Year 1 begins on 29 August
8 (Julian); Julian Day Number 1 724 221 (Beyene and Kudlek, www.geez.org/Calendars; `ethiopic` of Unicode CLDR).
"""

from s2w_desktop.domain.calendars.calendar import Calendar
from s2w_desktop.domain.calendars.keys import CalendarKey

_EPOCH = 2_796  # ordinal of 1 Meskerem 1


def _new_year(year: int) -> int:
    return _EPOCH + 365 * (year - 1) + year // 4


def _month_lengths(year: int) -> tuple[int, ...]:
    return (30,) * 12 + (6 if year % 4 == 3 else 5,)


ETHIOPIAN = Calendar(CalendarKey.ETHIOPIAN, _new_year, _month_lengths)
