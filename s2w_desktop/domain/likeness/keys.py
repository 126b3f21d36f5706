"""Keys by which people who may be alike are found among many, without comparing everybody with everybody.

Two people are compared when they share a key: two words of their names by their consonants with a year of birth, or with none
where it is not known; one word with the day of birth; one word with a year, unless very many share that.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from s2w_desktop.domain.likeness.features import Features
from s2w_desktop.domain.likeness.names import skeleton

MOST_WITH_ONE: Final = 15
"""One word and a year that more people share tell too little: who is alike shares more with them."""
MOST_WITH_TWO: Final = 200
"""The same for two words without a year."""


@dataclass(frozen=True)
class SoughtKeys:
    """What those who may be alike are found by; `if_rare` count only where few share them: at most so many people."""

    always: frozenset[str]
    if_rare: tuple[tuple[frozenset[str], int], ...]


def stored_keys(features: Features) -> frozenset[str]:
    """What a person can be found by."""
    birth, twos, ones = features.birth, _twos(features), _ones(features)
    days = [birth.day] if birth.day else []
    return frozenset(twos) | _with(twos, birth.years or ["?"]) | _with(ones, [*birth.years, *days])


def sought_keys(features: Features) -> SoughtKeys:
    """What those who may be alike are found by: one year before and after the birth counts too."""
    birth, twos, ones = features.birth, _twos(features), _ones(features)
    if not birth.years:
        return SoughtKeys(_with(twos, ["?"]), ((frozenset(twos), MOST_WITH_TWO),))
    years = range(birth.years[0] - 1, birth.years[-1] + 2)
    days = [birth.day] if birth.day else []
    return SoughtKeys(_with(twos, [*years, "?"]) | _with(ones, days), ((_with(ones, years), MOST_WITH_ONE),))


def _with(sounds: Iterable[str], times: Iterable[object]) -> frozenset[str]:
    known = [f" {time}" for time in times]
    return frozenset([sound + time for sound in sounds for time in known])


def _ones(features: Features) -> set[str]:
    return {skeleton(word) or word for name in features.names for word in name}


def _twos(features: Features) -> set[str]:
    bones = [sorted({skeleton(word) or word for word in name}) for name in features.names]
    return {f"{one} {other}" for found in bones for one, other in combinations(found, 2)}
