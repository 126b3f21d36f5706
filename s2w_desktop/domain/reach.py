"""How far a centre reached: how many people it could have asked in a period, how many it spoke to, how many agreed.

No profile tells this, for whoever was not asked has none: a coordinator counts it. Without it nobody can judge whom figures
about profiles stand for. How many profiles were made, and how many are whole, is counted from the profiles themselves.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

MOST_PEOPLE = 999_999


class ReachFault(Enum):
    """Why figures cannot be right."""

    ORDER = "order"  # the period ends before it begins
    BOUNDS = "bounds"  # more agreed than were approached, more approached than there were; or below none
    OVERLAP = "overlap"  # a day of the same centre would be counted twice


@dataclass(frozen=True)
class Reach:
    """The figures of one centre for the days `first` to `last`, both included. `country` is ISO 3166-1 alpha-3."""

    centre: str
    country: str
    first: date
    last: date
    eligible: int
    approached: int
    agreed: int

    @property
    def refused(self) -> int:
        """Who was approached and did not agree."""
        return self.approached - self.agreed

    @property
    def fault(self) -> ReachFault | None:
        """Why the figures cannot be right by themselves; None where they can."""
        if self.last < self.first:
            return ReachFault.ORDER
        return None if 0 <= self.agreed <= self.approached <= self.eligible <= MOST_PEOPLE else ReachFault.BOUNDS

    def is_same_entry(self, other: "Reach") -> bool:
        """Whether these are figures for the same centre and the same days, so that one replaces the other."""
        return self.is_of_same_centre(other) and (self.first, self.last) == (other.first, other.last)

    def is_of_same_centre(self, other: "Reach") -> bool:
        """Whether both are of one centre."""
        return (self.country, self.centre) == (other.country, other.centre)

    def overlaps(self, other: "Reach") -> bool:
        """Whether days of the same centre stand in both."""
        return self.is_of_same_centre(other) and self.first <= other.last and other.first <= self.last

    def is_within(self, first: date | None, last: date | None) -> bool:
        """Whether all its days lie within a period; None is an open side. Figures cannot be cut."""
        return (first is None or self.first >= first) and (last is None or self.last <= last)


def fault_among(known: Iterable[Reach], new: Reach) -> ReachFault | None:
    """Why figures cannot stand beside others; those that they replace do not count."""
    if new.fault is not None:
        return new.fault
    is_double = any(new.overlaps(one) for one in known if not new.is_same_entry(one))
    return ReachFault.OVERLAP if is_double else None
