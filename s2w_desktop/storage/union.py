"""Merging as a set union: revisions come in any order, any number of times, whole or in part, and the set is the same."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, bindparam, func, select, update

from s2w_desktop.domain.ids import ProfileId, RevisionId
from s2w_desktop.domain.revisions import Revision, Scope
from s2w_desktop.storage import tables
from s2w_desktop.storage.blob_rows import note_uses
from s2w_desktop.storage.bundle_values import AddCounts
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.erasing import erased_among, kept_without_content
from s2w_desktop.storage.inserting import insert
from s2w_desktop.storage.locks import hold_profiles
from s2w_desktop.storage.many_rows import insert_rows
from s2w_desktop.storage.revision_rows import row_of
from s2w_desktop.storage.shares import note_more

_revision = tables.revision
_KNOWN = (
    _revision.c.id,
    _revision.c.hash,
    _revision.c.open_text.is_(None).label("lacks_open"),
    _revision.c.protected_text.is_(None).label("lacks_protected"),
)
_INSERT = insert(_revision).on_conflict_do_nothing(index_elements=["id"])
_FILL = (
    update(_revision)
    .where(_revision.c.id == bindparam("known_id"))
    .values(
        open_text=func.coalesce(_revision.c.open_text, bindparam("shown")),
        protected_text=func.coalesce(_revision.c.protected_text, bindparam("hidden")),
    )
)


class Union:
    """Adds batches to the revisions of a store, inside one transaction of the caller."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._touched: set[ProfileId] = set()
        self._resisted: set[ProfileId] = set()

    @property
    def touched(self) -> frozenset[ProfileId]:
        """Profiles that have more now than before."""
        return frozenset(self._touched)

    @property
    def resisted(self) -> frozenset[ProfileId]:
        """Erased profiles of which content came and was dropped."""
        return frozenset(self._resisted)

    def add(self, batch: Iterable[Revision]) -> AddCounts:
        """Store what is not there. A known id with another content is a clash: the first one stays.

        Of profiles that are erased, or were removed from this laptop, only the heads are kept. Raises ValueError for a part
        that does not fit its revision: callers check what comes from outside.
        """
        new = known = upgraded = 0
        clashes: list[RevisionId] = []
        added: list[Revision] = []
        for piece in chunks(batch):
            once, doubled, disagreeing = _without_doubles(piece)
            counts = self._add_piece(once)
            added += counts.added
            new, known, upgraded = new + counts.new, known + counts.known + doubled, upgraded + counts.upgraded
            clashes += [*disagreeing, *counts.clashes]
        return AddCounts(new, known, upgraded, tuple(clashes), tuple(added))

    def _add_piece(self, piece: Sequence[Revision]) -> AddCounts:
        piece = self._without_what_is_gone(piece)
        rows = [row_of(revision) for revision in piece]
        found = self._connection.execute(select(*_KNOWN).where(_revision.c.id.in_([row["id"] for row in rows])))
        stored = {row.id: row for row in found}
        new: list[dict[str, object]] = []
        added: list[Revision] = []
        filled: list[dict[str, object]] = []
        grown: list[Revision] = []
        clashes: list[RevisionId] = []
        for revision, row in zip(piece, rows, strict=True):
            there = stored.get(revision.id)
            if there is None:
                new.append(row)
                added.append(revision)
            elif there.hash != row["hash"]:
                clashes.append(revision.id)
                continue
            else:
                shown, hidden = row["open_text"], row["protected_text"]
                if not (there.lacks_open and shown) and not (there.lacks_protected and hidden):
                    continue
                filled.append({"known_id": revision.id, "shown": shown, "hidden": hidden})
            grown.append(revision)
        profiles = {revision.profile for revision in grown}
        hold_profiles(self._connection, profiles)  # before any row that follows from them, as everybody does
        if new:
            insert_rows(self._connection, _INSERT, tuple(new[0]), [tuple(row.values()) for row in new])
        if filled:
            self._connection.execute(_FILL, filled)
        note_uses(self._connection, grown)
        note_more(self._connection, profiles - self._touched)
        self._touched |= profiles
        known = len(piece) - len(new) - len(filled) - len(clashes)
        return AddCounts(len(new), known, len(filled), tuple(clashes), tuple(added))

    def _without_what_is_gone(self, piece: Sequence[Revision]) -> Sequence[Revision]:
        gone = kept_without_content(self._connection, {revision.profile for revision in piece})
        if not gone:
            return piece
        erased = erased_among(self._connection, gone)
        self._resisted |= {one.profile for one in piece if one.profile in erased and one.scope is not Scope.STUB}
        return [revision.cut_to(Scope.STUB) if revision.profile in gone else revision for revision in piece]


def _without_doubles(piece: Sequence[Revision]) -> tuple[list[Revision], int, list[RevisionId]]:
    """Each id once, with all parts that came; how many were doubled; ids that came again with another content."""
    once: dict[RevisionId, Revision] = {}
    doubled = 0
    disagreeing: list[RevisionId] = []
    for revision in piece:
        first = once.get(revision.id)
        if first is None:
            once[revision.id] = revision
            continue
        if first.hash() != revision.hash():
            disagreeing.append(revision.id)
            continue
        doubled += 1
        once[revision.id] = replace(first, open=first.open or revision.open, protected=first.protected or revision.protected)
    return list(once.values()), doubled, disagreeing
