"""What the parts of the store take and give about orders, shares and what was heard."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from s2w_desktop.domain.ids import DeviceId, OfficerId, OrderId, ProfileId
from s2w_desktop.domain.orders import Order


@dataclass(frozen=True)
class Word:
    """A receipt of headquarters, by the epoch and number it has there."""

    epoch: int
    seq: int


@dataclass(frozen=True)
class Giver:
    """Who gives orders, when, and where their ids come from."""

    officer: OfficerId
    now: datetime
    new_id: Callable[[], UUID]


@dataclass(frozen=True)
class OrderOut:
    """An order as headquarters keeps it. `is_sent`: some receipt carried it; `is_heard`: the device said that it heard of it."""

    id: OrderId
    device: DeviceId
    kind: Order
    profile: ProfileId | None
    detail: str
    officer: OfficerId
    given_at: datetime
    is_sent: bool
    is_heard: bool


@dataclass(frozen=True)
class OrderIn:
    """An order that came to this machine."""

    id: OrderId
    kind: Order
    profile: ProfileId | None
    detail: str


class ShareReason(StrEnum):
    """Why a device is to have what others say about a profile."""

    OUTCOME = "outcome"  # headquarters decided something
    JOINED = "joined"  # two profiles are one person
    TRANSFER = "transfer"  # the profile was given to the device


@dataclass(frozen=True)
class Shared:
    """A profile that goes into a receipt, and what stands for its revisions as they are now."""

    profile: ProfileId
    digest: str


@dataclass(frozen=True)
class HandedTo:
    """The device that was given a profile last, and the number of the bundle with it."""

    device: DeviceId
    seq: int
