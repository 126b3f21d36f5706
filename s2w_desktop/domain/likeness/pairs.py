"""People of a whole store who may be one: everybody is compared with those who share a key, and nobody with everybody."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from s2w_desktop.domain.likeness.comparing import MOST_SUGGESTED, Resemblance, compare
from s2w_desktop.domain.likeness.features import Features
from s2w_desktop.domain.likeness.keys import sought_keys, stored_keys

MOST_WITH_KEY: Final = 200
"""A key that more people share tells nobody apart: of these only people born in the same years, or on one day, are compared."""

Who = TypeVar("Who", bound=Hashable)


@dataclass(frozen=True)
class MayBeOne(Generic[Who]):
    """Two people who may be one, and why; `first` came before `second`."""

    first: Who
    second: Who
    resemblance: Resemblance


@dataclass(frozen=True)
class Look(Generic[Who]):
    """What a look among many found, strongest first, at most MOST_SUGGESTED for each person.

    `is_common` are the people who share everything they are found by with too many others, so that not all were compared.
    """

    pairs: tuple[MayBeOne[Who], ...]
    compared: int
    is_common: int


def look_among(
    people: Sequence[tuple[Who, Features]],
    is_apart: Callable[[Who, Who], bool],
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Look[Who]:
    """Every pair that may be one and was not told apart; ties in the order in which the people came.

    `progress` is told now and then how many were looked at; what it raises ends the look.
    """
    index = _Index([features for _, features in people])
    found: list[tuple[Resemblance, int, int]] = []
    compared = common = 0
    for place, (who, features) in enumerate(people):
        if place % _TOLD_EVERY == 0:
            progress(place, len(people))
        met, is_all = index.met(place)
        common += not is_all
        compared += len(met)
        for other in sorted(met):
            resemblance = compare(features, people[other][1])
            if resemblance is not None and not is_apart(who, people[other][0]):
                found.append((resemblance, place, other))
    found.sort(key=lambda one: (one[1], one[2]))
    found.sort(key=lambda one: one[0], reverse=True)
    told: dict[int, int] = defaultdict(int)
    pairs: list[MayBeOne[Who]] = []
    for resemblance, first, second in found:
        if told[first] < MOST_SUGGESTED and told[second] < MOST_SUGGESTED:
            told[first] += 1
            told[second] += 1
            pairs.append(MayBeOne(people[first][0], people[second][0], resemblance))
    return Look(tuple(pairs), compared, common)


_TOLD_EVERY: Final = 1_000


class _Index:
    """Places of people by their keys."""

    def __init__(self, people: Sequence[Features]) -> None:
        self._people = people
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, features in enumerate(people):
            for key in stored_keys(features):
                self._places[key].append(place)
        self._finer: dict[str, dict[object, list[int]]] = {}

    def met(self, place: int) -> tuple[set[int], bool]:
        """The places after this one of those who share a key, and whether all of these are among them."""
        found: set[int] = set()
        is_all = True
        for key in sought_keys(self._people[place]):
            near: Sequence[int] = self._places.get(key, ())
            if len(near) > MOST_WITH_KEY:
                near, is_whole = self._born_alike(key, place)
                is_all = is_all and is_whole
            found.update(other for other in near if other > place)
        return found, is_all

    def _born_alike(self, key: str, place: int) -> tuple[Sequence[int], bool]:
        """Those with a key that many share who were born in these years; where they too are many, on this day."""
        if key not in self._finer:
            self._finer[key] = self._by_birth(self._places[key])
        finer, birth = self._finer[key], self._people[place].birth
        if not birth.years:
            return (), False
        years = range(birth.years[0] - 1, birth.years[-1] + 2)
        near = [other for year in years for other in finer.get(year, ())]
        if len(near) <= MOST_WITH_KEY:
            return near, True
        on_day = finer.get(birth.day, []) if birth.day else []
        return (on_day if len(on_day) <= MOST_WITH_KEY else ()), False

    def _by_birth(self, places: Sequence[int]) -> dict[object, list[int]]:
        found: dict[object, list[int]] = defaultdict(list)
        for place in places:
            birth = self._people[place].birth
            for year in birth.years:
                found[year].append(place)
            if birth.day:
                found[birth.day].append(place)
        return found
