"""Looking into a bundle without taking anything in, and never at what it says about people."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import BinaryIO

from s2w_desktop.bundle.manifest import Kind, Manifest
from s2w_desktop.domain.ids import BundleId, DeviceId
from s2w_desktop.domain.progress import Progress
from s2w_desktop.domain.stations import Peer, Role
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.intake import Rejected
from s2w_desktop.storage.store import Store

_KINDS = {Role.HEADQUARTERS: frozenset({Kind.PROFILES, Kind.ENROL}), Role.FIELD: frozenset({Kind.RECEIPT, Kind.TRANSFER})}


class Standing(Enum):
    """Where a bundle stands among those that came from its sender."""

    NEXT = "next"
    KNOWN = "known"  # taken in already
    LATE = "late"  # newer ones were taken in before
    AFTER_GAP = "after_gap"  # bundles before it never came; harmless, for the next one carries all again
    FORK = "fork"  # another bundle with this number was taken in: a cloned or restored laptop
    UNKNOWN_SENDER = "unknown_sender"  # an enrolment request


@dataclass(frozen=True)
class Sight:
    """A bundle whose signature holds. `sender` is None for an enrolment request, which only proves that it is whole."""

    manifest: Manifest
    manifest_sha256: str
    sender: Peer | None
    standing: Standing
    size: int
    sha256: str


@dataclass(frozen=True)
class Proof:
    """A bundle read to its end: all hashes hold. `rejected` are records that would go to quarantine."""

    sight: Sight
    records: int
    rejected: tuple[Rejected, ...]


class Looking:
    """Inspects and verifies bundles for the store's place."""

    def __init__(self, *, store: Store, importing: Importing) -> None:
        self._store = store
        self._importing = importing

    def inspect(self, source: Path | BinaryIO) -> Sight:
        """Check outside, sender, addressee and signature. Raises every error of the format."""
        return self._look(source, None).sight

    def verify(self, source: Path | BinaryIO, progress: Progress | None = None) -> Proof:
        """Check everything, down to the last record. Raises every error of the format, and what `progress` raises."""
        return self._look(source, progress or _nobody)

    def _look(self, source: Path | BinaryIO, progress: Progress | None) -> Proof:
        kinds = _KINDS[self._store.stations.station().role]
        with self._importing.opened(source, kinds) as (spool, reading):
            manifest = reading.manifest
            sender = None if reading.is_self_signed else self._importing.sender_of(manifest)
            standing = self._standing(manifest, reading.manifest_sha256) if sender else Standing.UNKNOWN_SENDER
            sight = Sight(manifest, reading.manifest_sha256, sender, standing, spool.size, spool.sha256)
            if progress is None:
                return Proof(sight, 0, ())
            records, rejected = 0, list[Rejected]()
            for batch in reading.batches():
                records += len(batch.lines) + len(batch.rejects)
                rejected.extend(Rejected(one.line, one.reason.value) for one in batch.rejects)
                progress(records, manifest.counts.records)
        return Proof(sight, records, tuple(rejected))

    def _standing(self, manifest: Manifest, manifest_sha256: str) -> Standing:
        came = [one for one in self._store.inbox.bundles(DeviceId(manifest.device)) if one.epoch == manifest.epoch]
        same = [one for one in came if one.id == BundleId(manifest.bundle) and one.manifest_sha256 == manifest_sha256]
        if same:
            return Standing.KNOWN if self._store.inbox.certain(same) else Standing.LATE
        if any(one.seq == manifest.seq for one in came):
            return Standing.FORK
        last = max((one.seq for one in came), default=0)
        if manifest.seq > last + 1 and not manifest.to_device:  # headquarters numbers what goes to others in between
            return Standing.AFTER_GAP
        return Standing.NEXT if manifest.seq > last else Standing.LATE


def _nobody(done: int, total: int) -> None:
    del done, total
