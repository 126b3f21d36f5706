"""Numbers that only rise: of revisions and bundles within an epoch, and the clock. Always inside the caller's transaction."""

from enum import Enum

from sqlalchemy import Connection, func, select

from s2w_desktop.domain.clock import observe, tick
from s2w_desktop.domain.stations import Station
from s2w_desktop.storage import tables
from s2w_desktop.storage.inserting import upsert
from s2w_desktop.storage.locks import Turn, take


class Counter(Enum):
    """What is counted."""

    REVISION = "revision"
    BUNDLE = "bundle"
    CLOCK = "clock"


_SAVE = upsert(tables.counter, ("value",))


def value(connection: Connection, counter: Counter) -> int:
    """The last number given out; 0 before the first."""
    found = connection.execute(select(tables.counter.c.value).where(tables.counter.c.name == counter.value)).scalar()
    return int(found or 0)


def put(connection: Connection, counter: Counter, number: int) -> None:
    """Remember the last number given out."""
    connection.execute(_SAVE, {"name": counter.value, "value": number})


def last_revision(connection: Connection, station: Station) -> int:
    """The highest number of this epoch, given out here or come back from elsewhere under our own name."""
    own = (tables.revision.c.device == station.device) & (tables.revision.c.epoch == station.epoch)
    highest = connection.execute(select(func.max(tables.revision.c.lseq)).where(own)).scalar() or 0
    return max(value(connection, Counter.REVISION), int(highest))


def next_revision(connection: Connection, station: Station, now_ms: int) -> tuple[int, int]:
    """The next revision number of the epoch and the next clock reading, both used up.

    Others who number wait until the transaction ends: call it late.
    """
    take(connection, Turn.NUMBERS)
    lseq = last_revision(connection, station) + 1
    clock = tick(value(connection, Counter.CLOCK), now_ms)
    put(connection, Counter.REVISION, lseq)
    put(connection, Counter.CLOCK, clock)
    return lseq, clock


def see_clock(connection: Connection, remote: int, now_ms: int) -> None:
    """Move the clock on to a remote reading, unless that one is absurd. Call it late, see `next_revision`."""
    take(connection, Turn.NUMBERS)
    last = value(connection, Counter.CLOCK)
    seen = observe(last, remote, now_ms)
    if seen != last:
        put(connection, Counter.CLOCK, seen)
