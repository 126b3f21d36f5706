"""What of a profile is compared with others: names, birth, nationalities. Never a telephone number: families share those."""

from dataclasses import dataclass
from datetime import date
from typing import Final, TypedDict

from s2w_desktop.domain.answers import Quantity
from s2w_desktop.domain.dates import PartialDate
from s2w_desktop.domain.likeness.births import NOT_KNOWN, Birth
from s2w_desktop.domain.likeness.latin import words_of
from s2w_desktop.domain.profile import Profile

GIVEN, FAMILY = "identity.given_names", "identity.family_names"
ORIGINAL, OTHER = "identity.name_original", "identity.other_names"
BORN, AGE = "identity.date_of_birth", "identity.age_stated"
NATIONALITY, NATIONALITIES = "identity.nationality", "identity.other_nationalities"
COMPARED: Final = frozenset({GIVEN, FAMILY, ORIGINAL, OTHER, BORN, AGE, NATIONALITY, NATIONALITIES})
"""The questions whose answers count."""

_UNSPECIFIED: Final = "XXX"


@dataclass(frozen=True)
class Features:
    """One person as far as they are compared. `names` are ways to write the name, each in words of `latin.words_of`."""

    names: tuple[tuple[str, ...], ...] = ()
    birth: Birth = NOT_KNOWN
    nationalities: frozenset[str] = frozenset()

    @property
    def is_comparable(self) -> bool:
        """Whether there is a name to compare."""
        return bool(self.names)


NO_FEATURES: Final = Features()


class KeptFeatures(TypedDict):
    """The form in which a store keeps them; `birth` is the first year, the last year and the day."""

    names: list[list[str]]
    birth: tuple[int | None, int | None, str | None]
    nationalities: list[str]


def features_of(profile: Profile, today: date) -> Features:
    """What is compared of a profile; a stated age counts from the day on which the profile was opened, or from `today`."""
    given = profile.text(GIVEN)
    whole = words_of(f"{given} {profile.text(FAMILY)}")
    other = words_of(f"{given} {profile.text(OTHER)}") if profile.text(OTHER) else ()
    names = dict.fromkeys(name for name in (whole, words_of(profile.text(ORIGINAL)), other) if name)
    return Features(tuple(names), _birth_of(profile, today), _nationalities_of(profile))


def features_to_plain(features: Features) -> KeptFeatures:
    """The form in which a store keeps them."""
    birth = features.birth
    return {
        "names": [list(name) for name in features.names],
        "birth": (birth.first, birth.last, birth.day.isoformat() if birth.day else None),
        "nationalities": sorted(features.nationalities),
    }


def features_from_plain(plain: KeptFeatures) -> Features:
    """The features in the form in which a store keeps them."""
    first, last, day = plain["birth"]
    birth = Birth(first, last, date.fromisoformat(day) if day else None)
    return Features(tuple(tuple(name) for name in plain["names"]), birth, frozenset(plain["nationalities"]))


def _birth_of(profile: Profile, today: date) -> Birth:
    born = profile.date(BORN)
    if born is not None:
        return Birth.on(born)
    age = profile.get(AGE)
    if not isinstance(age, Quantity):
        return NOT_KNOWN
    opened = profile.date("record.opened_on")
    return Birth.of_age(int(age.amount), (opened and _last_day(opened)) or today)


def _last_day(told: PartialDate) -> date | None:
    return told.latest


def _nationalities_of(profile: Profile) -> frozenset[str]:
    others = profile.get(NATIONALITIES)
    codes = (profile.text(NATIONALITY), *(others if isinstance(others, tuple) else ()))
    return frozenset(code for code in codes if isinstance(code, str) and code and code != _UNSPECIFIED)
