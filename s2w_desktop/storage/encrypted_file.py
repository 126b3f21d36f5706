"""The database of a store as one encrypted file: connections, transactions, checks.

Only this file and `page_reader` talk to its driver.

Every transaction is begun by us: the driver would leave table changes outside of one. Whoever may write begins IMMEDIATE,
because a transaction that reads first and writes later fails at once when another one committed in between.
"""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import QueuePool

from s2w_desktop.domain.errors import StoreDamaged
from s2w_desktop.storage import sodium
from s2w_desktop.storage.column_seal import InTheClear, Secrets
from s2w_desktop.storage.driver_errors import meaning
from s2w_desktop.storage.store_key import StoreKey

_BUSY_SECONDS = 5
_PLAIN_MAGIC = b"SQLite format 3\0"
_HEX = b"0123456789abcdef"
CACHE, ROOM = -2_000, -64_000
"""Pages that a connection keeps opened, in KiB (a negative number): always, and while much is written."""
_PRAGMAS = (
    f"cache_size={CACHE}",
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    *(("fullfsync=ON", "checkpoint_fullfsync=ON") if sys.platform == "darwin" else ()),
)


class EncryptedFile:
    """One encrypted file. Holds the key until `close`, because each new connection needs it; does not wipe it."""

    is_shared = False
    secrets: Secrets = InTheClear()  # the file as a whole is sealed

    def __init__(self, path: Path, key: StoreKey) -> None:
        self.path = path
        self._key = key
        self._engine = create_engine(
            "sqlite://",
            creator=self.connect,
            module=driver,
            poolclass=QueuePool,
            pool_size=4,
            max_overflow=8,
            hide_parameters=True,
        )
        event.listen(self._engine, "begin", _begin)
        event.listen(self._engine, "handle_error", _translate)
        self._writer = self._engine.execution_options(s2w_begin="IMMEDIATE")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store from its first read on."""
        with self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write; durable when left, as before when an exception leaves it."""
        with self._writer.begin() as connection:
            yield connection

    def writing_much(self) -> AbstractContextManager[Connection]:
        """As `writing`, with room for the pages of an index whose keys come in any order; on leaving it is given back.

        Without it a page would be opened and sealed again for nearly every row.
        """
        return self._writing_with(f"cache_size={ROOM}", f"cache_size={CACHE}", "shrink_memory")

    def writing_at_once(self) -> AbstractContextManager[Connection]:
        """As `writing`, but where somebody else writes it raises StoreInUse at once."""
        return self._writing_with("busy_timeout=0", f"busy_timeout={1000 * _BUSY_SECONDS}")

    @contextmanager
    def _writing_with(self, setting: str, *usual: str) -> Iterator[Connection]:
        with self._writer.connect() as connection:
            bare: Any = connection.connection.driver_connection
            bare.execute(f"PRAGMA {setting}")
            try:
                with connection.begin():
                    yield connection
            finally:
                for pragma in usual:
                    bare.execute(f"PRAGMA {pragma}")

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """As `writing`, for changes of tables: references are checked at the end instead of at each step. Raises StoreDamaged."""
        with self._writer.connect() as connection:
            bare: Any = connection.connection.driver_connection
            bare.execute("PRAGMA foreign_keys=OFF")  # without effect inside a transaction
            try:
                with connection.begin():
                    yield connection
                    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                        raise StoreDamaged
            finally:
                bare.execute("PRAGMA foreign_keys=ON")

    def connect(self) -> Any:  # noqa: ANN401  # the driver has no types
        """A bare driver connection with key and settings. Raises the driver's errors."""
        connection = driver.connect(str(self.path), isolation_level=None, check_same_thread=False, timeout=_BUSY_SECONDS)
        try:
            connection.execute("PRAGMA cipher_log_level=NONE")  # a wrong key would write to stderr
            give_key(connection, self._key, derived_salt(self._key) if _is_empty(self.path) else None)
            connection.execute("SELECT count(*) FROM sqlite_master")  # first use of the key: raises here if it is wrong
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
        return connection

    def checkpoint(self) -> None:
        """Fold the write-ahead file into the main file, as far as no reader needs it."""
        with closing(_opened(self)) as connection, _translated():
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def verify(self) -> None:
        """Read every page and check seals and structure. Raises StoreDamaged."""
        with closing(_opened(self)) as connection, _translated():
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the seal check reads the main file only
            broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            if broken or connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise StoreDamaged

    def copy_to(self, target: "EncryptedFile") -> None:
        """A consistent copy into another database file, encrypted with that one's key. Raises disk errors, StoreDamaged."""
        with closing(_opened(self)) as source, closing(_opened(target)) as copy, _translated():
            source.backup(copy)

    def refuse_plain(self) -> None:
        """A guard against builds of the driver without encryption. Raises RuntimeError when the file is readable by anyone."""
        with self.path.open("rb") as file:
            if file.read(len(_PLAIN_MAGIC)) == _PLAIN_MAGIC:
                raise RuntimeError("the database is not encrypted")

    def close(self) -> None:
        """End all connections."""
        self._engine.dispose()


def _opened(database: EncryptedFile) -> Any:  # noqa: ANN401  # the driver has no types
    with _translated():
        return database.connect()


def derived_salt(key: StoreKey) -> bytes:
    """The salt of a new file. It is no secret; as it follows from the key, a salt that is broken can be made again."""
    return sodium.keyed_hash(key.secret, b"salt of a store file", sodium.SALT_BYTES)


def give_key(connection: Any, key: StoreKey, salt: bytes | None = None) -> None:  # noqa: ANN401  # the driver has no types
    """Hand over the raw key as SQLCipher wants it, x'<64 hex digits>', without leaving a copy in memory.

    With a salt, that one counts and not the one in the file; a new file gets it.
    """
    text = bytearray(b"x'" + bytes(2 * len(key.secret)) + (salt or b"").hex().encode("ascii") + b"'")
    for place, byte in enumerate(key.secret):
        text[2 + 2 * place] = _HEX[byte >> 4]
        text[3 + 2 * place] = _HEX[byte & 15]
    connection.set_key(text)
    sodium.wipe(text)


def _is_empty(path: Path) -> bool:
    return not path.exists() or not path.stat().st_size


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN " + connection.get_execution_options().get("s2w_begin", "DEFERRED"))


def _translate(context: ExceptionContext) -> None:
    found = meaning(context.original_exception)
    if found is not None:
        raise found from context.original_exception


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except driver.Error as cause:
        found = meaning(cause)
        if found is None:
            raise
        raise found from cause
