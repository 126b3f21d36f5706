"""What was counted for a report that went out, kept so that a later one cannot be set against it.

An edition holds numbers that were hidden, so it stays in the encrypted store and is read by `making` alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from s2w_desktop.analysis.counting import Crossed
from s2w_desktop.analysis.groups import ALL
from s2w_desktop.analysis.left import Factors
from s2w_desktop.analysis.regions import Place, Relation, relations
from s2w_desktop.domain.figures import (
    Base,
    ChartKind,
    Count,
    CountTable,
    Heading,
    HeadingKind,
    Selection,
    Sign,
)

Counted = Mapping[Heading, Crossed]
"""What a table counted: one part for a table by two variables, one for each row where every row is counted by itself."""

WHOLE = Heading("", ())
"""The part of a table that has one only."""

_NOTHING = Base(ALL, 0, 0, 0, 0, 0, 0)


@dataclass(frozen=True)
class Edition:
    """A report that went out: whom it counted, and what by the numbers of its tables, with the tables as they were printed."""

    selection: Selection
    threshold: int
    made_on: date
    counted: Mapping[str, Counted]
    tables: Mapping[str, CountTable]


@dataclass(frozen=True)
class Beside:
    """Earlier editions by their places, all of which count one table, and how it can be set against them."""

    editions: Mapping[int, Edition] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()

    @cached_property
    def factors(self) -> Factors:
        """A line for each way, with the new report first and then the editions in their order."""
        at = {place: number for number, place in enumerate(self.editions, start=1)}
        factors = np.zeros((len(self.relations), 1 + len(at)), dtype=np.int64)
        for line, one in enumerate(self.relations):
            factors[line, 0] = one.sign
            for place, factor in one.factors:
                factors[line, at[place]] = factor
        return factors


class Register:
    """All editions that went out, oldest first, and how a report over a selection can be set against them."""

    def __init__(self, editions: Sequence[Edition], selection: Selection, people: Iterable[Place] | None = None) -> None:
        """`people` as in `regions.relations`."""
        self.editions, self.selection = tuple(editions), selection
        self._people = None if people is None else tuple(people)
        self._found: dict[int, tuple[Relation, ...]] = {}

    def beside(self, number: str, before: int | None = None) -> Beside:
        """How one table can be set against editions, or against those before one."""
        last = len(self.editions) if before is None else before
        if last not in self._found:
            self._found[last] = relations([one.selection for one in self.editions[:last]], self.selection, self._people)
        known = {place: edition for place, edition in enumerate(self.editions[:last]) if number in edition.counted}
        return Beside(known, tuple(one for one in self._found[last] if all(place in known for place, _ in one.factors)))


def edition_to_plain(edition: Edition) -> dict[str, object]:
    """An edition as values of JSON."""
    chosen = edition.selection
    return {
        "first_day": chosen.first_day.isoformat() if chosen.first_day else "",
        "last_day": chosen.last_day.isoformat() if chosen.last_day else "",
        "countries": list(chosen.countries),
        "centres": list(chosen.centres),
        "stages": list(chosen.stages),
        "programmes": list(chosen.programmes),
        "threshold": edition.threshold,
        "made_on": edition.made_on.isoformat(),
        "counted": {
            number: [
                [*_heading(heading), [[*key, count] for key, count in found.counts.items()]] for heading, found in parts.items()
            ]
            for number, parts in edition.counted.items()
        },
        "tables": {number: _table(table) for number, table in edition.tables.items()},
    }


def edition_from_plain(plain: Mapping[str, Any]) -> Edition:
    """The edition of the form of `edition_to_plain`."""
    first, last = plain["first_day"], plain["last_day"]
    return Edition(
        Selection(
            date.fromisoformat(first) if first else None,
            date.fromisoformat(last) if last else None,
            *(tuple(plain[name]) for name in ("countries", "centres", "stages", "programmes")),
        ),
        plain["threshold"],
        date.fromisoformat(plain["made_on"]),
        {
            number: {
                _read_heading(head): Crossed({(row, column): count for row, column, count in counts}, {})
                for *head, counts in parts
            }
            for number, parts in plain["counted"].items()
        },
        {number: _read_table(number, table) for number, table in plain["tables"].items()},
    )


def _heading(heading: Heading) -> list[object]:
    return [heading.variable, list(heading.codes), heading.kind.value]


def _read_heading(plain: Sequence[Any]) -> Heading:
    variable, codes, kind = plain
    return _heading_of(variable, tuple(codes), kind)


@lru_cache(maxsize=4096)
def _heading_of(variable: str, codes: tuple[str, ...], kind: str) -> Heading:
    """The same value for the same words: most editions have the same rows."""
    return Heading(variable, codes, HeadingKind(kind))


def _table(table: CountTable) -> dict[str, object]:
    """What of a table was printed; words, shares and bases follow from it."""
    return {
        "rows": list(map(_heading, table.rows)),
        "columns": list(map(_heading, table.columns)),
        "counts": [[count.name if isinstance(count, Sign) else count for count in line] for line in table.counts],
    }


def _read_table(number: str, plain: Mapping[str, Any]) -> CountTable:
    return CountTable(
        number=number,
        rows=tuple(map(_read_heading, plain["rows"])),
        columns=tuple(map(_read_heading, plain["columns"])),
        counts=tuple(tuple(map(_read_count, line)) for line in plain["counts"]),
        shares=(),
        base=_NOTHING,
        chart=ChartKind.NONE,
    )


def _read_count(plain: str | int) -> Count:
    return Sign[plain] if isinstance(plain, str) else plain
