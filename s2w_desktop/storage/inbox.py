"""What arrives: bundles taken in whole or not at all, what is missing, what was put aside, what waits for a receipt."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, exists, insert, select, update

from s2w_desktop.domain.files import Blob
from s2w_desktop.domain.ids import BundleId, DeviceId, ProfileId, RevisionId
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.storage import numbers, tables
from s2w_desktop.storage.blob_rows import add_blob, missing_blobs
from s2w_desktop.storage.bundle_values import (
    AddCounts,
    BundleIn,
    Coverage,
    Fork,
    MissingBundles,
    QuarantineItem,
    ReceiptDue,
)
from s2w_desktop.storage.chunks import CHUNK, chunks
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.coverage import read_coverage, read_forks, read_missing_bundles
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.history_rows import forget_protected, histories, with_one_revision
from s2w_desktop.storage.profiles import save_views
from s2w_desktop.storage.union import Union
from s2w_desktop.storage.values import View

_in, _quarantine, _profile, _revision = tables.bundle_in, tables.quarantine, tables.profile, tables.revision


class ImportTransaction:
    """Everything that one bundle changes. Nothing of it is seen by others, or survives, before the transaction is left."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._union = Union(connection)

    def seen_file(self, file_sha256: str) -> BundleIn | None:
        """The bundle that came in exactly this file."""
        return self._first(_in.c.file_sha256 == file_sha256)

    def seen_bundle(self, bundle: BundleId) -> BundleIn | None:
        """The bundle of this id, perhaps out of another file."""
        return self._first(_in.c.id == bundle)

    def at_seq(self, device: DeviceId, epoch: int, seq: int) -> tuple[BundleIn, ...]:
        """Bundles that a device gave this number; more than one, or another than expected, is a fork."""
        numbered = (_in.c.device == device) & (_in.c.epoch == epoch) & (_in.c.seq == seq)
        return tuple(_bundle(row) for row in self._connection.execute(select(_in).where(numbered).order_by(_in.c.id)))

    def add_bundle(self, bundle: BundleIn, *, needs_receipt: bool) -> None:
        """Enter the bundle; before its quarantined lines."""
        add_bundle(self._connection, bundle, needs_receipt=needs_receipt)

    def ask_receipt_again(self, bundle: BundleId) -> None:
        """A bundle came once more: its sender has perhaps not seen our receipt."""
        self._connection.execute(update(_in).where(_in.c.id == bundle).values(is_receipt_due=True))

    def add_revisions(self, batch: Iterable[Revision]) -> AddCounts:
        """Add what is not here; see `Union.add`."""
        return self._union.add(batch)

    def add_blob(self, blob: Blob, now: datetime) -> None:
        """Keep a copy of a document; one that is here already stays as it is."""
        add_blob(self._connection, blob, now)

    @property
    def touched(self) -> frozenset[ProfileId]:
        """Profiles whose views have to be made anew."""
        return self._union.touched

    def quarantine(self, items: Iterable[QuarantineItem]) -> None:
        """Put lines aside as they came."""
        for piece in chunks(items):
            self._connection.execute(insert(_quarantine), [_quarantine_row(item) for item in piece])

    def revisions_of(self, profiles: Iterable[ProfileId], chunk: int = CHUNK) -> Iterator[tuple[ProfileId, tuple[Revision, ...]]]:
        """The whole history of each profile; `chunk` profiles are in memory at a time."""
        return histories(self._connection, profiles, chunk)

    def with_one_revision(self, profiles: Iterable[ProfileId]) -> frozenset[ProfileId]:
        """Those of the profiles of which there is one revision and no more."""
        return with_one_revision(self._connection, profiles)

    def forget_protected(self, revisions: Iterable[RevisionId]) -> None:
        """Forget the protected part of revisions."""
        forget_protected(self._connection, revisions)

    def save_views(self, views: Sequence[View]) -> None:
        """Write rows of the list."""
        save_views(self._connection, views)

    def observe_clock(self, reading: int, now_ms: int) -> None:
        """Move the clock on to a reading from elsewhere; one more than a day ahead is ignored."""
        numbers.see_clock(self._connection, reading, now_ms)

    def coverage(self, device: DeviceId) -> tuple[Coverage, ...]:
        """What is here of a device, with what was just added."""
        return read_coverage(self._connection, device)

    def forks(self, device: DeviceId) -> tuple[Fork, ...]:
        """Numbers of a device given twice, with what was just added."""
        return read_forks(self._connection, device)

    def _first(self, condition: ColumnElement[bool]) -> BundleIn | None:
        row = self._connection.execute(select(_in).where(condition).limit(1)).first()
        return _bundle(row) if row else None


class Inbox:
    """The receiving side of a store."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    @contextmanager
    def transaction(self) -> Iterator[ImportTransaction]:
        """The only way to take something in: durable when left, undone when an exception leaves it. Others wait to write."""
        with self._database.writing() as connection:
            yield ImportTransaction(connection)

    def coverage(self, device: DeviceId | None = None) -> tuple[Coverage, ...]:
        """Per device and epoch which revision numbers are here."""
        with self._database.reading() as connection:
            return read_coverage(connection, device)

    def forks(self, device: DeviceId | None = None) -> tuple[Fork, ...]:
        """Revision numbers that were given twice."""
        with self._database.reading() as connection:
            return read_forks(connection, device)

    def conflicted_profiles(self, device: DeviceId) -> tuple[ProfileId, ...]:
        """Profiles that a device has worked on and on which claims stand against each other."""
        theirs = exists().where(_revision.c.profile == _profile.c.id, _revision.c.device == device)
        wanted = select(_profile.c.id).where(_profile.c.conflicts > 0, theirs).order_by(_profile.c.id)
        with self._database.reading() as connection:
            return tuple(ProfileId(id_) for id_ in connection.execute(wanted).scalars())

    def missing_bundles(self, device: DeviceId | None = None) -> tuple[MissingBundles, ...]:
        """Bundle numbers below a known one that never came."""
        with self._database.reading() as connection:
            return read_missing_bundles(connection, device)

    def bundles(self, device: DeviceId | None = None) -> tuple[BundleIn, ...]:
        """Bundles taken in, newest first."""
        wanted = select(_in).order_by(_in.c.imported_at.desc(), _in.c.id.desc())
        with self._database.reading() as connection:
            rows = connection.execute(wanted if device is None else wanted.where(_in.c.device == device))
            return tuple(_bundle(row) for row in rows)

    def quarantined(self, bundle: BundleId | None = None) -> tuple[QuarantineItem, ...]:
        """Lines still aside, of all bundles or of one."""
        wanted = select(_quarantine).where(_quarantine.c.is_resolved.is_(False))
        if bundle is not None:
            wanted = wanted.where(_quarantine.c.bundle == bundle)
        with self._database.reading() as connection:
            rows = connection.execute(wanted.order_by(_quarantine.c.bundle, _quarantine.c.line))
            return tuple(_item(row) for row in rows)

    def missing_blobs(self, device: DeviceId) -> tuple[str, ...]:
        """Copies of documents that a device's revisions name, that it may send, and that never came."""
        with self._database.reading() as connection:
            return missing_blobs(connection, device)

    def receipts_due(self) -> tuple[ReceiptDue, ...]:
        """Bundles that wait for an answer, by device, in the order of their numbers."""
        due = select(_in).where(_in.c.is_receipt_due.is_(True)).order_by(_in.c.device, _in.c.epoch, _in.c.seq)
        with self._database.reading() as connection:
            bundles = [_bundle(row) for row in connection.execute(due)]
        grouped = groupby(bundles, key=lambda bundle: bundle.device)
        return tuple(ReceiptDue(device, tuple(waiting)) for device, waiting in grouped)

    def mark_receipted(self, bundles: Iterable[BundleId], by: BundleId) -> None:
        """These were answered in receipt `by`."""
        with self._database.writing() as connection:
            for piece in chunks(bundles):
                answered = update(_in).where(_in.c.id.in_(piece))
                connection.execute(answered.values(is_receipt_due=False, receipted_by=by))


def add_bundle(connection: Connection, bundle: BundleIn, *, needs_receipt: bool) -> None:
    """Enter a bundle that came."""
    connection.execute(insert(_in), asdict(bundle) | {"is_receipt_due": needs_receipt, "receipted_by": None})


def _bundle(row: AnyRow) -> BundleIn:
    return BundleIn(
        id=BundleId(row.id),
        kind=row.kind,
        device=DeviceId(row.device),
        epoch=row.epoch,
        seq=row.seq,
        previous=row.previous,
        manifest_sha256=row.manifest_sha256,
        file_sha256=row.file_sha256,
        created_at=row.created_at,
        imported_at=row.imported_at,
        records=row.records,
    )


def _quarantine_row(item: QuarantineItem) -> dict[str, object]:
    return {
        "bundle": item.bundle,
        "line": item.line,
        "reason": item.reason,
        "revision": item.revision,
        "raw": item.untrusted_raw,
        "is_resolved": False,
    }


def _item(row: AnyRow) -> QuarantineItem:
    revision = RevisionId(row.revision) if row.revision else None
    return QuarantineItem(BundleId(row.bundle), row.line, row.reason, revision, row.raw)
