"""A store on a server: what only a server brings, from the first table to the last connection."""

import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from psycopg import sql
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError

from s2w_desktop.domain.errors import NewerStore, NoStore, StoreDamaged, StoreExists, StoreInUse, TargetReadOnly, WrongPassphrase
from s2w_desktop.domain.ids import OfficerId, ProfileId
from s2w_desktop.domain.server_address import ServerAddress
from s2w_desktop.domain.server_errors import ServerGone, ServerRefused
from s2w_desktop.storage import exchange_tables, likeness_tables, report_tables, tables  # noqa: F401  # tables are declared by being imported
from s2w_desktop.storage.claims import Holding
from s2w_desktop.storage.column_seal import ColumnSeal, InTheClear
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.layout import ServerPlace, has_store
from s2w_desktop.storage.locks import Turn, take
from s2w_desktop.storage.postgres import PostgresDatabase
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.tables import Base
from s2w_desktop.storage.values import ListQuery, Order
from s2w_desktop.storage.vault import Vault, new_content
from s2w_desktop.storage.vault_shelf import shelf_of
from tests.engines import ServerEngine
from tests.servers import Server, running
from tests.storage.conftest import key
from tests.storage.people import KEYS, LAPTOP, NOW, OFFICER, Ids, bundle_in, revision, station, summary, view, working
from tests.storage.test_schema import later_schema

IDS = Ids(93)
PERSON = ProfileId(IDS())
WORDS, OTHER_WORDS = "a pass phrase", "another pass phrase"


@pytest.fixture
def place(server_engine: ServerEngine, tmp_path: Path) -> Iterator[ServerPlace]:
    """A store without profiles."""
    yield server_engine.make_store(tmp_path / "beside", key(), station(), KEYS, OFFICER)
    server_engine.forget()


@pytest.fixture
def nothing(postgres: Server, tmp_path: Path) -> Iterator[ServerPlace]:
    """A database without tables."""
    address = postgres.empty_database()
    yield ServerPlace(address, tmp_path / "beside")
    postgres.drop(address)


def create(place: ServerPlace, vault: bytes = b"vault") -> Store:
    return Store.create_on_server(place, key=key(), vault=vault, station=station(), keys=KEYS, officer=OFFICER)


def test_a_store_is_made_in_an_empty_database_and_never_a_second_one(nothing: ServerPlace) -> None:
    assert not has_store(nothing)
    with pytest.raises(NoStore):
        shelf_of(nothing).read()
    with create(nothing) as store:
        assert (store.stations.station(), store.stations.keys(), store.officers.all()) == (station(), KEYS, (OFFICER,))
    assert has_store(nothing)
    with pytest.raises(StoreExists):
        create(nothing)


def test_a_store_that_cannot_be_finished_leaves_nothing(nothing: ServerPlace) -> None:
    with pytest.raises(TypeError):
        create(nothing, vault=object())  # type: ignore[arg-type]  # the last thing that is written
    assert not has_store(nothing)
    create(nothing).close()


def test_migrated_tables_are_the_declared_ones_and_text_is_ordered_by_code_points(postgres: Server, place: ServerPlace) -> None:
    database = PostgresDatabase(place.address, InTheClear())
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        differences = [one for one in compare_metadata(context, Base.metadata) if one[0] != "remove_table"]
    database.close()
    assert differences == []
    found = postgres.tell(
        sql.SQL(
            "SELECT table_name, column_name, data_type, collation_name FROM information_schema.columns"
            " WHERE table_schema = 'public' AND table_name NOT IN ('alembic_version', 'vault')"
        ),
        place.address.database,
    )
    assert {collation for _, _, kind, collation in found if kind == "text"} == {"C"}
    kinds = {"text", "uuid", "bigint", "boolean", "bytea", "jsonb", "timestamp with time zone"}
    assert {kind for _, _, kind, _ in found} == kinds
    left = postgres.tell(sql.SQL("SELECT conname FROM pg_constraint WHERE conname LIKE '%\\_of\\_%'"), place.address.database)
    assert left == []


def test_names_are_ordered_alike_on_both_engines(store: Store) -> None:
    names = ["Émile", "Zoe", "anna", "Anna-Maria", "Anna Maria", "Öz", "Ömer", "أحمد", "ёлка", "100 %", "a_b"]
    with store.inbox.transaction() as tx:
        for name in names:
            tx.save_views([view(ProfileId(IDS()), summary(name, case_number=f"GR-{name}"))])
    rows = store.profiles.rows(ListQuery(order=Order.CASE_NUMBER), 0, 99)
    assert [row.name for row in rows] == sorted(names)
    assert [row.name for row in store.profiles.rows(ListQuery(search="0 %"), 0, 9)] == ["100 %"]
    assert [row.name for row in store.profiles.rows(ListQuery(search="a_b"), 0, 9)] == ["a_b"]


def test_the_largest_numbers_of_a_bundle_fit_on_both_engines(store: Store) -> None:
    most = 2**63 - 1
    with store.inbox.transaction() as tx:
        tx.add_bundle(bundle_in(most, epoch=most), needs_receipt=True)
        tx.add_revisions([revision(most, profile=PERSON, epoch=most, clock=most)])
        (coverage,) = tx.coverage(LAPTOP)
    assert (coverage.epoch, coverage.highest, coverage.holes) == (most, most, ((1, most - 1),))
    assert store.inbox.missing_bundles()[0].last == most - 1


def test_a_snapshot_does_not_move_and_may_not_write(place: ServerPlace) -> None:
    database = PostgresDatabase(place.address, InTheClear())
    with Store.open(place, key=key()) as store, database.reading() as connection:
        before = connection.execute(select(tables.working.c.profile)).all()
        store.profiles.save_working(working(PERSON), summary())
        assert connection.execute(select(tables.working.c.profile)).all() == before == []
    with pytest.raises(TargetReadOnly), database.reading() as connection:
        connection.execute(text("DELETE FROM fact"))
    database.close()


def test_the_secret_keys_are_sealed_for_whoever_reads_the_database(postgres: Server, place: ServerPlace) -> None:
    dumped = subprocess.run(
        [postgres.program("pg_dump"), "-h", postgres.folder, "-U", "office", place.address.database],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert KEYS.recipient in dumped
    assert KEYS.signing_secret not in dumped
    assert KEYS.identity not in dumped
    assert re.search(r"s2w-seal/1:[A-Za-z0-9+/=]+", dumped)
    with Store.open(place, key=StoreKey.random()) as store, pytest.raises(StoreDamaged):
        store.stations.keys()


def test_a_sealed_column_opens_nowhere_else() -> None:
    seal = ColumnSeal(key())
    stored = seal.sealed("own_keys.identity", "secret")
    assert seal.opened("own_keys.identity", stored) == "secret"
    assert seal.sealed("own_keys.identity", "secret") != stored
    for column, changed in [
        ("own_keys.signing_secret", stored),
        ("own_keys.identity", stored[:-8] + "AAAAAAA="),
        ("own_keys.identity", "secret"),
        ("own_keys.identity", ""),
        ("own_keys.identity", "s2w-seal/1:"),
        ("own_keys.identity", "s2w-seal/1:é"),
    ]:
        with pytest.raises(StoreDamaged):
            seal.opened(column, changed)


def test_officers_share_the_vault_and_a_change_on_an_old_one_is_refused(nothing: ServerPlace) -> None:
    content, made = new_content(officer=OFFICER.id, passphrase=WORDS, cost=LEAST_COST, now=NOW, new_id=IDS)
    create(nothing, content.encoded()).close()
    first, second = Vault.read(shelf_of(nothing)), Vault.read(shelf_of(nothing))
    first.change_passphrase(old=WORDS, new=OTHER_WORDS, cost=LEAST_COST, now=NOW, new_id=IDS)
    with pytest.raises(StoreInUse):
        second.change_passphrase(old=WORDS, new="a third one", cost=LEAST_COST, now=NOW, new_id=IDS)
    now = Vault.read(shelf_of(nothing))
    assert now.unlock(OTHER_WORDS).key.secret == made.secret
    with pytest.raises(WrongPassphrase):
        now.unlock(WORDS)


def test_a_newer_store_is_not_touched_and_an_older_one_is_brought_up_by_one_program(place: ServerPlace, tmp_path: Path) -> None:
    later = later_schema(tmp_path / "scripts", "")
    with Store.open(place, key=key()) as old, Store.open(place, key=key(), schema=later):
        Store.open(place, key=key(), schema=later).close()
        assert old.stations.station() == station()
    with pytest.raises(NewerStore):
        Store.open(place, key=key())


def test_a_failing_migration_leaves_the_tables_as_they_were(place: ServerPlace, tmp_path: Path) -> None:
    with pytest.raises(SQLAlchemyError):
        Store.open(place, key=key(), schema=later_schema(tmp_path / "scripts", 'op.execute("SELECT 1 / 0")'))
    Store.open(place, key=key()).close()


def test_programs_of_one_machine_have_a_corner_each_and_what_dead_ones_left_is_removed(place: ServerPlace) -> None:
    with Store.open(place, key=key()) as one, Store.open(place, key=key()) as other:
        assert one.corner != other.corner
        (one.corner / "spool").mkdir()
        left = one.corner.with_name("0123456789abcdef")
        left.mkdir()
        Store.open(place, key=key()).close()
        assert not left.exists()
        assert (one.corner / "spool").is_dir()
    assert list(one.corner.parent.iterdir()) == []


def wait_impatiently(database: PostgresDatabase, turn: Turn) -> None:
    with database.writing() as connection:
        connection.execute(text("SET LOCAL lock_timeout = '20ms'"))
        take(connection, turn)


def test_whoever_waits_too_long_for_a_turn_is_told(place: ServerPlace) -> None:
    database = PostgresDatabase(place.address, InTheClear())
    with database.writing() as first:
        take(first, Turn.NUMBERS)
        with pytest.raises(StoreInUse):
            wait_impatiently(database, Turn.NUMBERS)
        wait_impatiently(database, Turn.PACKS)
    wait_impatiently(database, Turn.NUMBERS)
    database.close()


def take_both(database: PostgresDatabase, first: Turn, second: Turn, met: Barrier) -> bool:
    """Whether both turns came, after another one has taken the second first."""
    try:
        with database.writing() as connection:
            take(connection, first)
            met.wait()
            take(connection, second)
    except StoreInUse:
        return False
    return True


def test_of_two_who_wait_for_each_other_one_goes_on(place: ServerPlace) -> None:
    database, met = PostgresDatabase(place.address, InTheClear()), Barrier(2, timeout=30)
    with ThreadPoolExecutor() as pool:
        one = pool.submit(take_both, database, Turn.PACKS, Turn.STATION, met)
        other = pool.submit(take_both, database, Turn.STATION, Turn.PACKS, met)
        assert sorted([one.result(), other.result()]) == [False, True]
    database.close()


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("postgresql+psycopg://office@/absent?host={folder}", ServerRefused),
        ("postgresql+psycopg://nobody@/postgres?host={folder}", ServerRefused),
        ("postgresql+psycopg://office@/postgres?host={folder}/nowhere", ServerGone),
        ("postgresql+psycopg://office@127.0.0.1:1/postgres", ServerGone),
    ],
)
def test_why_there_is_no_connection_is_told(postgres: Server, address: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        has_store(ServerPlace(ServerAddress.parse(address.format(folder=postgres.folder)), Path()))


def import_through_a_crash(store: Store, server: Server) -> None:
    with store.inbox.transaction() as tx:
        tx.add_revisions([revision(1, profile=PERSON)])
        server.restart()
        tx.coverage(LAPTOP)


def test_a_server_that_was_restarted_meanwhile_is_used_again_and_one_that_stopped_is_told(tmp_path: Path) -> None:
    with running() as server, create(ServerPlace(server.empty_database(), tmp_path)) as store:
        with pytest.raises(ServerGone):
            import_through_a_crash(store, server)
        assert store.inbox.coverage() == ()
        server.stop()
        with pytest.raises(ServerGone):
            store.inbox.coverage()
        server.start()
        assert store.inbox.coverage() == ()


def test_the_driver_is_loaded_for_nobody_who_has_a_folder(tmp_path: Path) -> None:
    names = "import sys; from s2w_desktop.cli.main import main; import s2w_desktop.services.workplace, s2w_desktop.ui.doors; "
    command = f"{names}main(['profile', 'list', '--store', {str(tmp_path)!r}]); sys.exit('psycopg' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", command], check=False, capture_output=True).returncode == 0


def test_of_two_who_take_a_subject_at_once_both_hear_the_same_name(place: ServerPlace) -> None:
    met = Barrier(2, timeout=30)

    def take_it() -> Holding:
        with Store.open(place, key=key()) as store:
            met.wait()
            return store.claims.take("conflict", Holding("one", OfficerId(IDS()), NOW), timedelta(hours=1))

    for _ in range(3):
        with ThreadPoolExecutor() as pool:
            one, other = pool.submit(take_it), pool.submit(take_it)
            assert one.result() == other.result()
