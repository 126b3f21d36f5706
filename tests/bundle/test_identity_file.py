"""A secret key behind a passphrase."""

import pytest

from s2w_desktop.bundle.age import Identity
from s2w_desktop.bundle.identity_file import lock_identity, unlock_identity
from s2w_desktop.domain.errors import KeyFileDamaged, WrongPassphrase

IDENTITY = Identity.generate()
PASSPHRASE = "six words that nobody else says"


@pytest.fixture(scope="module")
def locked() -> bytes:
    return lock_identity(IDENTITY, PASSPHRASE)


def test_the_passphrase_gives_the_key_back(locked: bytes) -> None:
    assert unlock_identity(locked, PASSPHRASE).text == IDENTITY.text
    assert IDENTITY.text.encode() not in locked


def test_another_passphrase_does_not(locked: bytes) -> None:
    with pytest.raises(WrongPassphrase):
        unlock_identity(locked, "six words")


@pytest.mark.parametrize("raw", [b"", b"x"], ids=["empty", "a letter"])
def test_what_is_no_such_file_is_told(raw: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        unlock_identity(raw, PASSPHRASE)


@pytest.mark.parametrize("end", [40, -1], ids=["the head", "cut"])
def test_a_file_that_was_cut_is_told(locked: bytes, end: int) -> None:
    with pytest.raises(KeyFileDamaged):
        unlock_identity(locked[:end], PASSPHRASE)
