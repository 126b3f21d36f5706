"""Carrying less: a laptop removes what headquarters has confirmed (threats TM-6, DP-05). Headquarters keeps all of it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import NotEnrolled, WrongRole
from s2w_desktop.domain.stations import Role
from s2w_desktop.domain.thinning import CHOICES_DAYS, USUAL_DAYS, Thinnable
from s2w_desktop.services.clock_watch import ClockWatch
from s2w_desktop.services.in_force import headquarters_in_force
from s2w_desktop.services.permits import Permits
from s2w_desktop.storage.store import Store

AFTER_FACT: Final = "thinned_after_days"


class Thinnings:
    """Removes profiles from this laptop. Days count from the last change, and from when headquarters was known to have it."""

    def __init__(self, *, store: Store, permits: Permits, clock: ClockWatch) -> None:
        self._store, self._permits, self._clock = store, permits, clock
        self.gone_by_itself = 0
        """How many profiles `remove_due` removed, until somebody was told."""

    @property
    def may_thin(self) -> bool:
        """Whether this is a laptop, and the officer at work may hand over, and so remove what was handed over."""
        return self._is_laptop and self._permits.may(Act.EXPORT)

    @property
    def after_days(self) -> int | None:
        """After how many days what headquarters has goes by itself; None while it stays until somebody removes it."""
        kept = self._store.facts.get(AFTER_FACT) or ""
        return int(kept) if kept in map(str, CHOICES_DAYS) else None

    @property
    def usual_days(self) -> int:
        """The days to count where nobody says how many."""
        return self.after_days or USUAL_DAYS

    def choose(self, days: int | None) -> None:
        """From the next opening on; one of `CHOICES_DAYS` or None. Raises NotPermitted, WrongRole, ValueError."""
        self._check()
        if days is not None and days not in CHOICES_DAYS:
            raise ValueError("not one of the choices")
        self._store.facts.set(AFTER_FACT, "" if days is None else str(days))

    def thinnable(self, days: int) -> Thinnable:
        """What could go of people of whom nothing changed for so many days. Raises NotPermitted, WrongRole."""
        self._check()
        return self._store.thinnings.thinnable(self._before(days))

    def remove(self, days: int) -> int:
        """Remove `thinnable(days)` from this laptop; gives how many profiles went. Raises NotPermitted, WrongRole.

        Headquarters hears of it with the next hand-over. Only headquarters can give them back.
        """
        self._check()
        try:
            headquarters = headquarters_in_force(self._store).device
        except NotEnrolled:
            return 0  # nobody has confirmed anything
        now = self._clock.sources.now().replace(microsecond=0)
        removed = self._store.thinnings.remove(self._before(days), now, headquarters)
        if removed:
            self._store.drop_old_copies()
        return removed

    def remove_due(self) -> int:
        """What is due by the choice of this laptop; nothing while its clock is wrong. Gives how many profiles went."""
        days = self.after_days if self.may_thin else None
        if days is None or self._clock.fault() is not None:
            return 0
        self.gone_by_itself = self.remove(days)
        return self.gone_by_itself

    @property
    def _is_laptop(self) -> bool:
        return self._store.stations.station().role is Role.FIELD

    def _check(self) -> None:
        if not self._is_laptop:
            raise WrongRole
        self._permits.check(Act.EXPORT)

    def _before(self, days: int) -> datetime:
        """The end of the last day that is so many days ago, by the day that counts; 0 days: everything up to now."""
        if not days:
            return datetime.max.replace(tzinfo=UTC)
        today = self._clock.today()
        return datetime.combine(today - timedelta(days=min(days, (today - date.min).days)), time(), UTC)
