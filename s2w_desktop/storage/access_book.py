"""Keeps the log of who did what with profiles at headquarters."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from threading import Lock
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, func, select

from s2w_desktop.domain.access_log import BEGINNING, OF_ONE, UNLOCK, USES, Entry, Use, sealed
from s2w_desktop.domain.errors import DiskFull, StoreInUse
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.storage import access_tables
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.locks import Turn, take

_entry = access_tables.access_entry
_PAGE: Final = 1_000
_AGAIN_AFTER: Final = timedelta(hours=1)
"""For so long reading one profile again, going on with it, or seeing one bundle again, is the same use."""

_MOST_REMEMBERED: Final = 10_000


class AccessBook:
    """Entries are added and never changed. Nothing is kept before `begin`: laptops keep none. Any thread may use it."""

    def __init__(self, *, database: Database) -> None:
        self._database = database
        self._now: Callable[[], datetime] | None = None
        self._lock = Lock()
        self._last: dict[Use, datetime] = {}
        self._waiting: list[Use] = []

    def begin(self, officer: OfficerId, now: Callable[[], datetime]) -> None:
        """Keep what is noted from now on, and that the officer came in."""
        self._now = now
        with self._lock:
            self._waiting.append(Use(now().replace(microsecond=0), officer, UNLOCK))

    def note(self, officer: OfficerId, act: str, about: UUID | None = None) -> None:
        """Keep that an officer uses a right, an `Act`, if its use is kept; or that a bundle came again.

        Nobody waits for it: while an import writes, or the disk is full, the entry waits in memory and is written with the
        next one, at the latest by `finish`. Raises what the store raises otherwise.
        """
        if self._now is None or act not in USES or (act in OF_ONE and about is None):
            return
        at = self._now().replace(microsecond=0)
        with self._lock:
            if act in OF_ONE and self._is_again(officer, act, about, at):
                return
            self._waiting.append(Use(at, officer, str(act), about))
            self._write_at_once()

    def finish(self) -> None:
        """Write what still waits, as far as nobody is in the way for long."""
        with self._lock:
            if self._waiting:
                self._write_at_once()

    def count(self) -> int:
        """How many entries there are."""
        with self._database.reading() as connection:
            return connection.execute(select(func.count()).select_from(_entry)).scalar_one()

    def newest(self, first: int, count: int) -> tuple[Entry, ...]:
        """A page of the entries, the newest first."""
        wanted = select(_entry).order_by(_entry.c.seq.desc()).offset(first).limit(count)
        with self._database.reading() as connection:
            return tuple(_value(row) for row in connection.execute(wanted))

    def all(self) -> Iterator[Entry]:
        """Every entry in order, as the log stands when the first is asked for; in pages, for there may be millions."""
        last = self.newest(0, 1)
        end, at = (last[0].seq if last else 0), 0
        while at < end:
            wanted = select(_entry).where(_entry.c.seq > at, _entry.c.seq <= end).order_by(_entry.c.seq).limit(_PAGE)
            with self._database.reading() as connection:
                page = [_value(row) for row in connection.execute(wanted)]
            yield from page
            at = page[-1].seq

    def _is_again(self, officer: OfficerId, act: str, about: UUID | None, at: datetime) -> bool:
        """Whether it is the same use as one of the last hour."""
        use = Use(datetime.min.replace(tzinfo=at.tzinfo), officer, str(act), about)
        before = self._last.get(use)
        if before is not None and timedelta(0) <= at - before < _AGAIN_AFTER:
            return True
        if len(self._last) >= _MOST_REMEMBERED:
            self._last.clear()  # costs an entry more for who is opened again
        self._last[use] = at
        return False

    def _write_at_once(self) -> None:
        try:
            with self._database.writing_at_once() as connection:
                take(connection, Turn.LOG)
                _add(connection, self._waiting)
        except (StoreInUse, DiskFull):
            return  # they wait for the next one
        self._waiting.clear()


def _add(connection: Connection, uses: list[Use]) -> None:
    last = connection.execute(select(_entry.c.seq, _entry.c.seal).order_by(_entry.c.seq.desc()).limit(1)).first()
    seq, before = (last.seq, last.seal) if last else (0, BEGINNING)
    rows = []
    for use in uses:
        entry = sealed(seq + 1, use, before)
        seq, before = entry.seq, entry.seal
        rows.append({"seq": seq, "at": use.at, "officer": use.officer, "act": use.act, "about": use.about, "seal": before})
    connection.execute(_entry.insert(), rows)


def _value(row: AnyRow) -> Entry:
    return Entry(row.seq, Use(row.at, OfficerId(row.officer), row.act, row.about), row.seal)
