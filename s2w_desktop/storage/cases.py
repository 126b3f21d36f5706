"""Cases of the report, made when somebody asks for one. `case_rows` forgets them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, exists, func, insert, select, true

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.storage import report_tables, tables
from s2w_desktop.storage.case_rows import forget_cases
from s2w_desktop.storage.case_words import CaseWords, words
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.history_rows import workings
from s2w_desktop.storage.joined_rows import whole_histories
from s2w_desktop.storage.locks import Turn, hold_profiles, take
from s2w_desktop.storage.values import StoredProfile

_case, _profile = report_tables.case_row, tables.profile
_ROWS_AT_A_TIME = 2_000

NumberOf: TypeAlias = Callable[[str, str], int]
"""The number of a word of a variable; a new word gets the next one."""

MakeCase: TypeAlias = Callable[[StoredProfile, NumberOf], bytes]
"""Makes the content of a case; quick, and without the store."""


@dataclass(frozen=True)
class KeptCases:
    """All cases of a layout at one moment, in no order, some thousands at a time.

    `words` are those of each variable in the order of their numbers.
    """

    words: Mapping[str, Sequence[str]]
    pieces: Iterator[tuple[Sequence[UUID], Sequence[bytes]]]


@dataclass(frozen=True)
class Step:
    """How many cases were made, and the last person that was looked at; None when nobody was left."""

    made: int
    last: ProfileId | None


class CaseBook:
    """Cases by profile, those of joined profiles with the one that the person is listed under."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def missing(self, layout: str) -> int:
        """How many people of the list have no case of this layout."""
        wanted = select(func.count()).select_from(_profile).where(_is_missing(layout))
        with self._database.reading() as connection:
            return connection.execute(wanted).scalar_one()

    def catch_up(self, layout: str, make: MakeCase, most: int, after: ProfileId | None = None) -> Step:
        """Make the cases of at most so many of them, by their ids, from the first `after` one on.

        Others cannot change these people meanwhile, so no case is older than its profile. Who makes cases waits for
        others who do.
        """
        with self._database.writing() as connection:
            take(connection, Turn.CASES)
            later = _profile.c.id > after if after else true()  # else each step would pass all that were made before
            wanted = select(_profile.c.id).where(later, _is_missing(layout)).order_by(_profile.c.id)
            found = [ProfileId(id_) for id_ in connection.execute(wanted.limit(most)).scalars()]
            hold_profiles(connection, found)  # who was erased before that is not there any more
            people = [ProfileId(id_) for id_ in connection.execute(wanted.where(_profile.c.id.in_(found))).scalars()]
            known = CaseWords(words(connection))
            made = [(one.id, make(one, known.number_of)) for one in _stored(connection, people)]
            known.save(connection)
            forget_cases(connection, people)  # those of other layouts
            if made:
                rows = [{"profile": profile, "layout": layout, "content": content} for profile, content in made]
                connection.execute(insert(_case), rows)
            return Step(len(made), found[-1] if found else None)

    @contextmanager
    def opened(self, layout: str) -> Iterator[KeptCases]:
        """Every case of this layout, to be read while the context is open; a connection is held so long."""
        joined = select(_profile.c.id).where(_profile.c.joined_into.is_not(None))
        listed = select(_case.c.profile, _case.c.content).where(_case.c.layout == layout, _case.c.profile.not_in(joined))
        with self._database.reading() as connection:
            known = words(connection)
            rows = connection.execute(listed.execution_options(yield_per=_ROWS_AT_A_TIME))
            yield KeptCases(known, (([row[0] for row in piece], [row[1] for row in piece]) for piece in rows.partitions()))


def _is_missing(layout: str) -> ColumnElement[bool]:
    known = exists().where(_case.c.profile == _profile.c.id, _case.c.layout == layout)
    return and_(_profile.c.joined_into.is_(None), ~known)


def _stored(connection: Connection, people: Sequence[ProfileId]) -> Iterator[StoredProfile]:
    """Everything known of these people. One who is open has edits, and perhaps no revisions yet."""
    revisions = dict(whole_histories(connection, people))
    open_ = workings(connection, people)
    for profile in people:
        yield StoredProfile(profile, revisions.get(profile, ()), open_.get(profile, ()))
