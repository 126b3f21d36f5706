"""Joining and parting at headquarters: the revisions that do it, and what follows from them, in one transaction."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from s2w_desktop.domain.canonical import cleaned
from s2w_desktop.domain.ids import ProfileId, RevisionId
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.storage import numbers, tables
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.exchange_values import ShareReason
from s2w_desktop.storage.history_rows import add_revision, forget_protected, histories
from s2w_desktop.storage.joined_rows import MakeView, keep_joined, members, root_in, whole_histories
from s2w_desktop.storage.locks import Turn, take
from s2w_desktop.storage.shares import knowers, note_more, share
from s2w_desktop.storage.station_rows import read_station
from s2w_desktop.storage.view_rows import save_views

Make = Callable[[int, int, Sequence[Revision]], Revision]
"""Makes a revision with this number and clock, after those that were made before it in the same transaction."""


@dataclass(frozen=True)
class Join:
    """A profile that is joined into another one."""

    profile: ProfileId
    root: ProfileId


class JoinBook:
    """Reads give the state of one moment; every write is durable when it returns."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def root(self, profile: ProfileId) -> ProfileId:
        """Under which profile somebody is listed."""
        with self._database.reading() as connection:
            return root_in(connection, profile)

    def find(self, case_number: str) -> ProfileId | None:
        """The very profile of a case number, even if it is joined into another one."""
        column = tables.profile.c
        with self._database.reading() as connection:
            wanted = select(column.id).where(column.case_number == cleaned(case_number)).order_by(column.id).limit(1)
            return connection.execute(wanted).scalar()

    def case_numbers(self, profiles: Iterable[ProfileId]) -> dict[ProfileId, str]:
        """The own case numbers of profiles that are here."""
        column, found = tables.profile.c, dict[ProfileId, str]()
        with self._database.reading() as connection:
            for piece in chunks(profiles):
                rows = connection.execute(select(column.id, column.case_number).where(column.id.in_(piece)))
                found |= {ProfileId(id_): case_number for id_, case_number in rows}
        return found

    def members(self, root: ProfileId) -> tuple[ProfileId, ...]:
        """The profiles that are joined into one."""
        with self._database.reading() as connection:
            return tuple(members(connection, [root]).get(root, ()))

    def all(self) -> tuple[Join, ...]:
        """Every profile that is joined into another one, by id."""
        column = tables.profile.c
        wanted = select(column.id, column.joined_into).where(column.joined_into.is_not(None)).order_by(column.id)
        with self._database.reading() as connection:
            return tuple(Join(ProfileId(id_), ProfileId(root)) for id_, root in connection.execute(wanted))

    def write(
        self,
        makers: Sequence[Make],
        *,
        now_ms: int,
        view: MakeView,
        forget: Callable[[Sequence[Revision]], Sequence[RevisionId]],
        shared_at: datetime,
    ) -> tuple[Revision, ...]:
        """Number and keep revisions, and everything that follows: rows, links, what devices are to hear. Whole or not at all.

        `view` makes rows, `forget` names revisions whose protected part is not kept any longer. They must be quick and must not
        use the store.
        """
        with self._database.writing() as connection:
            take(connection, Turn.IMPORT)  # which ties profiles too
            return add_steps(connection, makers, now_ms=now_ms, view=view, forget=forget, shared_at=shared_at)


def add_steps(
    connection: Connection,
    makers: Sequence[Make],
    *,
    now_ms: int,
    view: MakeView,
    forget: Callable[[Sequence[Revision]], Sequence[RevisionId]],
    shared_at: datetime,
) -> tuple[Revision, ...]:
    """Revisions about several profiles and everything that follows, in a transaction of the caller: see `JoinBook.write`.

    Every device that knows one of the profiles, or of those joined with them, gets what is said about all of them.
    """
    made: list[Revision] = []
    station = read_station(connection)
    for make in makers:
        lseq, clock = numbers.next_revision(connection, station, now_ms)
        made.append(make(lseq, clock, tuple(made)))
        add_revision(connection, made[-1])
    touched = sorted({one.profile for one in made})
    before = {root_in(connection, profile) for profile in touched}
    own = dict(histories(connection, touched))
    save_views(connection, [view(profile, revisions) for profile, revisions in own.items()])
    roots = keep_joined(connection, own, view) | before
    for _root, revisions in list(whole_histories(connection, sorted(roots))):
        forget_protected(connection, forget(revisions))
    person = sorted({*touched, *roots}.union(*members(connection, roots).values()))
    share(connection, person, knowers(connection, person), ShareReason.JOINED, shared_at)
    note_more(connection, touched)
    return tuple(made)
