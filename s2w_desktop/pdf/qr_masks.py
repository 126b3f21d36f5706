"""Which of the eight masks of a QR code scans best (ISO/IEC 18004, 7.8), with the whole symbol as one number, row after row."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

_RUN, _BLOCK, _FINDER, _BALANCE = 3, 3, 40, 10  # penalties N1 to N4
_LIKE_A_FINDER: Final = ("10111010000", "00001011101")
_VERSIONS: Final = 8  # kept at once; papers of one program use one


def best_mask(modules: Sequence[Sequence[bool]], data_places: Iterable[tuple[int, int]]) -> int:
    """The number of the mask with the least penalty, the lowest of equal ones.

    `modules` are the rows of the symbol under mask 0, `data_places` the (column, row) of each module that masks turn over.
    """
    side = len(modules)
    symbol = _as_number(modules)
    masks = _masks(side, tuple(data_places))
    return min(range(len(masks)), key=lambda number: _penalty(symbol ^ masks[0] ^ masks[number], side))


def _as_number(rows: Sequence[Sequence[bool]]) -> int:
    """Every row is followed by a bit that belongs to no module."""
    return int("".join("".join("1" if dark else "0" for dark in row) + "0" for row in rows), 2)


@lru_cache(maxsize=_VERSIONS)
def _masks(side: int, data_places: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    def turned(number: int) -> int:
        rows = [[False] * side for _ in range(side)]
        for column, row in data_places:
            rows[row][column] = _turns(number, row, column)
        return _as_number(rows)

    return tuple(map(turned, range(8)))


def _turns(number: int, row: int, column: int) -> bool:
    """Whether a mask turns a module over."""
    product = row * column
    return not (
        (row + column) % 2,
        row % 2,
        column % 3,
        (row + column) % 3,
        (row // 2 + column // 3) % 2,
        product % 2 + product % 3,
        (product % 2 + product % 3) % 2,
        (product % 3 + (row + column) % 2) % 2,
    )[number]


@lru_cache(maxsize=_VERSIONS)
def _in_symbol(side: int) -> int:
    """A bit for each module."""
    return _as_number([[True] * side] * side)


def _penalty(symbol: int, side: int) -> int:
    modules, below = _in_symbol(side), side + 1
    across, down = (~(symbol ^ symbol >> step) & modules & modules >> step for step in (1, below))  # equal to its neighbour
    blocks = across & down & across >> below & down >> 1
    dark = 100 * symbol.bit_count() // side**2
    return (
        _runs(across, 1)
        + _runs(down, below)
        + _BLOCK * blocks.bit_count()
        + _FINDER * sum(_found(symbol, modules, step) for step in (1, below))
        + _BALANCE * (abs(dark - 50) // 5)
    )


def _runs(equal: int, step: int) -> int:
    """For a run of five modules of one colour 3, and 1 for each module more."""
    long = equal & equal >> step & equal >> 2 * step & equal >> 3 * step
    begins = long & ~(long << step)
    return long.bit_count() + (_RUN - 1) * begins.bit_count()


def _found(symbol: int, modules: int, step: int) -> int:
    """How often something looks like a finder pattern, in one direction."""
    found = 0
    for pattern in _LIKE_A_FINDER:
        here = -1
        for place, sign in enumerate(pattern):
            here &= (symbol if sign == "1" else ~symbol & modules) >> place * step
        found += here.bit_count()
    return found
