"""Profiles whose content is erased for good. The heads of their revisions stay, so that numbers have no holes.

Erased beats every edit: whatever comes of such a profile later is kept without its content.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, and_, case, delete, exists, or_, select, update

from s2w_desktop.domain.erasing import ErasureReason, Tombstone, tombstone_of
from s2w_desktop.domain.ids import DeviceId, ProfileId
from s2w_desktop.domain.orders import Order
from s2w_desktop.domain.stations import Role, Station
from s2w_desktop.storage import exchange_tables, tables
from s2w_desktop.storage.bundle_values import QuarantineItem
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.exchange_values import Giver
from s2w_desktop.storage.forgetting import forget_content
from s2w_desktop.storage.inserting import insert
from s2w_desktop.storage.locks import Turn, hold_profiles, take
from s2w_desktop.storage.orders import order_erasure
from s2w_desktop.storage.station_rows import read_station
from s2w_desktop.storage.thinned_rows import forget_words, removed_here

_erased, _share, _order = exchange_tables.erased, exchange_tables.share, exchange_tables.order_out
_revision, _profile, _quarantine = tables.revision, tables.profile, tables.quarantine
_IS_ANY_ERASED = select(exists().where(_erased.c.profile.is_not(None)))
_NOTE = insert(_erased).on_conflict_do_nothing(index_elements=["profile"])
_ids_in = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}").findall
_LINES_AT_A_TIME = 100


@dataclass(frozen=True)
class Buried:
    """Profiles that are erased now and were not before, and those that were joined with them: their rows have to be made anew."""

    erased: frozenset[ProfileId]
    left: frozenset[ProfileId]


class ErasureBook:
    """Erased profiles. Every write is durable when it returns."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def erase(self, tombstone: Tombstone, giver: Giver) -> frozenset[ProfileId]:
        """Erase the content of a profile, and of all that are joined with it; gives those that were not erased before.

        At headquarters every laptop that knows one of them gets an order to do so too; a laptop tells headquarters with its
        next hand-over.
        """
        with self._database.writing() as connection:
            take(connection, Turn.IMPORT)
            group = [Tombstone(one, tombstone.reason, tombstone.erased_at) for one in joined(connection, tombstone.profile)]
            return erase(connection, group, read_station(connection), giver).erased

    def to_send(self, station: Station) -> tuple[Tombstone, ...]:
        """Tombstones that headquarters is not known to have, in the order in which they were made."""
        waiting = select(_erased).where(_erased.c.is_confirmed.is_(False), _erased.c.device == station.device)
        with self._database.reading() as connection:
            rows = connection.execute(waiting.order_by(_erased.c.erased_at, _erased.c.profile))
            return tuple(_tombstone(row) for row in rows)

    def all(self) -> tuple[Tombstone, ...]:
        """Everything that was erased here, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(_erased).order_by(_erased.c.erased_at.desc(), _erased.c.profile))
            return tuple(_tombstone(row) for row in rows)


def erase(
    connection: Connection, tombstones: Sequence[Tombstone], station: Station, giver: Giver, by: DeviceId | None = None
) -> Buried:
    """Erase profiles. `by` is the laptop that told so, which needs no order."""
    device = by or station.device
    known = erased_among(connection, [one.profile for one in tombstones])
    fresh = [one for one in tombstones if one.profile not in known]
    hold_profiles(connection, [one.profile for one in fresh])
    tied = {other for one in fresh for other in joined(connection, one.profile)}
    for one in fresh:
        row = {"profile": one.profile, "device": device, "reason": one.reason.value, "erased_at": one.erased_at}
        connection.execute(_NOTE, row | {"epoch": 0, "first_seq": 0, "last_seq": 0, "is_confirmed": False})
        forget_content(connection, one.profile)
    forget_words(connection, [one.profile for one in fresh])
    forget_lines(connection, frozenset(one.profile for one in fresh))
    if station.role is Role.HEADQUARTERS:
        _keep_earliest(connection, [one for one in tombstones if one.profile in known], device)
        order_erasure(connection, tombstones, giver, unless=by)
    gone = frozenset(one.profile for one in fresh)
    return Buried(gone, frozenset(tied) - gone - known)


def remember_orders(connection: Connection, device: DeviceId) -> None:
    """Whom headquarters ordered laptops to erase is erased here, also where only the order is left; `device` is its own."""
    wanted = select(_order.c.profile, _order.c.detail).where(_order.c.kind == Order.ERASE.value, _order.c.profile.is_not(None))
    for profile, detail in connection.execute(wanted).all():
        one = tombstone_of(ProfileId(profile), detail)
        row = {"profile": one.profile, "device": device, "reason": one.reason.value, "erased_at": one.erased_at}
        connection.execute(_NOTE, row | {"epoch": 0, "first_seq": 0, "last_seq": 0, "is_confirmed": False})


def _keep_earliest(connection: Connection, tombstones: Sequence[Tombstone], device: DeviceId) -> None:
    """Of several words about one profile the earliest stays, whichever came first."""
    for one in tombstones:
        is_later = or_(_erased.c.erased_at > one.erased_at, and_(_erased.c.erased_at == one.erased_at, _erased.c.device > device))
        earliest = {"device": device, "reason": one.reason.value, "erased_at": one.erased_at}
        connection.execute(update(_erased).where(_erased.c.profile == one.profile, is_later).values(earliest))


def erased_among(connection: Connection, profiles: Iterable[ProfileId]) -> frozenset[ProfileId]:
    """Those of the profiles that are erased."""
    found: set[ProfileId] = set()
    if not connection.execute(_IS_ANY_ERASED).scalar():
        return frozenset()
    for piece in chunks(profiles):
        wanted = select(_erased.c.profile).where(_erased.c.profile.in_(piece))
        found.update(ProfileId(profile) for profile in connection.execute(wanted).scalars())
    return frozenset(found)


def kept_without_content(connection: Connection, profiles: Collection[ProfileId]) -> frozenset[ProfileId]:
    """Those of the profiles of which nothing is kept but numbers: erased, or removed from this laptop."""
    return erased_among(connection, profiles) | removed_here(connection, profiles)


def tombstones_of(connection: Connection, profiles: Iterable[ProfileId]) -> list[Tombstone]:
    """The tombstones of those profiles that are erased."""
    found: list[Tombstone] = []
    for piece in chunks(profiles):
        found += [_tombstone(row) for row in connection.execute(select(_erased).where(_erased.c.profile.in_(piece)))]
    return found


def may_erase(connection: Connection, device: DeviceId, profile: ProfileId) -> bool:
    """Whether a device may have a profile erased: it has a revision of it, was given it, or nobody knows the profile."""
    theirs = select(_revision.c.device).where(_revision.c.profile == profile)
    if connection.execute(theirs.limit(1)).first() is None:
        return True
    made = theirs.where(_revision.c.device == device).limit(1)
    given = select(_share.c.profile).where(_share.c.device == device, _share.c.profile == profile)
    return any(connection.execute(wanted).first() is not None for wanted in (made, given))


def without_erased(connection: Connection, items: Sequence[QuarantineItem]) -> list[QuarantineItem]:
    """Lines to put aside; of those that speak of somebody erased, or removed from this laptop, only the reason is kept."""
    named = {one: _named(one.untrusted_raw) for one in items}
    gone = _gone_names(connection, {id_ for ids in named.values() for id_ in ids})
    return [QuarantineItem(one.bundle, one.line, one.reason, one.revision, b"") if named[one] & gone else one for one in items]


def note_tombstones_sent(connection: Connection, profiles: Iterable[ProfileId], epoch: int, seq: int, previous: int) -> None:
    """The tombstones lie in bundle `seq`; `previous` is the number of the bundle of profiles before it."""
    goes_on = and_(_erased.c.epoch == epoch, _erased.c.last_seq == previous)
    first = case((goes_on, _erased.c.first_seq), else_=seq)
    for piece in chunks(profiles):
        these = update(_erased).where(_erased.c.profile.in_(piece))
        connection.execute(these.values(epoch=epoch, first_seq=first, last_seq=seq))


def confirm_tombstones(connection: Connection, epoch: int, first: int, last: int) -> None:
    """Headquarters has the bundles from first to last, and so the tombstones that lay in them."""
    lay_in = (_erased.c.epoch == epoch) & (_erased.c.first_seq <= last) & (_erased.c.last_seq >= first)
    connection.execute(update(_erased).where(lay_in).values(is_confirmed=True))


def forget_tombstones_sent(connection: Connection) -> None:
    """Headquarters restored a copy, or this machine numbers anew: the tombstones go again."""
    connection.execute(update(_erased).values(is_confirmed=False, epoch=0, first_seq=0, last_seq=0))


def joined(connection: Connection, profile: ProfileId) -> list[ProfileId]:
    """The profile, the one that it is joined into, and all that are joined with it, as they are listed here."""
    own = connection.execute(select(_profile.c.joined_into).where(_profile.c.id == profile)).scalar()
    root = ProfileId(own) if own else profile
    others = connection.execute(select(_profile.c.id).where(_profile.c.joined_into == root).order_by(_profile.c.id)).scalars()
    return list(dict.fromkeys((profile, root, *(ProfileId(id_) for id_ in others))))


def forget_lines(connection: Connection, profiles: frozenset[ProfileId]) -> None:
    """Remove lines that were put aside and speak of these people, by the profile or by one of its revisions."""
    if not profiles:
        return
    names = _names_of(connection, profiles)
    lines = select(_quarantine.c.bundle, _quarantine.c.line, _quarantine.c.revision, _quarantine.c.raw)
    found = connection.execute(lines.execution_options(yield_per=_LINES_AT_A_TIME))
    gone = [(row.bundle, row.line) for row in found if row.revision in names or _named(row.raw) & names]
    for bundle, line in gone:
        connection.execute(delete(_quarantine).where(_quarantine.c.bundle == bundle, _quarantine.c.line == line))


def _names_of(connection: Connection, profiles: frozenset[ProfileId]) -> set[UUID]:
    names: set[UUID] = set(profiles)
    for piece in chunks(profiles):
        names.update(connection.execute(select(_revision.c.id).where(_revision.c.profile.in_(piece))).scalars())
    return names


def _gone_names(connection: Connection, ids: Iterable[UUID]) -> set[UUID]:
    """Those of the ids that name somebody erased, or removed from this laptop, or a revision of them."""
    found: set[UUID] = set()
    for piece in chunks(ids):
        rows = connection.execute(select(_revision.c.id, _revision.c.profile).where(_revision.c.id.in_(piece)))
        owners: dict[UUID, ProfileId] = {id_: ProfileId(profile) for id_, profile in rows}
        gone = kept_without_content(connection, {*owners.values(), *(ProfileId(id_) for id_ in piece)})
        found.update(id_ for id_ in piece if id_ in gone or owners.get(id_) in gone)
    return found


def _named(untrusted_raw: bytes) -> frozenset[UUID]:
    """Every id that stands in a line, however broken the line is."""
    return frozenset(UUID(found.decode("ascii")) for found in _ids_in(untrusted_raw.lower()))


def _tombstone(row: AnyRow) -> Tombstone:
    return Tombstone(ProfileId(row.profile), ErasureReason(row.reason), row.erased_at)
