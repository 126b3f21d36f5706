"""Who works on what at headquarters, so that two reviewers do not do the same."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, or_, select

from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.exchange_tables import claim
from s2w_desktop.storage.inserting import insert


@dataclass(frozen=True)
class Holding:
    """Who took a subject, and when."""

    subject: str
    officer: OfficerId
    taken_at: datetime


class ClaimBook:
    """Reads give the state of one moment; every write is durable, and is decided by the database in one statement."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def take(self, kind: str, mine: Holding, lasts: timedelta) -> Holding:
        """Take a subject, unless somebody else took it within `lasts`, before or after by another clock; gives who has it now."""
        before, after = mine.taken_at - lasts, mine.taken_at + lasts
        is_free = or_(claim.c.officer == mine.officer, claim.c.taken_at <= before, claim.c.taken_at >= after)
        return self._write(kind, mine, is_free)

    def take_over(self, kind: str, mine: Holding) -> Holding:
        """Take a subject, whoever has it."""
        return self._write(kind, mine, None)

    def release(self, kind: str, subject: str, officer: OfficerId) -> None:
        """Let go of a subject; nothing happens when somebody else has it."""
        wanted = (claim.c.kind == kind) & (claim.c.subject == subject) & (claim.c.officer == officer)
        with self._database.writing() as connection:
            connection.execute(delete(claim).where(wanted))

    def held(self, kind: str, now: datetime, lasts: timedelta) -> tuple[Holding, ...]:
        """Everything of a kind that was taken within `lasts`, by subject."""
        within = (claim.c.taken_at > now - lasts) & (claim.c.taken_at < now + lasts)
        wanted = select(claim).where(claim.c.kind == kind, within).order_by(claim.c.subject)
        with self._database.reading() as connection:
            return tuple(_holding(row) for row in connection.execute(wanted))

    def _write(self, kind: str, mine: Holding, condition: ColumnElement[bool] | None) -> Holding:
        adding = insert(claim).values(kind=kind, subject=mine.subject, officer=mine.officer, taken_at=mine.taken_at)
        taking = adding.on_conflict_do_update(
            index_elements=["kind", "subject"],
            set_={"officer": adding.excluded.officer, "taken_at": adding.excluded.taken_at},
            where=condition,
        )
        wanted = select(claim).where(claim.c.kind == kind, claim.c.subject == mine.subject)
        with self._database.writing() as connection:
            connection.execute(taking)
            return _holding(connection.execute(wanted).one())


def _holding(row: AnyRow) -> Holding:
    return Holding(row.subject, OfficerId(row.officer), row.taken_at)
