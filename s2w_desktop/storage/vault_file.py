"""The three lines of a vault file: format, slots as JSON, and a MAC over both; read strictly.

What a reader accepts is exactly what a writer writes: the JSON line must be the canonical text of what it says.
"""

import base64
import hashlib
import hmac
import json
import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from s2w_desktop.domain.canonical import Plain, canonical
from s2w_desktop.domain.errors import NewerVault, VaultDamaged
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.storage import sodium
from s2w_desktop.storage.kdf import KdfCost
from s2w_desktop.storage.key_slots import FORMAT, PASSPHRASE, SHEET, PassphraseSlot, RecoverySlot, Slot
from s2w_desktop.storage.store_key import StoreKey

MAX_BYTES = 64 * 1024
MAX_SLOTS = 31
_MAX_AGE_BYTES = 2048
_OTHER_FORMAT = re.compile(rb"s2w-vault/[0-9]{1,6}")


@dataclass(frozen=True)
class VaultContent:
    """What a vault file says. `header` are its first two lines exactly as stored, `mac` the third."""

    id: UUID
    slots: tuple[Slot, ...]
    header: bytes
    mac: str

    def is_authentic(self, key: StoreKey) -> bool:
        """Whether the holder of this key wrote the header."""
        return hmac.compare_digest(self.mac, _mac(self.header, key))

    def encoded(self) -> bytes:
        """The whole file."""
        return self.header + self.mac.encode("ascii") + b"\n"


def make_content(vault: UUID, slots: tuple[Slot, ...], key: StoreKey) -> VaultContent:
    """A content with its MAC. Raises ValueError for more than 31 slots."""
    if not 1 <= len(slots) <= MAX_SLOTS:
        raise ValueError("a vault has 1 to 31 slots")
    plain: dict[str, Plain] = {"vault": str(vault), "slots": [slot.plain() for slot in slots]}
    header = FORMAT.encode("ascii") + b"\n" + canonical(plain) + b"\n"
    return VaultContent(vault, slots, header, _mac(header, key))


def read_content(untrusted: bytes) -> VaultContent:
    """The content of a vault file. Raises NewerVault or VaultDamaged, and nothing else, whatever the bytes are."""
    lines = untrusted.split(b"\n")
    if lines[0] != FORMAT.encode("ascii") and _OTHER_FORMAT.fullmatch(lines[0]):
        raise NewerVault
    if len(untrusted) > MAX_BYTES or len(lines) != 4 or lines[0] != FORMAT.encode("ascii") or lines[3]:
        raise VaultDamaged
    if not re.fullmatch(rb"[0-9a-f]{64}", lines[2]):
        raise VaultDamaged
    try:
        plain = json.loads(lines[1].decode("ascii"))
        if canonical(plain) != lines[1]:
            raise VaultDamaged
        vault, slots = _read_header(plain)
    except (ValueError, TypeError, KeyError, RecursionError) as cause:
        raise VaultDamaged from cause
    return VaultContent(vault, slots, lines[0] + b"\n" + lines[1] + b"\n", lines[2].decode("ascii"))


def _mac(header: bytes, key: StoreKey) -> str:
    mac_key = hashlib.blake2b(key=key.secret, digest_size=32, person=b"vault-mac").digest()
    return hmac.digest(mac_key, header, "sha256").hex()


def _read_header(plain: dict[str, object]) -> tuple[UUID, tuple[Slot, ...]]:
    _expect(set(plain) == {"vault", "slots"})
    listed = plain["slots"]
    if not isinstance(listed, list) or not 1 <= len(listed) <= MAX_SLOTS:
        raise ValueError("slots")
    slots = tuple(_read_slot(slot) for slot in listed)
    _expect(len({slot.id for slot in slots}) == len(slots))
    return _uuid(plain["vault"]), slots


def _read_slot(plain: dict[str, object]) -> Slot:
    if plain["type"] == RecoverySlot.kind:
        _expect(set(plain) == {"type", "id", "created", "recipient", "age"})
        sealed = _bytes(plain["age"])
        _expect(len(sealed) <= _MAX_AGE_BYTES)
        return RecoverySlot(_uuid(plain["id"]), _time(plain["created"]), _text(plain["recipient"]), sealed)
    _expect(plain["type"] in (PASSPHRASE, SHEET))
    _expect(set(plain) == {"type", "id", "officer", "created", "kdf", "wrap"})
    kdf, wrap = _object(plain["kdf"]), _object(plain["wrap"])
    _expect(set(kdf) == {"alg", "v", "m", "t", "p", "salt"} and set(wrap) == {"alg", "nonce", "ct"})
    _expect((kdf["alg"], kdf["v"], kdf["p"], wrap["alg"]) == ("argon2id", 19, 1, "xchacha20poly1305"))
    return PassphraseSlot(
        id=_uuid(plain["id"]),
        officer=OfficerId(_uuid(plain["officer"])),
        created=_time(plain["created"]),
        cost=KdfCost(_whole(kdf["m"]) * 1024, _whole(kdf["t"])),
        salt=_bytes(kdf["salt"], sodium.SALT_BYTES),
        nonce=_bytes(wrap["nonce"], sodium.NONCE_BYTES),
        sealed=_bytes(wrap["ct"], sodium.KEY_BYTES + sodium.TAG_BYTES),
        is_sheet=plain["type"] == SHEET,
    )


def _expect(holds: bool) -> None:
    if not holds:
        raise ValueError("vault header")


def _object(plain: object) -> dict[str, object]:
    if not isinstance(plain, dict):
        raise TypeError
    return plain


def _text(plain: object) -> str:
    if not isinstance(plain, str) or len(plain) > 4096:
        raise TypeError
    return plain


def _whole(plain: object) -> int:
    if type(plain) is not int:  # a bool is an int too
        raise TypeError
    return plain


def _uuid(plain: object) -> UUID:
    found = UUID(_text(plain))
    _expect(str(found) == plain)
    return found


def _time(plain: object) -> str:
    text = _text(plain)
    datetime.fromisoformat(text)
    return text


def _bytes(plain: object, size: int | None = None) -> bytes:
    text = _text(plain)
    raw = base64.b64decode(text, validate=True)
    _expect(base64.b64encode(raw).decode("ascii") == text)
    _expect(size is None or len(raw) == size)
    return raw
