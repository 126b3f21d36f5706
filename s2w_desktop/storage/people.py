"""Officers of this store, and the machines on the other side."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from s2w_desktop.domain.duties import duties_of_text, duties_text
from s2w_desktop.domain.ids import DeviceId, OfficerId
from s2w_desktop.domain.stations import Machine, Peer, Role
from s2w_desktop.storage import exchange_tables, tables
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.inserting import upsert
from s2w_desktop.storage.locks import Turn, take
from s2w_desktop.storage.values import Officer

SAVE_OFFICER = upsert(tables.officer, ("name", "added_at", "removed_at", "duties"))
_SAVE_PEER = upsert(tables.peer, [column.name for column in tables.peer.c if not column.primary_key])
_former = exchange_tables.peer_key
_SAVE_FORMER = upsert(_former, ("device", "until"))


class OfficerBook:
    """Who works here; those who left stay known, because revisions name them."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def add(self, officer: Officer) -> None:
        """Add an officer, or change one."""
        with self._database.writing() as connection:
            connection.execute(SAVE_OFFICER, officer_row(officer))

    def change(self, changed: Callable[[tuple[Officer, ...]], Officer]) -> None:
        """Keep the officer that `changed` makes of all there are; meanwhile nobody else changes one. What it raises goes on."""
        with self._database.writing() as connection:
            take(connection, Turn.STAFF)
            connection.execute(SAVE_OFFICER, officer_row(changed(everyone(connection))))

    def all(self) -> tuple[Officer, ...]:
        """Everyone, also those who left, in the order they came."""
        with self._database.reading() as connection:
            return everyone(connection)

    def get(self, officer: OfficerId) -> Officer | None:
        """One officer."""
        with self._database.reading() as connection:
            row = connection.execute(select(tables.officer).where(tables.officer.c.id == officer)).first()
        return _officer(row) if row else None


class PeerBook:
    """Enrolled machines: headquarters for a laptop, laptops for headquarters."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def add(self, peer: Peer) -> None:
        """Enrol a machine; the same device again takes the new keys."""
        row = asdict(peer) | {"role": peer.role.value, "recipients": list(peer.recipients)}
        with self._database.writing() as connection:
            connection.execute(_SAVE_PEER, row)

    def revoke(self, device: DeviceId, at: datetime, lost_since: datetime | None = None) -> None:
        """Take nothing more from a machine. `lost_since` is from when on nobody knows in whose hands it was."""
        revoked = {"revoked_at": at, "lost_since": lost_since}
        with self._database.writing() as connection:
            connection.execute(update(tables.peer).where(tables.peer.c.device == device).values(revoked))

    def reinstate(self, device: DeviceId) -> None:
        """It was found again. `lost_since` stays: what came since that day stays to be looked at."""
        with self._database.writing() as connection:
            connection.execute(update(tables.peer).where(tables.peer.c.device == device).values(revoked_at=None))

    def change_keys(self, machine: Machine, former_until: datetime | None) -> None:
        """Take the new keys of a machine that is known; what its key before signed counts until then.

        With None it never counts again, whatever a clock says: the key is in other hands.
        """
        mine = tables.peer.c.device == machine.device
        new = {"signing_key": machine.signing_key, "recipients": list(machine.recipients)}
        with self._database.writing() as connection:
            before = connection.execute(select(tables.peer.c.signing_key).where(mine)).scalar()
            if before is not None and before != machine.signing_key and former_until is not None:
                former = {"signing_key": before, "device": machine.device, "until": former_until}
                connection.execute(_SAVE_FORMER, former)
            connection.execute(delete(_former).where(_former.c.signing_key == machine.signing_key))
            connection.execute(update(tables.peer).where(mine).values(new))

    def former_keys(self, now: datetime) -> tuple[tuple[DeviceId, str], ...]:
        """Signing keys that machines had before and that still count, with whose they were."""
        wanted = select(_former.c.device, _former.c.signing_key).where(_former.c.until > now).order_by(_former.c.signing_key)
        with self._database.reading() as connection:
            return tuple((DeviceId(device), key) for device, key in connection.execute(wanted))

    def all(self, role: Role | None = None) -> tuple[Peer, ...]:
        """Every machine, also revoked ones, in the order of enrolment."""
        wanted = select(tables.peer).order_by(tables.peer.c.enrolled_at, tables.peer.c.device)
        if role is not None:
            wanted = wanted.where(tables.peer.c.role == role.value)
        with self._database.reading() as connection:
            return tuple(_peer(row) for row in connection.execute(wanted))

    def by_device(self, device: DeviceId) -> Peer | None:
        """One machine."""
        with self._database.reading() as connection:
            row = connection.execute(select(tables.peer).where(tables.peer.c.device == device)).first()
        return _peer(row) if row else None


def officer_row(officer: Officer) -> dict[str, object]:
    """The row of `SAVE_OFFICER`."""
    return asdict(officer) | {"duties": duties_text(officer.duties)}


def everyone(connection: Connection) -> tuple[Officer, ...]:
    """All officers, also those who left, in the order they came."""
    rows = connection.execute(select(tables.officer).order_by(tables.officer.c.added_at, tables.officer.c.id))
    return tuple(_officer(row) for row in rows)


def _officer(row: AnyRow) -> Officer:
    return Officer(OfficerId(row.id), row.name, row.added_at, row.removed_at, duties_of_text(row.duties))


def _peer(row: AnyRow) -> Peer:
    device, role, organisation, centre, name, signing_key, recipients, enrolled_at, revoked_at, lost_since = row
    return Peer(
        DeviceId(device),
        Role(role),
        organisation,
        centre,
        name,
        signing_key,
        tuple(recipients),
        enrolled_at,
        revoked_at,
        lost_since,
    )
