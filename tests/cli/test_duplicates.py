"""`s2w duplicates`: people who may be one, on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import World
from tests.cli.program import Office, Ran

PEOPLE: tuple[dict[str, Any], ...] = (
    {"identity.given_names": "Ahmad", "identity.family_names": "Karimi", "identity.date_of_birth": "1984-05-07"},
    {"identity.given_names": "احمد", "identity.family_names": "کریمی", "identity.date_of_birth": "1984", "identity.sex": "M"},
    {"identity.given_names": "Ahmad", "identity.family_names": "Karimi", "session.stage": "PRE", "identity.sex": "M"},
)


@pytest.fixture
def numbers(world: World) -> list[str]:
    """Case numbers of three profiles at headquarters that may be of one person, the third from before the departure."""
    for person in PEOPLE:
        line = {"answers": {**person, "identity.nationality": "AFG", "session.stage": person.get("session.stage", "REC")}}
        assert world.hq("profile", "add", "-", stdin=json.dumps(line).encode()).code == 0
    rows = world.hq("profile", "list", "--json").lines
    return [row["case_number"] for row in sorted(rows, key=lambda row: str(row["changed"]))][:3]


def pairs(hq: Office) -> list[set[str]]:
    return [{one["first"], one["second"]} for one in hq("duplicates", "list", "--json").json["pairs"]]


def listed(hq: Office) -> set[str]:
    return {row["case_number"] for row in hq("profile", "list", "--json").lines}


def decisions(folder: Path, *lines: str) -> Path:
    path = folder / "decisions.csv"
    path.write_text("\n".join(("decision,first,second", *lines)), encoding="utf-8")
    return path


def code(ran: Ran) -> tuple[int, str]:
    return ran.code, ran.failure["code"]


def stages(hq: Office) -> dict[str, str]:
    return {line["case_number"]: line["answers"]["session.stage"] for line in hq("profile", "show", "--all").lines}


def by_stage(hq: Office, numbers: list[str]) -> tuple[str, str, str]:
    """The two from after the departure, and the one from before."""
    found = stages(hq)
    first, second = sorted(number for number in numbers if found[number] == "REC")
    (before,) = [number for number in numbers if found[number] == "PRE"]
    return first, second, before


def test_two_are_found_compared_joined_and_parted(world: World, numbers: list[str], tmp_path: Path) -> None:
    hq = world.hq
    first, second, before = by_stage(hq, numbers)
    assert sorted(map(sorted, pairs(hq))) == sorted(map(sorted, ({first, second}, {first, before}, {second, before})))
    shown = hq("duplicates", "list").text
    assert "a similar name" in shown
    assert "Karimi" not in shown
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


def test_who_is_told_apart_is_listed_no_more_and_departures_are_linked(world: World, numbers: list[str]) -> None:
    hq = world.hq
    first, second, before = by_stage(hq, numbers)
    assert hq("duplicates", "apart", second, first).code == 0
    assert {first, second} not in pairs(hq)
    assert code(hq("duplicates", "join", first, before, "--json")) == (40, "E-JOIN-1")
    assert code(hq("duplicates", "link", first, second, "--json")) == (40, "E-JOIN-2")
    assert hq("duplicates", "link", first, before).code == 0
    (line,) = hq("profile", "show", first).lines
    assert line["answers"]["record.earlier_profile"]


def test_a_file_of_decisions_is_checked_whole_before_any_is_followed(world: World, numbers: list[str], tmp_path: Path) -> None:
    hq = world.hq
    first, second, before = by_stage(hq, numbers)
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


@pytest.mark.parametrize(
    "line",
    [
        "merge,{first},{second}",
        "join,{first}",
        "join,{first},{first}",
        "join,{first},GR-ZZZZZ-ZZZZ9",
        "join,{first},{second},x",
        "part,{first},",
        "part,{first},{second}",
        "link,{first},{second}",
        "join,{first},{second}\njoin,{second},{first}",
        "apart,{first},{second}\njoin,{first},{second}\napart,{first},{second}",
    ],
)
def test_decisions_that_cannot_be_followed_are_refused_by_line(
    world: World, numbers: list[str], tmp_path: Path, line: str
) -> None:
    first, second, before = by_stage(world.hq, numbers)
    refused = world.hq("duplicates", "resolve", decisions(tmp_path, line.format(first=first, second=second)))
    assert refused.code == 1
    assert f"Line: {line.count(chr(10)) + 2}" in refused.err
    assert listed(world.hq) == {first, second, before}


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"decision;first;second\n", b'decision,first,second\n"'])
def test_a_file_that_is_no_list_of_decisions_is_refused(world: World, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "decisions.csv"
    path.write_bytes(content)
    assert code(world.hq("duplicates", "resolve", path, "--json")) == (1, "E-JOIN-5")


@pytest.mark.parametrize("choices", ["[]", "{", '{"identity.sex": "first"}', '{"identity.sex": 1}', '{"no.field": "kept"}'])
def test_choices_that_do_not_fit_are_refused_and_nothing_is_joined(
    world: World, numbers: list[str], tmp_path: Path, choices: str
) -> None:
    first, second, before = by_stage(world.hq, numbers)
    path = tmp_path / "choices.json"
    path.write_text(choices, encoding="utf-8")
    assert world.hq("duplicates", "join", first, second, "--choices", path).code == 2
    assert listed(world.hq) == {first, second, before}


def test_a_laptop_decides_nothing(world: World) -> None:
    assert world.field("duplicates", "list").code == 40
