"""New keys of a headquarters at a laptop: compared by people where only one key vouches for them, and followed."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from s2w_desktop.bundle.fingerprint import fingerprint_words, words_match
from s2w_desktop.bundle.keys_part import KEYS_PART, read_keys_text
from s2w_desktop.domain.errors import FingerprintDiffers
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.key_changes import KeyChange
from s2w_desktop.domain.pack_errors import NotAPack
from s2w_desktop.domain.packs import Pack, PackContent
from s2w_desktop.domain.stations import Machine, Role
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.store import Store

_NAME: Final = "keys-"
_UNTOLD_FACT: Final = "keys_untold"


def keys_pack_id(device: DeviceId) -> str:
    """The one name of the packs with the keys of a headquarters, so that their versions rise together."""
    return f"{_NAME}{device.hex}"


def is_keys_pack(pack_id: str) -> bool:
    """Whether packs of this name bring keys."""
    return pack_id.startswith(_NAME)


def read_change(pack: Pack, signer: DeviceId, untrusted_part: bytes) -> KeyChange:
    """The keys that a pack brings: those of its first signer, under the one name, and nothing beside them. Raises NotAPack."""
    change = read_keys_text(untrusted_part)
    if pack.contents != (PackContent.KEYS,) or [part.name for part in pack.parts] != [KEYS_PART]:
        raise NotAPack("contents")
    if change.device != signer or pack.id != keys_pack_id(signer):
        raise NotAPack("id")
    return change


class KeyChanges:
    """Follows changes of keys."""

    def __init__(self, store: Store, words: Sequence[str], sources: Sources) -> None:
        self._store = store
        self._words = words
        self._sources = sources

    def words(self, change: KeyChange) -> tuple[str, ...]:
        """The six words of the new keys, as headquarters shows them too."""
        return fingerprint_words(signing_key=change.signing_key, recipients=change.recipients, words=self._words)

    def compare(self, change: KeyChange, untrusted_words: str) -> None:
        """Raises FingerprintDiffers."""
        if not words_match(self.words(change), untrusted_words):
            raise FingerprintDiffers

    def follow(self, change: KeyChange) -> None:
        """Write to the new keys from now on. Headquarters itself has them already."""
        known = self._store.peers.by_device(change.device)
        if known is None or self._store.stations.station().role is not Role.FIELD:
            return
        machine = Machine(
            device=known.device,
            role=known.role,
            organisation=known.organisation,
            centre=known.centre,
            name=known.name,
            signing_key=change.signing_key,
            recipients=change.recipients,
        )
        until = self._sources.now() + timedelta(days=change.grace_days) if change.grace_days else None
        self._store.peers.change_keys(machine, until)
        self._store.facts.set(_UNTOLD_FACT, "yes")


def are_keys_untold(store: Store) -> bool:
    """Whether a laptop follows new keys and has written nothing since: headquarters goes on to sign with those before."""
    return bool(store.facts.get(_UNTOLD_FACT))


def note_keys_told(store: Store) -> None:
    """A bundle was written to the new keys; that is how headquarters learns who has them."""
    if are_keys_untold(store):
        store.facts.set(_UNTOLD_FACT, "")
