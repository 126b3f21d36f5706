"""Handing profiles on to another laptop, with their whole history and copies: another centre, or somebody who takes over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.process import Reading
from s2w_desktop.bundle.reading import Batch
from s2w_desktop.bundle.records import revision_from_valid_line, revision_line
from s2w_desktop.bundle.spool import Spooled
from s2w_desktop.bundle.writing import BlobToSend, Watch, WrittenBundle
from s2w_desktop.domain.consent import Purpose, may_go
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import CopyMissing, NotEnrolled, WrongRole
from s2w_desktop.domain.exchange_errors import TransferNotAgreed
from s2w_desktop.domain.ids import BundleId, DeviceId, OfficerId, ProfileId
from s2w_desktop.domain.stations import Peer, Role
from s2w_desktop.services.arrivals import arrival, put_aside
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.interviews import Interviews
from s2w_desktop.services.keeping import Editors, seal
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.seeing import save_rows
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.storage.exchange_values import Word
from s2w_desktop.storage.inbox import ImportTransaction


@dataclass(frozen=True)
class HandedOn:
    """What was written for a laptop. `held_back` people have not agreed that another office gets their profile."""

    bundles: tuple[WrittenBundle, ...]
    peer: Peer
    profiles: tuple[ProfileId, ...]
    held_back: int


@dataclass(frozen=True)
class TransferPlan:
    """Who can be handed on: those who agreed, and how many have not."""

    agreed: tuple[ProfileId, ...]
    held_back: int


@dataclass(frozen=True)
class Given:
    """To whom headquarters gave a profile last, and in which bundle."""

    peer: Peer
    seq: int


@dataclass(frozen=True)
class TakenOver:
    """What a bundle of transfer brought to a laptop; both 0 when it was known."""

    new: int
    changed: int


class Transfer:
    """Hands profiles on, and takes them over."""

    def __init__(
        self, editors: Editors, interviews: Interviews, dispatch: Dispatch, importing: Importing, permits: Permits
    ) -> None:
        self._editors = editors
        self._store = editors.store
        self._interviews = interviews
        self._dispatch = dispatch
        self._importing = importing
        self._permits = permits

    # --- headquarters ---

    def worked_on(self, *, device: DeviceId | None = None, officer: OfficerId | None = None) -> tuple[ProfileId, ...]:
        """The profiles that a device or an officer worked on or has open, for whoever takes over."""
        made = self._store.shares.made_by(device=device, officer=officer)
        open_ = self._store.profiles.workings(officer) if officer else ()
        return tuple(dict.fromkeys((*made, *(self._store.joins.root(profile) for profile in open_))))

    @property
    def may_give(self) -> bool:
        """Whether the officer at work may hand profiles on from here."""
        return self._is_headquarters and self._permits.may(Act.TRANSFER)

    def laptops(self) -> tuple[Peer, ...]:
        """The laptops that profiles can be handed on to."""
        return tuple(peer for peer in self._store.peers.all() if _may_get(peer))

    def plan(self, profiles: Sequence[ProfileId], device: DeviceId | None = None) -> TransferPlan:
        """Who of these can be handed on: who agreed to it, and who was on the laptop (or any) before it removed them.

        That is no other office. Raises TransferNotAgreed when nobody can, NotPermitted, UnknownProfile.
        """
        self._permits.check(Act.TRANSFER)
        left = self._store.thinnings.removed_by(device)
        agreed = tuple(one for one in profiles if self._was_there(one, left) or self._is_agreed(one))
        if not agreed:
            raise TransferNotAgreed
        return TransferPlan(agreed, len(profiles) - len(agreed))

    def given(self, profiles: Sequence[ProfileId]) -> dict[ProfileId, Given]:
        """What became of those of the profiles that were handed on."""
        peers = {peer.device: peer for peer in self._store.peers.all()}
        handed = self._store.shares.handed_to(profiles)
        return {profile: Given(peers[one.device], one.seq) for profile, one in handed.items() if one.device in peers}

    def give(self, profiles: Sequence[ProfileId], device: DeviceId, folder: Path, watch: Watch | None = None) -> HandedOn:
        """Write profiles for a laptop. From then on it and whoever knew them hear what the others say.

        Whoever has not agreed is left out. Raises TransferNotAgreed when nobody is left, NotPermitted, WrongRole at a laptop,
        NotEnrolled for a laptop that is unknown or off the list, UnknownProfile, and what `Dispatch.write` raises.
        """
        self._permits.require(Act.TRANSFER, *profiles)
        peer, plan = self._laptop(device), self.plan(profiles, device)
        people = [part for one in plan.agreed for part in (one, *self._store.joins.members(one))]
        for one in people:
            seal(self._editors, one)  # open work travels as well, and who is at it goes on
        address = Address(Kind.TRANSFER, peer.recipients, peer.device)
        written = self._dispatch.write(folder, address, self._lines(people), (), watch, self._copies(people))
        word = Word(self._store.stations.station().epoch, written[-1].seq)
        self._store.shares.hand_on(device, people, word, self._editors.sources.now())
        return HandedOn(written, peer, plan.agreed, plan.held_back)

    def _was_there(self, profile: ProfileId, left: frozenset[ProfileId]) -> bool:
        return not left.isdisjoint((profile, *self._store.joins.members(profile)))

    def _is_agreed(self, profile: ProfileId) -> bool:
        return may_go(self._interviews.read(profile), Purpose.PASS_TO_OFFICE)

    def _laptop(self, device: DeviceId) -> Peer:
        if not self._is_headquarters:
            raise WrongRole
        peer = self._store.peers.by_device(device)
        if peer is None or not _may_get(peer):
            raise NotEnrolled
        return peer

    @property
    def _is_headquarters(self) -> bool:
        return self._store.stations.station().role is Role.HEADQUARTERS

    def _lines(self, profiles: Sequence[ProfileId]) -> Iterator[bytes]:
        for profile in profiles:
            for revision in self._store.shares.revisions(profile):
                yield revision_line(revision)

    def _copies(self, profiles: Sequence[ProfileId]) -> list[BlobToSend]:
        here = self._store.shares.copies(profiles)
        return [BlobToSend(one.sha256, one.size_bytes, partial(self._fetch, one.sha256)) for one in here]

    def _fetch(self, sha256: str) -> bytes:
        found = self._store.blobs.find(sha256)
        if found is None:
            raise CopyMissing  # erased meanwhile
        return found.content

    # --- laptop ---

    def take(self, source: Path | BinaryIO) -> TakenOver:
        """Take over what headquarters hands on. The same bundle again changes nothing. Raises every error of the format."""
        with self._importing.opened(source, frozenset({Kind.TRANSFER})) as (spool, reading):
            return self.take_over(spool, reading)

    def take_over(self, spool: Spooled, reading: Reading) -> TakenOver:
        """As `take`, of a bundle that is open already."""
        sources = self._editors.sources
        row = arrival(spool, reading, sources.now())
        with self._store.inbox.transaction() as transaction:
            if transaction.seen_bundle(row.id) is not None:
                return TakenOver(0, 0)
            transaction.add_bundle(row, needs_receipt=False)
            for batch in reading.batches():
                self._take_batch(transaction, row.id, batch)
            touched = transaction.touched
            transaction.note_received(touched, row.imported_at)
            known = len(self._store.profiles.rows_of(sorted(touched)))  # reads what was there before
            transaction.observe_clock(reading.manifest.clock, sources.now_ms())
        return TakenOver(len(touched) - known, known)

    def _take_batch(self, transaction: ImportTransaction, bundle: BundleId, batch: Batch) -> None:
        sources = self._editors.sources
        came = [revision_from_valid_line(line) for line in batch.lines]
        transaction.get_back((one.profile for one in came), sources.now().replace(microsecond=0))
        transaction.add_revisions(came)
        touched = {revision.profile for revision in came} & transaction.touched
        save_rows(transaction, self._editors.questionnaire, sources.today(), touched)
        for blob in batch.blobs:
            transaction.add_blob(blob, sources.now())
        transaction.quarantine(put_aside(bundle, batch.rejects))


def _may_get(peer: Peer) -> bool:
    return peer.role is Role.FIELD and peer.revoked_at is None
