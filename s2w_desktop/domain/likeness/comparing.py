"""Whether two people may be one (V25): a suggestion with reasons, never a figure and never a decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final, Generic, TypeVar

from s2w_desktop.domain.likeness.births import BirthLikeness, compare_births
from s2w_desktop.domain.likeness.features import Features
from s2w_desktop.domain.likeness.names import NameLikeness, NameMatch, best_match

MOST_SUGGESTED: Final = 5
"""More of them are read by nobody."""

Key = TypeVar("Key")


class Reason(Enum):
    """Why two people may be one; the words are in i18n."""

    SAME_NAME = "same_name"
    SIMILAR_NAME = "similar_name"
    PART_OF_NAME = "part_of_name"
    SAME_BIRTH_DAY = "same_birth_day"
    SAME_BIRTH_YEAR = "same_birth_year"
    NEAR_BIRTH_YEAR = "near_birth_year"
    SAME_NATIONALITY = "same_nationality"


_OF_BIRTH: Final = {
    BirthLikeness.DAY: Reason.SAME_BIRTH_DAY,
    BirthLikeness.YEAR: Reason.SAME_BIRTH_YEAR,
    BirthLikeness.NEAR: Reason.NEAR_BIRTH_YEAR,
}


@dataclass(frozen=True, order=True)
class Resemblance:
    """How two people compare, in an order from weak to strong that is not shown to anybody."""

    name: NameMatch
    birth: BirthLikeness
    shares_nationality: bool

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What they have in common: the name, then the birth date, then the nationality."""
        found = [_reason_of(self.name)]
        if self.birth in _OF_BIRTH:
            found.append(_OF_BIRTH[self.birth])
        if self.shares_nationality:
            found.append(Reason.SAME_NATIONALITY)
        return tuple(found)


@dataclass(frozen=True)
class Suggestion(Generic[Key]):
    """Somebody who may be the same person, and why."""

    who: Key
    resemblance: Resemblance


def compare(one: Features, other: Features) -> Resemblance | None:
    """What speaks for one person; None when it is not enough to be told."""
    birth = compare_births(one.birth, other.birth)
    if birth is BirthLikeness.DIFFERENT:
        return None
    shares = not one.nationalities.isdisjoint(other.nationalities)
    is_elsewhere = bool(one.nationalities and other.nationalities) and not shares
    if (birth is BirthLikeness.UNKNOWN and not shares) or (is_elsewhere and birth is not BirthLikeness.DAY):
        return None  # whatever the names are
    found = Resemblance(best_match(one.names, other.names), birth, shares)
    return found if _is_enough(found, is_elsewhere=is_elsewhere) else None


def suggestions(person: Features, others: Iterable[tuple[Key, Features]]) -> tuple[Suggestion[Key], ...]:
    """The strongest at most MOST_SUGGESTED, strongest first; those of equal strength in the order in which they came."""
    compared = [Suggestion(who, found) for who, features in others if (found := compare(person, features)) is not None]
    return tuple(sorted(compared, key=lambda one: one.resemblance, reverse=True)[:MOST_SUGGESTED])


def _is_enough(found: Resemblance, *, is_elsewhere: bool) -> bool:
    """V25, and what follows from it for people with one name, and where a birth date or a nationality is not known."""
    name, birth = found.name, found.birth
    if name.likeness is NameLikeness.WHOLE and name.words > 1:
        if birth is BirthLikeness.UNKNOWN:
            return found.shares_nationality
        return birth is BirthLikeness.DAY or not is_elsewhere
    if name.likeness is NameLikeness.ONE:
        return birth is BirthLikeness.DAY and found.shares_nationality
    if name.likeness in (NameLikeness.WHOLE, NameLikeness.MOST):
        return birth >= BirthLikeness.YEAR and found.shares_nationality
    return False


def _reason_of(name: NameMatch) -> Reason:
    if name.likeness is not NameLikeness.WHOLE:
        return Reason.PART_OF_NAME
    return Reason.SAME_NAME if name.is_same else Reason.SIMILAR_NAME
