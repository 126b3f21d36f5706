"""What headquarters said, at the laptop. Only here does a profile become received."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, case, delete, exists, select, update

from s2w_desktop.domain.errors import StaleBundle
from s2w_desktop.domain.ids import DeviceId, ProfileId
from s2w_desktop.domain.stations import Station
from s2w_desktop.storage import numbers, tables
from s2w_desktop.storage.blob_rows import confirm_blobs, forget_confirmations, note_missing, profiles_waiting
from s2w_desktop.storage.bundle_rows import add_bundle
from s2w_desktop.storage.bundle_values import Acknowledgement, Arrived, BundleIn, Receipt, ReceiptEffect, Rejected, mark_of
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.erasing import confirm_tombstones, forget_tombstones_sent
from s2w_desktop.storage.exchange_values import Word
from s2w_desktop.storage.heard import keep_heard, last_heard
from s2w_desktop.storage.inserting import upsert
from s2w_desktop.storage.locks import Turn, take
from s2w_desktop.storage.numbers import Counter
from s2w_desktop.storage.pending import is_pending, own_revisions, rank
from s2w_desktop.storage.rejections import end_received, forget_told, note_rejected
from s2w_desktop.storage.station_rows import read_station
from s2w_desktop.storage.thinned_rows import confirm_words, forget_words_sent

PROFILES = "profiles"
"""The kind of the bundles that carry profiles, as the ledger has it."""

_ack, _dispatch, _out = tables.acknowledgement, tables.dispatch, tables.bundle_out
_profile, _revision = tables.profile, tables.revision
_SAVE = upsert(_ack, ("contiguous", "holes", "hq_epoch"))


class Receipts:
    """Receipts as they take effect."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def apply(self, bundle: BundleIn, receipt: Receipt) -> ReceiptEffect:
        """Take a receipt in, in one transaction; the same bundle again changes nothing.

        A newer epoch of headquarters (it restored a copy) replaces everything it said before, even downwards; within one epoch
        numbers only rise. Raises StaleBundle for a receipt older than one already followed.
        """
        with self._database.writing() as connection:
            take(connection, Turn.IMPORT)
            if connection.execute(select(tables.bundle_in.c.id).where(tables.bundle_in.c.id == bundle.id)).first():
                return ReceiptEffect(0, 0, is_ahead=False)
            enter_receipt(connection, bundle)
            return apply_receipt(connection, receipt, bundle)

    def forget_confirmations(self) -> None:
        """Another headquarters is handed over to: it has nothing yet, whatever the one before confirmed."""
        with self._database.writing() as connection:
            device = read_station(connection).device
            connection.execute(delete(_ack).where(_ack.c.device == device))
            _confirm_nothing(connection, device)
            forget_told(connection)

    def arrived(self) -> frozenset[int]:
        """Numbers of this epoch's own bundles that headquarters said it has."""
        with self._database.reading() as connection:
            wanted = select(_out.c.seq).where(_out.c.epoch == read_station(connection).epoch, _out.c.has_arrived.is_(True))
            return frozenset(connection.execute(wanted).scalars())

    def acknowledged(self, device: DeviceId, epoch: int) -> Acknowledgement | None:
        """The newest word of headquarters on a device and epoch."""
        with self._database.reading() as connection:
            return acknowledged(connection, device, epoch)


def enter_receipt(connection: Connection, bundle: BundleIn) -> None:
    """Enter a receipt in the ledger. Raises StaleBundle when a later one was followed."""
    before = last_heard(connection, bundle.device)
    if before is not None and (bundle.epoch, bundle.seq) < (before.epoch, before.seq):
        raise StaleBundle
    add_bundle(connection, bundle, needs_receipt=False)
    keep_heard(connection, bundle.device, Word(bundle.epoch, bundle.seq))


def apply_receipt(connection: Connection, receipt: Receipt, bundle: BundleIn) -> ReceiptEffect:
    """What a receipt says of this machine's own revisions takes effect; it is entered already. Raises StaleBundle."""
    station = read_station(connection)
    own = [said for said in receipt.acknowledged if said.device == station.device]
    _acknowledge(connection, own)
    _confirm(connection, station, note_arrivals(connection, station, receipt.arrived))
    note_missing(connection, receipt.missing_blobs)
    _unconfirm(connection, receipt.rejected)
    received = _mark_received(connection, station.device, bundle.imported_at)
    needs_you = note_rejected(connection, station, receipt.rejected, bundle)
    needs_you += _mark_contested(connection, receipt.conflicts)
    end_received(connection, station)
    return ReceiptEffect(received, needs_you, is_ahead=_is_ahead(connection, station, own))


def acknowledged(connection: Connection, device: DeviceId, epoch: int) -> Acknowledgement | None:
    """The newest word of headquarters on a device and epoch."""
    wanted = select(_ack).where(_ack.c.device == device, _ack.c.epoch == epoch)
    row = connection.execute(wanted).first()
    return _value(row) if row else None


def _value(row: AnyRow) -> Acknowledgement:
    holes = tuple((first, last) for first, last in row.holes)
    return Acknowledgement(DeviceId(row.device), row.epoch, row.contiguous, holes, row.hq_epoch)


def _acknowledge(connection: Connection, said: Iterable[Acknowledgement]) -> None:
    for new in said:
        known = acknowledged(connection, new.device, new.epoch)
        if known is not None and (new.hq_epoch, new.contiguous) < (known.hq_epoch, known.contiguous):
            raise StaleBundle
        if known is not None and new.hq_epoch > known.hq_epoch:
            _confirm_nothing(connection, new.device)  # it may have lost parts it had
        row = {"device": new.device, "epoch": new.epoch, "contiguous": new.contiguous, "hq_epoch": new.hq_epoch}
        connection.execute(_SAVE, row | {"holes": [list(hole) for hole in new.holes]})


def _confirm_nothing(connection: Connection, device: DeviceId) -> None:
    connection.execute(update(_dispatch).values(confirmed_scope=None))
    connection.execute(update(_out).values(has_arrived=False))
    forget_confirmations(connection)
    forget_tombstones_sent(connection)
    forget_words_sent(connection)
    again = exists().where(_revision.c.profile == _profile.c.id, _revision.c.device == device)
    connection.execute(update(_profile).where(again).values(is_unconfirmed=True))


def note_arrivals(connection: Connection, station: Station, arrived: Iterable[Arrived]) -> list[int]:
    """Note which of our bundles are there; gives those of this epoch. A number under which another bundle came is not ours."""
    own: list[int] = []
    for piece in chunks(arrived):
        epochs, seqs = {one.epoch for one in piece}, {one.seq for one in piece}
        wanted = select(_out.c.id, _out.c.epoch, _out.c.seq, _out.c.manifest_sha256)
        rows = connection.execute(wanted.where(_out.c.epoch.in_(epochs), _out.c.seq.in_(seqs))).all()
        marks = {(one.epoch, one.seq, one.mark) for one in piece}
        ours = [row for row in rows if (row.epoch, row.seq, mark_of(row.manifest_sha256)) in marks]
        connection.execute(update(_out).where(_out.c.id.in_([row.id for row in ours])).values(has_arrived=True))
        own += [row.seq for row in ours if row.epoch == station.epoch]
    return own


def _confirm(connection: Connection, station: Station, seqs: Sequence[int]) -> None:
    """Whatever lay in these bundles of profiles is there, at the scope it had in them."""
    others = select(_out.c.seq).where(_out.c.epoch == station.epoch, _out.c.kind != PROFILES)
    without = set(connection.execute(others).scalars())
    more = rank(_dispatch.c.sent_scope) > rank(_dispatch.c.confirmed_scope)
    widest = case((more, _dispatch.c.sent_scope), else_=_dispatch.c.confirmed_scope)
    for first, last in _runs(sorted(set(seqs) - without)):
        lay_in = (_dispatch.c.first_seq <= last) & (_dispatch.c.last_seq >= first)
        connection.execute(update(_dispatch).where(lay_in & more).values(confirmed_scope=widest))
        confirm_blobs(connection, first, last)
        confirm_tombstones(connection, station.epoch, first, last)
        confirm_words(connection, station.epoch, first, last)


def _runs(numbers_: list[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for place in range(1, len(numbers_) + 1):
        if place == len(numbers_) or numbers_[place] != numbers_[place - 1] + 1:
            yield numbers_[start], numbers_[place - 1]
            start = place


def _unconfirm(connection: Connection, rejected: Iterable[Rejected]) -> None:
    for piece in chunks(rejected):
        these = _dispatch.c.revision.in_([item.revision for item in piece])
        connection.execute(update(_dispatch).where(these).values(confirmed_scope=None))


def _mark_received(connection: Connection, device: DeviceId, now: datetime) -> int:
    pending = select(_revision.c.profile).select_from(own_revisions()).where(is_pending(device))
    waiting = pending.correlate(None)  # it joins the same table on its own
    copies = profiles_waiting(device)
    whole = update(_profile).where(
        _profile.c.is_unconfirmed.is_(True), _profile.c.id.not_in(waiting), _profile.c.id.not_in(copies)
    )
    return connection.execute(whole.values(is_unconfirmed=False, is_rejected=False, received_at=now)).rowcount


def _mark_contested(connection: Connection, conflicts: Iterable[ProfileId]) -> int:
    """A receipt names all profiles in conflict: those it does not name any more are settled. Counts the new ones."""
    before = set(connection.execute(select(_profile.c.id).where(_profile.c.is_contested.is_(True))).scalars())
    now = set(conflicts)
    for changed, is_contested in ((before - now, False), (now - before, True)):
        for piece in chunks(changed):
            connection.execute(update(_profile).where(_profile.c.id.in_(piece)).values(is_contested=is_contested))
    return len(now - before)


def _is_ahead(connection: Connection, station: Station, own: Iterable[Acknowledgement]) -> bool:
    given_out = numbers.value(connection, Counter.REVISION)  # not what came back under our name
    return any(said.epoch == station.epoch and said.contiguous > given_out for said in own)
