"""A date in boxes: how it is meant, and what stands in the boxes for year, month and day; to an answer and back again.

Whatever stands in the boxes makes an answer, and the answer brings it back: where it makes no date, the text is kept.
"""

import unicodedata
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.canonical import cleaned
from s2w_desktop.domain.edtf import OPEN
from s2w_desktop.domain.folding import latin_digits
from s2w_desktop.domain.said_dates import MOST_SAID, SaidDate


class DateMode(Enum):
    """How a date is meant."""

    EXACT = "exact"
    ABOUT = "about"
    UNSURE = "unsure"
    BOTH = "both"  # about, and not sure
    BEFORE = "before"
    AFTER = "after"
    RANGE = "range"
    DECADE = "decade"
    CENTURY = "century"

    @property
    def is_year_only(self) -> bool:
        """Whether month and day have no place."""
        return self in (DateMode.DECADE, DateMode.CENTURY)


_MARKS: Final = {DateMode.ABOUT: "~", DateMode.UNSURE: "?", DateMode.BOTH: "%"}
_BLANKS: Final = {DateMode.DECADE: "X", DateMode.CENTURY: "XX"}
_YEAR_DIGITS = 4


@dataclass(frozen=True)
class DateBoxes:
    """What stands in three boxes, as typed."""

    year: str = ""
    month: str = ""
    day: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether no box holds anything but blanks."""
        return not (self.year.strip() or self.month.strip() or self.day.strip())

    def text(self) -> str:
        """The boxes as one text, the year first."""
        year, month, day = (part.strip() for part in (self.year, self.month, self.day))
        return f"{year}-{month}-{day}" if day else f"{year}-{month}" if month else year


@dataclass(frozen=True)
class DateEntry:
    """All boxes of a date. `last` counts for a range alone."""

    calendar: CalendarKey
    mode: DateMode = DateMode.EXACT
    first: DateBoxes = DateBoxes()
    last: DateBoxes = DateBoxes()

    def answer(self) -> SaidDate | None:
        """The answer; None while the boxes that count are empty."""
        if self._counted().is_empty and (self.mode is not DateMode.RANGE or self.last.is_empty):
            return None
        said = cleaned(self._said())[:MOST_SAID]
        return SaidDate.heard(cleaned(said), self.calendar)

    def _counted(self) -> DateBoxes:
        return DateBoxes(self.first.year) if self.mode.is_year_only else self.first

    def _said(self) -> str:
        text = self._counted().text()
        match self.mode:
            case DateMode.BEFORE:
                return f"{OPEN}/{text}"
            case DateMode.AFTER:
                return f"{text}/{OPEN}"
            case DateMode.RANGE:
                return f"{text}/{self.last.text()}"
            case DateMode.DECADE | DateMode.CENTURY:
                return _without_zeros(text, len(_BLANKS[self.mode])) + _BLANKS[self.mode]
        return text + _MARKS.get(self.mode, "")


def entry_of(answer: SaidDate) -> DateEntry:
    """The boxes of an answer: they make the same answer again. What fits no boxes stands in the first as a whole.

    Where only the date is understood and not the words, the boxes show the date.
    """
    if not answer.said or (answer.date is not None and answer.shape is None):
        return _without_leading_zeros(_entry(str(answer.date), CalendarKey.GREGORIAN))
    found = _entry(answer.said, answer.calendar)
    return found if found.answer() == answer else DateEntry(answer.calendar, first=DateBoxes(answer.said))


def _entry(told: str, calendar: CalendarKey) -> DateEntry:
    if told.startswith(f"{OPEN}/"):
        return DateEntry(calendar, DateMode.BEFORE, _boxes(told.removeprefix(f"{OPEN}/")))
    if told.endswith(f"/{OPEN}"):
        return DateEntry(calendar, DateMode.AFTER, _boxes(told.removesuffix(f"/{OPEN}")))
    if "/" in told:
        first, _, last = told.partition("/")
        return DateEntry(calendar, DateMode.RANGE, _boxes(first), _boxes(last))
    for mode in (DateMode.CENTURY, DateMode.DECADE):
        if told.endswith(_BLANKS[mode]):
            return DateEntry(calendar, mode, DateBoxes(_with_zeros(told.removesuffix(_BLANKS[mode]), len(_BLANKS[mode]))))
    for mode, mark in _MARKS.items():
        if told.endswith(mark):
            return DateEntry(calendar, mode, _boxes(told.removesuffix(mark)))
    return DateEntry(calendar, first=_boxes(told))


def _boxes(text: str) -> DateBoxes:
    parts = text.split("-")
    return DateBoxes(*parts) if len(parts) <= 3 else DateBoxes(text)


def _without_leading_zeros(entry: DateEntry) -> DateEntry:
    def bare(boxes: DateBoxes) -> DateBoxes:
        return replace(boxes, month=boxes.month.lstrip("0"), day=boxes.day.lstrip("0"))

    return replace(entry, first=bare(entry.first), last=bare(entry.last))


def _without_zeros(year: str, count: int) -> str:
    """The first digits of a decade's or century's first year; another text as it is."""
    digits = latin_digits(year)
    is_first = len(digits) == _YEAR_DIGITS and digits.isascii() and digits.isdigit() and digits.endswith("0" * count)
    return year[:-count] if is_first else year


def _with_zeros(digits: str, count: int) -> str:
    """The first year of a decade or century, in the script of its digits; another text as it is."""
    if len(digits) != _YEAR_DIGITS - count or not digits.isdecimal():
        return digits
    zero = chr(ord(digits[-1]) - unicodedata.decimal(digits[-1]))  # the digits of a script follow each other in Unicode
    return digits + zero * count
