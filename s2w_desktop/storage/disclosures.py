"""Who got what of a profile from this store, as far as the books tell: bundles for headquarters, and what goes to laptops.

It is read out of what is kept for other reasons, so it reaches back to the last epoch of the store and knows no files that were
made for the person or for a partner.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from s2w_desktop.domain.ids import DeviceId, ProfileId
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.storage import exchange_tables, tables
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.station_rows import read_station

_out, _dispatch, _revision, _share = tables.bundle_out, tables.dispatch, tables.revision, exchange_tables.share
_PROFILES = "profiles"  # the kind of bundle that `dispatch` counts, see bundle.manifest
_RANK = {Scope.STUB: 0, Scope.OPEN: 1, Scope.FULL: 2}


@dataclass(frozen=True)
class Disclosure:
    """Something that left this store. `device` is a laptop, None for headquarters; `scope` is the most that went."""

    at: datetime
    device: DeviceId | None
    scope: Scope


class DisclosureBook:
    """Reads them."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def of(self, profiles: Collection[ProfileId]) -> tuple[Disclosure, ...]:
        """What left of these profiles, which are one person's, oldest first."""
        with self._database.reading() as connection:
            found = [*_in_bundles(connection, profiles), *_to_laptops(connection, profiles)]
        return tuple(sorted(found, key=lambda one: (one.at, str(one.device))))


def _in_bundles(connection: Connection, profiles: Collection[ProfileId]) -> list[Disclosure]:
    epoch, most = read_station(connection).epoch, dict[int, Disclosure]()
    for piece in chunks(profiles):
        wanted = (
            select(_out.c.seq, _out.c.created_at, _out.c.to_device, _dispatch.c.sent_scope)
            .join(_dispatch, _out.c.seq.between(_dispatch.c.first_seq, _dispatch.c.last_seq))
            .join(_revision, _revision.c.id == _dispatch.c.revision)
            .where(_revision.c.profile.in_(piece), _out.c.epoch == epoch, _out.c.kind == _PROFILES, _out.c.is_written.is_(True))
            .distinct()
        )
        for row in connection.execute(wanted):
            scope, known = Scope(row.sent_scope), most.get(row.seq)
            if known is None or _RANK[scope] > _RANK[known.scope]:
                most[row.seq] = Disclosure(row.created_at, DeviceId(row.to_device) if row.to_device else None, scope)
    return list(most.values())


def _to_laptops(connection: Connection, profiles: Collection[ProfileId]) -> list[Disclosure]:
    first: dict[DeviceId, datetime] = {}
    for piece in chunks(profiles):
        for row in connection.execute(select(_share.c.device, _share.c.since).where(_share.c.profile.in_(piece))):
            device = DeviceId(row.device)
            first[device] = min(row.since, first.get(device, row.since))
    return [Disclosure(since, device, Scope.FULL) for device, since in first.items()]
