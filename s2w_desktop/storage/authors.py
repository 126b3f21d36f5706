"""Which machine an officer works at: the one whose revisions first named that officer, or this one for its own officers.

Officers are made by the machine at which they work, with an id of chance, and never move: who comes from a second machine is
somebody's claim to be another officer.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, func, select

from s2w_desktop.domain.ids import DeviceId, OfficerId
from s2w_desktop.storage import exchange_tables, tables
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.inserting import upsert

_author, _officer, _revision = exchange_tables.author, tables.officer, tables.revision
_ADD = upsert(_author, ())


def officers_elsewhere(
    connection: Connection, device: DeviceId, named: Collection[OfficerId], now: datetime
) -> frozenset[OfficerId]:
    """Of the officers that a device names in what it made, those of another machine. Who is new works at that device from now on.

    Before the rows of profiles are held: two importers may meet one new officer.
    """
    found: set[OfficerId] = set()
    for piece in chunks(sorted(named)):
        own = connection.execute(select(_officer.c.id).where(_officer.c.id.in_(piece))).scalars()
        found.update(OfficerId(officer) for officer in own)
        new = [{"officer": officer, "device": device, "named_at": now} for officer in piece if officer not in found]
        if new:
            connection.execute(_ADD, new)
        theirs = select(_author.c.officer).where(_author.c.officer.in_(piece), _author.c.device != device)
        found.update(OfficerId(officer) for officer in connection.execute(theirs).scalars())
    return frozenset(found)


def know_again(connection: Connection, own: DeviceId, now: datetime) -> None:
    """Where nobody is known any more: every officer works where their first revision was made. `own` is this machine."""
    made = select(_revision.c.officer, _revision.c.device).where(_revision.c.device != own)
    last_first = made.group_by(_revision.c.officer, _revision.c.device).order_by(
        func.min(_revision.c.clock).desc(), _revision.c.device
    )
    homes = {row.officer: row.device for row in connection.execute(last_first)}
    for piece in chunks(sorted(homes)):
        connection.execute(_ADD, [{"officer": one, "device": homes[one], "named_at": now} for one in piece])
