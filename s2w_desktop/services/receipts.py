"""Proof of receipt: headquarters writes it, the laptop takes it in. Only a receipt turns "in bundle 42" into "received"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.record_types import ConflictRecord, MissingBlobRecord, QuarantinedRecord, ReceiptRecord
from s2w_desktop.bundle.records import record_from_valid_line, record_line
from s2w_desktop.bundle.writing import WrittenBundle
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.stations import Peer
from s2w_desktop.services.arrivals import arrival
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.bundle_values import Acknowledgement, Coverage, Ranges, Receipt, ReceiptDue, ReceiptEffect
from s2w_desktop.storage.bundle_values import Rejected as RejectedRevision
from s2w_desktop.storage.store import Store

_MOST_HOLES, _MOST_SEQS = 3_000, 6_000
"""Of one device and epoch. Honest laptops leave a few; more would not fit the line of a bundle."""


@dataclass(frozen=True)
class WrittenReceipt:
    """A receipt that waits to be carried to a laptop."""

    bundle: WrittenBundle
    peer: Peer


class Receipts:
    """Writes and follows receipts."""

    def __init__(self, *, store: Store, dispatch: Dispatch, importing: Importing, sources: Sources) -> None:
        self._store = store
        self._dispatch = dispatch
        self._importing = importing
        self._sources = sources

    def due(self) -> tuple[ReceiptDue, ...]:
        """Laptops that wait for a receipt."""
        return self._store.inbox.receipts_due()

    def write(self, folder: Path) -> tuple[WrittenReceipt, ...]:
        """Write one receipt for each laptop that waits for one. Raises what `Dispatch.write` raises."""
        written = []
        for due in self.due():
            peer = self._store.peers.by_device(due.device)
            if peer is None or peer.revoked_at is not None:
                continue
            (bundle,) = self._dispatch.write(folder, Address(Kind.RECEIPT, peer.recipients, peer.device), self._lines(due))
            self._store.inbox.mark_receipted((one.id for one in due.bundles), bundle.bundle)
            written.append(WrittenReceipt(bundle, peer))
        return tuple(written)

    def take(self, source: Path | BinaryIO) -> ReceiptEffect:
        """Follow a receipt from headquarters. The same receipt twice changes nothing.

        Raises StaleBundle for one older than a receipt already followed, and every error of the format.
        """
        with self._importing.opened(source, frozenset({Kind.RECEIPT})) as (spool, reading):
            records = [record_from_valid_line(line) for batch in reading.batches() for line in batch.lines]
            row = arrival(spool, reading, self._sources.now())
        return self._store.receipts.apply(row, _receipt_of(records))

    def _lines(self, due: ReceiptDue) -> Iterator[bytes]:
        epoch = self._store.stations.station().epoch
        arrived = self._store.inbox.bundles(due.device)
        for coverage in self._coverage(due.device, {one.epoch for one in arrived}):
            yield record_line(
                ReceiptRecord(
                    device=coverage.device,
                    epoch=coverage.epoch,
                    hq_epoch=epoch,
                    contiguous=coverage.contiguous,
                    holes=_told_holes(coverage.holes),
                    received_bundles=tuple(sorted({one.seq for one in arrived if one.epoch == coverage.epoch}))[-_MOST_SEQS:],
                )
            )
        for bundle in due.bundles:
            for item in self._store.inbox.quarantined(bundle.id):
                yield record_line(QuarantinedRecord(item.bundle, item.line, item.revision, item.reason))
        yield from self._conflicts(due.device)
        for sha256 in self._store.inbox.missing_blobs(due.device):
            yield record_line(MissingBlobRecord(sha256))

    def _coverage(self, device: DeviceId, epochs: set[int]) -> list[Coverage]:
        """What is here of each epoch, also of one from which bundles came but no revision: all that they held was older."""
        there = self._store.inbox.coverage(device)
        bare = epochs - {one.epoch for one in there}
        return [*there, *(Coverage(device, epoch, 0, (), 0) for epoch in sorted(bare))]

    def _conflicts(self, device: DeviceId) -> Iterator[bytes]:
        for profile in self._store.inbox.conflicted_profiles(device):
            yield record_line(ConflictRecord(profile))


def _told_holes(holes: Ranges) -> Ranges:
    """The holes, so few that they fit one line; the last then goes on to the end, for what is missing is only sent again."""
    kept = holes[: _MOST_HOLES - 1]
    return holes if len(holes) <= _MOST_HOLES else (*kept, (holes[len(kept)][0], holes[-1][1]))


def _receipt_of(records: Sequence[object]) -> Receipt:
    heads = [record for record in records if isinstance(record, ReceiptRecord)]
    return Receipt(
        acknowledged=tuple(Acknowledgement(r.device, r.epoch, r.contiguous, r.holes, r.hq_epoch) for r in heads),
        bundle_seqs=tuple((r.epoch, seq) for r in heads for seq in r.received_bundles),
        rejected=tuple(
            RejectedRevision(r.record, None, r.reason) for r in records if isinstance(r, QuarantinedRecord) and r.record
        ),
        conflicts=tuple(r.profile for r in records if isinstance(r, ConflictRecord)),
        missing_blobs=tuple(r.sha256 for r in records if isinstance(r, MissingBlobRecord)),
    )
