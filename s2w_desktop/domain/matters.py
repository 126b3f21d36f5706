"""Matters of the inbox: what somebody at headquarters has to look at, found anew from facts each time."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from s2w_desktop.domain.ids import BundleId, DeviceId, OfficerId

Ranges = tuple[tuple[int, int], ...]
"""Closed ranges of numbers, ascending."""


class MatterKind(Enum):
    """What is the matter, the gravest first."""

    FORK = "fork"  # a number of a record was given twice
    CHAIN = "chain"  # a number of a bundle was given twice, or a bundle follows another one than the one that came
    REVOKED_SENDER = "revoked_sender"  # records of a laptop that is off the list
    AFTER_LOSS = "after_loss"  # bundles taken in since the day on which the laptop was lost
    QUARANTINED = "quarantined"  # records that could not be taken
    GAP = "gap"  # records that never came
    MISSING_COPY = "missing_copy"  # copies of documents that never came
    MISSING_BUNDLE = "missing_bundle"  # bundles that never came, for longer than a week
    CLOCK = "clock"  # the laptop's clock is wrong by more than a day


@dataclass(frozen=True)
class Found:
    """One matter as the facts of the store show it; numbers only, never content.

    `stem` says what it is about, `identity` which facts it stands on: with other facts it is another matter of the same stem.
    `numbers` are those of records (fork, gap) or bundles (chain, after loss, missing bundle); `count` is how many records,
    bundles or copies; `reason` is the code why records were refused; `off` how far the clock is ahead, negative for behind.
    """

    kind: MatterKind
    device: DeviceId
    stem: str
    identity: str
    since: datetime
    epoch: int = 0
    numbers: Ranges = ()
    count: int = 0
    reason: str = ""
    bundle: BundleId | None = None
    seq: int = 0
    off: timedelta = timedelta(0)
    is_harmless: bool = False

    @property
    def key(self) -> str:
        """What notes are kept under, together with the kind."""
        return f"{self.stem} {self.identity}".rstrip()

    @property
    def id(self) -> str:
        """Eight hex digits by which people name the matter; the same facts always give the same."""
        return hashlib.sha256(f"{self.kind.value} {self.key}".encode()).hexdigest()[:8]


@dataclass(frozen=True)
class MatterNote:
    """What people noted about a matter: who looks after it, what is known, who closed it when."""

    owner: OfficerId | None = None
    note: str = ""
    closed_at: datetime | None = None
    closed_by: OfficerId | None = None


@dataclass(frozen=True)
class Matter:
    """A matter with what was noted about it."""

    found: Found
    noted: MatterNote

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.noted.closed_at is None
