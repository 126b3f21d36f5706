"""The index of people whom headquarters knows: written for laptops, kept there in the store, asked in an interview (V25)."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Final

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.process import Reading
from s2w_desktop.bundle.record_types import KnownPieceRecord
from s2w_desktop.bundle.records import record_line
from s2w_desktop.bundle.writing import WrittenBundle
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import BundleDamaged, StaleBundle, WrongRole
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.likeness.features import features_of
from s2w_desktop.domain.likeness.known import KEY_BYTES, SIGN_BYTES, KnownIndex, make_index, traits_known
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.stations import Peer, Role
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.pieces import in_pieces, join_pieces
from s2w_desktop.services.sending import Address, Dispatch

KEY_FACT: Final = "known_people.programme_key"
INDEX_FACT: Final = "known_people.index"
MOST_BYTES: Final = 64 * 1024 * 1024


@dataclass(frozen=True)
class SentIndex:
    """A bundle that carries the index to a laptop."""

    bundle: WrittenBundle
    peer: Peer


@dataclass(frozen=True)
class KnownTaken:
    """An index that a laptop took in, and how many signs it has."""

    signs: int


class KnownPeople:
    """Writes the index at headquarters; takes it in and asks it at a laptop."""

    def __init__(self, editors: Editors, dispatch: Dispatch, permits: Permits) -> None:
        self._editors, self._store = editors, editors.store
        self._dispatch, self._permits = dispatch, permits
        self._kept: KnownIndex | None = None

    def write(self, folder: Path) -> tuple[SentIndex, ...]:
        """A bundle for each laptop that was enrolled and not revoked.

        Raises NotPermitted, WrongRole and what `Dispatch.write` raises.
        """
        if self._store.stations.station().role is not Role.HEADQUARTERS:
            raise WrongRole
        self._permits.require(Act.INSTALL_PACKS)
        index = make_index(self._programme_key(), (one.features for one in self._store.likeness.everybody()))
        sent = []
        for peer in self._store.peers.all(Role.FIELD):
            if peer.revoked_at is None:
                address = Address(Kind.REFERENCE, peer.recipients, peer.device)
                (bundle,) = self._dispatch.write(folder, address, _lines(index))
                sent.append(SentIndex(bundle, peer))
        return tuple(sent)

    def take(self, reading: Reading) -> KnownTaken:
        """Keep the index of a bundle in place of the one before.

        Raises WrongKind for the bundle of a pack, StaleBundle for one older than the index that is kept, and BundleDamaged unless
        all pieces are there; then nothing is changed.
        """
        manifest = reading.manifest
        kept = (self._store.facts.get(INDEX_FACT) or "0 0").split(" ")
        if (manifest.epoch, manifest.seq) < (int(kept[0]), int(kept[1])):
            raise StaleBundle
        key, signs = _joined(reading)
        text = f"{manifest.epoch} {manifest.seq} {key} {base64.b64encode(signs).decode('ascii')}"
        self._store.facts.set(INDEX_FACT, text)
        self._kept = None
        return KnownTaken(len(signs) // SIGN_BYTES)

    def traits(self, profile: Profile) -> int:
        """How many traits the person of a profile shares with somebody whom headquarters knows; 0 for nobody.

        A profile that was handed over is known itself, so nothing is told about it any more.
        """
        index = self._index()
        rows = self._store.profiles.rows_of([profile.id]) if index else []
        if index is None or any(row.bundle_seq or row.handover is not Handover.HERE for row in rows):
            return 0
        return traits_known(index, features_of(profile, self._editors.sources.today()))

    def _index(self) -> KnownIndex | None:
        text = self._store.facts.get(INDEX_FACT) if self._kept is None else None
        if text is not None:
            _epoch, _seq, key, signs = text.split(" ")
            self._kept = KnownIndex(bytes.fromhex(key), base64.b64decode(signs))
        return self._kept

    def _programme_key(self) -> bytes:
        """The key of the programme, made once."""
        text = self._store.facts.get(KEY_FACT)
        if text is None:
            text = (self._editors.sources.new_salt() + self._editors.sources.new_salt())[: 2 * KEY_BYTES]
            self._store.facts.set(KEY_FACT, text)
        return bytes.fromhex(text)


def _lines(index: KnownIndex) -> Iterator[bytes]:
    digest, key = hashlib.sha256(index.signs).hexdigest(), index.key.hex()
    for number, count, data in in_pieces(BytesIO(index.signs), len(index.signs)):
        yield record_line(KnownPieceRecord(key, digest, number, count, data))


def _joined(reading: Reading) -> tuple[str, bytes]:
    """Key and signs of all pieces. Raises as `join_pieces`, and BundleDamaged unless the signs are whole and rise."""
    signs = bytearray()

    def keep(data: bytes) -> None:
        if len(signs) + len(data) > MOST_BYTES:
            raise BundleDamaged
        signs.extend(data)

    last = join_pieces(reading, KnownPieceRecord, keep)
    cut = [signs[place : place + SIGN_BYTES] for place in range(0, len(signs), SIGN_BYTES)]
    if len(signs) % SIGN_BYTES or any(one >= other for one, other in pairwise(cut)):
        raise BundleDamaged
    return last.key, bytes(signs)
