"""Whom a table counts: groups of people by what they told, named as the base line names them."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.analysis.cases import YES, Cases

Mask: TypeAlias = NDArray[np.bool_]

ALL, WORKED, LEVEL_3_UP, LEVEL_KNOWN, INTERRUPTED, LINKED = "all", "worked", "level_3_up", "level_known", "interrupted", "linked"


def _one_of(cases: Cases, name: str, *codes: str) -> Mask:
    column = cases.classes(name)
    wanted = np.array([code in codes for code in column.names], dtype=bool)
    return wanted[column.of] if len(column.names) else np.zeros(cases.count, dtype=bool)


PAIR: Final = "pair"
"""The column that tells whose profiles from before a departure and after an arrival are both among the cases."""

GROUP_COLUMNS: Final = frozenset({"ever_worked", "isced3", "interrupted", PAIR})
"""The columns by which groups are told."""

GROUPS: Final[Mapping[str, Callable[[Cases], Mask]]] = MappingProxyType(
    {
        ALL: lambda cases: np.ones(cases.count, dtype=bool),
        WORKED: lambda cases: _one_of(cases, "ever_worked", "paid", "unpaid_or_family_only"),
        LEVEL_3_UP: lambda cases: _one_of(cases, "isced3", "medium", "high"),
        LEVEL_KNOWN: lambda cases: _one_of(cases, "isced3", "low", "medium", "high"),
        INTERRUPTED: lambda cases: _one_of(cases, "interrupted", YES),
        LINKED: lambda cases: _one_of(cases, PAIR, YES),
    }
)
"""Each group as a mask over the cases.

A variable is counted in one group only, in all its tables: if occupations were counted of those who worked and of all, the
difference would tell the occupations of the few others. The one exception is compared key indicators, of all and of linked pairs,
and there both the pairs and all others must be many or none (`FlagsSpec.part_of_all`). People outside a group count as those to
whom the question does not apply; where they are few, or those who did not answer, the base line does not tell the two apart.
"""
