"""New keys of a headquarters, as a reference pack brings them to its laptops."""

from dataclasses import dataclass
from typing import Final

from s2w_desktop.domain.ids import DeviceId

GRACE_DAYS: Final = 90
"""So long a laptop takes what the key before signed: receipts under way still count. A stolen key has no such time."""
MOST_GRACE_DAYS: Final = 365


@dataclass(frozen=True)
class KeyChange:
    """What laptops have to know: a minisign public key, age recipients, and for how many days the key before still counts."""

    device: DeviceId
    signing_key: str
    recipients: tuple[str, ...]
    grace_days: int
