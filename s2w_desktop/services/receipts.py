"""Proof of receipt: headquarters writes it, the laptop takes it in. Only a receipt turns "in bundle 42" into "received".

With it come orders, and what was decided about profiles that the laptop knows. All of it goes again until the laptop said
that it heard of it, so a lost receipt heals with the next one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.process import Reading
from s2w_desktop.bundle.record_types import ConflictRecord, MissingBlobRecord, OrderRecord, QuarantinedRecord, ReceiptRecord
from s2w_desktop.bundle.records import record_line, revision_line
from s2w_desktop.bundle.spool import Spooled
from s2w_desktop.bundle.writing import WrittenBundle
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.exchange_errors import OtherHeadquarters
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.stations import Peer
from s2w_desktop.services.arrivals import arrival
from s2w_desktop.services.following import Following
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.in_force import headquarters_in_force
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.restoring import note_ahead
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.storage.bundle_values import BundleIn, Coverage, Ranges, ReceiptDue, ReceiptEffect, mark_of
from s2w_desktop.storage.exchange_values import Giver, OrderOut, Shared, Word

MOST_HOLES, MOST_SEQS = 3_000, 3_000
"""Of one device and epoch. Honest laptops leave a few; more would not fit the line of a bundle."""


@dataclass(frozen=True)
class WrittenReceipt:
    """A receipt that waits to be carried to a laptop."""

    bundle: WrittenBundle
    peer: Peer


@dataclass(frozen=True)
class _Post:
    """What a receipt carries beside the answers to bundles."""

    due: ReceiptDue
    orders: tuple[OrderOut, ...]
    shared: tuple[Shared, ...]


class Receipts:
    """Writes and follows receipts."""

    def __init__(self, *, editors: Editors, dispatch: Dispatch, importing: Importing) -> None:
        self._store = editors.store
        self._permits = Permits(editors.store, editors.officer)
        self._editors = editors
        self._dispatch = dispatch
        self._importing = importing

    def due(self, *, again: bool = False) -> tuple[ReceiptDue, ...]:
        """Laptops for which something waits; with `again` those too that are not known to have heard what was written."""
        peers = {peer.device: peer for peer in self._store.peers.all()}
        found = self._store.inbox.receipts_due(again=again)
        return tuple(one for one in found if one.device in peers and self._is_wanted(one, peers[one.device], again=again))

    def write(self, folder: Path, *, again: bool = False) -> tuple[WrittenReceipt, ...]:
        """Write one receipt for each laptop of `due` that nobody else just wrote one for. Raises NotPermitted and as
        `Dispatch.write`.

        A laptop that was taken off the list gets only its orders: nobody knows who opens the bundle.
        """
        self._permits.require(Act.WRITE_RECEIPTS)
        with self._store.outbox.alone():
            return tuple(self._all_written(folder, again=again))

    def _all_written(self, folder: Path, *, again: bool) -> Iterator[WrittenReceipt]:
        for due in self.due(again=again):
            peer = self._store.peers.by_device(due.device)
            if peer is None:
                continue
            post = self._post(due, is_trusted=peer.revoked_at is None)
            yield WrittenReceipt(self._written(folder, peer, post), peer)

    def take(self, source: Path | BinaryIO) -> ReceiptEffect:
        """Follow a receipt from headquarters: its answers, its orders, and what was decided. The same one twice changes nothing.

        Raises OtherHeadquarters, StaleBundle for one older than a receipt already followed, and every error of the format.
        """
        with self._importing.opened(source, frozenset({Kind.RECEIPT})) as (spool, reading):
            return self.follow(spool, reading)

    def follow(self, spool: Spooled, reading: Reading) -> ReceiptEffect:
        """As `take`, of a receipt that is open already."""
        if reading.manifest.device != headquarters_in_force(self._store).device:
            raise OtherHeadquarters
        sources, epoch = self._editors.sources, self._store.stations.station().epoch
        giver = Giver(self._editors.officer, sources.now(), sources.new_id)
        row = arrival(spool, reading, giver.now)
        with self._store.inbox.transaction() as transaction:
            if transaction.seen_bundle(row.id) is not None:
                return ReceiptEffect(0, 0, is_ahead=False)
            transaction.enter_receipt(row)
            effect = Following(transaction, self._editors, giver, row).run(reading)
            transaction.observe_clock(reading.manifest.clock, sources.now_ms())
        if effect.is_ahead:
            note_ahead(self._store, epoch)
        return effect

    def _is_wanted(self, due: ReceiptDue, peer: Peer, *, again: bool) -> bool:
        """Bundles of a laptop off the list wait for people, not for an answer; it hears of its orders only."""
        if peer.revoked_at is None:
            return True
        return any(again or not order.is_sent for order in self._store.orders.waiting(due.device))

    def _post(self, due: ReceiptDue, *, is_trusted: bool) -> _Post:
        orders = self._store.orders.waiting(due.device)
        return _Post(due, orders, self._store.shares.waiting(due.device)) if is_trusted else _Post(due, orders, ())

    def _written(self, folder: Path, peer: Peer, post: _Post) -> WrittenBundle:
        lines = self._lines(post) if peer.revoked_at is None else _order_lines(post.orders)
        (bundle,) = self._dispatch.write(folder, Address(Kind.RECEIPT, peer.recipients, peer.device), lines)
        word = Word(self._store.stations.station().epoch, bundle.seq)
        self._store.orders.mark_sent((order.id for order in post.orders), word)
        self._store.shares.mark_sent(peer.device, post.shared, word)
        if peer.revoked_at is None:
            self._store.inbox.mark_receipted((one.id for one in post.due.bundles), bundle.bundle)
        return bundle

    def _lines(self, post: _Post) -> Iterator[bytes]:
        device, epoch = post.due.device, self._store.stations.station().epoch
        arrived = self._store.inbox.bundles(device)
        certain = self._store.inbox.certain(arrived)
        for coverage in self._coverage(device, {one.epoch for one in arrived}):
            yield record_line(
                ReceiptRecord(
                    device=coverage.device,
                    epoch=coverage.epoch,
                    hq_epoch=epoch,
                    contiguous=coverage.contiguous,
                    holes=told_holes(coverage.holes),
                    received_bundles=_marked(one for one in certain if one.epoch == coverage.epoch),
                )
            )
        for bundle in post.due.bundles:
            for item in self._store.inbox.quarantined(bundle.id):
                yield record_line(QuarantinedRecord(item.bundle, item.line, item.revision, item.reason))
        yield from self._conflicts(device)
        for sha256 in self._store.inbox.missing_blobs(device):
            yield record_line(MissingBlobRecord(sha256))
        yield from _order_lines(post.orders)
        for shared in post.shared:
            for revision in self._store.shares.revisions(shared.profile):
                yield revision_line(revision)

    def _coverage(self, device: DeviceId, epochs: set[int]) -> list[Coverage]:
        """What is here of each epoch, also of one from which bundles came but no revision: all that they held was older."""
        there = self._store.inbox.coverage(device)
        bare = epochs - {one.epoch for one in there}
        return [*there, *(Coverage(device, epoch, 0, (), 0) for epoch in sorted(bare))]

    def _conflicts(self, device: DeviceId) -> Iterator[bytes]:
        for profile in self._store.inbox.conflicted_profiles(device):
            yield record_line(ConflictRecord(profile))


def _order_lines(orders: Sequence[OrderOut]) -> Iterator[bytes]:
    for order in orders:
        yield record_line(OrderRecord(order.id, order.kind, order.device, order.profile, order.detail))


def _marked(bundles: Iterable[BundleIn]) -> tuple[tuple[int, str], ...]:
    return tuple(sorted({(one.seq, mark_of(one.manifest_sha256)) for one in bundles}))[-MOST_SEQS:]


def told_holes(holes: Ranges, most: int = MOST_HOLES) -> Ranges:
    """The holes, so few that they fit one line; the last then goes on to the end, for what is missing is only sent again."""
    return holes if len(holes) <= most else (*holes[: most - 1], (holes[most - 1][0], holes[-1][1]))
