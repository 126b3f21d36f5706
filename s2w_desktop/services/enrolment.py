"""Making laptop and headquarters known to each other; people compare six words.

Headquarters hands out a card (public keys only). The laptop takes it in and answers with an enrolment bundle, which only
headquarters can read and which is signed by the key it announces.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID

from s2w_desktop.bundle.card import MOST_CARD_BYTES, Card, card_bytes, parse_card
from s2w_desktop.bundle.fingerprint import fingerprint_words, words_match
from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.record_types import EnrolRecord
from s2w_desktop.bundle.records import record_from_valid_line, record_line
from s2w_desktop.bundle.writing import WrittenBundle
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import (
    BadSignature,
    BundleDamaged,
    FileUnreadable,
    FingerprintDiffers,
    NotEnrolled,
    TrainingBundle,
    WrongRole,
)
from s2w_desktop.domain.ids import DeviceId, OfficerId
from s2w_desktop.domain.orders import Order
from s2w_desktop.domain.stations import Peer, Role, known_since
from s2w_desktop.services.arrivals import arrival
from s2w_desktop.services.exporting import Exporting
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.in_force import headquarters_in_force, put_in_force
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.setup import RECOVERY_FACT
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.bundle_values import BundleIn
from s2w_desktop.storage.exchange_values import Giver
from s2w_desktop.storage.safe_files import replace_file
from s2w_desktop.storage.store import Store


@dataclass(frozen=True)
class Introduction:
    """A machine that wants to be known, and the six words that people compare. `request` is its bundle, if it came in one."""

    peer: Peer
    words: tuple[str, ...]
    training: bool
    request: BundleIn | None = None


@dataclass(frozen=True)
class Reinstated:
    """That a machine which was taken off the list may send again."""

    at: datetime
    officer: OfficerId
    note: str


class Enrolment:
    """Both sides of getting to know each other."""

    def __init__(
        self,
        store: Store,
        importing: Importing,
        exporting: Exporting,
        dispatch: Dispatch,
        words: Sequence[str],
        permits: Permits,
        sources: Sources,
    ) -> None:
        self._store = store
        self._importing = importing
        self._exporting = exporting
        self._dispatch = dispatch
        self._words = words
        self._permits = permits
        self._sources = sources

    # --- headquarters ---

    def own_words(self) -> tuple[str, ...]:
        """The six words of what this machine's card or request says, so that the other side computes the same."""
        return self._fingerprint(own_record(self._store))

    def write_card(self, path: Path) -> None:
        """Write headquarters' card: public keys and names only. Raises NotPermitted, DiskFull, TargetReadOnly, TargetGone."""
        if self._store.stations.station().role is Role.HEADQUARTERS:
            self._permits.check(Act.ENROL)
        card = Card(own_record(self._store), self._store.stations.station().training)
        replace_file(path, card_bytes(card))

    def read_request(self, path: Path) -> Introduction:
        """The laptop that an enrolment bundle introduces. Raises every error of the format."""
        with self._importing.opened(path, frozenset({Kind.ENROL})) as (spool, reading):
            records = [record_from_valid_line(line) for batch in reading.batches() for line in batch.lines]
            manifest, request = reading.manifest, arrival(spool, reading, self._sources.now())
        if len(records) != 1 or not isinstance(records[0], EnrolRecord) or records[0].device != manifest.device:
            raise BundleDamaged
        record = records[0]
        if record.signing_key != manifest.signing_key:
            raise BadSignature
        return replace(self._introduce(record, training=manifest.training), request=request)

    # --- laptop ---

    def read_card(self, path: Path) -> Introduction:
        """The headquarters that a card introduces. Raises FileUnreadable, KeyFileDamaged, TrainingBundle."""
        try:
            with path.open("rb") as file:
                untrusted = file.read(MOST_CARD_BYTES + 1)
        except OSError as cause:
            raise FileUnreadable from cause
        card = parse_card(untrusted)
        introduction = self._introduce(card.record, training=card.training)
        if introduction.training != self._store.stations.station().training:
            raise TrainingBundle
        return introduction

    def write_request(self, folder: Path) -> WrittenBundle:
        """Write the bundle that introduces this laptop to its headquarters. Raises NotEnrolled and as `Dispatch.write`."""
        headquarters, record = self._exporting.headquarters(), own_record(self._store)
        (bundle,) = self._dispatch.write(folder, Address(Kind.ENROL, headquarters.recipients), [record_line(record)])
        return bundle

    # --- both ---

    def accept(self, introduction: Introduction, untrusted_words: str) -> None:
        """Know a machine from now on, after a person compared the words; a laptop hands over to this headquarters from now on.

        Raises NotPermitted at headquarters, FingerprintDiffers.
        """
        is_laptop = self._store.stations.station().role is Role.FIELD
        if not is_laptop:
            self._permits.require(Act.ENROL, introduction.peer.device)
        if not words_match(introduction.words, untrusted_words):
            raise FingerprintDiffers
        self._store.peers.add(introduction.peer)
        if is_laptop and introduction.peer.role is Role.HEADQUARTERS:
            put_in_force(self._store, introduction.peer.device)
        request = introduction.request
        if request is not None:  # else its number would look like a bundle that got lost
            with self._store.inbox.transaction() as transaction:
                if transaction.seen_bundle(request.id) is None:
                    transaction.add_bundle(request, needs_receipt=False)

    def peers(self) -> tuple[Peer, ...]:
        """Every machine known, revoked ones too."""
        return self._store.peers.all()

    def use(self, device: DeviceId) -> Peer:
        """Hand over to this headquarters from now on, and everything once again. Raises WrongRole, NotEnrolled."""
        if self._store.stations.station().role is not Role.FIELD:
            raise WrongRole
        put_in_force(self._store, device)
        return headquarters_in_force(self._store)

    def revoke(self, device: DeviceId, lost_since: date | None = None) -> None:
        """Take nothing more from a machine, and let a laptop know. `lost_since`: from this day on nobody knows who had it.

        Raises NotPermitted, NotEnrolled.
        """
        self._permits.require(Act.REVOKE, device)
        self._known(device)
        since = None if lost_since is None else datetime.combine(lost_since, time(), UTC)
        self._store.peers.revoke(device, self._sources.now(), since)
        self._order(device, Order.REVOKE, instead_of=Order.REINSTATE)

    def reinstate(self, device: DeviceId, note: str) -> None:
        """A machine was found again, and may send; what it sent since it was lost stays to be looked at.

        `note` says how people made sure of it, and is kept. Raises NotPermitted, NotEnrolled.
        """
        self._permits.require(Act.REVOKE, device)
        self._known(device)
        self._store.peers.reinstate(device)
        self._order(device, Order.REINSTATE, instead_of=Order.REVOKE)
        self._store.facts.set(_reinstated(device), f"{self._sources.now().isoformat()} {self._permits.officer} {note}")

    def reinstated(self, device: DeviceId) -> Reinstated | None:
        """When a machine was last taken back, by whom, and what was noted."""
        noted = self._store.facts.get(_reinstated(device))
        if noted is None:
            return None
        at, officer, note = noted.split(" ", 2)
        return Reinstated(datetime.fromisoformat(at), OfficerId(UUID(officer)), note)

    def _order(self, device: DeviceId, kind: Order, *, instead_of: Order) -> None:
        if self._store.stations.station().role is Role.HEADQUARTERS:
            giver = Giver(self._permits.officer, self._sources.now(), self._sources.new_id)
            self._store.orders.give_instead(device, kind, giver, of=instead_of)

    def _known(self, device: DeviceId) -> None:
        if self._store.peers.by_device(device) is None:
            raise NotEnrolled

    def _introduce(self, record: EnrolRecord, *, training: bool) -> Introduction:
        return Introduction(known_since(record, self._sources.now()), self._fingerprint(record), training)

    def _fingerprint(self, record: EnrolRecord) -> tuple[str, ...]:
        return fingerprint_words(signing_key=record.signing_key, recipients=record.recipients, words=self._words)


def _reinstated(device: DeviceId) -> str:
    return f"reinstated {device}"


def own_record(store: Store) -> EnrolRecord:
    """What a machine says of itself to the other side; card, request and six words are all made from this.

    Headquarters names its recovery key as a second recipient, so that every bundle to it opens with either. A laptop names its
    own key alone: its recovery key opens its vault, and nobody needs to read receipts with it.
    """
    station, keys = store.stations.station(), store.stations.keys()
    recovery = store.facts.get(RECOVERY_FACT) if station.role is Role.HEADQUARTERS else None
    return EnrolRecord(
        device=station.device,
        role=station.role,
        organisation=station.organisation,
        centre=station.centre,
        name=station.device_name,
        signing_key=keys.signing_key,
        recipients=(keys.recipient, recovery) if recovery else (keys.recipient,),
    )
