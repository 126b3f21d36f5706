"""How far one headquarters reaches: python3 packaging/dev.py bench --headquarters [N ...]

For each number of people a row of a Markdown table: importing them in one bundle, a page of the list, a key of a search, looking
among all of them for people who may be one, the whole analysis report (the first one, which makes what it counts of each person,
and one after it), and how large the store is. Everything is measured through the services, as the window uses them, in an
encrypted file and on a PostgreSQL server of the same machine, where one is installed: the medians of several looks; what is long
once. What the machine does beside it slows it down, so the load is told with the table.
"""

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from psycopg import sql

from bench_bundles import HandOver
from bench_measure import Samples, stopwatch, timed
from bench_people import ManyPeople
from bench_places import make_places, opened
from bench_store import PAGE, typed_names_of
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.layout import ServerPlace, StorePlace, local_folder
from s2w_desktop.storage.values import ListQuery
from tests.servers import Server, running

SIZES = (10_000, 100_000, 300_000)
TIMES = 20
HEADINGS = (
    "people",
    "store",
    "import",
    "list, a page",
    "search, a key",
    "all who may be one",
    "first report",
    "report",
    "on disk",
)


@dataclass(frozen=True)
class Reach:
    """What one number of people costs: seconds, and bytes."""

    people: int
    store: str
    importing: float
    page: float
    search: float
    alike: float
    first_report: float
    report: float
    disk: int

    def row(self) -> str:
        """A row of a Markdown table."""
        cells = (
            f"{self.people:,}",
            self.store,
            f"{self.importing:,.1f} s",
            f"{1000 * self.page:.1f} ms",
            f"{1000 * self.search:.1f} ms",
            f"{self.alike:,.1f} s",
            f"{self.first_report:,.1f} s",
            f"{self.report:,.1f} s",
            f"{self.disk / 1e6:,.0f} MB",
        )
        return f"| {' | '.join(cells)} |"


def measured(people: int, folder: Path, server: Server | None = None) -> Reach:
    """Build places in an empty folder, headquarters on a server if there is one, fill it by one bundle, and measure it."""
    office = ServerPlace(server.empty_database(), folder / "headquarters") if server else folder / "headquarters"
    places = make_places(folder, people, office)
    bundle = ManyPeople(places.laptop).bundle(people, HandOver(places).stick)
    places.laptop.close()
    headquarters = opened(office)
    with stopwatch() as importing:
        headquarters.importing.take(bundle)
    profiles = headquarters.store.profiles
    page = _median(lambda: (profiles.count(ListQuery()), profiles.rows(ListQuery(), 0, PAGE)))
    with stopwatch() as alike:
        headquarters.office.duplicates.look()
    search = _median(*(_found(headquarters, text) for text in typed_names_of(profiles.rows(ListQuery(), 0, PAGE))))
    with stopwatch() as first_report:
        headquarters.office.reporting.report()
    with stopwatch() as report:
        headquarters.office.reporting.report()
    headquarters.store.checkpoint()
    headquarters.close()
    return Reach(people, _name(server), importing(), page, search, alike(), first_report(), report(), _size(office, server))


def _name(server: Server | None) -> str:
    return "PostgreSQL" if server else "file"


def _size(office: StorePlace, server: Server | None) -> int:
    """Bytes of the store, on whichever machine they lie."""
    size = sum(file.stat().st_size for file in local_folder(office).rglob("*") if file.is_file())
    if server is None or not isinstance(office, ServerPlace):
        return size
    ((database,),) = server.tell(sql.SQL("SELECT pg_database_size(current_database())"), office.address.database)
    return size + int(str(database))


def _found(headquarters: Workplace, text: str) -> Callable[[], object]:
    query, profiles = ListQuery(search=text), headquarters.store.profiles
    return lambda: (profiles.count(query), profiles.rows(query, 0, PAGE))


def _median(*acts: Callable[[], object]) -> float:
    return Samples(tuple(timed(act)() for act in acts for _ in range(max(1, TIMES // len(acts))))).median


def table(sizes: tuple[int, ...]) -> None:
    """Print the table, row by row."""
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    print(f"| {' | '.join(HEADINGS)} |", f"|{'---|' * len(HEADINGS)}", sep="\n", flush=True)
    with ExitStack() as stack:
        servers = [None, *_servers(stack)]
        for people in sizes:
            for server in servers:
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="s2w-headquarters-")))
                print(measured(people, folder, server).row(), flush=True)
                shutil.rmtree(folder)
                folder.mkdir()
    print(f"load {os.getloadavg()[0]:.1f} at the end")


def _servers(stack: ExitStack) -> list[Server]:
    """A server on the disk with the settings of a new installation, if one can be started."""
    try:
        return [stack.enter_context(running({}, on_disk=True))]
    except pytest.skip.Exception:
        print("(no PostgreSQL is installed)")
        return []
