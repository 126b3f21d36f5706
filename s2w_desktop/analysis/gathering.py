"""The cases of a selection, gathered in columns out of all that are kept, some thousands at a time."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from typing import Final, TypeAlias
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.analysis.cases import ABSENT, NO, NOT_ASKED, YES, Amounts, Cases, Classes, Members, classes_of
from s2w_desktop.analysis.groups import PAIR
from s2w_desktop.analysis.packing import Packing, Unpacked, codes_of
from s2w_desktop.analysis.regions import Place
from s2w_desktop.domain.figures import Selection

Words: TypeAlias = Mapping[str, Sequence[str]]
"""The words of each variable, in the order of their numbers."""

Mask: TypeAlias = NDArray[np.bool_]

NOT_COUNTED: Final = b""
"""The case of somebody whose word does not cover figures."""

_EARLIER, _PHASE = "earlier_profile", "phase"
_SEEN: Final = ("country", "centre", "day")
_PLACE: Final = ("day", "country", "centre", "stage", "programme")


class Gathering:
    """Cases of a selection. Memory grows by the numbers that are kept.

    `names` are the columns to keep. `words` know every number of every case that is given.
    """

    def __init__(self, packing: Packing, words: Words, names: Iterable[str], selection: Selection) -> None:
        self._packing, self._words = packing, words
        self._wanted = _wanted(words, selection)
        self._columns = {name: _Column(name, words) for name in names}
        self._phase = _Column(_PHASE, words)
        self._profiles: list[UUID] = []
        self._earlier: dict[int, UUID] = {}
        self._seen: dict[str, set[str]] = {name: set() for name in _SEEN}
        self._places: set[tuple[int, ...]] = set()  # numbers of words
        self._without_consent = 0
        self.add((), ())

    def add(self, profiles: Sequence[UUID], cases: Sequence[bytes]) -> None:
        """Take in the cases of these profiles. Raises ValueError for what is no case."""
        is_counted = [case != NOT_COUNTED for case in cases]
        self._without_consent += is_counted.count(False)
        found = self._packing.unpack(list(compress(cases, is_counted)))
        for name, seen in self._seen.items():
            seen.update(_told(self._words.get(name, ()), found.codes[name]))
        nowhere = np.zeros(found.count, dtype=np.int32)
        together = np.stack([found.codes.get(name, nowhere) for name in _PLACE])
        self._places.update(map(tuple, np.unique(together, axis=1).T.tolist()))
        chosen = np.ones(found.count, dtype=bool)
        for name, wanted in self._wanted.items():
            chosen &= wanted[found.codes[name]]
        places = (np.cumsum(chosen) - 1 + len(self._profiles)).astype(np.int32)
        self._earlier |= {int(places[place]): id_ for place, id_ in found.ids[_EARLIER].items() if chosen[place]}
        self._profiles += compress(compress(profiles, is_counted), chosen.tolist())
        for column in (*self._columns.values(), self._phase):
            column.add(found, chosen, places)

    def cases(self) -> Cases:
        """All that were chosen, in the order in which they came, with the column `PAIR`."""
        columns = {name: column.made() for name, column in self._columns.items()}
        return Cases(len(self._profiles), {**columns, PAIR: self._pairs()})

    @property
    def without_consent(self) -> int:
        """How many of all cases are of people whose word does not cover figures."""
        return self._without_consent

    def places(self) -> frozenset[Place]:
        """Days, countries, centres, stages and programmes of all cases, chosen or not, as they come together."""
        words = [["" if word in ABSENT else word for word in self._words.get(name, ())] or [""] for name in _PLACE]
        day, country, centre, stage, programme = words
        return frozenset((day[a], country[b], centre[c], stage[d], programme[e]) for a, b, c, d, e in self._places)

    def seen(self, name: str) -> tuple[str, ...]:
        """The countries, the centres or the days of all cases, chosen or not."""
        return tuple(sorted(self._seen[name]))

    def _pairs(self) -> Classes:
        """Both cases of who has a profile from before the departure and one from after the arrival among them."""
        wanted = set(self._earlier.values())
        place_of = {profile: place for place, profile in enumerate(self._profiles) if profile in wanted}
        phase = self._phase.states()
        is_paired = [NO] * len(self._profiles)
        for place, earlier in self._earlier.items():
            before = place_of.get(earlier)
            phases = [phase.names[phase.of[one]] for one in (before, place) if one is not None]
            if before is not None and phases == ["before", "after"] and is_paired[before] == NO:
                is_paired[place] = is_paired[before] = YES
        return classes_of(is_paired)


class _Column:
    """One variable of the cases that were chosen so far."""

    def __init__(self, name: str, words: Words) -> None:
        self._name = name
        self._words, self._listed = (tuple(words.get(one, ())) for one in (name, codes_of(name)))
        self._width = np.min_scalar_type(max(len(self._words), 1) - 1)
        self._codes: list[NDArray[np.integer]] = []
        self._amounts: list[NDArray[np.float64]] = []
        self._members: list[tuple[NDArray[np.int32], NDArray[np.int32]]] = []

    def add(self, found: Unpacked, chosen: Mask, places: NDArray[np.int32]) -> None:
        self._codes.append(found.codes[self._name][chosen].astype(self._width))
        if (amounts := found.amounts.get(self._name)) is not None:
            self._amounts.append(amounts[chosen])
        if (lists := found.lists.get(self._name)) is not None:
            kept = chosen[lists.cases]
            self._members.append((places[lists.cases[kept]], lists.codes[kept]))

    def states(self) -> Classes:
        return Classes(self._words, np.concatenate(self._codes))

    def made(self) -> Classes | Members | Amounts:
        if self._amounts:
            return Amounts(np.concatenate(self._amounts), self.states())
        if self._members:
            cases, codes = (np.concatenate(pieces) for pieces in zip(*self._members, strict=True))
            return Members(self._listed, cases, codes, self.states())
        return self.states()


def _wanted(words: Words, selection: Selection) -> dict[str, Mask]:
    """By variable, which of its words are in the selection. A case that does not tell its day is in none that has days."""
    lists = {
        "country": selection.countries,
        "centre": selection.centres,
        "stage": selection.stages,
        "programme": selection.programmes,
    }
    found = {name: [word in codes for word in words.get(name, ())] for name, codes in lists.items() if codes}
    first, last = (day.isoformat() if day else "" for day in (selection.first_day, selection.last_day))
    if first or last:
        found["day"] = [
            word not in (NOT_ASKED, *ABSENT) and (not first or word >= first) and (not last or word <= last)
            for word in words.get("day", ())
        ]
    return {name: np.array(mask, dtype=bool) for name, mask in found.items()}


def _told(words: Sequence[str], numbers: NDArray[np.int32]) -> set[str]:
    return {words[number] for number in np.unique(numbers).tolist()} - {NOT_ASKED, *ABSENT}
