"""How amounts are spread over groups: medians, quartiles and means, where a group is large enough to hide each of its people."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.analysis.cases import Cases
from s2w_desktop.analysis.classes import shown_classes
from s2w_desktop.analysis.protected import Rules, base_of
from s2w_desktop.analysis.specs import SpreadSpec, Variable
from s2w_desktop.domain.figures import LEAST_FOR_STATISTICS, Heading, HeadingKind, Sign, Spread, SpreadTable, Statistic

_QUANTILES = (10, 25, 50, 75, 90)


def spread_table(spec: SpreadSpec, cases: Cases, rules: Rules) -> SpreadTable | None:
    """The spreads in the classes of each variable, then over all; None where fewer people answered than statistics need.

    Quantiles are those of linear interpolation (Hyndman and Fan 1996, type 7), to one decimal. A group of fewer people has none,
    and never one group alone: the mean of all would tell it.
    """
    column = cases.amounts(spec.amount)
    told = ~np.isnan(column.of)
    if int(told.sum()) < LEAST_FOR_STATISTICS:
        return None
    rows: list[Heading] = []
    spreads: list[Spread] = []
    for variable in spec.by:
        groups = _groups(cases, variable, told, rules)
        hidden = _hidden({heading: int(where.sum()) for heading, where in groups.items()})
        rows += groups
        spreads += (_spread(column.of[where], is_hidden=heading in hidden) for heading, where in groups.items())
    absent = column.states.counts(~told)
    return SpreadTable(
        number=spec.number,
        rows=(*rows, Heading("", (), HeadingKind.TOTAL)),
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


def _hidden(people: Mapping[Heading, int]) -> set[Heading]:
    """The groups that are too small, and with them so many of the next that together they are large enough."""
    by_size: Sequence[Heading] = sorted(people, key=lambda heading: people[heading])
    hidden = [heading for heading in by_size if people[heading] < LEAST_FOR_STATISTICS]
    while (
        hidden and (len(hidden) < 2 or sum(people[one] for one in hidden) < LEAST_FOR_STATISTICS) and len(hidden) < len(by_size)
    ):
        hidden.append(by_size[len(hidden)])
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
