"""Where each officer last stood in each profile: one fact for both, forgotten with the profile."""

from sqlalchemy import Connection, delete, select

from s2w_desktop.domain.ids import OfficerId, ProfileId
from s2w_desktop.storage import tables
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.stations import SAVE_FACT


class PlaceBook:
    """The last place of each officer in each profile, as a text that only the caller understands."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def get(self, profile: ProfileId, officer: OfficerId) -> str | None:
        """The text kept last; None when there is none."""
        wanted = select(tables.fact.c.value).where(tables.fact.c.name == _name(profile, officer))
        with self._database.reading() as connection:
            return connection.execute(wanted).scalar()

    def keep(self, profile: ProfileId, officer: OfficerId, text: str) -> None:
        """Keep a text in place of the one before."""
        with self._database.writing() as connection:
            connection.execute(SAVE_FACT, {"name": _name(profile, officer), "value": text})


def forget_place(connection: Connection, profile: ProfileId) -> None:
    """Nobody was ever there."""
    connection.execute(delete(tables.fact).where(tables.fact.c.name.startswith(_name(profile), autoescape=True)))


def _name(profile: ProfileId, officer: OfficerId | None = None) -> str:
    """The name of the fact; without an officer what all names of the profile begin with."""
    return f"place.{profile}.{officer or ''}"
