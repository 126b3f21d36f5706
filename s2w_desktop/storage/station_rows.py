"""Reading and writing the one row about this station, inside a transaction of the caller."""

from dataclasses import asdict

from sqlalchemy import Connection, select

from s2w_desktop.domain.errors import StoreDamaged
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.stations import OwnKeys, Role, Station
from s2w_desktop.storage import tables
from s2w_desktop.storage.profile_rows import upsert

_ONE = 1
_SAVE_STATION = upsert(tables.station, [column.name for column in tables.station.c if not column.primary_key])
_SAVE_KEYS = upsert(tables.own_keys, [column.name for column in tables.own_keys.c if not column.primary_key])


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


def read_keys(connection: Connection) -> OwnKeys:
    """The secret keys. Raises StoreDamaged when the row is missing."""
    row = connection.execute(select(tables.own_keys)).first()
    if row is None:
        raise StoreDamaged
    return OwnKeys(*row[1:])


def write_keys(connection: Connection, keys: OwnKeys) -> None:
    """Put the row."""
    connection.execute(_SAVE_KEYS, asdict(keys) | {"id": _ONE})
