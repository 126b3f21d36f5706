"""What is still sound comes out of a damaged database (F04): page by page, nothing invented, told apart by table."""

import shutil
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Table

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.stations import OwnKeys
from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.layout import DATABASE_NAME
from s2w_desktop.storage.page_reader import PAGE_BYTES, PageReader, Row
from s2w_desktop.storage.salvage import MADE_ANEW, Otherwise, Salvaged, salvage
from s2w_desktop.storage.schema import CURRENT, Schema, make_tables
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.tables import Base
from tests.storage.conftest import key, new_store
from tests.storage.people import IDS, KEYS, OFFICER, revision, station, summary, working

FILES, FLIPS = 50, 6
PEOPLE = 40
CHOSEN = {"role": "field", "reason": "withdrawn", "kind": "pdf", "scope": "full", "sent_scope": "full", "confirmed_scope": "open"}
"""Values of columns that are held to a list."""


def unchanged() -> Otherwise:
    return Otherwise(lambda _traces: station(), lambda: KEYS, lambda _station, _left: OFFICER)


def salvaged(damaged: bytes, folder: Path, ahead: bytes = b"", otherwise: Otherwise | None = None) -> Salvaged:
    """What comes out of these bytes, into the store `folder`/new."""
    copy, new = folder / "copy", folder / "new"
    copy.mkdir(parents=True)
    new.mkdir()
    (copy / DATABASE_NAME).write_bytes(damaged)
    if ahead:
        (copy / (DATABASE_NAME + "-wal")).write_bytes(ahead)
    return salvage(copy / DATABASE_NAME, key(), new / DATABASE_NAME, OFFICER.id, otherwise or unchanged())


def content(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every table but those that can be made anew."""
    database = EncryptedFile(folder / DATABASE_NAME, key())
    with closing(database.connect()) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in names if name not in MADE_ANEW]
        found = {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in kept}  # noqa: S608  # names of our own tables
    database.close()
    return found


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The database of a store with 40 people: a revision, open work, a long text that goes on in pages of its own."""
    folder = tmp_path_factory.mktemp("full") / "store"
    with new_store(folder) as store, store.inbox.transaction() as tx:
        people = [ProfileId(IDS()) for _ in range(PEOPLE)]
        tx.add_revisions(
            revision(number, profile=person, shown={"record.remark": "x" * Random(number).randrange(9000)})
            for number, person in enumerate(people, 1)
        )
    with Store.open(folder, key=key()) as store:
        for person in people:
            store.profiles.save_working(working(person, "y" * Random(str(person)).randrange(6000)), summary())
        store.checkpoint()
    return (folder / DATABASE_NAME).read_bytes()


def by_page(database: bytes, folder: Path) -> Mapping[int, set[Row]]:
    """The rows that every page of rows gives."""
    folder.mkdir()
    (folder / "copy").write_bytes(database)
    with closing(PageReader(folder / "copy", key())) as reader:
        return {page: set(reader.rows(page)) for page in range(2, reader.pages + 1)}


def test_a_flipped_byte_anywhere_costs_the_rows_of_its_page_and_nothing_else(full: bytes, tmp_path: Path) -> None:
    sound = by_page(full, tmp_path / "sound")
    everything = set[Row]().union(*sound.values())
    inner = {page for page, rows in sound.items() if len(rows) > 1 and any(rows > sound[one] and sound[one] for one in sound)}
    random, pages, costly = Random(8), range(1, len(full) // PAGE_BYTES + 1), 0
    for number in range(FILES):
        damaged, broken = bytearray(full), random.sample(pages, FLIPS)
        for page in broken:
            damaged[(page - 1) * PAGE_BYTES + random.randrange(PAGE_BYTES)] ^= 1 << random.randrange(8)
        found = set[Row]().union(*by_page(bytes(damaged), tmp_path / str(number)).values())
        shutil.rmtree(tmp_path / str(number))
        assert found <= everything
        lost = everything - found
        theirs = set[Row]().union(*(sound[page] for page in broken if page > 1 and page not in inner))
        assert theirs <= lost
        silent = [page for page in broken if page > 1 and not sound[page]]  # where a long row goes on, or no rows at all
        assert len(lost - theirs) <= len(silent)
        costly += bool(lost)
    assert costly > FILES // 2


def test_the_salt_and_the_first_page_cost_nothing(full: bytes, tmp_path: Path) -> None:
    whole = salvaged(full, tmp_path / "whole")
    assert whole.is_whole
    for number, head in enumerate([bytes([full[3] ^ 1]), bytes(PAGE_BYTES)]):
        start = 3 if len(head) == 1 else 0
        damaged = full[:start] + head + full[start + len(head) :]
        assert salvaged(damaged, tmp_path / str(number)).is_whole
        assert content(tmp_path / str(number) / "new") == content(tmp_path / "whole" / "new")


def test_rows_of_every_table_are_told_apart(tmp_path: Path) -> None:
    new_store(tmp_path / "store").close()
    database, random = EncryptedFile(tmp_path / "store" / DATABASE_NAME, key()), Random(5)
    with closing(database.connect()) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for table in Base.metadata.sorted_tables:
            for lacking in (False, True) if table.name not in ("station", "own_keys") else ():
                columns = [column for column in table.c if column.computed is None and not (lacking and column.nullable)]
                values = [_invented(column.name, str(column.type), table, random) for column in columns]
                named, marks = ", ".join(column.name for column in columns), ", ".join("?" for _ in columns)
                connection.execute(f"INSERT INTO {table.name} ({named}) VALUES ({marks})", values)  # noqa: S608  # names of our own tables
        _put_parents_in(connection)
    database.checkpoint()
    database.close()
    found = salvaged((tmp_path / "store" / DATABASE_NAME).read_bytes(), tmp_path / "out")
    before, after = content(tmp_path / "store"), content(tmp_path / "out" / "new")
    assert (found.left_out, found.tables) == (0, frozenset())
    for name in before.keys() - {"profile", "counter"}:  # rows without revisions go, the clock moves on
        assert after[name] == before[name], name


def test_rows_from_before_a_column_was_added_come_out_with_what_it_says_of_them(tmp_path: Path) -> None:
    folder, bundle, device = tmp_path / "store", "b" * 32, "d" * 32
    folder.mkdir()
    database = EncryptedFile(folder / DATABASE_NAME, key())
    make_tables(database, Schema(CURRENT.scripts, "0007"))
    with closing(database.connect()) as connection:
        at, digest = "2026-05-11 09:30:00.000000", "a" * 64
        came = (bundle, "profiles", device, 1, 7, digest, digest, digest, at, at, 3, 1, None)
        connection.execute(f"INSERT INTO bundle_in VALUES ({', '.join('?' * len(came))})", came)  # noqa: S608  # question marks
        connection.execute("INSERT INTO quarantine VALUES (?, 2, 'bad_digest', NULL, X'7B7D', 0)", (bundle,))
    make_tables(database)
    database.checkpoint()
    database.close()
    before = content(folder)
    found = salvaged((folder / DATABASE_NAME).read_bytes(), tmp_path / "out")
    after = content(tmp_path / "out" / "new")
    assert (found.left_out, before["bundle_in"][0][-2:]) == (0, ("", 1))
    for name in ("bundle_in", "quarantine"):
        assert after[name] == before[name], name


def _invented(name: str, kind: str, table: Table, random: Random) -> object:
    if name in CHOSEN and (name != "kind" or table.name == "blob"):
        return CHOSEN[name]
    if kind.startswith("CHAR(32)"):
        return f"{random.getrandbits(128):032x}"
    made: dict[str, object] = {
        "DATETIME": f"2026-05-{random.randrange(10, 28)} 09:30:00.{random.randrange(10**6):06}",
        "BOOLEAN": random.randrange(2),
        "VARCHAR(64)": f"{random.getrandbits(256):064x}",
        "INTEGER": random.randrange(1, 10**6),
        "BIGINT": random.randrange(1, 10**6),
        "BLOB": random.randbytes(40),
    }
    if kind in made:
        return made[kind]
    return '["text"]' if kind in ("JSON",) or name == "parents" else f"word {random.getrandbits(40)}"


def _put_parents_in(connection: Any) -> None:  # noqa: ANN401  # the driver has no types
    """Every reference leads somewhere."""
    for table, parent, column in (("dispatch", "revision", "revision"), ("quarantine", "bundle_in", "bundle")):
        connection.execute(f"UPDATE OR REPLACE {table} SET {column} = (SELECT id FROM {parent} LIMIT 1)")  # noqa: S608  # names of our own tables
    connection.execute("DELETE FROM distinct_pair")


def test_what_the_write_ahead_file_holds_counts_unless_it_is_another_stores(full: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / DATABASE_NAME).write_bytes(full)
    late = ProfileId(IDS())
    with Store.open(folder, key=key()) as store:
        store.profiles.save_working(working(late, "late"), summary())
        database, ahead = (folder / DATABASE_NAME).read_bytes(), (folder / (DATABASE_NAME + "-wal")).read_bytes()
    assert ahead
    damaged = bytes(PAGE_BYTES) + database[PAGE_BYTES:]
    assert salvaged(damaged, tmp_path / "own", ahead).is_whole
    with Store.open(tmp_path / "own" / "new", key=key()) as store:
        assert len(store.profiles.workings()) == PEOPLE + 1
        assert store.profiles.load(late).workings == (working(late, "late"),)
    foreign = tmp_path / "foreign-store"
    with Store.create(foreign, key=StoreKey.random(), station=station(), keys=KEYS, officer=OFFICER) as other:
        for _ in range(PEOPLE):
            other.profiles.save_working(working(ProfileId(IDS()), "z" * 3000), summary())
        strange = (foreign / (DATABASE_NAME + "-wal")).read_bytes()
    assert salvaged(full, tmp_path / "foreign", strange).is_whole
    with Store.open(tmp_path / "foreign" / "new", key=key()) as store:
        assert len(store.profiles.workings()) == PEOPLE


def test_a_store_that_lost_its_station_keys_and_officer_gets_others(full: bytes, tmp_path: Path) -> None:
    sound = by_page(full, tmp_path / "sound")
    damaged = bytearray(full)
    for page, rows in sound.items():
        if any((OFFICER.id.hex in row and "Test Officer" in row) or KEYS.recipient in row or "Lesbos" in row[:5] for row in rows):
            damaged[(page - 1) * PAGE_BYTES + 99] ^= 4
    keys = OwnKeys("other", "other", "other", "age1other")
    found = salvaged(
        bytes(damaged), tmp_path / "out", otherwise=Otherwise(lambda _: station(epoch=4), lambda: keys, lambda _, _left: OFFICER)
    )
    assert (found.has_new_station, found.has_new_keys) == (True, True)
    assert {"station", "own_keys", "officer"} <= found.tables
    with Store.open(tmp_path / "out" / "new", key=key()) as store:
        assert (store.stations.station().epoch, store.stations.keys(), store.officers.all()) == (4, keys, (OFFICER,))
        assert len(store.profiles.workings()) == PEOPLE
