"""A table of the report as rows to read: the same numbers and signs as on paper."""

from collections.abc import Iterator

from s2w_desktop.domain.figures import Sign, Table
from s2w_desktop.i18n.isolation import shown_value
from s2w_desktop.i18n.report_headings import Skills
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.interchange.report_grids import Grid, Kind, Line, figure_words, grids
from s2w_desktop.ui.kit.rowtable import Cell, Column, Row, RowTable
from s2w_desktop.ui.kit.theme import Theme

_FIRST, _FIGURE = 200, 92


def figures_tables(theme: Theme, tr: Translator, table: Table, name: str, threshold: int, skills: Skills) -> tuple[RowTable, ...]:
    """The widgets, each as high as its rows: one, or two for the coverage, the steps and then the centres."""
    return tuple(_table(theme, tr, grid, name, threshold) for grid in grids(tr, table, skills))


def _table(theme: Theme, tr: Translator, grid: Grid, name: str, threshold: int) -> RowTable:
    columns = (Column(shown_value(one.words), _FIGURE, number=True) for one in grid.columns)
    shown = RowTable(theme, name, (Column("", _FIRST), *columns), whole=True)
    rows = [
        Row(str(place), (Cell(shown_value(line.words)), *_cells(tr, grid, line, threshold)))
        for place, line in enumerate(grid.lines)
    ]
    shown.set_all_rows(rows)
    return shown


def _cells(tr: Translator, grid: Grid, line: Line, threshold: int) -> Iterator[Cell]:
    """Each figure with its share below it, where either is told."""
    for column, figure in zip(grid.columns, line.figures, strict=True):
        has_share = figure.share is not None and not isinstance(figure.value, Sign)
        share = figure_words(tr, Kind.SHARE, figure.share, threshold) if has_share and figure.share is not None else ""
        yield Cell(figure_words(tr, column.kind, figure.value, threshold), share, number=True)
