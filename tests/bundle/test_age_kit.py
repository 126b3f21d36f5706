"""The 143 vectors of the age project, against our reader and against pyrage below it.

`tests/golden/age-kit.tsv` says of each what the kit expects, what our reader says, and what pyrage says, with the reason where
one of them is not what the kit expects. Whatever changes there, by us or by an update of pyrage, is seen here first.
"""

import hashlib
import io
import zlib
from dataclasses import dataclass
from pathlib import Path

import pyrage
import pytest
from pyrage import passphrase, x25519

from s2w_desktop.bundle import age
from s2w_desktop.bundle.age import Identity
from s2w_desktop.domain.errors import S2wError
from tests.bundle.making import HQ_IDENTITY

KIT = Path(__file__).parents[3] / "shared" / "reference" / "age-testkit"
TABLE = Path(__file__).parents[1] / "golden" / "age-kit.tsv"
NOT_RUN = "not run"
"""scrypt_work_factor_23: pyrage would take 8 GiB of memory for it. Our reader takes no passphrase, and refuses it unseen."""
SECRET_KEY = "AGE-SECRET-KEY-1"
USUAL = {
    "success": ("success", "success"),
    "no match": ("WrongRecipient", "no match"),
    "HMAC failure": ("BundleDamaged", "header"),
    "header failure": ("BundleDamaged", "header"),
    "armor failure": ("NotABundle", "header"),
    "payload failure": ("BundleDamaged", "payload"),
}
"""What our reader and pyrage say to each expectation, unless the table gives a reason for another word."""
POLICY = {"NotABundle", "NewerFormat"}
"""Refused before anything of the file is decrypted: not a form that a bundle can have."""


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    name: str
    expected: str
    ours: str
    pyrage: str
    reason: str


@dataclass(frozen=True)
class Vector:
    """A file of the kit, taken apart."""

    facts: dict[str, str]
    identities: tuple[str, ...]
    body: bytes


def rows() -> list[Row]:
    return [Row(*line.split("\t")) for line in TABLE.read_text(encoding="utf-8").splitlines()]


def vector(name: str) -> Vector:
    if not KIT.is_dir():
        pytest.skip("the age test kit is not beside this repository")
    head, _, body = (KIT / name).read_bytes().partition(b"\n\n")
    pairs = [line.partition(": ")[::2] for line in head.decode("utf-8").splitlines()]
    facts = dict(pairs)
    body = zlib.decompress(body) if facts.get("compressed") == "zlib" else body
    return Vector(facts, tuple(value for key, value in pairs if key == "identity"), body)


def said_by_our_reader(found: Vector, released: io.BytesIO) -> str:
    """With the identities of the vector that are X25519, or with one of ours where it has none."""
    known = [Identity.parse(text) for text in found.identities if text.startswith(SECRET_KEY)]
    try:
        age.decrypt(io.BytesIO(found.body), released.write, known or [HQ_IDENTITY])
    except S2wError as failure:
        return type(failure).__name__
    return "success"


def said_by_pyrage(found: Vector, released: io.BytesIO) -> str:
    try:
        if "passphrase" in found.facts:
            released.write(passphrase.decrypt(found.body, found.facts["passphrase"]))
        else:
            pyrage.decrypt_io(io.BytesIO(found.body), released, [x25519.Identity.from_str(text) for text in found.identities])
    except pyrage.IdentityError:
        return "identity"
    except pyrage.DecryptError as failure:
        return "no match" if str(failure) in {"No matching keys found", "Decryption failed"} else "header"
    except OSError:
        return "payload"
    return "success"


def may_be_released(found: Vector, released: io.BytesIO) -> bool:
    """Whether what came out is what the kit allows to come out, up to the place where the file proves to be wrong."""
    promised = found.facts.get("payload", hashlib.sha256(b"").hexdigest())
    return hashlib.sha256(released.getvalue()).hexdigest() == promised


def name_of(row: Row) -> str:
    return row.name


@pytest.mark.parametrize("row", rows(), ids=name_of)
def test_each_vector_of_the_age_project_comes_out_as_the_table_says(row: Row) -> None:
    found, released = vector(row.name), io.BytesIO()
    assert found.facts["expect"] == row.expected
    assert said_by_our_reader(found, released) == row.ours
    if row.ours in POLICY:
        assert not released.getvalue()
    else:
        assert may_be_released(found, released)


@pytest.mark.parametrize("row", [row for row in rows() if row.pyrage != NOT_RUN], ids=name_of)
def test_pyrage_below_our_reader_is_still_the_one_that_was_looked_at(row: Row) -> None:
    found, released = vector(row.name), io.BytesIO()
    assert said_by_pyrage(found, released) == row.pyrage
    if (row.pyrage == "success") == (row.expected == "success"):
        assert may_be_released(found, released)


def test_the_table_names_every_vector_once() -> None:
    names = [row.name for row in rows()]
    assert len(set(names)) == len(names) == 143
    if not KIT.is_dir():
        pytest.skip("the age test kit is not beside this repository")
    assert sorted(names) == sorted(path.name for path in KIT.iterdir() if path.suffix != ".md")


def test_every_deviation_has_its_reason_and_none_lets_more_through() -> None:
    for row in rows():
        is_usual = USUAL[row.expected] == (row.ours, row.pyrage)
        assert is_usual is (row.reason == ""), row
        assert row.ours != "success" or row.expected == "success", row


def test_the_deviations_of_pyrage_are_the_known_ones() -> None:
    lenient = {row.name for row in rows() if row.pyrage == "success" and row.expected != "success"}
    unsupported = {row.name for row in rows() if row.pyrage == "identity"}
    strict = {row.name for row in rows() if row.expected == "success" and row.pyrage not in {"success", "identity"}}
    assert lenient == {"stanza_missing_body", "stanza_missing_final_line"}
    assert {row.name for row in rows() if row.pyrage == NOT_RUN} == {"scrypt_work_factor_23"}
    assert len(unsupported) == 19
    assert all("hybrid" in name for name in unsupported)
    assert strict == {"armor_whitespace_outside"}
