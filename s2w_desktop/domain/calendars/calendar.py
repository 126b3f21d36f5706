"""What a calendar is: where each of its years begins, and how long its months are. All else follows from these two.

Days are `datetime.date` values, which are Gregorian; `date.toordinal` numbers them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from s2w_desktop.domain.calendars.keys import CalendarKey


@dataclass(frozen=True)
class Calendar:
    """A calendar with years, months and days counted from 1.

    `new_year` gives the ordinal of a year's first day, `month_lengths` the days of its months; both for any year above 0.
    """

    key: CalendarKey
    new_year: Callable[[int], int]
    month_lengths: Callable[[int], tuple[int, ...]]

    def day(self, year: int, month: int, day: int) -> date:
        """The day of a date. Raises ValueError for a month or a day that the year does not have."""
        lengths = self.month_lengths(year)
        if not (1 <= month <= len(lengths) and 1 <= day <= lengths[month - 1]):
            raise ValueError("no such day")
        return date.fromordinal(self.new_year(year) + sum(lengths[: month - 1]) + day - 1)

    def parts(self, day: date) -> tuple[int, int, int]:
        """Year, month and day of a day."""
        ordinal = day.toordinal()
        year = self._year_of(ordinal)
        rest = ordinal - self.new_year(year)
        lengths = self.month_lengths(year)
        before = 0
        for month, end in enumerate(accumulate(lengths), start=1):
            if rest < end:
                return year, month, rest - before + 1
            before = end
        raise AssertionError("a year is as long as its months")

    def first_day(self, year: int, month: int | None = None, day: int | None = None) -> date:
        """First day of a year, a month or a day. Raises ValueError as `day` does."""
        return self.day(year, 1 if month is None else month, 1 if day is None else day)

    def last_day(self, year: int, month: int | None = None, day: int | None = None) -> date:
        """Last day of a year, a month or a day. Raises ValueError as `day` does."""
        lengths = self.month_lengths(year)
        last = len(lengths) if month is None else month
        if not 1 <= last <= len(lengths):
            raise ValueError("no such month")
        return self.day(year, last, lengths[last - 1] if day is None else day)

    def _year_of(self, ordinal: int) -> int:
        """The year that holds a day: a first guess by the mean length of its years, then one or two steps."""
        first, thousandth = self.new_year(1), self.new_year(1001)
        year = max(1, (ordinal - first) * 1000 // (thousandth - first) + 1)
        while self.new_year(year) > ordinal:
            year -= 1
        while self.new_year(year + 1) <= ordinal:
            year += 1
        return year
