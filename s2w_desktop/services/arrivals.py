"""How a bundle that came in is entered in the ledger, and its refused lines in quarantine."""

from collections.abc import Iterable
from datetime import datetime

from s2w_desktop.bundle.process import Reading
from s2w_desktop.bundle.reading import Reject
from s2w_desktop.bundle.spool import Spooled
from s2w_desktop.domain.ids import BundleId, DeviceId, RevisionId
from s2w_desktop.storage.bundle_values import BundleIn, QuarantineItem


def arrival(spool: Spooled, reading: Reading, now: datetime) -> BundleIn:
    """The row of a checked bundle."""
    manifest = reading.manifest
    return BundleIn(
        id=BundleId(manifest.bundle),
        kind=manifest.kind.value,
        device=DeviceId(manifest.device),
        epoch=manifest.epoch,
        seq=manifest.seq,
        previous=manifest.previous,
        manifest_sha256=reading.manifest_sha256,
        file_sha256=spool.sha256,
        created_at=manifest.created,
        imported_at=now,
        records=manifest.counts.records,
        written_to=manifest.to,
        min_schema=manifest.min_schema,
    )


def put_aside(bundle: BundleId, refused: Iterable[Reject]) -> list[QuarantineItem]:
    """Lines that the reader refused, as they go to quarantine."""
    return [
        QuarantineItem(bundle, one.line, one.reason.value, RevisionId(one.record) if one.record else None, one.raw)
        for one in refused
    ]
