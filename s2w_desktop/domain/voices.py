"""Who said something."""

from dataclasses import dataclass
from datetime import datetime

from s2w_desktop.domain.ids import DeviceId, OfficerId, RevisionId


@dataclass(frozen=True)
class Voice:
    """Who said something, where, and when by the clock there.

    `officer_name` is empty for officers of laptops, whose names do not travel; `device_name` for a machine that is not known.
    """

    revision: RevisionId
    officer: OfficerId
    officer_name: str
    device: DeviceId
    device_name: str
    centre: str
    at: datetime
