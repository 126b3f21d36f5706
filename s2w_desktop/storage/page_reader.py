"""Reading a damaged file page by page, as far as each page is whole. Works on a copy that nobody else uses, and changes it.

The driver reads a table from its root page on, so that one broken page near the root would hide every row below it. Here the
first page is replaced by one that names a single table, and that table is pointed at each page in turn: a page of rows that
is sound gives its rows, wherever the way to it is broken. Pages that hold no rows of a table are refused by the driver.
Every page is authenticated by its seal before anything of it is read, and pages that were given up are empty (secure_delete).
"""

import shutil
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as driver

from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import StoreDamaged, WrongKey
from s2w_desktop.storage.driver_errors import meaning
from s2w_desktop.storage.encrypted_file import derived_salt, give_key
from s2w_desktop.storage.sodium import SALT_BYTES
from s2w_desktop.storage.store_key import StoreKey

PAGE_BYTES: Final = 4096
MOST_COLUMNS: Final = 40
"""More than any table has; what a row lacks is read as nothing."""
_COLUMNS: Final = ", ".join(f"c{number}" for number in range(MOST_COLUMNS))
_AT_ONCE: Final = 50
_BEFORE_ALL: Final = -(2**63)
_LISTED: Final = f"SELECT rowid, {_COLUMNS} FROM page"  # noqa: S608  # our own names

Row = tuple[Any, ...]
"""The number of a row, and its values."""


class PageReader:
    """A copy, open. `broken` are the pages whose seal does not hold, the first one aside; `pages` counts all.

    Raises StoreDamaged where nothing can be read, or a disk error.
    """

    def __init__(self, copy: Path, key: StoreKey) -> None:
        self._copy, self._key = copy, key
        self._heads: dict[tuple[bytes, int], bytes] = {}
        self.unread: set[int] = set()
        """Pages that gave an error: broken themselves, above or before broken ones, or without rows of a table."""
        try:
            log = self._set_log_aside()
            self._salt = self._fitting_salt()
            self._fold(log)
            self._connection = self._opened()
        except OSError as cause:
            raise disk_error(cause) from cause
        except driver.Error as cause:
            raise (meaning(cause) or StoreDamaged()) from cause
        self.pages = copy.stat().st_size // PAGE_BYTES
        self.broken = _broken(self._connection)

    def rows(self, page: int) -> Iterator[Row]:
        """The rows on a page of a table and below it, as far as they can be read; of another page none."""
        if page in self.broken:
            self.unread.add(page)
            return
        self._point_at(page)
        last = _BEFORE_ALL
        try:
            while some := self._connection.execute(f"{_LISTED} WHERE rowid > ? LIMIT {_AT_ONCE}", (last,)).fetchall():
                self._try_to_point_at(page)
                last = some[-1][0]
                yield from some
        except driver.DatabaseError as cause:
            self._note(page, cause)
        else:
            return
        if self._begins_with_a_row(page):
            yield from self._rows_after(page, last)

    def _begins_with_a_row(self, page: int) -> bool:
        """Otherwise it is no page of a table, or one above a broken one, and every page is asked for itself."""
        try:
            self._begin_anew()
            self._try_to_point_at(page)
            return self._connection.execute("SELECT rowid FROM page LIMIT 1").fetchone() is not None
        except driver.DatabaseError:
            return False

    def _rows_after(self, page: int, last: int) -> Iterator[Row]:
        """One at a time: where a row goes on in a page that is broken, those after it are sound."""
        numbers: list[int] = []
        try:
            for (number,) in self._connection.execute("SELECT rowid FROM page WHERE rowid > ?", (last,)):
                numbers.append(number)
        except driver.DatabaseError as cause:
            self._note(page, cause)
            self._begin_anew()
        for number in numbers:
            self._point_at(page)
            try:
                found = self._connection.execute(f"{_LISTED} WHERE rowid = ?", (number,)).fetchall()
                self._try_to_point_at(page)
            except driver.DatabaseError as cause:
                self._note(page, cause)
                self._begin_anew()
            else:
                yield from found

    def _point_at(self, page: int) -> None:
        """Let the table begin at a page; on a new connection where one met a broken page and refuses everything since."""
        try:
            self._try_to_point_at(page)
        except driver.DatabaseError:
            self._begin_anew()
            self._try_to_point_at(page)

    def _begin_anew(self) -> None:
        self._connection.close()
        self._connection = self._opened()

    def _try_to_point_at(self, page: int) -> None:
        """Raises the driver's error after a look at a broken page; so this also proves what was read just before.

        A row that ends in a broken page is given with zeros in its place, without a word; the next transaction fails.
        """
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        self._connection.execute("BEGIN")
        self._connection.execute("UPDATE sqlite_master SET rootpage = ? WHERE name = 'page'", (page,))
        self._connection.execute("PRAGMA writable_schema=RESET")
        self._connection.execute("PRAGMA writable_schema=ON")

    def _note(self, page: int, cause: driver.DatabaseError) -> None:
        found = meaning(cause)
        if not isinstance(found, StoreDamaged | WrongKey):
            raise found or cause
        self.unread.add(page)

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def _fitting_salt(self) -> bytes:
        """The one in the file, or where that is broken the one that follows from the key."""
        with self._copy.open("rb") as file:
            own = file.read(SALT_BYTES)
        if self._copy.stat().st_size < 2 * PAGE_BYTES:
            raise StoreDamaged
        for salt in (own, derived_salt(self._key)):
            with closing(self._opened(salt)) as connection:
                if len(_broken(connection)) < self._copy.stat().st_size // PAGE_BYTES - 1:
                    return salt
        raise StoreDamaged

    def _set_log_aside(self) -> Path:
        """Whoever opens a file takes in what stands in the write-ahead file beside it."""
        log, aside = _log_of(self._copy), self._copy.with_name(self._copy.name + ".log")
        if log.exists():
            log.rename(aside)
        return aside

    def _fold(self, log: Path) -> None:
        """Take in the write-ahead file, unless it is another store's: its own seals hold, but its pages do not open."""
        if not log.exists() or not log.stat().st_size:
            return
        before = self._copy.with_name(self._copy.name + ".before")
        with closing(self._opened()) as connection:
            broken = _broken(connection)
        shutil.copyfile(self._copy, before)
        log.rename(_log_of(self._copy))
        with suppress(driver.DatabaseError), closing(_connected(self._copy, self._key, self._salt)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        _log_of(self._copy).unlink(missing_ok=True)
        with closing(self._opened()) as connection:
            is_foreign = len(_broken(connection)) > len(broken)
        if is_foreign:
            before.replace(self._copy)

    def _opened(self, salt: bytes | None = None) -> Any:  # noqa: ANN401  # the driver has no types
        """The copy behind a head of ours."""
        self._put_head(salt or self._salt)
        connection = _connected(self._copy, self._key, salt or self._salt)
        for pragma in ("writable_schema=ON", "synchronous=OFF", "cell_size_check=ON", "trusted_schema=OFF", "cache_size=-2000"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def _put_head(self, salt: bytes) -> None:
        made_for = (salt, self._copy.stat().st_size)
        if made_for not in self._heads:
            self._heads[made_for] = self._head(salt)
        with self._copy.open("r+b") as file:
            file.write(self._heads[made_for])

    def _head(self, salt: bytes) -> bytes:
        """A first page that knows one table. The driver makes it, in a file as long as the copy: the length stands in it."""
        made = self._copy.with_name(self._copy.name + ".head")
        made.unlink(missing_ok=True)
        with closing(_connected(made, self._key, salt)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")  # as the copy's, for the write-ahead file to be read
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute(f"CREATE TABLE page ({_COLUMNS})")
            connection.execute("CREATE TABLE room (content)")
            connection.execute("INSERT INTO room VALUES (zeroblob(?))", (self._copy.stat().st_size,))
        with made.open("rb") as file:
            head = file.read(PAGE_BYTES)
        made.unlink()
        return head


def _connected(path: Path, key: StoreKey, salt: bytes | None = None) -> Any:  # noqa: ANN401  # the driver has no types
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level=NONE")
    give_key(connection, key, salt)
    return connection


def _broken(connection: Any) -> frozenset[int]:  # noqa: ANN401  # as above
    """Pages whose seal does not hold; each is told in a sentence that ends with its number."""
    told = [str(words) for (words,) in connection.execute("PRAGMA cipher_integrity_check")]
    numbers = (words.rsplit(" ", 1)[-1] for words in told)
    return frozenset(int(number) if number.isdigit() else -place for place, number in enumerate(numbers, 1))


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")
