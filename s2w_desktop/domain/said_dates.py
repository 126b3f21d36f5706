"""A date as a person told it: what was said, in which calendar, and the Gregorian days that this means.

What was said keeps the digits as they were typed, in the order year, month, day with `-` between them and the marks of
`edtf`: `۱۳۶۳-۵-۷`, `۱۳۶۳~`, `۱۳۶X`, `../۱۳۶۳`, `۱۳۶۳/۱۳۶۵`. Numbers need no leading zero. Anything else that was said is
kept too: it is a date that is not understood yet.
"""

import datetime
import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Final

from s2w_desktop.domain.calendars import CalendarKey, calendar_of
from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.dates import PartialDate, in_gregorian
from s2w_desktop.domain.edtf import OPEN, DatePoint, DateShape, Doubt
from s2w_desktop.domain.folding import latin_digits

MOST_SAID: Final = 400
_FIRST_YEARS = re.compile(r"(\d{3})X|(\d{2})XX", re.ASCII)
_INVISIBLE = re.compile("[\u200c-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
_YEAR_DIGITS = 4


class DateFault(Enum):
    """Why what was said makes no date."""

    UNREADABLE = "unreadable"  # something else than numbers
    INCOMPLETE = "incomplete"  # a day without a month, a month without a year, a range without an end
    IMPOSSIBLE = "impossible"  # the calendar has no such day
    YEAR = "year"  # not four digits, or too far away
    DECADE = "decade"  # a decade or century that is not told by its first year
    ORDER = "order"  # the end lies before the beginning


class NotUnderstood(ValueError):
    """What was said makes no date; stays between this module and those who ask it."""

    def __init__(self, fault: DateFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class SaidDate:
    """An answer of kind DATE. `said` is empty where the date itself is what was typed: Gregorian, in Latin digits.

    `date` is None while what was said is not understood; nothing of it is lost then.
    """

    date: PartialDate | None
    said: str = ""
    calendar: CalendarKey = CalendarKey.GREGORIAN

    @classmethod
    def plainly(cls, edtf: str) -> "SaidDate":
        """A Gregorian date in Latin digits, in its stored form. Raises ValueError as `PartialDate.parse` does."""
        return cls(PartialDate.parse(edtf))

    @classmethod
    def on(cls, day: datetime.date) -> "SaidDate":
        """A day that the program notes by itself."""
        return cls(PartialDate.on(day))

    @classmethod
    def heard(cls, said: str, calendar: CalendarKey) -> "SaidDate":
        """The answer of what was typed (a clean text): understood where it can be, kept in any case."""
        try:
            found = understood(said, calendar)
        except NotUnderstood:
            return cls(None, said, calendar)
        is_plain = said.isascii() and calendar is CalendarKey.GREGORIAN
        return cls(found) if is_plain else cls(found, said, calendar)

    def told_as(self, said: str, calendar: CalendarKey) -> "SaidDate":
        """The same days, told in words that hold no numbers to check them by."""
        return SaidDate(self.date, said, calendar)

    @property
    def told(self) -> str:
        """What was said, in the calendar that it was said in."""
        return self.said or str(self.date)

    @cached_property
    def shape(self) -> DateShape | None:
        """The date in its own calendar; None where only the words are known."""
        try:
            return shape_of(self.told)
        except NotUnderstood:
            return None

    @property
    def fault(self) -> DateFault | None:
        """Why there is no date; None when there is one."""
        if self.date is not None:
            return None
        try:
            understood(self.said, self.calendar)
        except NotUnderstood as failure:
            return failure.fault
        return None

    def plain(self) -> Plain:
        """The stored form: bare EDTF, or an object of `said`, `calendar` and, when understood, `date`."""
        if not self.said:
            return str(self.date)
        kept: dict[str, Plain] = {"said": self.said, "calendar": self.calendar.value}
        return kept if self.date is None else kept | {"date": str(self.date)}


def understood(said: str, calendar: CalendarKey) -> PartialDate:
    """The Gregorian days that a text means in a calendar. Raises NotUnderstood, which says why."""
    shape = shape_of(said)
    book = calendar_of(calendar)
    try:
        for point in shape.points:
            book.last_day(point.year, point.month, point.day)
    except ValueError as cause:
        raise NotUnderstood(DateFault.IMPOSSIBLE) from cause
    try:
        for point in shape.points:
            in_gregorian(DateShape(point, point), book)
    except ValueError as cause:
        raise NotUnderstood(DateFault.YEAR) from cause
    try:
        return in_gregorian(shape, book)
    except ValueError as cause:
        raise NotUnderstood(DateFault.ORDER) from cause


def shape_of(said: str) -> DateShape:
    """The numbers of a text, whatever its digits. Raises NotUnderstood for one that does not hold numbers of a date."""
    sides = [side.strip() for side in _INVISIBLE.sub("", latin_digits(said)).split("/")]
    if len(sides) == 1:
        point = _point(sides[0], in_range=False)
        return DateShape(point, point)
    if len(sides) != 2:
        raise NotUnderstood(DateFault.UNREADABLE)
    if sides == [OPEN, OPEN]:
        raise NotUnderstood(DateFault.INCOMPLETE)
    first, last = (None if side == OPEN else _point(side, in_range=True) for side in sides)
    return DateShape(first, last)


def _point(side: str, *, in_range: bool) -> DatePoint:
    if side.endswith("X") and not in_range:
        return _decade(side)
    doubt = Doubt(side[-1]) if side[-1:] in ("~", "?", "%") else Doubt.NONE
    texts = [part.strip() for part in side.removesuffix(doubt.value).split("-")]
    if len(texts) > 3 or not all(part.isascii() and part.isdigit() for part in texts if part):
        raise NotUnderstood(DateFault.UNREADABLE)
    if not all(texts):
        raise NotUnderstood(DateFault.INCOMPLETE)
    if len(texts[0]) != _YEAR_DIGITS:
        raise NotUnderstood(DateFault.YEAR)
    if any(len(part) > 2 for part in texts[1:]):
        raise NotUnderstood(DateFault.IMPOSSIBLE)
    year, month, day = [*map(int, texts), None, None][:3]
    return DatePoint(year or 0, month, day, doubt)


def _decade(side: str) -> DatePoint:
    found = _FIRST_YEARS.fullmatch(side)
    if found is None:
        bare = side.rstrip("X")
        raise NotUnderstood(DateFault.DECADE if bare.isascii() and bare.isdigit() else DateFault.UNREADABLE)
    decade, century = found.groups()
    return DatePoint(int(decade) * 10, blanks=1) if decade else DatePoint(int(century) * 100, blanks=2)
