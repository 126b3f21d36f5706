"""The records that come by the handful (tombstones, receipts, orders, enrolments) as strict pydantic models, one per type."""

import base64
import binascii
from datetime import datetime
from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from s2w_desktop.bundle.age import check_recipient
from s2w_desktop.bundle.limits import MOST_COUNT, MOST_RECIPIENTS, MOST_TEXT
from s2w_desktop.bundle.minisign import PublicKey
from s2w_desktop.bundle.record_types import (
    ConflictRecord,
    EnrolRecord,
    KnownPieceRecord,
    LineRefused,
    MissingBlobRecord,
    OrderRecord,
    PackPieceRecord,
    QuarantinedRecord,
    Reason,
    ReceiptRecord,
)
from s2w_desktop.domain.canonical import Plain, canonical
from s2w_desktop.domain.clock import moment_of, moment_text
from s2w_desktop.domain.erasing import ErasureReason, Tombstone, tombstone_of
from s2w_desktop.domain.errors import KeyFileDamaged
from s2w_desktop.domain.ids import BundleId, DeviceId, OrderId, ProfileId, RevisionId
from s2w_desktop.domain.orders import Order
from s2w_desktop.domain.stations import Role
from s2w_desktop.domain.thinning import Thinning

SmallRecord: TypeAlias = (
    Tombstone
    | Thinning
    | ReceiptRecord
    | QuarantinedRecord
    | ConflictRecord
    | MissingBlobRecord
    | EnrolRecord
    | OrderRecord
    | PackPieceRecord
    | KnownPieceRecord
)

MOST_PIECE_BYTES = 180_000
"""As base64 it fits into the longest line with room to spare."""
_MOST_PIECES = 10_000

Count = Annotated[int, Field(ge=0, le=MOST_COUNT)]
Text = Annotated[str, Field(max_length=MOST_TEXT)]
Code = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$")]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Mark = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
MaybeId = UUID | Literal[""]


def _is_signing_key(untrusted: str) -> str:
    try:
        return PublicKey.parse(untrusted).text
    except KeyFileDamaged as cause:
        raise ValueError("not a minisign key") from cause


def _is_recipient(untrusted: str) -> str:
    try:
        return check_recipient(untrusted)
    except KeyFileDamaged as cause:
        raise ValueError("not an age recipient") from cause


def _moment(untrusted: str) -> datetime:
    try:
        return moment_of(untrusted)
    except ValueError as cause:
        raise LineRefused(Reason.BAD_SHAPE) from cause


class _Line(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class _Tombstone(_Line):
    type: Literal["tombstone"]
    profile: UUID
    reason: ErasureReason
    erased_at: Annotated[str, Field(max_length=20)]

    def record(self) -> Tombstone:
        return Tombstone(ProfileId(self.profile), self.reason, _moment(self.erased_at))


class _Thinned(_Line):
    type: Literal["thinned"]
    profile: UUID
    state: Literal["removed", "here"]
    at: Annotated[str, Field(max_length=20)]
    knew: tuple[Count, Count]

    def record(self) -> Thinning:
        return Thinning(ProfileId(self.profile), _moment(self.at), is_here=self.state == "here", knew=self.knew)


class _Receipt(_Line):
    type: Literal["receipt"]
    device: UUID
    epoch: Count
    hq_epoch: Count
    contiguous: Count
    holes: tuple[tuple[Count, Count], ...]
    received_bundles: tuple[tuple[Count, Mark], ...]

    def record(self) -> ReceiptRecord:
        edges = [self.contiguous, *(edge for hole in self.holes for edge in hole)]
        if any(low > high for low, high in self.holes) or edges != sorted(edges):
            raise LineRefused(Reason.BAD_SHAPE)
        return ReceiptRecord(DeviceId(self.device), self.epoch, self.hq_epoch, self.contiguous, self.holes, self.received_bundles)


class _Quarantined(_Line):
    type: Literal["quarantined"]
    bundle: UUID
    line: Count
    record_id: MaybeId = Field(alias="record")
    reason: Code

    def record(self) -> QuarantinedRecord:
        known = RevisionId(self.record_id) if isinstance(self.record_id, UUID) else None
        return QuarantinedRecord(BundleId(self.bundle), self.line, known, self.reason)


class _Conflict(_Line):
    type: Literal["conflict"]
    profile: UUID

    def record(self) -> ConflictRecord:
        return ConflictRecord(ProfileId(self.profile))


class _MissingBlob(_Line):
    type: Literal["missing_blob"]
    sha256: Digest

    def record(self) -> MissingBlobRecord:
        return MissingBlobRecord(self.sha256)


class _Enrol(_Line):
    type: Literal["enrol"]
    device: UUID
    role: Role
    organisation: Text
    centre: Text
    name: Text
    signing_key: Annotated[str, AfterValidator(_is_signing_key)]
    recipients: Annotated[
        tuple[Annotated[str, AfterValidator(_is_recipient)], ...], Field(min_length=1, max_length=MOST_RECIPIENTS)
    ]

    def record(self) -> EnrolRecord:
        return EnrolRecord(
            DeviceId(self.device), self.role, self.organisation, self.centre, self.name, self.signing_key, self.recipients
        )


def _check_tombstone(profile: ProfileId, untrusted_detail: str) -> None:
    try:
        tombstone_of(profile, untrusted_detail)
    except ValueError as cause:
        raise LineRefused(Reason.BAD_SHAPE) from cause


class _OrderLine(_Line):
    type: Literal["order"]
    id: UUID
    order: Order
    device: UUID
    profile: MaybeId
    detail: Text

    def record(self) -> OrderRecord:
        profile = ProfileId(self.profile) if isinstance(self.profile, UUID) else None
        if (self.order is Order.ERASE) != (profile is not None):
            raise LineRefused(Reason.BAD_SHAPE)
        if profile is not None:
            _check_tombstone(profile, self.detail)
        return OrderRecord(OrderId(self.id), self.order, DeviceId(self.device), profile, self.detail)


class _Piece(_Line):
    sha256: Digest
    number: Annotated[int, Field(ge=1, le=_MOST_PIECES)]
    of: Annotated[int, Field(ge=1, le=_MOST_PIECES)]
    data: Annotated[str, Field(min_length=4, max_length=MOST_PIECE_BYTES * 4 // 3)]

    def raw(self) -> bytes:
        try:
            raw = base64.b64decode(self.data, validate=True)
        except binascii.Error as cause:
            raise LineRefused(Reason.BAD_SHAPE) from cause
        if self.number > self.of:
            raise LineRefused(Reason.BAD_SHAPE)
        return raw


class _PackPiece(_Piece):
    type: Literal["pack_piece"]

    def record(self) -> PackPieceRecord:
        return PackPieceRecord(self.sha256, self.number, self.of, self.raw())


class _KnownPiece(_Piece):
    type: Literal["known_people_piece"]
    key: Digest

    def record(self) -> KnownPieceRecord:
        return KnownPieceRecord(self.key, self.sha256, self.number, self.of, self.raw())


_Model: TypeAlias = (
    _Tombstone | _Thinned | _Receipt | _Quarantined | _Conflict | _MissingBlob | _Enrol | _OrderLine | _PackPiece | _KnownPiece
)

_MODELS: dict[str, type[_Model]] = {
    "tombstone": _Tombstone,
    "thinned": _Thinned,
    "receipt": _Receipt,
    "quarantined": _Quarantined,
    "conflict": _Conflict,
    "missing_blob": _MissingBlob,
    "enrol": _Enrol,
    "order": _OrderLine,
    "pack_piece": _PackPiece,
    "known_people_piece": _KnownPiece,
}


def read(untrusted: dict[str, Plain], line: bytes) -> SmallRecord:
    """The record of a parsed line whose type is known. Raises LineRefused.

    The models read the canonical form, so that no second JSON parser can understand the line differently.
    """
    spelled = canonical(untrusted)
    if spelled != line:
        raise LineRefused(Reason.NOT_CANONICAL)
    try:
        record = _MODELS[str(untrusted["type"])].model_validate_json(spelled).record()
    except ValidationError as cause:
        raise LineRefused(Reason.BAD_SHAPE) from cause
    if small_line(record) != line:
        raise LineRefused(Reason.NOT_CANONICAL)
    return record


def small_line(record: SmallRecord) -> bytes:
    """The canonical line of a record."""
    return canonical(_plain(record))


def _plain(record: SmallRecord) -> dict[str, Plain]:
    match record:
        case ReceiptRecord():
            return {
                "type": "receipt",
                "device": str(record.device),
                "epoch": record.epoch,
                "hq_epoch": record.hq_epoch,
                "contiguous": record.contiguous,
                "holes": [list(hole) for hole in record.holes],
                "received_bundles": [list(bundle) for bundle in record.received_bundles],
            }
        case QuarantinedRecord():
            return {
                "type": "quarantined",
                "bundle": str(record.bundle),
                "line": record.line,
                "record": str(record.record or ""),
                "reason": record.reason,
            }
        case ConflictRecord():
            return {"type": "conflict", "profile": str(record.profile)}
        case MissingBlobRecord():
            return {"type": "missing_blob", "sha256": record.sha256}
        case Thinning():
            said: dict[str, Plain] = {"state": "here" if record.is_here else "removed", "knew": list(record.knew)}
            return {"type": "thinned", "profile": str(record.profile), "at": moment_text(record.at), **said}
        case _:
            return _plain_of_machines(record)


def _plain_of_machines(record: Tombstone | EnrolRecord | OrderRecord | PackPieceRecord | KnownPieceRecord) -> dict[str, Plain]:
    match record:
        case Tombstone():
            return {
                "type": "tombstone",
                "profile": str(record.profile),
                "reason": record.reason.value,
                "erased_at": moment_text(record.erased_at),
            }
        case PackPieceRecord():
            return {"type": "pack_piece", **_piece(record)}
        case KnownPieceRecord():
            return {"type": "known_people_piece", "key": record.key, **_piece(record)}
        case OrderRecord():
            return {
                "type": "order",
                "id": str(record.id),
                "order": record.order.value,
                "device": str(record.device),
                "profile": str(record.profile or ""),
                "detail": record.detail,
            }
        case EnrolRecord():
            return {
                "type": "enrol",
                "device": str(record.device),
                "role": record.role.value,
                "organisation": record.organisation,
                "centre": record.centre,
                "name": record.name,
                "signing_key": record.signing_key,
                "recipients": list(record.recipients),
            }


def _piece(record: PackPieceRecord | KnownPieceRecord) -> dict[str, Plain]:
    return {
        "sha256": record.sha256,
        "number": record.number,
        "of": record.of,
        "data": base64.b64encode(record.data).decode("ascii"),
    }
