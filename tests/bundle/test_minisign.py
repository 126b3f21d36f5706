"""Signatures: ours, Debian's, and what must not pass as one."""

from pathlib import Path

import pytest

from s2w_desktop.bundle.minisign import (
    PublicKey,
    SigningKey,
    key_line,
    public_key_file,
    secret_key_file,
    verify,
)
from s2w_desktop.domain.errors import BadSignature, KeyFileDamaged
from tests.bundle.tools import run

DATA = b"a manifest\n"


def test_debians_minisign_verifies_what_we_sign(tmp_path: Path) -> None:
    key = SigningKey.generate()
    (tmp_path / "data").write_bytes(DATA)
    (tmp_path / "data.minisig").write_bytes(key.sign(DATA, "s2w-bundle/1 x"))
    (tmp_path / "key.pub").write_text(public_key_file(key.public_text))
    assert "Trusted comment: s2w-bundle/1 x" in run(["minisign", "-Vm", "data", "-p", "key.pub"], tmp_path)


def test_we_verify_what_debians_minisign_signs_with_our_key(tmp_path: Path) -> None:
    key = SigningKey.generate()
    (tmp_path / "data").write_bytes(DATA)
    (tmp_path / "key").write_text(secret_key_file(key.secret_text))
    run(["minisign", "-Sm", "data", "-s", "key", "-t", "a comment"], tmp_path)
    assert verify(key.public, DATA, (tmp_path / "data.minisig").read_bytes()) == "a comment"


def test_we_sign_with_a_key_that_debians_minisign_made(tmp_path: Path) -> None:
    run(["minisign", "-GW", "-p", "key.pub", "-s", "key"], tmp_path)
    key = SigningKey.parse(key_line((tmp_path / "key").read_text()))
    assert key.public_text == key_line((tmp_path / "key.pub").read_text())
    assert public_key_file(key.public_text) == (tmp_path / "key.pub").read_text()
    (tmp_path / "data").write_bytes(DATA)
    (tmp_path / "data.minisig").write_bytes(key.sign(DATA, "a comment"))
    run(["minisign", "-Vm", "data", "-p", "key.pub"], tmp_path)


def test_a_key_number_is_written_as_minisign_writes_it() -> None:
    key = SigningKey(key_id=bytes.fromhex("d477d0beab35450a"), seed=bytes(32))
    assert public_key_file(key.public_text).splitlines()[0] == "untrusted comment: minisign public key A4535ABBED077D4"


def test_keys_come_back_from_their_text_and_equal_input_gives_equal_signatures() -> None:
    key = SigningKey.generate()
    again = SigningKey.parse(key.secret_text)
    assert again.sign(DATA, "c") == key.sign(DATA, "c")
    assert PublicKey.parse(key.public_text) == key.public
    assert key.secret_text not in repr(key)


def test_every_changed_bit_of_a_signature_is_seen() -> None:
    key = SigningKey.generate()
    signature = key.sign(DATA, "a comment")
    start = signature.index(b"\n") + 1  # the first line is an untrusted comment
    for place in range(start, len(signature)):
        for bit in (1, 32):
            changed = bytearray(signature)
            changed[place] ^= bit
            with pytest.raises(BadSignature):
                verify(key.public, DATA, bytes(changed))


def test_other_data_and_other_keys_do_not_verify() -> None:
    key = SigningKey.generate()
    signature = key.sign(DATA, "a comment")
    with pytest.raises(BadSignature):
        verify(key.public, DATA + b" ", signature)
    with pytest.raises(BadSignature):
        verify(SigningKey.generate().public, DATA, signature)
    with pytest.raises(BadSignature):
        verify(key.public, DATA, signature.replace(b"\nRU", b"\nRW"))


def test_a_comment_is_one_line() -> None:
    with pytest.raises(ValueError, match="one line"):
        SigningKey.generate().sign(DATA, "two\nlines")


@pytest.mark.parametrize("text", ["", "x", "RWQ", "é" * 56, "A" * 56])
def test_a_damaged_key_is_refused(text: str) -> None:
    with pytest.raises(KeyFileDamaged):
        PublicKey.parse(text)
    with pytest.raises(KeyFileDamaged):
        SigningKey.parse(text)


def test_a_secret_key_whose_halves_differ_is_refused() -> None:
    one, other = SigningKey.generate(), SigningKey.generate()
    with pytest.raises(KeyFileDamaged):
        SigningKey.parse(one.secret_text[:100] + other.secret_text[100:])
