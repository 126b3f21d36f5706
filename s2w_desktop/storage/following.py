"""Orders of headquarters as they take effect at a laptop, inside a transaction of the caller."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from s2w_desktop.domain.clock import moment_text
from s2w_desktop.domain.erasing import tombstone_of
from s2w_desktop.domain.ids import DeviceId, ProfileId
from s2w_desktop.domain.orders import Order
from s2w_desktop.storage import tables
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.erasing import erase
from s2w_desktop.storage.exchange_values import Giver, OrderIn
from s2w_desktop.storage.orders import note_followed, unfollowed
from s2w_desktop.storage.station_rows import read_station
from s2w_desktop.storage.stations import SAVE_FACT, begin_epoch

REVOKED_FACT = "revoked_at"
"""When this laptop heard that headquarters took it off its list, as tombstones spell times."""


@dataclass(frozen=True)
class Followed:
    """Orders that were followed now, and profiles whose rows have to be made anew.

    `case_numbers` are those of the profiles that were erased, to be told once: nothing keeps them.
    """

    orders: tuple[OrderIn, ...]
    left: frozenset[ProfileId]
    case_numbers: Mapping[ProfileId, str]


def follow(connection: Connection, orders: Sequence[OrderIn], giver: Giver, by: DeviceId) -> Followed:
    """Follow the orders that were not followed yet. To install a pack is up to people."""
    new = unfollowed(connection, orders)
    buried = [tombstone_of(one.profile, one.detail) for one in new if one.kind is Order.ERASE and one.profile]
    case_numbers = _case_numbers(connection, [one.profile for one in buried])
    left = erase(connection, buried, read_station(connection), giver, by).left
    kinds = {one.kind for one in new}
    if Order.REVOKE in kinds:
        connection.execute(SAVE_FACT, {"name": REVOKED_FACT, "value": moment_text(giver.now)})
    if Order.REINSTATE in kinds:
        connection.execute(delete(tables.fact).where(tables.fact.c.name == REVOKED_FACT))
    if Order.NEW_EPOCH in kinds:
        begin_epoch(connection)
    note_followed(connection, new, giver.now)
    return Followed(tuple(new), left, case_numbers)


def _case_numbers(connection: Connection, profiles: Sequence[ProfileId]) -> dict[ProfileId, str]:
    """By the rows of the list; who is not in it has none."""
    found: dict[ProfileId, str] = {}
    for piece in chunks(profiles):
        row = tables.profile.c
        known = connection.execute(select(row.id, row.case_number).where(row.id.in_(piece), row.case_number != ""))
        found.update((ProfileId(id_), number) for id_, number in known)
    return found
