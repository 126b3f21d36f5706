"""What arrives: bundles taken in whole or not at all, what is missing, what was put aside, what waits for a receipt."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, exists, select, update

from s2w_desktop.domain.erasing import Tombstone
from s2w_desktop.domain.files import Blob
from s2w_desktop.domain.ids import BundleId, DeviceId, OfficerId, ProfileId, RevisionId
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.domain.thinning import Thinning
from s2w_desktop.storage import numbers, tables
from s2w_desktop.storage.authors import know_again, officers_elsewhere
from s2w_desktop.storage.blob_rows import add_blob, drop_unnamed, missing_blobs
from s2w_desktop.storage.bundle_rows import add_bundle, bundle_of
from s2w_desktop.storage.bundle_values import (
    AddCounts,
    BundleIn,
    Coverage,
    Fork,
    MissingBundles,
    QuarantineItem,
    Receipt,
    ReceiptDue,
    ReceiptEffect,
)
from s2w_desktop.storage.chunks import CHUNK, chunks
from s2w_desktop.storage.coverage import read_coverage, read_forks, read_last_bundles, read_missing_bundles
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.doubts import certain, doubt_all
from s2w_desktop.storage.erasing import Buried, erase, may_erase, tombstones_of, without_erased
from s2w_desktop.storage.exchange_values import Giver, OrderIn, Word
from s2w_desktop.storage.following import Followed, follow
from s2w_desktop.storage.heard import note_heard
from s2w_desktop.storage.history_rows import forget_protected, histories, with_one_revision
from s2w_desktop.storage.inserting import upsert
from s2w_desktop.storage.joined_rows import MakeView, keep_joined
from s2w_desktop.storage.locks import Turn, hold_profiles, take
from s2w_desktop.storage.orders import devices_ordered, order_erasure
from s2w_desktop.storage.quarantine import end_wait, item_of, items_waiting, refused_before, settle, wait_for
from s2w_desktop.storage.receipts import apply_receipt, enter_receipt
from s2w_desktop.storage.shares import devices_lacking
from s2w_desktop.storage.station_rows import read_station
from s2w_desktop.storage.thinned_elsewhere import note_thinnings
from s2w_desktop.storage.thinning import get_back, given_back, note_received
from s2w_desktop.storage.union import Union
from s2w_desktop.storage.values import View
from s2w_desktop.storage.view_rows import save_views

_in, _quarantine, _profile, _revision = tables.bundle_in, tables.quarantine, tables.profile, tables.revision
_SET_ASIDE = upsert(_quarantine, ())


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
        return tuple(bundle_of(row) for row in self._connection.execute(select(_in).where(numbered).order_by(_in.c.id)))

    def add_bundle(self, bundle: BundleIn, *, needs_receipt: bool) -> None:
        """Enter the bundle; before its quarantined lines."""
        add_bundle(self._connection, bundle, needs_receipt=needs_receipt)

    def renew_bundle(self, bundle: BundleIn) -> None:
        """A bundle of before a rescue comes again, and this time it counts."""
        again = update(_in).where(_in.c.id == bundle.id)
        self._connection.execute(again.values(imported_at=bundle.imported_at, is_receipt_due=True))

    def is_certain(self, bundle: BundleIn) -> bool:
        """Whether everything is here that a known bundle brought; see `storage.doubts`."""
        return bool(certain(self._connection, [bundle]))

    def ask_receipt_again(self, bundle: BundleId) -> None:
        """A bundle came once more: its sender has perhaps not seen our receipt."""
        self._connection.execute(update(_in).where(_in.c.id == bundle).values(is_receipt_due=True))

    def add_revisions(self, batch: Iterable[Revision]) -> AddCounts:
        """Add what is not here; see `Union.add`."""
        return self._union.add(batch)

    def officers_elsewhere(self, bundle: BundleIn, named: Collection[OfficerId]) -> frozenset[OfficerId]:
        """Of the officers that a bundle names, those of another machine than its sender. Before its revisions are added."""
        return officers_elsewhere(self._connection, bundle.device, named, bundle.imported_at)

    def known_among(self, revisions: Sequence[RevisionId]) -> frozenset[RevisionId]:
        """Those of the revisions that are here."""
        found = (
            self._connection.execute(select(_revision.c.id).where(_revision.c.id.in_(piece))).scalars()
            for piece in chunks(revisions)
        )
        return frozenset(RevisionId(id_) for ids in found for id_ in ids)

    def last_hashes(self, device: DeviceId, most: int) -> tuple[str, ...]:
        """Hashes of so many of a device's last revisions, of those that are here whole."""
        whole = (_revision.c.device == device) & _revision.c.open_text.is_not(None) & _revision.c.protected_text.is_not(None)
        last = select(_revision.c.hash).where(whole).order_by(_revision.c.epoch.desc(), _revision.c.lseq.desc())
        return tuple(self._connection.execute(last.limit(most)).scalars())

    def add_blob(self, blob: Blob, now: datetime) -> None:
        """Keep a copy of a document; one that is here already stays as it is."""
        add_blob(self._connection, blob, now)

    @property
    def resisted(self) -> frozenset[ProfileId]:
        """Erased profiles of which content came; it was dropped."""
        return self._union.resisted

    @property
    def touched(self) -> frozenset[ProfileId]:
        """Profiles whose views have to be made anew."""
        return self._union.touched

    def quarantine(self, items: Iterable[QuarantineItem]) -> None:
        """Put lines aside as they came; of somebody who was erased only the reason. One that is aside already stays as it is."""
        for piece in chunks(items):
            kept = without_erased(self._connection, piece)
            self._connection.execute(_SET_ASIDE, [_quarantine_row(item) for item in kept])

    def waiting(self, bundle: BundleId, reason: str, lines: Collection[int]) -> Iterator[list[QuarantineItem]]:
        """Records of a bundle that were put aside, whole, a few at a time."""
        return items_waiting(self._connection, bundle, reason, lines)

    def end_wait(self, bundle: BundleId, lines: Collection[int]) -> int:
        """People decided about these; what they said is not kept here any longer. The bundle's sender gets to know."""
        self.ask_receipt_again(bundle)
        return end_wait(self._connection, bundle, lines)

    def wait_for(self, bundle: BundleId, line: int, reason: str) -> None:
        """A record goes on waiting, for another reason than before."""
        wait_for(self._connection, bundle, line, reason)

    def refused_before(self, device: DeviceId) -> frozenset[RevisionId]:
        """Revisions of a device that wait because of their form."""
        return refused_before(self._connection, device)

    def settle(self, bundle: BundleIn, came: Collection[RevisionId]) -> None:
        """End the wait of what this bundle brought whole, and of older copies of what it brought again."""
        settle(self._connection, bundle, came)

    def erase(self, tombstones: Sequence[Tombstone], giver: Giver, by: DeviceId) -> Buried:
        """Erase what another machine says is erased; the caller makes the rows of what is left anew."""
        return erase(self._connection, tombstones, read_station(self._connection), giver, by)

    def may_erase(self, device: DeviceId, profile: ProfileId) -> bool:
        """Whether a laptop may have a profile erased here."""
        return may_erase(self._connection, device, profile)

    def note_thinnings(self, came: BundleIn, words: Sequence[Thinning]) -> None:
        """What a laptop says in a bundle about profiles that it removed, or has again; call for each, after its revisions."""
        note_thinnings(self._connection, came, words)

    def get_back(self, profiles: Iterable[ProfileId], now: datetime) -> None:
        """Headquarters gives these to this laptop: where it had removed them, what comes now is kept."""
        get_back(self._connection, profiles, now)

    def given_back(self, receipt: Receipt, profiles: Collection[ProfileId]) -> frozenset[ProfileId]:
        """Those that this laptop removed and that a receipt brings although headquarters knew that; see `storage.thinning`."""
        return given_back(self._connection, receipt, profiles)

    def note_received(self, profiles: Iterable[ProfileId], now: datetime) -> None:
        """Something of these came from headquarters."""
        note_received(self._connection, profiles, now)

    def enter_receipt(self, bundle: BundleIn) -> None:
        """Enter a receipt of headquarters. Raises StaleBundle when a later one was followed."""
        enter_receipt(self._connection, bundle)

    def apply_receipt(self, receipt: Receipt, bundle: BundleIn) -> ReceiptEffect:
        """What a receipt says about this machine's own revisions takes effect; it is entered already. Raises StaleBundle."""
        return apply_receipt(self._connection, receipt, bundle)

    def follow(self, orders: Sequence[OrderIn], giver: Giver, by: DeviceId) -> Followed:
        """Follow the orders of headquarters that were not followed yet; the caller makes the rows of what is left anew."""
        return follow(self._connection, orders, giver, by)

    def order_erasure(self, giver: Giver, device: DeviceId) -> None:
        """A device sent content of people who are erased: it is told so with its next receipt, once."""
        tombstones = tombstones_of(self._connection, self._union.resisted)
        order_erasure(self._connection, tombstones, giver, only=device)

    def note_heard(self, came: BundleIn, word: Word | None) -> None:
        """Which receipt of ours the sender followed last; see `storage.heard`."""
        note_heard(self._connection, came, word)

    def drop_unnamed(self, blobs: Iterable[str]) -> None:
        """Remove copies that came and that no revision names."""
        drop_unnamed(self._connection, blobs)

    def revisions_of(
        self, profiles: Collection[ProfileId], chunk: int = CHUNK
    ) -> Iterator[tuple[ProfileId, tuple[Revision, ...]]]:
        """The whole history of each profile; `chunk` profiles are in memory at a time. Nobody else changes them until the end."""
        hold_profiles(self._connection, profiles)
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

    def keep_joined(self, own: Mapping[ProfileId, Sequence[Revision]], view: MakeView) -> frozenset[ProfileId]:
        """Keep people of several profiles in step, after `save_views`; `own` are all revisions of each profile that has more now.

        Gives the people whose rows were made anew.
        """
        return keep_joined(self._connection, own, view)

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
        return bundle_of(row) if row else None


class Inbox:
    """The receiving side of a store."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    @contextmanager
    def transaction(self) -> Iterator[ImportTransaction]:
        """The only way to take something in: durable when left, undone when an exception leaves it.

        One at a time: others wait, in a file to write at all, on a server to take something in.
        """
        with self._database.writing_much() as connection:
            take(connection, Turn.IMPORT)
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
            return tuple(bundle_of(row) for row in rows)

    def doubt_all(self, now: datetime) -> None:
        """After a rescue: vouch for nothing that came until now."""
        with self._database.writing() as connection:
            doubt_all(connection, now)

    def know_authors_again(self, now: datetime) -> None:
        """After a rescue: find out anew at which laptop officers work."""
        with self._database.writing() as connection:
            know_again(connection, read_station(connection).device, now)

    def certain(self, bundles: Iterable[BundleIn]) -> tuple[BundleIn, ...]:
        """Those of the bundles of which everything is here that they brought; see `storage.doubts`."""
        with self._database.reading() as connection:
            return certain(connection, bundles)

    def bundles_of(self, ids: Iterable[UUID]) -> tuple[BundleIn, ...]:
        """Those of the ids that are bundles that came, in no order."""
        with self._database.reading() as connection:
            pieces = (connection.execute(select(_in).where(_in.c.id.in_(piece))) for piece in chunks(ids))
            return tuple(bundle_of(row) for rows in pieces for row in rows)

    def last_created(self, device: DeviceId) -> datetime | None:
        """When the bundle of the highest number that came from a device was made, by the clock of that device."""
        wanted = select(_in.c.created_at).where(_in.c.device == device).order_by(_in.c.epoch.desc(), _in.c.seq.desc())
        with self._database.reading() as connection:
            return connection.execute(wanted.limit(1)).scalar()

    def last_bundles(self) -> dict[DeviceId, tuple[int, int]]:
        """Of each device the last epoch of which a bundle came, and the highest number in it."""
        with self._database.reading() as connection:
            return read_last_bundles(connection)

    def quarantined(self, bundle: BundleId | None = None) -> tuple[QuarantineItem, ...]:
        """Lines still aside, of all bundles or of one."""
        wanted = select(_quarantine).where(_quarantine.c.is_resolved.is_(False))
        if bundle is not None:
            wanted = wanted.where(_quarantine.c.bundle == bundle)
        with self._database.reading() as connection:
            rows = connection.execute(wanted.order_by(_quarantine.c.bundle, _quarantine.c.line))
            return tuple(item_of(row) for row in rows)

    def missing_blobs(self, device: DeviceId) -> tuple[str, ...]:
        """Copies of documents that a device's revisions name, that it may send, and that never came."""
        with self._database.reading() as connection:
            return missing_blobs(connection, device)

    def receipts_due(self, *, again: bool = False) -> tuple[ReceiptDue, ...]:
        """Devices that wait for a receipt: with the bundles that wait for an answer in the order of their numbers, or because

        there are orders or outcomes that no receipt carried yet; with `again` also what none is known to have heard of.
        """
        due = select(_in).where(_in.c.is_receipt_due.is_(True)).order_by(_in.c.device, _in.c.epoch, _in.c.seq)
        with self._database.reading() as connection:
            bundles = [bundle_of(row) for row in connection.execute(due)]
            others = devices_ordered(connection, unsent=not again) | devices_lacking(connection, unsent=not again)
        grouped = {device: tuple(waiting) for device, waiting in groupby(bundles, key=lambda bundle: bundle.device)}
        return tuple(ReceiptDue(device, grouped.get(device, ())) for device in sorted(grouped.keys() | others))

    def mark_receipted(self, bundles: Iterable[BundleId], by: BundleId) -> None:
        """These were answered in receipt `by`."""
        with self._database.writing() as connection:
            for piece in chunks(bundles):
                answered = update(_in).where(_in.c.id.in_(piece))
                connection.execute(answered.values(is_receipt_due=False, receipted_by=by))


def _quarantine_row(item: QuarantineItem) -> dict[str, object]:
    return {
        "bundle": item.bundle,
        "line": item.line,
        "reason": item.reason,
        "revision": item.revision,
        "raw": item.untrusted_raw,
        "is_resolved": False,
    }
