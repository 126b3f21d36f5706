"""Cases in columns: what the report counts of many people, so that a table is one pass over two columns.

A case is what `domain.derived` makes of a profile: codes, flags, amounts and lists by the name of the variable.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from types import MappingProxyType
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.domain.derived.answered import Absence
from s2w_desktop.domain.derived.cases import CaseValue

YES, NO = "yes", "no"
ABSENT: Final = frozenset(state.value for state in Absence)
_AT_ONCE: Final = 2_000
_NOT_ASKED = ""


@dataclass(frozen=True)
class Classes:
    """A column of codes: `of[case]` is a place in `names`. The empty name is for not asked; an `Absence` stands for itself."""

    names: tuple[str, ...]
    of: NDArray[np.int32]

    @property
    def told(self) -> NDArray[np.bool_]:
        """Which cases have an answer."""
        answers = np.array([name != _NOT_ASKED and name not in ABSENT for name in self.names], dtype=bool)
        return answers[self.of] if len(self.names) else np.zeros(0, dtype=bool)

    def counts(self, where: NDArray[np.bool_] | None = None) -> dict[str, int]:
        """Cases by name, those of no case left out."""
        of = self.of if where is None else self.of[where]
        found = np.bincount(of, minlength=len(self.names))
        return {name: int(count) for name, count in zip(self.names, found, strict=True) if count}


def classes_of(codes: Sequence[str]) -> Classes:
    """A column of codes, one for each case."""
    names = tuple(dict.fromkeys(codes))
    places = {name: place for place, name in enumerate(names)}
    return Classes(names, np.array([places[code] for code in codes], dtype=np.int32))


@dataclass(frozen=True)
class Members:
    """A column of lists: case `cases[i]` has the code `names[codes[i]]`; `states` tells why a case has no list."""

    names: tuple[str, ...]
    cases: NDArray[np.int32]
    codes: NDArray[np.int32]
    states: Classes


@dataclass(frozen=True)
class Amounts:
    """A column of figures: not a number where there is none, of which `states` tells why."""

    of: NDArray[np.float64]
    states: Classes


class Cases:
    """Many cases. Columns have the same names for all; a name that no case knows raises KeyError."""

    def __init__(self, count: int, columns: Mapping[str, Classes | Members | Amounts]) -> None:
        self.count = count
        self._columns = MappingProxyType(dict(columns))

    def classes(self, name: str) -> Classes:
        """A column of codes or flags; of another kind, its states."""
        column = self._columns[name]
        return column if isinstance(column, Classes) else column.states

    def amounts(self, name: str) -> Amounts:
        """A column of figures."""
        column = self._columns[name]
        if not isinstance(column, Amounts):
            raise KeyError(name)
        return column

    def members(self, name: str) -> Members:
        """A column of lists."""
        column = self._columns[name]
        if not isinstance(column, Members):
            raise KeyError(name)
        return column

    def with_column(self, name: str, column: Classes | Members) -> "Cases":
        """The same cases with one more column."""
        return Cases(self.count, {**self._columns, name: column})

    def where(self, chosen: NDArray[np.bool_]) -> "Cases":
        """Some of the cases."""
        places = np.cumsum(chosen, dtype=np.int32) - 1
        return Cases(int(chosen.sum()), {name: _chosen(column, chosen, places) for name, column in self._columns.items()})


def _chosen(
    column: Classes | Members | Amounts, chosen: NDArray[np.bool_], places: NDArray[np.int32]
) -> Classes | Members | Amounts:
    if isinstance(column, Classes):
        return Classes(column.names, column.of[chosen])
    states = Classes(column.states.names, column.states.of[chosen])
    if isinstance(column, Amounts):
        return Amounts(column.of[chosen], states)
    kept = chosen[column.cases]
    return Members(column.names, places[column.cases[kept]], column.codes[kept], states)


def read_cases(
    names: Sequence[str], rows: Iterable[Sequence[CaseValue]], *, amounts: frozenset[str], lists: frozenset[str]
) -> Cases:
    """Cases out of rows whose values stand in the order of `names`. Few rows are in memory at a time."""
    builders: list[_Builder] = [_builder(name, amounts, lists) for name in names]
    taken, count = iter(rows), 0
    while piece := list(islice(taken, _AT_ONCE)):
        for builder, values in zip(builders, zip(*piece, strict=True), strict=True):
            builder.add(values, count)
        count += len(piece)
    return Cases(count, {name: builder.column() for name, builder in zip(names, builders, strict=True)})


def _builder(name: str, amounts: frozenset[str], lists: frozenset[str]) -> "_Builder":
    return _AmountBuilder() if name in amounts else _ListBuilder() if name in lists else _ClassBuilder()


class _Numbered(defaultdict[object, int]):
    """Gives every new name the next number."""

    def __missing__(self, key: object) -> int:
        self[key] = len(self)
        return self[key]


class _ClassBuilder:
    def __init__(self) -> None:
        self._names = _Numbered()
        self._pieces: list[NDArray[np.int32]] = []

    def add(self, values: Sequence[object], _first: int) -> None:
        self._pieces.append(np.fromiter(map(self._names.__getitem__, values), np.int32, len(values)))

    def column(self) -> Classes:
        return Classes(tuple(map(_name, self._names)), _joined(self._pieces, np.int32))


class _AmountBuilder:
    def __init__(self) -> None:
        self._states = _ClassBuilder()
        self._pieces: list[NDArray[np.float64]] = []

    def add(self, values: Sequence[object], first: int) -> None:
        figures = [float(value) if isinstance(value, (int, float, Decimal)) else np.nan for value in values]
        self._pieces.append(np.array(figures, dtype=np.float64))
        self._states.add([YES if isinstance(value, (int, float, Decimal)) else value for value in values], first)

    def column(self) -> Amounts:
        return Amounts(_joined(self._pieces, np.float64), self._states.column())


class _ListBuilder:
    def __init__(self) -> None:
        self._states = _ClassBuilder()
        self._names = _Numbered()
        self._cases: list[int] = []
        self._codes: list[int] = []

    def add(self, values: Sequence[object], first: int) -> None:
        self._states.add([YES if isinstance(value, (list, tuple)) else value for value in values], first)
        for case, value in enumerate(values, first):
            if isinstance(value, (list, tuple)):
                for code in dict.fromkeys(value):
                    self._cases.append(case)
                    self._codes.append(self._names[code])

    def column(self) -> Members:
        names = tuple(map(_name, self._names))
        return Members(names, np.array(self._cases, np.int32), np.array(self._codes, np.int32), self._states.column())


_Builder: TypeAlias = _ClassBuilder | _AmountBuilder | _ListBuilder


def _name(value: object) -> str:
    if value is None:
        return _NOT_ASKED
    return (YES if value else NO) if isinstance(value, bool) else str(value)


def _joined(pieces: Sequence[NDArray[np.int32]] | Sequence[NDArray[np.float64]], kind: type) -> NDArray:  # type: ignore[type-arg]
    return np.concatenate(pieces) if pieces else np.zeros(0, dtype=kind)
