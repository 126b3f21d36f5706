"""A secret key behind a passphrase."""

import pytest

from s2w_desktop.bundle.age import Identity
from s2w_desktop.bundle.identity_file import lock_identity, unlock_identity
from s2w_desktop.domain.errors import KeyFileDamaged, WrongPassphrase

IDENTITY = Identity.generate()
LOCKED = lock_identity(IDENTITY, "six words that nobody else says")


def test_the_passphrase_gives_the_key_back() -> None:
    assert unlock_identity(LOCKED, "six words that nobody else says").text == IDENTITY.text
    assert IDENTITY.text.encode() not in LOCKED


def test_another_passphrase_does_not() -> None:
    with pytest.raises(WrongPassphrase):
        unlock_identity(LOCKED, "six words")


@pytest.mark.parametrize("raw", [b"", b"x", LOCKED[:40], LOCKED[:-1]], ids=["empty", "a letter", "the head", "cut"])
def test_a_damaged_file_is_told(raw: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        unlock_identity(raw, "six words that nobody else says")
