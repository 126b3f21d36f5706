"""The rows that every new store begins with."""

from sqlalchemy import Connection

from s2w_desktop.domain.stations import OwnKeys, Station
from s2w_desktop.storage.column_seal import Secrets
from s2w_desktop.storage.people import SAVE_OFFICER, officer_row
from s2w_desktop.storage.station_rows import write_keys, write_station
from s2w_desktop.storage.values import Officer


def write_first_rows(connection: Connection, station: Station, keys: OwnKeys, officer: Officer, secrets: Secrets) -> None:
    """Who and where the store is, its secret keys, and who made it."""
    write_station(connection, station)
    write_keys(connection, keys, secrets)
    connection.execute(SAVE_OFFICER, officer_row(officer))
