"""Orders: at headquarters a queue for each device, at a laptop what it followed."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, case, delete, insert, or_, select, update

from s2w_desktop.domain.erasing import Tombstone, detail_of
from s2w_desktop.domain.ids import DeviceId, OfficerId, OrderId, ProfileId
from s2w_desktop.domain.orders import Order
from s2w_desktop.domain.stations import Role
from s2w_desktop.storage import exchange_tables, tables
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.exchange_values import Giver, OrderIn, OrderOut, Word
from s2w_desktop.storage.locks import Turn, take
from s2w_desktop.storage.shares import knowers
from s2w_desktop.storage.station_rows import read_station
from s2w_desktop.storage.thinned_rows import devices_without

_out, _in = exchange_tables.order_out, exchange_tables.order_in


class OrderBook:
    """Orders given and orders followed. Every write is durable when it returns."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def give(self, device: DeviceId, kind: Order, giver: Giver, detail: str = "") -> OrderId:
        """Put an order into the queue of a device."""
        with self._database.writing() as connection:
            return _give(connection, device, kind, giver, detail=detail)

    def give_instead(self, device: DeviceId, kind: Order, giver: Giver, *, of: Order) -> None:
        """Put an order into the queue unless it waits there, in the place of those of another kind that still wait."""
        waits = (_out.c.device == device) & _out.c.is_heard.is_(False)
        with self._database.writing() as connection:
            take(connection, Turn.ORDERS)
            connection.execute(delete(_out).where(waits, _out.c.kind == of.value))
            if connection.execute(select(_out.c.id).where(waits, _out.c.kind == kind.value)).first() is None:
                _give(connection, device, kind, giver)

    def given(self, device: DeviceId | None = None) -> tuple[OrderOut, ...]:
        """Orders to all devices or to one, newest first."""
        wanted = select(_out).order_by(_out.c.given_at.desc(), _out.c.id.desc())
        with self._database.reading() as connection:
            rows = connection.execute(wanted if device is None else wanted.where(_out.c.device == device))
            return tuple(_order(row) for row in rows)

    def waiting(self, device: DeviceId) -> tuple[OrderOut, ...]:
        """Orders that a device is not known to have heard of, in the order in which they were given."""
        wanted = select(_out).where(_out.c.device == device, _out.c.is_heard.is_(False))
        with self._database.reading() as connection:
            return tuple(_order(row) for row in connection.execute(wanted.order_by(_out.c.given_at, _out.c.id)))

    def mark_sent(self, orders: Iterable[OrderId], word: Word) -> None:
        """A receipt carried these. It stays the first that did, for every later one carries them too."""
        is_first = or_(_out.c.first_seq == 0, _out.c.epoch != word.epoch)
        first = case((is_first, word.seq), else_=_out.c.first_seq)
        with self._database.writing() as connection:
            for piece in chunks(orders):
                connection.execute(update(_out).where(_out.c.id.in_(piece)).values(first_seq=first, epoch=word.epoch))

    def followed(self) -> tuple[tuple[OrderIn, datetime], ...]:
        """Orders that came to this machine, and when it followed each; newest first."""
        wanted = select(_in).order_by(_in.c.followed_at.desc(), _in.c.id.desc())
        with self._database.reading() as connection:
            return tuple((_came(row), row.followed_at) for row in connection.execute(wanted))


def order_erasure(
    connection: Connection,
    tombstones: Sequence[Tombstone],
    giver: Giver,
    *,
    unless: DeviceId | None = None,
    only: DeviceId | None = None,
) -> None:
    """Order each laptop that knows a profile, or did, to erase it, once; but not the one that said so itself, or `only` one."""
    peer = tables.peer
    laptops = set(connection.execute(select(peer.c.device).where(peer.c.role == Role.FIELD.value)).scalars())
    for one in tombstones:
        ordered = select(_out.c.device).where(_out.c.profile == one.profile, _out.c.kind == Order.ERASE.value)
        done = set(connection.execute(ordered).scalars()) | {unless}
        wanted = {only} if only else knowers(connection, [one.profile]) | devices_without(connection, [one.profile])
        for device in sorted((wanted & laptops) - done):
            _give(connection, DeviceId(device), Order.ERASE, giver, profile=one.profile, detail=detail_of(one))


def devices_ordered(connection: Connection, *, unsent: bool) -> frozenset[DeviceId]:
    """Devices with orders of which they are not known to have heard; with `unsent` those that no receipt carried yet."""
    waiting = select(_out.c.device).where(_out.c.is_heard.is_(False)).distinct()
    if unsent:
        waiting = waiting.where(or_(_out.c.first_seq == 0, _out.c.epoch != read_station(connection).epoch))
    return frozenset(DeviceId(device) for device in connection.execute(waiting).scalars())


def unfollowed(connection: Connection, orders: Sequence[OrderIn]) -> list[OrderIn]:
    """Those of the orders that this machine did not follow yet."""
    known: set[OrderId] = set()
    for piece in chunks(order.id for order in orders):
        known.update(OrderId(id_) for id_ in connection.execute(select(_in.c.id).where(_in.c.id.in_(piece))).scalars())
    return [order for order in orders if order.id not in known]


def note_followed(connection: Connection, orders: Sequence[OrderIn], now: datetime) -> None:
    """Never follow these again."""
    rows = [
        {"id": one.id, "kind": one.kind.value, "profile": one.profile, "detail": one.detail, "followed_at": now} for one in orders
    ]
    for piece in chunks(rows):
        connection.execute(insert(_in), piece)


def _give(
    connection: Connection, device: DeviceId, kind: Order, giver: Giver, *, profile: ProfileId | None = None, detail: str = ""
) -> OrderId:
    order = OrderId(giver.new_id())
    row = {"id": order, "device": device, "kind": kind.value, "profile": profile, "detail": detail, "officer": giver.officer}
    connection.execute(insert(_out), row | {"given_at": giver.now, "epoch": 0, "first_seq": 0, "is_heard": False})
    return order


def _order(row: AnyRow) -> OrderOut:
    return OrderOut(
        id=OrderId(row.id),
        device=DeviceId(row.device),
        kind=Order(row.kind),
        profile=ProfileId(row.profile) if row.profile else None,
        detail=row.detail,
        officer=OfficerId(row.officer),
        given_at=row.given_at,
        is_sent=row.first_seq > 0,
        is_heard=row.is_heard,
    )


def _came(row: AnyRow) -> OrderIn:
    return OrderIn(OrderId(row.id), Order(row.kind), ProfileId(row.profile) if row.profile else None, row.detail)
