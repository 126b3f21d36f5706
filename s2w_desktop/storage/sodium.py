"""libsodium calls that put secrets straight into memory we can wipe.

PyNaCl's public functions return `bytes`, which Python can neither overwrite nor forget. So this file, and no other,
calls the library under PyNaCl; the memory test of the store fails if a copy of a key stays behind.
"""

from typing import Any

from nacl._sodium import ffi as _untyped_ffi  # type: ignore[import-not-found]  # compiled, without stubs
from nacl._sodium import lib as _untyped_lib

_ffi: Any = _untyped_ffi
_lib: Any = _untyped_lib

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 24
TAG_BYTES = 16


class SealBroken(Exception):
    """The key, the nonce, the bound data or the sealed bytes do not belong together."""


def random_secret() -> bytearray:
    """32 random bytes for a key."""
    secret = bytearray(KEY_BYTES)
    _lib.randombytes(_ffi.from_buffer(secret), KEY_BYTES)
    return secret


def argon2id(passphrase: bytes, salt: bytes, *, passes: int, memory_bytes: int) -> bytearray:
    """32 bytes by Argon2id version 1.3 with one lane (RFC 9106). Raises MemoryError when the machine has not enough."""
    derived = bytearray(KEY_BYTES)
    refused = _lib.crypto_pwhash(
        _ffi.from_buffer(derived),
        KEY_BYTES,
        passphrase,
        len(passphrase),
        salt,
        passes,
        memory_bytes,
        _lib.crypto_pwhash_alg_argon2id13(),
    )
    if refused:
        raise MemoryError
    return derived


def seal(key: bytearray, nonce: bytes, secret: bytearray, bound: bytes) -> bytes:
    """XChaCha20-Poly1305 of `secret`, bound to `bound`, with its tag at the end."""
    sealed = bytearray(len(secret) + TAG_BYTES)
    _lib.crypto_aead_xchacha20poly1305_ietf_encrypt(
        _ffi.from_buffer(sealed),
        _ffi.NULL,
        _ffi.from_buffer(secret),
        len(secret),
        bound,
        len(bound),
        _ffi.NULL,
        nonce,
        _ffi.from_buffer(key),
    )
    return bytes(sealed)


def open_sealed(key: bytearray, nonce: bytes, sealed: bytes, bound: bytes) -> bytearray:
    """What `seal` sealed. Raises SealBroken."""
    secret = bytearray(max(0, len(sealed) - TAG_BYTES))
    refused = _lib.crypto_aead_xchacha20poly1305_ietf_decrypt(
        _ffi.from_buffer(secret),
        _ffi.NULL,
        _ffi.NULL,
        sealed,
        len(sealed),
        bound,
        len(bound),
        nonce,
        _ffi.from_buffer(key),
    )
    if refused:
        raise SealBroken
    return secret


def keyed_hash(key: bytearray, message: bytes, length: int) -> bytes:
    """BLAKE2b of a message under a key: nobody learns anything of the key from it."""
    digest, nothing = bytearray(length), bytes(16)
    given = (_ffi.from_buffer(digest), length, message, len(message), _ffi.from_buffer(key), len(key))
    _lib.crypto_generichash_blake2b_salt_personal(*given, nothing, nothing)
    return bytes(digest)


def wipe(secret: bytearray) -> None:
    """Overwrite a secret in place."""
    _lib.sodium_memzero(_ffi.from_buffer(secret), len(secret))
