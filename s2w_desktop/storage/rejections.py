"""What headquarters could not take of this machine's own revisions: noted by receipts, answered by corrections."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, select, update

from s2w_desktop.domain.ids import BundleId, ProfileId, RevisionId
from s2w_desktop.domain.putting_aside import NEWER_PROGRAM
from s2w_desktop.domain.rejections import Rejection
from s2w_desktop.domain.stations import Station
from s2w_desktop.storage import exchange_tables, numbers, tables
from s2w_desktop.storage.bundle_values import BundleIn, Rejected
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.inserting import upsert
from s2w_desktop.storage.numbers import Counter
from s2w_desktop.storage.pending import is_pending, own_revisions

_rejection, _revision, _profile, _out = exchange_tables.rejection, tables.revision, tables.profile, tables.bundle_out
_SAVE = upsert(_rejection, ("reason", "receipt", "told_at", "answered_seq"))
_IS_OPEN = _rejection.c.answered_seq.is_(None)


class RejectionBook:
    """What was refused and is not answered yet."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def of(self, profiles: Iterable[ProfileId]) -> Mapping[ProfileId, tuple[Rejection, ...]]:
        """What waits for an answer, of each of the profiles of which anything does; what was told last stands first."""
        found: dict[ProfileId, tuple[Rejection, ...]] = {}
        with self._database.reading() as connection:
            for piece in chunks(profiles):
                for one in _found(connection, _rejection.c.profile.in_(piece)):
                    found[one.profile] = (*found.get(one.profile, ()), one)
        return found

    def all(self) -> tuple[Rejection, ...]:
        """Everything that waits for an answer; what was told last stands first."""
        with self._database.reading() as connection:
            return _found(connection, _IS_OPEN)


def note_rejected(connection: Connection, station: Station, rejected: Iterable[Rejected], receipt: BundleIn) -> int:
    """Note what a receipt says; gives how many profiles need a person now that did not before.

    What a correction answered is refused anew only by a bundle that was made after it: receipts are late.
    """
    told = {one.revision: one for one in rejected}
    needing: set[ProfileId] = set()
    for piece in chunks(told.values()):
        theirs = select(_revision.c.id, _revision.c.profile, _rejection.c.answered_seq)
        joined = theirs.outerjoin(_rejection, _rejection.c.revision == _revision.c.id)
        seqs = _seqs(connection, station, [one.bundle for one in piece if one.bundle])
        for row in connection.execute(joined.where(_revision.c.id.in_([one.revision for one in piece]))).all():
            one = told[RevisionId(row.id)]
            if row.answered_seq is not None and seqs.get(one.bundle, 0) <= row.answered_seq:
                continue
            values = {"revision": row.id, "profile": row.profile, "reason": one.reason, "receipt": receipt.id}
            connection.execute(_SAVE, values | {"told_at": receipt.imported_at, "answered_seq": None})
            if one.reason != NEWER_PROGRAM:  # headquarters has to update: nobody here can do anything
                needing.add(ProfileId(row.profile))
        needing.update(one.profile for one in piece if one.profile is not None)
    return _mark(connection, needing)


def answer(connection: Connection, revisions: Collection[RevisionId]) -> None:
    """A revision was just made that says all of these again: of them only the numbers are sent from now on."""
    if revisions:
        last = numbers.value(connection, Counter.BUNDLE)
        these = update(_rejection).where(_rejection.c.revision.in_(revisions), _IS_OPEN)
        connection.execute(these.values(answered_seq=last))


def end_received(connection: Connection, station: Station) -> None:
    """What headquarters has by now waits no more, however it came to it."""
    pending = select(_revision.c.id).select_from(own_revisions()).where(is_pending(station.device))
    over = _rejection.c.revision.not_in(pending.correlate(None))
    _end(connection, and_(_IS_OPEN, over))


def forget_told(connection: Connection) -> None:
    """Another headquarters is handed over to: it has refused nothing yet."""
    _end(connection, _IS_OPEN)


def forget_rejections(connection: Connection, profile: ProfileId) -> None:
    """Nothing of the profile is left that anybody could correct."""
    connection.execute(delete(_rejection).where(_rejection.c.profile == profile))


def begin_anew(connection: Connection) -> None:
    """Bundles are numbered anew: every one of them is made after the corrections so far."""
    connection.execute(update(_rejection).where(~_IS_OPEN).values(answered_seq=0))


def _found(connection: Connection, condition: ColumnElement[bool]) -> tuple[Rejection, ...]:
    wanted = select(_rejection).where(_IS_OPEN, condition).order_by(_rejection.c.told_at.desc(), _rejection.c.revision)
    return tuple(_value(row) for row in connection.execute(wanted))


def _value(row: AnyRow) -> Rejection:
    return Rejection(RevisionId(row.revision), ProfileId(row.profile), row.reason, BundleId(row.receipt), row.told_at)


def _seqs(connection: Connection, station: Station, bundles: Collection[BundleId]) -> dict[BundleId | None, int]:
    """The numbers of own bundles of this epoch."""
    wanted = select(_out.c.id, _out.c.seq).where(_out.c.epoch == station.epoch, _out.c.id.in_(bundles))
    return {BundleId(row.id): row.seq for row in connection.execute(wanted)}


def _mark(connection: Connection, profiles: Iterable[ProfileId]) -> int:
    marked = 0
    for piece in chunks(profiles):
        these = _profile.c.id.in_(piece) & _profile.c.is_rejected.is_(False)
        marked += connection.execute(update(_profile).where(these).values(is_rejected=True)).rowcount
    return marked


def _end(connection: Connection, over: ColumnElement[bool]) -> None:
    ended = set(connection.execute(select(_rejection.c.profile).where(over)).scalars())
    connection.execute(delete(_rejection).where(over))
    still = exists().where(_rejection.c.profile == _profile.c.id, _IS_OPEN, _rejection.c.reason != NEWER_PROGRAM)
    for piece in chunks(ended):
        connection.execute(update(_profile).where(_profile.c.id.in_(piece), ~still).values(is_rejected=False))
