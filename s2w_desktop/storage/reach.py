"""The figures of how far centres reached."""

from datetime import date

from sqlalchemy import Connection, and_, delete, select

from s2w_desktop.domain.reach import Reach, ReachFault, fault_among
from s2w_desktop.storage import reach_tables
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.inserting import upsert
from s2w_desktop.storage.locks import Turn, take

_reach = reach_tables.reach
_FIGURES = ("eligible", "approached", "agreed")


class ReachBook:
    """Figures by country, centre and days; every write is durable when it returns."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Reach, ...]:
        """All figures, by country, centre and day."""
        with self._database.reading() as connection:
            return _all(connection)

    def enter(self, new: Reach) -> ReachFault | None:
        """Keep figures; those for the same centre and days are replaced. With a fault nothing is kept.

        The days are held against the others inside the transaction: two people may enter at the same moment.
        """
        days = {"first_day": new.first.isoformat(), "last_day": new.last.isoformat()}
        figures = {name: getattr(new, name) for name in _FIGURES}
        with self._database.writing() as connection:
            take(connection, Turn.REACH)
            fault = fault_among(_all(connection), new)
            if fault is None:
                connection.execute(upsert(_reach, _FIGURES), {"country": new.country, "centre": new.centre} | days | figures)
        return fault

    def remove(self, one: Reach) -> bool:
        """Take figures out; whether they were there."""
        days = and_(_reach.c.first_day == one.first.isoformat(), _reach.c.last_day == one.last.isoformat())
        same = and_(_reach.c.country == one.country, _reach.c.centre == one.centre, days)
        with self._database.writing() as connection:
            return connection.execute(delete(_reach).where(same)).rowcount == 1


def _all(connection: Connection) -> tuple[Reach, ...]:
    rows = connection.execute(select(_reach))
    return tuple(sorted((_value(row) for row in rows), key=lambda one: (one.country, one.centre, one.first)))


def _value(row: AnyRow) -> Reach:
    days = date.fromisoformat(row.first_day), date.fromisoformat(row.last_day)
    return Reach(row.centre, row.country, *days, row.eligible, row.approached, row.agreed)
