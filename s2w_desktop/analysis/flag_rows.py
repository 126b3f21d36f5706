"""Tables of flags, of which a person can have several: each row is hidden or shown by itself."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.analysis.cases import NO, YES
from s2w_desktop.analysis.counting import Crossed
from s2w_desktop.analysis.earlier import Setting, few_of
from s2w_desktop.analysis.moving import Moves
from s2w_desktop.analysis.pieces import FLAG, flag_line
from s2w_desktop.analysis.protected import Rules, base_of, columns_of, share
from s2w_desktop.analysis.specs import FlagsSpec, ListSpec
from s2w_desktop.domain.figures import TOTAL, Count, CountTable, Heading, Share, Sign, is_few, shown_count


def flags_table(
    spec: FlagsSpec | ListSpec,
    settings: Mapping[Heading, Setting],
    rules: Rules,
    near: Mapping[Heading, Sequence[Crossed]] = MappingProxyType({}),
) -> CountTable | None:
    """People by flags of which each can have several; None when few answered. A row is hidden or shown by itself.

    `near` are counts of people that a reader gets by subtracting this table from another: those outside the group. They must be
    many or nobody too, as those by whom earlier reports differ.
    """
    told = {heading: one.found for heading, one in settings.items() if one.found.people}
    most = max(told.values(), key=lambda found: found.people, default=None)
    if most is None or most.people < rules.threshold:
        return None
    columns = columns_of(spec.columns, most.column_sums(), rules)
    lines = {row: line for row in told if (line := _flag_line(settings[row], columns, rules, near.get(row, ())))}
    if all(isinstance(line[-1], Sign) for line in lines.values()):
        return None
    rows = sorted(lines, key=lambda row: _order(row, lines[row][-1]))
    return CountTable(
        number=spec.number,
        rows=tuple(rows),
        columns=(*columns, TOTAL),
        counts=tuple(lines[row] for row in rows),
        shares=tuple(_flag_shares(told[row], lines[row], columns) for row in rows),
        base=base_of(spec.group, most.people, most.absent, rules),
        chart=spec.chart,
        is_multiple=True,
        bases=tuple(shown_count(told[row].people, rules.threshold) for row in rows),
    )


def _order(row: Heading, count: Count) -> tuple[int, tuple[str, ...]]:
    """Largest first; hidden ones after those that are shown, in an order that tells nothing: that of their codes."""
    return (-count, ()) if isinstance(count, int) else (1, row.codes)


def _flag_line(setting: Setting, columns: Sequence[Heading], rules: Rules, near: Sequence[Crossed]) -> tuple[Count, ...] | None:
    """Who has the flag, by column and in all. Where few have it, or few have not, no column is told.

    None where what is hidden could be worked out of what is not.
    """
    found, moves = setting.found, Moves(setting, rules.threshold)
    counts = [_yes_and_no(one, columns) for one in (found, *near)]
    left = _few_left(setting, columns, rules)
    small = left[setting.told, :, -1].any() or any(is_few(count, rules.threshold) for pairs in counts for count in pairs[-1])
    is_exposed = left[setting.told].any() or any(
        is_few(count, rules.threshold) for pairs in counts for pair in pairs for count in pair
    )
    *by_column, (total, _) = counts[0]
    if not total and _leaves_few(setting, left):
        return None  # that it is nobody would be shown
    for is_hidden, is_total_hidden in ((False, False), (True, False), (True, True)):
        if (is_exposed and not is_hidden) or (small and not is_total_hidden):
            continue
        if is_hidden and not _is_flag_hidden(by_column, total, rules, is_total_hidden=is_total_hidden):
            continue
        shown: list[Count] = [_hidden(yes, rules) if is_hidden and yes else yes for yes, _ in by_column]
        line = (*shown, _hidden(total, rules) if is_total_hidden and total else total)
        if not moves.lays_bare(flag_line(found, columns, line, rules.threshold)):
            return line
    return None


def _few_left(setting: Setting, columns: Sequence[Heading], rules: Rules) -> NDArray[np.bool_]:
    """Of each way of adding and taking reports, whether it leaves few who have a flag and few who have not, by column and then in
    all."""
    if not setting:
        return np.zeros((0, 2, len(columns) + 1), dtype=bool)
    everybody = Heading("", setting.left.column_codes)
    by_column, in_all = (setting.left.grouped(FLAG, some) for some in (columns, (everybody,)))
    ways = len(setting.factors)
    return few_of(np.concatenate([by_column.reshape(ways, 2, -1), in_all.reshape(ways, 2, 1)], axis=2), rules.threshold)


def _leaves_few(setting: Setting, left: NDArray[np.bool_]) -> bool:
    """Whether the sums of several reports, all of which are shown, leave few people who have a flag or have not."""
    is_hidden = np.array([False, *(one.cells is None or bool(one.cells.own) for one in setting.earlier.values())])
    ways = ~setting.is_single & ~(setting.factors != 0)[:, is_hidden].any(axis=1)
    return bool(left[ways, :, -1].any())


def _is_flag_hidden(pairs: Sequence[tuple[int, int]], total: int, rules: Rules, *, is_total_hidden: bool) -> bool:
    """Whether each hidden number could be another one, with the same signs, for the same people in each column.

    Where somebody with the flag could be without it, somebody of another column could have it; where the sum is hidden too,
    nobody else need change. The zeros are shown.
    """

    def may_rise(yes: int, no: int = 1) -> bool:
        return yes > 0 and no > 0 and yes + 1 != rules.threshold

    def may_fall(yes: int) -> bool:
        return yes > 1 and yes != rules.threshold

    hidden = [pair for pair in pairs if pair[0]]
    for place, (yes, no) in enumerate(hidden):
        others = [pair for at, pair in enumerate(hidden) if at != place]
        up = may_rise(yes, no) and (any(may_fall(one) for one, _ in others) or (is_total_hidden and may_rise(total)))
        down = may_fall(yes) and (any(may_rise(*pair) for pair in others) or (is_total_hidden and may_fall(total)))
        if not (up or down):
            return False
    return True


def _yes_and_no(found: Crossed, columns: Sequence[Heading]) -> list[tuple[int, int]]:
    """How many have a flag and have not, by column and then in all."""

    def count(flag: str, codes: Iterable[str]) -> int:
        return sum(found.counts.get((flag, code), 0) for code in codes)

    everybody = frozenset(code for _, code in found.counts)
    return [(count(YES, codes), count(NO, codes)) for codes in (*(one.codes for one in columns), everybody)]


def _flag_shares(found: Crossed, line: Sequence[Count], columns: Sequence[Heading]) -> tuple[Share, ...]:
    """Each count in per cent of those of its column who answered. A count that is shown has many beside it without the flag, or
    nobody, so the share tells no more."""
    return tuple(share(count, sum(pair)) for count, pair in zip(line, _yes_and_no(found, columns), strict=True))


def _hidden(count: int, rules: Rules) -> Sign:
    return Sign.SMALL if count < rules.threshold else Sign.PROTECTED
