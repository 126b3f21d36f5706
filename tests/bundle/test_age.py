"""The outer layer: what is written comes back, and what is not for us or no bundle is told. The vectors are in test_age_kit."""

import io
from collections.abc import Callable, Iterator

import pytest

from s2w_desktop.bundle import age
from s2w_desktop.bundle.age import Identity, check_recipient
from s2w_desktop.domain.errors import DiskFull, KeyFileDamaged, NotABundle, WrongRecipient
from tests.bundle.making import HQ_IDENTITY, RECIPIENTS, encrypt


def test_what_was_encrypted_comes_back_whatever_the_pieces() -> None:
    content = bytes(range(256)) * 1000
    pieces: list[bytes] = []
    age.encrypt((content[at : at + 999] for at in range(0, len(content), 999)), pieces.append, RECIPIENTS)
    found: list[bytes] = []
    age.decrypt(io.BytesIO(b"".join(pieces)), found.append, [HQ_IDENTITY])
    assert b"".join(found) == content


def test_the_size_of_a_file_never_exceeds_what_was_foreseen() -> None:
    keys = [Identity.generate().recipient for _ in range(4)]
    for size in (0, 1, 65_535, 65_536, 65_537, 200_000):
        assert len(encrypt(bytes(size), keys)) <= age.sealed_size(size)


def test_somebody_elses_file_is_told_from_a_damaged_one() -> None:
    with pytest.raises(WrongRecipient):
        age.decrypt(io.BytesIO(encrypt(b"hello")), lambda _data: None, [Identity.generate()])


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"\x00" * 5000, b"-----BEGIN AGE ENCRYPTED FILE-----\n"])
def test_other_files_are_no_bundles(raw: bytes) -> None:
    with pytest.raises(NotABundle):
        age.read_header(io.BytesIO(raw))


def test_a_file_for_five_keys_is_no_bundle() -> None:
    header = (
        b"age-encryption.org/v1\n" + (b"-> X25519 " + b"a" * 43 + b"\n" + b"b" * 43 + b"\n") * 5 + b"--- " + b"c" * 43 + b"\n"
    )
    with pytest.raises(NotABundle):
        age.read_header(io.BytesIO(header))


@pytest.mark.parametrize("count", [0, 5])
def test_only_one_to_four_recipients_are_written(count: int) -> None:
    with pytest.raises(ValueError, match="one to four"):
        encrypt(b"", [Identity.generate().recipient for _ in range(count)])


class Filling:
    """A medium that takes so many writes."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, _data: bytes) -> None:
        if not self.room:
            raise DiskFull
        self.room -= 1


@pytest.mark.parametrize("size", [0, 1, 1000, 65_536, 200_000])
def test_a_failure_of_any_write_comes_out_unchanged_the_last_one_too(size: int) -> None:
    sealed = encrypt(bytes(size))
    works: list[Callable[[Callable[[bytes], None]], None]] = [
        lambda write: age.encrypt([bytes(size)], write, RECIPIENTS),
        lambda write: age.decrypt(io.BytesIO(sealed), write, [HQ_IDENTITY]),
    ]
    for work in works:
        counting = Filling(10_000)
        work(counting.write)
        needed = 10_000 - counting.room
        for room in range(needed):
            with pytest.raises(DiskFull):
                work(Filling(room).write)


def test_the_sources_own_failure_comes_out_unchanged() -> None:
    def pieces() -> Iterator[bytes]:
        yield b"x"
        raise LookupError

    with pytest.raises(LookupError):
        age.encrypt(pieces(), lambda _data: None, RECIPIENTS)


def test_a_secret_key_does_not_show_itself() -> None:
    identity = Identity.generate()
    assert identity.text not in repr(identity)
    assert Identity.parse(identity.text).recipient == identity.recipient


@pytest.mark.parametrize("text", ["", "age1", "ssh-ed25519 AAAA", "age1pq1aaaa", "AGE-SECRET-KEY-1QQ"])
def test_only_x25519_keys_are_taken(text: str) -> None:
    with pytest.raises(KeyFileDamaged):
        check_recipient(text)
    with pytest.raises(KeyFileDamaged):
        Identity.parse(text)
