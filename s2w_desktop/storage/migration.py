"""Runs Alembic's scripts on a store, in one transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from s2w_desktop.storage.database import Database


def knows(scripts: Path, revision: str) -> bool:
    """Whether a migration of this id is among the scripts."""
    try:
        return ScriptDirectory(str(scripts)).get_revision(revision) is not None
    except CommandError:
        return False


def upgrade(database: Database, scripts: Path, head: str) -> None:
    """Run what is missing up to `head`. Any failure leaves the tables as they were."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    with database.migrating() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, head)
