"""A first table of counts for headquarters, from the extracted columns alone; small cells are hidden.

Counts of one to four people could point at somebody, so they are shown as hidden, and with them one more cell, so that
no subtraction from the total brings them back (primary and complementary suppression).
"""

from dataclasses import dataclass

from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.summary import FIGURE_PATHS
from s2w_desktop.services.permits import Permits
from s2w_desktop.storage.store import Store

THRESHOLD = 5
UNKEPT = "unkept"
COLUMNS = (*FIGURE_PATHS, "centre")


@dataclass(frozen=True)
class Cell:
    """One count. `count` is None when it is hidden."""

    code: str
    count: int | None


@dataclass(frozen=True)
class CountTable:
    """Counts of one column, largest first; code "" is for people without an answer. `total` is None when it is hidden."""

    column: str
    total: int | None
    cells: tuple[Cell, ...]


class Counting:
    """Counts profiles. Every table raises NotPermitted without the duty."""

    def __init__(self, store: Store, permits: Permits) -> None:
        self._store = store
        self._permits = permits

    def tables(self) -> tuple[CountTable, ...]:
        """One table for each column, and one of the interviews of this store of which nothing is kept."""
        return (*(self.table(column) for column in COLUMNS), self.unkept())

    def unkept(self) -> CountTable:
        """The protected table of interviews without a trace, by sex."""
        self._permits.require(Act.REPORT)
        return protected(UNKEPT, self._store.unkept.by_sex())

    def table(self, column: str) -> CountTable:
        """The protected table of a column."""
        self._permits.require(Act.REPORT)
        return protected(column, self._store.profiles.counts(column))


def protected(column: str, counts: dict[str, int]) -> CountTable:
    """A table in which no cell under the threshold can be read or worked out.

    Hidden cells all look the same, whether small or hidden to protect others; when nothing but small cells is left, the
    total is hidden too.
    """
    people = {code: count for code, count in counts.items() if count > 0}
    hidden = {code for code, count in people.items() if count < THRESHOLD}
    shown = sorted((count, code) for code, count in people.items() if code not in hidden)
    if hidden:
        hidden |= {code for _, code in shown[:1]}
    total = sum(people.values())
    cells = sorted((Cell(code, None if code in hidden else count) for code, count in people.items()), key=_order)
    return CountTable(column, None if hidden and hidden == people.keys() else total, tuple(cells))


def _order(cell: Cell) -> tuple[int, str]:
    return (-(cell.count or 0), cell.code)
