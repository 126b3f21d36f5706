"""Bundles that came in, as rows of the ledger."""

from dataclasses import asdict

from sqlalchemy import Connection, insert

from s2w_desktop.domain.ids import BundleId, DeviceId
from s2w_desktop.storage import tables
from s2w_desktop.storage.bundle_values import BundleIn
from s2w_desktop.storage.columns import AnyRow


def add_bundle(connection: Connection, bundle: BundleIn, *, needs_receipt: bool) -> None:
    """Enter a bundle that came."""
    more = {"written_to": " ".join(bundle.written_to), "is_receipt_due": needs_receipt, "receipted_by": None}
    connection.execute(insert(tables.bundle_in), asdict(bundle) | more)


def bundle_of(row: AnyRow) -> BundleIn:
    """The bundle of a row."""
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
        written_to=tuple(row.written_to.split()),
        min_schema=row.min_schema,
    )
