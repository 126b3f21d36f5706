"""Rows about profiles that a laptop removed because headquarters has them, inside a transaction of the caller.

At a laptop they are its own words, kept until headquarters heard them and after; at headquarters the last word of each laptop.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, delete, exists, select, update

from s2w_desktop.domain.ids import DeviceId, ProfileId
from s2w_desktop.domain.thinning import Thinning
from s2w_desktop.storage import exchange_tables, tables
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.inserting import upsert

_thinned, _station = exchange_tables.thinned, tables.station
_IS_ANY_THINNED = select(exists().where(_thinned.c.profile.is_not(None)))
_IS_OWN = _thinned.c.device == select(_station.c.device).scalar_subquery()
_IS_GONE = _thinned.c.is_here.is_(False)
_UNSENT: dict[str, object] = {"epoch": 0, "first_seq": 0, "last_seq": 0, "is_confirmed": False}
SAVE_THINNED = upsert(_thinned, ("at", "is_here", "knew_epoch", "knew_seq", "epoch", "first_seq", "last_seq", "is_confirmed"))


def removed_here(connection: Connection, profiles: Iterable[ProfileId]) -> frozenset[ProfileId]:
    """Those of the profiles that this laptop removed: whatever comes of them is kept without its content."""
    if not connection.execute(_IS_ANY_THINNED).scalar():
        return frozenset()
    found: set[ProfileId] = set()
    for piece in chunks(profiles):
        wanted = select(_thinned.c.profile).where(_IS_OWN, _IS_GONE, _thinned.c.profile.in_(piece))
        found.update(ProfileId(profile) for profile in connection.execute(wanted).scalars())
    return frozenset(found)


def is_removed(device: ColumnElement[Any], profile: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a device says that it removed a profile; for a condition of another statement."""
    return exists().where(_thinned.c.device == device, _thinned.c.profile == profile, _IS_GONE)


def devices_without(connection: Connection, profiles: Iterable[ProfileId]) -> frozenset[DeviceId]:
    """The devices that had one of the profiles and removed it."""
    found: set[DeviceId] = set()
    for piece in chunks(profiles):
        wanted = select(_thinned.c.device).where(_IS_GONE, _thinned.c.profile.in_(piece)).distinct()
        found.update(DeviceId(device) for device in connection.execute(wanted).scalars())
    return frozenset(found)


def removed_from(connection: Connection, device: DeviceId) -> dict[ProfileId, datetime]:
    """The profiles that a device says it removed, and when."""
    wanted = select(_thinned.c.profile, _thinned.c.at).where(_IS_GONE, _thinned.c.device == device)
    return {ProfileId(profile): at for profile, at in connection.execute(wanted)}


def removed_by(connection: Connection, device: DeviceId | None) -> frozenset[ProfileId]:
    """The profiles that a device, or any, says it removed."""
    wanted = select(_thinned.c.profile).where(_IS_GONE).distinct()
    found = connection.execute(wanted if device is None else wanted.where(_thinned.c.device == device)).scalars()
    return frozenset(ProfileId(profile) for profile in found)


def rows_of(connection: Connection, device: DeviceId, profiles: Iterable[ProfileId]) -> dict[ProfileId, AnyRow]:
    """What a device says of the profiles, by profile; those of which it says nothing are left out."""
    found: dict[ProfileId, AnyRow] = {}
    for piece in chunks(profiles):
        wanted = select(_thinned).where(_thinned.c.device == device, _thinned.c.profile.in_(piece))
        found |= {ProfileId(row.profile): row for row in connection.execute(wanted)}
    return found


def row_of(device: DeviceId, word: Thinning) -> dict[str, object]:
    """What a device says, without the bundle that says it."""
    epoch, seq = word.knew
    row = {"device": device, "profile": word.profile, "at": word.at, "is_here": word.is_here}
    return row | {"knew_epoch": epoch, "knew_seq": seq}


def say(connection: Connection, device: DeviceId, words: Sequence[Thinning]) -> None:
    """This machine says something new about profiles; headquarters hears it with the next hand-over."""
    for piece in chunks(words):
        connection.execute(SAVE_THINNED, [row_of(device, one) | _UNSENT for one in piece])


def words_to_send(connection: Connection, device: DeviceId) -> tuple[Thinning, ...]:
    """What headquarters is not known to have heard, in the order in which it was said."""
    waiting = select(_thinned).where(_thinned.c.device == device, _thinned.c.is_confirmed.is_(False))
    rows = connection.execute(waiting.order_by(_thinned.c.at, _thinned.c.profile))
    return tuple(Thinning(ProfileId(row.profile), row.at, row.is_here, (row.knew_epoch, row.knew_seq)) for row in rows)


def note_words_sent(connection: Connection, profiles: Iterable[ProfileId], epoch: int, seq: int, previous: int) -> None:
    """The words about the profiles lie in bundle `seq`; `previous` is the number of the bundle of profiles before it."""
    goes_on = and_(_thinned.c.epoch == epoch, _thinned.c.last_seq == previous)
    first = case((goes_on, _thinned.c.first_seq), else_=seq)
    for piece in chunks(profiles):
        these = update(_thinned).where(_IS_OWN, _thinned.c.profile.in_(piece))
        connection.execute(these.values(epoch=epoch, first_seq=first, last_seq=seq))


def confirm_words(connection: Connection, epoch: int, first: int, last: int) -> None:
    """Headquarters has the bundles from first to last, and so the words that lay in them."""
    lay_in = (_thinned.c.epoch == epoch) & (_thinned.c.first_seq <= last) & (_thinned.c.last_seq >= first)
    connection.execute(update(_thinned).where(_IS_OWN, lay_in).values(is_confirmed=True))


def forget_words_sent(connection: Connection) -> None:
    """Headquarters restored a copy, or this machine numbers anew: all that it says goes again."""
    connection.execute(update(_thinned).where(_IS_OWN).values(**_UNSENT))


def forget_words(connection: Connection, profiles: Collection[ProfileId]) -> None:
    """Nothing is left to say about profiles that are erased."""
    for piece in chunks(profiles):
        connection.execute(delete(_thinned).where(_IS_OWN, _thinned.c.profile.in_(piece)))
