"""Cases of the report, made when somebody asks for one. `case_rows` forgets them."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from sqlalchemy import ColumnElement, Connection, and_, exists, func, select

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.storage import report_tables, tables
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.history_rows import workings
from s2w_desktop.storage.inserting import upsert
from s2w_desktop.storage.joined_rows import whole_histories
from s2w_desktop.storage.locks import hold_profiles
from s2w_desktop.storage.values import StoredProfile

_case, _profile = report_tables.case_row, tables.profile
_SAVE = upsert(_case, ("layout", "content"))
_ROWS_AT_A_TIME = 2_000

MakeCase: TypeAlias = Callable[[StoredProfile], str]
"""Makes the content of a case; quick, and without the store."""


class CaseBook:
    """Cases by profile, those of joined profiles with the one that the person is listed under."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def missing(self, layout: str) -> int:
        """How many people of the list have no case of this layout."""
        wanted = select(func.count()).select_from(_profile).where(_is_missing(layout))
        with self._database.reading() as connection:
            return connection.execute(wanted).scalar_one()

    def catch_up(self, layout: str, make: MakeCase, most: int) -> int:
        """Make the cases of at most so many of them; gives how many were made.

        Others cannot change these people meanwhile, so no case is older than its profile.
        """
        with self._database.writing() as connection:
            wanted = select(_profile.c.id).where(_is_missing(layout)).order_by(_profile.c.id)
            found = [ProfileId(id_) for id_ in connection.execute(wanted.limit(most)).scalars()]
            hold_profiles(connection, found)  # who was erased before that is not there any more
            people = [ProfileId(id_) for id_ in connection.execute(wanted.where(_profile.c.id.in_(found))).scalars()]
            rows = [{"profile": one.id, "layout": layout, "content": make(one)} for one in _stored(connection, people)]
            if rows:
                connection.execute(_SAVE, rows)
            return len(rows)

    def all(self, layout: str) -> Iterator[tuple[ProfileId, str]]:
        """Every case of this layout, in no order. The state is that of one moment; a connection is held until the end."""
        wanted = select(_case.c.profile, _case.c.content).join(_profile, _profile.c.id == _case.c.profile)
        listed = wanted.where(_case.c.layout == layout, _profile.c.joined_into.is_(None))
        with self._database.reading() as connection:
            for row in connection.execute(listed.execution_options(yield_per=_ROWS_AT_A_TIME)):
                yield ProfileId(row.profile), row.content


def _is_missing(layout: str) -> ColumnElement[bool]:
    known = exists().where(_case.c.profile == _profile.c.id, _case.c.layout == layout)
    return and_(_profile.c.joined_into.is_(None), ~known)


def _stored(connection: Connection, people: Sequence[ProfileId]) -> Iterator[StoredProfile]:
    """Everything known of these people. One who is open has edits, and perhaps no revisions yet."""
    revisions = dict(whole_histories(connection, people))
    open_ = workings(connection, people)
    for profile in people:
        yield StoredProfile(profile, revisions.get(profile, ()), open_.get(profile, ()))
