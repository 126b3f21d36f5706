"""Taking a bundle in: profiles at headquarters, receipts at a laptop.

The rule of the format holds: signature before records, every record for itself, everything in one transaction.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from s2w_desktop.bundle.manifest import Kind, Manifest
from s2w_desktop.bundle.process import BundleReading, open_bundle
from s2w_desktop.bundle.reading import Batch, KnownSender, Place
from s2w_desktop.bundle.records import revision_from_valid_line
from s2w_desktop.bundle.spool import Spooled, spooled
from s2w_desktop.domain.errors import WrongKind
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.ids import BundleId, ProfileId, RevisionId
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.domain.stations import Peer
from s2w_desktop.services.editing import view_of
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.inbox import ImportTransaction
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.values import BundleIn, Coverage, Fork, QuarantineItem

Progress = Callable[[int, int], None]
VIEW_BATCH = 500


@dataclass(frozen=True)
class Rejected:
    """A record that went to quarantine; its reason is a code of the format."""

    line: int
    reason: str


@dataclass(frozen=True)
class ImportResult:
    """What a bundle brought. Profile numbers count people, not revisions."""

    bundle: BundleId
    kind: Kind
    sender: Peer
    seq: int
    created: datetime
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    without_name: int = 0
    held_back: int = 0
    conflicts: int = 0
    quarantined: tuple[Rejected, ...] = ()
    gaps: tuple[Coverage, ...] = ()
    missing_bundles: tuple[int, ...] = ()
    forks: tuple[Fork, ...] = ()
    was_known: bool = False
    is_rehearsal: bool = False

    @property
    def profiles(self) -> int:
        """People the bundle speaks of."""
        return self.new + self.changed + self.unchanged


class _RehearsalEnds(Exception):  # not a failure: it takes a rehearsal's transaction back
    pass


@dataclass
class _Tally:
    """Counts while a bundle runs through."""

    profiles: dict[ProfileId, str] = field(default_factory=dict)
    quarantined: list[Rejected] = field(default_factory=list)
    conflicts: int = 0


class Importing:
    """Looks at bundles and takes them in."""

    def __init__(self, *, store: Store, questionnaire: Questionnaire, sources: Sources, spool_folder: Path) -> None:
        self._store = store
        self._questionnaire = questionnaire
        self._sources = sources
        self._spool_folder = spool_folder

    @contextmanager
    def opened(self, path: Path, kinds: frozenset[Kind]) -> Iterator[tuple[Spooled, BundleReading]]:
        """A bundle after all checks of its outside, sender and signature, before any record. Raises what `open_bundle` raises."""
        station, keys = self._store.stations.station(), self._store.stations.keys()
        senders = tuple(
            KnownSender(peer.device, peer.signing_key, peer.revoked_at is not None) for peer in self._store.peers.all()
        )
        place = Place(device=station.device, kinds=kinds, training=station.training, senders=senders)
        with (
            spooled(path, self._spool_folder) as spool,
            open_bundle(spool.path, identities=[keys.identity], place=place) as reading,
        ):
            yield spool, reading

    def take(self, path: Path, *, rehearse: bool = False, progress: Progress | None = None) -> ImportResult:
        """Take the profiles of a bundle in, or only find out what it would bring.

        The same bundle again changes nothing. One bad record never stops the others. Raises every error of the format; then the
        store is as before.
        """
        with self.opened(path, frozenset({Kind.PROFILES})) as (spool, reading):
            sender = self.sender_of(reading.manifest)
            try:
                with self._store.inbox.transaction() as transaction:
                    known = transaction.seen_bundle(reading.manifest.bundle)
                    if known is not None and known.file_sha256 == spool.sha256:
                        transaction.ask_receipt_again(known.id)
                        return self._known_result(reading.manifest, sender)
                    result = self._take_in(transaction, spool, reading, sender, progress)
                    if rehearse:
                        raise _RehearsalEnds
            except _RehearsalEnds:
                return _as_rehearsal(result)
        return self._with_gaps(result)

    def sender_of(self, manifest: Manifest) -> Peer:
        """The enrolled machine that a checked manifest names."""
        peer = self._store.peers.by_device(manifest.device)
        if peer is None:  # open_bundle checked it: only an enrolment request has an unknown sender
            raise WrongKind
        return peer

    def _take_in(
        self, transaction: ImportTransaction, spool: Spooled, reading: BundleReading, sender: Peer, progress: Progress | None
    ) -> ImportResult:
        manifest, tally = reading.manifest, _Tally()
        if transaction.seen_bundle(manifest.bundle) is None:
            transaction.add_bundle(self._ledger_row(spool, reading))
        done = 0
        for batch in reading.batches():
            revisions = [revision_from_valid_line(line) for line in batch.lines]
            added = transaction.add_revisions(revisions)
            self._quarantine(transaction, manifest.bundle, batch, revisions, frozenset(added.clashes), tally)
            tally.profiles.update((revision.profile, revision.scope.value) for revision in revisions)
            done += len(batch.lines) + len(batch.rejects)
            if progress:
                progress(done, manifest.counts.records)
        new = self._new_profiles(transaction.touched)
        self._save_views(transaction, tally)
        transaction.observe_clock(manifest.clock, self._sources.now_ms())
        touched = transaction.touched
        scopes = list(tally.profiles.values())
        return ImportResult(
            bundle=manifest.bundle,
            kind=manifest.kind,
            sender=sender,
            seq=manifest.seq,
            created=manifest.created,
            new=len(new),
            changed=len(touched) - len(new),
            unchanged=len(tally.profiles.keys() - touched),
            without_name=scopes.count("open"),
            held_back=scopes.count("stub"),
            conflicts=tally.conflicts,
            quarantined=tuple(tally.quarantined),
            forks=transaction.forks(sender.device),
            gaps=tuple(one for one in transaction.coverage(sender.device) if one.holes),
        )

    def _quarantine(
        self,
        transaction: ImportTransaction,
        bundle: BundleId,
        batch: Batch,
        revisions: list[Revision],
        clashes: frozenset[RevisionId],
        tally: _Tally,
    ) -> None:
        refused = [
            QuarantineItem(bundle, one.line, one.reason.value, RevisionId(one.record) if one.record else None, one.raw)
            for one in batch.rejects
        ]
        for number, line, revision in zip(batch.numbers, batch.lines, revisions, strict=True):
            if revision.id in clashes:
                refused.append(QuarantineItem(bundle, number, "clash", revision.id, line))
        if refused:
            transaction.quarantine(refused)
            tally.quarantined.extend(Rejected(item.line, item.reason) for item in refused)

    def _new_profiles(self, touched: frozenset[ProfileId]) -> frozenset[ProfileId]:
        known = {row.id for row in self._store.profiles.rows_of(sorted(touched))}
        return touched - known

    def _save_views(self, transaction: ImportTransaction, tally: _Tally) -> None:
        today, views = self._sources.today(), []
        for profile, revisions in transaction.revisions_of(sorted(transaction.touched)):
            view = view_of(self._questionnaire, profile, revisions, today)
            tally.conflicts += bool(view.conflicts)
            views.append(view)
            if len(views) >= VIEW_BATCH:
                transaction.save_views(views)
                views = []
        transaction.save_views(views)

    def _ledger_row(self, spool: Spooled, reading: BundleReading) -> BundleIn:
        manifest = reading.manifest
        return BundleIn(
            id=manifest.bundle,
            kind=manifest.kind.value,
            device=manifest.device,
            epoch=manifest.epoch,
            seq=manifest.seq,
            previous=manifest.previous,
            manifest_sha256=reading.manifest_sha256,
            file_sha256=spool.sha256,
            created_at=manifest.created,
            imported_at=self._sources.now(),
            records=manifest.counts.records,
        )

    def _known_result(self, manifest: Manifest, sender: Peer) -> ImportResult:
        return ImportResult(manifest.bundle, manifest.kind, sender, manifest.seq, manifest.created, was_known=True)

    def _with_gaps(self, result: ImportResult) -> ImportResult:
        missing = self._store.inbox.missing_bundles(result.sender.device)
        return replace(result, missing_bundles=tuple(one.seq for one in missing))


def _as_rehearsal(result: ImportResult) -> ImportResult:
    return replace(result, is_rehearsal=True)
