"""What laptops say about profiles that they removed, as headquarters keeps it: who has what, and who is told what others say.

Only the laptop knows what is on it, so its last word counts, by the number of the bundle that brought it. A laptop that numbers
anew says all of it again, for it may have been put back from a copy that still has everything. So it may where it gave one number
to two bundles: what it said from there on does not count until it numbers anew.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, func, or_, select, update

from s2w_desktop.domain.ids import DeviceId, ProfileId
from s2w_desktop.domain.thinning import Thinning
from s2w_desktop.storage import exchange_tables, tables
from s2w_desktop.storage.bundle_values import BundleIn
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.erasing import erased_among, joined
from s2w_desktop.storage.exchange_values import ShareReason
from s2w_desktop.storage.shares import given_since, knowers, note_lack, share
from s2w_desktop.storage.thinned_rows import SAVE_THINNED, removed_from, row_of, rows_of

_thinned, _share, _revision = exchange_tables.thinned, exchange_tables.share, tables.revision
_in = tables.bundle_in


def note_thinnings(connection: Connection, came: BundleIn, words: Sequence[Thinning]) -> None:
    """A bundle of a laptop says these. From now on it is told, or not told, what others say; its newest word counts."""
    forked = _first_forked(connection, came)
    if not words and not _is_older_known(connection, came) and forked is None:
        return
    if _newest_epoch(connection, came.device) > came.epoch:
        return
    before = removed_from(connection, came.device).keys()
    _begin_anew(connection, came)
    counting = _kept(connection, came, words)
    if forked is not None:
        _void(connection, came, forked)
    after = removed_from(connection, came.device).keys()
    for one in (word for word in counting if word.profile in after):
        if not given_since(connection, came.device, one.profile, one.knew):
            _removed(connection, came.device, one.profile, came.imported_at)
        elif one.profile not in before:  # what it heard of the gift so far, it did not keep
            note_lack(connection, came.device, one.profile)
    for profile in sorted(before - after):
        _is_back(connection, came.device, profile, came.imported_at)


def _is_older_known(connection: Connection, came: BundleIn) -> bool:
    older = (_thinned.c.device == came.device) & (_thinned.c.epoch < came.epoch)
    return connection.execute(select(_thinned.c.profile).where(older).limit(1)).first() is not None


def _first_forked(connection: Connection, came: BundleIn) -> int | None:
    """The lowest number of the epoch that the device gave to two bundles: it was put back from a copy, or cloned."""
    theirs = (_in.c.device == came.device) & (_in.c.epoch == came.epoch)
    twice = select(_in.c.seq).where(theirs).group_by(_in.c.seq).having(func.count() > 1)
    return connection.execute(twice.order_by(_in.c.seq).limit(1)).scalar()


def _void(connection: Connection, came: BundleIn, forked: int) -> None:
    """What it said from the number on that two bundles have: nobody knows which of two machines said it."""
    since = (_thinned.c.device == came.device) & (_thinned.c.epoch == came.epoch) & (_thinned.c.last_seq >= forked)
    connection.execute(update(_thinned).where(since).values(is_here=True))


def _newest_epoch(connection: Connection, device: DeviceId) -> int:
    return connection.execute(select(func.max(_in.c.epoch)).where(_in.c.device == device)).scalar() or 0


def _begin_anew(connection: Connection, came: BundleIn) -> None:
    """What it said in an epoch before is void: it may have the profiles again."""
    older = (_thinned.c.device == came.device) & (_thinned.c.epoch < came.epoch)
    anew = {"is_here": True, "epoch": came.epoch, "first_seq": 0, "last_seq": 0}
    connection.execute(update(_thinned).where(older).values(anew))


def _kept(connection: Connection, came: BundleIn, words: Sequence[Thinning]) -> list[Thinning]:
    """The words that count from now on. Of erased people and of those whom the laptop never had nothing is kept."""
    latest = {one.profile: one for one in words}
    known = rows_of(connection, came.device, latest)
    theirs = _had_by(connection, came.device, latest) - erased_among(connection, latest)
    newer = [one for one in latest.values() if one.profile not in known or known[one.profile].last_seq < came.seq]
    counting = [one for one in newer if one.profile in theirs]
    bundle = {"epoch": came.epoch, "first_seq": came.seq, "last_seq": came.seq, "is_confirmed": True}
    for piece in chunks(counting):
        connection.execute(SAVE_THINNED, [row_of(came.device, one) | bundle for one in piece])
    return counting


def _had_by(connection: Connection, device: DeviceId, profiles: Iterable[ProfileId]) -> frozenset[ProfileId]:
    """Those of the profiles that the device made revisions of, or was given."""
    found: set[ProfileId] = set()
    for piece in chunks(profiles):
        made = select(_revision.c.profile).where(_revision.c.device == device, _revision.c.profile.in_(piece))
        given = select(_share.c.profile).where(_share.c.device == device, _share.c.profile.in_(piece))
        said = select(_thinned.c.profile).where(_thinned.c.device == device, _thinned.c.profile.in_(piece))
        for wanted in (made, given, said):
            found.update(ProfileId(profile) for profile in connection.execute(wanted).scalars())
    return frozenset(found)


def _removed(connection: Connection, device: DeviceId, profile: ProfileId, now: datetime) -> None:
    """It is told nothing more, unless it still has another profile of the person: joined meanwhile, they belong together."""
    person = joined(connection, profile)
    still_there = set(person) - removed_from(connection, device).keys()
    if any(device in knowers(connection, [one]) for one in still_there):
        share(connection, [profile], [device], ShareReason.JOINED, now)
        note_lack(connection, device, profile)
    else:
        as_one = _share.c.profile.in_(person) & (_share.c.reason == ShareReason.JOINED.value)
        connection.execute(delete(_share).where(_share.c.device == device, or_(_share.c.profile == profile, as_one)))


def _is_back(connection: Connection, device: DeviceId, profile: ProfileId, now: datetime) -> None:
    share(connection, [profile], [device], ShareReason.OUTCOME, now)
    note_lack(connection, device, profile)
