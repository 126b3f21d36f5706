"""Keys by which people who may be alike are found among many, without comparing everybody with everybody.

Two people are compared when they share a key: two words of their names by their consonants, or one word and a year of birth.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from s2w_desktop.domain.likeness.features import Features
from s2w_desktop.domain.likeness.names import skeleton


def stored_keys(features: Features) -> frozenset[str]:
    """What a person can be found by."""
    return frozenset(_keys(features, features.birth.years))


def sought_keys(features: Features) -> frozenset[str]:
    """What those who may be alike are found by: one year before and after the birth counts too."""
    years = features.birth.years
    return frozenset(_keys(features, range(years[0] - 1, years[-1] + 2) if years else ()))


def _keys(features: Features, years: Iterable[int]) -> Iterator[str]:
    known = tuple(years)
    for name in features.names:
        sounds = sorted({skeleton(word) or word for word in name})
        yield from (f"{one} {other}" for one, other in combinations(sounds, 2))
        yield from (f"{sound} {year}" for sound in sounds for year in known)
