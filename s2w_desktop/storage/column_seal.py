"""Sealing single columns with the store's key, for a database whose administrator must not read them.

XChaCha20-Poly1305 under a key derived from the store's, bound to the column: a sealed text moved elsewhere does not open.
"""

import base64
import hashlib
import secrets
from typing import Final, Protocol

from s2w_desktop.domain.errors import StoreDamaged
from s2w_desktop.storage import sodium
from s2w_desktop.storage.sodium import SealBroken
from s2w_desktop.storage.store_key import StoreKey

FORMAT: Final = "s2w-seal/1"
_DERIVED: Final = b"s2w-columns"


class Secrets(Protocol):
    """Turns the secret text of a column, named `table.column`, into what is stored, and back."""

    def sealed(self, column: str, text: str) -> str:
        """What is stored."""

    def opened(self, column: str, stored: str) -> str:
        """The text. Raises StoreDamaged when it was not sealed for this column with this key."""


class InTheClear:
    """For a database that is sealed as a whole."""

    def sealed(self, column: str, text: str) -> str:
        """The text itself."""
        del column
        return text

    def opened(self, column: str, stored: str) -> str:
        """The text itself."""
        del column
        return stored


class ColumnSeal:
    """Holds the store's key and does not wipe it."""

    def __init__(self, key: StoreKey) -> None:
        self._key = key

    def sealed(self, column: str, text: str) -> str:
        """`s2w-seal/1:` and the base64 of nonce and sealed text."""
        nonce, secret, derived = secrets.token_bytes(sodium.NONCE_BYTES), bytearray(text.encode()), self._derived()
        try:
            raw = nonce + sodium.seal(derived, nonce, secret, _bound(column))
        finally:
            sodium.wipe(secret)
            sodium.wipe(derived)
        return f"{FORMAT}:{base64.b64encode(raw).decode('ascii')}"

    def opened(self, column: str, stored: str) -> str:
        """What `sealed` sealed."""
        marked, _, encoded = stored.partition(":")
        derived = self._derived()
        try:
            raw = base64.b64decode(encoded, validate=True)
            if marked != FORMAT or len(raw) < sodium.NONCE_BYTES + sodium.TAG_BYTES:
                raise StoreDamaged
            nonce, sealed = raw[: sodium.NONCE_BYTES], raw[sodium.NONCE_BYTES :]
            secret = sodium.open_sealed(derived, nonce, sealed, _bound(column))
        except (SealBroken, ValueError) as cause:
            raise StoreDamaged from cause
        finally:
            sodium.wipe(derived)
        try:
            return secret.decode()
        finally:
            sodium.wipe(secret)

    def _derived(self) -> bytearray:
        return bytearray(hashlib.blake2b(key=self._key.secret, digest_size=sodium.KEY_BYTES, person=_DERIVED).digest())


def _bound(column: str) -> bytes:
    return f"{FORMAT} {column}".encode()
