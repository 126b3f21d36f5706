"""What a report says, as values: nothing here can tell more than may be printed.

Every writer (PDF, window, spreadsheet, web page) gets these and nothing else, so a hidden number cannot slip through a chart, a
bookmark or a file's properties (paper-language section 8).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import ClassVar, Final, TypeAlias

THRESHOLD: Final = 5
LEAST_BASE: Final = 20
"""People in a base from which on shares are printed (analysis-report 2.3)."""

LEAST_FOR_STATISTICS: Final = 10
"""People from which on medians, quartiles and means are printed (analysis-report 5.4)."""

LEAST_ELIGIBLE: Final = 20
"""A centre with fewer eligible people stands together with the next one (paper-language section 8)."""

COVERAGE_NUMBER: Final = "0.1"
"""The table that tells how far a report reaches."""


class Sign(Enum):
    """What stands in the place of a figure."""

    SMALL = "<5"  # one to four people, or under the threshold that was set
    PROTECTED = "‡"  # hidden so that a neighbour cannot be worked out
    NO_SHARE = "–"  # no share or no statistic: too few people


Count: TypeAlias = int | Sign
Share: TypeAlias = int | Sign
"""A whole per cent."""

Statistic: TypeAlias = Decimal | Sign
"""A figure with one decimal."""


def is_few(people: int, least: int) -> bool:
    """Whether there is somebody, but fewer than `least`. A difference counts by its size."""
    return 0 < abs(people) < least


def shown_count(people: int, threshold: int) -> Count:
    """A number of people as it may be printed."""
    return Sign.SMALL if is_few(people, threshold) else people


def whole_per_cent(part: int, of: int) -> int:
    """A part in whole per cent, halves up."""
    return (200 * part + of) // (2 * of)


class HeadingKind(Enum):
    """What a row or a column stands for."""

    CLASS = "class"  # one code of the classification
    JOINED = "joined"  # several codes beside each other, joined because one alone would be small
    OTHER = "other"  # all that are not named
    TOTAL = "total"


class Period(Enum):
    """Which of two periods a row stands for where they are compared."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True)
class Heading:
    """A row or a column. `variable` names the classification; `codes` are what it holds, in the order of their list; `period`
    tells whose row it is in a table that compares two periods."""

    variable: str
    codes: tuple[str, ...]
    kind: HeadingKind = HeadingKind.CLASS
    period: Period | None = None

    @property
    def is_total(self) -> bool:
        """Whether it stands for all."""
        return self.kind is HeadingKind.TOTAL


TOTAL: Final = Heading("", (), HeadingKind.TOTAL)
"""The row or the column of all."""


class ChartKind(Enum):
    """How a table is drawn (paper-language section 8)."""

    NONE = "none"
    BAR = "bar"
    PAIRED_BAR = "paired_bar"
    STACKED_BAR = "stacked_bar"
    PYRAMID = "pyramid"
    BOX_PLOT = "box_plot"
    HEAT_MAP = "heat_map"
    FUNNEL = "funnel"


@dataclass(frozen=True)
class Base:
    """Whom a table counts.

    `group` is a key of the words ("all", "worked", "level_3_up"); `people` those who answered; `no_answer` those who did not, of
    whom `not_asked`, `unknown` and `refused` tell why, each a Sign where it is under the threshold. Those to whom the question
    does not apply, or from whom a template hid it, stand in `not_applicable`.
    """

    group: str
    people: Count
    no_answer: Count
    not_asked: Count
    unknown: Count
    refused: Count
    not_applicable: Count


@dataclass(frozen=True)
class CountTable:
    """People by two classifications, or flags by one.

    `counts[row][column]` belongs to `rows[row]` and `columns[column]`; totals are a row and a column of their own, of kind TOTAL.
    `shares` has the same shape: each count in whole per cent of its column's total, or of its row's where `is_by_row`; empty
    where the table has none. With `is_multiple` a person can stand in several rows, which then do not add up; `bases` then tells
    how many answered for each row, and shares are of those. Where two periods are compared each row stands there once for either,
    the first before the second, and `second` is the base of the second period.
    """

    number: str
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    counts: tuple[tuple[Count, ...], ...]
    shares: tuple[tuple[Share, ...], ...]
    base: Base
    chart: ChartKind
    is_by_row: bool = False
    is_multiple: bool = False
    is_ordered: bool = False  # rows are steps of a scale, not sorted by size
    bases: tuple[Count, ...] = ()
    second: Base | None = None

    @property
    def hidden(self) -> int:
        """How many cells are hidden."""
        return _signs(self.counts)

    @property
    def joined(self) -> tuple[Heading, ...]:
        """Rows and columns that hold several classes; of a row for either of two periods once."""
        found = (replace(one, period=None) for one in (*self.rows, *self.columns) if one.kind is HeadingKind.JOINED)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class Spread:
    """How a figure is spread over a group: tenth, quarter, middle, three quarters, nine tenths, and the mean."""

    people: Count
    p10: Statistic
    p25: Statistic
    median: Statistic
    p75: Statistic
    p90: Statistic
    mean: Statistic


@dataclass(frozen=True)
class SpreadTable:
    """Spreads of one amount by group; the last row is for all. Two periods are compared as in a `CountTable`."""

    chart: ClassVar[ChartKind] = ChartKind.BOX_PLOT
    number: str
    rows: tuple[Heading, ...]
    spreads: tuple[Spread, ...]
    base: Base
    second: Base | None = None

    @property
    def hidden(self) -> int:
        """How many rows are hidden."""
        return sum(isinstance(one.median, Sign) for one in self.spreads)


@dataclass(frozen=True)
class Step:
    """One step from eligible people to those who were followed up, with its two rates in whole per cent."""

    name: str
    people: Count
    of_all: Share
    of_step_before: Share


@dataclass(frozen=True)
class FunnelTable:
    """From eligible to followed up: over all, and for each centre one line of counts in the order of the steps."""

    chart: ClassVar[ChartKind] = ChartKind.FUNNEL
    number: str
    steps: tuple[Step, ...]
    rows: tuple[Heading, ...]
    counts: tuple[tuple[Count, ...], ...]

    @property
    def hidden(self) -> int:
        """How many cells are hidden."""
        return _signs(self.counts)


Table: TypeAlias = CountTable | SpreadTable | FunnelTable

COMPARED: Final = "C"
"""The chapter of the tables that compare two periods: each has the number of the table it compares behind it."""

COVERAGE_STEP: Final = "coverage_step"
"""The variable of a step from eligible to followed up."""


def _signs(lines: tuple[tuple[Count, ...], ...]) -> int:
    return sum(isinstance(count, Sign) for line in lines for count in line)


class LeftOut(Enum):
    """Why a table is not in a report."""

    EMPTY = "empty"  # nobody answered
    TOO_FEW = "too_few"  # nothing can be shown without telling about single people
    NO_LIST = "no_list"  # no list is installed that tells the classes
    EARLIER_REPORT = "earlier_report"  # together with an earlier report it would tell about single people


@dataclass(frozen=True)
class Selection:
    """Who is in a report. Empty means all; days are those of the interview, both included."""

    first_day: date | None = None
    last_day: date | None = None
    countries: tuple[str, ...] = ()
    centres: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()


EVERYBODY: Final = Selection()


@dataclass(frozen=True)
class Logged:
    """A line of the suppression log: what was done to one table."""

    number: str
    small: int
    protected: int
    joined: tuple[Heading, ...] = ()
    left_out: LeftOut | None = None


@dataclass(frozen=True)
class Report:
    """A whole report.

    `people` are the profiles in it. `tables` stand in the order of their numbers. `is_training` tells that invented people are
    counted. `papers_seen` is the share of statements on education, work and skills for which a paper was seen, or better.
    `lists` are the versions of the code lists by their names. Of the whole store, `without_consent` are the people who are in no
    report, because their word does not cover figures, and `unkept` the interviews of which nothing was kept.
    `beside` is the report over a second period with which this one is compared; the tables of both stand in the last chapter.
    """

    selection: Selection
    made_on: date
    people: Count
    centres: int
    countries: int
    papers_seen: Share
    threshold: int
    questionnaire: int
    is_training: bool
    tables: tuple[Table, ...]
    log: tuple[Logged, ...]
    lists: Mapping[str, str] = field(default_factory=dict)
    without_consent: Count = 0
    unkept: Count = 0
    beside: "Report | None" = None

    def table(self, number: str) -> Table | None:
        """The table of a number; None when it is left out."""
        return next((one for one in self.tables if one.number == number), None)

    @property
    def coverage(self) -> FunnelTable | None:
        """The table of coverage; None where too few eligible people were counted."""
        found = self.table(COVERAGE_NUMBER)
        return found if isinstance(found, FunnelTable) else None
