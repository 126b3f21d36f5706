"""Which form the tables have, and the way there from older forms. Alembic is imported only when there is something to change."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import inspect, text

from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import NewerStore, StoreDamaged
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.store_key import StoreKey


@dataclass(frozen=True)
class Schema:
    """A folder of Alembic scripts and the id of the newest."""

    scripts: Path
    head: str


CURRENT = Schema(Path(__file__).parent / "migrations", "0012")


def version(database: Database) -> str | None:
    """The id of the last migration that ran; None for an empty database. Raises StoreDamaged for foreign tables."""
    with database.reading() as connection:
        names = inspect(connection).get_table_names()
        if not names:
            return None
        if "alembic_version" not in names:
            raise StoreDamaged
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found is None:
        raise StoreDamaged
    return str(found)


def make_tables(database: Database, schema: Schema = CURRENT) -> None:
    """The tables of a new store, made by the same migrations that older stores went through."""
    from s2w_desktop.storage import migration  # Alembic takes as long to import as everything else in this package

    migration.upgrade(database, schema.scripts, schema.head)


def bring_up(database: EncryptedFile, key: StoreKey, schema: Schema = CURRENT) -> None:
    """Change the tables of a store to the newest form: wholly or not at all, with a checked copy of before beside it.

    Raises NewerStore, with nothing touched, when a newer program wrote the store; disk errors; StoreDamaged.
    """
    if is_older(database, schema):
        _back_up(database, key, backup_path(database.path, schema.head))
        make_tables(database, schema)


def is_older(database: Database, schema: Schema) -> bool:
    """Whether tables have to be changed before the store can be used. Raises NewerStore, and StoreDamaged where is no store."""
    found = version(database)
    if found == schema.head:
        return False
    if found is None:
        raise StoreDamaged
    from s2w_desktop.storage import migration  # see make_tables

    if not migration.knows(schema.scripts, found):
        raise NewerStore(found)
    return True


def backup_path(path: Path, head: str) -> Path:
    """Where the copy stands that was made before a migration to `head`."""
    return path.with_name(f"{path.stem}.before-{head}{path.suffix}")


def drop_backups(path: Path) -> None:
    """Remove every copy that was made before a migration. Raises disk errors."""
    try:
        for copy in path.parent.glob(f"{path.stem}.before-*{path.suffix}*"):
            copy.unlink(missing_ok=True)
    except OSError as cause:
        raise disk_error(cause) from cause


def _back_up(database: EncryptedFile, key: StoreKey, path: Path) -> None:
    database.verify()
    path.unlink(missing_ok=True)
    copy = EncryptedFile(path, key)
    try:
        database.copy_to(copy)
        copy.verify()
        copy.refuse_plain()
        if version(copy) != version(database):
            raise StoreDamaged
    finally:
        copy.close()
