"""What the tables of the report count, declared: a table is added here, in its words, and nowhere else (analysis-report 2.3)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from s2w_desktop.domain.figures import ChartKind


@dataclass(frozen=True)
class Variable:
    """A classification of people: a column of the cases, and how its classes are shown.

    `codes` in the order of their list, other codes after them; empty for classes that stand by size. Of an ordered one neighbours
    are joined where one is small, within their `parent` first; of another the small ones and those beyond `most` go together.
    """

    name: str
    codes: tuple[str, ...] = ()
    is_ordered: bool = False
    most: int = 15
    parent: Callable[[str], str] | None = None


@dataclass(frozen=True)
class CrossSpec:
    """People by one classification, or by two. `nested_in` is the number of the table whose rows are the parents of these."""

    number: str
    rows: Variable
    columns: Variable | None = None
    group: str = "all"
    chart: ChartKind = ChartKind.BAR
    is_by_row: bool = False
    nested_in: str = ""


@dataclass(frozen=True)
class FlagsSpec:
    """Flags of which a person can have several, as `group_code` columns (`goals_E01`), or columns that are flags themselves."""

    number: str
    flags: tuple[str, ...]
    columns: Variable | None = None
    group: str = "all"
    chart: ChartKind = ChartKind.BAR


@dataclass(frozen=True)
class ListSpec:
    """A column of lists: people by each code that somebody has, most frequent first."""

    number: str
    members: str
    columns: Variable | None = None
    most: int = 15
    group: str = "all"
    chart: ChartKind = ChartKind.BAR


@dataclass(frozen=True)
class LevelsSpec:
    """Several variables with the same classes, one row each."""

    number: str
    variables: tuple[str, ...]
    classes: Variable
    group: str = "all"
    chart: ChartKind = ChartKind.STACKED_BAR


@dataclass(frozen=True)
class SpreadSpec:
    """How an amount is spread in the classes of several variables, and over all."""

    number: str
    amount: str
    by: tuple[Variable, ...]
    group: str = "all"


Spec: TypeAlias = CrossSpec | FlagsSpec | ListSpec | LevelsSpec | SpreadSpec
