"""Wishes that wait for a second person, and those that a second person agreed to; each is used up once."""

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, insert, select, update

from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.storage import exchange_tables
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database

_approval = exchange_tables.approval


@dataclass(frozen=True)
class Approval:
    """What somebody wants to do, to what, and who agreed. `subject` is an id or a number, never content."""

    id: UUID
    act: Act
    subject: str
    asked_by: OfficerId
    asked_at: datetime
    approved_by: OfficerId | None = None
    approved_at: datetime | None = None


class ApprovalBook:
    """The wishes of this store."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def add(self, wish: Approval) -> None:
        """Note a wish."""
        with self._database.writing() as connection:
            connection.execute(insert(_approval), asdict(wish) | {"act": wish.act.value})

    def all(self) -> tuple[Approval, ...]:
        """Every wish that was neither used nor taken back, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(_approval).order_by(_approval.c.asked_at, _approval.c.id))
            return tuple(_value(row) for row in rows)

    def find(self, act: Act, subject: str, asked_by: OfficerId) -> Approval | None:
        """The wish of one officer for one thing."""
        same = and_(_approval.c.act == act.value, _approval.c.subject == subject, _approval.c.asked_by == asked_by)
        return self._first(same)

    def get(self, wish: UUID) -> Approval | None:
        """One wish."""
        return self._first(_approval.c.id == wish)

    def approve(self, wish: UUID, by: OfficerId, at: datetime) -> None:
        """Note the second person; the first who agreed stays it."""
        still_waiting = and_(_approval.c.id == wish, _approval.c.approved_by.is_(None))
        with self._database.writing() as connection:
            connection.execute(update(_approval).where(still_waiting).values(approved_by=by, approved_at=at))

    def remove(self, wish: UUID) -> bool:
        """Use a wish up, or take it back. Whether it still was there: of two who try, one is told yes."""
        with self._database.writing() as connection:
            return connection.execute(delete(_approval).where(_approval.c.id == wish)).rowcount == 1

    def _first(self, condition: ColumnElement[bool]) -> Approval | None:
        with self._database.reading() as connection:
            row = connection.execute(select(_approval).where(condition).limit(1)).first()
        return _value(row) if row else None


def _value(row: AnyRow) -> Approval:
    approved_by = OfficerId(row.approved_by) if row.approved_by else None
    return Approval(row.id, Act(row.act), row.subject, OfficerId(row.asked_by), row.asked_at, approved_by, row.approved_at)
