"""Opening and closing: one process, the right key, a sound file; and what a bad disk does to it."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from s2w_desktop.domain.errors import (
    DiskFull,
    NoStore,
    S2wError,
    StoreDamaged,
    StoreExists,
    StoreInUse,
    TargetGone,
    TargetReadOnly,
    WrongKey,
)
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.storage.encrypted_file import CACHE, ROOM, EncryptedFile
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.layout import DATABASE_NAME, VAULT_NAME
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.storage.vault import Vault
from tests.storage.children import child
from tests.storage.conftest import key, new_store
from tests.storage.disks import fill_up, read_only, small_disk
from tests.storage.people import KEYS, NOW, OFFICER, Ids, revision, station, summary, working

IDS = Ids(71)


def many(count: int = 60) -> list[tuple[ProfileId, str]]:
    return [(ProfileId(IDS()), f"text {number} " + "x" * 3000) for number in range(count)]


def test_a_new_store_knows_who_and_where_it_is(store: Store) -> None:
    assert store.stations.station() == station()
    assert store.stations.keys() == KEYS
    assert store.officers.all() == (OFFICER,)


def test_what_was_written_is_there_after_reopening(folder: Path) -> None:
    person = ProfileId(IDS())
    with new_store(folder) as store:
        store.profiles.save_working(working(person), summary())
    with Store.open(folder, key=key()) as store:
        assert store.profiles.load(person).workings == (working(person),)


def test_the_room_that_an_import_takes_is_given_back(folder: Path) -> None:
    with new_store(folder) as store:
        with store.inbox.transaction() as tx:
            tx.add_revisions([revision(1, profile=ProfileId(IDS()))])
            assert tx._connection.exec_driver_sql("PRAGMA cache_size").scalar() == ROOM
        with store.profiles._database.reading() as connection:  # the pool gives what was left last
            assert connection.exec_driver_sql("PRAGMA cache_size").scalar() == CACHE


def test_closing_wipes_the_key_and_leaves_only_the_database_and_its_lock(folder: Path) -> None:
    given = key()
    store = Store.create(folder, key=given, station=station(), keys=KEYS, officer=OFFICER)
    store.close()
    store.close()
    assert given.is_wiped
    assert {path.name for path in folder.iterdir()} <= {DATABASE_NAME, "store.lock"}


def test_a_folder_without_a_store_is_told(tmp_path: Path) -> None:
    assert not Store.exists(tmp_path)
    with pytest.raises(NoStore):
        Store.open(tmp_path, key=key())
    assert list(tmp_path.iterdir()) == []


def test_a_store_is_never_made_over_another(folder: Path) -> None:
    new_store(folder).close()
    before = (folder / DATABASE_NAME).read_bytes()
    with pytest.raises(StoreExists):
        new_store(folder)
    assert (folder / DATABASE_NAME).read_bytes() == before
    Store.open(folder, key=key()).close()


def test_a_first_try_that_was_cut_off_does_not_stand_in_the_way(folder: Path) -> None:
    folder.mkdir()
    (folder / (DATABASE_NAME + ".part")).write_bytes(b"half")
    (folder / (DATABASE_NAME + ".part-wal")).write_bytes(b"half")
    new_store(folder).close()
    assert not list(folder.glob("*.part*"))


def test_a_second_process_is_told_who_holds_the_store(folder: Path) -> None:
    new_store(folder).close()
    with child("hold", folder) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        given = key()
        with pytest.raises(StoreInUse) as refused:
            Store.open(folder, key=given)
        assert refused.value.holder_pid == holder.pid
        assert not given.is_wiped
        holder.kill()
        holder.wait()
        Store.open(folder, key=key()).close()


def test_one_process_does_not_open_a_store_twice(folder: Path, file_store: Store) -> None:
    with pytest.raises(StoreInUse) as refused:
        Store.open(folder, key=key())
    assert refused.value.holder_pid == os.getpid()
    assert file_store.profiles.count(ListQuery()) == 0


def test_a_wrong_key_is_told_and_the_lock_is_free_again(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    new_store(folder).close()
    with pytest.raises(WrongKey):
        Store.open(folder, key=StoreKey.random())
    assert capfd.readouterr().err == ""
    Store.open(folder, key=key()).close()


def test_a_broken_first_page_is_damage_when_the_vault_proves_the_key(folder: Path) -> None:
    folder.mkdir()
    vault, made = Vault.create(
        folder / VAULT_NAME, officer=OFFICER.id, passphrase="a pass phrase", cost=LEAST_COST, now=NOW, new_id=Ids()
    )
    Store.create(folder, key=made, station=station(), keys=KEYS, officer=OFFICER).close()
    damage(folder, 100)
    with pytest.raises(StoreDamaged):
        Store.open(folder, key=vault.unlock("a pass phrase").key)


def save_all(store: Store, saved: list[ProfileId]) -> None:
    for person, words in many(2000):
        store.profiles.save_working(working(person, words), summary())
        saved.append(person)


def damage(folder: Path, place: int) -> None:
    path = folder / DATABASE_NAME
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a store with some profiles."""
    folder = tmp_path_factory.mktemp("full") / "store"
    with new_store(folder) as store:
        for person, words in many():
            store.profiles.save_working(working(person, words), summary())
    return (folder / DATABASE_NAME).read_bytes()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(place=st.integers(4096, 300_000))
def test_a_damaged_page_is_always_found_and_never_read(full: bytes, tmp_path_factory: pytest.TempPathFactory, place: int) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    (folder / DATABASE_NAME).write_bytes(full)
    damage(folder, min(place, len(full) - 1))
    with pytest.raises(StoreDamaged), Store.open(folder, key=key()) as store:
        store.verify()


def test_reading_a_damaged_page_raises_instead_of_giving_anything(full: bytes, tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).write_bytes(full[:-4096] + bytes(4096))
    with Store.open(tmp_path, key=key()) as store, pytest.raises(StoreDamaged):
        [store.profiles.load(person) for person in store.profiles.workings()]


def test_a_cut_file_is_damage(full: bytes, tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).write_bytes(full[: len(full) // 2])
    with pytest.raises(StoreDamaged), Store.open(tmp_path, key=key()) as store:
        store.verify()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + bytes(8192), b"\0" * 4096], ids=["empty", "plain", "zeros"])
def test_what_is_no_store_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DATABASE_NAME).write_bytes(content)
    with pytest.raises(S2wError):
        Store.open(tmp_path, key=key())
    assert (tmp_path / DATABASE_NAME).read_bytes() == content


def test_a_full_disk_is_told_and_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "4m") as disk, new_store(disk / "store") as store:
        filler = fill_up(disk, leave=200_000)
        saved: list[ProfileId] = []
        with pytest.raises(DiskFull):
            save_all(store, saved)
        assert set(store.profiles.workings()) == set(saved)
        filler.unlink()
        more = ProfileId(IDS())
        store.profiles.save_working(working(more), summary())
        assert set(store.profiles.workings()) == {*saved, more}
        store.verify()


def test_a_full_disk_in_the_middle_of_an_import_undoes_all_of_it(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "4m") as disk, new_store(disk / "store") as store:
        fill_up(disk, leave=200_000)
        batch = [revision(n, profile=person, shown={"record.remark": text_}) for n, (person, text_) in enumerate(many(900), 1)]
        with pytest.raises(DiskFull), store.inbox.transaction() as tx:
            tx.add_revisions(batch)
        assert store.inbox.coverage() == ()


def test_a_store_is_not_half_made_on_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "1m") as disk:
        (disk / "store").mkdir()
        filler = fill_up(disk, leave=60_000)
        with pytest.raises(DiskFull):
            new_store(disk / "store")
        assert not Store.exists(disk / "store")
        filler.unlink()
        new_store(disk / "store").close()


def test_a_read_only_disk_is_told(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "4m") as disk:
        new_store(disk / "store").close()
        with read_only(disk):
            with pytest.raises(TargetReadOnly):
                Store.open(disk / "store", key=key())
            with pytest.raises(TargetReadOnly):
                new_store(disk / "other")
        Store.open(disk / "store", key=key()).close()


def test_a_folder_below_a_file_is_no_place_for_a_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(TargetGone):
        new_store(tmp_path / "file" / "store")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("cipher_page_size", "4096"),
    ],
)
def test_every_connection_has_the_settings_that_durability_and_secrecy_need(tmp_path: Path, setting: str, value: object) -> None:
    database = EncryptedFile(tmp_path / "some.db", key())
    with database.reading() as one, database.reading() as two:
        for connection in (one, two):
            assert connection.execute(text(f"PRAGMA {setting}")).scalar() == value
    database.close()


def test_a_database_that_is_not_encrypted_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plain.db").write_bytes(b"SQLite format 3\0" + bytes(100))
    with pytest.raises(RuntimeError, match="not encrypted"):
        EncryptedFile(tmp_path / "plain.db", key()).refuse_plain()


def test_values_never_stand_in_an_error(store: Store) -> None:
    database = EncryptedFile(Path("nowhere"), key())
    with pytest.raises(Exception, match="fact") as failed, store._database.writing() as connection:
        connection.execute(text("INSERT INTO fact VALUES (:a, :a, 1)"), {"a": "MarkerOfAPerson"})
    assert "MarkerOfAPerson" not in str(failed.value)
    database.close()
