"""A store on a server: made, found, opened. Its vault is a table of the database, beside the tables of the store."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import CheckConstraint, Column, Connection, Integer, LargeBinary, MetaData, Table, insert, inspect, select, update

from s2w_desktop.domain.errors import NoStore, StoreExists, StoreInUse
from s2w_desktop.domain.server_address import ServerAddress
from s2w_desktop.storage.column_seal import ColumnSeal, InTheClear
from s2w_desktop.storage.postgres import PostgresDatabase
from s2w_desktop.storage.schema import CURRENT, Schema, is_older, make_tables
from s2w_desktop.storage.store_key import StoreKey

_vault: Final = Table(
    "vault",
    MetaData(),
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
    CheckConstraint("id = 1", name="ck_vault_one"),
)
"""One row, for whoever may connect: it holds no secret in the clear. Not among the store's tables, as the file is not."""


class ServerShelf:
    """The vault's row. Each call makes a connection and ends it."""

    def __init__(self, address: ServerAddress) -> None:
        self._address = address

    def read(self) -> bytes:
        """Raises NoStore and what the server raises."""
        with _without_key(self._address) as database, database.reading() as connection:
            content: bytes | None = connection.execute(select(_vault.c.content)).scalar() if _has(connection) else None
        if content is None:
            raise NoStore
        return content

    def put(self, content: bytes, before: bytes | None) -> None:
        """Raises StoreInUse when somebody else changed the vault meanwhile, and what the server raises."""
        same = update(_vault) if before is None else update(_vault).where(_vault.c.content == before)
        with _without_key(self._address) as database, database.writing() as connection:
            if connection.execute(same.values(content=content)).rowcount != 1:
                raise StoreInUse


def holds_store(address: ServerAddress) -> bool:
    """Whether the database holds a store. Raises what the server raises."""
    with _without_key(address) as database, database.reading() as connection:
        return _has(connection)


def create(
    address: ServerAddress, key: StoreKey, vault: bytes, first_rows: Callable[[Connection], None], schema: Schema = CURRENT
) -> PostgresDatabase:
    """A new store in an empty database, whole or not at all. Raises StoreExists and what the server raises."""
    from s2w_desktop.storage import migration  # see schema.make_tables

    database = PostgresDatabase(address, ColumnSeal(key))
    try:
        with database.migrating() as connection:
            _require_empty(connection)
            migration.upgrade_by(connection, schema.scripts, schema.head)
            first_rows(connection)
            _vault.create(connection)
            connection.execute(insert(_vault).values(id=1, content=vault))
    except BaseException:
        database.close()
        raise
    return database


def open_store(address: ServerAddress, key: StoreKey, schema: Schema = CURRENT) -> PostgresDatabase:
    """The database of a store, with tables of the newest form: changing them is one transaction, and its own backup nobody's but
    the administrator's. Raises NewerStore, StoreDamaged and what the server raises."""
    database = PostgresDatabase(address, ColumnSeal(key))
    try:
        if is_older(database, schema):
            make_tables(database, schema)
    except BaseException:
        database.close()
        raise
    return database


def _require_empty(connection: Connection) -> None:
    if inspect(connection).get_table_names():
        raise StoreExists


def _has(connection: Connection) -> bool:
    return inspect(connection).has_table(_vault.name)


@contextmanager
def _without_key(address: ServerAddress) -> Iterator[PostgresDatabase]:
    database = PostgresDatabase(address, InTheClear())
    try:
        yield database
    finally:
        database.close()
