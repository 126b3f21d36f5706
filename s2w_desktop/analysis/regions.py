"""Which reports can be set against each other: people by the selections that take them, and reports added and taken.

A person is taken by some of the selections and not by others. All who are alike in that are one kind of people, and a selection
is a set of kinds. Adding some reports and taking others tells about single people where it leaves some kinds once and no kind
twice: a year less its quarter leaves three quarters, and January to June with April to September, less January to September,
leaves April to June, of which no report was made. Two reports that overlap in part, alone, leave nothing of that sort: any number
of people could be in both.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product
from operator import attrgetter
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.domain.figures import Selection

Place: TypeAlias = tuple[str, str, str, str, str]
"""Day, country, centre, stage and programme of somebody, each empty where it is not told."""

Kinds: TypeAlias = NDArray[np.int8]
"""For each kind of people whether a selection takes them: 1 or 0."""

_LISTS: Final = tuple(attrgetter(name) for name in ("countries", "centres", "stages", "programmes"))
_AT_ONCE: Final = 3
"""So many earlier reports are tried together in every way; further ones are taken from what is left."""

_FEW: Final = 4
"""Of so many that are taken away, any can be left in place."""

_MANY: Final = 40
"""With more earlier reports than this, those that have nobody of the new one are only tried two at a time."""


@dataclass(frozen=True)
class Relation:
    """What is left of the new report, added (1) or taken (-1), and of earlier ones by their places, each with such a factor, is
    people of whom each counts once, or nobody."""

    sign: int
    factors: tuple[tuple[int, int], ...]


def relations(earlier: Sequence[Selection], new: Selection, people: Iterable[Place] | None = None) -> tuple[Relation, ...]:
    """How a new report can be set against earlier ones: against each that contains it or is part of it, and against several at
    once, as many as there are to take.

    `people` are the places of everybody of the store: one selection contains another when it does for them. Without them any
    place could be somebody's.
    """
    *olds, own = _kinds([*earlier, new], people)
    used = [place for place, old in enumerate(olds) if old.any()]
    found: dict[Relation, None] = {}
    for size in range(1, _AT_ONCE + 1):
        near = used if size < _AT_ONCE or len(used) <= _MANY else [place for place in used if (olds[place] & own).any()]
        for one in _valid(olds, own, near, size):
            for is_large_first in (True, False):
                whole = _completed(one, olds, used, own, is_large_first=is_large_first)
                found |= dict.fromkeys(_looser(whole, olds, own))
    return tuple(found)


def _looser(whole: Relation, olds: Sequence[Kinds], own: Kinds) -> Iterator[Relation]:
    """The same, and what is left where some are not taken away: a report may not show what is asked of it. Of many it is one at a
    time, or all but one. What leaves nobody is told with the new report added."""
    left = _left(whole, olds, own)
    spare = [place for place, factor in whole.factors if factor < 0 and not (olds[place] & left).any()]
    sizes = range(len(spare) + 1) if len(spare) <= _FEW else (0, 1, len(spare) - 1, len(spare))
    for size in sizes:
        for without in combinations(spare, size):
            one = Relation(whole.sign, tuple(factor for factor in whole.factors if factor[0] not in without))
            now = _left(one, olds, own)
            if not now.any() and one.sign < 0:
                one = Relation(1, tuple((place, -factor) for place, factor in one.factors))
            if not _has_spare(one, olds, own, now):
                yield one


def _left(one: Relation, olds: Sequence[Kinds], own: Kinds) -> Kinds:
    return np.asarray(one.sign * own + sum(factor * olds[place] for place, factor in one.factors), dtype=np.int8)


def _has_spare(one: Relation, olds: Sequence[Kinds], own: Kinds, left: Kinds) -> bool:
    """Whether something that is added is left as a whole, so that it need not be there."""
    members = [(own, one.sign), *((olds[place], factor) for place, factor in one.factors)]
    return any(factor > 0 and bool((kinds <= left).all()) for kinds, factor in members)


def _valid(olds: Sequence[Kinds], own: Kinds, places: Sequence[int], size: int) -> Iterator[Relation]:
    """Ways to add and take so many that leave each kind once or not at all, and in which none could be spared."""
    groups = np.array(list(combinations(places, size)), dtype=int).reshape(-1, size)
    if not len(groups):
        return
    known = np.array(olds)
    for sign, *factors in product((1, -1), repeat=size + 1):
        left = sign * own + sum(factor * known[groups[:, at]] for at, factor in enumerate(factors))
        for row in np.flatnonzero(((left >= 0) & (left <= 1)).all(axis=1)):
            one = Relation(sign, tuple((int(place), factor) for place, factor in zip(groups[row], factors, strict=True)))
            if not _has_spare(one, olds, own, left[row]):
                yield one


def _completed(one: Relation, olds: Sequence[Kinds], used: Sequence[int], own: Kinds, *, is_large_first: bool) -> Relation:
    """The same with all taken away besides that lie in what is left."""
    by_size = sorted(used, key=lambda place: int(olds[place].sum()), reverse=is_large_first)
    factors, left = dict(one.factors), _left(one, olds, own)
    for place in by_size:
        if place not in factors and bool((olds[place] <= left).all()):
            left = left - olds[place]
            factors[place] = -1
    return Relation(one.sign, tuple(sorted(factors.items())))


def _kinds(selections: Sequence[Selection], people: Iterable[Place] | None) -> list[Kinds]:
    """Each selection by the kinds of people: those that there are, or could be."""
    axes = [_by_day(selections), *(_by_code([codes(one) for one in selections]) for codes in _LISTS)]
    if people is None:
        found = {(1 << len(selections)) - 1}
        for axis in axes:
            found = {one & other for one in found for other in set(axis.masks)}
    else:
        found = set()
        for place in people:
            mask = -1
            for axis, code in zip(axes, place, strict=True):
                mask &= axis.of(code)
            found.add(mask)
    listed = sorted(found)
    return [np.array([mask >> place & 1 for mask in listed], dtype=np.int8) for place in range(len(selections))]


@dataclass(frozen=True)
class _Axis:
    """Which selections take somebody with a code: a bit for each. `other` is for codes that no selection names, and for none."""

    known: dict[str, int]
    other: int
    starts: tuple[str, ...] = ()

    @property
    def masks(self) -> tuple[int, ...]:
        return (*self.known.values(), self.other)

    def of(self, code: str) -> int:
        if not code:
            return self.other
        return self.known[self.starts[bisect_right(self.starts, code) - 1]] if self.starts else self.known.get(code, self.other)


def _by_day(selections: Sequence[Selection]) -> _Axis:
    """A span of days by its first day; the first span has none."""
    starts = {one.first_day for one in selections if one.first_day}
    starts |= {one.last_day + timedelta(days=1) for one in selections if one.last_day}
    spans: list[date] = [date.min, *sorted(starts)]

    def takes(one: Selection, day: date) -> bool:
        return (one.first_day is None or one.first_day <= day) and (one.last_day is None or day <= one.last_day)

    known = {"" if day == date.min else day.isoformat(): _mask(takes(one, day) for one in selections) for day in spans}
    without = _mask(one.first_day is None and one.last_day is None for one in selections)
    return _Axis(known, without, tuple(known))


def _by_code(lists: Sequence[Sequence[str]]) -> _Axis:
    codes = dict.fromkeys(code for codes in lists for code in codes)
    return _Axis({code: _mask(not one or code in one for one in lists) for code in codes}, _mask(not one for one in lists))


def _mask(bits: Iterable[bool]) -> int:
    return sum(bit << place for place, bit in enumerate(bits))
