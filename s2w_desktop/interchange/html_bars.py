"""Bars beside the rows of a table of a web page: one, one for each group, or one of a hundred per cent parted by the columns.

They get printed numbers alone. What is hidden has a width that tells nothing, or stands in what the shown parts leave of a bar.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from s2w_desktop.domain.figures import LEAST_BASE, ChartKind, Count, CountTable, Heading, Period, Share, Sign, Table
from s2w_desktop.interchange.html_elements import Markup, element, together
from s2w_desktop.interchange.html_style import HIDDEN_BAR
from s2w_desktop.interchange.report_grids import Grid, Kind

_WITHOUT_BARS = (ChartKind.NONE, ChartKind.HEAT_MAP, ChartKind.BOX_PLOT)
_GROUPED = (ChartKind.PAIRED_BAR, ChartKind.PYRAMID, ChartKind.STACKED_BAR)
_LIGHTEST = 20
"""The first of the tints, in per cent of the colour of bars; the last is the colour itself."""

_DARKEST = 100


@dataclass(frozen=True)
class Bars:
    """What stands in the last cell of each row, and in that of the head: the words of the tints, where there are several."""

    cells: tuple[Markup, ...]
    key: Markup


def bars_of(table: Table, grid: Grid) -> Bars | None:
    """The bars of a table; None where its chart is none of bars. Rows for all have none, but where they are parted."""
    if table.chart in _WITHOUT_BARS:
        return None
    parts = _parts(table.columns) if isinstance(table, CountTable) else []
    if isinstance(table, CountTable) and table.chart in _GROUPED and parts:
        if table.is_by_row and table.chart is ChartKind.STACKED_BAR:
            return Bars(tuple(_stacked(line, parts) for line in table.counts), _key(grid, parts))
        if table.second is None and len(parts) > 1:
            return Bars(_grouped(table, parts), _key(grid, parts))
    return Bars(_single(table, grid), together(()))


def _parts(columns: Sequence[Heading]) -> list[int]:
    return [place for place, one in enumerate(columns) if not one.is_total]


def _tint(place: int, count: int) -> int:
    return _DARKEST if count == 1 else _LIGHTEST + (_DARKEST - _LIGHTEST) * place // (count - 1)


def _key(grid: Grid, parts: Sequence[int]) -> Markup:
    swatches = (
        element("span", _area(100, _tint(place, len(parts))), element("bdi", grid.columns[column].words), class_="key")
        for place, column in enumerate(parts)
    )
    return together(swatches)


def _area(width: float, tint: int) -> Markup:
    return element("i", style=f"width:{width:.4g}%" + (f";--tint:{tint}%" if tint < _DARKEST else ""))


def _hidden(width: float) -> Markup:
    return element("i", class_="hidden", style=f"width:{width:.4g}%")


def _stacked(line: Sequence[Count], parts: Sequence[int]) -> Markup:
    """A bar of a hundred per cent; what is hidden stands together at its end. None where a base is too small for shares."""
    whole = line[-1]
    if isinstance(whole, Sign) or whole < LEAST_BASE:
        return together(())
    shown = [(place, count) for place, column in enumerate(parts) if not isinstance(count := line[column], Sign)]
    areas = [_area(100 * count / whole, _tint(place, len(parts))) for place, count in shown if count]
    rest = whole - sum(count for _, count in shown)
    return element("span", *areas, *([_hidden(100 * rest / whole)] if len(shown) < len(parts) else []), class_="stack")


def _grouped(table: CountTable, parts: Sequence[int]) -> tuple[Markup, ...]:
    """A bar for each column, by its share where the table has shares of columns."""
    by_share = any(isinstance(share, int) for line in table.shares for share in line) and not table.is_by_row
    rows = [[_length(table, row, column, by_share=by_share) for column in parts] for row in range(len(table.rows))]
    told = [row for row, heading in enumerate(table.rows) if not heading.is_total]
    most = max((one for row in told for one in rows[row] if isinstance(one, int)), default=0)
    tints = [_tint(place, len(parts)) for place in range(len(parts))]
    return tuple(
        together(_bar(one, most, tint) for one, tint in zip(lengths, tints, strict=True)) if row in told else together(())
        for row, lengths in enumerate(rows)
    )


def _length(table: CountTable, row: int, column: int, *, by_share: bool) -> Count | Share:
    count = table.counts[row][column]
    if isinstance(count, Sign) or not by_share:
        return count
    share = table.shares[row][column]
    return share if isinstance(share, int) else 0


def _single(table: Table, grid: Grid) -> tuple[Markup, ...]:
    """A bar of all people of each row; of two periods by their shares, for they differ in their numbers."""
    place = max(place for place, column in enumerate(grid.columns) if column.kind is Kind.COUNT)
    values = [line.figures[place].value for line in grid.lines]
    lengths: list[Count] = [value if isinstance(value, Sign) else int(value) for value in values]
    tints = [_DARKEST] * len(lengths)
    if isinstance(table, CountTable) and table.second is not None:
        by_share = any(isinstance(line[-1], int) for line in table.shares)
        lengths = [_length(table, row, len(table.columns) - 1, by_share=by_share) for row in range(len(table.rows))]
        tints = [_DARKEST if row.period is Period.FIRST else _LIGHTEST for row in table.rows]
    told = [length for line, length in zip(grid.lines, lengths, strict=True) if not line.is_total]
    most = max((one for one in told if isinstance(one, int)), default=0)
    return tuple(
        together(()) if line.is_total else _bar(length, most, tint)
        for line, length, tint in zip(grid.lines, lengths, tints, strict=True)
    )


def _bar(length: Count, most: int, tint: int) -> Markup:
    if isinstance(length, Sign):
        return _hidden(HIDDEN_BAR)
    return _area(round(100 * length / most), tint) if length else together(())
