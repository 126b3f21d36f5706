"""The same passphrase with the same salt is worked out once in a test run, not at each unlocking.

A derivation takes a tenth of a second by intent. Most tests unlock copies of a store that was made once, so they ask for what was
asked before. What is kept is what the real function returned; the calibration, which measures its time, always works.
"""

from typing import Final

from s2w_desktop.storage import sodium

_CALIBRATION_SALT: Final = bytes(sodium.SALT_BYTES)
_really = sodium.argon2id
_derived: Final[dict[tuple[bytes, bytes, int, int], bytes]] = {}


def _once(passphrase: bytes, salt: bytes, *, passes: int, memory_bytes: int) -> bytearray:
    if salt == _CALIBRATION_SALT:
        return _really(passphrase, salt, passes=passes, memory_bytes=memory_bytes)
    asked = (passphrase, bytes(salt), passes, memory_bytes)
    if asked not in _derived:
        _derived[asked] = bytes(_really(passphrase, salt, passes=passes, memory_bytes=memory_bytes))
    return bytearray(_derived[asked])


def derive_once() -> None:
    """From now on, in this process."""
    sodium.argon2id = _once
