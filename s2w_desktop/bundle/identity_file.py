"""A secret age key in a file that a passphrase protects, as `age` itself reads it: `age --decrypt -i recovery.age`."""

import pyrage

from s2w_desktop.bundle.age import Identity
from s2w_desktop.domain.errors import KeyFileDamaged, WrongPassphrase

_WRONG_PASSPHRASE = "decryption failed"  # noqa: S105  # what the library says, not a secret
_TOO_MUCH_WORK = "excessive work"
_TRIES = 5
"""The library measures how fast this machine is each time, and refuses files that seem to take far too long; a busy moment

makes it refuse its own.
"""


def lock_identity(identity: Identity, passphrase: str) -> bytes:
    """The file of an identity; scrypt makes each guess of the passphrase cost about a second."""
    content = f"# public key: {identity.recipient}\n{identity.text}\n"
    locked: bytes = pyrage.passphrase.encrypt(content.encode("ascii"), passphrase)
    return locked


def unlock_identity(untrusted_file: bytes, passphrase: str) -> Identity:
    """The identity of such a file. Raises WrongPassphrase or KeyFileDamaged."""
    try:
        content = _decrypted(untrusted_file, passphrase).decode("ascii")
    except pyrage.DecryptError as cause:
        raise (WrongPassphrase if _WRONG_PASSPHRASE in str(cause).lower() else KeyFileDamaged) from cause
    except UnicodeDecodeError as cause:
        raise KeyFileDamaged from cause
    secrets = [line for line in content.splitlines() if line and not line.startswith("#")]
    if len(secrets) != 1:
        raise KeyFileDamaged
    return Identity.parse(secrets[0])


def _decrypted(untrusted_file: bytes, passphrase: str) -> bytes:
    for _ in range(_TRIES - 1):
        try:
            found: bytes = pyrage.passphrase.decrypt(untrusted_file, passphrase)
        except pyrage.DecryptError as cause:
            if _TOO_MUCH_WORK not in str(cause).lower():
                raise
        else:
            return found
    last: bytes = pyrage.passphrase.decrypt(untrusted_file, passphrase)
    return last
