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

from s2w_desktop.analysis.left import masks
from s2w_desktop.domain.figures import Selection

Place: TypeAlias = tuple[str, str, str, str, str]
"""Day, country, centre, stage and programme of somebody, each empty where it is not told."""

Kinds: TypeAlias = NDArray[np.int8]
"""For each selection and each kind of people whether it takes them: 1 or 0."""

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
    known = _Known(_kinds([*earlier, new], people))
    found: dict[Relation, None] = {}
    seen: set[Relation] = set()
    for size in range(1, _AT_ONCE + 1):
        for one, left in known.valid(size):
            for is_large_first in (True, False):
                whole, rest = known.completed(one, left, is_large_first=is_large_first)
                if whole not in seen:
                    seen.add(whole)
                    found |= dict.fromkeys(known.looser(whole, rest))
    return tuple(found)


class _Known:
    """Earlier selections and the new one, each a whole number with a bit for each kind of people that it takes."""

    def __init__(self, lines: Kinds) -> None:
        """A line for each selection, the new one last."""
        self._lines = lines[:-1]
        self._own_line = lines[-1]
        *self._olds, self._own = masks(lines == 1)
        self._used = [place for place, old in enumerate(self._olds) if old]
        self._by_size = {
            is_large_first: sorted(self._used, key=lambda place: self._olds[place].bit_count(), reverse=is_large_first)
            for is_large_first in (True, False)
        }

    def valid(self, size: int) -> Iterator[tuple[Relation, int]]:
        """Ways to add and take so many that leave each kind once or not at all, and in which none could be spared; and the kinds
        that are left."""
        is_all = size < _AT_ONCE or len(self._used) <= _MANY
        places = self._used if is_all else [place for place in self._used if self._olds[place] & self._own]
        groups = np.array(list(combinations(places, size)), dtype=int).reshape(-1, size)
        if not len(groups):
            return
        for sign, *factors in product((1, -1), repeat=size + 1):
            left = sign * self._own_line + sum(factor * self._lines[groups[:, at]] for at, factor in enumerate(factors))
            rows = np.flatnonzero(((left >= 0) & (left <= 1)).all(axis=1))
            for group, kinds in zip(groups[rows].tolist(), masks(left[rows] == 1), strict=True):
                one = Relation(sign, tuple(zip(group, factors, strict=True)))
                if not self._has_spare(one, kinds):
                    yield one, kinds

    def completed(self, one: Relation, left: int, *, is_large_first: bool) -> tuple[Relation, int]:
        """The same with all taken away besides that lie in what is left, and what is left then."""
        factors = dict(one.factors)
        for place in self._by_size[is_large_first]:
            if place not in factors and not self._olds[place] & ~left:
                left &= ~self._olds[place]
                factors[place] = -1
        return Relation(one.sign, tuple(sorted(factors.items()))), left

    def looser(self, whole: Relation, left: int) -> Iterator[Relation]:
        """The same, and what is left where some are not taken away: a report may not show what is asked of it. Of many it is one
        at a time, or all but one. What leaves nobody is told with the new report added."""
        spare = [place for place, factor in whole.factors if factor < 0 and not self._olds[place] & left]
        sizes = range(len(spare) + 1) if len(spare) <= _FEW else (0, 1, len(spare) - 1, len(spare))
        for size in sizes:
            for without in combinations(spare, size):
                one = Relation(whole.sign, tuple(factor for factor in whole.factors if factor[0] not in without))
                now = left
                for place in without:
                    now |= self._olds[place]
                if not now and one.sign < 0:
                    one = Relation(1, tuple((place, -factor) for place, factor in one.factors))
                if not self._has_spare(one, now):
                    yield one

    def _has_spare(self, one: Relation, left: int) -> bool:
        """Whether something that is added is left as a whole, so that it need not be there."""
        if one.sign > 0 and not self._own & ~left:
            return True
        return any(factor > 0 and not self._olds[place] & ~left for place, factor in one.factors)


def _kinds(selections: Sequence[Selection], people: Iterable[Place] | None) -> Kinds:
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
    lines = [[mask >> place & 1 for mask in listed] for place in range(len(selections))]
    return np.array(lines, dtype=np.int8).reshape(len(selections), len(listed))


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
