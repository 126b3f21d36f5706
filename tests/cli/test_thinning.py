"""Removing from a laptop what headquarters has, by the command line."""

from tests.cli.conftest import World
from tests.cli.test_post import case_numbers, receipts


def test_what_headquarters_has_is_listed_first_and_removed_when_it_is_asked_for(world: World) -> None:
    numbers = sorted(case_numbers(world))
    assert world.field("profile", "thin", "--older-than", 0, "--json").json["removed"] == 0
    assert world.hq("import", world.bundle).code == 0
    (receipt,) = receipts(world)
    assert world.field("import", receipt).code == 0
    young = world.field("profile", "thin", "--json").json
    assert (young["days"], young["thinnable"], young["removed"]) == (90, 0, 0)
    dry = world.field("profile", "thin", "--older-than", 0, "--dry-run", "--json")
    told = {"days": 0, "dry_run": True, "removed": 0, "thinnable": dry.json["thinnable"], "only_here": dry.json["only_here"]}
    assert dry.json == told | {"case_numbers": dry.json["case_numbers"]}
    assert dry.json["thinnable"] + dry.json["only_here"] == len(numbers)
    going = dry.json["case_numbers"]
    assert set(going) <= set(numbers) == set(case_numbers(world))
    shown = world.field("profile", "thin", "--older-than", 0, "--dry-run")
    assert all(number in shown.text for number in going)
    ran = world.field("profile", "thin", "--older-than", 0)
    assert ran.code == 0
    assert f"{len(going)} profile" in ran.text.replace("\u2068", "").replace("\u2069", "")
    assert "Headquarters keeps all of it." in ran.err
    assert set(case_numbers(world)) == set(numbers) - set(going)
    assert all(number in world.hq("profile", "show", "--all").text for number in going)


def test_headquarters_removes_nothing_this_way(world: World) -> None:
    refused = world.hq("profile", "thin", "--json")
    assert (refused.code, refused.failure["code"]) == (40, "E-ROLE-1")
    assert world.field("profile", "thin", "--older-than", "soon").code == 2
