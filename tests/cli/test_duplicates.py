"""`s2w duplicates`: people who may be one, on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import World
from tests.cli.program import Office, Ran, export

PEOPLE: tuple[dict[str, Any], ...] = (
    {"identity.given_names": "Ahmad", "identity.family_names": "Karimi", "identity.date_of_birth": "1984-05-07"},
    {"identity.given_names": "احمد", "identity.family_names": "کریمی", "identity.date_of_birth": "1984", "identity.sex": "M"},
    {"identity.given_names": "Ahmad", "identity.family_names": "Karimi", "session.stage": "PRE", "identity.sex": "M"},
)


@pytest.fixture
def hq(world: World) -> Office:
    """A headquarters with three profiles that may be of one person, the third from before the departure."""
    agreed = {"consent.create_profile": "granted", "consent.send_with_name": "granted", "identity.nationality": "AFG"}
    lines = (json.dumps({"answers": {"session.stage": "REC", **agreed, **person}}) for person in PEOPLE)
    assert world.field("profile", "add", "-", stdin="\n".join(lines).encode()).code == 0
    assert world.hq("import", export(world.field, world.stick)).code == 0
    return world.hq


def pairs(hq: Office) -> list[set[str]]:
    people = set(by_stage(hq))
    found = hq("duplicates", "list", "--json").json["pairs"]
    return [pair for one in found if (pair := {one["first"], one["second"]}) <= people]


def listed(hq: Office) -> set[str]:
    """Those of the three who are in the list."""
    return {row["case_number"] for word in ("Ahmad", "احمد") for row in hq("profile", "list", "--search", word, "--json").lines}


def decisions(folder: Path, *lines: str) -> Path:
    path = folder / "decisions.csv"
    path.write_text("\n".join(("decision,first,second", *lines)), encoding="utf-8")
    return path


def code(ran: Ran) -> tuple[int, str]:
    return ran.code, ran.failure["code"]


def by_stage(hq: Office) -> tuple[str, str, str]:
    """The case numbers of the two from after the departure, and of the one from before."""
    lines = hq("profile", "show", "--all").lines
    named = (line for line in lines if line["answers"].get("identity.given_names") in ("Ahmad", "احمد"))
    found = {line["case_number"]: line["answers"]["session.stage"] for line in named}
    first, second = sorted(number for number, stage in found.items() if stage == "REC")
    (before,) = (number for number, stage in found.items() if stage == "PRE")
    return first, second, before


def test_two_are_found_compared_joined_and_parted(hq: Office, tmp_path: Path) -> None:
    first, second, before = by_stage(hq)
    assert len(pairs(hq)) == len(PEOPLE)
    shown = hq("duplicates", "list").text
    assert "a similar name" in shown
    assert "Karimi" not in shown
    assert first in shown
    found = hq("duplicates", "show", first, second, "--json").json
    standing = {matter["key"]: matter["standing"] for matter in found["matters"]}
    assert (found["can_join"], standing["identity.nationality"], standing["identity.given_names"]) == (True, "same", "different")
    assert "≠" in hq("duplicates", "show", first, second).text
    choices = tmp_path / "choices.json"
    choices.write_text('{"identity.given_names": "other"}', encoding="utf-8")
    joined = hq("duplicates", "join", first, second, "--keep", second, "--choices", choices, "--json")
    assert (joined.code, joined.json) == (0, {"done": "join"})
    assert listed(hq) == {second, before}
    assert hq("duplicates", "list", "--joined", "--json").json == {"joined": [{"profile": first, "into": second}]}
    assert hq("profile", "show", first).lines == hq("profile", "show", second).lines
    assert code(hq("duplicates", "join", first, second, "--json")) == (40, "E-JOIN-3")
    assert hq("duplicates", "part", first).code == 0
    assert listed(hq) == {first, second, before}
    assert code(hq("duplicates", "part", first, "--json")) == (1, "E-JOIN-4")


def test_who_is_told_apart_is_listed_no_more_and_departures_are_linked(hq: Office) -> None:
    first, second, before = by_stage(hq)
    assert hq("duplicates", "apart", second, first).code == 0
    left = pairs(hq)
    assert {first, second} not in left
    assert len(left) == len(PEOPLE) - 1
    assert code(hq("duplicates", "join", first, before, "--json")) == (40, "E-JOIN-1")
    assert code(hq("duplicates", "link", first, second, "--json")) == (40, "E-JOIN-2")
    assert hq("duplicates", "link", first, before).code == 0
    (line,) = hq("profile", "show", first).lines
    assert line["answers"]["record.earlier_profile"]


def test_a_file_of_decisions_is_checked_whole_before_any_is_followed(hq: Office, tmp_path: Path) -> None:
    first, second, before = by_stage(hq)
    wrong = decisions(tmp_path, f"join,{first},{second}", f"join,{first},{before}")
    refused = hq("duplicates", "resolve", wrong, "--json")
    assert code(refused) == (1, "E-JOIN-5")
    assert listed(hq) == {first, second, before}
    right = decisions(tmp_path, f"join,{first},{second}", f"link,{second},{before}", "")
    assert hq("duplicates", "resolve", right, "--dry-run", "--json").json == {"decisions": 2, "dry_run": True}
    assert listed(hq) == {first, second, before}
    assert hq("duplicates", "resolve", right, "--json").json == {"decisions": 2, "dry_run": False}
    assert listed(hq) == {first, before}
    assert hq("duplicates", "resolve", decisions(tmp_path, f"part,{second},")).code == 0
    assert listed(hq) == {first, second, before}


def test_choices_that_do_not_fit_are_refused_and_nothing_is_joined(hq: Office, tmp_path: Path) -> None:
    first, second, before = by_stage(hq)
    path = tmp_path / "choices.json"
    for choices in ("[]", '{"identity.sex": "first"}', '{"no.field": "kept"}'):
        path.write_text(choices, encoding="utf-8")
        assert hq("duplicates", "join", first, second, "--choices", path).code == 2
    assert hq("duplicates", "join", first, second, "--keep", before).code == 2
    assert listed(hq) == {first, second, before}


def test_a_laptop_decides_nothing(world: World) -> None:
    assert world.field("duplicates", "list").code == 40
