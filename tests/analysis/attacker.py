"""Somebody who has everything that was printed and an integer programme, and wants to know a hidden number.

It knows nothing of how cells are hidden: only what the signs mean, that sums add up, and which people a report contains that an
earlier one contained. Its unknowns are people by code, below all classes that were joined.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from s2w_desktop.domain.figures import Count, CountTable, Heading, HeadingKind, Sign

Unknown = tuple[str, str, str]
"""Which table of which edition, row code, column code."""

Cell = tuple[str, int, int]


@dataclass
class Attacker:
    """Reads tables, then says which hidden cells it can tell."""

    threshold: int
    people: int
    _numbers: dict[Unknown, int] = field(default_factory=dict)
    _rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)
    _cells: dict[Cell, tuple[dict[int, float], Count]] = field(default_factory=dict)

    def read(self, name: str, table: CountTable) -> None:
        """Take in a table of people by two variables, under a name of its own."""
        columns = [one for one in table.columns if one.kind is not HeadingKind.TOTAL] or [Heading("", ("*",))]
        has_total = len(columns) < len(table.columns) or len(table.columns) == 1
        rows = [one for one in table.rows if one.kind is not HeadingKind.TOTAL]
        for i, row in enumerate(table.rows):
            for j in range(len(table.columns)):
                row_codes = [code for one in rows for code in one.codes] if row.kind is HeadingKind.TOTAL else row.codes
                is_total = has_total and j == len(table.columns) - 1
                column_codes = [code for one in columns for code in one.codes] if is_total else columns[j].codes
                sum_of = {self._unknown((name, r, c)): 1.0 for r in row_codes for c in column_codes}
                self._cells[name, i, j] = (sum_of, table.counts[i][j])
                self._rows.append((sum_of, *self._meaning(table.counts[i][j])))

    def nested(self, child: str, parent: str, parent_of: Mapping[str, str]) -> None:
        """A table whose rows are parts of the rows of another, over the same people."""
        for of, r, c in list(self._numbers):
            if of == parent:
                parts = {
                    self._numbers[key]: 1.0 for key in self._numbers if key[0] == child and parent_of[key[1]] == r and key[2] == c
                }
                if parts:
                    self._rows.append((parts | {self._numbers[of, r, c]: -1.0}, 0, 0))

    def joined(self, by_second: str, by_third: str, third_by_second: str) -> None:
        """Three tables are of the same people: the first variable by the second and by the third, and the third by the second.

        Their cells are sums over people by all three, which the attacker may choose as it likes.
        """
        seconds = {c for of, _, c in self._numbers if of == by_second}
        thirds = {c for of, _, c in self._numbers if of == by_third}
        firsts = {r for of, r, _ in self._numbers if of == by_second}
        for (of, r, c), place in list(self._numbers.items()):
            parts = {
                by_second: [(r, c, third) for third in thirds],
                by_third: [(r, second, c) for second in seconds],
                third_by_second: [(first, c, r) for first in firsts],
            }.get(of, [])
            if parts:
                whole = {self._unknown(("joint", f"{first} {second}", third)): 1.0 for first, second, third in parts}
                self._rows.append((whole | {place: -1.0}, 0, 0))

    def contains(self, new: str, old: str) -> None:
        """Everybody in one edition of a table is in another."""
        for of, r, c in list(self._numbers):
            if of == old:
                self._rows.append(({self._unknown((new, r, c)): 1.0, self._numbers[of, r, c]: -1.0}, 0, np.inf))

    def told(self) -> set[Cell]:
        """The hidden cells that can be one number only."""
        open_ = {cell for cell, (_, count) in self._cells.items() if isinstance(count, Sign)}
        seen: dict[Cell, set[int]] = {cell: set() for cell in open_}
        found: set[Cell] = set()
        for cell in sorted(open_):
            for sign in (1.0, -1.0):
                if len(seen[cell]) > 1:
                    break
                solution = self._solve({place: sign * factor for place, factor in self._cells[cell][0].items()})
                for other in open_:
                    seen[other].add(round(sum(solution[place] for place in self._cells[other][0])))
            if len(seen[cell]) < 2:
                found.add(cell)
        return found

    def _unknown(self, key: Unknown) -> int:
        return self._numbers.setdefault(key, len(self._numbers))

    def _meaning(self, count: Count) -> tuple[float, float]:
        if count is Sign.SMALL:
            return 1, self.threshold - 1
        if count is Sign.PROTECTED:
            return self.threshold, self.people
        assert isinstance(count, int)
        return count, count

    def _solve(self, wanted: Mapping[int, float]) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        size = len(self._numbers)
        goal = np.zeros(size)
        for place, factor in wanted.items():
            goal[place] = factor
        lines = [(i, place, factor) for i, (parts, _, _) in enumerate(self._rows) for place, factor in parts.items()]
        matrix = csr_array(
            ([factor for _, _, factor in lines], ([i for i, _, _ in lines], [place for _, place, _ in lines])),
            shape=(len(self._rows), size),
        )
        limits = LinearConstraint(matrix, [low for _, low, _ in self._rows], [high for _, _, high in self._rows])
        # without presolve, which called a programme infeasible that the truth fulfils (HiGHS of scipy 1.17.1, seed 603)
        done = milp(
            goal, constraints=limits, bounds=Bounds(0, self.people), integrality=np.ones(size), options={"presolve": False}
        )
        assert done.success, done.message  # what was printed is true, so there is a solution
        return np.asarray(done.x)


def hidden_cells(tables: Sequence[CountTable]) -> Iterator[Count]:
    """All signs of tables."""
    for table in tables:
        for line in table.counts:
            yield from (count for count in line if isinstance(count, Sign))
