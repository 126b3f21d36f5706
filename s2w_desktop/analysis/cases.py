"""Cases in columns: what the report counts of many people, so that a table is one pass over two columns.

A case is what `domain.derived` makes of a profile: codes, flags, amounts and lists by the name of the variable.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.domain.derived.answered import Absence

YES, NO = "yes", "no"
"""The codes of a flag; `YES` is also the state of an amount or list that is there."""

NOT_ASKED = ""
ABSENT: Final = frozenset(state.value for state in Absence)

Numbers: TypeAlias = NDArray[np.integer[Any]]
"""Whole numbers, as narrow as they can be: a column of flags is a byte for each person."""


@dataclass(frozen=True)
class Classes:
    """A column of codes: `of[case]` is a place in `names`. The empty name is for not asked; an `Absence` stands for itself."""

    names: tuple[str, ...]
    of: Numbers

    @property
    def told(self) -> NDArray[np.bool_]:
        """Which cases have an answer."""
        answers = np.array([name != NOT_ASKED and name not in ABSENT for name in self.names], dtype=bool)
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

    def texts(self, name: str) -> list[str]:
        """A column of codes or flags as words, or of figures as numbers where there are some; one for each case."""
        column = self.classes(name)
        words = np.array(column.names, dtype=object)[column.of].tolist() if self.count else []
        if isinstance(found := self._columns[name], Amounts):
            return [word if np.isnan(figure) else _number(figure) for word, figure in zip(words, found.of.tolist(), strict=True)]
        return [str(word) for word in words]

    def with_column(self, name: str, column: Classes | Members) -> "Cases":
        """The same cases with one more column."""
        return Cases(self.count, {**self._columns, name: column})

    def where(self, chosen: NDArray[np.bool_]) -> "Cases":
        """Some of the cases."""
        places = np.cumsum(chosen, dtype=np.int32) - 1
        return Cases(int(chosen.sum()), {name: _chosen(column, chosen, places) for name, column in self._columns.items()})


def _number(figure: float) -> str:
    return str(int(figure) if figure.is_integer() else figure)


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
