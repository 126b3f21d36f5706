"""What the tables of the report count, declared: a table is added here, in its words, and nowhere else (analysis-report 2.3)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from s2w_desktop.analysis.groups import ALL
from s2w_desktop.domain.figures import ChartKind, Heading


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
    """People by one classification, or by two.

    `nested_in` is the number of the table whose rows are the parents of these, `gated_by` that of the table which tells by the
    same columns who is in the group. Either stands before this one.
    """

    number: str
    rows: Variable
    columns: Variable | None = None
    group: str = ALL
    chart: ChartKind = ChartKind.BAR
    is_by_row: bool = False
    nested_in: str = ""
    gated_by: str = ""


@dataclass(frozen=True)
class FlagsSpec:
    """Flags of which a person can have several: the columns `variable_code` of the cases, or those named by the codes alone.

    With `part_of_all` the same flags of everybody stand in another table, so those outside the group must not be few either.
    `cuts` are flags that stand for codes of a variable of other tables, with the variable and these codes.
    """

    number: str
    codes: tuple[str, ...]
    variable: str = ""
    columns: Variable | None = None
    group: str = ALL
    chart: ChartKind = ChartKind.BAR
    part_of_all: bool = False
    cuts: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)


@dataclass(frozen=True)
class ListSpec:
    """A column of lists: people by each code that somebody has, most frequent first.

    `skills_in` is the number of the table before it whose skills these are groups of.
    """

    number: str
    members: str
    columns: Variable | None = None
    most: int = 15
    group: str = ALL
    chart: ChartKind = ChartKind.BAR
    skills_in: str = ""


@dataclass(frozen=True)
class LevelsSpec:
    """Several variables with the same classes, one row each, named as the flags of `FlagsSpec` are."""

    number: str
    codes: tuple[str, ...]
    classes: Variable
    variable: str = ""
    group: str = ALL
    chart: ChartKind = ChartKind.STACKED_BAR


@dataclass(frozen=True)
class SpreadSpec:
    """How an amount is spread in the classes of several variables, and over all."""

    number: str
    amount: str
    by: tuple[Variable, ...]
    group: str = ALL


Spec: TypeAlias = CrossSpec | FlagsSpec | ListSpec | LevelsSpec | SpreadSpec


def column_name(variable: str, code: str) -> str:
    """The column of one flag or level."""
    return f"{variable}_{code}" if variable else code


def heading(variable: str, code: str) -> Heading:
    """The row of one flag or level: a code of its variable, or a variable of its own."""
    return Heading(variable, (code,)) if variable else Heading(code, ())
