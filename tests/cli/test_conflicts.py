"""`s2w conflicts`: list, show, decide, take back."""

from contextlib import closing
from pathlib import Path

import pytest

from s2w_desktop import paths
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.setup import unlock_store
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.workplace import open_workplace
from tests.cli.conftest import World
from tests.cli.program import PASSPHRASE, Office
from tests.services.quarrels import Quarrel

CASE, SEX, FAMILY = "GR-7777-7777-Q", "identity.sex", "identity.family_names"


@pytest.fixture
def hq(world: World) -> Office:
    """With a profile about which two laptops disagree."""
    sources = system_sources()
    opened = unlock_store(world.hq.folder, PASSPHRASE)
    with closing(
        open_workplace(
            opened,
            folder=world.hq.folder,
            resources=paths.resources(),
            catalogues=Catalogues(Path(paths.translations())),
            sources=sources,
        )
    ) as workplace:
        Quarrel(workplace, {SEX: "F", FAMILY: "Hadad"}, {SEX: "X", FAMILY: "حداد"}, case_number=CASE)
    return world.hq


def test_a_conflict_is_listed_shown_decided_and_taken_back(hq: Office) -> None:
    (waiting,) = hq("conflicts", "list", "--json").json["profiles"]
    assert (waiting["case_number"], waiting["open"], waiting["holder"]) == (CASE, 2, None)
    shown = hq("conflicts", "show", CASE, "--json").json
    sex = next(one for one in shown["open"] if one["field"] == SEX)
    assert sex["before"] == {"known": True, "value": "M"}
    assert [(one["n"], one["value"], one["laptop"]) for one in sex["answers"]] == [(1, "F", "Laptop 07"), (2, "X", "Laptop 03")]
    decided = hq("conflicts", "decide", CASE, "--field", SEX, "--choose", 2, "--json").json
    assert decided["open"] == 1
    after = hq("conflicts", "show", CASE, "--json").json
    assert [one["field"] for one in after["open"]] == [FAMILY]
    assert [(one["fields"], one["stands"]) for one in after["decisions"]] == [([SEX], True)]
    assert hq("conflicts", "undo", CASE, "--json").json == {"case_number": CASE, "decision": decided["decision"], "fields": [SEX]}
    assert len(hq("conflicts", "show", CASE, "--json").json["open"]) == 2
    history = hq("conflicts", "show", CASE, "--field", SEX, "--json").json["answers"]
    assert [one["value"] for one in history][:3] == ["M", "F", "X"]
    again = hq("conflicts", "undo", CASE, "--json")
    assert (again.code, again.failure["code"]) == (1, "E-CONFLICT-2")


def test_two_people_of_one_number_are_parted(hq: Office) -> None:
    people = hq("conflicts", "show", CASE, "--json").json["people"]
    assert [(one["n"], one["name"], one["laptop"]) for one in people] == [
        (1, "Layla Hadad", "Laptop 07"),
        (2, "Layla حداد", "Laptop 03"),
    ]
    wrong = hq("conflicts", "part", CASE, "--leaves", 3, "--json")
    assert (wrong.code, wrong.failure["code"]) == (1, "E-CONFLICT-3")
    parted = hq("conflicts", "part", CASE, "--leaves", 2, "--json").json
    assert (parted["case_number"], parted["new"]) == (CASE, True)
    sexes = [hq("profile", "show", number, "--json").json["answers"][SEX] for number in (CASE, parted["left"])]
    assert sexes == ["F", "X"]
    assert hq("conflicts", "list", "--json").json["profiles"] == []
    assert hq("duplicates", "join", CASE, parted["left"]).code == 0


def test_people_are_told_in_words(hq: Office) -> None:
    listed = hq("conflicts", "list")
    assert CASE in listed.text
    assert "Layla" not in listed.text
    told = hq("conflicts", "show", CASE).text
    assert "before: Male" in told
    assert "Laptop 03" in told
    assert "2  Layla حداد (Laptop 03, officer" in told.replace("\u2068", "").replace("\u2069", "")
    assert hq("conflicts", "decide", CASE, "--field", SEX, "--choose", 1).code == 0
    assert "not chosen" in hq("conflicts", "show", CASE, "--field", SEX).text


@pytest.mark.parametrize(
    "wrong", [("--field", SEX, "--choose", 3), ("--field", SEX, "--choose", 0), ("--field", "no.such", "--choose", 1)]
)
def test_what_is_not_asked_is_not_decided(hq: Office, wrong: tuple[object, ...]) -> None:
    ran = hq("conflicts", "decide", CASE, *wrong, "--json")
    assert (ran.code, ran.failure["code"]) == (1, "E-CONFLICT-3")


def test_a_laptop_decides_in_its_window(world: World) -> None:
    assert world.field("conflicts", "list", "--json").failure["code"] == "E-ROLE-1"
