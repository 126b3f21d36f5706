"""Bad input: each has its exit code and its message, and nothing is lost or half done."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import World
from tests.cli.program import Office, Ran, export, make_office, s2w
from tests.storage.disks import fill_up, read_only, small_disk

Fault = Callable[[World], Ran]


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-100])


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def replace_bytes(file: Path, old: bytes, new: bytes) -> None:
    content = file.read_bytes()
    assert old in content
    file.write_bytes(content.replace(old, new, 1))


def wrong_passphrase(world: World) -> Ran:
    return s2w("profile", "list", "--store", world.hq.folder, "--json", answers=["not the passphrase"])


def no_store(world: World) -> Ran:
    return s2w("profile", "list", "--store", world.stick, "--json", answers=["x"])


def cut_vault(world: World) -> Ran:
    for vault in world.hq.folder.glob("vault*"):  # one alone is mended by the other
        cut(vault)
    return world.hq("profile", "list", "--json")


def damaged_database(world: World) -> Ran:
    flip(world.hq.folder / "profiles.db")
    database = world.hq.folder / "profiles.db"
    database.write_bytes(bytes(4096) + database.read_bytes()[4096:])
    return world.hq("profile", "list", "--json")


def store_there_already(world: World) -> Ran:
    return world.hq("init", "--role", "hq", "--organisation", "Example Aid", "--json")


def cut_bundle(world: World) -> Ran:
    cut(world.bundle)
    return world.hq("import", world.bundle, "--json")


def flipped_bundle(world: World) -> Ran:
    flip(world.bundle)
    return world.hq("import", world.bundle, "--json")


def not_a_bundle(world: World) -> Ran:
    world.bundle.write_bytes(b"PK\x03\x04")
    return world.hq("import", world.bundle, "--json")


def newer_bundle(world: World) -> Ran:
    replace_bytes(world.bundle, b"age-encryption.org/v1", b"age-encryption.org/v2")
    return world.hq("import", world.bundle, "--json")


def bundle_for_another_office(world: World) -> Ran:
    return make_office(world.hq.folder.with_name("other"), "hq", "--training")("import", world.bundle, "--json")


def request_of_a_revoked_laptop(world: World) -> Ran:
    (device,) = world.hq("enroll", "list", "--json").json["devices"]
    request = world.field("enroll", "request", "--out", world.stick, "--json").json["bundle"]["file"]
    world.hq("enroll", "revoke", device["device"])
    return world.hq("enroll", "look", request, "--json")


def bundle_of_an_unknown_laptop(world: World) -> Ran:
    laptop = make_office(world.hq.folder.with_name("unknown"), "field", "--training")
    words = world.hq("enroll", "card", "--out", world.stick / "card", "--json").json["words"]
    laptop("enroll", "accept", world.stick / "card", "--words", " ".join(words))
    laptop("demo", "--profiles", 1)
    return world.hq("import", export(laptop, world.stick), "--json")


def receipt_at_headquarters(world: World) -> Ran:
    world.hq("import", world.bundle)
    (receipt,) = world.hq("receipt", world.stick, "--json").json["receipts"]
    return world.hq("import", receipt["file"], "--json")


def wrong_words(world: World) -> Ran:
    world.hq("enroll", "card", "--out", world.stick / "card")
    return world.field("enroll", "accept", world.stick / "card", "--words", "one two three four five six", "--json")


def broken_card(world: World) -> Ran:
    (world.stick / "card").write_bytes(b"{}")
    return world.field("enroll", "look", world.stick / "card", "--json")


def missing_bundle(world: World) -> Ran:
    return world.hq("import", world.stick / "none.s2w", "--json")


def missing_target(world: World) -> Ran:
    return world.field("export", world.stick / "none", "--json")


def unknown_profile(world: World) -> Ran:
    return world.field("profile", "show", "GR-2222-2222-2", "--json")


def weak_passphrase(world: World) -> Ran:
    folder = world.hq.folder.with_name("weak")
    arguments = ("init", "--store", folder, "--role", "hq", "--organisation", "Example Aid", "--json")
    return s2w(*arguments, answers=["passwordpassword"] * 2)


def laptop_without_headquarters(world: World) -> Ran:
    laptop = make_office(world.hq.folder.with_name("alone"), "field")
    laptop("profile", "add", "-", stdin=b"{}")
    return laptop("export", world.stick, "--json")


def test_a_bundle_that_mail_changed_is_refused_with_what_to_do(world: World) -> None:
    world.bundle.write_bytes(world.bundle.read_bytes().replace(b"\n", b"\r\n"))
    refused = world.hq("import", world.bundle, "--json")
    assert (refused.code, refused.failure["code"]) == (20, "E-BUNDLE-2")
    assert "sent inside a ZIP file" in refused.failure["todo"]


FAULTS = {
    wrong_passphrase: (12, "E-KEY-1"),
    no_store: (10, "E-STORE-1"),
    cut_vault: (13, "E-KEY-2"),
    damaged_database: (13, "E-STORE-4"),
    store_there_already: (1, "E-STORE-2"),
    cut_bundle: (20, "E-BUNDLE-2"),
    flipped_bundle: (20, "E-BUNDLE-2"),
    not_a_bundle: (20, "E-BUNDLE-1"),
    newer_bundle: (23, "E-BUNDLE-4"),
    bundle_for_another_office: (12, "E-BUNDLE-5"),
    request_of_a_revoked_laptop: (21, "E-BUNDLE-7"),
    bundle_of_an_unknown_laptop: (21, "E-BUNDLE-6"),
    receipt_at_headquarters: (12, "E-BUNDLE-5"),
    wrong_words: (21, "E-ENROL-2"),
    broken_card: (20, "E-KEY-6"),
    missing_bundle: (30, "E-DISK-6"),
    missing_target: (30, "E-DISK-3"),
    unknown_profile: (1, "E-INPUT-1"),
    weak_passphrase: (40, "E-KEY-4"),
    laptop_without_headquarters: (1, "E-ENROL-1"),
}


@pytest.mark.parametrize(("fault", "promised"), FAULTS.items(), ids=[fault.__name__ for fault in FAULTS])
def test_each_fault_has_its_code_and_its_words_and_nothing_is_lost(world: World, fault: Fault, promised: tuple[int, str]) -> None:
    before = world.field("profile", "show", "--all").out
    ran = fault(world)
    told = ran.failure
    assert ((ran.code, told["code"]), told["exit_code"]) == (promised, promised[0])
    assert (told["type"], ran.out) == ("error", b"")
    assert all(told[part] for part in ("message", "safe", "todo"))
    assert world.field("profile", "show", "--all").out == before
    assert [file for file in world.stick.iterdir() if file.name.endswith(".part")] == []


def test_a_bundle_of_a_revoked_laptop_is_put_aside_whole(world: World) -> None:
    (device,) = world.hq("enroll", "list", "--json").json["devices"]
    world.hq("enroll", "revoke", device["device"])
    ran = world.hq("import", world.bundle, "--json")
    (bundle,) = ran.json["bundles"]
    assert (ran.code, bundle["created_profiles"]) == (3, 0)
    assert {one["reason"] for one in bundle["rejected"]} == {"revoked_sender"}


def test_without_json_a_fault_is_told_in_sentences_with_its_code(world: World) -> None:
    ran = s2w("profile", "list", "--store", world.stick)
    assert (ran.code, ran.out) == (10, b"")
    assert "(E-STORE-1)" in ran.err


def test_a_receipt_older_than_one_already_followed_is_refused(world: World) -> None:
    receipts = []
    for _ in range(2):
        world.field("profile", "add", "-", stdin=b"{}")
        world.hq("import", export(world.field, world.stick))
        receipts += [one["file"] for one in world.hq("receipt", world.stick, "--json").json["receipts"]]
    assert world.field("import", receipts[1]).code == 0
    stale = world.field("import", receipts[0], "--json")
    assert (stale.code, stale.failure["code"]) == (22, "E-BUNDLE-10")


def test_training_and_real_stores_never_meet(world: World, tmp_path: Path) -> None:
    real = make_office(tmp_path / "real", "hq")
    card = tmp_path / "card"
    words = " ".join(real("enroll", "card", "--out", card, "--json").json["words"])
    assert world.field("enroll", "accept", card, "--words", words).code == 24
    trainee = make_office(tmp_path / "trainee", "field", "--training")
    replace_bytes(card, b'"training":false', b'"training":true')
    assert trainee("enroll", "accept", card, "--words", words).code == 0
    request = trainee("enroll", "request", "--out", tmp_path, "--json").json["bundle"]["file"]
    refused = real("enroll", "look", request, "--json")
    assert (refused.code, refused.failure["code"]) == (24, "E-BUNDLE-9")


@pytest.mark.parametrize(
    ("broken", "code"), [((), 0), ((0,), 3), ((0, 1), 20)], ids=["none refused", "one refused", "all refused"]
)
def test_a_refused_bundle_does_not_stop_the_others(world: World, broken: tuple[int, ...], code: int) -> None:
    world.field("profile", "add", "-", stdin=b"{}")
    bundles = [world.bundle, export(world.field, world.stick)]
    for number in broken:
        cut(bundles[number])
    ran = world.hq("import", *bundles, "--json")
    assert (ran.code, ran.json["exit_code"]) == (code, code)
    assert [number for number, one in enumerate(ran.json["bundles"]) if "error" in one] == list(broken)
    assert bool(ran.err) == bool(broken)


HOSTILE = b"\n".join(
    [
        b'{"answers": {"identity.given_names": "Layla"}}',
        b'{"answers": {"identity.sex": "SECRET"}}',
        b"[" * 100_000,
        b'{"answers": {}, "answers": {}}',
        b'{"case_number": "SECRET"}',
        b"\xff\xfe",
        b'{"answers": {"identity.given_names": "' + b"x" * 300_000 + b'"}}',
        b'{"answers": {"identity.given_names": "Samir"}}',
    ]
)


def test_hostile_lines_are_refused_by_number_and_the_others_are_added(world: World) -> None:
    ran = world.field("profile", "add", "-", "--json", stdin=HOSTILE)
    assert (ran.code, ran.json["added"]) == (3, 2)
    assert [one["line"] for one in ran.json["rejected"]] == [2, 3, 4, 5, 6, 7]
    assert "SECRET" not in ran.text + ran.err
    assert len(world.field("profile", "list", "--json").lines) == 7


def test_a_line_may_not_overwrite_a_profile(world: World) -> None:
    (first, *_) = world.field("profile", "show", "--all").lines
    changed = f'{{"case_number": "{first["case_number"]}", "answers": {{"identity.sex": "X"}}}}'
    ran = world.field("profile", "add", "-", "--json", stdin=changed.encode())
    assert ran.json["rejected"] == [{"line": 1, "path": "record.case_number", "code": "E-INPUT-3"}]
    assert world.field("profile", "show", first["case_number"]).lines == [first]


def test_a_full_stick_leaves_nothing_half_done(world: World, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "256k") as disk:
        filler = fill_up(disk, leave=8192)
        ran = world.field("export", disk, "--json")
        assert (ran.code, ran.failure["code"]) == (30, "E-DISK-1")
        assert list(disk.iterdir()) == [filler]
        filler.unlink()
        assert world.field("export", disk, "--json").code == 0


def test_a_full_disk_under_the_store_loses_nothing_that_was_there(world: World, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "8m") as disk:
        shutil.copytree(world.field.folder, disk / "field")
        field = Office(disk / "field", world.field.passphrase_file)
        before = field("profile", "show", "--all").out
        filler = fill_up(disk, leave=48 * 1024)  # room to open the store, not to write into it
        ran = field("profile", "add", "-", "--json", stdin=b"{}\n" * 20)
        assert (ran.code, ran.failure["code"]) == (30, "E-DISK-1")
        filler.unlink()
        assert field("profile", "show", "--all").out == before


def test_a_read_only_stick_is_told(world: World, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "1m") as disk, read_only(disk):
        ran = world.field("export", disk, "--json")
    assert (ran.code, ran.failure["code"]) == (30, "E-DISK-2")
