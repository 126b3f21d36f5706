"""A report's tables as lines of figures with their words: what every file of figures is written from.

Only the frozen values of `domain.figures` go in, so a file cannot tell more than the printed report.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from s2w_desktop.domain.figures import (
    COVERAGE_STEP,
    Count,
    CountTable,
    FunnelTable,
    Heading,
    Share,
    Sign,
    SpreadTable,
    Statistic,
    Table,
)
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.i18n.report_file_words import MEASURES
from s2w_desktop.i18n.report_headings import Skills, heading_words, step_words
from s2w_desktop.i18n.report_words import COLUMNS, count_words, share_words, sign_words, statistic_words
from s2w_desktop.i18n.translator import Translator

PEOPLE: Final = "people"
_STATISTICS: Final = tuple(name for name in COLUMNS if name != PEOPLE)


class Kind(Enum):
    """How a figure is written."""

    COUNT = "count"
    SHARE = "share"  # whole per cent
    STATISTIC = "statistic"  # one decimal


@dataclass(frozen=True)
class Column:
    """A column: what is measured, of which class. With `has_share` each figure has its share beside it."""

    measure: str
    kind: Kind
    words: str
    heading: Heading | None = None
    has_share: bool = False


@dataclass(frozen=True)
class Figure:
    """A figure, and its share where the column has shares."""

    value: Count | Statistic
    share: Share | None = None


@dataclass(frozen=True)
class Line:
    """A row with a figure for each column. `base` are the people of whom it tells; None where nobody counted them."""

    words: str
    heading: Heading
    figures: tuple[Figure, ...]
    base: Count | None = None

    @property
    def is_total(self) -> bool:
        """Whether the row stands for all."""
        return self.heading.is_total


@dataclass(frozen=True)
class Grid:
    """Columns and lines. With `has_bases` the base of each line is to be shown, for they differ."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    has_bases: bool = False


def figure_words(tr: Translator, kind: Kind, figure: Count | Share | Statistic, threshold: int) -> str:
    """A figure as it is printed, or its sign."""
    match figure, kind:
        case Decimal(), Kind.STATISTIC:
            return statistic_words(tr, figure, threshold)
        case Sign() | int(), Kind.SHARE:
            return share_words(tr, figure, threshold)
        case _:
            return sign_words(figure, threshold) if isinstance(figure, Sign) else count_words(tr, int(figure), threshold)


def grids(tr: Translator, table: Table, skills: Skills = clean) -> tuple[Grid, ...]:
    """A table as grids: one, or two for the coverage (the steps; then the centres, where there are any)."""
    match table:
        case CountTable():
            return (_counts(tr, table, skills),)
        case SpreadTable():
            return (_spreads(tr, table, skills),)
        case FunnelTable():
            return (_steps(tr, table), _centres(tr, table, skills)) if table.rows else (_steps(tr, table),)


def _counts(tr: Translator, table: CountTable, skills: Skills) -> Grid:
    has_share = bool(table.shares)
    columns = tuple(Column(PEOPLE, Kind.COUNT, heading_words(tr, one, skills), one, has_share) for one in table.columns)
    lines = []
    for place, (row, counts) in enumerate(zip(table.rows, table.counts, strict=True)):
        shares = table.shares[place] if has_share else (None,) * len(counts)
        figures = tuple(Figure(count, share) for count, share in zip(counts, shares, strict=True))
        base = table.bases[place] if table.bases else table.base.people
        lines.append(Line(heading_words(tr, row, skills), row, figures, base))
    return Grid(columns, tuple(lines), has_bases=bool(table.bases))


def _spreads(tr: Translator, table: SpreadTable, skills: Skills) -> Grid:
    columns = [Column(PEOPLE, Kind.COUNT, tr.gettext(COLUMNS[PEOPLE]))]
    columns += [Column(name, Kind.STATISTIC, tr.gettext(COLUMNS[name])) for name in _STATISTICS]
    lines = []
    for row, one in zip(table.rows, table.spreads, strict=True):
        figures = tuple(Figure(getattr(one, name)) for name in COLUMNS)
        lines.append(Line(heading_words(tr, row, skills), row, figures, one.people))
    return Grid(tuple(columns), tuple(lines))


def _steps(tr: Translator, table: FunnelTable) -> Grid:
    columns = [Column(PEOPLE, Kind.COUNT, tr.gettext(COLUMNS[PEOPLE]))]
    columns += [Column(name, Kind.SHARE, tr.gettext(words)) for name, words in MEASURES.items()]
    lines = [
        Line(
            step_words(tr, step.name),
            Heading(COVERAGE_STEP, (step.name,)),
            tuple(map(Figure, (step.people, step.of_all, step.of_step_before))),
        )
        for step in table.steps
    ]
    return Grid(tuple(columns), tuple(lines))


def _centres(tr: Translator, table: FunnelTable, skills: Skills) -> Grid:
    steps = [Heading(COVERAGE_STEP, (step.name,)) for step in table.steps]
    columns = [Column(PEOPLE, Kind.COUNT, heading_words(tr, one), one) for one in steps]
    lines = [
        Line(heading_words(tr, row, skills), row, tuple(map(Figure, counts)))
        for row, counts in zip(table.rows, table.counts, strict=True)
    ]
    return Grid(tuple(columns), tuple(lines))
