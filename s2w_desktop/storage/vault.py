"""The vault: which passphrases open the store on this machine.

The store's key is random and never changes with a passphrase; each slot wraps it anew. Changing slots rewrites a kilobyte.
Where it stands, in a file or in the database of a server, is the business of a shelf.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from s2w_desktop.domain.errors import StoreExists, VaultDamaged, WrongKey, WrongPassphrase, WrongRecoveryWords
from s2w_desktop.domain.exchange_errors import PassphraseTaken, TooManyOfficers
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.storage.kdf import KdfCost
from s2w_desktop.storage.key_slots import PassphraseSlot, RecoverySlot, Slot, passphrase_slot, recovery_slot
from s2w_desktop.storage.sodium import SealBroken
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.vault_file import MAX_SLOTS, VaultContent, make_content, read_content
from s2w_desktop.storage.vault_shelf import FileShelf, VaultShelf

MOST_OFFICERS = MAX_SLOTS // 2
"""Each may have a recovery sheet, and one slot is left for the recovery key."""


@dataclass(frozen=True)
class Unlocked:
    """Whose passphrase it was, and the key; the caller wipes the key or hands it to a store."""

    officer: OfficerId
    key: StoreKey


@dataclass(frozen=True)
class Vault:
    """A vault as read. Every change is written to its shelf and returns the vault as it is then."""

    shelf: VaultShelf
    content: VaultContent

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        officer: OfficerId,
        passphrase: str,
        cost: KdfCost,
        now: datetime,
        new_id: Callable[[], UUID],
        recovery_recipient: str | None = None,
    ) -> tuple["Vault", StoreKey]:
        """A vault file with a fresh key and one officer. Raises StoreExists, or a disk error; nothing is left half done."""
        if path.exists():
            raise StoreExists
        content, key = new_content(
            officer=officer, passphrase=passphrase, cost=cost, now=now, new_id=new_id, recovery_recipient=recovery_recipient
        )
        shelf = FileShelf(path)
        shelf.put(content.encoded(), None)
        return cls(shelf, content), key

    @classmethod
    def read(cls, place: Path | VaultShelf) -> "Vault":
        """The vault in a file or on a shelf. Raises NoStore, NewerVault, VaultDamaged, FileUnreadable, or what a server raises.

        Nothing is proved before unlocking.
        """
        shelf = FileShelf(place) if isinstance(place, Path) else place
        return cls(shelf, read_content(shelf.read()))

    @classmethod
    def read_spare(cls, path: Path) -> "Vault":
        """The vault out of the spare copy, for when `read` or `unlock` found the file damaged; raises as `read` does."""
        shelf = FileShelf(path)
        return cls(shelf, read_content(shelf.read_spare()))

    @property
    def officers(self) -> tuple[OfficerId, ...]:
        """Who can unlock, in the order they were added."""
        return tuple(slot.officer for slot in self._passphrase_slots())

    def sheet_made(self, officer: OfficerId) -> datetime | None:
        """When the recovery sheet of an officer was made; None where there is none."""
        found = (slot for slot in self._sheet_slots() if slot.officer == officer)
        return next((datetime.fromisoformat(slot.created) for slot in found), None)

    def unlock(self, passphrase: str, *, officer: OfficerId | None = None) -> Unlocked:
        """Try every officer's slot, or one officer's. Raises WrongPassphrase; VaultDamaged if another hand changed the file."""
        slot, key = self._opened(passphrase, officer)
        return Unlocked(slot.officer, key)

    def put_back(self) -> None:
        """Write file and spare copy anew. For a vault out of the spare copy, once something opened it."""
        self.shelf.put(self.content.encoded(), None)

    def recover(self, identity: str) -> StoreKey:
        """The key, by headquarters' recovery identity. Raises WrongKey (also without a recovery slot) or VaultDamaged."""
        for slot in self.content.slots:
            if isinstance(slot, RecoverySlot):
                key = slot.open(self.content.id, identity)
                self._prove(key, VaultDamaged)
                return key
        raise WrongKey

    def add_officer(
        self,
        key: StoreKey,
        *,
        officer: OfficerId,
        passphrase: str,
        cost: KdfCost,
        now: datetime,
        new_id: Callable[[], UUID],
    ) -> "Vault":
        """One more officer, or a new passphrase for one who is there. Raises WrongKey, TooManyOfficers."""
        self._prove(key, WrongKey)
        if officer not in self.officers and len(self.officers) >= MOST_OFFICERS:
            raise TooManyOfficers
        slot = passphrase_slot(
            key, vault=self.content.id, slot=new_id(), officer=officer, passphrase=passphrase, cost=cost, now=now
        )
        return self._with_slots((*self._slots_beside(officer, is_sheet=False), slot), key)

    def remove_officer(self, key: StoreKey, officer: OfficerId) -> "Vault":
        """Let an officer in no more; who has no slot is left as is. Raises WrongKey, ValueError for the only one.

        Copies of the vault from before still open with the passphrase of the officer, as long as somebody has one.
        """
        self._prove(key, WrongKey)
        if officer not in self.officers:
            return self
        if set(self.officers) == {officer}:
            raise ValueError("nobody could open the store any more")
        others = (slot for slot in self.content.slots if not (isinstance(slot, PassphraseSlot) and slot.officer == officer))
        return self._with_slots(tuple(others), key)

    def opens_for_others(self, passphrase: str, officer: OfficerId | None = None) -> bool:
        """Whether it is the passphrase of anybody besides this officer; as slow as unlocking by each of them."""
        for slot in self._passphrase_slots():
            if slot.officer == officer:
                continue
            with suppress(SealBroken):
                slot.open(self.content.id, passphrase).wipe()
                return True
        return False

    def set_recovery(self, key: StoreKey, *, recipient: str, now: datetime, new_id: Callable[[], UUID]) -> "Vault":
        """Let one recovery key, and no other, open the store beside the passphrases. Raises WrongKey, ValueError as its slot."""
        self._prove(key, WrongKey)
        slot = recovery_slot(key, vault=self.content.id, slot=new_id(), recipient=recipient, now=now)
        others = (slot for slot in self.content.slots if isinstance(slot, PassphraseSlot))
        return self._with_slots((*others, slot), key)

    def change_passphrase(self, *, old: str, new: str, cost: KdfCost, now: datetime, new_id: Callable[[], UUID]) -> "Vault":
        """A new passphrase for the officer whose passphrase `old` is. Raises WrongPassphrase, PassphraseTaken."""
        slot, key = self._opened(old, None)
        try:
            if self.opens_for_others(new, slot.officer):
                raise PassphraseTaken  # else the store would open for the colleague
            return self.add_officer(key, officer=slot.officer, passphrase=new, cost=cost, now=now, new_id=new_id)
        finally:
            key.wipe()

    def renew_sheet(self, *, passphrase: str, words: str, cost: KdfCost, now: datetime, new_id: Callable[[], UUID]) -> "Vault":
        """Let these words, and no earlier ones, be the recovery sheet of whose passphrase it is. Raises WrongPassphrase."""
        opened, key = self._opened(passphrase, None)
        try:
            slot = passphrase_slot(
                key,
                vault=self.content.id,
                slot=new_id(),
                officer=opened.officer,
                passphrase=words,
                cost=cost,
                now=now,
                is_sheet=True,
            )
            return self._with_slots((*self._slots_beside(opened.officer, is_sheet=True), slot), key)
        finally:
            key.wipe()

    def change_by_sheet(self, *, words: str, new: str, cost: KdfCost, now: datetime, new_id: Callable[[], UUID]) -> "Vault":
        """A new passphrase for the officer whose recovery sheet it is. The sheet opens nothing any more: it is for one time.

        Raises WrongRecoveryWords, PassphraseTaken.
        """
        for sheet in self._sheet_slots():
            try:
                key = sheet.open(self.content.id, words)
            except SealBroken:
                continue  # perhaps another officer's
            try:
                self._prove(key, VaultDamaged)
                if self.opens_for_others(new, sheet.officer):
                    raise PassphraseTaken  # else the store would open for the colleague
                slot = passphrase_slot(
                    key, vault=self.content.id, slot=new_id(), officer=sheet.officer, passphrase=new, cost=cost, now=now
                )
                others = (kept for kept in self._slots_beside(sheet.officer, is_sheet=False) if kept.id != sheet.id)
                return self._with_slots((*others, slot), key)
            finally:
                key.wipe()
        raise WrongRecoveryWords

    def _passphrase_slots(self) -> tuple[PassphraseSlot, ...]:
        return tuple(slot for slot in self.content.slots if isinstance(slot, PassphraseSlot) and not slot.is_sheet)

    def _sheet_slots(self) -> tuple[PassphraseSlot, ...]:
        return tuple(slot for slot in self.content.slots if isinstance(slot, PassphraseSlot) and slot.is_sheet)

    def _slots_beside(self, officer: OfficerId, *, is_sheet: bool) -> tuple[Slot, ...]:
        """All slots without that of an officer's passphrase, or that of their sheet."""
        return tuple(
            slot
            for slot in self.content.slots
            if not (isinstance(slot, PassphraseSlot) and slot.officer == officer and slot.is_sheet == is_sheet)
        )

    def _opened(self, passphrase: str, officer: OfficerId | None) -> tuple[PassphraseSlot, StoreKey]:
        for slot in self._passphrase_slots():
            if officer is not None and slot.officer != officer:
                continue
            try:
                key = slot.open(self.content.id, passphrase)
            except SealBroken:
                continue  # perhaps another officer's
            self._prove(key, VaultDamaged)
            return slot, key
        raise WrongPassphrase

    def _prove(self, key: StoreKey, otherwise: type[WrongKey | VaultDamaged]) -> None:
        if not self.content.is_authentic(key):
            raise otherwise

    def _with_slots(self, slots: tuple[Slot, ...], key: StoreKey) -> "Vault":
        content = make_content(self.content.id, slots, key)
        self.shelf.put(content.encoded(), self.content.encoded())
        return Vault(self.shelf, content)


def new_content(
    *,
    officer: OfficerId,
    passphrase: str,
    cost: KdfCost,
    now: datetime,
    new_id: Callable[[], UUID],
    recovery_recipient: str | None = None,
    sheet_words: str = "",
) -> tuple[VaultContent, StoreKey]:
    """What a new vault says, with its fresh key; it stands nowhere yet. Without `sheet_words` there is no recovery sheet."""
    key, vault = StoreKey.random(), new_id()
    slots: list[Slot] = [
        passphrase_slot(
            key, vault=vault, slot=new_id(), officer=officer, passphrase=secret, cost=cost, now=now, is_sheet=is_sheet
        )
        for secret, is_sheet in ((passphrase, False), (sheet_words, True))
        if secret or not is_sheet
    ]
    if recovery_recipient is not None:
        slots.append(recovery_slot(key, vault=vault, slot=new_id(), recipient=recovery_recipient, now=now))
    return make_content(vault, tuple(slots), key), key
