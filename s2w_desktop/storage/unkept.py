"""The anonymous counter: interviews of which nothing is kept."""

from sqlalchemy import func, select

from s2w_desktop.domain.unkept import Unkept
from s2w_desktop.storage import tables
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.inserting import insert

_unkept = tables.unkept


class UnkeptBook:
    """Counts by centre, day, sex and age band. There is no row for an interview, and so no order in which they were."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def count(self, one: Unkept) -> None:
        """Count one interview more."""
        row = {"centre": one.centre, "day": one.day.isoformat(), "sex": one.sex, "age_band": one.age_band, "count": 1}
        statement = insert(_unkept)
        keys = [column.name for column in _unkept.primary_key]
        more = statement.on_conflict_do_update(index_elements=keys, set_={"count": _unkept.c.count + 1})
        with self._database.writing() as connection:
            connection.execute(more, row)

    def by_sex(self) -> dict[str, int]:
        """How many interviews, by code of sex; the empty code for those who did not say."""
        grouped = select(_unkept.c.sex, func.sum(_unkept.c.count)).group_by(_unkept.c.sex)
        with self._database.reading() as connection:
            return {code: int(number) for code, number in connection.execute(grouped)}
