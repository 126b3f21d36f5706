"""Partial dates in the Extended Date/Time Format (ISO 8601-2, Library of Congress), of level 1 what people's lives need.

`1984`, `1984-05`, `1984-05-07`, each with `~` (about), `?` (not sure) or `%` (both); `198X` and `19XX`; from one to another
`1984/1986`, and open on one side `../1984` and `1984/..`. Shapes are free of any calendar: `dates` and `calendars` say which
days they mean. There is one spelling of each: no `1984/1984`, no `1984-XX`.
"""

import re
from dataclasses import dataclass
from enum import Enum

_POINT = re.compile(r"(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)|(\d{3})X|(\d{2})XX)", re.ASCII)
OPEN = ".."


class Doubt(Enum):
    """How sure a date is."""

    NONE = ""
    ABOUT = "~"
    UNSURE = "?"
    BOTH = "%"


@dataclass(frozen=True)
class DatePoint:
    """A year, a month or a day; with `blanks` 1 the decade and with 2 the century that begins with the year."""

    year: int
    month: int | None = None
    day: int | None = None
    doubt: Doubt = Doubt.NONE
    blanks: int = 0

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        if self.blanks and (self.month is not None or self.doubt is not Doubt.NONE or self.year % (1, 10, 100)[self.blanks]):
            raise ValueError("a decade is told by its first year alone")

    def __str__(self) -> str:
        digits = f"{self.year:04d}"
        if self.blanks:
            return digits[: -self.blanks] + "X" * self.blanks
        parts = [digits, *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts) + self.doubt.value

    @property
    def last_year(self) -> int:
        """The year itself, or the last one of the decade or century."""
        return self.year + (1, 10, 100)[self.blanks] - 1


@dataclass(frozen=True)
class DateShape:
    """One date (`first` and `last` are the same), or from one to another; None is an open side."""

    first: DatePoint | None
    last: DatePoint | None

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("a date is open on one side at most")
        if self.is_range and any(point.blanks for point in self.points):
            raise ValueError("a decade is no end of a range")

    def __str__(self) -> str:
        if not self.is_range:
            return str(self.first)
        return "/".join(OPEN if point is None else str(point) for point in (self.first, self.last))

    @property
    def is_range(self) -> bool:
        """Whether the two sides differ."""
        return self.first is not self.last and self.first != self.last

    @property
    def points(self) -> tuple[DatePoint, ...]:
        """The sides that are told, each once."""
        sides = (self.first, self.last) if self.is_range else (self.first,)
        return tuple([point for point in sides if point is not None])


def parse_shape(untrusted_text: str) -> DateShape:
    """The shape of a text in the one spelling. Raises ValueError for anything else; the message does not repeat the text."""
    sides = untrusted_text.split("/")
    if len(sides) == 1:
        point = _point(sides[0])
        return DateShape(point, point)
    if len(sides) != 2 or sides[0] == sides[1]:
        raise ValueError("not a partial date")
    first, last = (None if side == OPEN else _point(side) for side in sides)
    return DateShape(first, last)


def _point(untrusted_text: str) -> DatePoint:
    found = _POINT.fullmatch(untrusted_text)
    if not found:
        raise ValueError("not a partial date")
    year, month, day, doubt, decade, century = found.groups()
    if decade or century:
        return DatePoint(int(decade) * 10, blanks=1) if decade else DatePoint(int(century) * 100, blanks=2)
    return DatePoint(int(year), int(month) if month else None, int(day) if day else None, Doubt(doubt))
