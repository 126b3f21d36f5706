"""Profiles of which a device is to have what others say: what headquarters decides travels back to whom it concerns."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, or_, select, update

from s2w_desktop.domain.ids import DeviceId, OfficerId, ProfileId
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.domain.stations import Role
from s2w_desktop.storage import exchange_tables, tables
from s2w_desktop.storage.blob_rows import copies_of
from s2w_desktop.storage.bundle_values import WaitingBlob
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.exchange_values import HandedTo, Shared, ShareReason, Word
from s2w_desktop.storage.history_rows import histories
from s2w_desktop.storage.inserting import insert
from s2w_desktop.storage.locks import hold_rows
from s2w_desktop.storage.station_rows import read_station
from s2w_desktop.storage.thinned_rows import is_removed

_share, _revision, _profile, _out = exchange_tables.share, tables.revision, tables.profile, tables.bundle_out
_ADD = insert(_share).on_conflict_do_nothing(index_elements=["device", "profile"])
_TRANSFER_KIND = "transfer"  # of bundles
_IS_ANY_SHARED = select(exists().where(_share.c.device.is_not(None)))
_NOTHING_SENT = {"sent_epoch": 0, "sent_seq": 0, "sent_digest": "", "heard_digest": ""}


class ShareBook:
    """Who is to have what others say about whom. Every write is durable when it returns."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def give(self, profiles: Sequence[ProfileId], devices: Iterable[DeviceId], reason: ShareReason, now: datetime) -> None:
        """From now on the devices get what is said about the profiles."""
        with self._database.writing() as connection:
            share(connection, profiles, devices, reason, now)

    def hand_on(self, device: DeviceId, profiles: Sequence[ProfileId], word: Word, now: datetime) -> None:
        """A bundle of transfer carried these to a device: it and whoever knew them get what is said from now on.

        The next receipt for the device carries them again: only by receipts headquarters learns what was heard.
        """
        with self._database.writing() as connection:
            for profile in profiles:
                share(connection, [profile], {*knowers(connection, [profile]), device}, ShareReason.OUTCOME, now)
            _note_handed(connection, device, profiles, word)
        given = frozenset(profiles)
        self.mark_sent(device, [one for one in self.waiting(device) if one.profile in given], word)

    def waiting(self, device: DeviceId) -> tuple[Shared, ...]:
        """Profiles of which a device lacks something, each with the digest of what there is now."""
        with self._database.reading() as connection:
            profiles = [ProfileId(id_) for id_ in connection.execute(_lacking(device)).scalars()]
            return tuple(Shared(profile, _digest(connection, profile)) for profile in profiles)

    def made_by(self, *, device: DeviceId | None = None, officer: OfficerId | None = None) -> tuple[ProfileId, ...]:
        """Profiles, not erased and not joined into others, on which a device or an officer worked, by id."""
        worked = exists().where(_revision.c.profile == _profile.c.id)
        if device is not None:
            worked = worked.where(_revision.c.device == device)
        if officer is not None:
            worked = worked.where(_revision.c.officer == officer)
        wanted = select(_profile.c.id).where(worked, _profile.c.joined_into.is_(None)).order_by(_profile.c.id)
        with self._database.reading() as connection:
            return tuple(ProfileId(id_) for id_ in connection.execute(wanted).scalars())

    def handed_to(self, profiles: Sequence[ProfileId]) -> dict[ProfileId, HandedTo]:
        """Which device was given each of the profiles last, and in which bundle; those never given are left out."""
        carried = and_(_out.c.to_device == _share.c.device, _out.c.created_at == _share.c.since, _out.c.kind == _TRANSFER_KIND)
        wanted = select(_share.c.profile, _share.c.device, _out.c.seq).join(_out, carried).order_by(_share.c.since)
        found: dict[ProfileId, HandedTo] = {}
        with self._database.reading() as connection:
            for piece in chunks(profiles):
                given = (_share.c.reason == ShareReason.TRANSFER.value) & _share.c.profile.in_(piece)
                for profile, device, seq in connection.execute(wanted.where(given)):
                    found[ProfileId(profile)] = HandedTo(DeviceId(device), seq)
        return found

    def copies(self, profiles: Sequence[ProfileId]) -> tuple[WaitingBlob, ...]:
        """Copies of documents that the profiles name and that may travel, as far as they are here."""
        with self._database.reading() as connection:
            return copies_of(connection, profiles)

    def revisions(self, profile: ProfileId) -> tuple[Revision, ...]:
        """The revisions of one profile alone, those of profiles joined with it left out."""
        with self._database.reading() as connection:
            return dict(histories(connection, [profile])).get(profile, ())

    def mark_sent(self, device: DeviceId, profiles: Iterable[Shared], word: Word) -> None:
        """A receipt carried all that was said about these. What was added while it was written counts as not sent."""
        with self._database.writing() as connection:
            waiting = list(profiles)
            hold_rows(connection, _share, _share.c.device == device)  # who adds more from now on forgets what is marked here
            for one in waiting:
                if _digest(connection, one.profile) != one.digest:
                    continue
                same = and_(_share.c.sent_digest == one.digest, _share.c.sent_epoch == word.epoch, _share.c.sent_seq > 0)
                these = (_share.c.device == device) & (_share.c.profile == one.profile) & ~same
                sent = {"sent_epoch": word.epoch, "sent_seq": word.seq, "sent_digest": one.digest}
                connection.execute(update(_share).where(these).values(**sent))


def share(
    connection: Connection, profiles: Collection[ProfileId], devices: Iterable[DeviceId], reason: ShareReason, now: datetime
) -> None:
    """Note the shares that are new; nothing for this machine itself."""
    own, devices = read_station(connection).device, list(devices)
    rows = [
        {"device": device, "profile": profile, "reason": reason.value, "since": now, **_NOTHING_SENT}
        for profile in profiles
        for device in devices
        if device != own
    ]
    for piece in chunks(rows):
        connection.execute(_ADD, piece)
    for profile in profiles:
        _note_makers(connection, profile)


def _note_handed(connection: Connection, device: DeviceId, profiles: Sequence[ProfileId], word: Word) -> None:
    """Since when: the time of the bundle that carried them, by which it is found again. One that is not here changes nothing."""
    made = select(_out.c.created_at).where(_out.c.epoch == word.epoch, _out.c.seq == word.seq)
    since = connection.execute(made).scalar()
    if since is None:
        return
    for piece in chunks(profiles):
        these = (_share.c.device == device) & _share.c.profile.in_(piece)
        connection.execute(update(_share).where(these).values(reason=ShareReason.TRANSFER.value, since=since))


def _note_makers(connection: Connection, profile: ProfileId) -> None:
    """Who made every revision that there is has heard of all of them."""
    makers = set(connection.execute(select(_revision.c.device).where(_revision.c.profile == profile).distinct()).scalars())
    if len(makers) == 1:
        theirs = (_share.c.profile == profile) & _share.c.device.in_(makers) & (_share.c.heard_digest == "")
        theirs &= ~is_removed(_share.c.device, _share.c.profile)  # not any more
        connection.execute(update(_share).where(theirs).values(heard_digest=_digest(connection, profile)))


def share_outcome(connection: Connection, profile: ProfileId, now: datetime) -> None:
    """Headquarters said something about a profile: every device that knows it gets that. Nothing at a laptop."""
    if read_station(connection).role is Role.HEADQUARTERS:
        share(connection, [profile], knowers(connection, [profile]), ShareReason.OUTCOME, now)
        note_more(connection, [profile])


def note_more(connection: Connection, profiles: Iterable[ProfileId]) -> None:
    """There is more of these profiles than before: nobody they are shared with is known to have everything."""
    if not connection.execute(_IS_ANY_SHARED).scalar():
        return
    for piece in chunks(profiles):
        connection.execute(update(_share).where(_share.c.profile.in_(piece)).values(**_NOTHING_SENT))


def given_since(connection: Connection, device: DeviceId, profile: ProfileId, knew: tuple[int, int]) -> bool:
    """Whether a profile was given to a device in a bundle after the one that it knew."""
    carried = and_(_out.c.to_device == _share.c.device, _out.c.created_at == _share.c.since, _out.c.kind == _TRANSFER_KIND)
    given = (_share.c.device == device) & (_share.c.profile == profile) & (_share.c.reason == ShareReason.TRANSFER.value)
    rows = connection.execute(select(_out.c.epoch, _out.c.seq).select_from(_share).join(_out, carried).where(given))
    return any((row.epoch, row.seq) > knew for row in rows)


def note_lack(connection: Connection, device: DeviceId, profile: ProfileId) -> None:
    """A device is not known to have anything of a profile that is shared with it."""
    theirs = (_share.c.device == device) & (_share.c.profile == profile)
    connection.execute(update(_share).where(theirs).values(**_NOTHING_SENT))


def knowers(connection: Connection, profiles: Iterable[ProfileId]) -> frozenset[DeviceId]:
    """The devices that know one of the profiles; not one that removed what it had made, unless it was given it again."""
    found: set[DeviceId] = set()
    for piece in chunks(profiles):
        made = select(_revision.c.device).where(
            _revision.c.profile.in_(piece), ~is_removed(_revision.c.device, _revision.c.profile)
        )
        given = select(_share.c.device).where(_share.c.profile.in_(piece)).distinct()
        for wanted in (made.distinct(), given):
            found.update(DeviceId(device) for device in connection.execute(wanted).scalars())
    return frozenset(found)


def devices_lacking(connection: Connection, *, unsent: bool) -> frozenset[DeviceId]:
    """Devices that lack something; with `unsent` those to which no receipt with it was ever written."""
    lacking = _lacking(None).with_only_columns(_share.c.device).order_by(None).distinct()
    if unsent:
        epoch = read_station(connection).epoch
        lacking = lacking.where(or_(_share.c.sent_seq == 0, _share.c.sent_epoch != epoch))
    return frozenset(DeviceId(device) for device in connection.execute(lacking).scalars())


def _lacking(device: DeviceId | None) -> Select[*tuple[Any, ...]]:
    """Erased profiles too: their heads tell who knew what in the history of whoever was joined with them."""
    wanted = select(_share.c.profile).where(_share.c.heard_digest == "")
    return (wanted if device is None else wanted.where(_share.c.device == device)).order_by(_share.c.profile)


def _digest(connection: Connection, profile: ProfileId) -> str:
    """Stands for the revisions that are here of a profile, and for how much of each."""
    found = select(_revision.c.id, _revision.c.open_text.is_(None), _revision.c.protected_text.is_(None))
    rows = connection.execute(found.where(_revision.c.profile == profile).order_by(_revision.c.id))
    said = "\n".join(f"{id_} {int(lacks_open)}{int(lacks_protected)}" for id_, lacks_open, lacks_protected in rows)
    return hashlib.sha256(said.encode("ascii")).hexdigest()
