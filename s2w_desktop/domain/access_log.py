"""The log of who did what with profiles at headquarters (threats paper, DP-10): a chain in which each entry seals the one before.

An entry holds no answer, no name and no case number: the officer and the profile stand in it by their ids.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from s2w_desktop.domain.canonical import canonical
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.ids import OfficerId

UNLOCK = "unlock"
"""That an officer unlocked the store: what an entry says beside the acts of `duties`."""

CAME_AGAIN = "import_again"
"""That a bundle came that had come before, whether somebody took it or only looked: `about` is the bundle."""

BEGINNING = "0" * 64
"""What stands before the first entry."""


@dataclass(frozen=True)
class Use:
    """That an officer used a right. `act` is an `Act`, UNLOCK or CAME_AGAIN; `about` the profile, machine, officer or bundle."""

    at: datetime
    officer: OfficerId
    act: str
    about: UUID | None = None


@dataclass(frozen=True)
class Entry:
    """A use in its place: numbers begin with 1, `seal` is over the use, its number and the seal before (SHA-256, in hex)."""

    seq: int
    use: Use
    seal: str


def sealed(seq: int, use: Use, before: str) -> Entry:
    """The entry that follows one with the seal `before`."""
    said = {
        "about": str(use.about) if use.about else None,
        "act": use.act,
        "at": use.at.astimezone(UTC).isoformat(timespec="seconds"),
        "before": before,
        "officer": str(use.officer),
        "seq": seq,
    }
    return Entry(seq, use, hashlib.sha256(canonical(dict(said))).hexdigest())


def first_broken(entries: Iterable[Entry]) -> int | None:
    """The number of the first entry that does not follow from those before it, all of them given in order; None if all do.

    Where entries are missing it is the number of the first that is. That the last ones are missing shows by comparing with
    the number and seal that were read out before.
    """
    before = BEGINNING
    for number, entry in enumerate(entries, 1):
        if entry != sealed(number, entry.use, before):
            return number
        before = entry.seal
    return None


OF_ONE: frozenset[str] = frozenset({Act.READ_PROFILES, Act.RECORD, CAME_AGAIN})
"""What is about one profile or bundle at a time; the list, which shows case numbers, is not kept as a use."""

USES: frozenset[str] = (frozenset(Act) - {Act.HANDLE_MATTERS, Act.ENTER_REACH}) | {CAME_AGAIN}
"""What is kept: the use of every right but looking after matters and saying how far a centre reached: no data of anybody."""
