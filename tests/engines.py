"""The two engines that a store can stand on, so that one test runs on both."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import pytest
from psycopg import sql

from s2w_desktop.domain.server_address import ServerAddress
from s2w_desktop.domain.stations import OwnKeys, Station
from s2w_desktop.storage.column_seal import ColumnSeal
from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.first_rows import write_first_rows
from s2w_desktop.storage.layout import DATABASE_NAME, ServerPlace, StorePlace
from s2w_desktop.storage.postgres import PostgresDatabase
from s2w_desktop.storage.schema import make_tables
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.values import Officer
from tests.servers import Server, running


class Engine(Protocol):
    """Makes stores; they are closed."""

    def make_store(self, folder: Path, key: StoreKey, station: Station, keys: OwnKeys, officer: Officer) -> StorePlace:
        """A store whose folder on this machine is this one."""


@cache
def _empty_tables() -> bytes:
    """A database file that has the tables and nothing in them, encrypted with the key of zeros: all migrations run once."""
    with TemporaryDirectory() as folder:
        path = Path(folder, DATABASE_NAME)
        database = EncryptedFile(path, _zeros())
        make_tables(database)
        database.checkpoint()
        database.close()
        return path.read_bytes()


def _zeros() -> StoreKey:
    return StoreKey(bytearray(32))


class FileEngine:
    """An encrypted file, copied from one that has the tables already: that takes a tenth of the time."""

    def make_store(self, folder: Path, key: StoreKey, station: Station, keys: OwnKeys, officer: Officer) -> Path:
        """In the folder itself."""
        folder.mkdir(parents=True, exist_ok=True)
        model = folder / f"{DATABASE_NAME}.model"
        model.write_bytes(_empty_tables())
        empty, database = EncryptedFile(model, _zeros()), EncryptedFile(folder / DATABASE_NAME, key)
        empty.copy_to(database)
        with database.writing() as connection:
            write_first_rows(connection, station, keys, officer, database.secrets)
        database.checkpoint()
        database.close()
        for file in folder.glob(f"{model.name}*"):
            file.unlink()
        key.wipe()
        return folder


class ServerEngine:
    """A database of a running server, copied from one that has the tables already: that takes a tenth of the time."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._model_name = ""
        self._made: list[ServerPlace] = []

    def make_store(self, folder: Path, key: StoreKey, station: Station, keys: OwnKeys, officer: Officer) -> ServerPlace:
        """Beside the folder. Its vault opens with nothing: tests bring the key."""
        place = ServerPlace(self.server.copy_of(self._model(folder, station, keys, officer)), folder)
        self._made.append(place)
        database = PostgresDatabase(place.address, ColumnSeal(key))
        with database.writing() as connection:
            write_first_rows(connection, station, keys, officer, database.secrets)
        database.close()
        return place

    def _model(self, folder: Path, station: Station, keys: OwnKeys, officer: Officer) -> str:
        """The name of a database with tables and without officers, made once."""
        if not self._model_name:
            place = ServerPlace(self.server.empty_database(), folder)
            key = StoreKey.random()
            Store.create_on_server(place, key=key, vault=b"", station=station, keys=keys, officer=officer).close()
            self._model_name = place.address.database
            self.server.tell(sql.SQL("DELETE FROM officer"), self._model_name)
        return self._model_name

    def forget(self) -> None:
        """Remove the stores that were made, whoever is connected."""
        while self._made:
            self.server.drop(self._made.pop().address)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A server for all tests of this process."""
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def server_engine(postgres: Server) -> ServerEngine:
    """Stores on that server."""
    return ServerEngine(postgres)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Both, one after the other; the second is skipped where no server is installed."""
    if request.param == "sqlite":
        yield FileEngine()
        return
    found: ServerEngine = request.getfixturevalue("server_engine")
    yield found
    found.forget()


@pytest.fixture(params=["sqlite", "postgresql"])
def new_address(request: pytest.FixtureRequest) -> Iterator[Callable[[], str]]:
    """How a new headquarters is named on the command line: an empty text for a folder, or an empty database on a server."""
    if request.param == "sqlite":
        yield str
        return
    server: Server = request.getfixturevalue("postgres")
    made = list[ServerAddress]()

    def address() -> str:
        made.append(server.empty_database())
        return str(made[-1])

    yield address
    for one in made:
        server.drop(one)
