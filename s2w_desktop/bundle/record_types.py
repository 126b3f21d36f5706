"""What a line of a bundle can be, as frozen values; their form on the wire stands in `records`."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from s2w_desktop.domain.erasing import Tombstone
from s2w_desktop.domain.ids import BundleId, DeviceId, OrderId, ProfileId, RevisionId
from s2w_desktop.domain.orders import Order
from s2w_desktop.domain.putting_aside import NEWER_PROGRAM
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.domain.stations import Machine
from s2w_desktop.domain.summary import Summary
from s2w_desktop.domain.thinning import Thinning


class Reason(StrEnum):
    """Why a line was not taken. The codes travel in receipts: never rename one."""

    CUT = "cut"  # the last line of a member has no end
    TOO_LONG = "too_long"
    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"  # also floats, NaN and whole numbers beyond 64 bits
    TOO_DEEP = "too_deep"
    NOT_CLEAN = "not_clean"  # NUL, lone surrogate or not NFC
    NOT_CANONICAL = "not_canonical"  # also a key given twice
    UNKNOWN_TYPE = "unknown_type"
    WRONG_TYPE = "wrong_type"  # a type that this kind of bundle does not carry
    BAD_SHAPE = "bad_shape"  # a field is missing, too many, or not of its type
    BAD_DIGEST = "bad_digest"  # the content is not the one that the revision was made with
    BAD_ANSWER = "bad_answer"  # the questionnaire does not know the field or the value
    BLOB_TOO_LARGE = "blob_too_large"  # a copy of a document with more bytes than one may have
    BLOB_KIND = "blob_kind"  # a copy that is neither PDF nor JPEG nor PNG
    NEWER_PROGRAM = NEWER_PROGRAM  # the whole bundle asks for a newer questionnaire than the one here


@dataclass(frozen=True)
class Noted:
    """What a reader noted of the line of a revision, so that whoever takes it need not parse it again.

    The bytes of its parts, 0 for one that did not travel; and the row of the list, for when nothing else is known of the person.
    `row` is None for what follows another revision, shields something or was not understood wholly: then everything is resolved.
    """

    open_size: int
    protected_size: int
    row: Summary | None = None


@dataclass(frozen=True)
class ReceiptRecord:
    """What headquarters holds of one device and epoch: all numbers up to `contiguous`, and the holes above it.

    `holes` are inclusive ranges of missing numbers, rising. A new `hq_epoch` replaces the numbers even downwards.
    `received_bundles` are numbers with the mark of their manifest: a number alone does not say which of two bundles came,
    where a laptop was cloned or put back to an earlier day and gave it out twice.
    """

    device: DeviceId
    epoch: int
    hq_epoch: int
    contiguous: int
    holes: tuple[tuple[int, int], ...]
    received_bundles: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class QuarantinedRecord:
    """A line that headquarters could not take; `record` is None when the line did not show its id."""

    bundle: BundleId
    line: int
    record: RevisionId | None
    reason: str


@dataclass(frozen=True)
class ConflictRecord:
    """A profile that was merged and now shows two answers to one question."""

    profile: ProfileId


@dataclass(frozen=True)
class MissingBlobRecord:
    """A copy of a document that an answer refers to and that never came; `sha256` in hex names it."""

    sha256: str


@dataclass(frozen=True)
class EnrolRecord(Machine):
    """A device introduces itself."""


@dataclass(frozen=True)
class OrderRecord:
    """An order to a device, followed once; `profile` only for ERASE. `detail`: what it is about, in a word or two of codes.

    ERASE: reason and time of the tombstone; INSTALL_REFERENCE: id and version of the pack; empty for the others.
    """

    id: OrderId
    order: Order
    device: DeviceId
    profile: ProfileId | None = None
    detail: str = ""


@dataclass(frozen=True)
class PackPieceRecord:
    """A piece of the file of a reference pack: `number`, from 1, `of` so many; `sha256` in hex is that of the whole file."""

    sha256: str
    number: int
    of: int
    data: bytes


@dataclass(frozen=True)
class KnownPieceRecord:
    """A piece of the index of people whom headquarters knows: as `PackPieceRecord`; `key` in hex is that of the signs."""

    key: str
    sha256: str
    number: int
    of: int
    data: bytes


Record: TypeAlias = (
    Revision
    | Tombstone
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


class LineRefused(Exception):
    """A line goes to quarantine. Stays inside this package: readers turn it into a `Reject`."""

    def __init__(self, reason: Reason, record: UUID | None = None) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.record = record
