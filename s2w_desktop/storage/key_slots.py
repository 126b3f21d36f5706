"""Slots of the vault: each holds the store's key, wrapped for an officer, for a recovery sheet or for headquarters' recovery.

The wrapping of a passphrase slot is bound to the vault, the slot and its cost, so that no slot can be moved or made cheaper.
"""

import base64
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final
from uuid import UUID

import pyrage

from s2w_desktop.domain.canonical import Plain, canonical
from s2w_desktop.domain.errors import VaultDamaged, WrongKey
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.storage import sodium
from s2w_desktop.storage.kdf import KdfCost, derive
from s2w_desktop.storage.store_key import StoreKey

FORMAT = "s2w-vault/1"
PASSPHRASE: Final = "passphrase"  # noqa: S105  # the type of a slot
SHEET: Final = "recovery-sheet"
_ARGON2_VERSION = 19


@dataclass(frozen=True)
class PassphraseSlot:
    """The key, wrapped under an officer's passphrase, or under the words of their recovery sheet.

    `created` is an ISO time as stored.
    """

    id: UUID
    officer: OfficerId
    created: str
    cost: KdfCost
    salt: bytes
    nonce: bytes
    sealed: bytes
    is_sheet: bool = False

    @property
    def kind(self) -> str:
        """The type as stored."""
        return _kind(is_sheet=self.is_sheet)

    def plain(self) -> dict[str, Plain]:
        """The form that is stored."""
        return {
            "type": self.kind,
            "id": str(self.id),
            "officer": str(self.officer),
            "created": self.created,
            "kdf": _plain_kdf(self.cost, self.salt),
            "wrap": {"alg": "xchacha20poly1305", "nonce": to_base64(self.nonce), "ct": to_base64(self.sealed)},
        }

    def open(self, vault: UUID, passphrase: str) -> StoreKey:
        """The key inside. Raises SealBroken when the passphrase is not this slot's, VaultDamaged for work beyond this machine."""
        try:
            wrapping = derive(passphrase, self.salt, self.cost)
        except MemoryError as cause:
            raise VaultDamaged from cause
        try:
            bound = _bound(vault, self.id, self.kind, self.cost, self.salt)
            return StoreKey(sodium.open_sealed(wrapping, self.nonce, self.sealed, bound))
        finally:
            sodium.wipe(wrapping)


@dataclass(frozen=True)
class RecoverySlot:
    """The key, encrypted with age to a recipient whose identity headquarters keeps offline."""

    kind: ClassVar[str] = "hq-recovery"
    id: UUID
    created: str
    recipient: str
    sealed: bytes

    def plain(self) -> dict[str, Plain]:
        """The form that is stored."""
        return {
            "type": self.kind,
            "id": str(self.id),
            "created": self.created,
            "recipient": self.recipient,
            "age": to_base64(self.sealed),
        }

    def open(self, vault: UUID, identity: str) -> StoreKey:
        """The key inside. Raises WrongKey for another identity, VaultDamaged for a slot that was moved here."""
        try:
            opened = pyrage.decrypt(self.sealed, [pyrage.x25519.Identity.from_str(identity.strip())])
        except (pyrage.IdentityError, pyrage.DecryptError, OSError) as cause:
            raise WrongKey from cause
        try:
            untrusted = json.loads(opened)
            if (untrusted["vault"], untrusted["slot"]) != (str(vault), str(self.id)):
                raise VaultDamaged
            return StoreKey(bytearray(base64.b64decode(untrusted["dbk"], validate=True)))
        except (ValueError, TypeError, KeyError) as cause:
            raise VaultDamaged from cause


Slot = PassphraseSlot | RecoverySlot


def passphrase_slot(
    key: StoreKey,
    *,
    vault: UUID,
    slot: UUID,
    officer: OfficerId,
    passphrase: str,
    cost: KdfCost,
    now: datetime,
    is_sheet: bool = False,
) -> PassphraseSlot:
    """A new slot for an officer; `passphrase` are the words of the sheet for one of a recovery sheet."""
    salt, nonce = secrets.token_bytes(sodium.SALT_BYTES), secrets.token_bytes(sodium.NONCE_BYTES)
    wrapping = derive(passphrase, salt, cost)
    try:
        sealed = sodium.seal(wrapping, nonce, key.secret, _bound(vault, slot, _kind(is_sheet=is_sheet), cost, salt))
    finally:
        sodium.wipe(wrapping)
    return PassphraseSlot(slot, officer, now.isoformat(), cost, salt, nonce, sealed, is_sheet)


def recovery_slot(key: StoreKey, *, vault: UUID, slot: UUID, recipient: str, now: datetime) -> RecoverySlot:
    """A new slot for headquarters. Raises ValueError when `recipient` is not an age X25519 recipient.

    age takes immutable bytes only, so for a moment the key exists in a form that cannot be wiped.
    """
    try:
        parsed = pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError as cause:
        raise ValueError("not an age recipient") from cause
    inside = canonical({"vault": str(vault), "slot": str(slot), "dbk": to_base64(key.secret)})
    return RecoverySlot(slot, now.isoformat(), recipient, pyrage.encrypt(inside, [parsed]))


def to_base64(raw: bytes | bytearray) -> str:
    """Base64 as text."""
    return base64.b64encode(raw).decode("ascii")


def _plain_kdf(cost: KdfCost, salt: bytes) -> dict[str, Plain]:
    return {
        "alg": "argon2id",
        "v": _ARGON2_VERSION,
        "m": cost.memory_bytes // 1024,
        "t": cost.passes,
        "p": 1,
        "salt": to_base64(salt),
    }


def _kind(*, is_sheet: bool) -> str:
    return SHEET if is_sheet else PASSPHRASE


def _bound(vault: UUID, slot: UUID, kind: str, cost: KdfCost, salt: bytes) -> bytes:
    kdf = _plain_kdf(cost, salt)
    return canonical({"format": FORMAT, "vault": str(vault), "slot": str(slot), "type": kind, "kdf": kdf})
