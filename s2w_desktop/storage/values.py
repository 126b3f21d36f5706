"""What the parts of the store take and give about profiles and people, beside the values of the domain."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.duties import EVERY_DUTY, Duty
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import OfficerId, ProfileId, RevisionId
from s2w_desktop.domain.revisions import Changes, Revision
from s2w_desktop.domain.summary import Summary


@dataclass(frozen=True)
class Working:
    """Open edits of one profile by one officer: what they stand on, and what they change so far."""

    profile: ProfileId
    parents: tuple[RevisionId, ...]
    changes: Changes
    officer: OfficerId
    clock: int


class OpenWorkChanged(Exception):
    """Open edits are not in the store as the caller knows them: they were saved elsewhere or made final meanwhile."""


@dataclass(frozen=True)
class StoredProfile:
    """Everything known of one profile; revisions in the order of their clocks, and so the open edits, one for each officer."""

    id: ProfileId
    revisions: tuple[Revision, ...]
    workings: tuple[Working, ...]

    def working_of(self, officer: OfficerId) -> Working | None:
        """The open edits of an officer."""
        return next((one for one in self.workings if one.officer == officer), None)

    def open_changes(self) -> dict[str, Plain]:
        """What all open edits change; where two say something, the later one."""
        return {path: plain for one in self.workings for path, plain in one.changes.items()}


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
