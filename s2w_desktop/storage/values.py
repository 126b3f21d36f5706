"""What the parts of the store take and give about profiles and people, beside the values of the domain."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from s2w_desktop.domain.duties import EVERY_DUTY, Duty
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import OfficerId, ProfileId, RevisionId
from s2w_desktop.domain.revisions import Changes, Revision
from s2w_desktop.domain.summary import Summary


@dataclass(frozen=True)
class Working:
    """Open edits of one profile: what they stand on, and what they change so far."""

    profile: ProfileId
    parents: tuple[RevisionId, ...]
    changes: Changes
    officer: OfficerId
    clock: int


@dataclass(frozen=True)
class StoredProfile:
    """Everything known of one profile; revisions in the order of their clocks."""

    id: ProfileId
    revisions: tuple[Revision, ...]
    working: Working | None


@dataclass(frozen=True)
class View:
    """What the list keeps of a profile. Where it stands between laptop and headquarters the store knows by itself."""

    profile: ProfileId
    summary: Summary
    conflicts: int
    changed: int


@dataclass(frozen=True)
class Officer:
    """Who works with this store."""

    id: OfficerId
    name: str
    added_at: datetime
    removed_at: datetime | None = None
    duties: frozenset[Duty] = EVERY_DUTY


class Order(Enum):
    """How a list is sorted; ties by id."""

    LAST_CHANGE = "last_change"  # newest first
    CASE_NUMBER = "case_number"
    NAME = "name"
    ANSWERED = "answered"  # least first


@dataclass(frozen=True)
class ListQuery:
    """Which profiles, in which order. `search` is the text as typed: every word of it must occur, wherever, in whatever order."""

    search: str = ""
    states: frozenset[Handover] = frozenset(Handover)
    finished: bool | None = None
    in_conflict: bool = False  # those alone where claims stand against each other
    order: Order = Order.LAST_CHANGE
    is_reversed: bool = False
