"""Taking a piece of work at headquarters, so that a colleague is told: for half an hour, or until it is let go."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.claims import Holding
from s2w_desktop.storage.store import Store

LASTS: Final = timedelta(minutes=30)


class ClaimKind(StrEnum):
    """What is taken; the subject is the id of the profile, or of the pair as its list names it."""

    CONFLICT = "conflict"
    DUPLICATE = "duplicate"


@dataclass(frozen=True)
class Holder:
    """Who works on something. `name` is as the store of headquarters knows the officer, empty for somebody it forgot."""

    officer: OfficerId
    name: str
    taken_at: datetime
    is_me: bool


class Claims:
    """The claims of one officer among those of all."""

    def __init__(self, store: Store, officer: OfficerId, sources: Sources) -> None:
        self._store, self._officer, self._sources = store, officer, sources

    def take(self, kind: ClaimKind, subject: str) -> Holder:
        """Take a subject, or take it for another half hour; gives who has it now, which may be a colleague."""
        return self._holder(self._store.claims.take(kind, self._mine(subject), LASTS))

    def take_over(self, kind: ClaimKind, subject: str) -> Holder:
        """Take a subject away from a colleague."""
        return self._holder(self._store.claims.take_over(kind, self._mine(subject)))

    def release(self, kind: ClaimKind, subject: str) -> None:
        """Let go of a subject; a colleague's claim stays."""
        self._store.claims.release(kind, subject, self._officer)

    def holders(self, kind: ClaimKind) -> dict[str, Holder]:
        """Who works on what at this moment, by subject."""
        held = self._store.claims.held(kind, self._sources.now(), LASTS)
        return {one.subject: self._holder(one) for one in held}

    def holder(self, kind: ClaimKind, subject: str) -> Holder | None:
        """Who works on a subject at this moment."""
        return self.holders(kind).get(subject)

    def _mine(self, subject: str) -> Holding:
        return Holding(subject, self._officer, self._sources.now())

    def _holder(self, holding: Holding) -> Holder:
        officer = self._store.officers.get(holding.officer)
        name = officer.name if officer else ""
        return Holder(holding.officer, name, holding.taken_at, is_me=holding.officer == self._officer)
