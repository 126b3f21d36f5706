"""What a receipt does to a laptop: outcomes, answers and orders, inside one transaction of the caller."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from s2w_desktop.bundle.process import Reading
from s2w_desktop.bundle.reading import Batch
from s2w_desktop.bundle.record_types import (
    ConflictRecord,
    MissingBlobRecord,
    OrderRecord,
    QuarantinedRecord,
    ReceiptRecord,
    Record,
)
from s2w_desktop.bundle.records import record_from_valid_line
from s2w_desktop.domain.ids import ProfileId, RevisionId
from s2w_desktop.domain.revisions import Revision, Scope
from s2w_desktop.services.arrivals import put_aside
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.seeing import save_rows
from s2w_desktop.storage.bundle_values import Acknowledgement, Arrived, BundleIn, Receipt, ReceiptEffect, Rejected
from s2w_desktop.storage.exchange_values import Giver, OrderIn
from s2w_desktop.storage.inbox import ImportTransaction


class Following:
    """Follows one receipt. Make one for each."""

    def __init__(self, transaction: ImportTransaction, editors: Editors, giver: Giver, row: BundleIn) -> None:
        self._transaction = transaction
        self._editors = editors
        self._giver = giver
        self._row = row
        self._records: list[Record] = []
        self._unseen: frozenset[ProfileId] = frozenset()

    def run(self, reading: Reading) -> ReceiptEffect:
        """Take everything in. Raises StaleBundle and BundleDamaged: then take it all back."""
        for batch in reading.batches():
            self._take(batch)
        effect = self._transaction.apply_receipt(_receipt_of(self._records), self._row)
        self._transaction.note_received(self._transaction.touched, self._row.imported_at)
        followed = self._transaction.follow(self._orders(), self._giver, self._row.device)
        self._save_rows(followed.left)
        gone = self._unseen | {one.profile for one in followed.orders if one.profile is not None}
        outcomes = len(self._transaction.touched - gone)
        return replace(effect, outcomes=outcomes, orders=followed.orders, case_numbers=followed.case_numbers)

    def _take(self, batch: Batch) -> None:
        refused = put_aside(self._row.id, batch.rejects)
        came: dict[RevisionId, Revision] = {}
        for line in batch.lines:
            record = record_from_valid_line(line)
            if isinstance(record, Revision):
                came[record.id] = record
            else:
                self._records.append(record)
        if came:
            self._get_back(came.values())
            self._transaction.add_revisions(came.values())
            self._save_rows({revision.profile for revision in came.values()} & self._transaction.touched)
        if refused:
            self._transaction.quarantine(refused)

    def _get_back(self, came: Iterable[Revision]) -> None:
        """What this laptop removed comes back only if headquarters knew of that; its heads of receipts stand before."""
        told = frozenset(one.profile for one in came if one.scope is not Scope.STUB)
        back = self._transaction.given_back(_receipt_of(self._records), told)
        self._transaction.get_back(back, self._giver.now.replace(microsecond=0))

    def _save_rows(self, profiles: Collection[ProfileId]) -> None:
        seen = save_rows(self._transaction, self._editors.questionnaire, self._editors.sources.today(), profiles)
        self._unseen = (self._unseen - frozenset(profiles)) | seen.unseen

    def _orders(self) -> list[OrderIn]:
        own = self._editors.store.stations.station().device
        orders = [one for one in self._records if isinstance(one, OrderRecord) and one.device == own]
        return [OrderIn(one.id, one.order, one.profile, one.detail) for one in orders]


def _receipt_of(records: list[Record]) -> Receipt:
    heads = [record for record in records if isinstance(record, ReceiptRecord)]
    return Receipt(
        acknowledged=tuple(Acknowledgement(r.device, r.epoch, r.contiguous, r.holes, r.hq_epoch) for r in heads),
        arrived=tuple(Arrived(r.epoch, seq, mark) for r in heads for seq, mark in r.received_bundles),
        rejected=tuple(
            Rejected(r.record, None, r.reason, r.bundle) for r in records if isinstance(r, QuarantinedRecord) and r.record
        ),
        conflicts=tuple(r.profile for r in records if isinstance(r, ConflictRecord)),
        missing_blobs=tuple(r.sha256 for r in records if isinstance(r, MissingBlobRecord)),
    )
