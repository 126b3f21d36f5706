"""Cases of the report are forgotten whenever the row of the list is written, inside a transaction of the caller."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, exists, select

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.storage import report_tables
from s2w_desktop.storage.chunks import chunks

_case = report_tables.case_row
_IS_ANY = select(exists().where(_case.c.profile.is_not(None)))


def forget_cases(connection: Connection, profiles: Iterable[ProfileId]) -> None:
    """Forget the cases of profiles whose content may be another now."""
    if not connection.execute(_IS_ANY).scalar():
        return
    for piece in chunks(profiles):
        connection.execute(delete(_case).where(_case.c.profile.in_(piece)))
