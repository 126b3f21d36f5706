"""A new database out of what is still sound in a damaged one, and what is missing in it."""

from collections import Counter as Tally
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, delete, func, literal_column, select, text

from s2w_desktop.domain.errors import NewerStore, StoreDamaged
from s2w_desktop.domain.files import FILE_MARK
from s2w_desktop.domain.ids import DeviceId, OfficerId, ProfileId
from s2w_desktop.domain.stations import OwnKeys, Role, Station
from s2w_desktop.storage import likeness_tables, numbers, tables
from s2w_desktop.storage.blob_rows import note_uses
from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.erasing import remember_orders
from s2w_desktop.storage.numbers import Counter
from s2w_desktop.storage.page_reader import PageReader
from s2w_desktop.storage.people import SAVE_OFFICER, everyone, officer_row
from s2w_desktop.storage.receipts import PROFILES
from s2w_desktop.storage.revision_rows import COLUMNS, revision_of
from s2w_desktop.storage.row_shapes import Shape, shapes, table_of
from s2w_desktop.storage.schema import CURRENT, Schema, make_tables
from s2w_desktop.storage.station_rows import read_station, write_keys, write_station
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.values import Officer

_VERSION: Final = "alembic_version"
MADE_ANEW: Final = frozenset({"features", "feature_key", "case_row", "case_word", "blob_use", "author"})
"""Tables that hold nothing but what follows from the revisions."""
_LIST: Final = "profile"
_SCHEMA_WORDS: Final = frozenset({"table", "index"})
_profile, _revision, _working = tables.profile, tables.revision, tables.working
_in, _pair = tables.bundle_in, likeness_tables.distinct_pair


@dataclass(frozen=True)
class Traces:
    """What tells of a station whose own row is lost: the device and epoch of most of what was done here, and where that was.

    At headquarters the revisions of its laptops tell nothing of that.
    """

    device: DeviceId | None
    epoch: int
    centre: str
    case_number: str
    is_office: bool


@dataclass(frozen=True)
class Otherwise:
    """What is put in where it cannot be read: station, keys, and who opened the store, by the station and the officers that are
    left. The last may be None: then it stays lacking."""

    station: Callable[[Traces], Station]
    keys: Callable[[], OwnKeys]
    officer: Callable[[Station, Sequence[Officer]], Officer | None]


@dataclass(frozen=True)
class Apart:
    """Two people whom somebody told apart, of whom one is not in the list."""

    one: ProfileId
    other: ProfileId
    officer: OfficerId
    at: datetime


@dataclass
class Salvaged:
    """What came out, and what did not. `part` are profiles of which something is missing, `lost` the case numbers of those of
    which nothing is left but the row of the list; `unlisted` have no row, or one of more than is left.

    `apart` waits for the list: whoever makes it counts in `left_out` what does not come back.
    """

    pages: int
    broken: int
    tables: frozenset[str] = frozenset()
    part: set[ProfileId] = field(default_factory=set)
    lost: tuple[str, ...] = ()
    unlisted: set[ProfileId] = field(default_factory=set)
    missing_revisions: int = 0
    left_out: int = 0
    has_new_station: bool = False
    has_new_keys: bool = False
    has_new_officer: bool = False
    apart: list[Apart] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing but what was made anew."""
        return not (self.tables or self.part or self.lost or self.missing_revisions or self.left_out)


def salvage(damaged: Path, key: StoreKey, target: Path, officer: OfficerId, otherwise: Otherwise) -> Salvaged:
    """Make the database `target` out of the copy `damaged`, which is changed by reading it. `officer` opened the vault.

    The rows of the list of profiles `unlisted` are still to be made. Raises StoreDamaged where no revision and no open work can
    be read, NewerStore, or a disk error.
    """
    with closing(PageReader(damaged, key)) as reader:
        version = _version(reader)
        database = EncryptedFile(target, key)
        try:
            make_tables(database, Schema(CURRENT.scripts, version))
            found = _filled(reader, database)
            with database.migrating() as connection:
                _set_orphans_aside(connection, found)
            if version != CURRENT.head:
                make_tables(database)
            with database.migrating() as connection:
                _complete(connection, database, officer, otherwise, found)
                _judge(connection, found)
                _set_orphans_aside(connection, found)
            database.verify()
        finally:
            database.close()
    return found


def _version(reader: PageReader) -> str:
    """The form of the tables; where its row is lost, that of this program. Raises NewerStore."""
    from s2w_desktop.storage import migration  # Alembic takes long to import

    for page in range(2, reader.pages + 1):
        for number, first, *others in reader.rows(page):
            if number == 1 and isinstance(first, str) and first.isdigit() and not any(one is not None for one in others):
                if not migration.knows(CURRENT.scripts, first):
                    raise NewerStore(first)
                return first
            break
    return CURRENT.head


def _filled(reader: PageReader, database: EncryptedFile) -> Salvaged:
    with database.reading() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        known = shapes(connection, names)
    placed, roots, strays = _Placing(known), dict[str, int](), 0
    with closing(database.connect()) as target:
        target.execute("PRAGMA foreign_keys=OFF")
        target.execute("BEGIN IMMEDIATE")
        for page in range(2, reader.pages + 1):
            for number, *row in reader.rows(page):
                if _is_schema(row):
                    if row[0] == "table":
                        roots[row[1]] = row[3]
                elif not placed.put(target, number, row):
                    strays += 1
        target.execute("COMMIT")
    unread = {
        name for name in names if roots.get(name, 0) in reader.unread or roots.get(name, 0) not in range(2, reader.pages + 1)
    }
    return Salvaged(reader.pages, len(reader.broken), frozenset(unread) - MADE_ANEW - {_LIST, _VERSION}, left_out=strays)


class _Placing:
    """Puts rows into the tables that they belong to."""

    def __init__(self, known: Sequence[Shape]) -> None:
        self._shapes = known
        self._statements = {shape.table: _insert(shape) for shape in known}

    def put(self, target: Any, number: int, row: Sequence[Any]) -> bool:  # noqa: ANN401  # the driver has no types
        """Whether it was known where the row belongs. One that is there already stays: pages higher up give it again."""
        shape = table_of(self._shapes, row)
        if shape is None:
            return False
        if shape.table not in MADE_ANEW and shape.table != _VERSION:
            target.execute(self._statements[shape.table], shape.values(number, row))
        return True


def _insert(shape: Shape) -> str:
    marks = ", ".join("?" for _ in shape.written)
    return f"INSERT OR IGNORE INTO {shape.table} ({', '.join(shape.written)}) VALUES ({marks})"  # noqa: S608  # names of our own tables


def _is_schema(row: Sequence[Any]) -> bool:
    kind, name, of, root, *_ = row
    return kind in _SCHEMA_WORDS and isinstance(name, str) and isinstance(of, str) and isinstance(root, int)


def _complete(connection: Connection, database: EncryptedFile, officer: OfficerId, otherwise: Otherwise, found: Salvaged) -> None:
    """Everything that a store cannot be opened without."""
    if not any(_count(connection, table) for table in ("revision", "working")) and found.tables & {"revision", "working"}:
        raise StoreDamaged
    if not _count(connection, "station"):
        write_station(connection, otherwise.station(_traces(connection)))
        found.has_new_station = True
    if not _count(connection, "own_keys"):
        write_keys(connection, otherwise.keys(), database.secrets)
        found.has_new_keys = True
    if connection.execute(select(tables.officer.c.id).where(tables.officer.c.id == officer)).first() is None:
        someone = otherwise.officer(read_station(connection), everyone(connection))
        if someone is not None:
            connection.execute(SAVE_OFFICER, officer_row(someone))
            found.has_new_officer = True
    if "erased" in found.tables:
        remember_orders(connection, read_station(connection).device)
    last = connection.execute(select(func.max(_revision.c.clock))).scalar() or 0
    numbers.put(connection, Counter.CLOCK, max(last, numbers.value(connection, Counter.CLOCK)))
    for revision in _with_copies(connection):
        note_uses(connection, [revision])


def _with_copies(connection: Connection) -> Iterator[Any]:
    named = [column.contains(FILE_MARK, autoescape=True) for column in (_revision.c.open_text, _revision.c.protected_text)]
    for row in connection.execute(select(*COLUMNS).where(named[0] | named[1])).all():
        yield revision_of(row)


def _count(connection: Connection, table: str) -> int:
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())  # noqa: S608  # names of our own tables


def _traces(connection: Connection) -> Traces:
    others = set(connection.execute(select(tables.peer.c.device).where(tables.peer.c.role == Role.FIELD.value)).scalars())
    others |= set(connection.execute(select(_in.c.device).where(_in.c.kind == PROFILES)).scalars())
    is_office = bool(others) or _count(connection, "access_entry") > 0  # a laptop keeps no log
    devices = Tally(one for one in connection.execute(select(_revision.c.device)).scalars() if one not in others)
    own = devices.most_common(1)[0][0] if devices else None
    of_own = _revision.c.device == own
    epochs = [
        connection.execute(select(func.max(_revision.c.epoch)).where(of_own)).scalar() or 1,
        connection.execute(select(func.max(tables.bundle_out.c.epoch))).scalar() or 1,
    ]
    listed = connection.execute(select(_profile.c.centre, _profile.c.case_number)).all()
    centres = Tally(row.centre for row in listed)
    return Traces(
        device=DeviceId(own) if own else None,
        epoch=max(epochs),
        centre=centres.most_common(1)[0][0] if centres else "",
        case_number=min((row.case_number for row in listed if row.case_number), default=""),
        is_office=is_office,
    )


def _judge(connection: Connection, found: Salvaged) -> None:
    """Say of each profile whether it is whole, and take out the rows of the list behind which nothing is left."""
    revisions = connection.execute(select(_revision.c.id, _revision.c.profile, _revision.c.clock, _revision.c.parents)).all()
    workings = connection.execute(select(_working.c.profile, _working.c.clock)).all()
    listed = connection.execute(
        select(_profile.c.id, _profile.c.case_number, _profile.c.changed, _profile.c.is_open, _profile.c.joined_into)
    ).all()
    known, joined = {row.id.hex for row in revisions}, {row.id: row.joined_into or row.id for row in listed}
    last, opened = dict[Any, int](), {row.profile for row in workings}
    for row in (*revisions, *workings):
        for profile in {row.profile, joined.get(row.profile, row.profile)}:
            last[profile] = max(last.get(profile, 0), row.clock)
    here = {row.profile for row in revisions} | opened
    if "revision" in found.tables:  # else what a revision names never came
        found.part |= {row.profile for row in revisions if not _named(row.parents) <= known}
        found.missing_revisions = _gaps(connection)
    found.part |= {row.id for row in listed if row.id in here and row.is_open and row.id not in opened}
    shrunk = {row.id for row in listed if row.id in here and row.changed > last[row.id]}
    found.part |= shrunk | (_without_copies(connection) if "blob" in found.tables else set())
    found.unlisted = shrunk | {row.profile for row in (*revisions, *workings)} - joined.keys()
    gone = [row for row in listed if row.id not in here]
    found.lost = tuple(sorted(row.case_number for row in gone))
    for row in gone:
        connection.execute(delete(_profile).where(_profile.c.id == row.id))


def _named(parents: str) -> set[str]:
    return {one.strip('"[] ').replace("-", "") for one in parents.split(",")} - {""}


def _without_copies(connection: Connection) -> set[ProfileId]:
    use = tables.blob_use
    missing = ~select(tables.blob.c.sha256).where(tables.blob.c.sha256 == use.c.sha256).exists()
    wanted = select(_revision.c.profile).join(use, use.c.revision == _revision.c.id).where(missing)
    return set(map(ProfileId, connection.execute(wanted).scalars()))


def _gaps(connection: Connection) -> int:
    """Numbers of revisions that are not here: of this machine's those that were given out, at headquarters also of each laptop
    those below one that is here."""
    station = read_station(connection)
    numbered = select(_revision.c.device, _revision.c.epoch, _revision.c.lseq).distinct()
    if station.role is not Role.HEADQUARTERS:
        numbered = numbered.where(_revision.c.device == station.device)
    present = (station.device, station.epoch)
    seen = {present: list[int]()}
    for device, epoch, lseq in connection.execute(numbered):
        seen.setdefault((device, epoch), []).append(lseq)
    given = numbers.value(connection, Counter.REVISION)
    return sum(max([*lseqs, given if line == present else 0]) - len(lseqs) for line, lseqs in seen.items())


def _set_orphans_aside(connection: Connection, found: Salvaged) -> None:
    """Leave out what refers to rows that are lost, and count it. Nothing but the list lacks to people who were told apart."""
    while orphans := connection.execute(text("PRAGMA foreign_key_check")).all():
        for table, number, *_ in orphans:
            if table == _pair.name:
                row = connection.execute(select(_pair).where(literal_column("rowid") == number)).first()
                found.apart += [Apart(*row)] if row else []
            statement = f"DELETE FROM {table} WHERE rowid = ?"  # noqa: S608  # names of our own tables
            removed = connection.exec_driver_sql(statement, (number,)).rowcount
            found.left_out += removed if table != _pair.name else 0
