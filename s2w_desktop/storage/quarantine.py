"""Records that were put aside: which there are, and how people end their wait. Content is read only to be taken in."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, func, select, update

from s2w_desktop.domain.ids import BundleId, DeviceId, RevisionId
from s2w_desktop.domain.putting_aside import AsideReason
from s2w_desktop.storage import tables
from s2w_desktop.storage.bundle_values import BundleIn, QuarantineItem
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database

_quarantine, _bundle = tables.quarantine, tables.bundle_in
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

    def held_up(self, reason: str, version: int) -> tuple[BundleId, ...]:
        """Bundles of which records wait for a reason, and that a questionnaire of this version understands; first come first."""
        waits = select(_quarantine.c.bundle).where(_quarantine.c.reason == reason, _quarantine.c.is_resolved.is_(False))
        wanted = select(_bundle.c.id).where(_bundle.c.id.in_(waits), _bundle.c.min_schema <= version)
        with self._database.reading() as connection:
            found = connection.execute(wanted.order_by(_bundle.c.imported_at, _bundle.c.id))
            return tuple(BundleId(id_) for id_ in found.scalars())


def items_waiting(
    connection: Connection, bundle: BundleId, reason: str, lines: Collection[int]
) -> Iterator[list[QuarantineItem]]:
    """The records with these numbers, whole, a few at a time."""
    for piece in chunks(sorted(lines), _AT_A_TIME):
        wanted = select(_quarantine).where(_waits(bundle, reason), _quarantine.c.line.in_(piece)).order_by(_quarantine.c.line)
        yield [item_of(row) for row in connection.execute(wanted)]


def end_wait(connection: Connection, bundle: BundleId, lines: Collection[int]) -> int:
    """People decided about these: what they said is removed here, their number and reason stay. Gives how many there were."""
    ended = 0
    for piece in chunks(sorted(lines)):
        these = and_(_quarantine.c.bundle == bundle, _quarantine.c.line.in_(piece), _quarantine.c.is_resolved.is_(False))
        ended += connection.execute(update(_quarantine).where(these).values(is_resolved=True, raw=b"")).rowcount
    return ended


def wait_for(connection: Connection, bundle: BundleId, line: int, reason: str) -> None:
    """A record goes on waiting, for another reason than before."""
    this = and_(_quarantine.c.bundle == bundle, _quarantine.c.line == line)
    connection.execute(update(_quarantine).where(this).values(reason=reason))


def refused_before(connection: Connection, device: DeviceId) -> frozenset[RevisionId]:
    """Revisions of a device that wait because of their form: it sends them again with every bundle until they are taken."""
    return frozenset(
        RevisionId(id_) for id_ in connection.execute(select(_quarantine.c.revision).where(_of_form(device))).scalars()
    )


def settle(connection: Connection, bundle: BundleIn, came: Collection[RevisionId]) -> None:
    """A later bundle of the same device brought revisions whole, or brought them again as they were: they wait once, or no more.

    Only what was refused for its form settles itself; about everything else people decide.
    """
    newest = _quarantine.alias()
    again = select(newest.c.revision).where(newest.c.bundle == bundle.id, newest.c.is_resolved.is_(False))
    ended = update(_quarantine).where(_of_form(bundle.device), _quarantine.c.bundle != bundle.id)
    connection.execute(ended.where(_quarantine.c.revision.in_(again)).values(is_resolved=True, raw=b""))
    for piece in chunks(came):
        connection.execute(ended.where(_quarantine.c.revision.in_(piece)).values(is_resolved=True, raw=b""))


def _of_form(device: DeviceId) -> ColumnElement[bool]:
    theirs = select(_bundle.c.id).where(_bundle.c.device == device)
    by_people = _quarantine.c.reason.in_(list(AsideReason))
    waits = and_(_quarantine.c.is_resolved.is_(False), _quarantine.c.revision.is_not(None), ~by_people)
    return and_(waits, _quarantine.c.bundle.in_(theirs))


def _waits(bundle: BundleId, reason: str) -> ColumnElement[bool]:
    return and_(_quarantine.c.bundle == bundle, _quarantine.c.reason == reason, _quarantine.c.is_resolved.is_(False))


def _kept(row: AnyRow) -> Kept:
    bundle, line, reason, revision, size = row
    return Kept(BundleId(bundle), line, reason, RevisionId(revision) if revision else None, size)


def item_of(row: AnyRow) -> QuarantineItem:
    """The record of a row, whole."""
    revision = RevisionId(row.revision) if row.revision else None
    return QuarantineItem(BundleId(row.bundle), row.line, row.reason, revision, row.raw)
