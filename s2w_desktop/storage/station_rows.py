"""Reading and writing the one row about this station, inside a transaction of the caller."""

from dataclasses import asdict, replace

from sqlalchemy import Connection, Table, select

from s2w_desktop.domain.errors import StoreDamaged
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.stations import OwnKeys, Role, Station
from s2w_desktop.storage import tables
from s2w_desktop.storage.column_seal import Secrets
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.inserting import upsert

_ONE = 1
_SAVE_STATION = upsert(tables.station, [column.name for column in tables.station.c if not column.primary_key])
_SAVE_KEYS = upsert(tables.own_keys, [column.name for column in tables.own_keys.c if not column.primary_key])

_SECRET = ("signing_secret", "identity")


def read_station(connection: Connection) -> Station:
    """This station. Raises StoreDamaged when the row is missing."""
    row = connection.execute(select(tables.station)).first()
    if row is None:
        raise StoreDamaged
    _, role, organisation, centre, device, *rest = row
    return Station(Role(role), organisation, centre, DeviceId(device), *rest)


def write_station(connection: Connection, station: Station) -> None:
    """Put the row."""
    connection.execute(_SAVE_STATION, asdict(station) | {"id": _ONE, "role": station.role.value})


def read_keys(connection: Connection, secrets: Secrets) -> OwnKeys:
    """The secret keys. Raises StoreDamaged when the row is missing or was not sealed with the key of this store."""
    row = connection.execute(select(tables.own_keys)).first()
    if row is None:
        raise StoreDamaged
    return opened_keys(row, secrets, tables.own_keys)


def write_keys(connection: Connection, keys: OwnKeys, secrets: Secrets) -> None:
    """Put the row."""
    connection.execute(_SAVE_KEYS, sealed_keys(keys, secrets, tables.own_keys) | {"id": _ONE})


def sealed_keys(keys: OwnKeys, secrets: Secrets, table: Table) -> dict[str, object]:
    """The columns of keys in one of the tables that hold some."""
    return asdict(keys) | {name: secrets.sealed(f"{table.name}.{name}", getattr(keys, name)) for name in _SECRET}


def opened_keys(row: AnyRow, secrets: Secrets, table: Table) -> OwnKeys:
    """The keys of a row. Raises StoreDamaged when they were not sealed for this table with the key of this store."""
    stored = OwnKeys(row.signing_secret, row.signing_key, row.identity, row.recipient)
    return replace(stored, **{name: secrets.opened(f"{table.name}.{name}", getattr(stored, name)) for name in _SECRET})
