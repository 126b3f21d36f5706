"""The form of the tables: migrated equals declared, newer is refused, a failing migration changes nothing."""

import shutil
from pathlib import Path
from uuid import UUID

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import CreateTable

from s2w_desktop.domain.errors import NewerStore, StoreDamaged
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.storage import exchange_tables, likeness_tables, report_tables  # noqa: F401  # tables are declared by being imported
from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.layout import DATABASE_NAME
from s2w_desktop.storage.schema import CURRENT, Schema, backup_path, bring_up, make_tables, version
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.tables import Base
from s2w_desktop.storage.values import ListQuery
from tests.storage.conftest import key, new_store
from tests.storage.people import Ids, summary, working

LATER = '''"""A later form."""

import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("extra", sa.Column("id", sa.Integer, primary_key=True))
    with op.batch_alter_table("profile") as batch:
        batch.add_column(sa.Column("more", sa.Text))
    op.execute("UPDATE profile SET more = name")
    {last}
'''


def later_schema(folder: Path, last: str) -> Schema:
    """Scripts with one migration more, which ends with the statement `last`."""
    shutil.copytree(CURRENT.scripts, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9001_later.py").write_text(LATER.format(head=CURRENT.head, last=last))
    return Schema(folder, "9001")


@pytest.fixture
def database(tmp_path: Path) -> EncryptedFile:
    """An empty encrypted database."""
    return EncryptedFile(tmp_path / "some.db", key())


def statements(database: EncryptedFile) -> dict[str, list[str]]:
    """What made each table and index, without regard to the order of constraints."""
    with database.reading() as connection:
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name != 'alembic_version'"))
        return {name: sorted("".join(sql.split()).removesuffix(")").split(",CONSTRAINT")) for name, sql in rows}


def test_migrated_tables_are_the_declared_ones(tmp_path: Path, database: EncryptedFile) -> None:
    make_tables(database)
    declared = EncryptedFile(tmp_path / "declared.db", key())
    with declared.writing() as connection:
        Base.metadata.create_all(connection)
    assert statements(database) == statements(declared)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = [d for d in compare_metadata(context, Base.metadata) if d[0] != "remove_table"]
    assert differences == []
    database.close()
    declared.close()


def test_every_table_can_be_told_to_postgresql() -> None:
    for table in Base.metadata.sorted_tables:
        dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
        told = str(CreateTable(table).compile(dialect=dialect))
        assert "CHAR(32)" not in told
        assert told.count("UUID") == sum(column.type.python_type is UUID for column in table.c)


def test_an_empty_database_is_no_store_but_can_become_one(database: EncryptedFile) -> None:
    assert version(database) is None
    with pytest.raises(StoreDamaged):
        bring_up(database, key())
    make_tables(database)
    bring_up(database, key())
    assert version(database) == CURRENT.head
    assert not backup_path(database.path, CURRENT.head).exists()
    database.close()


def test_foreign_tables_are_not_taken_for_a_store(database: EncryptedFile) -> None:
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE something (id INTEGER)"))
    with pytest.raises(StoreDamaged):
        bring_up(database, key())
    database.close()


def test_a_newer_store_is_refused_and_not_touched(folder: Path) -> None:
    new_store(folder).close()
    database = EncryptedFile(folder / DATABASE_NAME, key())
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '7777'"))
    database.checkpoint()
    database.close()
    before = (folder / DATABASE_NAME).read_bytes()
    given = key()
    with pytest.raises(NewerStore) as refused:
        Store.open(folder, key=given)
    assert refused.value.found == "7777"
    assert not given.is_wiped
    assert (folder / DATABASE_NAME).read_bytes() == before
    assert not list(folder.glob("*before*"))


def test_a_migration_keeps_everything_and_leaves_a_copy_of_before(folder: Path, tmp_path: Path) -> None:
    person = ProfileId(Ids(61)())
    with new_store(folder) as store:
        store.profiles.save_working(working(person), summary("Amina"))
    later = later_schema(tmp_path / "scripts", "pass")
    with Store.open(folder, key=key(), schema=later) as store:
        assert store.profiles.load(person).workings == (working(person),)
        store.verify()
    copy = EncryptedFile(backup_path(folder / DATABASE_NAME, "9001"), key())
    assert version(copy) == CURRENT.head
    with copy.reading() as connection:
        assert connection.execute(text("SELECT name FROM profile")).scalars().all() == ["Amina"]
    copy.close()


@pytest.mark.parametrize("last", ["raise LookupError", 'op.execute("INSERT INTO nowhere VALUES (1)")'])
def test_a_migration_that_fails_at_its_end_changes_nothing(folder: Path, tmp_path: Path, last: str) -> None:
    person = ProfileId(Ids(61)())
    with new_store(folder) as store:
        store.profiles.save_working(working(person), summary())
    later = later_schema(tmp_path / "scripts", last)
    with pytest.raises((LookupError, SQLAlchemyError)):
        Store.open(folder, key=key(), schema=later)
    database = EncryptedFile(folder / DATABASE_NAME, key())
    assert version(database) == CURRENT.head
    with database.reading() as connection:
        assert "extra" not in inspect(connection).get_table_names()
        assert "more" not in {column["name"] for column in inspect(connection).get_columns("profile")}
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    database.close()
    with Store.open(folder, key=key()) as store:
        assert store.profiles.count(ListQuery()) == 1


def test_a_migration_that_breaks_references_is_undone(folder: Path, tmp_path: Path) -> None:
    new_store(folder).close()
    orphan = "op.execute(\"INSERT INTO dispatch VALUES ('x', 'full', 1, 1, NULL)\")"
    with pytest.raises(StoreDamaged):
        Store.open(folder, key=key(), schema=later_schema(tmp_path / "scripts", orphan))
    Store.open(folder, key=key()).close()
