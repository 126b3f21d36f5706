"""Why the content of a profile is erased (data-protection 5.3, profile-model 6.22: reasons of a tombstone)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from s2w_desktop.domain.clock import moment_of, moment_text
from s2w_desktop.domain.ids import ProfileId


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


def detail_of(tombstone: Tombstone) -> str:
    """What an order to erase says beside the profile."""
    return f"{tombstone.reason.value} {moment_text(tombstone.erased_at)}"


def tombstone_of(profile: ProfileId, detail: str) -> Tombstone:
    """The tombstone of an order to erase. Raises ValueError."""
    reason, _, erased_at = detail.partition(" ")
    return Tombstone(profile, ErasureReason(reason), moment_of(erased_at))
