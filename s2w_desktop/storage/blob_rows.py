"""Rows about copies of documents, inside a transaction of the caller: bytes, revisions that refer to them, how far they went.

What refers to a copy is noted when a revision is added, so that nobody has to parse all revisions to know what is missing,
what is still to be sent, and what nobody needs any more.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, delete, exists, func, literal, select, update

from s2w_desktop.domain.files import FILE_MARK, Blob, files_in, named_files
from s2w_desktop.domain.ids import DeviceId, ProfileId
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.storage import tables
from s2w_desktop.storage.bundle_values import WaitingBlob
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.columns import occurs
from s2w_desktop.storage.inserting import insert

_blob, _use, _dispatch = tables.blob, tables.blob_use, tables.blob_dispatch
_revision, _profile = tables.revision, tables.profile
_MAY_TRAVEL = occurs(literal(" ").concat(_use.c.field).concat(" "), _profile.c.sends_copies)
"""The person agreed to send what this field holds."""
_MARK = FILE_MARK.encode("ascii")
_ADD = insert(_blob).on_conflict_do_nothing(index_elements=["sha256"])
_NOTE = insert(_use).on_conflict_do_nothing(index_elements=["revision", "sha256", "field"])


def add_blob(connection: Connection, blob: Blob, now: datetime) -> None:
    """Keep a copy; one that is here already stays as it is."""
    size = len(blob.content)
    row = {"sha256": blob.sha256, "kind": blob.kind.value, "size_bytes": size, "content": blob.content, "added_at": now}
    connection.execute(_ADD, row)


def note_uses(connection: Connection, revisions: Iterable[Revision]) -> None:
    """Note the copies that revisions refer to, as far as their parts are here; they must be stored already."""
    rows = [
        {"revision": revision.id, "sha256": sha256, "field": field}
        for revision in revisions
        if any(part and _MARK in part.text for part in (revision.open, revision.protected))
        for field, sha256 in named_files(revision.changes())
    ]
    if rows:
        connection.execute(_NOTE, rows)


def forget_copies(connection: Connection, profile: ProfileId) -> None:
    """Remove the copies that a profile names, in revisions or open work, and that no other profile names."""
    working = tables.working
    theirs = select(_revision.c.id).where(_revision.c.profile == profile)
    named = set(connection.execute(select(_use.c.sha256).where(_use.c.revision.in_(theirs))).scalars())
    open_work = select(working.c.profile == profile, working.c.changes)
    marked = open_work.where(working.c.changes.contains(FILE_MARK, autoescape=True))
    elsewhere: set[str] = set()
    for is_theirs, changes in connection.execute(marked):
        (named if is_theirs else elsewhere).update(files_in(json.loads(changes)))
    connection.execute(delete(_use).where(_use.c.revision.in_(theirs)))
    for piece in chunks(named - elsewhere):
        is_used = exists().where(_use.c.sha256 == _blob.c.sha256)
        connection.execute(delete(_blob).where(_blob.c.sha256.in_(piece), ~is_used))


def drop_unnamed(connection: Connection, blobs: Iterable[str]) -> None:
    """Remove those of the copies that no revision names."""
    is_named = exists().where(_use.c.sha256 == _blob.c.sha256)
    for piece in chunks(blobs):
        connection.execute(delete(_blob).where(_blob.c.sha256.in_(piece), ~is_named))


def waiting_blobs(connection: Connection, device: DeviceId) -> tuple[WaitingBlob, ...]:
    """Copies of a device's own revisions that may go to headquarters and are not known to be there, by name."""
    wanted = _uses(_blob.c.sha256, _blob.c.size_bytes).join(_blob, _blob.c.sha256 == _use.c.sha256)
    ordered = wanted.where(_is_waiting(device)).distinct().order_by(_blob.c.sha256)
    return tuple(WaitingBlob(sha256, size) for sha256, size in connection.execute(ordered))


def copies_of(connection: Connection, profiles: Iterable[ProfileId]) -> tuple[WaitingBlob, ...]:
    """Copies that the profiles name, that their people agreed to send and that are here, by name."""
    found: dict[str, int] = {}
    for piece in chunks(profiles):
        wanted = _uses(_blob.c.sha256, _blob.c.size_bytes).join(_blob, _blob.c.sha256 == _use.c.sha256)
        rows = connection.execute(wanted.where(_profile.c.id.in_(piece), _MAY_TRAVEL).distinct())
        found |= {row.sha256: row.size_bytes for row in rows}
    return tuple(WaitingBlob(sha256, size) for sha256, size in sorted(found.items()))


def profiles_waiting(device: DeviceId) -> Select[*tuple[Any, ...]]:
    """Profiles of which a copy is still to be sent or to be confirmed. For a condition of another statement."""
    wanted = _uses(_revision.c.profile).join(_blob, _blob.c.sha256 == _use.c.sha256)
    return wanted.where(_is_waiting(device)).correlate(None)


def profiles_with_own_copies(device: DeviceId) -> Select[*tuple[Any, ...]]:
    """Profiles of whose copies, as a device's own revisions name them, one is here and not known to be at headquarters."""
    wanted = _uses(_revision.c.profile).join(_blob, _blob.c.sha256 == _use.c.sha256)
    return wanted.where(_revision.c.device == device, func.coalesce(_dispatch.c.is_confirmed, False).is_(False)).distinct()


def missing_blobs(connection: Connection, device: DeviceId) -> tuple[str, ...]:
    """Copies that revisions of a device refer to, that its people agreed to send, and that never came."""
    is_here = exists().where(_blob.c.sha256 == _use.c.sha256)
    wanted = _uses(_use.c.sha256).where(_revision.c.device == device, _MAY_TRAVEL, ~is_here)
    return tuple(connection.execute(wanted.distinct().order_by(_use.c.sha256)).scalars())


def note_sent(connection: Connection, blobs: Sequence[str], seq: int, previous: int) -> None:
    """The copies lie in bundle `seq`; `previous` is the number of the bundle of profiles before it."""
    statement = insert(_dispatch)
    new = statement.excluded
    first = case((_dispatch.c.last_seq == previous, _dispatch.c.first_seq), else_=new.first_seq)
    save = statement.on_conflict_do_update(index_elements=["sha256"], set_={"first_seq": first, "last_seq": new.last_seq})
    for piece in chunks(blobs):
        rows = [{"sha256": sha256, "first_seq": seq, "last_seq": seq, "is_confirmed": False} for sha256 in piece]
        connection.execute(save, rows)


def confirm_blobs(connection: Connection, first: int, last: int) -> None:
    """Headquarters has the bundles from first to last, and so the copies that lay in them."""
    lay_in = (_dispatch.c.first_seq <= last) & (_dispatch.c.last_seq >= first)
    connection.execute(update(_dispatch).where(lay_in).values(is_confirmed=True))


def forget_confirmations(connection: Connection) -> None:
    """Headquarters restored a copy of its store and may have lost what it had."""
    connection.execute(update(_dispatch).values(is_confirmed=False))


def note_missing(connection: Connection, missing: Iterable[str]) -> None:
    """Headquarters misses these: they go again, and their profiles are not wholly there."""
    for piece in chunks(missing):
        connection.execute(update(_dispatch).where(_dispatch.c.sha256.in_(piece)).values(is_confirmed=False))
        theirs = select(_revision.c.profile).join(_use, _use.c.revision == _revision.c.id).where(_use.c.sha256.in_(piece))
        connection.execute(update(_profile).where(_profile.c.id.in_(theirs)).values(is_unconfirmed=True))


def _uses(*columns: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    """References with their revision and profile."""
    return (
        select(*columns)
        .select_from(_use)
        .join(_revision, _revision.c.id == _use.c.revision)
        .join(_profile, _profile.c.id == _revision.c.profile)
        .outerjoin(_dispatch, _dispatch.c.sha256 == _use.c.sha256)
    )


def _is_waiting(device: DeviceId) -> ColumnElement[bool]:
    is_confirmed = func.coalesce(_dispatch.c.is_confirmed, False)
    return and_(_revision.c.device == device, _MAY_TRAVEL, is_confirmed.is_(False))
