"""People who are left where reports are added and taken, in many ways at once: numbers in lines, a line for each way."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.analysis.counting import Crossed
from s2w_desktop.domain.figures import Heading

Factors: TypeAlias = NDArray[np.int64]
"""A line for each way, with how many times each report is taken: 1, -1 or 0."""

_Classes: TypeAlias = tuple[tuple[str, ...], ...]
"""The codes of each class."""


class Counts:
    """What several reports counted by the same two variables."""

    def __init__(self, founds: Sequence[Crossed]) -> None:
        self.keys = tuple(dict.fromkeys(key for one in founds for key in one.counts))
        listed = [one.counts.get(key, 0) for one in founds for key in self.keys]
        self._of = np.array(listed, dtype=np.int64).reshape(len(founds), len(self.keys))
        self.rows, self.columns = (_Codes([key[side] for key in self.keys]) for side in (0, 1))

    def left(self, factors: Factors) -> "Left":
        """Who is left of each way."""
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
    """A line for each way, with a number for each key; what was corrected since counts as well, so one can be under nought."""

    def __init__(self, counts: Counts, lines: NDArray[np.int64]) -> None:
        self._counts, self._lines = counts, lines
        self.is_nobody: NDArray[np.bool_] = np.asarray(~lines.any(axis=1))
        self._grouped: dict[tuple[_Classes, _Classes], NDArray[np.int64]] = {}
        self._under: dict[tuple[_Classes, _Classes, int], list[int]] = {}

    @property
    def people(self) -> NDArray[np.int64]:
        """For each way a number."""
        return np.asarray(self._lines.sum(axis=1))

    @property
    def row_codes(self) -> tuple[str, ...]:
        """The codes of the rows, in the order of `by_row`."""
        return tuple(self._counts.rows.number_of)

    @property
    def column_codes(self) -> tuple[str, ...]:
        """The codes of the columns."""
        return tuple(self._counts.columns.number_of)

    def by_row(self) -> NDArray[np.int64]:
        """For each way a number for each code of the rows."""
        return self._by(self._counts.rows, self._lines)

    def row_sums(self) -> list[dict[str, int]]:
        """For each way people by the code of the rows, those with a number for some column."""
        return self._sums(self._counts.rows)

    def column_sums(self) -> list[dict[str, int]]:
        """For each way people by the code of the columns, those with a number for some row."""
        return self._sums(self._counts.columns)

    def grouped(self, rows: Sequence[Heading], columns: Sequence[Heading]) -> NDArray[np.int64]:
        """For each way a number for each cell, row by row."""
        wanted = _wanted(rows, columns)
        found = self._grouped.get(wanted)
        if found is None:
            row, column = self._counts.rows.places(wanted[0]), self._counts.columns.places(wanted[1])
            inside = np.flatnonzero((row >= 0) & (column >= 0))
            cells = row[inside] * len(columns) + column[inside]
            found = self._grouped[wanted] = _summed(self._lines[:, inside], cells, len(rows) * len(columns))
        return found

    def under(self, rows: Sequence[Heading], columns: Sequence[Heading], least: int) -> list[int]:
        """For each cell, row by row, the ways of which fewer than `least` are left in it, as bits."""
        wanted = (*_wanted(rows, columns), least)
        if wanted not in self._under:
            self._under[wanted] = masks((self.grouped(rows, columns) < least).T)
        return self._under[wanted]

    def _sums(self, codes: "_Codes") -> list[dict[str, int]]:
        names = tuple(codes.number_of)
        pairs = zip(self._by(codes, self._lines).tolist(), self._by(codes, self._lines != 0).tolist(), strict=True)
        return [
            {name: count for name, count, is_there in zip(names, line, there, strict=True) if is_there} for line, there in pairs
        ]

    def _by(self, codes: "_Codes", lines: NDArray[Any]) -> NDArray[np.int64]:
        return _summed(lines, codes.of, len(codes.number_of))


def _wanted(rows: Sequence[Heading], columns: Sequence[Heading]) -> tuple[_Classes, _Classes]:
    return tuple([one.codes for one in rows]), tuple([one.codes for one in columns])


def _summed(lines: NDArray[Any], cells: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """The numbers of each line, those of one cell together. They are far from where a sum of floats is not exact."""
    places = np.arange(len(lines))[:, np.newaxis] * size + cells
    sums = np.bincount(places.ravel(), weights=lines.ravel(), minlength=len(lines) * size)
    return sums.astype(np.int64).reshape(len(lines), size)


def masks(lines: NDArray[np.bool_]) -> list[int]:
    """Each line as a whole number, its first place the lowest bit."""
    return [int.from_bytes(line.tobytes(), "little") for line in np.packbits(lines, axis=1, bitorder="little")]
