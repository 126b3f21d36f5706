"""A table of the report as rows to read: the same numbers and signs as on paper."""

from s2w_desktop.domain.figures import Count, CountTable, FunnelTable, Share, Sign, SpreadTable, Table
from s2w_desktop.i18n.report_headings import Skills, shown_heading, step_words
from s2w_desktop.i18n.report_words import COLUMNS, count_words, share_words, statistic_words
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.kit.rowtable import Cell, Column, Row, RowTable
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import HEADER_ROW, ROW_HEIGHT

_FIRST, _FIGURE = 200, 92


def figures_table(theme: Theme, tr: Translator, table: Table, name: str, threshold: int, skills: Skills) -> RowTable:
    """The widget, as high as its rows."""
    columns, rows = _content(tr, table, threshold, skills)
    shown = RowTable(theme, name, (Column("", _FIRST), *(Column(title, _FIGURE, number=True) for title in columns)))
    shown.set_all_rows(rows)
    shown.setFixedHeight(theme.px(HEADER_ROW + ROW_HEIGHT * len(rows)) + 4)
    return shown


def _content(tr: Translator, table: Table, threshold: int, skills: Skills) -> tuple[list[str], list[Row]]:
    match table:
        case CountTable():
            return [shown_heading(tr, one, skills) for one in table.columns], [
                _row(str(place), shown_heading(tr, heading, skills), _count_cells(tr, table, place, threshold))
                for place, heading in enumerate(table.rows)
            ]
        case SpreadTable():
            return [tr.gettext(words) for words in COLUMNS.values()], [
                _row(str(place), shown_heading(tr, heading, skills), _spread_cells(tr, table, place, threshold))
                for place, heading in enumerate(table.rows)
            ]
        case FunnelTable():
            return [step_words(tr, step.name) for step in table.steps], [
                _row(str(place), shown_heading(tr, heading, skills), [_figure(tr, one, threshold) for one in line])
                for place, (heading, line) in enumerate(zip(table.rows, table.counts, strict=True))
            ]


def _row(key: str, words: str, cells: list[Cell]) -> Row:
    return Row(key, (Cell(words), *cells))


def _count_cells(tr: Translator, table: CountTable, place: int, threshold: int) -> list[Cell]:
    shares = table.shares[place] if table.shares else ()
    return [_figure(tr, count, threshold, shares[column] if shares else None) for column, count in enumerate(table.counts[place])]


def _figure(tr: Translator, count: Count, threshold: int, share: Share | None = None) -> Cell:
    quiet = share_words(tr, share, threshold) if share is not None and not isinstance(count, Sign) else ""
    return Cell(count_words(tr, count, threshold), quiet, number=True)


def _spread_cells(tr: Translator, table: SpreadTable, place: int, threshold: int) -> list[Cell]:
    spread = table.spreads[place]
    figures = (spread.p10, spread.p25, spread.median, spread.p75, spread.p90, spread.mean)
    words = [count_words(tr, spread.people, threshold), *(statistic_words(tr, one, threshold) for one in figures)]
    return [Cell(one, number=True) for one in words]
