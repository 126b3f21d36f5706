"""Tables of a report as elements of a web page: heads with their scope, signs with their meaning, bars beside the rows."""

from collections.abc import Iterator, Mapping

from s2w_desktop.domain.figures import Count, Share, Sign, Statistic, Table
from s2w_desktop.i18n.report_words import COLUMNS, legend, sign_words
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.interchange.html_bars import Bars, bars_of
from s2w_desktop.interchange.html_elements import Markup, element
from s2w_desktop.interchange.report_grids import Column, Grid, Kind, Line, figure_words


class GridTables:
    """Makes the tables of one report in one language."""

    def __init__(self, tr: Translator, threshold: int) -> None:
        self._tr, self._threshold = tr, threshold
        self._meanings: Mapping[str, str] = dict(legend(tr, threshold))

    def table(self, grid: Grid, caption: str, of: Table) -> Markup:
        """A table with its bars, where the chart of the table `of` the report is one of bars."""
        bars = bars_of(of, grid)
        rows = [self._row(grid, line, bars.cells[place] if bars else None) for place, line in enumerate(grid.lines)]
        head = element("thead", *self._heads(grid, bars))
        return element("table", caption, *_groups(grid, has_bars=bars is not None), head, element("tbody", *rows))

    def _heads(self, grid: Grid, bars: Bars | None) -> Iterator[Markup]:
        is_double = any(column.has_share for column in grid.columns)
        deep = {"rowspan": "2"} if is_double else {}
        cells = [element("td", **deep), *(self._head(column, deep) for column in grid.columns)]
        if grid.has_bases:
            cells.append(element("th", "n", scope="col", **deep))
        if bars is not None:
            cells.append(element("td", bars.key, class_="keys", aria_hidden="true", **deep))
        yield element("tr", *cells)
        if is_double:
            people = element("th", self._tr.gettext(COLUMNS["people"]), scope="col")
            share = element("th", "%", scope="col")
            yield element("tr", *(one for column in grid.columns if column.has_share for one in (people, share)))

    def _head(self, column: Column, deep: Mapping[str, str]) -> Markup:
        words = element("bdi", column.words)
        return (
            element("th", words, scope="colgroup", colspan="2") if column.has_share else element("th", words, scope="col", **deep)
        )

    def _row(self, grid: Grid, line: Line, bar: Markup | None) -> Markup:
        cells = [element("th", element("bdi", line.words), scope="row")]
        for column, figure in zip(grid.columns, line.figures, strict=True):
            cells.append(self._cell(column.kind, figure.value))
            if figure.share is not None:
                cells.append(self._cell(Kind.SHARE, figure.share))
        if grid.has_bases and line.base is not None:
            cells.append(self._cell(Kind.COUNT, line.base))
        if bar is not None:
            cells.append(element("td", bar, class_="bar", aria_hidden="true"))
        return element("tr", *cells, **({"class_": "total"} if line.is_total else {}))

    def _cell(self, kind: Kind, figure: Count | Share | Statistic) -> Markup:
        if isinstance(figure, Sign):
            sign = sign_words(figure, self._threshold)
            return element("td", element("abbr", sign, title=self._meanings[sign], dir="ltr"))
        return element("td", figure_words(self._tr, kind, figure, self._threshold))


def _groups(grid: Grid, *, has_bars: bool) -> Iterator[Markup]:
    """Columns that belong together, so that a head over two of them is heard with both."""
    yield element("colgroup", element("col"))
    for column in grid.columns:
        yield element("colgroup", *[element("col")] * (2 if column.has_share else 1))
    if others := grid.has_bases + has_bars:
        yield element("colgroup", *[element("col")] * others)


def table_id(table: Table) -> str:
    """The id of a table's heading."""
    return f"t-{table.number.replace('.', '-')}"
