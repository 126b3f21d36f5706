"""Runs Alembic's scripts on a store, in one transaction."""

from pathlib import Path

from alembic import command, op
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, text

from s2w_desktop.storage.database import Database


def knows(scripts: Path, revision: str) -> bool:
    """Whether a migration of this id is among the scripts."""
    try:
        return ScriptDirectory(str(scripts)).get_revision(revision) is not None
    except CommandError:
        return False


def upgrade(database: Database, scripts: Path, head: str) -> None:
    """Run what is missing up to `head`. Any failure leaves the tables as they were."""
    with database.migrating() as connection:
        upgrade_by(connection, scripts, head)


def upgrade_by(connection: Connection, scripts: Path, head: str) -> None:
    """Run what is missing, inside a transaction of `Database.migrating`."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, head)


def set_aside(table: str, name: str) -> None:
    """For scripts that make a table anew: rename the one of before.

    On PostgreSQL the names of its constraints are those of indexes, which only one table may have: they are renamed too.
    """
    op.rename_table(table, name)
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    listed = text("SELECT conname FROM pg_constraint WHERE conrelid = CAST(:name AS regclass)")
    for (constraint,) in connection.execute(listed, {"name": name}).all():
        op.execute(f'ALTER TABLE "{name}" RENAME CONSTRAINT "{constraint}" TO "{constraint}_of_{name}"')
