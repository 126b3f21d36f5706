"""Partial and approximate dates in EDTF level 1 (Library of Congress): 1984, 1984-05, 1984-05-07, each with `~` for about."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A year, a month or a day, perhaps approximate. Never forced to 1 January."""

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, untrusted_text: str) -> "PartialDate":
        """Read the stored form. Raises ValueError for anything else; the message does not repeat the text."""
        found = _PATTERN.fullmatch(untrusted_text)
        if not found or not untrusted_text.isascii():
            raise ValueError("not a partial date")
        year, month, day, about = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None, bool(about))

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts) + ("~" if self.about else "")

    @property
    def earliest(self) -> date:
        """First day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """Last day that the date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def age_on(day: date, born: PartialDate) -> tuple[int, int]:
    """Least and greatest age in whole years that a birth date allows on a day."""

    def years(birth: date) -> int:
        return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))

    return years(born.latest), years(born.earliest)
