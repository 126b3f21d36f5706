"""What the parts of the store take and give about bundles, numbering and receipts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from s2w_desktop.domain.ids import BundleId, DeviceId, ProfileId, RevisionId
from s2w_desktop.domain.revisions import Revision, Scope
from s2w_desktop.storage.exchange_values import OrderIn

Ranges = tuple[tuple[int, int], ...]
"""Closed ranges of numbers, ascending."""


@dataclass(frozen=True)
class WaitingBlob:
    """A copy that is to be sent; its bytes stay in the store until it is its turn."""

    sha256: str
    size_bytes: int


@dataclass(frozen=True)
class NextBundle:
    """Number of the next bundle, and the SHA-256 of the manifest before it (empty for the first of an epoch)."""

    seq: int
    previous: str


@dataclass(frozen=True)
class BundleOut:
    """A bundle made here."""

    id: BundleId
    kind: str
    seq: int
    to_device: DeviceId | None
    created_at: datetime
    manifest_sha256: str
    file_sha256: str
    file_name: str
    size_bytes: int
    records: int


@dataclass(frozen=True)
class Sent:
    """One revision in a bundle, and how much of it."""

    revision: RevisionId
    profile: ProfileId
    scope: Scope


@dataclass(frozen=True)
class BundleIn:
    """A bundle taken in. `created_at` is the sender's claim; `written_to` are the digests of the keys that open it.

    `min_schema` is the oldest questionnaire by which its records can be understood.
    """

    id: BundleId
    kind: str
    device: DeviceId
    epoch: int
    seq: int
    previous: str
    manifest_sha256: str
    file_sha256: str
    created_at: datetime
    imported_at: datetime
    records: int
    written_to: tuple[str, ...] = ()
    min_schema: int = 1


@dataclass(frozen=True)
class QuarantineItem:
    """A line that could not be taken: why, and as it came. `line` counts from 1 over all records of the bundle."""

    bundle: BundleId
    line: int
    reason: str
    revision: RevisionId | None
    untrusted_raw: bytes

    def __repr__(self) -> str:
        return f"QuarantineItem(bundle={self.bundle}, line={self.line}, reason={self.reason!r})"


@dataclass(frozen=True)
class AddCounts:
    """What became of a batch. `clashes` have the id of a known revision and another content; they were not stored.

    `added` are the new ones as they were stored: of one that came twice in a batch, all its parts together.
    """

    new: int
    known: int
    upgraded: int
    clashes: tuple[RevisionId, ...]
    added: tuple[Revision, ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True)
class Coverage:
    """Which numbers of a device and epoch are here: 1 to `contiguous`, and all but `holes` up to `highest`."""

    device: DeviceId
    epoch: int
    contiguous: int
    holes: Ranges
    highest: int


@dataclass(frozen=True)
class Fork:
    """Several revisions under one number: a laptop was cloned or restored from a copy."""

    device: DeviceId
    epoch: int
    lseq: int
    revisions: tuple[RevisionId, ...]


@dataclass(frozen=True)
class MissingBundles:
    """Bundle numbers `first` to `last`, below a known one, that never arrived; harmless when no revision is missing."""

    device: DeviceId
    epoch: int
    first: int
    last: int


@dataclass(frozen=True)
class ReceiptDue:
    """Bundles of a device that were not answered yet."""

    device: DeviceId
    bundles: tuple[BundleIn, ...]


@dataclass(frozen=True)
class Acknowledgement:
    """What headquarters has of a device and epoch, in its own epoch `hq_epoch`."""

    device: DeviceId
    epoch: int
    contiguous: int
    holes: Ranges
    hq_epoch: int


@dataclass(frozen=True)
class Rejected:
    """A revision that headquarters could not take, why, and in which bundle of this machine it lay (None: not known)."""

    revision: RevisionId
    profile: ProfileId | None
    reason: str
    bundle: BundleId | None = None


def mark_of(manifest_sha256: str) -> str:
    """By what a receipt tells a bundle from another one of the same number: the first 16 hex digits of its manifest's SHA-256."""
    return manifest_sha256[:16]


@dataclass(frozen=True)
class Arrived:
    """A bundle of this device that headquarters has; see `mark_of`."""

    epoch: int
    seq: int
    mark: str


@dataclass(frozen=True)
class Receipt:
    """What a receipt says. `arrived` are bundles of this device; `conflicts` all profiles of this device on which headquarters

    has claims that stand against each other; `missing_blobs` copies that never came.
    """

    acknowledged: tuple[Acknowledgement, ...]
    arrived: tuple[Arrived, ...]
    rejected: tuple[Rejected, ...]
    conflicts: tuple[ProfileId, ...] = ()
    missing_blobs: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReceiptEffect:
    """How many profiles are now wholly with headquarters that were not before, and how many now need a person.

    `is_ahead`: headquarters has numbers of this epoch that were never given out here. This store is an old copy: begin an epoch.
    `outcomes`: of so many profiles came more than was here. `orders` were followed now. `case_numbers` are those of profiles that
    they erased: they are told once, and nothing keeps them.
    """

    received: int
    needs_you: int
    is_ahead: bool
    outcomes: int = 0
    orders: tuple[OrderIn, ...] = ()
    case_numbers: Mapping[ProfileId, str] = field(default_factory=dict, repr=False)
