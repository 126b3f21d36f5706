"""`s2w template`: signed by headquarters, checked by the laptop; every refusal has its code and changes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import World
from tests.cli.program import Office, make_office
from tests.services.pictures import png

SOURCE: dict[str, object] = {
    "format": "s2w-template/1",
    "id": "reception",
    "version": 2,
    "title": "Reception, first visit",
    "valid_from": "2026-01-01",
    "hidden": ["household", "identity.country_of_birth"],
    "tier": "standard",
    "officer_language": "fr",
    "person_languages": ["ara", "tir"],
    "centres": ["Lyon"],
}


def made(office: Office, folder: Path, name: str = "t", *options: object, **changed: object) -> Path:
    """A template signed by an office."""
    source, target = folder / f"{name}.json", folder / f"{name}.s2wt"
    source.write_text(json.dumps({**SOURCE, **changed}), encoding="utf-8")
    ran = office("template", "make", source, target, *options)
    assert ran.code == 0, ran.err
    return target


def present(office: Office) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = office("template", "show", "--json").json["templates"]
    return found


def test_a_template_is_made_installed_shown_and_removed(world: World, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(png())
    file = made(world.hq, tmp_path, "t", "--logo", logo)
    looked = world.field("template", "show", file, "--json").json["templates"][0]
    assert present(world.field) == []
    installed = world.field("template", "install", file, "--json").json
    assert installed == {**looked, "in_force": True}
    assert {key: installed[key] for key in SOURCE if key != "format"} == {k: v for k, v in SOURCE.items() if k != "format"}
    assert (installed["logo_bytes"] > 0, installed["unknown"]) == (True, [])
    assert present(world.field) == [installed]
    told = world.field("template", "show").text
    assert "Reception, first visit" in told
    assert "Full, about 60 minutes" in told
    assert world.field("template", "remove", "--json").json == {"removed": 1}
    assert world.field("template", "remove").code == 0
    assert present(world.field) == []


def test_only_a_newer_version_replaces_even_after_removal(world: World, tmp_path: Path) -> None:
    second, third = made(world.hq, tmp_path, "second"), made(world.hq, tmp_path, "third", version=3, title="Third")
    assert world.field("template", "install", second).code == 0
    assert world.field("template", "install", second).code == 0
    assert world.field("template", "install", third).code == 0
    world.field("template", "remove")
    refused = world.field("template", "install", second, "--json")
    assert (refused.code, refused.failure["code"]) == (22, "E-TEMPLATE-5")
    other = made(world.hq, tmp_path, "other", version=3, title="Another third")
    assert world.field("template", "install", other).code == 22
    assert present(world.field) == []
    assert world.field("template", "install", third).code == 0
    assert present(world.field)[0]["title"] == "Third"


def test_a_template_of_tomorrow_waits_and_the_present_one_stays(world: World, tmp_path: Path) -> None:
    now, later = made(world.hq, tmp_path, "now"), made(world.hq, tmp_path, "later", version=3, valid_from="2999-01-01")
    assert world.field("template", "install", now).code == 0
    assert world.field("template", "install", later, "--json").json["in_force"] is False
    assert [(one["version"], one["in_force"]) for one in present(world.field)] == [(3, False), (2, True)]


@pytest.fixture
def kept(world: World, tmp_path: Path) -> World:
    """The laptop follows a template."""
    assert world.field("template", "install", made(world.hq, tmp_path, "kept")).code == 0
    return world


def cut(content: bytes) -> bytes:
    return content[:-512]


def changed(content: bytes) -> bytes:
    return content.replace(b"first visit", b"first vizit")


@pytest.mark.parametrize(("change", "code", "exit_code"), [(cut, "E-TEMPLATE-1", 20), (changed, "E-TEMPLATE-4", 21)])
def test_a_damaged_or_changed_file_is_refused(kept: World, tmp_path: Path, change: Any, code: str, exit_code: int) -> None:  # noqa: ANN401
    file = made(kept.hq, tmp_path, "new", version=9)
    file.write_bytes(change(file.read_bytes()))
    refused_and_nothing_changed(kept, file, code, exit_code)


def test_another_headquarters_is_not_trusted(kept: World, tmp_path: Path) -> None:
    stranger = make_office(tmp_path / "stranger", "hq", "--training")
    refused_and_nothing_changed(kept, made(stranger, tmp_path, "new", version=9), "E-TEMPLATE-3", 21)


def test_a_revoked_headquarters_is_not_trusted(kept: World, tmp_path: Path) -> None:
    file = made(kept.hq, tmp_path, "new", version=9)
    (device,) = (one["device"] for one in kept.field("enroll", "list", "--json").json["devices"])
    kept.field("enroll", "revoke", device)
    refused_and_nothing_changed(kept, file, "E-TEMPLATE-3", 21)


def test_what_is_no_template_is_refused(kept: World, tmp_path: Path) -> None:
    refused_and_nothing_changed(kept, kept.bundle, "E-TEMPLATE-1", 20)
    refused_and_nothing_changed(kept, tmp_path / "nothing.s2wt", "E-DISK-6", 30)
    refused_and_nothing_changed(kept, tmp_path, "E-DISK-6", 30)


def refused_and_nothing_changed(world: World, file: Path, code: str, exit_code: int) -> None:
    before, people = present(world.field), world.field("profile", "show", "--all").out
    refused = world.field("template", "install", file, "--json")
    assert (refused.code, refused.failure["code"], refused.failure["exit_code"]) == (exit_code, code, exit_code)
    assert refused.out == b""
    assert present(world.field) == before
    assert world.field("profile", "show", "--all").out == people


@pytest.mark.parametrize(
    ("changed", "code", "exit_code"),
    [
        ({"hidden": ["consent"]}, "E-TEMPLATE-6", 40),
        ({"hidden": ["household", "famly"]}, "E-TEMPLATE-1", 20),
        ({"format": "s2w-template/2"}, "E-TEMPLATE-2", 23),
        ({"version": 0}, "E-TEMPLATE-1", 20),
    ],
)
def test_headquarters_signs_no_faulty_template(
    world: World, tmp_path: Path, changed: dict[str, object], code: str, exit_code: int
) -> None:
    source, target = tmp_path / "t.json", tmp_path / "t.s2wt"
    source.write_text(json.dumps({**SOURCE, **changed}), encoding="utf-8")
    refused = world.hq("template", "make", source, target, "--json")
    assert (refused.code, refused.failure["code"]) == (exit_code, code)
    assert not target.exists()


def test_a_slip_in_a_name_is_found_by_its_place(world: World, tmp_path: Path) -> None:
    source = tmp_path / "t.json"
    source.write_text(json.dumps({**SOURCE, "hidden": ["household", "famly"]}), encoding="utf-8")
    told = world.hq("template", "make", source, tmp_path / "t.s2wt").err
    assert "hidden 2" in told
    assert "famly" not in told


def test_a_logo_that_does_not_fit_and_a_file_that_is_there_are_refused(world: World, tmp_path: Path) -> None:
    file = made(world.hq, tmp_path)
    before = file.read_bytes()
    assert world.hq("template", "make", tmp_path / "t.json", file).code == 1
    logo = tmp_path / "logo.png"
    logo.write_bytes(png(1200, 10))
    refused = world.hq("template", "make", tmp_path / "t.json", tmp_path / "new.s2wt", "--logo", logo, "--json")
    assert (refused.code, refused.failure["code"]) == (20, "E-TEMPLATE-7")
    assert file.read_bytes() == before
    assert not (tmp_path / "new.s2wt").exists()


def test_only_headquarters_makes_and_only_laptops_install(world: World, tmp_path: Path) -> None:
    file = made(world.hq, tmp_path)
    assert world.hq("template", "install", file).code == 40
    assert world.field("template", "make", tmp_path / "t.json", tmp_path / "new.s2wt").code == 40
    assert world.hq("template", "show", file).code == 0
    assert present(world.hq) == []


def test_profiles_from_lines_follow_the_template(kept: World) -> None:
    line = json.dumps({"type": "profile", "answers": {"consent.create_profile": "granted"}}).encode()
    (number,) = kept.field("profile", "add", "-", "--json", stdin=line).json["case_numbers"]
    (shown,) = kept.field("profile", "show", number).lines
    assert shown["answers"]["record.tier"] == "standard"
    assert shown["answers"]["record.hidden"] == "household identity.country_of_birth"
    assert shown["answers"]["record.centre"] == "Lyon"
