"""`s2w staff`: who works with a store, on both engines."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import World
from tests.cli.program import PASSPHRASE, Office, make_office, s2w

FIRST = "violet anchor meadow candle"


def test_somebody_comes_gets_other_duties_and_leaves(tmp_path: Path, new_address: Callable[[], str]) -> None:
    hq = make_office(tmp_path / "hq", "hq", "--training", "--officer", "M. Papadaki", address=new_address())
    first = tmp_path / "ana.passphrase"
    first.write_text(f"{FIRST}\n", encoding="utf-8")
    ana = Office(hq.folder, first, hq.address)
    assert ana("staff", "list").code == 12
    added = hq("staff", "add", "Ana", "--duty", "importer", "--duty", "reviewer", "--new-passphrase-file", first, "--json").json
    assert (added["name"], added["duties"], added["me"]) == ("Ana", ["importer", "reviewer"], False)
    assert ana("staff", "list").text.splitlines()[2].endswith("Reviewer and Importer")
    assert ana("report").code == 40
    assert hq("staff", "duties", "Ana", "--duty", "analyst", "--json").json["duties"] == ["analyst"]
    assert ana("report").code == 0
    refused = ana("staff", "remove", "M. Papadaki", "--json")
    assert (refused.code, refused.failure["code"]) == (40, "E-DUTY-1")
    assert hq("staff", "remove", added["officer"]).code == 0
    assert ana("staff", "list").code == 12
    assert [one["name"] for one in hq("staff", "list", "--json").json["officers"]] == ["M. Papadaki"]
    gone = hq("staff", "list", "--all", "--json").json["officers"][1]
    assert (gone["name"], bool(gone["removed_at"])) == ("Ana", True)
    last = hq("staff", "remove", "M. Papadaki", "--json")
    assert (last.code, last.failure["code"]) == (40, "E-DUTY-4")


def test_a_first_passphrase_is_typed_twice(world: World) -> None:
    def add(*typed: str) -> int:
        return s2w(
            "staff", "add", "Ben", "--duty", "interviewer", "--store", world.field.folder, answers=[PASSPHRASE, *typed]
        ).code

    assert add(FIRST, FIRST + "x") == 2
    assert add(FIRST, FIRST) == 0
    assert s2w("staff", "list", "--store", world.field.folder, answers=[FIRST]).code == 0
