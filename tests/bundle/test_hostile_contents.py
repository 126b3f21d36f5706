"""Bundles that an enrolled device signed, and that are hostile all the same: each is refused whole, or line by line."""

import gzip
import hashlib
import json
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from s2w_desktop.bundle import tar
from s2w_desktop.bundle.limits import KIB, MIB
from s2w_desktop.bundle.minisign import SigningKey, key_line
from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.canonical import Plain, canonical
from s2w_desktop.domain.errors import (
    BadSignature,
    BundleDamaged,
    BundleTooLarge,
    NewerFormat,
    S2wError,
    TrainingBundle,
    UnknownSender,
    WrongKind,
    WrongRecipient,
)
from tests.bundle.making import GOLDEN, HQ, Stored, decrypt, encrypt, forge, packed, read, revision, revision_lines

GOOD = list(revision_lines(3))
STRANGER = SigningKey.parse(key_line((GOLDEN / "stranger.key").read_text(encoding="ascii")))
DEVICE_LINE = key_line((GOLDEN / "device.key").read_text(encoding="ascii"))
Change = Callable[[dict[str, Any]], None]


def lines_of(middle: bytes) -> bytes:
    """A bundle of three lines; the middle one is the hostile one."""
    return forge(members=[packed([GOOD[0], middle, GOOD[2]])], records=3)


def changed(**fields: object) -> bytes:
    """A good line with other fields, in canonical form."""
    plain: dict[str, Any] = {**json.loads(GOOD[1]), **fields}
    return canonical(plain)


def without(key: str) -> bytes:
    plain = json.loads(GOOD[1])
    del plain[key]
    return canonical(plain)


def with_answers(**answers: Plain) -> bytes:
    """A line whose digests are right and whose answers are not."""
    return revision_line(revision(2, {name.replace("__", "."): value for name, value in answers.items()}))


DEEP = b'{"a":' * 33 + b"1" + b"}" * 33
HOSTILE_LINES = {
    "nothing": (b"", "not_json"),
    "not utf-8": (b'{"a":"\xff"}', "not_utf8"),
    "utf-8 of a surrogate": (b'{"a":"\xed\xa0\x80"}', "not_utf8"),
    "overlong utf-8": (b'{"a":"\xc0\x80"}', "not_utf8"),
    "a mark of byte order": (b"\xef\xbb\xbf" + GOOD[1], "not_json"),
    "no JSON": (b"{", "not_json"),
    "a list": (b"[]", "not_json"),
    "two objects": (b"{}{}", "not_json"),
    "33 levels": (DEEP, "too_deep"),
    "33 levels behind brackets in texts": (b'{"0":"]]]]}}}}[[[[",' + DEEP[1:], "too_deep"),
    "100,000 levels": (b"[" * 100_000, "too_deep"),
    "a number that overflows": (b'{"a":1e99999}', "not_json"),
    "a fraction": (b'{"a":1.5}', "not_json"),
    "NaN": (b'{"a":NaN}', "not_json"),
    "minus infinity": (b'{"a":-Infinity}', "not_json"),
    "a whole number of 65 bits": (b'{"a":18446744073709551616}', "not_json"),
    "a number of 100,000 digits": (b'{"a":' + b"9" * 100_000 + b"}", "not_json"),
    "a lone surrogate": (GOOD[1].replace(b'"Example"', b'"\\ud800"'), "not_clean"),
    "NUL": (GOOD[1].replace(b'"Example"', b'"\\u0000"'), "not_clean"),
    "not NFC": (GOOD[1].replace(b'"Example"', b'"e\xcc\x81"'), "not_clean"),
    "a key twice": (GOOD[1].replace(b'"epoch":1,', b'"epoch":2,"epoch":1,'), "not_canonical"),
    "an answer twice": (GOOD[1].replace(b'"set":{', b'"set":{"session.stage":"PRE",', 1), "not_canonical"),
    "a space": (GOOD[1].replace(b'"epoch":1', b'"epoch": 1'), "not_canonical"),
    "a needless escape": (GOOD[1].replace(b"Example", b"\\u0045xample"), "not_canonical"),
    "minus nothing": (GOOD[1].replace(b'"epoch":1', b'"epoch":-0'), "not_canonical"),
    "keys out of order": (b'{"type":"revision",' + GOOD[1][1:-19] + b"}", "not_canonical"),
    "an unknown type": (b'{"type":"spell"}', "unknown_type"),
    "no type": (b"{}", "unknown_type"),
    "a type that is a list": (b'{"type":[]}', "unknown_type"),
    "a receipt among profiles": (
        b'{"profile":"0190f3a1-0000-7000-8000-000000000000","type":"conflict"}',
        "wrong_type",
    ),
    "a field missing": (without("officer"), "bad_shape"),
    "a field too many": (changed(extra=1), "bad_shape"),
    "true for a number": (changed(epoch=True), "bad_shape"),
    "number nought": (changed(lseq=0), "bad_shape"),
    "an id in capitals": (changed(device=json.loads(GOOD[1])["device"].upper()), "bad_shape"),
    "an id with a line end": (changed(id=json.loads(GOOD[1])["id"] + "\n"), "bad_shape"),
    "its own parent": (changed(parents=[json.loads(GOOD[1])["id"]]), "bad_shape"),
    "parents that are a text": (changed(parents="abc"), "bad_shape"),
    "parents out of order": (
        changed(parents=["0190f3a1-0000-7000-8000-000000000002", "0190f3a1-0000-7000-8000-000000000001"]),
        "bad_shape",
    ),
    "a protected part alone": (without("open"), "bad_shape"),
    "a part that is null": (changed(open=None), "bad_shape"),
    "a part without salt": (changed(open={"set": {}}), "bad_shape"),
    "an answer changed": (GOOD[1].replace(b"tailor", b"sailor"), "bad_digest"),
    "a digest changed": (changed(open_digest="0" * 64), "bad_digest"),
    "a field nobody asked": (with_answers(identity__shoe_size="42"), "bad_answer"),
    "a code not in the list": (with_answers(session__stage="MOON"), "bad_answer"),
    "an answer of the wrong type": (with_answers(identity__given_names={"a": "b"}), "bad_answer"),
}


@pytest.mark.parametrize("name", HOSTILE_LINES)
def test_a_hostile_line_is_refused_and_its_neighbours_go_through(name: str) -> None:
    line, reason = HOSTILE_LINES[name]
    collected = read(lines_of(line))
    assert collected.rejects == [(2, reason)]
    assert collected.lines == [GOOD[0], GOOD[2]]
    assert collected.numbers == [1, 3]


def test_a_line_of_exactly_the_limit_is_read_and_one_byte_more_is_not() -> None:
    most = b'{"a":"' + b"x" * (256 * KIB - 8) + b'"}'
    assert len(most) == 256 * KIB
    assert read(lines_of(most)).rejects == [(2, "unknown_type")]
    assert read(lines_of(most.replace(b"x", b"xx", 1))).rejects == [(2, "too_long")]
    assert read(lines_of(most * 40)).rejects == [(2, "too_long")]


def test_exactly_32_levels_are_read() -> None:
    assert read(lines_of(b'{"a":' * 32 + b"1" + b"}" * 32)).rejects == [(2, "unknown_type")]


def test_a_last_line_without_its_end_is_refused() -> None:
    collected = read(forge(members=[packed(GOOD, end=b"")], records=3))
    assert collected.rejects == [(3, "cut")]


def test_revisions_of_a_later_questionnaire_are_kept_unread() -> None:
    line = revision_line(revision(2, {"identity.shoe_size": "42"}, schema=99))
    assert read(lines_of(line)).lines == [GOOD[0], line, GOOD[2]]


def bomb(size: int) -> bytes:
    return gzip.compress(bytes(size), 9, mtime=0)


def members_changed(change: Change) -> Change:
    return lambda manifest: change(manifest["members"][1])


def told(**fields: object) -> Change:
    return lambda manifest: manifest.update(fields)


def counted(**fields: object) -> Change:
    return lambda manifest: manifest["counts"].update(fields)


def header(name: bytes = b"x", kind: bytes = b"0", size: int = 0, **places: bytes) -> bytes:
    """A tar header of any kind, with a right checksum."""
    block = bytearray(tar.header("x", size))
    block[:100] = name.ljust(100, b"\0")
    block[156:157] = kind
    for place, value in places.items():
        block[int(place[1:]) : int(place[1:]) + len(value)] = value
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


def before_the_rest(block: bytes) -> bytes:
    return forge(members=[packed(GOOD)], records=3, stream=lambda inside: block + inside)


def first_header(change: Callable[[bytes], bytes]) -> bytes:
    """The header of README.txt changed, its checksum made right again."""

    def stream(inside: bytes) -> bytes:
        block = bytearray(change(inside[:512]))
        block[148:156] = b" " * 8
        block[148:156] = b"%06o\0 " % sum(block)
        return bytes(block) + inside[512:]

    return forge(members=[packed(GOOD)], records=3, stream=stream)


def sound(**how: object) -> bytes:
    """A bundle of three good lines, with whatever is asked to be wrong."""
    arguments: dict[str, Any] = {"members": [packed(GOOD)], "records": 3, **how}
    return forge(**arguments)


BLOB = b"picture"
BLOB_NAME = f"blobs/{hashlib.sha256(BLOB).hexdigest()}"
HOSTILE_BUNDLES: dict[str, tuple[Callable[[], bytes], type[S2wError]]] = {
    "a bomb behind a small claim": (
        lambda: sound(members=[Stored("records-0001.jsonl.gz", bomb(60 * MIB), 100)]),
        BundleDamaged,
    ),
    "a claim over 64 MiB": (lambda: sound(manifest=members_changed(lambda m: m.update(raw_size=64 * MIB + 1))), BundleTooLarge),
    "a raw size one too small": (
        lambda: sound(manifest=members_changed(lambda m: m.update(raw_size=m["raw_size"] - 1))),
        BundleDamaged,
    ),
    "a raw size one too large": (
        lambda: sound(manifest=members_changed(lambda m: m.update(raw_size=m["raw_size"] + 1))),
        BundleDamaged,
    ),
    "a negative raw size": (lambda: sound(manifest=members_changed(lambda m: m.update(raw_size=-1))), BundleDamaged),
    "a digest of something else": (lambda: sound(manifest=members_changed(lambda m: m.update(sha256="0" * 64))), BundleDamaged),
    "a size of something else": (lambda: sound(manifest=members_changed(lambda m: m.update(size=1))), BundleDamaged),
    "a member not named": (lambda: sound(manifest=lambda m: m["members"].pop()), BundleDamaged),
    "a member named twice": (lambda: sound(manifest=lambda m: m["members"].append(m["members"][1])), BundleDamaged),
    "two gzip files in one": (
        lambda: sound(members=[Stored("records-0001.jsonl.gz", bomb(5) + bomb(5), 10)]),
        BundleDamaged,
    ),
    "bytes after the gzip file": (
        lambda: sound(members=[Stored("records-0001.jsonl.gz", bomb(5) + b"x", 5)]),
        BundleDamaged,
    ),
    "a gzip file that is cut": (lambda: sound(members=[Stored("records-0001.jsonl.gz", bomb(5)[:-1], 5)]), BundleDamaged),
    "zlib instead of gzip": (
        lambda: sound(members=[Stored("records-0001.jsonl.gz", zlib.compress(b"{}\n"), 3)]),
        BundleDamaged,
    ),
    "more lines than counted": (lambda: sound(records=2), BundleDamaged),
    "fewer lines than counted": (lambda: sound(records=4), BundleDamaged),
    "three million records": (lambda: sound(records=3_000_000), BundleTooLarge),
    "revisions that are none": (lambda: sound(manifest=counted(revisions=7)), BundleDamaged),
    "blobs that are none": (lambda: sound(manifest=counted(blobs=1)), BundleDamaged),
    "a blob under another's name": (
        lambda: sound(members=[packed(GOOD), Stored("blobs/" + "0" * 64, BLOB, len(BLOB))], manifest=counted(blobs=1)),
        BundleDamaged,
    ),
    "a blob before the records": (
        lambda: sound(members=[Stored(BLOB_NAME, BLOB, len(BLOB)), packed(GOOD)], manifest=counted(blobs=1)),
        BundleDamaged,
    ),
    "no readme": (lambda: sound(readme=False), BundleDamaged),
    "a readme of a megabyte": (
        lambda: sound(readme=False, members=[Stored("README.txt", bytes(MIB), MIB), packed(GOOD)]),
        BundleTooLarge,
    ),
    "records that begin with 2": (lambda: sound(members=[packed(GOOD, number=2)]), BundleDamaged),
    "records twice": (lambda: sound(members=[packed(GOOD), packed(GOOD)]), BundleDamaged),
    "a stray name": (lambda: sound(members=[packed(GOOD), Stored("notes.txt", b"", 0)]), BundleDamaged),
    "a way out": (lambda: sound(members=[packed(GOOD), Stored("../../etc/passwd", b"", 0)]), BundleDamaged),
    "an absolute name": (lambda: sound(members=[packed(GOOD), Stored("/etc/passwd", b"", 0)]), BundleDamaged),
    "a member after the signature": (lambda: sound(tail=[Stored("README.txt", b"", 0)]), BundleDamaged),
    "a second signature": (lambda: sound(tail=[Stored("manifest.json.minisig", b"", 0)]), BundleDamaged),
    "a symbolic link": (lambda: before_the_rest(header(b"README.txt", b"2", p157=b"/etc/passwd")), BundleDamaged),
    "a hard link": (lambda: before_the_rest(header(b"README.txt", b"1", p157=b"x")), BundleDamaged),
    "a folder": (lambda: before_the_rest(header(b"README.txt", b"5")), BundleDamaged),
    "a device": (lambda: before_the_rest(header(b"README.txt", b"3")), BundleDamaged),
    "a pax header": (lambda: before_the_rest(header(b"README.txt", b"x")), BundleDamaged),
    "a global pax header": (lambda: before_the_rest(header(b"README.txt", b"g")), BundleDamaged),
    "a GNU long name": (lambda: before_the_rest(header(b"README.txt", b"L")), BundleDamaged),
    "a sparse file": (lambda: before_the_rest(header(b"README.txt", b"S")), BundleDamaged),
    "a GNU header": (lambda: first_header(lambda block: block[:257] + b"ustar  \0" + block[265:]), BundleDamaged),
    "a name with a prefix": (lambda: first_header(lambda block: block[:345] + b"etc" + block[348:]), BundleDamaged),
    "a name after its end": (lambda: first_header(lambda block: block[:11] + b"x" + block[12:]), BundleDamaged),
    "a size in base 256": (
        lambda: first_header(lambda block: block[:124] + b"\x80" + bytes(10) + b"\x01" + block[136:]),
        BundleDamaged,
    ),
    "a size of 8 GiB": (lambda: first_header(lambda block: block[:124] + b"77777777777\0" + block[136:]), BundleTooLarge),
    "a wrong checksum": (lambda: sound(stream=lambda inside: inside[:148] + b"000000\0 " + inside[156:]), BundleDamaged),
    "filling that speaks": (lambda: sound(stream=lambda inside: inside[:1535] + b"x" + inside[1536:]), BundleDamaged),
    "no end": (lambda: sound(pad=False), BundleDamaged),
    "a padding that speaks": (lambda: encrypt(decrypt(sound())[:-1] + b"x"), BundleDamaged),
    "a padding too long": (lambda: encrypt(decrypt(sound()) + bytes(512)), BundleDamaged),
    "a padding too short": (lambda: encrypt(decrypt(sound())[:-512]), BundleDamaged),
    "nothing inside": (lambda: encrypt(b""), BundleDamaged),
    "zeros inside": (lambda: encrypt(bytes(1024)), BundleDamaged),
    "a manifest over its limit": (lambda: sound(spelled=lambda raw: raw.ljust(256 * KIB + 1)), BundleTooLarge),
    "a manifest with a key twice": (lambda: sound(spelled=lambda raw: b'{"app":"2",' + raw[1:]), BundleDamaged),
    "a manifest with NaN": (lambda: sound(spelled=lambda raw: b'{"a":NaN,' + raw[1:]), BundleDamaged),
    "a manifest too deep": (lambda: sound(spelled=lambda raw: b'{"a":' + b"[" * 50_000 + raw), BundleDamaged),
    "a manifest that is a list": (lambda: sound(spelled=lambda _raw: b"[]"), BundleDamaged),
    "a manifest with NUL": (lambda: sound(manifest=told(organisation="a\0b")), BundleDamaged),
    "a format of tomorrow": (lambda: sound(manifest=told(format="s2w-bundle/2")), NewerFormat),
    "a format of nowhere": (lambda: sound(manifest=told(format="zip")), BundleDamaged),
    "a kind of tomorrow": (lambda: sound(manifest=told(kind="prophecy")), WrongKind),
    "a kind that is a list": (lambda: sound(manifest=told(kind=[])), BundleDamaged),
    "a kind for others": (lambda: sound(manifest=told(kind="reference")), WrongRecipient),
    "an enrolment with three records": (lambda: sound(manifest=told(kind="enrol")), BundleDamaged),
    "a number as text": (lambda: sound(manifest=told(seq="1")), BundleDamaged),
    "number nought": (lambda: sound(manifest=told(seq=0)), BundleDamaged),
    "true for a number": (lambda: sound(manifest=told(epoch=True)), BundleDamaged),
    "an id that is no uuid7": (lambda: sound(manifest=told(bundle="0190f3a1-1111-4222-8333-444444444444")), BundleDamaged),
    "a thirteenth month": (lambda: sound(manifest=told(created="2026-13-01T00:00:00Z")), BundleDamaged),
    "no counts": (lambda: sound(manifest=lambda m: m.pop("counts")), BundleDamaged),
    "a tombstone that never came": (lambda: sound(manifest=counted(tombstones=1)), BundleDamaged),
    "a revision too few counted": (lambda: sound(manifest=counted(revisions=2)), BundleDamaged),
    "heard of nobody": (lambda: sound(manifest=told(heard=[{"device": "x", "epoch": 1, "seq": 1}])), BundleDamaged),
    "heard of too many": (
        lambda: sound(manifest=told(heard=[{"device": str(HQ), "epoch": 1, "seq": n} for n in range(1, 10)])),
        BundleDamaged,
    ),
    "another's device": (lambda: sound(manifest=told(device="0190f3a1-1111-4222-8333-444444444444")), UnknownSender),
    "for somebody else": (lambda: sound(manifest=told(to=["0" * 32])), WrongRecipient),
    "for nobody": (lambda: sound(manifest=told(to=[])), WrongRecipient),
    "for another device": (lambda: sound(manifest=told(to_device="0190f3a1-1111-4222-8333-444444444444")), WrongRecipient),
    "not training": (lambda: sound(manifest=told(training=False)), TrainingBundle),
    "signed by a stranger": (lambda: sound(key=STRANGER), UnknownSender),
    "a stranger under a known number": (
        lambda: sound(key=SigningKey(key_id=SigningKey.parse(DEVICE_LINE).public.key_id, seed=bytes(32))),
        BadSignature,
    ),
    "another comment": (lambda: sound(comment="s2w-bundle/1 another"), BadSignature),
    "no signature": (lambda: sound(signature=lambda _signed: b""), BadSignature),
    "a signature with more lines": (lambda: sound(signature=lambda signed: signed + b"\n"), BadSignature),
}


@pytest.mark.parametrize("name", HOSTILE_BUNDLES)
def test_a_hostile_bundle_is_refused_for_what_it_is(name: str) -> None:
    make, failure = HOSTILE_BUNDLES[name]
    raw = make()
    with pytest.raises(S2wError) as caught:
        read(raw)
    assert type(caught.value) is failure


def test_the_forge_makes_sound_bundles_when_nothing_is_wrong() -> None:
    raw = sound(members=[packed(GOOD), Stored(BLOB_NAME, BLOB, len(BLOB))], manifest=counted(blobs=1))
    assert read(raw).lines == GOOD


def test_fields_of_a_later_manifest_are_ignored() -> None:
    assert read(sound(manifest=told(mood="fine"))).lines == GOOD


def test_a_manifest_changed_after_signing_is_refused() -> None:
    inside = decrypt(sound())
    with pytest.raises(BadSignature):
        read(encrypt(inside.replace(b'"epoch":1', b'"epoch":2')))


def test_records_changed_after_signing_are_refused() -> None:
    inside = bytearray(decrypt(sound()))
    inside[2048 + 600] ^= 1
    with pytest.raises(BundleDamaged):
        read(encrypt(bytes(inside)))
