"""Where somebody last stood in each profile: one fact per profile, forgotten with it."""

from sqlalchemy import Connection, delete, select

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.storage import tables
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.stations import SAVE_FACT


class PlaceBook:
    """The last place of each profile, as a text that only the caller understands."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def get(self, profile: ProfileId) -> str | None:
        """The text kept last; None when there is none."""
        wanted = select(tables.fact.c.value).where(tables.fact.c.name == _name(profile))
        with self._database.reading() as connection:
            return connection.execute(wanted).scalar()

    def keep(self, profile: ProfileId, text: str) -> None:
        """Keep a text in place of the one before."""
        with self._database.writing() as connection:
            connection.execute(SAVE_FACT, {"name": _name(profile), "value": text})


def forget_place(connection: Connection, profile: ProfileId) -> None:
    """Nobody was ever there."""
    connection.execute(delete(tables.fact).where(tables.fact.c.name == _name(profile)))


def _name(profile: ProfileId) -> str:
    return f"place.{profile}"
