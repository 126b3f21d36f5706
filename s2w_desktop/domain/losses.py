"""What was on a device that was lost, as far as headquarters can know (threats-reliability-speed DP-14)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.stations import Peer


class Presence(Enum):
    """How a profile came to be on the device."""

    RECORDED = "recorded"  # there, in whole or in part
    GIVEN = "given"  # headquarters sent it there
    REMOVED = "removed"  # it was there, and the device said that it removed it


class Extent(Enum):
    """How much of a profile headquarters has itself."""

    KNOWN = "known"
    EXISTENCE = "existence"  # the person agreed to no more than that
    ERASED = "erased"  # here; whether there too, only an answer tells


@dataclass(frozen=True)
class LostProfile:
    """One profile. `case_number` is empty where headquarters does not have it. `last_change` is what the device claimed,

    and so is `removed_at`, when it said that it had removed the profile.
    """

    profile: ProfileId
    case_number: str
    presence: Presence
    extent: Extent
    last_change: datetime | None
    removed_at: datetime | None = None


@dataclass(frozen=True)
class Numbered:
    """A bundle by its epoch and number, and when it was made or came."""

    epoch: int
    seq: int
    at: datetime


@dataclass(frozen=True)
class KnownOfDevice:
    """What headquarters has of a device.

    `last_bundle` came from it, `last_receipt` was written for it, `heard` is the last bundle of headquarters that it said it
    had followed. `missing` numbers of revisions never came, `held_back` lines wait in quarantine.
    """

    last_bundle: Numbered | None
    last_receipt: Numbered | None
    heard: tuple[int, int] | None
    missing: int
    held_back: int

    @property
    def is_whole(self) -> bool:
        """Whether headquarters has everything of the device up to its last bundle."""
        return self.last_bundle is not None and not self.missing and not self.held_back


@dataclass(frozen=True)
class Loss:
    """What was on a device as of `day`. Somebody may have been recorded there after its last bundle: nobody here knows."""

    day: date
    device: Peer
    known: KnownOfDevice
    profiles: tuple[LostProfile, ...]

    def of(self, extent: Extent) -> tuple[LostProfile, ...]:
        """The profiles that were still on it, of which headquarters has so much."""
        return tuple(one for one in self.profiles if one.extent is extent and one.presence is not Presence.REMOVED)

    @property
    def removed(self) -> tuple[LostProfile, ...]:
        """The profiles that the device said it had removed before."""
        return tuple(one for one in self.profiles if one.presence is Presence.REMOVED)
