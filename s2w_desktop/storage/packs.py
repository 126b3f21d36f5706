"""Reference packs that were installed here: which one of each name counts, and which version it can go back to.

What was ever installed, or made at headquarters, stays known, so that an older version cannot come back by itself.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, insert, select, update
from sqlalchemy.engine import Connection

from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.pack_errors import NoPack, NothingToRollBack, StalePack
from s2w_desktop.storage import tables
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.locks import Turn, take

_table = tables.pack
_COLUMNS = (_table.c.pack_id, _table.c.version, _table.c.text, _table.c.signer, _table.c.installed_at)


@dataclass(frozen=True)
class StoredPack:
    """What a pack says of itself, as it was signed. `signer` is the headquarters whose key signed it."""

    pack_id: str
    version: int
    text: bytes
    signer: DeviceId
    installed_at: datetime


class PackBook:
    """Every call is one transaction, durable when it returns."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def current(self) -> tuple[StoredPack, ...]:
        """Those that count, by name."""
        return self._found(_table.c.is_current)

    def kept(self) -> tuple[StoredPack, ...]:
        """Those whose parts are kept: the current ones and those that they can go back to."""
        return self._found(_table.c.is_kept)

    def highest(self, pack_id: str) -> int:
        """The highest version of this name that was ever made or installed here; 0 for none."""
        with self._database.reading() as connection:
            return _highest(connection, pack_id)

    def check(self, pack_id: str, version: int, text: bytes) -> None:
        """Raises StalePack when a newer version, or another pack of the same version, was ever made or installed here.

        The current one may always come again, to mend its parts.
        """
        with self._database.reading() as connection:
            _check(connection, pack_id, version, text)

    def note_made(self, pack: StoredPack) -> None:
        """Remember a pack that was made here, so that its version is not given to another one. Raises StalePack."""
        with self._database.writing() as connection:
            take(connection, Turn.PACKS)
            _check(connection, pack.pack_id, pack.version, pack.text)
            if not connection.execute(select(_table.c.version).where(_same(pack))).first():
                connection.execute(insert(_table).values(**vars(pack), is_kept=False, is_current=False))

    def install(self, pack: StoredPack) -> None:
        """Let a pack count from now on, and keep the one before it to go back to. Raises StalePack."""
        mine, same = _table.c.pack_id == pack.pack_id, _same(pack)
        with self._database.writing() as connection:
            take(connection, Turn.PACKS)
            _check(connection, pack.pack_id, pack.version, pack.text)
            if not connection.execute(select(_table.c.version).where(same & _table.c.is_current)).first():
                connection.execute(update(_table).where(mine & ~_table.c.is_current).values(is_kept=False))
                connection.execute(update(_table).where(mine).values(is_current=False))
            counts = {"signer": pack.signer, "installed_at": pack.installed_at, "is_kept": True, "is_current": True}
            known = connection.execute(update(_table).where(same).values(counts)).rowcount
            if not known:
                connection.execute(insert(_table).values(vars(pack) | counts))

    def roll_back(self, pack_id: str) -> StoredPack:
        """Let the version before count again. The newer one stays known. Raises NoPack, NothingToRollBack."""
        mine = _table.c.pack_id == pack_id
        with self._database.writing() as connection:
            take(connection, Turn.PACKS)
            present = connection.execute(select(_table.c.version).where(mine & _table.c.is_current)).scalar()
            if present is None:
                raise NoPack
            earlier = mine & _table.c.is_kept & (_table.c.version < present)
            row = connection.execute(select(*_COLUMNS).where(earlier).order_by(_table.c.version.desc())).first()
            if row is None:
                raise NothingToRollBack
            connection.execute(update(_table).where(mine).values(is_current=_table.c.version == row.version))
            return _stored(row)

    def _found(self, wanted: object) -> tuple[StoredPack, ...]:
        statement = select(*_COLUMNS).where(wanted).order_by(_table.c.pack_id, _table.c.version)  # type: ignore[arg-type]
        with self._database.reading() as connection:
            return tuple(_stored(row) for row in connection.execute(statement))


def _highest(connection: Connection, pack_id: str) -> int:
    return connection.execute(select(func.max(_table.c.version)).where(_table.c.pack_id == pack_id)).scalar() or 0


def _check(connection: Connection, pack_id: str, version: int, text: bytes) -> None:
    known = _highest(connection, pack_id)
    same = (_table.c.pack_id == pack_id) & (_table.c.version == version)
    there = connection.execute(select(_table.c.text, _table.c.is_current).where(same)).first()
    is_older = version < known and not (there and there.is_current)
    if is_older or (there and there.text != text):
        raise StalePack(version, known)


def _same(pack: StoredPack) -> ColumnElement[bool]:
    return and_(_table.c.pack_id == pack.pack_id, _table.c.version == pack.version)


def _stored(row: AnyRow) -> StoredPack:
    pack_id, version, text, signer, installed_at = row
    return StoredPack(pack_id, version, text, DeviceId(signer), installed_at)
