"""People who are left where reports are added and taken, in many ways at once: numbers in lines, a line for each way."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.analysis.counting import Crossed
from s2w_desktop.domain.figures import Heading

Factors: TypeAlias = NDArray[np.int64]
"""A line for each way, with how many times each report is taken: 1, -1 or 0."""

Numbers: TypeAlias = NDArray[np.int64]
_Classes: TypeAlias = tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]
"""The codes of each row, and of each column."""


class Counts:
    """What several reports counted by the same two variables, a line for each."""

    def __init__(self, founds: Sequence[Crossed]) -> None:
        keys = tuple(dict.fromkeys(key for one in founds for key in one.counts))
        listed = [one.counts.get(key, 0) for one in founds for key in keys]
        self.lines = np.array(listed, dtype=np.int64).reshape(len(founds), len(keys))
        self.rows, self.columns = (tuple(dict.fromkeys(key[side] for key in keys)) for side in (0, 1))
        self._keys = keys
        self._grouped: dict[_Classes, Numbers] = {}

    @cached_property
    def of_row(self) -> Numbers:
        """For each key a line that tells which of the rows it has."""
        return _one_of([key[0] for key in self._keys], {code: place for place, code in enumerate(self.rows)}, len(self.rows))

    @cached_property
    def of_column(self) -> Numbers:
        """The same of the columns."""
        places = {code: place for place, code in enumerate(self.columns)}
        return _one_of([key[1] for key in self._keys], places, len(self.columns))

    def grouped(self, classes: _Classes) -> Numbers:
        """A number for each cell, row by row."""
        if classes not in self._grouped:
            row_of, column_of = ({code: place for place, codes in enumerate(some) for code in codes} for some in classes)
            width = len(classes[1])
            cell_of = {
                key: row_of[key[0]] * width + column_of[key[1]] for key in self._keys if key[0] in row_of and key[1] in column_of
            }
            self._grouped[classes] = self.lines @ _one_of(self._keys, cell_of, len(classes[0]) * width)
        return self._grouped[classes]


class Left:
    """A line for each way; what was corrected since counts as well, so that a number can be under nought."""

    def __init__(self, counts: Counts, factors: Factors) -> None:
        self._counts, self._factors = counts, factors
        self._grouped: dict[_Classes, Numbers] = {}
        self._under: dict[_Classes, list[tuple[int, int]]] = {}

    @cached_property
    def lines(self) -> Numbers:
        """A number for each pair of codes that somebody has."""
        return self._factors @ self._counts.lines

    @cached_property
    def is_nobody(self) -> NDArray[np.bool_]:
        """Which ways leave nobody."""
        return np.asarray(~self.lines.any(axis=1))

    @property
    def people(self) -> Numbers:
        """For each way a number."""
        return np.asarray(self.lines.sum(axis=1))

    @property
    def row_codes(self) -> tuple[str, ...]:
        """The codes of the rows, in the order of `by_row`."""
        return self._counts.rows

    @property
    def column_codes(self) -> tuple[str, ...]:
        """The codes of the columns."""
        return self._counts.columns

    def by_row(self) -> Numbers:
        """A number for each code of the rows."""
        return self.lines @ self._counts.of_row

    def row_sums(self) -> list[dict[str, int]]:
        """For each way people by the code of the rows, those with a number for some column."""
        return self._sums(self._counts.rows, self._counts.of_row)

    def column_sums(self) -> list[dict[str, int]]:
        """For each way people by the code of the columns, those with a number for some row."""
        return self._sums(self._counts.columns, self._counts.of_column)

    def grouped(self, rows: Sequence[Heading], columns: Sequence[Heading]) -> Numbers:
        """A number for each cell, row by row."""
        classes = _classes(rows, columns)
        if classes not in self._grouped:
            self._grouped[classes] = self._factors @ self._counts.grouped(classes)
        return self._grouped[classes]

    def under(self, rows: Sequence[Heading], columns: Sequence[Heading]) -> list[tuple[int, int]]:
        """For each cell, row by row, the ways that leave nobody in it, and those that leave one at most, as bits."""
        classes = _classes(rows, columns)
        if classes not in self._under:
            grid = self.grouped(rows, columns).T
            self._under[classes] = list(zip(masks(grid < 1), masks(grid < 2), strict=True))
        return self._under[classes]

    def _sums(self, codes: Sequence[str], of: Numbers) -> list[dict[str, int]]:
        pairs = zip((self.lines @ of).tolist(), ((self.lines != 0) @ (of != 0)).tolist(), strict=True)
        return [
            {code: count for code, count, is_there in zip(codes, line, there, strict=True) if is_there} for line, there in pairs
        ]


def masks(lines: NDArray[np.bool_]) -> list[int]:
    """Each line as a whole number, its first place the lowest bit."""
    return [int.from_bytes(line.tobytes(), "little") for line in np.packbits(lines, axis=1, bitorder="little")]


def _classes(rows: Sequence[Heading], columns: Sequence[Heading]) -> _Classes:
    return tuple([one.codes for one in rows]), tuple([one.codes for one in columns])


def _one_of(keys: Sequence[Any], place_of: Mapping[Any, int], size: int) -> Numbers:
    """A line for each key, with a one in its place; without one where it has none."""
    found = np.zeros((len(keys), size), dtype=np.int64)
    for line, key in enumerate(keys):
        if (place := place_of.get(key)) is not None:
            found[line, place] = 1
    return found
