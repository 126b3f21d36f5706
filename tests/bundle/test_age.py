"""The outer layer, against the vectors of the age project and against damage of every kind."""

import hashlib
import io
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from s2w_desktop.bundle import age
from s2w_desktop.bundle.age import Identity, check_recipient
from s2w_desktop.domain.errors import DiskFull, KeyFileDamaged, NotABundle, S2wError, WrongRecipient
from tests.bundle.making import HQ_IDENTITY, RECIPIENTS, encrypt

KIT = Path(__file__).parents[3] / "shared" / "reference" / "age-testkit"
STRICTER = {"stanza_empty_body", "stanza_empty_last_line", "stanza_valid_characters", "x25519_grease"}
"""Vectors that are sound age files, but for recipients that a bundle never has."""
SUPPORTED_IDENTITY = "AGE-SECRET-KEY-1"


def vectors() -> list[Path]:
    """Binary files for X25519 identities; the rest of the kit is about armor, passphrases and later kinds of keys."""
    return sorted(path for path in KIT.glob("*[!.md]") if is_relevant(path)) if KIT.is_dir() else []


def is_relevant(path: Path) -> bool:
    facts, identities, _ = taken_apart(path)
    return not {"armored", "passphrase"} & facts.keys() and all(one.startswith(SUPPORTED_IDENTITY) for one in identities)


def taken_apart(path: Path) -> tuple[dict[str, str], list[str], bytes]:
    head, _, body = path.read_bytes().partition(b"\n\n")
    pairs = [line.partition(": ")[::2] for line in head.decode("utf-8").splitlines()]
    facts = dict(pairs)
    body = zlib.decompress(body) if facts.get("compressed") == "zlib" else body
    return facts, [value for key, value in pairs if key == "identity"], body


@pytest.mark.parametrize("path", vectors() or [None], ids=lambda path: path.name if path else "absent")
def test_the_vectors_of_the_age_project_come_out_as_they_say(path: Path | None) -> None:
    if path is None:
        pytest.skip("the age test kit is not beside this repository")
    facts, identities, body = taken_apart(path)
    pieces: list[bytes] = []
    if facts["expect"] == "success" and path.name not in STRICTER:
        age.decrypt(io.BytesIO(body), pieces.append, [Identity.parse(text) for text in identities])
        assert hashlib.sha256(b"".join(pieces)).hexdigest() == facts["payload"]
        return
    with pytest.raises(NotABundle if path.name in STRICTER else S2wError):
        age.decrypt(io.BytesIO(body), pieces.append, [Identity.parse(text) for text in identities])


def test_the_kit_has_the_vectors_we_count_on() -> None:
    if not KIT.is_dir():
        pytest.skip("the age test kit is not beside this repository")
    assert len(vectors()) >= 60
    assert {path.name for path in vectors()} >= STRICTER


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
