"""Profiles of the store: lists, the two ways to write (autosave and seal), figures."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Select, delete, func, select

from s2w_desktop.domain.canonical import cleaned
from s2w_desktop.domain.errors import UnknownProfile
from s2w_desktop.domain.exchange_errors import ProfileErased
from s2w_desktop.domain.handover import Handover, ProfileRow
from s2w_desktop.domain.ids import OfficerId, ProfileId, RevisionId
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.domain.summary import FIGURE_PATHS, Summary
from s2w_desktop.storage import numbers, tables
from s2w_desktop.storage.case_rows import forget_cases
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.erasing import erased_among
from s2w_desktop.storage.feature_rows import save_features
from s2w_desktop.storage.forgetting import forget_content, refuse_travelled
from s2w_desktop.storage.history_rows import (
    SAVE_WORKING,
    add_revision,
    forget_protected,
    histories,
    working_row,
    workings,
)
from s2w_desktop.storage.joined_rows import MakeView, hold_people, root_in, whole_histories
from s2w_desktop.storage.locks import Turn, hold_profiles, take
from s2w_desktop.storage.profile_rows import (
    LIST_COLUMNS,
    NEVER_TRAVELLED,
    SAVE_OPEN,
    SAVE_SEALED,
    condition,
    counting,
    list_row,
    ordering,
    summary_columns,
)
from s2w_desktop.storage.rejections import answer
from s2w_desktop.storage.shares import share_outcome
from s2w_desktop.storage.station_rows import read_station
from s2w_desktop.storage.values import ListQuery, OpenWorkChanged, StoredProfile, View, Working
from s2w_desktop.storage.view_rows import save_views, view_row

_profile = tables.profile


class ProfileStore:
    """Reads give the state of one moment; every write is durable when it returns."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def rows(self, query: ListQuery, first: int, count: int) -> list[ProfileRow]:
        """A page of the list."""
        page = select(*LIST_COLUMNS).where(condition(query)).order_by(*ordering(query)).limit(count).offset(first)
        with self._database.reading() as connection:
            return [list_row(row) for row in connection.execute(page)]

    def rows_of(self, profiles: Sequence[ProfileId]) -> list[ProfileRow]:
        """The rows of these profiles, in this order; unknown ids are left out."""
        found: dict[ProfileId, ProfileRow] = {}
        with self._database.reading() as connection:
            for piece in chunks(profiles):
                for row in connection.execute(select(*LIST_COLUMNS).where(_profile.c.id.in_(piece))):
                    found[row.id] = list_row(row)
        return [found[profile] for profile in profiles if profile in found]

    def count_of(self, profiles: Iterable[ProfileId]) -> int:
        """How many of these profiles are in the list."""
        found = 0
        with self._database.reading() as connection:
            for piece in chunks(profiles):
                counted = select(func.count()).select_from(_profile).where(_profile.c.id.in_(piece))
                found += connection.execute(counted).scalar_one()
        return found

    def count(self, query: ListQuery) -> int:
        """How many profiles a query finds."""
        with self._database.reading() as connection:
            return connection.execute(counting(query)).scalar_one()

    def ids(self, query: ListQuery) -> list[ProfileId]:
        """All that a query finds, in its order."""
        with self._database.reading() as connection:
            found = connection.execute(select(_profile.c.id).where(condition(query)).order_by(*ordering(query)))
            return [ProfileId(id_) for id_ in found.scalars()]

    def find(self, case_number: str) -> ProfileId | None:
        """The profile of a case number; of one that was joined, the profile under which the person is listed."""
        listed = func.coalesce(_profile.c.joined_into, _profile.c.id)
        wanted = select(listed).where(_profile.c.case_number == cleaned(case_number)).order_by(_profile.c.id).limit(1)
        with self._database.reading() as connection:
            return connection.execute(wanted).scalar()

    def load(self, profile: ProfileId) -> StoredProfile:
        """Everything known of a profile, with what is known of all that are joined into it. Raises UnknownProfile."""
        with self._database.reading() as connection:
            revisions = dict(whole_histories(connection, [profile])).get(profile, ())
            open_work = workings(connection, [profile]).get(profile, ())
        if not revisions and not open_work:
            raise UnknownProfile
        return StoredProfile(profile, revisions, open_work)

    def workings(self, officer: OfficerId | None = None) -> list[ProfileId]:
        """Profiles with open edits, of whoever or of one officer; oldest edit first."""
        column = tables.working.c
        wanted = select(column.profile).group_by(column.profile).order_by(func.min(column.clock), column.profile)
        with self._database.reading() as connection:
            found = connection.execute(wanted if officer is None else wanted.where(column.officer == officer))
            return [ProfileId(id_) for id_ in found.scalars()]

    def save_working(self, working: Working, summary: Summary, last: Working | None = None) -> None:
        """The autosave: open edits and their row in the list, in one small transaction. Numbers and clock stay as they are.

        `last` is what the same session saved before. Raises OpenWorkChanged, with nothing changed, when the officer's open edits
        are not these any more, and ProfileErased for somebody who was erased or forgotten meanwhile.
        """
        row = NEVER_TRAVELLED | summary_columns(summary)
        row |= {"id": working.profile, "changed": working.clock, "conflicts": 0, "is_open": True}
        with self._database.writing() as connection:
            hold_profiles(connection, [working.profile])
            _refuse_erased(connection, working.profile)
            if last or working.parents:
                _refuse_forgotten(connection, working.profile)
            if connection.execute(_clock_of(working)).scalar() != (last.clock if last else None):
                raise OpenWorkChanged
            connection.execute(SAVE_WORKING, working_row(working))
            connection.execute(SAVE_OPEN, row)
            save_features(connection, {working.profile: summary.features})
            forget_cases(connection, [working.profile])

    def forget(self, profile: ProfileId) -> None:
        """Remove all that is known of a profile that never left. Its revisions stay as numbers without content.

        Raises HandedOver, with nothing changed, when a bundle carried one of them, or one was made elsewhere.
        """
        with self._database.writing() as connection:
            hold_profiles(connection, [profile])
            refuse_travelled(connection, profile, read_station(connection).device)
            forget_content(connection, profile)

    def seal(
        self,
        profile: ProfileId,
        *,
        make: Callable[[int, int], Revision],
        now_ms: int,
        view: Callable[[Sequence[Revision]], View],
        ends: Working | None = None,
        forget: Callable[[Sequence[Revision]], Sequence[RevisionId]] = lambda _revisions: (),
        whole: MakeView | None = None,
        answers: Collection[RevisionId] = (),
    ) -> Revision:
        """Store a revision of this machine, which ends the open edits `ends`. `make` gets number and clock, in the transaction.

        `view` and `forget` get all revisions of the profile as they are now, the one that was made last: others may have come
        since the caller looked. `forget` names those whose protected part is not kept any longer, `whole` makes the row of the
        person that the profile is joined into. `answers` are revisions that headquarters refused: this one says all of them
        again. The callbacks must be quick and must not use the store. If one raises, nothing has happened and no number is
        lost. Raises ProfileErased, and OpenWorkChanged when the open edits are others by now.
        """
        with self._database.writing() as connection:
            hold_people(connection, [profile])
            _refuse_erased(connection, profile)
            if ends is not None:
                _end(connection, ends)
            others = dict(histories(connection, [profile])).get(profile, ())
            take(connection, Turn.NUMBERS)
            station = read_station(connection)
            lseq, clock = numbers.next_revision(connection, station, now_ms)
            made = make(lseq, clock)
            if (made.profile, made.device, made.epoch, made.lseq) != (profile, station.device, station.epoch, lseq):
                raise ValueError("the revision is not the one that was numbered")
            add_revision(connection, made)
            known = (*others, made)
            forget_protected(connection, forget(known))
            answer(connection, answers)
            travel = NEVER_TRAVELLED | {"is_unsent": True, "is_unconfirmed": True}  # the bundle number of a known row stays
            seen = view(known)
            is_open = profile in workings(connection, [profile])
            connection.execute(SAVE_SEALED, view_row(seen) | travel | {"is_open": is_open})
            save_features(connection, {seen.profile: seen.summary.features})
            forget_cases(connection, [seen.profile])
            share_outcome(connection, profile, datetime.fromtimestamp(now_ms / 1000, UTC))
            root = root_in(connection, profile)
            if whole is not None and root != profile:
                save_views(connection, [whole(root, revisions) for root, revisions in whole_histories(connection, [root])])
        return made

    def counts(self, column: str, *, finished: bool | None = None) -> dict[str, int]:
        """Profiles by a code of `FIGURE_PATHS`, or by `centre`; the empty code for those without an answer."""
        if column not in (*FIGURE_PATHS, "centre"):
            raise ValueError("not a column of figures")
        grouped = select(_profile.c[column], func.count()).where(condition(ListQuery(finished=finished)))
        with self._database.reading() as connection:
            return {code: int(number) for code, number in connection.execute(grouped.group_by(_profile.c[column]))}

    def handover_counts(self) -> dict[Handover, int]:
        """Profiles by where they stand; every state is there."""
        grouped = select(_profile.c.handover, func.count()).where(condition(ListQuery())).group_by(_profile.c.handover)
        with self._database.reading() as connection:
            found = {state: int(number) for state, number in connection.execute(grouped)}
        return {state: found.get(state.value, 0) for state in Handover}


def _clock_of(working: Working) -> Select[int]:
    column = tables.working.c
    return select(column.clock).where(column.profile == working.profile, column.officer == working.officer)


def _end(connection: Connection, working: Working) -> None:
    """Raises OpenWorkChanged when they are not there as they were read."""
    column = tables.working.c
    theirs = (column.profile == working.profile) & (column.officer == working.officer) & (column.clock == working.clock)
    if not connection.execute(delete(tables.working).where(theirs)).rowcount:
        raise OpenWorkChanged


def _refuse_forgotten(connection: Connection, profile: ProfileId) -> None:
    """A colleague ended the keeping of somebody (`forget`) who is still on a screen: then nothing about them is left."""
    said = select(tables.revision.c.id).where(tables.revision.c.profile == profile, tables.revision.c.open_text.is_not(None))
    listed = select(_profile.c.id).where(_profile.c.id == profile)
    if connection.execute(listed).first() is None and connection.execute(said.limit(1)).first() is None:
        raise ProfileErased


def _refuse_erased(connection: Connection, profile: ProfileId) -> None:
    """Somebody may still have an interview open that was erased meanwhile: nothing brings it back."""
    if erased_among(connection, [profile]):
        raise ProfileErased
