"""People of a whole store who may be one: everybody is compared with those who share a key, and nobody with everybody.

Who is told with whom follows from `comparing`: births are at most a year apart or one is not known, and nationalities are not
different ones unless the day of birth is the same. So the keys hold birth and nationality too, as far as they are known. Who
shares one word alone is compared only where the first consonants of the others fit: a slip in the first letter is not found here.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Generic, TypeVar

from s2w_desktop.domain.likeness.comparing import MOST_SUGGESTED, Resemblance, compare
from s2w_desktop.domain.likeness.features import Features
from s2w_desktop.domain.likeness.names import skeleton
from s2w_desktop.domain.progress import Progress, untold

MOST_WITH_TWO: Final = 200
"""So many people at most are compared for two words of a name in common; of more, only those born on the same day."""
MOST_WITH_ONE: Final = 20
"""The same for one word."""
_TOLD_EVERY: Final = 500
_LEAST_OF_MOST: Final = 3

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

    `common` counts the people who share two words of their name with so many others that not all were compared.
    """

    pairs: tuple[MayBeOne[Who], ...]
    compared: int
    common: int


def look_among(
    people: Sequence[tuple[Who, Features]],
    is_apart: Callable[[Who, Who], bool],
    progress: Progress = untold,
) -> Look[Who]:
    """Every pair that may be one and was not told apart; ties in the order in which the people came.

    `progress` is told now and then how many were looked at; what it raises ends the look.
    """
    features = [one for _, one in people]
    groups = _groups(features)
    total, done, compared = sum(len(group) for group, _ in groups), 0, 0
    found: dict[tuple[int, int], Resemblance] = {}
    common: set[int] = set()
    for group, only_days in groups:
        index = _Index(features, group, only_days=only_days)
        for place in group:
            if done % _TOLD_EVERY == 0:
                progress(done, total)
            done += 1
            met, is_all = index.met(place)
            if not is_all:
                common.add(place)
            compared += len(met)
            for other in met:
                first, second = min(place, other), max(place, other)
                if (first, second) in found:
                    continue
                resemblance = compare(features[first], features[second])
                if resemblance is not None and not is_apart(people[first][0], people[second][0]):
                    found[first, second] = resemblance
    return Look(tuple(_strongest(people, found)), compared, len(common))


def _strongest(people: Sequence[tuple[Who, Features]], found: dict[tuple[int, int], Resemblance]) -> Iterator[MayBeOne[Who]]:
    """The pairs, strongest first, as long as neither of the two is told with too many others."""
    told: dict[int, int] = defaultdict(int)
    for first, second in sorted(sorted(found), key=lambda pair: found[pair], reverse=True):
        if told[first] < MOST_SUGGESTED and told[second] < MOST_SUGGESTED:
            told[first] += 1
            told[second] += 1
            yield MayBeOne(people[first][0], people[second][0], found[first, second])


def _groups(features: Sequence[Features]) -> list[tuple[list[int], bool]]:
    """Everybody, for those born on one day alone; and the people of each nationality, with those who told none."""
    everybody = range(len(features))
    nationalities = sorted({code for one in features for code in one.nationalities})
    stateless = [place for place in everybody if not features[place].nationalities]
    by_code: dict[str, list[int]] = {code: list(stateless) for code in nationalities or [""]}
    for place in everybody:
        for code in features[place].nationalities:
            by_code[code].append(place)
    return [(list(everybody), True), *((sorted(group), False) for group in by_code.values())]


class _Index:
    """Some people by their keys; perhaps only for those who were born on one day."""

    def __init__(self, features: Sequence[Features], group: Sequence[int], *, only_days: bool) -> None:
        self._features, self._only_days = features, only_days
        self._initials = {place: [_initials(name) for name in features[place].names] for place in group}
        self._places: dict[str, list[int]] = defaultdict(list)
        for place in group:
            for key in self._keys(place):
                self._places[key].append(place)

    def met(self, place: int) -> tuple[set[int], bool]:
        """Those who share a key, each pair from one side at least, and whether all of these are among them."""
        if self._only_days:
            return {other for key in self._keys(place) for other in self._places[key] if other > place}, True
        birth, found, is_all = self._features[place].birth, set[int](), True
        years = range(birth.years[0] - 1, birth.years[-1] + 2) if birth.years else ()
        for sounds, most in self._sounds(place):
            near = [other for year in years for other in self._places.get(f"{sounds} {year}", ())]
            if len(near) > most:
                near, is_all = [], is_all and most == MOST_WITH_ONE
            later = (other for other in near if other > place)
            found.update(later if most == MOST_WITH_TWO else (other for other in later if self._may_be_alike(place, other)))
            unknown = self._places.get(f"{sounds} ?", ())
            if len(unknown) > most:
                is_all = False
            else:
                found.update(unknown if years else (other for other in unknown if other > place))
        found.discard(place)
        return found, is_all

    def _may_be_alike(self, place: int, other: int) -> bool:
        """Whether the first consonants of two who share one word allow it that all words are alike, or all but one of three."""
        for one in self._initials[place]:
            for two in self._initials[other]:
                short, long = (one, two) if len(one) <= len(two) else (two, one)
                if len(short - long) <= (len(short) >= _LEAST_OF_MOST):
                    return True
        return False

    def _keys(self, place: int) -> Iterator[str]:
        birth = self._features[place].birth
        for sounds, _most in self._sounds(place):
            if self._only_days:
                if birth.day is not None:
                    yield f"{sounds} {birth.day}"
                continue
            yield from (f"{sounds} {year}" for year in birth.years)
            if not birth.years and " " in sounds:
                yield f"{sounds} ?"

    def _sounds(self, place: int) -> Iterator[tuple[str, int]]:
        """Two words of a name by their consonants, and one; with how many may be met by it."""
        twos, ones = set[str](), set[str]()
        for name in self._features[place].names:
            sounds = sorted({skeleton(word) or word for word in name})
            ones.update(sounds)
            twos.update(f"{one} {other}" for one, other in combinations(sounds, 2))
        yield from ((two, MOST_WITH_TWO) for two in sorted(twos))
        yield from ((one, MOST_WITH_ONE) for one in sorted(ones))


def _initials(name: Sequence[str]) -> frozenset[str]:
    return frozenset((skeleton(word) or word)[:1] for word in name)
