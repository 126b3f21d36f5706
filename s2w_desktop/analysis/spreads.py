"""How amounts are spread over groups: medians, quartiles and means, where a group is large enough to hide each of its people."""

from collections.abc import Mapping, Sequence, Set
from decimal import Decimal
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.analysis.cases import Cases
from s2w_desktop.analysis.classes import shown_classes
from s2w_desktop.analysis.protected import Rules, base_of
from s2w_desktop.analysis.specs import SpreadSpec, Variable
from s2w_desktop.domain.figures import LEAST_FOR_STATISTICS, TOTAL, Heading, Sign, Spread, SpreadTable, Statistic, is_few

_QUANTILES = (10, 25, 50, 75, 90)


def spread_table(
    spec: SpreadSpec, cases: Cases, rules: Rules, near: Mapping[Heading, Sequence[Mapping[str, int]]] = MappingProxyType({})
) -> SpreadTable | None:
    """The spreads in the classes of each variable, then over all; None where fewer people answered than statistics need.

    Quantiles are those of linear interpolation (Hyndman and Fan 1996, type 7), to one decimal. A group of fewer people has none,
    and never one group alone: the mean of all would tell it. `near` are people by whom an earlier report differs, by the
    codes of the variables: where they are few, two means would tell theirs.
    """
    column = cases.amounts(spec.amount)
    told = ~np.isnan(column.of)
    is_near = any(is_few(sum(one.values()), LEAST_FOR_STATISTICS) for parts in near.values() for one in parts)
    if is_near or int(told.sum()) < LEAST_FOR_STATISTICS:
        return None
    rows: list[Heading] = []
    spreads: list[Spread] = []
    for variable in spec.by:
        groups = _groups(cases, variable, told, rules)
        apart = near.get(Heading(variable.name, ()), ())
        exposed = {row for row in groups if any(_is_near(row, sums) for sums in apart)}
        hidden = _hidden({heading: int(where.sum()) for heading, where in groups.items()}, exposed)
        rows += groups
        spreads += (_spread(column.of[where], is_hidden=heading in hidden) for heading, where in groups.items())
    absent = column.states.counts(~told)
    return SpreadTable(
        number=spec.number,
        rows=(*rows, TOTAL),
        spreads=(*spreads, _spread(column.of[told], is_hidden=False)),
        base=base_of(spec.group, int(told.sum()), absent, rules),
    )


def _groups(cases: Cases, variable: Variable, told: NDArray[np.bool_], rules: Rules) -> dict[Heading, NDArray[np.bool_]]:
    classes = cases.classes(variable.name)
    where = told & classes.told
    shown = shown_classes(variable, classes.counts(where), threshold=rules.threshold, within=rules.classes.get(variable))
    place_of = {name: place for place, name in enumerate(classes.names)}
    found = {one: where & np.isin(classes.of, [place_of[code] for code in one.codes if code in place_of]) for one in shown}
    return {heading: mask for heading, mask in found.items() if mask.any()}


def _is_near(row: Heading, apart: Mapping[str, int]) -> bool:
    """Whether an earlier report differs by few people of a group."""
    return is_few(sum(apart.get(code, 0) for code in row.codes), LEAST_FOR_STATISTICS)


def _hidden(people: Mapping[Heading, int], exposed: Set[Heading]) -> set[Heading]:
    """The groups that are too small or exposed, and with them so many of the next that together they are large enough."""
    by_size = sorted(people, key=lambda heading: (heading not in exposed, people[heading]))
    hidden = [heading for heading in by_size if people[heading] < LEAST_FOR_STATISTICS or heading in exposed]
    by_size = [*hidden, *(heading for heading in by_size if heading not in hidden)]
    for heading in by_size[len(hidden) :] if hidden else ():
        if len(hidden) > 1 and sum(people[one] for one in hidden) >= LEAST_FOR_STATISTICS:
            break
        hidden.append(heading)
    return set(hidden)


def _spread(values: NDArray[np.float64], *, is_hidden: bool) -> Spread:
    """`is_hidden` groups tell how many they are, which the tables by the same classes tell too."""
    count = len(values)
    if is_hidden:
        sign = Sign.NO_SHARE if count < LEAST_FOR_STATISTICS else Sign.PROTECTED
        return Spread(count, sign, sign, sign, sign, sign, sign)
    p10, p25, median, p75, p90 = (_one_decimal(float(value)) for value in np.percentile(values, _QUANTILES))
    return Spread(count, p10, p25, median, p75, p90, _one_decimal(float(values.mean())))


def _one_decimal(value: float) -> Statistic:
    return Decimal(repr(round(value, 6))).quantize(Decimal("0.1"))
