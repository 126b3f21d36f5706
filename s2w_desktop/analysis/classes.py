"""Which classes of a variable a table shows: small ones are joined with others before anything is counted by two variables.

After that the sum of every class is nobody or at least the threshold, so sums can be printed, and only cells within have to be
hidden.
"""

from collections.abc import Mapping, Sequence

from s2w_desktop.analysis.specs import Variable
from s2w_desktop.domain.figures import Heading, HeadingKind, is_few


def shown_classes(
    variable: Variable,
    counts: Mapping[str, int],
    *,
    threshold: int,
    earlier: Sequence[Mapping[str, int]] = (),
    within: Sequence[Heading] | None = None,
) -> tuple[Heading, ...]:
    """The rows or columns of a variable whose codes have so many people.

    Every class has nobody or `threshold` people and more; so in each of `earlier`, counts of people by whom an earlier report
    differs from this one. Empty when there is no way to that. Classes of an ordered variable stand in its order, with those that
    nobody has; of another by size, the remainder last.

    `within` are the classes of the whole report: what is one there is one here too. If one table showed classes 5 and 6 together
    and another one 6 and 7, subtracting them would tell about a class that is too small to be shown.
    """
    tables = [counts, *earlier]
    if variable.is_ordered:
        groups = _joined_neighbours(variable, tables, threshold, within)
        groups = [group for group in groups if not counts.keys().isdisjoint(group) or not set(variable.codes).isdisjoint(group)]
        kinds = [HeadingKind.JOINED if len(group) > 1 else HeadingKind.CLASS for group in groups]
        return tuple(Heading(variable.name, group, kind) for group, kind in zip(groups, kinds, strict=True))
    named, rest = _frequent(variable, tables, threshold, within)
    headings = [Heading(variable.name, (code,)) for code in named]
    return (*headings, Heading(variable.name, rest, HeadingKind.OTHER)) if rest else tuple(headings)


def _is_fit(group: Sequence[str], tables: Sequence[Mapping[str, int]], threshold: int) -> bool:
    return not any(is_few(sum(table.get(code, 0) for code in group), threshold) for table in tables)


def _joined_neighbours(
    variable: Variable, tables: Sequence[Mapping[str, int]], threshold: int, within: Sequence[Heading] | None
) -> list[tuple[str, ...]]:
    """Join the smallest unfit class with its smaller neighbour, one of the same parent first, until all are fit."""
    known = dict.fromkeys((*variable.codes, *sorted({code for table in tables for code in table})))
    groups: list[tuple[str, ...]] = [(code,) for code in known] if within is None else [one.codes for one in within]
    groups += [(code,) for code in known if not any(code in group for group in groups)]
    order = {code: place for place, code in enumerate(known)}
    groups.sort(key=lambda group: min(order.get(code, len(order)) for code in group))

    def size(place: int) -> int:
        return sum(tables[0].get(code, 0) for code in groups[place])

    while unfit := [place for place, group in enumerate(groups) if not _is_fit(group, tables, threshold)]:
        if len(groups) == 1:
            return []
        place = min(unfit, key=lambda one: (size(one), one))
        beside = [near for near in (place - 1, place + 1) if 0 <= near < len(groups)]
        other = min(
            beside, key=lambda near: (not _is_one_parent(variable, groups[place], groups[near]), not size(near), size(near))
        )
        low = min(place, other)
        groups[low : low + 2] = [groups[low] + groups[low + 1]]
    return groups


def _is_one_parent(variable: Variable, group: Sequence[str], other: Sequence[str]) -> bool:
    return variable.parent is not None and len({variable.parent(code) for code in (*group, *other)}) == 1


def _frequent(
    variable: Variable, tables: Sequence[Mapping[str, int]], threshold: int, within: Sequence[Heading] | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The classes that are named, and those that go together: they too are nobody or enough."""
    people = {code: count for code, count in tables[0].items() if count > 0}
    others = {code for table in tables[1:] for code, count in table.items() if count and not people.get(code)}
    order = {code: place for place, code in enumerate(variable.codes)}
    by_size = sorted(people, key=lambda code: (-people[code], order.get(code, len(order)), code))
    may = (
        by_size[: variable.most]
        if within is None
        else [code for one in within if one.kind is HeadingKind.CLASS for code in one.codes]
    )
    named = [code for code in by_size if code in may and _is_fit([code], tables, threshold)]
    rest = [code for code in by_size if code not in named] + sorted(others)
    while rest and named and not _is_fit(rest, tables, threshold):
        rest.insert(0, named.pop())
    if rest and not _is_fit(rest, tables, threshold):
        return (), ()
    if variable.codes:
        named.sort(key=lambda code: order.get(code, len(order)))
    return tuple(named), tuple(rest)
