"""Erasing, orders and handing on by the command line, with bundles read in a process of their own."""

import json
from pathlib import Path

from tests.cli.conftest import World
from tests.cli.program import enrol, export, make_office


def case_numbers(world: World) -> list[str]:
    lines = world.field("profile", "list", "--json").out.splitlines()
    return [json.loads(line)["case_number"] for line in lines]


def receipts(world: World) -> list[Path]:
    return [Path(one["file"]) for one in world.hq("receipt", world.stick, "--json").json["receipts"]]


def test_what_a_laptop_erases_headquarters_erases_too(world: World) -> None:
    assert world.hq("import", world.bundle).code == 0
    (receipt,) = receipts(world)
    assert world.field("import", receipt).code == 0
    number = case_numbers(world)[0]
    ran = world.field("erase", number.lower(), "--reason", "request", "--yes", "--json")
    assert (ran.code, ran.json["erased"]) == (0, 1)
    assert number not in case_numbers(world)
    (brought,) = world.hq("import", export(world.field, world.stick), "--json").json["bundles"]
    assert (brought["erased_profiles"], brought["rejected"]) == (1, [])
    assert number not in world.hq("profile", "show", "--all").text
    assert world.hq("profile", "show", number, "--json").failure["code"] == "E-INPUT-1"


def test_what_headquarters_erases_the_laptop_erases_with_the_receipt(world: World) -> None:
    world.hq("import", world.bundle)
    number = case_numbers(world)[0]
    assert world.hq("erase", number, "--reason", "retention", "--yes").code == 0
    (order,) = world.hq("order", "list", "--json").json["orders"]
    assert (order["kind"], order["sent"], order["heard"]) == ("erase", False, False)
    (receipt,) = receipts(world)
    told = world.field("import", receipt, "--json").json["bundles"][0]
    assert [one["kind"] for one in told["orders"]] == ["erase"]
    assert number not in case_numbers(world)
    assert [one["kind"] for one in world.field("order", "list", "--json").json["orders"]] == ["erase"]


def test_nothing_is_erased_without_being_asked_for_twice(world: World) -> None:
    number = case_numbers(world)[0]
    ran = world.field("erase", number, "--reason", "error")
    assert ran.code == 2
    assert "--yes" in ran.err
    assert world.field("erase", number, "--yes").code == 2
    assert number in case_numbers(world)


def test_a_new_epoch_is_ordered_and_begun(world: World) -> None:
    world.hq("import", world.bundle)
    device = world.hq("enroll", "list", "--json").json["devices"][0]["device"]
    assert world.hq("order", "give", "new_epoch", device).code == 0
    assert world.hq("order", "give", "install_reference", device).code == 2
    assert world.field("order", "give", "new_epoch", device).code == 40
    (receipt,) = receipts(world)
    assert "The next hand-over brings it." in world.field("import", receipt).err
    (again,) = world.hq("import", export(world.field, world.stick), "--json").json["bundles"]
    assert (again["created_profiles"], again["missing_numbers"]) == (0, [])


AGREED = {f"consent.{word}": "granted" for word in ("create_profile", "send_with_name", "pass_to_office")}


def test_profiles_are_handed_on_to_another_laptop_if_the_people_agreed(world: World, tmp_path: Path) -> None:
    other = make_office(tmp_path / "other", "field", "--training")
    enrol(world.hq, other, tmp_path / "enrolment")
    before = case_numbers(world)
    world.field("profile", "add", "-", stdin=json.dumps({"answers": AGREED}).encode())
    (agreed,) = set(case_numbers(world)) - set(before)
    assert world.hq("import", export(world.field, world.stick)).code == 0
    first, second = (one["device"] for one in world.hq("enroll", "list", "--json").json["devices"])
    refused = world.hq("transfer", before[0], "--to", second, "--out", world.stick, "--json")
    assert (refused.code, refused.failure["code"]) == (40, "E-TRANSFER-1")
    partly = world.hq("transfer", "--of-laptop", first, "--to", second, "--out", world.stick, "--json")
    assert (partly.code, partly.json["profiles"], partly.json["held_back"]) == (3, 1, 5)
    ran = world.hq("transfer", agreed, "--to", second, "--out", world.stick, "--json")
    brought = other("import", ran.json["bundles"][0]["file"], "--json").json["bundles"][0]
    assert (brought["kind"], brought["created_profiles"]) == ("transfer", 1)
    assert agreed in other("profile", "show", "--all").text
    assert world.hq("transfer", "--to", second, "--out", world.stick).code == 2
