"""New keys for headquarters, and the reference pack that tells its laptops (decisions/0340)."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from s2w_desktop.bundle.age import check_recipient
from s2w_desktop.bundle.keys_part import KEYS_PART, keys_text
from s2w_desktop.bundle.minisign import SigningKey
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import TargetExists, WrongRole
from s2w_desktop.domain.exchange_errors import NoNewKeys
from s2w_desktop.domain.key_changes import GRACE_DAYS, KeyChange
from s2w_desktop.domain.packs import Pack, PackContent
from s2w_desktop.domain.stations import Peer, Role
from s2w_desktop.services.approvals import Approvals
from s2w_desktop.services.enrolment import own_record
from s2w_desktop.services.headquarters_keys import keys_known_to
from s2w_desktop.services.key_changes import keys_pack_id
from s2w_desktop.services.packs import Draft, Packs
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.setup import RECOVERY_FACT, new_keys
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.store import Store

GRACE_FACT: Final = "keys_grace_days"
_VERSIONS_OF_EPOCH: Final = 1_000


@dataclass(frozen=True)
class KeysPack:
    """The pack that was written, and which laptops still write to keys before the present ones."""

    file: Path
    pack: Pack
    behind: tuple[Peer, ...]


class KeyRotation:
    """Changes the keys of headquarters. What was written to older keys can always be read."""

    def __init__(self, *, store: Store, packs: Packs, permits: Permits, approvals: Approvals, sources: Sources) -> None:
        self._store = store
        self._packs = packs
        self._permits = permits
        self._approvals = approvals
        self._sources = sources

    def rotate(self, target: Path, *, recovery_recipient: str = "", is_stolen: bool = False) -> KeysPack:
        """Make new keys, and write the pack for the laptops. `recovery_recipient` takes the place of the recovery key.

        `is_stolen`: laptops that know the new keys take nothing more that the old one signed. Bundles that laptops wrote to the
        old one are read all the same. Raises NotPermitted, WrongRole, KeyFileDamaged, TargetExists, SecondPersonNeeded, disk
        errors; after a disk error the keys may be new already: then `write_pack` does the rest.
        """
        self._permits.check(Act.ROTATE_KEYS)
        if self._store.stations.station().role is not Role.HEADQUARTERS:
            raise WrongRole
        recovery = check_recipient(recovery_recipient) if recovery_recipient else ""
        if target.exists():
            raise TargetExists
        with self._approvals.agreed(Act.ROTATE_KEYS, f"{recovery} stolen".strip() if is_stolen else recovery):
            self._change(recovery, is_stolen=is_stolen)
        return self._write_pack(target)

    def _change(self, recovery: str, *, is_stolen: bool) -> None:
        now = self._sources.now()
        if recovery:
            self._store.replace_recovery(recovery, now=now, new_id=self._sources.new_id)
            self._store.facts.set(RECOVERY_FACT, recovery)
        self._store.facts.set(GRACE_FACT, "0" if is_stolen else str(GRACE_DAYS))
        self._store.stations.rotate(new_keys(), now)  # before the pack: nobody ever writes to a key that was not kept

    def write_pack(self, target: Path) -> KeysPack:
        """Write the pack with the present keys once more, signed with the key before. Raises NoNewKeys and as `rotate`."""
        self._permits.require(Act.ROTATE_KEYS)
        return self._write_pack(target)

    def _write_pack(self, target: Path) -> KeysPack:
        old = self._store.stations.old_keys()
        if not old:
            raise NoNewKeys
        record = own_record(self._store)
        days = int(self._store.facts.get(GRACE_FACT) or GRACE_DAYS)
        text = keys_text(KeyChange(record.device, record.signing_key, record.recipients, days))
        draft = Draft(keys_pack_id(record.device), _title(record.organisation), (PackContent.KEYS,), {KEYS_PART: text})
        pack = self._packs.make(draft, target, self._next_version(draft.id), key=SigningKey.parse(old[0].keys.signing_secret))
        return KeysPack(target, pack, self.behind())

    def _next_version(self, pack_id: str) -> int:
        """Above every version that was given out: a store that was put back does not know those since, its new epoch does."""
        epoch = self._store.stations.station().epoch
        return max(self._store.packs.highest(pack_id), (epoch - 1) * _VERSIONS_OF_EPOCH) + 1

    def behind(self) -> tuple[Peer, ...]:
        """Laptops that may send and whose last bundle was written to keys before the present ones."""
        present = self._store.stations.keys().recipient
        peers = self._store.peers.all(Role.FIELD)
        return tuple(p for p in peers if p.revoked_at is None and keys_known_to(self._store, p.device).recipient != present)

    def rotated_at(self) -> datetime | None:
        """When the keys were last replaced."""
        old = self._store.stations.old_keys()
        return old[0].retired_at if old else None


def _title(organisation: str) -> str:
    """One line, as a pack may have it."""
    return f"New keys of {organisation}"[:120]
