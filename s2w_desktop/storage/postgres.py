"""The database of a store on a PostgreSQL server: connections and transactions. The only file that talks to its driver.

Reading sees one snapshot. Writing is READ COMMITTED: what must not change between a look and a deed is held by `locks`.
Loaded only where a server is used.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Final

import psycopg
from psycopg.conninfo import make_conninfo
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import QueuePool

from s2w_desktop.domain.server_address import ServerAddress
from s2w_desktop.domain.server_errors import ServerTooOld
from s2w_desktop.storage.column_seal import Secrets
from s2w_desktop.storage.locks import PATIENCE_SECONDS, Turn, take
from s2w_desktop.storage.postgres_errors import meaning, refusal

OLDEST: Final = 15
_SETTINGS: Final = {
    "lock_timeout": f"{PATIENCE_SECONDS * 1000}",
    "timezone": "UTC",
    "synchronous_commit": "on",  # what was said to be kept survives a power cut of the server
    "tcp_keepalives_idle": "30",  # a machine that vanished lets go of its locks within a minute
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
}
_CLIENT: Final = {"connect_timeout": "10", "keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3"}
_SNAPSHOT: Final = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


class PostgresDatabase:
    """A database on a server. Connections are made when they are needed, at most twelve at a time."""

    is_shared = True

    def __init__(self, address: ServerAddress, secrets: Secrets) -> None:
        self.secrets = secrets
        options = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
        fixed = {"application_name": "s2w", "client_encoding": "utf8", "options": options}
        self._conninfo = make_conninfo("", **{**_CLIENT, **dict(address.parameters), **fixed})
        self._engine = create_engine(
            "postgresql+psycopg://",
            creator=self._connect,
            poolclass=QueuePool,
            pool_size=4,
            max_overflow=8,
            pool_pre_ping=True,  # a server that was restarted meanwhile is no failure
            isolation_level="READ COMMITTED",
            hide_parameters=True,
        )
        event.listen(self._engine, "handle_error", _translate)
        self._reader = self._engine.execution_options(**_SNAPSHOT)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store from its first read on, and may not write."""
        with self._reader.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that may write; durable when left, as before when an exception leaves it or the server breaks off."""
        with self._engine.begin() as connection:
            yield connection

    def writing_much(self) -> AbstractContextManager[Connection]:
        """As `writing`: the server keeps what it needs."""
        return self.writing()

    def writing_at_once(self) -> AbstractContextManager[Connection]:
        """As `writing`: others may write at the same time."""
        return self.writing()

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """As `writing`, for changes of tables, one program at a time."""
        with self.writing() as connection:
            take(connection, Turn.MIGRATION)
            yield connection

    def checkpoint(self) -> None:
        """There is no file to copy; an administrator takes backups of the server."""

    def verify(self) -> None:
        """The server answers. Its pages are the server's to check (`pg_amcheck`, data checksums)."""
        with self.reading() as connection:
            connection.exec_driver_sql("SELECT 1")

    def close(self) -> None:
        """End all connections."""
        self._engine.dispose()

    def _connect(self) -> psycopg.Connection:
        try:
            connection = psycopg.connect(self._conninfo)
        except psycopg.OperationalError as cause:
            raise refusal(cause, self._conninfo) from cause
        try:
            _check(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def _check(connection: psycopg.Connection) -> None:
    """Raises ServerTooOld."""
    major = connection.info.server_version // 10_000
    if major < OLDEST:
        raise ServerTooOld(major)


def _translate(context: ExceptionContext) -> None:
    if context.is_pre_ping:
        return  # the pool makes a new connection, and says so itself when that fails
    found = meaning(context.original_exception)
    if found is not None:
        raise found from context.original_exception
