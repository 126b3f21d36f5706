"""Histories and open edits of many profiles at once, inside a transaction of the caller."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from sqlalchemy import Connection, func, insert, select, update

from s2w_desktop.domain.canonical import canonical
from s2w_desktop.domain.ids import OfficerId, ProfileId, RevisionId
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.storage import tables
from s2w_desktop.storage.blob_rows import note_uses
from s2w_desktop.storage.chunks import CHUNK, chunks
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.inserting import upsert
from s2w_desktop.storage.revision_rows import COLUMNS, parents_of, parents_text, revision_of, row_of
from s2w_desktop.storage.values import Working

SAVE_WORKING = upsert(tables.working, ("clock", "parents", "changes"))


def add_revision(connection: Connection, revision: Revision) -> None:
    """Store one revision that is new."""
    connection.execute(insert(tables.revision), row_of(revision))
    note_uses(connection, [revision])


def forget_protected(connection: Connection, revisions: Iterable[RevisionId]) -> None:
    """Forget the protected part of revisions. Their head, number and hash stay, and so does their open part."""
    for piece in chunks(revisions):
        connection.execute(update(tables.revision).where(tables.revision.c.id.in_(piece)).values(protected_text=None))


def histories(
    connection: Connection, profiles: Iterable[ProfileId], chunk: int = CHUNK
) -> Iterator[tuple[ProfileId, tuple[Revision, ...]]]:
    """All revisions of each profile that has some, in the order of clocks; `chunk` profiles are in memory at a time."""
    column = tables.revision.c
    for piece in chunks(profiles, chunk):
        wanted = select(*COLUMNS).where(column.profile.in_(piece)).order_by(column.profile, column.clock, column.id)
        for profile, rows in groupby(connection.execute(wanted), key=lambda row: row.profile):
            yield ProfileId(profile), tuple(revision_of(row) for row in rows)


def with_one_revision(connection: Connection, profiles: Iterable[ProfileId]) -> frozenset[ProfileId]:
    """Those of the profiles of which there is one revision and no more."""
    column, found = tables.revision.c.profile, set[ProfileId]()
    for piece in chunks(profiles):
        counted = select(column).where(column.in_(piece)).group_by(column).having(func.count() == 1)
        found.update(map(ProfileId, connection.execute(counted).scalars()))
    return frozenset(found)


def workings(connection: Connection, profiles: Iterable[ProfileId]) -> dict[ProfileId, tuple[Working, ...]]:
    """Open edits of those profiles that have some, in the order of clocks."""
    found: dict[ProfileId, tuple[Working, ...]] = {}
    column = tables.working.c
    for piece in chunks(profiles):
        wanted = select(tables.working).where(column.profile.in_(piece)).order_by(column.clock, column.officer)
        for row in connection.execute(wanted):
            found[ProfileId(row.profile)] = (*found.get(ProfileId(row.profile), ()), _working_of(row))
    return found


def working_row(working: Working) -> dict[str, object]:
    """The row of open edits."""
    return {
        "profile": working.profile,
        "officer": working.officer,
        "clock": working.clock,
        "parents": parents_text(working.parents),
        "changes": canonical(dict(working.changes)).decode(),
    }


def _working_of(row: AnyRow) -> Working:
    return Working(ProfileId(row.profile), parents_of(row.parents), json.loads(row.changes), OfficerId(row.officer), row.clock)
