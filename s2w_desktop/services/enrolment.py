"""Making laptop and headquarters known to each other; people compare six words.

Headquarters hands out a card (public keys only). The laptop takes it in and answers with an enrolment bundle, which only
headquarters can read and which is signed by the key it announces.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from s2w_desktop.bundle.age import check_recipient
from s2w_desktop.bundle.fingerprint import fingerprint_words, words_match
from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.minisign import PublicKey
from s2w_desktop.bundle.record_types import EnrolRecord
from s2w_desktop.bundle.records import record_from_valid_line, record_line
from s2w_desktop.bundle.writing import WrittenBundle
from s2w_desktop.domain.canonical import canonical, is_clean
from s2w_desktop.domain.errors import (
    BadSignature,
    BundleDamaged,
    FileUnreadable,
    FingerprintDiffers,
    KeyFileDamaged,
    TrainingBundle,
)
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.stations import Peer, Role
from s2w_desktop.services.arrivals import arrival
from s2w_desktop.services.exporting import Exporting
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.setup import RECOVERY_FACT
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.bundle_values import BundleIn
from s2w_desktop.storage.safe_files import replace_file
from s2w_desktop.storage.store import Store

CARD_FORMAT = "s2w-card/1"
CARD_LIMIT_BYTES = 16 * 1024
_TEXTS = ("organisation", "centre", "name", "signing_key")


@dataclass(frozen=True)
class Introduction:
    """A machine that wants to be known, and the six words that people compare. `request` is its bundle, if it came in one."""

    peer: Peer
    words: tuple[str, ...]
    training: bool
    request: BundleIn | None = None


class Enrolment:
    """Both sides of getting to know each other."""

    def __init__(
        self,
        *,
        store: Store,
        importing: Importing,
        exporting: Exporting,
        dispatch: Dispatch,
        words: Sequence[str],
        sources: Sources,
    ) -> None:
        self._store = store
        self._importing = importing
        self._exporting = exporting
        self._dispatch = dispatch
        self._words = words
        self._sources = sources

    # --- headquarters ---

    def own_words(self) -> tuple[str, ...]:
        """The six words of what this machine's card or request says, so that the other side computes the same."""
        return self._fingerprint(own_record(self._store))

    def write_card(self, path: Path) -> None:
        """Write headquarters' card: public keys and names only. Raises DiskFull, TargetReadOnly, TargetGone."""
        record = own_record(self._store)
        card = {
            "format": CARD_FORMAT,
            "role": record.role.value,
            "device": str(record.device),
            "organisation": record.organisation,
            "centre": record.centre,
            "name": record.name,
            "signing_key": record.signing_key,
            "recipients": list(record.recipients),
            "training": self._store.stations.station().training,
        }
        replace_file(path, canonical(card) + b"\n")  # type: ignore[arg-type]  # a dict of plain values

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
            untrusted = path.read_bytes()[: CARD_LIMIT_BYTES + 1]
        except OSError as cause:
            raise FileUnreadable from cause
        introduction = self._introduce(_card_record(untrusted), training=_is_training(untrusted))
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
        """Know a machine from now on, after a person compared the words. Raises FingerprintDiffers."""
        if not words_match(introduction.words, untrusted_words):
            raise FingerprintDiffers
        self._store.peers.add(introduction.peer)
        request = introduction.request
        if request is not None:  # else its number would look like a bundle that got lost
            with self._store.inbox.transaction() as transaction:
                if transaction.seen_bundle(request.id) is None:
                    transaction.add_bundle(request, needs_receipt=False)

    def peers(self) -> tuple[Peer, ...]:
        """Every machine known, revoked ones too."""
        return self._store.peers.all()

    def revoke(self, device: DeviceId) -> None:
        """Take nothing more from a machine."""
        self._store.peers.revoke(device, self._sources.now())

    def _introduce(self, record: EnrolRecord, *, training: bool) -> Introduction:
        peer = Peer(
            device=record.device,
            role=record.role,
            organisation=record.organisation,
            centre=record.centre,
            name=record.name,
            signing_key=record.signing_key,
            recipients=record.recipients,
            enrolled_at=self._sources.now(),
        )
        return Introduction(peer, self._fingerprint(record), training)

    def _fingerprint(self, record: EnrolRecord) -> tuple[str, ...]:
        return fingerprint_words(signing_key=record.signing_key, recipients=record.recipients, words=self._words)


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


def _card_record(untrusted: bytes) -> EnrolRecord:
    try:
        card = json.loads(untrusted)
        texts = {key: card[key] for key in _TEXTS}
        if card["format"] != CARD_FORMAT or not all(isinstance(t, str) and len(t) <= 200 and is_clean(t) for t in texts.values()):
            raise KeyFileDamaged
        recipients = tuple(check_recipient(str(one)) for one in card["recipients"])
        if not 1 <= len(recipients) <= 4:
            raise KeyFileDamaged
        PublicKey.parse(texts["signing_key"])
        return EnrolRecord(device=DeviceId(UUID(card["device"])), role=Role(card["role"]), recipients=recipients, **texts)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as cause:
        raise KeyFileDamaged from cause


def _is_training(untrusted: bytes) -> bool:
    return json.loads(untrusted).get("training") is True
