"""Watches the clock of this machine: wrong or not, by what the store knows to have passed, and which day to count from then.

Nothing is blocked and no time that was written is changed: orders never hang on clocks (see `domain.clock`). A store on a server
knows only how old the program is, for the clocks of many machines meet in it.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from s2w_desktop.bundle.pack_text import read_pack_text
from s2w_desktop.domain.clock_faults import ClockFault, clock_fault, may_be_today, newest
from s2w_desktop.domain.disk_errors import DISK_ERRORS
from s2w_desktop.domain.errors import NotEnrolled, StoreInUse
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.in_force import headquarters_in_force
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.store import Store

SEEN_FACT: Final = "clock_seen"
VOUCHED_FACT: Final = "clock_vouched"
_OFTEN: Final = timedelta(hours=1)
_LONGEST_SITTING: Final = 7  # days that a day once told may be counted on by a clock that is wrong


@dataclass(frozen=True)
class _Known:
    """What has passed: the newest time at which the store was open, and times of headquarters that nobody overruled."""

    seen: datetime | None = None
    signed: tuple[datetime, ...] = ()

    @property
    def moments(self) -> tuple[datetime, ...]:
        return (*((self.seen,) if self.seen else ()), *self.signed)


class ClockWatch:
    """What the clock of this machine is worth. It looks once when it is first asked, and again by `look`."""

    def __init__(self, store: Store, sources: Sources) -> None:
        self._store, self._raw = store, sources
        self._known: _Known | None = None
        self._told: tuple[date, date] | None = None
        self._minded = replace(sources, today=self.today)

    @property
    def sources(self) -> Sources:
        """The sources of everything behind the store: `now` as the clock says it, `today` as `today` gives it."""
        return self._minded

    def look(self) -> ClockFault | None:
        """Ask the clock, and the store anew; None where it may be right. A right one is remembered as time that has passed."""
        self._known = known = self._read()
        now = self._raw.now()
        fault = clock_fault(now, known.moments)
        if fault is None and not self._store.is_shared and (known.seen is None or now > known.seen + _OFTEN):
            self._keep(now)
        return fault

    def fault(self) -> ClockFault | None:
        """What the clock is worth at this moment, by what was known at the last look; cheap."""
        if self._known is None:
            return self.look()
        return clock_fault(self._raw.now(), self._known.moments)

    @property
    def says(self) -> date:
        """The day that the clock says, right or wrong."""
        return self._raw.now().astimezone().date()

    def today(self) -> date:
        """The day to count from: the clock's while it may be right, else the one somebody told, else the newest known one."""
        if self.fault() is None:
            return self._raw.today()
        if self._told is None:
            return newest(self._moments()).date()
        day, by_clock = self._told
        passed = (self.says - by_clock).days
        return day + timedelta(days=passed) if 0 <= passed <= _LONGEST_SITTING else day

    def told_day(self) -> date | None:
        """Today, as somebody told it since the store was opened; None where nobody did, or the clock may be right."""
        return None if self._told is None or self.fault() is None else self.today()

    def may_be_today(self, day: date) -> bool:
        """Whether a day can be told."""
        return may_be_today(day, self._moments())

    def tell_day(self, day: date) -> None:
        """Somebody says that today is this day. It counts until the store is closed, as long as the clock is wrong.

        Raises ValueError for a day that `may_be_today` refuses.
        """
        if not self.may_be_today(day):
            raise ValueError("that day has passed long ago or is far away")
        self._told = (day, self.says)

    def can_vouch(self) -> bool:
        """Whether somebody may say that the clock is right: always, but for a time before this program was written."""
        return clock_fault(self._raw.now(), ()) is not ClockFault.BEHIND

    def vouch(self) -> None:
        """Somebody says that the clock is right: what is known to have passed after it came from clocks that were wrong.

        Of headquarters the times known now are overruled; what comes later counts again.
        """
        now = self._raw.now()
        wrong = [moment.isoformat() for moment in self._read_signed() if moment > now]
        self._store.facts.set(VOUCHED_FACT, " ".join(wrong))
        self._store.facts.set(SEEN_FACT, now.isoformat())
        self._known = self._read()

    def _moments(self) -> tuple[datetime, ...]:
        if self._known is None:
            self._known = self._read()
        return self._known.moments

    def _keep(self, now: datetime) -> None:
        """A disk that refuses costs this memory, nothing else."""
        with suppress(*DISK_ERRORS, StoreInUse):
            self._store.facts.set(SEEN_FACT, now.isoformat())
            self._known = self._read()

    def _read(self) -> _Known:
        if self._store.is_shared:
            return _Known()
        seen = self._store.facts.get(SEEN_FACT)
        overruled = (self._store.facts.get(VOUCHED_FACT) or "").split()
        signed = tuple(moment for moment in self._read_signed() if moment.isoformat() not in overruled)
        return _Known(datetime.fromisoformat(seen) if seen else None, signed)

    def _read_signed(self) -> tuple[datetime, ...]:
        """The time of the newest bundle of headquarters by its number, and the days of the packs that count.

        The newest and not the latest: when headquarters mends its own clock, its next bundle mends what is known here.
        """
        if self._store.is_shared or self._store.stations.station().role is not Role.FIELD:
            return ()
        days = (read_pack_text(stored.text).made_on for stored in self._store.packs.current())
        packs = tuple(datetime.combine(day, time(), UTC) for day in days)
        try:
            last = self._store.inbox.last_created(headquarters_in_force(self._store).device)
        except NotEnrolled:
            last = None
        return packs if last is None else (*packs, last)
