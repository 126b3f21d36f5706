"""How far one headquarters reaches: python3 packaging/dev.py bench --headquarters [N ...]

For each number of people a row of a Markdown table: importing them in one bundle, a page of the list, a key of a search, looking
among all of them for people who may be one, and how large the store is. Everything is measured through the services, as the
window uses them, in a store that is encrypted: the medians of several looks; the import and the look among all once. What the
machine does beside it slows it down, so the load is told with the table.
"""

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench_bundles import HandOver
from bench_measure import Samples, stopwatch, timed
from bench_people import ManyPeople
from bench_places import copied, make_places, opened
from bench_store import PAGE, typed_names_of
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery

SIZES = (10_000, 100_000, 300_000)
TIMES = 20
HEADINGS = ("people", "import", "list, a page", "search, a key", "all who may be one", "on disk")


@dataclass(frozen=True)
class Reach:
    """What one number of people costs: seconds, and bytes."""

    people: int
    importing: float
    page: float
    search: float
    alike: float
    disk: int

    def row(self) -> str:
        """A row of a Markdown table."""
        cells = (
            f"{self.people:,}",
            f"{self.importing:,.1f} s",
            f"{1000 * self.page:.1f} ms",
            f"{1000 * self.search:.1f} ms",
            f"{self.alike:,.1f} s",
            f"{self.disk / 1e6:,.0f} MB",
        )
        return f"| {' | '.join(cells)} |"


def measured(people: int, folder: Path) -> Reach:
    """Build places in an empty folder, fill headquarters by one bundle, and measure it."""
    places = make_places(folder, people)
    bundle = ManyPeople(places.laptop).bundle(people, HandOver(places).stick)
    places.laptop.close()
    office = copied(places, "office")
    headquarters = opened(office)
    with stopwatch() as importing:
        headquarters.importing.take(bundle)
    profiles = headquarters.store.profiles
    page = _median(lambda: (profiles.count(ListQuery()), profiles.rows(ListQuery(), 0, PAGE)))
    with stopwatch() as alike:
        headquarters.office.duplicates.look()
    search = _median(*(_found(headquarters, text) for text in typed_names_of(profiles.rows(ListQuery(), 0, PAGE))))
    headquarters.store.checkpoint()
    headquarters.close()
    size = sum(file.stat().st_size for file in office.rglob("*") if file.is_file())
    return Reach(people, importing(), page, search, alike(), size)


def _found(headquarters: Workplace, text: str) -> Callable[[], object]:
    query, profiles = ListQuery(search=text), headquarters.store.profiles
    return lambda: (profiles.count(query), profiles.rows(query, 0, PAGE))


def _median(*acts: Callable[[], object]) -> float:
    return Samples(tuple(timed(act)() for act in acts for _ in range(max(1, TIMES // len(acts))))).median


def table(sizes: tuple[int, ...]) -> None:
    """Print the table, row by row."""
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    print(f"| {' | '.join(HEADINGS)} |", f"|{'---|' * len(HEADINGS)}", sep="\n", flush=True)
    for people in sizes:
        folder = Path(tempfile.mkdtemp(prefix="s2w-headquarters-"))
        try:
            print(measured(people, folder).row(), flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"load {os.getloadavg()[0]:.1f} at the end")
