"""Where a profile stands between laptop and headquarters."""

from dataclasses import dataclass
from enum import Enum

from s2w_desktop.domain.ids import ProfileId


class Handover(Enum):
    """Only a receipt turns IN_BUNDLE into RECEIVED."""

    HERE = "here"  # changed on this laptop since the last bundle
    IN_BUNDLE = "in_bundle"  # written into bundle number `bundle_seq`, no receipt yet
    RECEIVED = "received"  # headquarters has it
    NEEDS_YOU = "needs_you"  # a conflict, or headquarters could not take a part


@dataclass(frozen=True)
class ProfileRow:
    """One row of the list of profiles. `changed` is a clock reading; `bundle_seq` 0 means never exported.

    `is_open` while anybody has edits in it that are not closed.
    """

    id: ProfileId
    case_number: str
    name: str
    person_language: str
    officer_language: str
    centre: str
    answered: int
    asked: int
    remarks: int
    conflicts: int
    is_finished: bool
    handover: Handover
    bundle_seq: int
    changed: int
    is_open: bool
