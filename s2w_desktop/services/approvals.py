"""What needs two people: one asks, another one agrees under the own name, and then it is done once."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Final
from uuid import UUID

from s2w_desktop.domain.duties import NEEDS_TWO, Act, allowed
from s2w_desktop.domain.exchange_errors import SecondPersonNeeded
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.approvals import Approval
from s2w_desktop.storage.store import Store

KEPT: Final = timedelta(days=7)
"""How long a wish counts, agreed to or not: what two people decided is done soon, or asked for anew."""


class Approvals:
    """The wishes of this headquarters."""

    def __init__(self, *, store: Store, permits: Permits, sources: Sources) -> None:
        self._store = store
        self._permits = permits
        self._sources = sources

    def needs_second(self, act: Act) -> bool:
        """Whether a second person is needed: for such acts, as soon as anybody besides the officer at work could agree."""
        return act in NEEDS_TWO and any(True for _ in self._others(act))

    @contextmanager
    def agreed(self, act: Act, subject: str) -> Iterator[None]:
        """Do inside of it what two people have to agree to; a second person's word is used up when it is left without failure.

        Raises NotPermitted, and SecondPersonNeeded as long as nobody agreed; then the wish is noted, once.
        """
        self._permits.check(act)
        wish = self.ask(act, subject) if self.needs_second(act) else None
        if wish is not None and wish.approved_by is None:
            raise SecondPersonNeeded
        self._permits.note(act)
        yield
        if wish is not None:
            self._store.approvals.remove(wish.id)

    def ask(self, act: Act, subject: str) -> Approval:
        """Note the wish of the officer at work; the same wish again is the same. Raises NotPermitted."""
        self._permits.check(act)
        self._forget_old()
        known = self._store.approvals.find(act, subject, self._permits.officer)
        if known is not None:
            return known
        wish = Approval(self._sources.new_id(), act, subject, self._permits.officer, self._sources.now())
        self._store.approvals.add(wish)
        return wish

    def waiting(self) -> tuple[Approval, ...]:
        """Wishes to which nobody agreed yet, oldest first, the own ones too."""
        return tuple(wish for wish in self._store.approvals.all() if wish.approved_by is None and not self._is_old(wish))

    def for_me(self) -> tuple[Approval, ...]:
        """Wishes to which the officer at work could agree."""
        if not self._permits.may(Act.APPROVE):
            return ()
        return tuple(wish for wish in self.waiting() if wish.asked_by != self._permits.officer)

    def approve(self, wish: UUID) -> None:
        """Agree. Raises NotPermitted, and SecondPersonNeeded for an own wish. One that is gone meanwhile changes nothing."""
        self._permits.require(Act.APPROVE)
        known = self._store.approvals.get(wish)
        if known is None or self._is_old(known):
            return
        if known.asked_by == self._permits.officer:
            raise SecondPersonNeeded
        self._store.approvals.approve(wish, self._permits.officer, self._sources.now())

    def refuse(self, wish: UUID) -> None:
        """Say no, or take an own wish back. Raises NotPermitted."""
        known = self._store.approvals.get(wish)
        if known is None:
            return
        if known.asked_by != self._permits.officer:
            self._permits.require(Act.APPROVE)
        self._store.approvals.remove(wish)

    def _forget_old(self) -> None:
        for wish in self._store.approvals.all():
            if self._is_old(wish):
                self._store.approvals.remove(wish.id)

    def _is_old(self, wish: Approval) -> bool:
        return self._sources.now() - wish.asked_at > KEPT

    def _others(self, act: Act) -> Iterator[OfficerId]:
        """Officers besides the one at work who may do or approve it."""
        for officer in self._store.officers.all():
            could = allowed(officer.duties) & {act, Act.APPROVE}
            if officer.id != self._permits.officer and officer.removed_at is None and could:
                yield officer.id
