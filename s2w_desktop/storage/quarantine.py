"""Records that were put aside: which there are, and how people end their wait. Content is read only to be taken in."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, func, select, update

from s2w_desktop.domain.ids import BundleId, RevisionId
from s2w_desktop.storage import tables
from s2w_desktop.storage.bundle_values import QuarantineItem
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database

_quarantine = tables.quarantine
_AT_A_TIME = 50


@dataclass(frozen=True)
class Kept:
    """A record that waits, without what it says. `line` counts from 1 over all records of the bundle, copies after them."""

    bundle: BundleId
    line: int
    reason: str
    revision: RevisionId | None
    size: int


class QuarantineBook:
    """The records that wait."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def waiting(self, bundle: BundleId, reason: str) -> tuple[Kept, ...]:
        """Records of a bundle that were put aside for one reason, by number."""
        columns = (_quarantine.c.bundle, _quarantine.c.line, _quarantine.c.reason, _quarantine.c.revision)
        wanted = select(*columns, func.length(_quarantine.c.raw)).where(_waits(bundle, reason)).order_by(_quarantine.c.line)
        with self._database.reading() as connection:
            return tuple(_kept(row) for row in connection.execute(wanted))


def items_waiting(
    connection: Connection, bundle: BundleId, reason: str, lines: Collection[int]
) -> Iterator[list[QuarantineItem]]:
    """The records with these numbers, whole, a few at a time."""
    for piece in chunks(sorted(lines), _AT_A_TIME):
        wanted = select(_quarantine).where(_waits(bundle, reason), _quarantine.c.line.in_(piece)).order_by(_quarantine.c.line)
        yield [_item(row) for row in connection.execute(wanted)]


def end_wait(connection: Connection, bundle: BundleId, lines: Collection[int]) -> int:
    """People decided about these: what they said is removed here, their number and reason stay. Gives how many there were."""
    ended = 0
    for piece in chunks(sorted(lines)):
        these = and_(_quarantine.c.bundle == bundle, _quarantine.c.line.in_(piece), _quarantine.c.is_resolved.is_(False))
        ended += connection.execute(update(_quarantine).where(these).values(is_resolved=True, raw=b"")).rowcount
    return ended


def _waits(bundle: BundleId, reason: str) -> ColumnElement[bool]:
    return and_(_quarantine.c.bundle == bundle, _quarantine.c.reason == reason, _quarantine.c.is_resolved.is_(False))


def _kept(row: AnyRow) -> Kept:
    bundle, line, reason, revision, size = row
    return Kept(BundleId(bundle), line, reason, RevisionId(revision) if revision else None, size)


def _item(row: AnyRow) -> QuarantineItem:
    revision = RevisionId(row.revision) if row.revision else None
    return QuarantineItem(BundleId(row.bundle), row.line, row.reason, revision, row.raw)
