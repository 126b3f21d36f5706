"""Removing from a laptop what headquarters has, and what comes back. Unlike erasing it ends nothing: headquarters keeps it all.

Only what is confirmed to the full extent of what is here may go. The heads of revisions stay, so that numbers have no holes.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, func, or_, select, update

from s2w_desktop.domain.clock import moment
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import DeviceId, ProfileId
from s2w_desktop.domain.stations import Station
from s2w_desktop.domain.thinning import Thinnable, Thinning
from s2w_desktop.storage import tables
from s2w_desktop.storage.blob_rows import profiles_with_own_copies
from s2w_desktop.storage.bundle_values import Receipt
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.erasing import forget_lines
from s2w_desktop.storage.forgetting import forget_content
from s2w_desktop.storage.locks import hold_profiles
from s2w_desktop.storage.pending import PRESENT_RANK, own_revisions, rank
from s2w_desktop.storage.receipts import acknowledged, note_arrivals
from s2w_desktop.storage.station_rows import read_station
from s2w_desktop.storage.thinned_rows import removed_by, removed_here, rows_of, say, words_to_send

_profile, _revision = tables.profile, tables.revision
_dispatch, _acknowledgement, _in = tables.dispatch, tables.acknowledgement, tables.bundle_in
_PEOPLE_AT_A_TIME = 50


@dataclass(frozen=True)
class _Person:
    """All profiles that are one person here; they go together or not at all."""

    rows: tuple[AnyRow, ...]

    @property
    def profiles(self) -> frozenset[ProfileId]:
        return frozenset(ProfileId(row.id) for row in self.rows)

    def is_settled_before(self, before: datetime) -> bool:
        """Whether nobody has anything to do with it, nor any open work in it, and nothing has come or changed since."""
        return all(row.handover == Handover.RECEIVED.value and _last_touched(row) < before for row in self.rows)


class ThinningBook:
    """What may go from this laptop, and what went. Every write is durable when it returns."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def thinnable(self, before: datetime) -> Thinnable:
        """What could be removed of people of whom nothing changed, and nothing came, since `before` (aware)."""
        with self._database.reading() as connection:
            going, only_here = _looked_through(connection, before)
        rows = [row for person in going for row in person.rows]
        listed = sorted(row.case_number for row in rows if row.joined_into is None)
        return Thinnable(len(rows), tuple(listed), sum(len(person.rows) for person in only_here))

    def remove(self, before: datetime, now: datetime, headquarters: DeviceId) -> int:
        """Remove the content of `thinnable(before)` from this store; gives how many profiles went.

        Some people at a time, each wholly or not at all, and each looked at again in the transaction in which it goes.
        """
        removed = 0
        while gone := self._remove_some(before, now, headquarters):
            removed += gone
        return removed

    def to_send(self, station: Station) -> tuple[Thinning, ...]:
        """What headquarters is not known to have heard about profiles that went or came back."""
        with self._database.reading() as connection:
            return words_to_send(connection, station.device)

    def removed_by(self, device: DeviceId | None) -> frozenset[ProfileId]:
        """The profiles that a laptop, or any of them, had and says that it removed."""
        with self._database.reading() as connection:
            return removed_by(connection, device)

    def _remove_some(self, before: datetime, now: datetime, headquarters: DeviceId) -> int:
        with self._database.writing() as connection:
            going, _ = _looked_through(connection, before)
            profiles = frozenset(profile for person in going[:_PEOPLE_AT_A_TIME] for profile in person.profiles)
            hold_profiles(connection, profiles)
            device, knew = read_station(connection).device, _newest_from(connection, headquarters)
            say(connection, device, [Thinning(one, now, knew=knew) for one in sorted(profiles)])
            for one in sorted(profiles):
                forget_content(connection, one)
            forget_lines(connection, profiles)
        return len(profiles)


def get_back(connection: Connection, profiles: Iterable[ProfileId], now: datetime) -> None:
    """Headquarters gives profiles to this laptop: where it had removed them, their content counts again, and it says so."""
    back = sorted(removed_here(connection, profiles))
    say(connection, read_station(connection).device, [Thinning(one, now, is_here=True) for one in back])


def given_back(connection: Connection, receipt: Receipt, profiles: Collection[ProfileId]) -> frozenset[ProfileId]:
    """Those of the profiles that this laptop removed, and of which a receipt brings content although headquarters knew that.

    What it sent before it knew is no gift: it was on its way while the profile went.
    """
    removed = removed_here(connection, profiles)
    if not removed:
        return frozenset()
    station = read_station(connection)
    seqs = note_arrivals(connection, station, receipt.arrived)
    is_memory_sound = not _is_restored(connection, station.device, receipt)
    return frozenset(
        profile
        for profile, row in rows_of(connection, station.device, removed).items()
        if (row.is_confirmed and is_memory_sound)
        or (row.epoch == station.epoch and any(row.first_seq <= seq <= row.last_seq for seq in seqs))
    )


def note_received(connection: Connection, profiles: Iterable[ProfileId], now: datetime) -> None:
    """Something of these came from headquarters just now: what was given for work is not removed at once."""
    for piece in chunks(profiles):
        connection.execute(update(_profile).where(_profile.c.id.in_(piece)).values(received_at=now))


def _newest_from(connection: Connection, headquarters: DeviceId) -> tuple[int, int]:
    """The newest bundle of headquarters that came, of whatever kind, by its epoch and number."""
    theirs = select(_in.c.epoch, _in.c.seq).where(_in.c.device == headquarters)
    row = connection.execute(theirs.order_by(_in.c.epoch.desc(), _in.c.seq.desc()).limit(1)).first()
    return (row.epoch, row.seq) if row else (0, 0)


def _is_restored(connection: Connection, device: DeviceId, receipt: Receipt) -> bool:
    """Whether headquarters was put back from a copy since: then it may have forgotten what it had confirmed."""
    for said in receipt.acknowledged:
        known = acknowledged(connection, said.device, said.epoch) if said.device == device else None
        if known is not None and said.hq_epoch > known.hq_epoch:
            return True
    return False


def _looked_through(connection: Connection, before: datetime) -> tuple[list[_Person], list[_Person]]:
    """The people who may go, and those who may not, only because a part of them is nowhere else."""
    only_here = _with_parts_only_here(connection)
    going: list[_Person] = []
    staying: list[_Person] = []
    for person in _people(connection):
        if person.is_settled_before(before):
            (staying if person.profiles & only_here else going).append(person)
    return going, staying


def _people(connection: Connection) -> list[_Person]:
    columns = _profile.c
    listed = select(columns.id, columns.joined_into, columns.case_number, columns.handover, columns.changed, columns.received_at)
    groups: dict[ProfileId, list[AnyRow]] = defaultdict(list)
    for row in connection.execute(listed.order_by(columns.id)):
        groups[ProfileId(row.joined_into or row.id)].append(row)
    return [_Person(tuple(rows)) for rows in groups.values()]


def _last_touched(row: AnyRow) -> datetime:
    changed = moment(row.changed)
    return changed if row.received_at is None else max(changed, row.received_at)


def _with_parts_only_here(connection: Connection) -> frozenset[ProfileId]:
    """Profiles of which headquarters lacks a revision, a part of one, or a copy of a document: also what may not travel."""
    device = read_station(connection).device
    is_above = _revision.c.lseq > func.coalesce(_acknowledgement.c.contiguous, 0)
    is_more = rank(_dispatch.c.confirmed_scope) < PRESENT_RANK
    own = and_(_revision.c.device == device, or_(is_above, is_more))
    lacking = select(_revision.c.profile).select_from(own_revisions()).where(own).distinct()
    found = [*connection.execute(lacking).scalars(), *connection.execute(profiles_with_own_copies(device)).scalars()]
    return frozenset(ProfileId(id_) for id_ in found)
