"""The whole way on the command line: two stores, twenty people, a bundle there and a receipt back."""

import json
from collections.abc import Callable
from pathlib import Path

from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import is_protected
from tests.cli.conftest import World
from tests.cli.program import Office, enrol, export, make_office


def test_the_whole_way_once(tmp_path: Path, new_address: Callable[[], str]) -> None:
    hq = make_office(tmp_path / "hq", "hq", "--training", address=new_address())
    field = make_office(tmp_path / "field", "field", "--training")
    enrol(hq, field, tmp_path / "enrolment")
    assert field("demo", "--profiles", 20, "--seed", 7, "--json").json == {"added": 20, "unchanged": 0, "seed": 7}

    planned = field("export", tmp_path, "--dry-run", "--json").json
    assert (planned["profiles"], planned["dry_run"]) == (20, True)
    bundle = export(field, tmp_path / "stick")
    assert {row["state"] for row in field("profile", "list", "--json").lines} == {"in_bundle"}

    (rehearsed,) = hq("import", bundle, "--dry-run", "--json").json["bundles"]
    assert rehearsed["created_profiles"] == 20
    assert hq("profile", "list", "--json").lines == []
    (taken,) = hq("import", bundle, "--json").json["bundles"]
    assert (taken["created_profiles"], taken["already_imported"]) == (20, False)
    again = hq("import", bundle, "--json")
    assert (again.code, again.json["bundles"][0]["already_imported"]) == (0, True)

    (receipt,) = hq("receipt", tmp_path / "stick", "--json").json["receipts"]
    followed = field("import", receipt["file"], "--json").json["bundles"][0]
    assert (followed["received_profiles"], followed["needs_you"]) == (20, 0)
    assert {row["state"] for row in field("profile", "list", "--json").lines} == {"received"}
    nothing = field("export", tmp_path / "stick", "--json")
    assert (nothing.code, nothing.json["bundles"]) == (0, [])

    assert open_answers(hq) == open_answers(field)
    report = hq("report", "--json").json
    assert 10 < report["people"] <= 20  # some of the invented people refuse that
    assert (report["centres"], report["is_training"]) == (1, True)
    assert hq("report").out == hq("report").out


def open_answers(office: Office) -> list[str]:
    """What may travel of everybody: names stay behind where the person said so."""
    shown = office("profile", "show", "--all").lines
    kept = []
    for profile in shown:
        answers = {path: plain for path, plain in profile["answers"].items() if not is_protected(QUESTIONNAIRE, path)}
        kept.append(json.dumps([profile["case_number"], answers, profile["entries"]], sort_keys=True))
    return sorted(kept)


def test_files_for_mail_have_a_limit_that_leaves_room_for_a_copy(world: World, tmp_path: Path) -> None:
    assert world.field("export", tmp_path, "--most-mb", 6).code == ExitCode.USAGE
    (written,) = world.field("export", world.stick, "--most-mb", 7, "--json").json["bundles"]
    assert world.hq("import", written["file"], "--json").json["bundles"][0]["created_profiles"] == 5


def test_a_bundle_can_go_through_a_pipe(world: World) -> None:
    world.field(
        "profile", "add", "-", stdin=b'{"answers": {"consent.create_profile": "granted", "consent.send_with_name": "granted"}}'
    )
    streamed = world.field("export", "-")
    assert (streamed.code, streamed.out[:22]) == (0, b"age-encryption.org/v1\n")
    taken = world.hq("import", "-", "--json", stdin=streamed.out)
    assert taken.json["bundles"][0]["created_profiles"] == 6
    assert open_answers(world.hq) == open_answers(world.field)


def test_show_and_add_are_each_others_way_back(world: World, tmp_path: Path) -> None:
    shown = world.field("profile", "show", "--all")
    other = make_office(tmp_path / "other", "field", "--training")
    added = other("profile", "add", "-", "--json", stdin=shown.out)
    assert (added.json["added"], added.json["rejected"]) == (5, [])
    by_number = {profile["case_number"]: profile for profile in shown.lines}
    assert {profile["case_number"]: profile for profile in other("profile", "show", "--all").lines} == by_number
    assert world.field("profile", "add", "-", "--json", stdin=shown.out).json["unchanged"] == 5
