"""Which numbers are here, which are missing, which were given twice; inside a transaction of the caller."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, Table, func, select

from s2w_desktop.domain.ids import DeviceId, RevisionId
from s2w_desktop.storage import tables
from s2w_desktop.storage.bundle_values import Coverage, Fork, MissingBundles, Ranges

_revision, _bundle = tables.revision, tables.bundle_in


def read_coverage(connection: Connection, device: DeviceId | None) -> tuple[Coverage, ...]:
    """Per device and epoch what is here; of all devices, or of one."""
    gaps = {key: tuple(ranges) for key, ranges in _gaps(connection, _revision, "lseq", device)}
    return tuple(
        _coverage(DeviceId(owner), epoch, gaps.get((owner, epoch), ()), highest)
        for owner, epoch, highest in connection.execute(_highest(_revision, "lseq", device))
    )


def read_missing_bundles(connection: Connection, device: DeviceId | None) -> tuple[MissingBundles, ...]:
    """Bundle numbers below a known one that never came."""
    return tuple(
        MissingBundles(DeviceId(owner), epoch, first, last)
        for (owner, epoch), ranges in _gaps(connection, _bundle, "seq", device)
        for first, last in ranges
    )


def read_forks(connection: Connection, device: DeviceId | None) -> tuple[Fork, ...]:
    """Numbers under which there is more than one revision."""
    numbered = (_revision.c.device, _revision.c.epoch, _revision.c.lseq)
    twice = select(*numbered).group_by(*numbered).having(func.count() > 1)
    if device is not None:
        twice = twice.where(_revision.c.device == device)
    found: list[Fork] = []
    for owner, epoch, lseq in connection.execute(twice.order_by(*numbered)).all():
        same = (_revision.c.device == owner) & (_revision.c.epoch == epoch) & (_revision.c.lseq == lseq)
        ids = connection.execute(select(_revision.c.id).where(same).order_by(_revision.c.id)).scalars()
        found.append(Fork(DeviceId(owner), epoch, lseq, tuple(RevisionId(id_) for id_ in ids)))
    return tuple(found)


def read_last_bundles(connection: Connection) -> dict[DeviceId, tuple[int, int]]:
    """Per device the last epoch of which a bundle came, and its highest number there."""
    rows = connection.execute(_highest(_bundle, "seq", None))
    return {DeviceId(owner): (epoch, highest) for owner, epoch, highest in rows}  # epochs rise: the last one stays


def _coverage(device: DeviceId, epoch: int, holes: Ranges, highest: int) -> Coverage:
    contiguous = holes[0][0] - 1 if holes else highest
    return Coverage(device, epoch, contiguous, holes, highest)


def _highest(table: Table, number: str, device: DeviceId | None) -> Select[*tuple[Any, ...]]:
    owner, epoch = table.c.device, table.c.epoch
    grouped = select(owner, epoch, func.max(table.c[number])).group_by(owner, epoch).order_by(owner, epoch)
    return grouped if device is None else grouped.where(owner == device)


def _gaps(
    connection: Connection, table: Table, number: str, device: DeviceId | None
) -> Iterator[tuple[tuple[UUID, int], list[tuple[int, int]]]]:
    """Closed ranges of numbers from 1 on that are not in the table, per device and epoch."""
    owner, epoch, column = table.c.device, table.c.epoch, table.c[number]
    before = func.lag(column).over(partition_by=(owner, epoch), order_by=column)
    steps = select(owner, epoch, column.label("number"), func.coalesce(before, 0).label("before"))
    inner = (steps if device is None else steps.where(owner == device)).subquery()
    gaps = select(inner.c.device, inner.c.epoch, inner.c.before + 1, inner.c.number - 1)
    ordered = gaps.where(inner.c.number > inner.c.before + 1).order_by(inner.c.device, inner.c.epoch, inner.c.number)
    for key, rows in groupby(connection.execute(ordered), key=itemgetter(0, 1)):
        yield key, [(first, last) for _, _, first, last in rows]
