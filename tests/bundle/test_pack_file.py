"""A reference pack as a file: standard tools open it, and a changed, cut or forged one is refused with a foreseen failure."""

import gzip
import io
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from s2w_desktop.bundle.minisign import public_key_file
from s2w_desktop.bundle.pack_file import read_pack, read_unsigned, signature_of
from s2w_desktop.bundle.pack_text import pack_text, read_pack_text
from s2w_desktop.domain.canonical import canonical
from s2w_desktop.domain.errors import FileUnreadable, S2wError
from s2w_desktop.domain.pack_errors import (
    BadPackSignature,
    NewerPack,
    NotAPack,
    PackNeedsTwoKeys,
    PackPartDamaged,
    UnknownPackSigner,
)
from s2w_desktop.domain.packs import PackContent
from tests.bundle.packs import KEY, OTHER_KEY, PARTS, Member, made_pack, members_of, pack_bytes, read, tar_of
from tests.bundle.tools import require, run

PACK = made_pack()
WHOLE = pack_bytes(PACK)
MUTATIONS = 2_000
BOTH = (KEY.public, OTHER_KEY.public)


def test_what_was_written_is_read() -> None:
    assert read(WHOLE) == (PACK, PARTS)


def test_equal_content_gives_equal_bytes() -> None:
    assert pack_bytes(made_pack()) == WHOLE


def test_tar_minisign_and_gunzip_open_it(tmp_path: Path) -> None:
    require("tar", "minisign", "gunzip", "sha256sum")
    (tmp_path / "esco.s2wref").write_bytes(WHOLE)
    (tmp_path / "hq.pub").write_text(public_key_file(KEY.public_text), encoding="ascii")
    run(["tar", "-xf", "esco.s2wref"], tmp_path)
    said = run(["minisign", "-Vm", "pack.json", "-p", "hq.pub"], tmp_path)
    assert "s2w-reference esco version 1" in said
    run(["gunzip", *(f"parts/{number:04}.gz" for number in range(len(PARTS)))], tmp_path)
    told = json.loads((tmp_path / "pack.json").read_text("utf-8"))
    for number, (part, raw) in enumerate(zip(told["parts"], PARTS.values(), strict=True)):
        file = f"parts/{number:04}"
        assert (tmp_path / file).read_bytes() == raw
        assert run(["sha256sum", file], tmp_path).split()[0] == part["sha256"]


def test_every_cut_is_noticed() -> None:
    for size in range(len(WHOLE)):
        with pytest.raises(S2wError):
            read(WHOLE[:size])


def test_more_after_the_end_is_noticed() -> None:
    for more in (b"\0", b"x", bytes(512), WHOLE):
        with pytest.raises(NotAPack):
            read(WHOLE + more)


def test_whatever_byte_is_changed_the_content_is_the_same_or_the_file_is_refused() -> None:
    seed = random.SystemRandom().randrange(10**9)
    choose = random.Random(seed)
    refused = 0
    for _ in range(MUTATIONS):
        raw = bytearray(WHOLE)
        raw[choose.randrange(len(raw))] = choose.randrange(256)
        try:
            assert read(bytes(raw)) == (PACK, PARTS), f"seed {seed}"
        except S2wError:
            refused += 1
    assert refused > MUTATIONS // 2, f"seed {seed}"


def test_a_pack_that_nobody_signed_is_refused_but_can_be_looked_at() -> None:
    raw = pack_bytes(PACK, keys=())
    with pytest.raises(UnknownPackSigner):
        read(raw)
    assert read_unsigned(io.BytesIO(raw), lambda _part, _content: None) == (PACK, ())


def test_a_stranger_who_signs_is_not_trusted() -> None:
    with pytest.raises(UnknownPackSigner):
        read(pack_bytes(PACK, keys=(OTHER_KEY,)))
    with pytest.raises(UnknownPackSigner):
        read(WHOLE, ())


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens and cannot be read")
def test_a_stick_that_fails_while_it_is_read_is_told_as_that() -> None:
    with Path("/proc/self/mem").open("rb") as file, pytest.raises(FileUnreadable):
        read_unsigned(file, lambda _part, _content: None)


def replaced(members: list[Member], name: str, data: bytes) -> bytes:
    return tar_of((one, data if one == name else old) for one, old in members)


def test_the_signature_of_another_version_does_not_fit() -> None:
    other = signature_of(pack_text(made_pack(version=2)), KEY)
    with pytest.raises(BadPackSignature):
        read(replaced(members_of(PACK), "pack.json.minisig", other))


def test_a_signature_with_another_comment_is_refused() -> None:
    for comment in ("", "s2w-bundle/1 x", "s2w-reference esco version 2"):
        signed = KEY.sign(pack_text(PACK), comment)
        with pytest.raises(BadPackSignature):
            read(replaced(members_of(PACK), "pack.json.minisig", signed))


@pytest.mark.parametrize("content", [PackContent.KEYS, PackContent.CONSENT])
def test_keys_and_words_of_consent_need_two_different_signers(content: PackContent) -> None:
    pack = made_pack(PARTS, PackContent.ESCO, content)
    for keys in ((KEY,), (KEY, KEY)):
        with pytest.raises(PackNeedsTwoKeys):
            read(pack_bytes(pack, keys=keys), BOTH)
    with pytest.raises(UnknownPackSigner):
        read(pack_bytes(pack, keys=(KEY, OTHER_KEY)))
    assert read(pack_bytes(pack, keys=(KEY, OTHER_KEY)), BOTH) == (pack, PARTS)


def test_two_signatures_are_welcome_where_one_is_enough() -> None:
    assert read(pack_bytes(PACK, keys=(OTHER_KEY, KEY)), BOTH) == (PACK, PARTS)


def test_a_part_that_unpacks_to_more_than_the_pack_says_is_stopped() -> None:
    bomb = gzip.compress(bytes(200_000_000), mtime=0)
    with pytest.raises(PackPartDamaged):
        read(replaced(members_of(PACK), "parts/0001.gz", bomb))


@pytest.mark.parametrize(
    "packed",
    [b"", b"no gzip", gzip.compress(PARTS["esco/concepts"])[:-1], gzip.compress(PARTS["esco/concepts"]) + b"x",
     gzip.compress(PARTS["esco/concepts"]) * 2, gzip.compress(PARTS["esco/concepts"][:-1]), gzip.compress(b"x" * 16)],
    ids=["empty", "not packed", "cut", "more behind", "twice", "shorter", "other bytes"],
)  # fmt: skip
def test_a_part_with_other_bytes_is_damaged(packed: bytes) -> None:
    with pytest.raises(PackPartDamaged):
        read(replaced(members_of(PACK), "parts/0000.gz", packed))


def without(members: list[Member], name: str) -> list[Member]:
    return [member for member in members if member[0] != name]


def renamed(members: list[Member], name: str, new: str) -> list[Member]:
    return [(new if one == name else one, data) for one, data in members]


def two_changed_places(members: list[Member]) -> list[Member]:
    return [*members[:2], members[3], members[2], *members[4:]]


ARRANGEMENTS: dict[str, Callable[[list[Member]], list[Member]]] = {
    "nothing": lambda _members: [],
    "no text": lambda members: without(members, "pack.json"),
    "a part is missing": lambda members: members[:-1],
    "the first part is missing": lambda members: without(members, "parts/0000.gz"),
    "no parts": lambda members: members[:2],
    "a part too many": lambda members: [*members, ("parts/0003.gz", gzip.compress(b""))],
    "a part twice": lambda members: [*members, members[-1]],
    "parts in another order": two_changed_places,
    "signature before the text": lambda members: [members[1], members[0], *members[2:]],
    "signature last": lambda members: [members[0], *members[2:], members[1]],
    "text twice": lambda members: [members[0], *members],
    "second signature alone": lambda members: renamed(members, "pack.json.minisig", "pack.json.2.minisig"),
    "another name": lambda members: renamed(members, "parts/0001.gz", "parts/1.gz"),
    "a name that climbs": lambda members: renamed(members, "parts/0001.gz", "../../parts/0001.gz"),
    "something else in between": lambda members: [*members[:2], ("README", b"hello"), *members[2:]],
    "a huge text": lambda members: [("pack.json", b" " * 600_000), *members[1:]],
    "a huge signature": lambda members: [members[0], ("pack.json.minisig", b"x" * 5_000), *members[2:]],
}


@pytest.mark.parametrize("change", ARRANGEMENTS.values(), ids=ARRANGEMENTS)
def test_another_arrangement_of_members_is_refused(change: Callable[[list[Member]], list[Member]]) -> None:
    with pytest.raises((NotAPack, UnknownPackSigner)):
        read(tar_of(change(members_of(PACK))))


def test_nothing_is_handed_over_before_the_signature_held() -> None:
    taken: list[bytes] = []
    members = members_of(PACK, keys=(OTHER_KEY,))
    with pytest.raises(UnknownPackSigner):
        read_into(tar_of(members), taken)
    assert taken == []


def read_into(raw: bytes, taken: list[bytes]) -> None:
    read_pack(io.BytesIO(raw), (KEY.public,), lambda _part, content: taken.append(content))


def plain() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(pack_text(PACK))
    return told


def with_first_part(**changed: object) -> list[dict[str, Any]]:
    first, *others = plain()["parts"]
    return [first | changed, *others]


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"id": ""}, "id"), ({"id": "Esco"}, "id"), ({"id": "../esco"}, "id"), ({"id": "e" * 41}, "id"), ({"id": 1}, "id"),
        ({"version": 0}, "version"), ({"version": -1}, "version"), ({"version": True}, "version"), ({"version": "1"}, "version"),
        ({"version": 2**31}, "version"),
        ({"made_on": "2026-02-30"}, "made_on"), ({"made_on": "20260301"}, "made_on"), ({"made_on": "٢٠٢٦-٠٣-٠١"}, "made_on"),
        ({"title": ""}, "title"), ({"title": "a\nb"}, "title"), ({"title": "\u202egnorw"}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"contents": []}, "contents"), ({"contents": "esco"}, "contents"), ({"contents": [1]}, "contents"),
        ({"contents": ["esco", "esco"]}, "contents"),
        ({"parts": []}, "parts"), ({"parts": {}}, "parts"), ({"parts": ["esco/concepts"]}, "parts"),
        ({"parts": with_first_part(size=-1)}, "parts"), ({"parts": with_first_part(size=2**40)}, "parts"),
        ({"parts": with_first_part(sha256="A" * 64)}, "parts"), ({"parts": with_first_part(more=1)}, "parts"),
        ({"parts": with_first_part(name="/etc/passwd")}, "parts"), ({"parts": with_first_part(name="esco/../x")}, "parts"),
        ({"parts": with_first_part(name="esco//x")}, "parts"), ({"parts": with_first_part(name="esco/relations")}, "parts"),
        ({"parts": with_first_part(name="esco/RELATIONS")}, "parts"),
        ({"parts": [{"name": f"p/{n}", "size": 2**26, "sha256": "0" * 64} for n in range(13)]}, "parts"),
        ({"parts": [{"name": f"p/{n}", "size": 0, "sha256": "0" * 64} for n in range(2_001)]}, "parts"),
        ({"format": "s2w-bundle/1"}, "format"), ({"format": "s2w-reference/0"}, "format"), ({"format": 1}, "format"),
        ({"more": 1}, ""),
    ],
    ids=lambda value: str(value)[:40],
)  # fmt: skip
def test_a_text_that_breaks_a_rule_is_refused_by_its_key(changed: dict[str, Any], key: str) -> None:
    with pytest.raises(NotAPack) as told:
        read_pack_text(canonical(plain() | changed))
    assert told.value.key == key


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"null", b"{", b"\xff", b"[" * 100_000, b'{"format": NaN}', b'{"id": "a", "id": "b"}']
)
def test_a_text_that_is_no_object_is_refused(raw: bytes) -> None:
    with pytest.raises(NotAPack):
        read_pack_text(raw)


@pytest.mark.parametrize("changed", [{"format": "s2w-reference/2", "wisdom": 1}, {"contents": ["esco", "wisdom"]}])
def test_what_a_newer_program_made_is_told_as_that(changed: dict[str, Any]) -> None:
    with pytest.raises(NewerPack):
        read_pack_text(canonical(plain() | changed))
