"""Parting two people of one profile: the revisions that do it, and that they are not the same person, in one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from s2w_desktop.domain.exchange_errors import ConflictChanged, ProfileErased
from s2w_desktop.domain.ids import OfficerId, ProfileId, RevisionId
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.storage import tables
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.erasing import erased_among
from s2w_desktop.storage.history_rows import workings
from s2w_desktop.storage.joined_rows import MakeView, hold_people
from s2w_desktop.storage.joining import Make, add_steps
from s2w_desktop.storage.likeness import note_apart
from s2w_desktop.storage.locks import Turn, take

_revision = tables.revision


@dataclass(frozen=True)
class Apart:
    """A profile with the revisions that were looked at, the profile of who leaves, and who says so when."""

    profile: ProfileId
    seen: frozenset[RevisionId]
    other: ProfileId
    officer: OfficerId
    at: datetime


class TwoPeopleBook:
    """Every write is durable when it returns."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def write(
        self,
        apart: Apart,
        makers: Sequence[Make],
        *,
        now_ms: int,
        view: MakeView,
        forget: Callable[[Sequence[Revision]], Sequence[RevisionId]],
    ) -> tuple[Revision, ...]:
        """Number and keep revisions with everything that follows, and that the two are not one. Whole or not at all.

        `view` and `forget` as for `JoinBook.write`. Raises ConflictChanged when the profile has other revisions than those that
        were looked at, or open work; ProfileErased when one of the two is erased by now.
        """
        with self._database.writing() as connection:
            take(connection, Turn.IMPORT)  # which makes profiles too
            hold_people(connection, [apart.profile, apart.other])
            if erased_among(connection, [apart.profile, apart.other]):
                raise ProfileErased
            known = connection.execute(select(_revision.c.id).where(_revision.c.profile == apart.profile)).scalars()
            if {RevisionId(id_) for id_ in known} != apart.seen or workings(connection, [apart.profile]):
                raise ConflictChanged
            made = add_steps(connection, makers, now_ms=now_ms, view=view, forget=forget, shared_at=apart.at)
            note_apart(connection, apart.profile, apart.other, apart.officer, apart.at)
        return made
