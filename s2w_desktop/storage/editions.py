"""Reports that went out, as later ones have to heed them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, select

from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.storage import report_tables
from s2w_desktop.storage.database import Database

_edition = report_tables.edition


@dataclass(frozen=True)
class KeptEdition:
    """When a report went out and by whom; the content is that of `analysis.editions`, as JSON."""

    id: UUID
    went_out_at: datetime
    officer: OfficerId
    content: str


class EditionBook:
    """The editions of this store; every write is durable when it returns."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[KeptEdition, ...]:
        """All editions, oldest first."""
        wanted = select(_edition).order_by(_edition.c.went_out_at, _edition.c.id)
        with self._database.reading() as connection:
            return tuple(
                KeptEdition(row.id, row.went_out_at, OfficerId(row.officer), row.content) for row in connection.execute(wanted)
            )

    def add(self, edition: KeptEdition) -> None:
        """Keep an edition."""
        with self._database.writing() as connection:
            connection.execute(
                insert(_edition),
                {"id": edition.id, "went_out_at": edition.went_out_at, "officer": edition.officer, "content": edition.content},
            )
