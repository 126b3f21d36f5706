"""People counted by two columns, before anything is hidden: what never leaves the analysis."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from s2w_desktop.analysis.cases import ABSENT, NO, YES, Cases, Classes, Members
from s2w_desktop.analysis.groups import Mask
from s2w_desktop.domain.derived.answered import Absence
from s2w_desktop.domain.figures import Heading

if TYPE_CHECKING:
    from numpy.typing import NDArray

EVERYONE = "*"
"""The one class of a table without columns."""


@dataclass(frozen=True)
class Crossed:
    """People by a code of the rows and a code of the columns, those who answered both; and why others did not answer the rows."""

    counts: Mapping[tuple[str, str], int]
    absent: Mapping[str, int]

    @property
    def people(self) -> int:
        """How many answered both."""
        return sum(self.counts.values())

    def row_sums(self) -> dict[str, int]:
        """People by the code of the rows."""
        return _summed((row, count) for (row, _), count in self.counts.items())

    def column_sums(self) -> dict[str, int]:
        """People by the code of the columns."""
        return _summed((column, count) for (_, column), count in self.counts.items())

    def grouped(self, rows: Sequence[Heading], columns: Sequence[Heading]) -> dict[tuple[int, int], int]:
        """People by the place of a row and of a column; every place is there."""
        row_of = {code: place for place, heading in enumerate(rows) for code in heading.codes}
        column_of = {code: place for place, heading in enumerate(columns) for code in heading.codes}
        found = {(row, column): 0 for row in range(len(rows)) for column in range(len(columns))}
        for (row, column), count in self.counts.items():
            if row in row_of and column in column_of:
                found[row_of[row], column_of[column]] += count
        return found


def crossed(cases: Cases, rows: str, columns: str | None = None, where: Mask | None = None) -> Crossed:
    """People by two variables, or by one; only those of a group where there is one, for whom others are not meant."""
    return _crossed(cases.classes(rows), cases.classes(columns) if columns else _everyone(cases.count), where)


def members_crossed(
    cases: Cases, members: str, columns: str | None = None, *, most: int, where: Mask | None = None
) -> dict[str, Crossed]:
    """For the most frequent codes of a list, people by whether they have it and by a variable.

    Those without a list are absent. The most frequent code stands first, of two equals the lesser.
    """
    column = cases.members(members)
    by = cases.classes(columns) if columns else _everyone(cases.count)
    codes = column.codes if where is None else column.codes[where[column.cases]]
    people = np.bincount(codes, minlength=len(column.names))
    frequent = sorted(np.flatnonzero(people), key=lambda place: (-int(people[place]), column.names[place]))[:most]
    return {column.names[place]: _crossed(_flag(column, int(place), cases.count), by, where) for place in frequent}


def _flag(members: Members, place: int, count: int) -> Classes:
    """Whether each case has one code; where there is no list, the state of it."""
    states = members.states
    names = (YES, NO, *states.names)
    told = states.told
    flags = np.where(told, 1, states.of + 2).astype(np.int32)
    if count:
        flags[members.cases[members.codes == place]] = 0
    return Classes(names, flags)


def _everyone(count: int) -> Classes:
    return Classes((EVERYONE,), np.zeros(count, np.int32))


def _crossed(rows: Classes, columns: Classes, where: Mask | None = None) -> Crossed:
    inside = np.ones(len(rows.of), dtype=bool) if where is None else where
    told = rows.told & inside
    both = told & columns.told
    counts: NDArray[np.int64] = np.bincount(
        rows.of[both].astype(np.int64) * len(columns.names) + columns.of[both],
        minlength=len(rows.names) * len(columns.names),
    )
    found = {
        (rows.names[place // len(columns.names)], columns.names[place % len(columns.names)]): int(counts[place])
        for place in np.flatnonzero(counts)
    }
    absent = rows.counts(~told & inside)
    if outside := int((~inside).sum()):
        absent[Absence.NOT_APPLICABLE.value] = absent.get(Absence.NOT_APPLICABLE.value, 0) + outside
    for name, count in columns.counts(told & ~columns.told).items():  # of who answered the rows alone the columns tell why
        absent[name] = absent.get(name, 0) + count
    return Crossed(found, absent)


def absences(absent: Mapping[str, int]) -> tuple[int, int, int, int]:
    """How many were not asked, do not know, refused, and are not meant by a question."""
    not_meant = absent.get(Absence.NOT_APPLICABLE.value, 0) + absent.get(Absence.HIDDEN.value, 0)
    return (
        sum(count for name, count in absent.items() if name not in ABSENT),
        absent.get(Absence.UNKNOWN.value, 0),
        absent.get(Absence.REFUSED.value, 0),
        not_meant,
    )


def _summed(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for name, count in pairs:
        sums[name] = sums.get(name, 0) + count
    return sums
