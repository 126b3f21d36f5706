"""`s2w inbox`: matters on the command line."""

import json
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.canonical import canonical
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.storage.values import ListQuery
from tests.cli.conftest import World
from tests.cli.program import PASSPHRASE, Office, export
from tests.workplaces import reopen


def matters(hq: Office, *options: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = hq("inbox", "list", "--json", *options).json["matters"]
    return found


def clone_the_laptop(world: World, folder: Path) -> None:
    """Two laptops with one number: both hand over something of their own."""
    shutil.copytree(world.field.folder, folder / "clone")
    clone = Office(folder / "clone", world.field.passphrase_file)
    for seed, office in ((5, world.field), (6, clone)):
        assert office("demo", "--profiles", 1, "--seed", seed).code == 0
        assert world.hq("import", export(office, folder / f"stick-{seed}")).code == 0


def test_a_cloned_laptop_is_listed_owned_noted_and_closed(world: World, tmp_path: Path) -> None:
    assert (matters(world.hq), world.hq("inbox", "list").code) == ([], 0)
    clone_the_laptop(world, tmp_path)
    fork, chain = matters(world.hq)
    assert (fork["kind"], chain["kind"], fork["open"], fork["owner"]) == ("fork", "chain", True, None)
    id_ = fork["matter"]
    assert world.hq("inbox", "own", id_.upper(), "--json").json["owner"]
    assert world.hq("inbox", "note", id_, "The centre was asked.", "--json").json["note"] == "The centre was asked."
    shown = world.hq("inbox", "list").text
    assert id_ in shown
    assert "Numbers of records used twice" in shown
    assert world.hq("inbox", "close", id_, "--json").json["closed_at"]
    assert [one["kind"] for one in matters(world.hq)] == ["chain"]
    assert [one["open"] for one in matters(world.hq, "--all")] == [True, False]
    assert world.hq("inbox", "reopen", id_).code == 0
    assert len(matters(world.hq)) == 2


def test_a_matter_that_is_not_there_is_told_by_its_code(world: World) -> None:
    ran = world.hq("inbox", "close", "00000000", "--json")
    assert (ran.code, ran.failure["code"]) == (1, "E-MATTER-1")


def test_a_laptop_has_no_inbox(world: World) -> None:
    assert world.field("inbox", "list").code == 40


def test_a_folder_is_taken_in_once(world: World) -> None:
    (world.stick / "note.s2w").write_bytes(b"no bundle")
    first = world.hq("inbox", "take", world.stick, "--wait", 0, "--json")
    told = {Path(one["file"]).name: one for one in first.json["files"]}
    assert told[world.bundle.name]["result"]["created_profiles"] == 5
    assert (told["note.s2w"]["came"], told["note.s2w"]["error"]["code"]) == ("waiting", "E-BUNDLE-1")
    assert (first.code, first.json["exit_code"]) == (3, 3)
    assert Path(told[world.bundle.name]["moved_to"]).is_file()
    (world.stick / "note.s2w").unlink()
    again = world.hq("inbox", "take", world.stick, "--wait", 0)
    assert (again.code, again.text.strip()) == (0, "There is no bundle in this folder that stands still.")


def test_a_folder_that_is_gone_is_told(world: World, tmp_path: Path) -> None:
    ran = world.hq("inbox", "take", tmp_path / "gone", "--wait", 0, "--json")
    assert (ran.code, ran.failure["code"]) == (30, "E-WATCH-1")


def test_records_of_a_laptop_off_the_list_are_released_or_discarded(world: World) -> None:
    (device,) = (one["device"] for one in world.hq("enroll", "list", "--json").json["devices"])
    assert world.hq("enroll", "revoke", device).code == 0
    assert world.hq("import", world.bundle).code == 3
    (matter,) = [one for one in matters(world.hq) if one["kind"] == "revoked_sender"]
    assert matter["count"] == 5
    assert world.hq("inbox", "wishes", "--json").json == {"wishes": []}
    assert world.hq("inbox", "release", matter["matter"], "--json").json == {"taken": 5, "refused": []}
    assert len(world.hq("profile", "list", "--json").lines) == 5
    assert world.hq("inbox", "discard", matter["matter"], "--json").failure["code"] == "E-MATTER-1"


def a_damaged_record(world: World) -> Path:
    """A bundle of the laptop with one of its records, spoiled."""
    with closing(reopen(world.field.folder, PASSPHRASE)) as laptop:
        (profile, *_) = laptop.store.profiles.ids(ListQuery())
        plain = json.loads(revision_line(laptop.store.profiles.load(profile).revisions[0]))
        line = canonical({**plain, "open_digest": "0" * 64})
        address = Address(Kind.PROFILES, laptop.exporting.headquarters().recipients)
        (written,) = Dispatch(laptop.store, QUESTIONNAIRE, laptop.sources).write(world.stick, address, [line])
    return written.path


def told(world: World) -> tuple[list[list[str]], str]:
    """What the laptop says after one more receipt: the reasons of each profile, and the list in words."""
    (receipt,) = world.hq("receipt", world.stick, "--json").json["receipts"]
    assert world.field("import", receipt["file"]).code == 0
    rows = world.field("profile", "list", "--json").lines
    return [[one["reason"] for one in row["put_aside"]] for row in rows if row["put_aside"]], world.field("profile", "list").text


def test_a_record_that_is_sent_back_is_told_in_the_list_of_the_laptop(world: World) -> None:
    assert world.hq("import", a_damaged_record(world)).code == 3
    reasons, words = told(world)
    assert reasons == [["bad_digest"]]
    assert "A part of the profile came damaged to headquarters. Your profiles are safe on this computer." in words
    (matter,) = [one for one in matters(world.hq) if one["kind"] == "quarantined"]
    sent = world.hq("inbox", "send-back", matter["matter"], "--ask", "call_headquarters", "--json")
    assert sent.json == {"sent_back": 1, "reason": "call_headquarters"}
    reasons, words = told(world)
    assert reasons == [["call_headquarters"]]
    assert "Please call headquarters about this profile." in words
    assert world.field("profile", "list", "--state", "needs_you", "--json").lines[0]["put_aside"][0]["told_at"]


def test_an_id_that_is_none_is_a_wrong_command_line(world: World) -> None:
    assert world.hq("inbox", "agree", "nonsense").code == 2
