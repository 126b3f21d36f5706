"""Why the content of a profile is erased (data-protection 5.3, profile-model 6.22: reasons of a tombstone)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from s2w_desktop.domain.ids import ProfileId

_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


class ErasureReason(Enum):
    """As it stands in the tombstone; never more words than these."""

    REQUEST = "request"
    RETENTION = "retention"
    WITHDRAWN = "withdrawn"
    ERROR = "error"
    DUPLICATE = "duplicate"


@dataclass(frozen=True)
class Tombstone:
    """All that is left of an erased profile, beside the numbers of its revisions. `erased_at` is UTC, whole seconds."""

    profile: ProfileId
    reason: ErasureReason
    erased_at: datetime


def moment_text(moment: datetime) -> str:
    """An aware time as tombstones spell it: UTC, whole seconds."""
    return moment.astimezone(UTC).strftime(_MOMENT)


def moment_of(text: str) -> datetime:
    """The time of `moment_text`. Raises ValueError for any other spelling."""
    moment = datetime.fromisoformat(text)  # not strptime, which imports when first used: a reader cannot any more
    if moment.tzinfo is None or moment_text(moment) != text:
        raise ValueError("not a time in full")
    return moment


def detail_of(tombstone: Tombstone) -> str:
    """What an order to erase says beside the profile."""
    return f"{tombstone.reason.value} {moment_text(tombstone.erased_at)}"


def tombstone_of(profile: ProfileId, detail: str) -> Tombstone:
    """The tombstone of an order to erase. Raises ValueError."""
    reason, _, erased_at = detail.partition(" ")
    return Tombstone(profile, ErasureReason(reason), moment_of(erased_at))
