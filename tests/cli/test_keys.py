"""Keys that are changed, tried out and followed, and laptops that are lost and found, by the command line."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2

from s2w_desktop.services.clock_watch import SEEN_FACT
from s2w_desktop.storage.layout import DATABASE_NAME
from tests.cli.conftest import World
from tests.cli.program import PASSPHRASE, Office, enrol, export, make_office, s2w
from tests.workplaces import reopen


def device_of(office: Office) -> str:
    (device,) = office("enroll", "list", "--json").json["devices"]
    return str(device["device"])


def test_new_keys_go_to_the_laptop_in_a_pack_and_people_compare_the_words(world: World, tmp_path: Path) -> None:
    pack = tmp_path / "keys.s2wref"
    made = world.hq("keygen", "rotate", "--out", pack, "--json").json
    assert made.keys() == {"file", "version", "words", "behind"}
    (sent,) = world.hq("ref", "send", pack, world.stick, "--json").json["bundles"]
    assert made["behind"] == [sent["device"]]

    refused = world.field("ref", "install", sent["file"], "--words", "some other words", "--json")
    assert (refused.code, refused.failure["code"]) == (21, "E-ENROL-2")
    assert " ".join(made["words"]) in world.field("ref", "verify", sent["file"]).text
    asked = s2w("ref", "install", sent["file"], *world.field.options, answers=[" ".join(made["words"])])
    assert asked.code == 0, asked.err
    assert "Call it on a number you know." in asked.err

    taken = world.hq("import", world.bundle, "--json").json["bundles"][0]
    assert taken["to_old_key"], "it was under way"
    assert world.hq("import", export(world.field, world.stick), "--json").json["bundles"][0]["to_old_key"] is False
    assert world.hq("keygen", "pack", "--out", tmp_path / "again", "--json").json["behind"] == []


def test_a_pack_of_keys_without_a_terminal_needs_the_words(world: World, tmp_path: Path) -> None:
    made = world.hq("keygen", "rotate", "--out", tmp_path / "keys", "--stolen", "--json").json
    ran = world.field("ref", "install", tmp_path / "keys")
    assert (ran.code, "--words" in ran.err) == (2, True)
    assert world.field("ref", "install", tmp_path / "keys", "--words", " ".join(made["words"])).code == 0


def test_the_recovery_key_is_tried_out(tmp_path: Path) -> None:
    made = s2w("keygen", "recovery", "--out", tmp_path / "safe.age", "--json", answers=[PASSPHRASE, PASSPHRASE]).json
    hq = make_office(tmp_path / "hq", "hq", "--recovery", made["public"])
    (tmp_path / "file.passphrase").write_text(PASSPHRASE, encoding="utf-8")
    done = hq(
        "keygen", "rehearse", "--recovery-file", made["secret"],
        "--recovery-passphrase-file", tmp_path / "file.passphrase", "--json",
    )  # fmt: skip
    assert (done.code, done.json.keys(), done.json["recipient"]) == (0, {"recipient", "at"}, made["recipient"])
    slip = s2w("keygen", "rehearse", *hq.options, "--json", answers=["AGE-SECRET-KEY-1QQQ"])
    assert (slip.code, slip.failure["code"]) == (20, "E-KEY-6")
    bare = make_office(tmp_path / "bare", "hq")
    none = s2w("keygen", "rehearse", *bare.options, "--json", answers=["AGE-SECRET-KEY-1QQQ"])
    assert none.code == 20


def test_a_laptop_is_lost_and_found(world: World, tmp_path: Path) -> None:
    device = device_of(world.hq)
    assert world.hq("import", world.bundle).code == 0
    gone = world.hq("enroll", "revoke", device, "--lost-since", "2026-11-03", "--json").json
    assert gone == {"device": device, "revoked": True, "lost_since": "2026-11-03"}
    numbers = {line["case_number"] for line in world.field("profile", "list", "--json").lines}
    loss = world.hq("enroll", "loss", device, "--out", tmp_path / "sheet.pdf", "--json").json
    assert {one["case_number"] for one in loss["profiles"]} == numbers
    assert (loss["last_bundle"]["seq"], loss["last_receipt"], loss["heard"], loss["complete"]) == (2, None, None, True)
    assert len(pypdfium2.PdfDocument(tmp_path / "sheet.pdf")) >= 1
    told = world.hq("enroll", "loss", device).text
    assert all(number in told for number in numbers)
    (first, *_) = world.field("profile", "show", "--all").lines
    assert first["answers"]["identity.given_names"] not in told
    assert world.hq("enroll", "reinstate", device, "--note", "found", "--json").json == {"device": device, "revoked": False}
    (known,) = world.hq("enroll", "list", "--json").json["devices"]
    assert (known["revoked_at"], known["lost_since"]) == (None, "2026-11-03")


def test_a_day_that_is_none_and_a_device_that_is_unknown_are_refused(world: World) -> None:
    assert world.hq("enroll", "revoke", device_of(world.hq), "--lost-since", "yesterday").code == 2
    assert world.hq("enroll", "loss", "7").code == 2
    assert world.hq("enroll", "reinstate", "0190f3a1-0000-7000-8000-000000000000", "--note", "x").code == 1


def test_a_laptop_chooses_its_headquarters(world: World, tmp_path: Path) -> None:
    first = device_of(world.field)
    second = make_office(tmp_path / "second", "hq", "--training")
    enrol(second, world.field, tmp_path / "second-enrolment")
    known = {one["device"]: one["in_force"] for one in world.field("enroll", "list", "--json").json["devices"]}
    assert (len(known), known[first]) == (2, False)
    assert world.field("enroll", "use", first, "--json").json == {"device": first, "in_force": True}
    known = {one["device"]: one["in_force"] for one in world.field("enroll", "list", "--json").json["devices"]}
    assert known[first]


def test_an_old_copy_is_told_until_a_new_epoch_begins(world: World, tmp_path: Path) -> None:
    database = world.field.folder / DATABASE_NAME
    before = database.read_bytes()
    export(world.field, tmp_path / "later")
    for file in world.field.folder.glob(f"{DATABASE_NAME}-*"):
        file.unlink()
    database.write_bytes(before)
    assert "old copy" in world.field("profile", "list").err
    assert world.field("enroll", "new-epoch", "--json").json["epoch"] == 2
    assert world.field("profile", "list").err == ""


def test_a_wrong_clock_is_told_by_every_command_and_stops_none(world: World) -> None:
    assert world.field("enroll", "list", "--json").json["clock"] == "plausible"
    store = reopen(world.field.folder, PASSPHRASE)
    store.store.facts.set(SEEN_FACT, (datetime.now(UTC) + timedelta(days=400)).isoformat())
    store.close()
    ran = world.field("profile", "list")
    assert ran.code == 0
    assert f"{datetime.now(UTC).year}. That seems wrong. Your data are safe." in ran.err
    assert world.field("enroll", "list", "--json").json["clock"] == "behind"


def test_a_store_in_a_copied_folder_is_told_by_every_command_and_stops_none(world: World, tmp_path: Path) -> None:
    assert world.field("profile", "list").err == ""
    (tmp_path / ".stfolder").mkdir()
    assert world.field("enroll", "list", "--json").json["place"] == "Syncthing"
    ran = world.field("profile", "list")
    assert ran.code == 0
    assert "copied to other computers by Syncthing" in ran.err
    made = s2w("init", "--role", "hq", "--organisation", "Example Aid", "--store", tmp_path / "new", answers=[PASSPHRASE] * 2)
    assert made.code == 0
    assert "copied to other computers by Syncthing" in made.err
