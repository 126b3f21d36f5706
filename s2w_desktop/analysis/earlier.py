"""What an earlier report tells beside a new one: by how much it differs, cell by cell.

Two reports of which one contains the people of the other can be subtracted. So a difference of one to four people is as small
as a cell of one to four: its classes are joined and its cells hidden, and what an earlier report hid has to stay hidden beside
the new one. Reports of people of whom none are in both cannot be subtracted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from s2w_desktop.analysis.counting import Crossed
from s2w_desktop.analysis.hiding import Bounds, Place, unsafe
from s2w_desktop.domain.figures import CountTable, Heading, Selection, Sign, is_few


@dataclass(frozen=True)
class Earlier:
    """A table of an earlier report. `is_part` when all of its people are in the new one, else it contains all of the new one."""

    found: Crossed
    table: CountTable | None
    is_part: bool

    def difference(self, new: Crossed) -> Crossed:
        """People of the larger report who are not in the smaller one; what was corrected since counts as well."""
        keys = dict.fromkeys((*new.counts, *self.found.counts))
        sign = 1 if self.is_part else -1
        found = {key: sign * (new.counts.get(key, 0) - self.found.counts.get(key, 0)) for key in keys}
        return Crossed({key: count for key, count in found.items() if count}, {})


def is_part(of: Selection, part: Selection) -> bool:
    """Whether everybody whom the second selection takes is taken by the first."""
    starts = of.first_day is None or (part.first_day is not None and part.first_day >= of.first_day)
    ends = of.last_day is None or (part.last_day is not None and part.last_day <= of.last_day)
    pairs = (
        (of.countries, part.countries),
        (of.centres, part.centres),
        (of.stages, part.stages),
        (of.programmes, part.programmes),
    )
    return starts and ends and all(not wide or (bool(narrow) and set(narrow) <= set(wide)) for wide, narrow in pairs)


def too_near(
    found: Crossed, rows: Sequence[Heading], columns: Sequence[Heading], earlier: Iterable[Earlier], threshold: int
) -> frozenset[Place]:
    """Cells that differ from an earlier report by few people, and those that it hid."""
    near: set[Place] = set()
    for one in earlier:
        near |= {place for place, count in one.difference(found).grouped(rows, columns).items() if is_few(count, threshold)}
        if one.table is not None:
            near |= _hidden_places(one.table, rows, columns)
    return frozenset(near)


def bounds_by(rows: Sequence[Heading], columns: Sequence[Heading], earlier: Iterable[Earlier]) -> dict[Place, Bounds]:
    """How far each cell can go while an earlier report stays true, as if all of its numbers were known."""
    bounds: dict[Place, Bounds] = {}
    for one in earlier:
        for place, count in one.found.grouped(rows, columns).items():
            known = bounds.get(place, Bounds())
            if one.is_part:
                bounds[place] = replace(known, least=max(known.least, count))
            else:
                bounds[place] = replace(known, most=count if known.most is None else min(known.most, count))
    return bounds


def lays_bare(
    one: Earlier, found: Crossed, rows: Sequence[Heading], columns: Sequence[Heading], signs: Mapping[Place, Sign], threshold: int
) -> bool:
    """Whether beside the new table, with these signs, a number can be worked out that the earlier one hid."""
    if one.table is None:
        return False
    old_rows, old_columns = _classes(one.table.rows), _classes(one.table.columns)
    if not old_columns:
        return False
    old = one.found.grouped(old_rows, old_columns)
    hidden = _hidden_places(one.table, old_rows, old_columns)
    room = one.difference(found).grouped(old_rows, old_columns)
    bounds: dict[Place, Bounds] = {}
    for place in old:
        covered = _is_covered(old_rows[place[0]], old_columns[place[1]], rows, columns, signs)
        if room[place] < 1 and not covered:  # it cannot come nearer to the new table's number
            bounds[place] = Bounds(most=old[place]) if one.is_part else Bounds(least=old[place])
    return bool(unsafe(old, hidden, threshold=threshold, bounds=bounds))


def _classes(headings: Iterable[Heading]) -> tuple[Heading, ...]:
    return tuple(one for one in headings if not one.is_total)


def _hidden_places(table: CountTable, rows: Sequence[Heading], columns: Sequence[Heading]) -> frozenset[Place]:
    """Where the cells of these classes are that a table hides."""
    row_of = {heading.codes: place for place, heading in enumerate(rows)}
    column_of = {heading.codes: place for place, heading in enumerate(columns)}
    return frozenset(
        (row_of[row.codes], column_of[column.codes])
        for row, line in zip(table.rows, table.counts, strict=True)
        for column, count in zip(table.columns, line, strict=True)
        if isinstance(count, Sign) and row.codes in row_of and column.codes in column_of
    )


def _is_covered(
    row: Heading, column: Heading, rows: Sequence[Heading], columns: Sequence[Heading], signs: Mapping[Place, Sign]
) -> bool:
    """Whether the new table hides everything that a cell of these classes is part of."""
    over = [
        (i, j)
        for i, one in enumerate(rows)
        for j, other in enumerate(columns)
        if set(one.codes) & set(row.codes) and set(other.codes) & set(column.codes)
    ]
    return bool(over) and all(place in signs for place in over)
