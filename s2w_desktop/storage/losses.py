"""What the store knows about the contents of one device: profiles worked on there or sent there, and how far its word goes."""

from collections.abc import Container
from datetime import datetime

from sqlalchemy import Connection, func, select

from s2w_desktop.domain.clock import moment
from s2w_desktop.domain.ids import DeviceId, ProfileId
from s2w_desktop.domain.losses import Extent, KnownOfDevice, LostProfile, Numbered, Presence
from s2w_desktop.storage import exchange_tables, tables
from s2w_desktop.storage.coverage import read_coverage
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.thinned_rows import removed_from

_revision, _profile, _in, _out, _quarantine = (
    tables.revision,
    tables.profile,
    tables.bundle_in,
    tables.bundle_out,
    tables.quarantine,
)
_erased, _share, _heard = exchange_tables.erased, exchange_tables.share, exchange_tables.heard
_thinned = exchange_tables.thinned


class LossBook:
    """Answers as of one moment."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def profiles_on(self, device: DeviceId) -> tuple[LostProfile, ...]:
        """Every profile that a device worked on or was sent, by case number; those without one last.

        What it said it removed is among them: it was there once, and may be there again if its disk was put back.
        """
        with self._database.reading() as connection:
            recorded = _recorded(connection, device)
            given = set(connection.execute(select(_share.c.profile).where(_share.c.device == device)).scalars())
            removed = removed_from(connection, device)
            given = {ProfileId(id_) for id_ in given} | removed.keys()
            numbers = _case_numbers(connection, device)
            erased = {ProfileId(id_) for id_ in connection.execute(select(_erased.c.profile)).scalars()}
        found = [
            LostProfile(
                profile=id_,
                case_number=numbers.get(id_, ""),
                presence=_presence(id_, recorded, removed),
                extent=_extent(id_, numbers, erased),
                last_change=recorded.get(id_),
                removed_at=removed.get(id_),
            )
            for id_ in recorded.keys() | given
        ]
        return tuple(sorted(found, key=lambda one: (not one.case_number, one.case_number, one.profile)))

    def known_of(self, device: DeviceId) -> KnownOfDevice:
        """How far the word of a device reaches."""
        theirs = select(_in.c.epoch, _in.c.seq, _in.c.created_at).where(_in.c.device == device)
        ours = select(_out.c.epoch, _out.c.seq, _out.c.created_at).where(
            _out.c.to_device == device, _out.c.kind == "receipt", _out.c.is_written.is_(True)
        )
        aside = select(func.count()).select_from(_quarantine).join(_in, _in.c.id == _quarantine.c.bundle)
        with self._database.reading() as connection:
            last = connection.execute(theirs.order_by(_in.c.epoch.desc(), _in.c.seq.desc()).limit(1)).first()
            receipt = connection.execute(ours.order_by(_out.c.epoch.desc(), _out.c.seq.desc()).limit(1)).first()
            heard = connection.execute(select(_heard.c.epoch, _heard.c.seq).where(_heard.c.device == device)).first()
            holes = [hole for one in read_coverage(connection, device) for hole in one.holes]
            held_back = connection.execute(aside.where(_in.c.device == device, _quarantine.c.is_resolved.is_(False))).scalar()
        return KnownOfDevice(
            last_bundle=Numbered(*last) if last else None,
            last_receipt=Numbered(*receipt) if receipt else None,
            heard=(heard.epoch, heard.seq) if heard else None,
            missing=sum(end - start + 1 for start, end in holes),
            held_back=held_back or 0,
        )


def _recorded(connection: Connection, device: DeviceId) -> dict[ProfileId, datetime]:
    """Profiles with revisions of the device, and when it claimed to have made the last one."""
    wanted = select(_revision.c.profile, func.max(_revision.c.clock)).where(_revision.c.device == device)
    rows = connection.execute(wanted.group_by(_revision.c.profile))
    return {ProfileId(id_): moment(clock) for id_, clock in rows}


def _case_numbers(connection: Connection, device: DeviceId) -> dict[ProfileId, str]:
    """Of everybody with a row in the list whom the device has to do with."""
    worked_on = select(_revision.c.profile).where(_revision.c.device == device)
    sent = select(_share.c.profile).where(_share.c.device == device)
    removed = select(_thinned.c.profile).where(_thinned.c.device == device)
    wanted = select(_profile.c.id, _profile.c.case_number).where(_profile.c.id.in_(worked_on.union(sent, removed)))
    return {ProfileId(id_): number for id_, number in connection.execute(wanted)}


def _presence(profile: ProfileId, recorded: Container[ProfileId], removed: Container[ProfileId]) -> Presence:
    if profile in removed:
        return Presence.REMOVED
    return Presence.RECORDED if profile in recorded else Presence.GIVEN


def _extent(profile: ProfileId, known: dict[ProfileId, str], erased: set[ProfileId]) -> Extent:
    if profile in erased:
        return Extent.ERASED
    return Extent.KNOWN if profile in known else Extent.EXISTENCE
