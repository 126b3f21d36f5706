"""People who are left where reports are added and taken, in many ways at once: numbers in lines, a line for each way."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.analysis.counting import Crossed
from s2w_desktop.domain.figures import Heading


class Counts:
    """What several reports, by their names, counted by the same two variables."""

    def __init__(self, founds: Mapping[int, Crossed]) -> None:
        self.keys = tuple(dict.fromkeys(key for one in founds.values() for key in one.counts))
        self._line_of = {name: line for line, name in enumerate(founds)}
        listed = [one.counts.get(key, 0) for one in founds.values() for key in self.keys]
        self._of = np.array(listed, dtype=np.int64).reshape(len(founds), len(self.keys))
        self.rows, self.columns = (_Codes([key[side] for key in self.keys]) for side in (0, 1))

    def left(self, ways: Sequence[Mapping[int, int]]) -> "Left":
        """Who is left where each report is taken so many times."""
        factors = np.zeros((len(ways), len(self._line_of)), dtype=np.int64)
        for line, way in enumerate(ways):
            for name, factor in way.items():
                factors[line, self._line_of[name]] = factor
        return Left(self, factors @ self._of)


class _Codes:
    """The codes of one variable, and the number of the one that each key has."""

    def __init__(self, codes: Sequence[str]) -> None:
        self.number_of = {code: number for number, code in enumerate(dict.fromkeys(codes))}
        self.of = np.array([self.number_of[code] for code in codes], dtype=np.int64)

    def places(self, headings: Sequence[Sequence[str]]) -> NDArray[np.int64]:
        """The place of the heading of each key, -1 where there is none."""
        places = np.full(len(self.number_of), -1, dtype=np.int64)
        for place, codes in enumerate(headings):
            for code in codes:
                if code in self.number_of:
                    places[self.number_of[code]] = place
        return places[self.of]


class Left:
    """A line for each way, with a number for each key; what was corrected since counts as well, so that one can be under nought."""

    def __init__(self, counts: Counts, lines: NDArray[np.int64]) -> None:
        self._counts, self._lines = counts, lines
        self.is_nobody: list[bool] = (~lines.any(axis=1)).tolist()
        self._grouped: dict[tuple[tuple[tuple[str, ...], ...], ...], NDArray[np.int64]] = {}

    @cached_property
    def crossed(self) -> tuple[Crossed, ...]:
        """The people of each way."""
        keys = self._counts.keys
        return tuple(Crossed({keys[place]: count for place, count in enumerate(line) if count}, {}) for line in self._lines.tolist())

    @property
    def row_codes(self) -> tuple[str, ...]:
        """The codes of the rows, in the order of `by_row`."""
        return tuple(self._counts.rows.number_of)

    def by_row(self) -> NDArray[np.int64]:
        """For each way a number for each code of the rows."""
        rows = self._counts.rows
        return self._summed(np.arange(len(rows.of)), rows.of, len(rows.number_of))

    def grouped(self, rows: Sequence[Heading], columns: Sequence[Heading]) -> NDArray[np.int64]:
        """For each way a number for each cell, row by row."""
        wanted = (tuple(one.codes for one in rows), tuple(one.codes for one in columns))
        found = self._grouped.get(wanted)
        if found is None:
            row, column = self._counts.rows.places(wanted[0]), self._counts.columns.places(wanted[1])
            inside = np.flatnonzero((row >= 0) & (column >= 0))
            cells = row[inside] * len(columns) + column[inside]
            found = self._grouped[wanted] = self._summed(inside, cells, len(rows) * len(columns))
        return found

    def _summed(self, keys: NDArray[np.intp], cells: NDArray[np.int64], size: int) -> NDArray[np.int64]:
        """The numbers of some keys, those of one cell together. They are far from where a sum of floats is not exact."""
        count = len(self._lines)
        places = np.arange(count)[:, np.newaxis] * size + cells
        sums = np.bincount(places.ravel(), weights=self._lines[:, keys].ravel(), minlength=count * size)
        return sums.astype(np.int64).reshape(count, size)


def masks(lines: NDArray[np.bool_]) -> list[int]:
    """Each line as a whole number, its first place the lowest bit."""
    return [int.from_bytes(line.tobytes(), "little") for line in np.packbits(lines, axis=1, bitorder="little")]
