"""Taking a bundle in: profiles at headquarters, receipts at a laptop.

The rule of the format holds: signature before records, every record for itself, everything in one transaction.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, NoReturn

from s2w_desktop.bundle.limits import STANDARD, Limits
from s2w_desktop.bundle.manifest import Kind, Manifest
from s2w_desktop.bundle.process import Opener, Reading, open_bundle
from s2w_desktop.bundle.reading import KnownSender, Place
from s2w_desktop.bundle.spool import Spooled, spooled
from s2w_desktop.domain.access_log import CAME_AGAIN
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import NewerFormat, WrongKind
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.ids import BundleId, DeviceId, OfficerId
from s2w_desktop.domain.progress import Progress
from s2w_desktop.domain.server_errors import WaitedInCircle
from s2w_desktop.domain.stations import Peer
from s2w_desktop.services.arrivals import arrival
from s2w_desktop.services.garbage import rarely_collected
from s2w_desktop.services.headquarters_keys import is_to_old_key, reading_identities
from s2w_desktop.services.intake import Intake, Rejected
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.bundle_values import Coverage, Fork, MissingBundles
from s2w_desktop.storage.exchange_values import Giver, Word
from s2w_desktop.storage.inbox import ImportTransaction
from s2w_desktop.storage.store import Store

_TAKEN_WHOLE = frozenset({Kind.RECEIPT, Kind.TRANSFER})
"""Bundles with answers of which no part waits for an update."""

_TRIES = 3
"""How often an import that met somebody in a circle of waiting begins anew before the last try."""


@dataclass(frozen=True)
class ImportResult:
    """What a bundle brought. Profile numbers count people, not revisions.

    `forks` and `is_chain_broken` mean that the laptop was cloned or restored from a copy: nothing is lost, but a person must ask.
    `is_to_old_key`: it was written to a key that was replaced since; the laptop has not heard of the present one.
    """

    bundle: BundleId
    kind: Kind
    sender: Peer
    seq: int
    created: datetime
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    without_name: int = 0
    held_back: int = 0
    conflicts: int = 0
    erased: int = 0
    quarantined: tuple[Rejected, ...] = ()
    gaps: tuple[Coverage, ...] = ()
    missing_bundles: tuple[MissingBundles, ...] = ()
    forks: tuple[Fork, ...] = ()
    is_chain_broken: bool = False
    was_known: bool = False
    is_rehearsal: bool = False
    is_to_old_key: bool = False

    @property
    def profiles(self) -> int:
        """People the bundle speaks of."""
        return self.new + self.changed + self.unchanged


class _RehearsalEnds(Exception):  # not a failure: it takes a rehearsal's transaction back
    def __init__(self, result: ImportResult) -> None:
        super().__init__()
        self.result = replace(result, is_rehearsal=True)


class Importing:
    """Looks at bundles and takes them in."""

    def __init__(
        self,
        *,
        store: Store,
        questionnaire: Questionnaire,
        sources: Sources,
        spool_folder: Path,
        officer: OfficerId,
        opener: Opener = open_bundle,
        limits: Limits = STANDARD,
    ) -> None:
        self._open_bundle = opener
        self._officer = officer
        self._permits = Permits(store, officer)
        self._store = store
        self._questionnaire = questionnaire
        self._sources = sources
        self._spool_folder = spool_folder
        self._limits = limits

    @contextmanager
    def opened(self, source: Path | BinaryIO, kinds: frozenset[Kind], *, identity: str = "") -> Iterator[tuple[Spooled, Reading]]:
        """A bundle after all checks of its outside, sender and signature, before any record. Raises what `open_bundle` raises,

        and NewerFormat for one that this program would misunderstand. `identity` is the only key that may open it, where one is
        to be tried out.
        """
        with (
            spooled(source, self._spool_folder, limits=self._limits) as spool,
            self._reading(spool, kinds, identity) as reading,
        ):
            manifest = reading.manifest
            if manifest.kind in _TAKEN_WHOLE and manifest.min_schema > self._questionnaire.version:
                raise NewerFormat  # nothing is lost: the file stays, and says the same after an update
            yield spool, reading

    def take(
        self, source: Path | BinaryIO, *, rehearse: bool = False, progress: Progress | None = None, identity: str = ""
    ) -> ImportResult:
        """Take the profiles of a bundle in, or only find out what it would bring.

        `identity` opens it instead of the keys of this store: the recovery key, where the key it was written to is lost.
        Of a laptop that was taken off the list everything goes to quarantine. The same bundle again changes nothing, but stands
        in the log, also when somebody only looks. One bad record never stops the others. Raises NotPermitted and every error of
        the format; then the store is as before. So it is when `progress` raises, which is told of the records done and of all
        there are, from the first again where others who write were in the way.
        """
        self._permits.check(Act.IMPORT)
        with spooled(source, self._spool_folder, limits=self._limits) as spool:
            known = self._known_file(spool, rehearse=rehearse)
            if known is not None:
                return self._noted(known)
            for _ in range(_TRIES):
                try:
                    return self._take_once(spool, progress, identity, rehearse=rehearse)
                except WaitedInCircle:
                    continue
            return self._take_once(spool, progress, identity, rehearse=rehearse)

    def _take_once(self, spool: Spooled, progress: Progress | None, identity: str, *, rehearse: bool) -> ImportResult:
        with self._reading(spool, frozenset({Kind.PROFILES}), identity) as reading:
            try:
                with self._store.inbox.transaction() as transaction, rarely_collected():
                    result = self._take_in(transaction, spool, reading, progress)
                    if rehearse:
                        _take_back(result)
            except _RehearsalEnds as rehearsed:
                result = rehearsed.result
        self._noted(result)
        return result if rehearse else self._with_gaps(result)

    def _noted(self, result: ImportResult) -> ImportResult:
        """That it was taken in stands in the log; that it came again does too, when somebody only looked at it."""
        if result.was_known:
            self._store.access.note(self._officer, CAME_AGAIN, result.bundle)
        elif not result.is_rehearsal:
            self._permits.note(Act.IMPORT, result.sender.device)
        return result

    @contextmanager
    def _reading(self, spool: Spooled, kinds: frozenset[Kind], identity: str = "") -> Iterator[Reading]:
        station, today = self._store.stations.station(), self._sources.today()
        place = Place(
            device=station.device,
            kinds=kinds,
            training=station.training,
            senders=self._senders(),
            today=today,
            takes_revoked=Kind.PROFILES in kinds,
        )
        identities = [identity] if identity else reading_identities(self._store)
        with self._open_bundle(spool.path, identities=identities, place=place) as reading:
            yield reading

    def _senders(self) -> tuple[KnownSender, ...]:
        """Everybody known, with the keys that they have, and those they had as long as these count."""
        peers = {peer.device: peer for peer in self._store.peers.all()}
        former = self._store.peers.former_keys(self._sources.now())
        keyed = [*((peer, peer.signing_key) for peer in peers.values()), *((peers[device], key) for device, key in former)]
        return tuple(KnownSender(peer.device, key, peer.revoked_at is not None) for peer, key in keyed)

    def _known_file(self, spool: Spooled, *, rehearse: bool) -> ImportResult | None:
        """What to say when exactly this file came before; its sender has perhaps not seen our receipt."""
        with self._store.inbox.transaction() as transaction:
            known = transaction.seen_file(spool.sha256)
            if known is None or known.kind != Kind.PROFILES.value or not transaction.is_certain(known):
                return None
            if not rehearse:
                transaction.ask_receipt_again(known.id)
        sender = self._store.peers.by_device(known.device)
        if sender is None:
            return None  # cannot be: machines are revoked, never forgotten; the full way then says what is wrong
        return ImportResult(
            known.id, Kind(known.kind), sender, known.seq, known.created_at, was_known=True, is_rehearsal=rehearse
        )

    def sender_of(self, manifest: Manifest) -> Peer:
        """The enrolled machine that a checked manifest names."""
        peer = self._store.peers.by_device(DeviceId(manifest.device))
        if peer is None:  # open_bundle checked it: only an enrolment request has an unknown sender
            raise WrongKind
        return peer

    def _take_in(
        self, transaction: ImportTransaction, spool: Spooled, reading: Reading, progress: Progress | None
    ) -> ImportResult:
        manifest, sender, row = reading.manifest, self.sender_of(reading.manifest), arrival(spool, reading, self._sources.now())
        known = transaction.seen_bundle(row.id)
        if known is not None and known.manifest_sha256 == row.manifest_sha256 and transaction.is_certain(known):
            transaction.ask_receipt_again(known.id)
            return ImportResult(row.id, manifest.kind, sender, row.seq, row.created_at, was_known=True)
        intake = Intake(
            transaction=transaction,
            reading=reading,
            row=row,
            questionnaire=self._questionnaire,
            today=self._sources.today(),
            limits=self._limits,
            giver=Giver(self._officer, self._sources.now(), self._sources.new_id),
            is_rescue=sender.revoked_at is not None,
        )
        taken = intake.run(progress)
        new = len(taken.touched) - self._store.profiles.count_of(taken.touched)  # reads what was there before
        transaction.note_heard(row, self._word_in(manifest))
        transaction.observe_clock(manifest.clock, self._sources.now_ms())
        return ImportResult(
            bundle=row.id,
            kind=manifest.kind,
            sender=sender,
            seq=row.seq,
            created=row.created_at,
            new=new,
            changed=len(taken.touched) - new,
            unchanged=taken.unchanged,
            without_name=taken.without_name,
            held_back=taken.held_back,
            conflicts=taken.conflicts,
            quarantined=taken.quarantined,
            gaps=taken.gaps,
            forks=taken.forks,
            is_chain_broken=taken.is_chain_broken,
            erased=taken.erased,
            is_to_old_key=is_to_old_key(self._store, row.written_to),
        )

    def _word_in(self, manifest: Manifest) -> Word | None:
        """Which receipt of ours the sender followed last."""
        own = self._store.stations.station().device
        return next((Word(one.epoch, one.seq) for one in manifest.heard if one.device == own), None)

    def _with_gaps(self, result: ImportResult) -> ImportResult:
        return replace(result, missing_bundles=self._store.inbox.missing_bundles(result.sender.device))


def _take_back(result: ImportResult) -> NoReturn:
    raise _RehearsalEnds(result)
