"""Several officers in one profile: who else has it open, and what somebody left there."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from s2w_desktop.domain.clock import moment
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.services.keeping import Editors, seal
from s2w_desktop.storage.values import StoredProfile, Working

AT_IT: Final = timedelta(minutes=30)
"""So long after the last save somebody is taken to be at a profile still; a window locks itself before that."""


@dataclass(frozen=True)
class Colleague:
    """Who has a profile open too, and when they saved last. `name` is empty for somebody whom this store does not know."""

    officer: OfficerId
    name: str
    saved_at: datetime


def colleagues_at(editors: Editors, stored: StoredProfile) -> tuple[Colleague, ...]:
    """The others who have edits in a profile that are not closed, the first to have saved first."""
    found = []
    for working in _of_others(editors, stored):
        known = editors.store.officers.get(working.officer)
        found.append(Colleague(working.officer, known.name if known else "", moment(working.clock)))
    return tuple(found)


def without_left(editors: Editors, stored: StoredProfile) -> StoredProfile:
    """The profile after what others left open in it became revisions of theirs.

    In a store that one program has to itself nobody else is at it: they were cut off. On a server whoever saved lately is at it,
    and stays so unless there is nothing but their open work to stand on.
    """
    since = editors.sources.now() - AT_IT
    is_alone = not editors.store.is_shared or not stored.revisions
    left = [one.officer for one in _of_others(editors, stored) if is_alone or moment(one.clock) < since]
    if not left:
        return stored
    seal(editors, stored.id, *left)
    return editors.store.profiles.load(stored.id)


def seal_work_of(editors: Editors, officer: OfficerId) -> None:
    """Turn everything that an officer has open into revisions of theirs: nobody else can close it."""
    for profile in editors.store.profiles.workings(officer):
        seal(editors, profile, officer)


def _of_others(editors: Editors, stored: StoredProfile) -> list[Working]:
    return [one for one in stored.workings if one.officer != editors.officer]
