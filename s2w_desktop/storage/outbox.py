"""What leaves: the revisions to send, and the ledger of bundles made here.

Export is cumulative: everything that headquarters has not confirmed goes again, so that a lost bundle heals with the next one.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict

from sqlalchemy import Connection, and_, case, exists, func, select, update

from s2w_desktop.domain.ids import BundleId, DeviceId, ProfileId, RevisionId
from s2w_desktop.domain.revisions import Revision, Scope
from s2w_desktop.domain.stations import Station
from s2w_desktop.storage import exchange_tables, numbers, tables
from s2w_desktop.storage.blob_rows import note_sent, waiting_blobs
from s2w_desktop.storage.bundle_values import BundleOut, NextBundle, Sent, WaitingBlob
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.dispatch_turn import DispatchTurn
from s2w_desktop.storage.erasing import note_tombstones_sent
from s2w_desktop.storage.inserting import Insert, insert
from s2w_desktop.storage.locks import hold_profiles
from s2w_desktop.storage.numbers import Counter
from s2w_desktop.storage.pending import SENDABLE_RANK, is_pending, own_revisions, scope_of_rank
from s2w_desktop.storage.revision_rows import COLUMNS, revision_of
from s2w_desktop.storage.station_rows import read_station
from s2w_desktop.storage.thinned_rows import note_words_sent

_ROWS_AT_A_TIME = 200
_erased = exchange_tables.erased
_out, _dispatch, _revision, _profile = tables.bundle_out, tables.dispatch, tables.revision, tables.profile


class Outbox:
    """The sending side of a store."""

    def __init__(self, *, database: Database) -> None:
        self._database = database
        self._turn = DispatchTurn(database)

    def to_send(self, station: Station) -> Iterator[tuple[Revision, Scope]]:
        """Own revisions to put into the next bundle, by number, as of one moment; the scope says how much of each may travel.

        Revisions come whole: cutting them to their scope is the caller's. Exhaust or close the iterator.
        """
        wanted = select(*COLUMNS, SENDABLE_RANK).select_from(own_revisions()).where(is_pending(station.device))
        ordered = wanted.order_by(_revision.c.epoch, _revision.c.lseq, _revision.c.id)
        in_pieces = ordered.execution_options(yield_per=_ROWS_AT_A_TIME)
        with self._database.reading() as connection, connection.execute(in_pieces) as rows:
            for row in rows:
                yield revision_of(row), scope_of_rank(row[-1])

    def has_to_send(self, station: Station) -> bool:
        """Whether `to_send` or `blobs_to_send` would give anything, or a tombstone waits."""
        buried = select(_erased.c.profile).where(_erased.c.device == station.device, _erased.c.is_confirmed.is_(False)).limit(1)
        any_of_them = select(_revision.c.id).select_from(own_revisions()).where(is_pending(station.device)).limit(1)
        with self._database.reading() as connection:
            if any(connection.execute(wanted).first() is not None for wanted in (any_of_them, buried)):
                return True
        return bool(self.blobs_to_send(station))

    def blobs_to_send(self, station: Station) -> tuple[WaitingBlob, ...]:
        """Copies of documents to put into the next bundle, by name: agreed to, and not known to be with headquarters."""
        with self._database.reading() as connection:
            return waiting_blobs(connection, station.device)

    def sent_whole(self, revisions: Iterable[RevisionId]) -> frozenset[RevisionId]:
        """Those of the revisions that a bundle carried with their protected part."""
        found: set[RevisionId] = set()
        with self._database.reading() as connection:
            for piece in chunks(revisions):
                whole = and_(_dispatch.c.revision.in_(piece), _dispatch.c.sent_scope == Scope.FULL.value)
                found.update(RevisionId(id_) for id_ in connection.execute(select(_dispatch.c.revision).where(whole)).scalars())
        return frozenset(found)

    def has_sent(self, revisions: Iterable[RevisionId]) -> bool:
        """Whether a bundle carried any of the revisions, to whatever extent."""
        with self._database.reading() as connection:
            for piece in chunks(revisions):
                carried = select(_dispatch.c.revision).where(_dispatch.c.revision.in_(piece)).limit(1)
                if connection.execute(carried).first() is not None:
                    return True
        return False

    def alone(self) -> AbstractContextManager[None]:
        """While it lasts no other bundle is made under the name of this store: around `next_bundle`, `prepare`, `record_export`.

        Whoever is alone may ask again. Raises StoreInUse when others do not come to an end.
        """
        return self._turn.taken()

    def next_bundle(self) -> NextBundle:
        """What the next manifest has to say about its place; uses nothing up."""
        with self._database.reading() as connection:
            epoch = read_station(connection).epoch
            last = numbers.value(connection, Counter.BUNDLE)
            chained = select(_out.c.manifest_sha256).where(_out.c.epoch == epoch, _out.c.seq == last)
            return NextBundle(last + 1, connection.execute(chained).scalar() or "")

    def prepare(self, out: BundleOut) -> None:
        """Call when the manifest is signed and the file not yet in its place: uses the number up and extends the chain.

        After a crash in between, no second manifest is ever signed with the same number. Raises ValueError for any other number.
        """
        with self._database.writing() as connection:
            _prepare(connection, out)

    def record_export(self, out: BundleOut, sent: Iterable[Sent] = (), blobs: Sequence[str] = ()) -> None:
        """Call when the file is safe in its place. One transaction; does what `prepare` does, if that was not done.

        `sent` and `blobs` tell what the bundle carries; profiles without newer edits are then in bundle `out.seq`.
        """
        with self._database.writing() as connection:
            known = connection.execute(select(_out.c.seq).where(_out.c.id == out.id)).scalar()
            if known is None:
                _prepare(connection, out)
            connection.execute(update(_out).where(_out.c.id == out.id).values(is_written=True))
            previous = _previous_seq(connection, out)
            profiles = _dispatch_all(connection, out, sent, previous)
            note_sent(connection, blobs, out.seq, previous)
            _mark_sent(connection, profiles, out.seq)

    def record_tombstones(self, bundle: BundleId, profiles: Sequence[ProfileId]) -> None:
        """Call after `record_export`: the bundle carries the tombstones of these profiles."""
        with self._database.writing() as connection:
            out = _bundle(connection.execute(select(_out).where(_out.c.id == bundle)).one())
            epoch = read_station(connection).epoch
            note_tombstones_sent(connection, profiles, epoch, out.seq, _previous_seq(connection, out))

    def record_thinnings(self, bundle: BundleId, profiles: Sequence[ProfileId]) -> None:
        """Call after `record_export`: the bundle says of these profiles that they were removed here, or are here again."""
        with self._database.writing() as connection:
            out = _bundle(connection.execute(select(_out).where(_out.c.id == bundle)).one())
            epoch = read_station(connection).epoch
            note_words_sent(connection, profiles, epoch, out.seq, _previous_seq(connection, out))

    def bundles(self) -> tuple[BundleOut, ...]:
        """Bundles that reached their place, newest first."""
        wanted = select(_out).where(_out.c.is_written.is_(True)).order_by(_out.c.epoch.desc(), _out.c.seq.desc())
        with self._database.reading() as connection:
            return tuple(_bundle(row) for row in connection.execute(wanted))


def _prepare(connection: Connection, out: BundleOut) -> None:
    if out.seq != numbers.value(connection, Counter.BUNDLE) + 1:
        raise ValueError("not the next bundle number")
    epoch = read_station(connection).epoch
    connection.execute(insert(_out), asdict(out) | {"epoch": epoch, "is_written": False, "has_arrived": False})
    numbers.put(connection, Counter.BUNDLE, out.seq)


def _previous_seq(connection: Connection, out: BundleOut) -> int:
    """The number of the bundle of this kind before this one; 0 if it is the first."""
    epoch = read_station(connection).epoch
    earlier = and_(_out.c.epoch == epoch, _out.c.kind == out.kind, _out.c.seq < out.seq, _out.c.is_written.is_(True))
    return connection.execute(select(func.max(_out.c.seq)).where(earlier)).scalar() or 0


def _dispatch_all(connection: Connection, out: BundleOut, sent: Iterable[Sent], previous: int) -> list[ProfileId]:
    """Note for each revision in which bundles it lies; gives the profiles."""
    profiles: dict[ProfileId, None] = {}
    for piece in chunks(sent):
        rows = [{"revision": s.revision, "sent_scope": s.scope.value, "first_seq": out.seq, "last_seq": out.seq} for s in piece]
        connection.execute(_save_dispatch(previous), rows)
        profiles |= dict.fromkeys(s.profile for s in piece)
    return list(profiles)


def _save_dispatch(previous: int) -> Insert:
    """A revision lies in every bundle from first to last at one scope; any break in that starts anew."""
    statement = insert(_dispatch)
    new = statement.excluded
    goes_on = and_(_dispatch.c.sent_scope == new.sent_scope, _dispatch.c.last_seq == previous)
    first = case((goes_on, _dispatch.c.first_seq), else_=new.first_seq)
    changed = {"sent_scope": new.sent_scope, "first_seq": first, "last_seq": new.last_seq}
    return statement.on_conflict_do_update(index_elements=["revision"], set_=changed)


def _mark_sent(connection: Connection, profiles: list[ProfileId], seq: int) -> None:
    """What was sealed while the bundle was written stays unsent."""
    hold_profiles(connection, profiles)
    device = read_station(connection).device
    dispatched = exists().where(_dispatch.c.revision == _revision.c.id)
    left_behind = exists().where(_revision.c.profile == _profile.c.id, _revision.c.device == device, ~dispatched)
    changed = update(_profile).values(is_unsent=left_behind, is_unconfirmed=True, bundle_seq=seq)
    for piece in chunks(profiles):
        connection.execute(changed.where(_profile.c.id.in_(piece)))


def _bundle(row: AnyRow) -> BundleOut:
    return BundleOut(
        id=BundleId(row.id),
        kind=row.kind,
        seq=row.seq,
        to_device=DeviceId(row.to_device) if row.to_device else None,
        created_at=row.created_at,
        manifest_sha256=row.manifest_sha256,
        file_sha256=row.file_sha256,
        file_name=row.file_name,
        size_bytes=row.size_bytes,
        records=row.records,
    )
