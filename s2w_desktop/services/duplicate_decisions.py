"""A file of decisions about people who may be one: all of them are checked before the first is followed.

A CSV with the columns decision, first, second: `join` (the first is kept), `apart`, `link`, or `part` with nothing for second.
People are named by case number. What a line does is seen by the lines after it.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from io import StringIO
from typing import Final

from s2w_desktop.domain.case_numbers import is_case_number
from s2w_desktop.domain.exchange_errors import DecisionsRefused
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.services.duplicates import Duplicates
from s2w_desktop.services.joining import BEFORE_DEPARTURE
from s2w_desktop.storage.store import Store

COLUMNS: Final = ("decision", "first", "second")
MOST_BYTES: Final = 4_000_000
MOST_DECISIONS: Final = 20_000


class Decision(Enum):
    """What is decided about two people."""

    JOIN = "join"
    APART = "apart"
    LINK = "link"
    PART = "part"


@dataclass(frozen=True)
class Decided:
    """One line: what was decided, and about whom. `second` is `first` for a parting."""

    line: int
    decision: Decision
    first: ProfileId
    second: ProfileId


@dataclass(frozen=True)
class _Person:
    """Somebody as the lines before left them: the listed profile, and on which sides of a departure what it says stands."""

    root: ProfileId
    sides: frozenset[bool]


class DuplicateDecisions:
    """Checks files of decisions and follows them."""

    def __init__(self, store: Store, duplicates: Duplicates) -> None:
        self._store = store
        self._duplicates = duplicates

    def read(self, untrusted: bytes) -> tuple[Decided, ...]:
        """The decisions of a file, each of which can be followed after those before it. Raises DecisionsRefused, NotPermitted."""
        found = [self._decided(line, cells) for line, cells in _rows(untrusted)]
        self._check(found)
        return tuple(found)

    def follow(self, decided: Sequence[Decided]) -> None:
        """Follow the decisions in their order. Raises what deciding raises, with those before it followed."""
        joining = self._duplicates.joining
        for one in decided:
            match one.decision:
                case Decision.JOIN:
                    joining.join(one.first, one.second)
                case Decision.APART:
                    self._duplicates.tell_apart(one.first, one.second)
                case Decision.LINK:
                    self._duplicates.link(one.first, one.second)
                case Decision.PART:
                    joining.part(one.first)

    def _decided(self, line: int, cells: Sequence[str]) -> Decided:
        try:
            decision = Decision(cells[0].strip())
        except ValueError as cause:
            raise DecisionsRefused(line) from cause
        first = self._find(line, cells[1])
        if decision is Decision.PART:
            if cells[2].strip():
                raise DecisionsRefused(line)
            return Decided(line, decision, first, first)
        second = self._find(line, cells[2])
        if first == second:
            raise DecisionsRefused(line)
        return Decided(line, decision, first, second)

    def _find(self, line: int, untrusted: str) -> ProfileId:
        number = untrusted.strip().upper()
        found = self._store.joins.find(number) if is_case_number(number) else None
        if found is None:
            raise DecisionsRefused(line)
        return found

    def _check(self, decided: Sequence[Decided]) -> None:
        """Follow the decisions in mind. A parting must be of somebody whom no line before is about."""
        people: dict[ProfileId, _Person] = {}
        for one in decided:
            seen = [self._person(people, profile) for profile in dict.fromkeys((one.first, one.second))]
            if one.decision is Decision.PART:
                is_fit = one.first not in people and seen[0].root != one.first
            else:
                is_fit = len(seen) == 2 and seen[0].root != seen[1].root and self._fits(one.decision, seen)
            if not is_fit:
                raise DecisionsRefused(one.line)
            people |= {one.first: seen[0], one.second: seen[-1]}
            if one.decision is Decision.JOIN:
                whole = _Person(seen[0].root, seen[0].sides | seen[1].sides)
                moved = {profile for profile, person in people.items() if person.root in (seen[0].root, seen[1].root)}
                people |= dict.fromkeys(moved, whole)

    def _person(self, people: dict[ProfileId, _Person], profile: ProfileId) -> _Person:
        if profile in people:
            return people[profile]
        root = self._store.joins.root(profile)
        known = next((person for person in people.values() if person.root == root), None)
        if known is not None:
            return known
        stage = self._duplicates.stage(root)
        return _Person(root, frozenset({stage == BEFORE_DEPARTURE} if stage else ()))

    @staticmethod
    def _fits(decision: Decision, seen: Sequence[_Person]) -> bool:
        is_parted = len(seen[0].sides | seen[1].sides) > 1
        return decision is Decision.APART or is_parted is (decision is Decision.LINK)


def _rows(untrusted: bytes) -> Iterator[tuple[int, list[str]]]:
    """Lines with their numbers. Raises DecisionsRefused."""
    if len(untrusted) > MOST_BYTES:
        raise DecisionsRefused
    try:
        rows = list(csv.reader(StringIO(untrusted.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as cause:
        raise DecisionsRefused from cause
    if not rows or tuple(cell.strip() for cell in rows[0]) != COLUMNS or len(rows) > MOST_DECISIONS + 1:
        raise DecisionsRefused
    for line, cells in enumerate(rows[1:], start=2):
        if not any(cells):
            continue
        if len(cells) != len(COLUMNS):
            raise DecisionsRefused(line)
        yield line, cells
