"""Whether the clock of this machine is surely wrong. Pure; `services.clock_watch` knows the moments that have passed.

Only what cannot be explained counts. A day is allowed in both directions, as at headquarters: who carries a laptop through
all time zones and sets the time instead of the zone is off by a day at most, and so is a clock that the system keeps in local
time. Nights of summer time and changes of the zone do not move UTC at all.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Final

WRITTEN: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""No copy of this program is older. A release may move it on; it catches flat batteries in a store that knows nothing yet."""
TOLERANCE: Final = timedelta(days=1)
LONGEST_REST: Final = timedelta(days=3653)
"""A laptop may lie in a cupboard for months, and a store be opened again after years to look something up. Ten years outlast the
battery of any laptop that could still be started with the right time."""


class ClockFault(Enum):
    """In which direction the clock is wrong."""

    BEHIND = "behind"
    AHEAD = "ahead"


def newest(known: Iterable[datetime]) -> datetime:
    """The newest moment that is known to have passed; `known` may be empty."""
    return max((WRITTEN, *known))


def clock_fault(now: datetime, known: Iterable[datetime]) -> ClockFault | None:
    """Whether a clock that says `now` is surely wrong; None where it may be right. All times are aware.

    It is behind when a known moment lies more than a day ahead of it, and ahead when none lies within ten years before it.
    """
    last = newest(known)
    if now < last - TOLERANCE:
        return ClockFault.BEHIND
    return ClockFault.AHEAD if now > last + LONGEST_REST else None


def may_be_today(day: date, known: Iterable[datetime]) -> bool:
    """Whether somebody may say that this day is today: as for a clock, with a day more for the zones."""
    last = newest(known).date()
    return last - TOLERANCE <= day <= last + LONGEST_REST
