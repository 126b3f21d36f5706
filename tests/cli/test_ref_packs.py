"""`s2w ref build`, `verify`, `install`, `list`, `rollback` and `search` with a pack: from a download to the laptop and back."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import World
from tests.cli.program import Office, Ran, make_office, s2w
from tests.reference.esco_making import (
    BAKE,
    BAKER,
    FILES,
    KNEAD,
    OCCUPATION,
    OCCUPATIONS,
    SKILL,
    occupation,
    place,
    skill,
    table,
)

ICELANDIC = "v1.0.8/occupations_is.csv"
DOWNLOAD = {
    **FILES,
    ICELANDIC: table(OCCUPATION, [occupation(BAKER, "bakari")]),
    "v1.0/skills_uk.csv": table(SKILL, [skill(KNEAD, "замішувати тісто")]),
}
KEYS = {"id", "version", "made_on", "title", "contents", "parts", "bytes"}


@pytest.fixture
def download(tmp_path: Path) -> Path:
    return place(tmp_path / "download", DOWNLOAD)


def built(office: Office, download: Path, file: Path, *more: object) -> dict[str, Any]:
    ran = office("ref", "build", "--esco", download, file, *more, "--json")
    assert (ran.code, ran.err) == (0, "")
    plain: dict[str, Any] = ran.json
    return plain


def installed(office: Office) -> list[tuple[int, bool]]:
    return [(one["version"], one["current"]) for one in office("ref", "list", "--json").json["packs"]]


def found(ran: Ran) -> list[list[dict[str, str]]]:
    assert ran.code == 0, ran.err
    return [line["results"] for line in ran.lines]


def test_a_pack_goes_from_the_download_to_the_laptop_and_back(world: World, download: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.s2wref", tmp_path / "second.s2wref"
    made = built(world.hq, download, first)
    assert made.keys() == KEYS | {"file"}
    assert (made["file"], made["id"], made["version"], made["contents"]) == (str(first), "esco", 1, ["esco"])
    assert made["title"] == "ESCO 1.2.1, with labels of 1.0, 1.0.8"
    assert built(world.hq, download, second)["version"] == 2

    looked = world.field("ref", "verify", first, "--json").json
    assert looked == {key: made[key] for key in KEYS} | {"signer": "Example Aid", "current": False, "here": True}
    assert installed(world.field) == []
    assert world.field("ref", "install", first, "--json").json == looked | {"current": True}
    assert world.field("ref", "install", second).code == 0
    assert installed(world.field) == [(1, False), (2, True)]
    assert world.field("ref", "rollback", "esco", "--json").json["version"] == 1
    assert installed(world.field) == [(1, True), (2, False)]
    refused = world.field("ref", "rollback", "esco", "--json")
    assert (refused.code, refused.failure["code"]) == (1, "E-PACK-9")
    assert world.field("ref", "install", second).code == 0


def test_a_pack_travels_to_a_laptop_in_a_bundle(world: World, download: Path, tmp_path: Path) -> None:
    made = built(world.hq, download, tmp_path / "p")
    (sent,) = world.hq("ref", "send", tmp_path / "p", world.stick, "--json").json["bundles"]
    assert sent.keys() == {"device", "file"}
    got = world.field("ref", "install", sent["file"], "--json").json
    assert {key: got[key] for key in KEYS} == {key: made[key] for key in KEYS}
    refused = world.field("ref", "send", tmp_path / "p", world.stick, "--json")
    assert (refused.code, refused.failure["code"]) == (40, "E-ROLE-1")


def test_in_words_the_pack_its_title_and_its_signer_are_told(world: World, download: Path, tmp_path: Path) -> None:
    said = world.hq("ref", "build", "--esco", download, tmp_path / "p").text
    assert "ESCO 1.2.1" in said
    assert "No pack is installed" in world.field("ref", "list").text
    assert "Example Aid" in world.field("ref", "verify", tmp_path / "p").text
    world.field("ref", "install", tmp_path / "p")
    assert "in use" in world.field("ref", "list").text


def test_what_is_installed_is_searched_without_a_passphrase(world: World, download: Path, tmp_path: Path) -> None:
    place_of_store = ("--store", world.field.folder, "--lang", "en")
    before = found(s2w("ref", "search", *place_of_store, stdin=b"bread baker\n"))
    assert all("/isco/" in one["uri"] for one in before[0])
    built(world.hq, download, tmp_path / "p")
    world.field("ref", "install", tmp_path / "p")
    ((first, *_),) = found(s2w("ref", "search", *place_of_store, stdin=b"bread baker\n"))
    assert first == {"uri": BAKER, "isco": "7512", "label": "baker", "lang": "en", "matched": "bread baker"}


def test_skills_are_searched_where_a_pack_brings_them(download: Path, tmp_path: Path) -> None:
    assert s2w("ref", "build", "--esco", download, "--unsigned", tmp_path / "p").code == 0
    ask = ("ref", "search", "--kind", "skill")
    assert found(s2w(*ask, stdin=b"knead\n")) == [[]]
    in_english, in_ukrainian = found(s2w(*ask, "--pack", tmp_path / "p", stdin="baking goods\nтісто\n".encode()))
    assert (in_english[0]["uri"], in_english[0]["isco"]) == (BAKE, "")
    assert (in_ukrainian[0]["uri"], in_ukrainian[0]["lang"], in_ukrainian[0]["matched"]) == (KNEAD, "uk", "замішувати тісто")
    assert in_ukrainian[0]["label"] == "knead dough"
    ((own,),) = found(s2w(*ask, "--pack", tmp_path / "p", "--lang", "uk", "--limit", 1, stdin="тісто\n".encode()))
    assert own["label"] == "замішувати тісто"


def test_fields_of_study_are_searched_without_a_pack() -> None:
    ((first, *_),) = found(s2w("ref", "search", "--kind", "field", "--lang", "en", stdin=b"civil engineering\n"))
    assert (first["code"], first["uri"]) == ("0732", "http://data.europa.eu/esco/isced-f/0732")


def test_languages_that_only_esco_has_are_searched_and_others_are_told(download: Path, tmp_path: Path) -> None:
    assert s2w("ref", "build", "--esco", download, "--unsigned", tmp_path / "p").code == 0
    ((first, *_),) = found(s2w("ref", "search", "--pack", tmp_path / "p", "--lang", "is", stdin=b"bakari\n"))
    assert (first["uri"], first["label"], first["lang"]) == (BAKER, "bakari", "is")
    refused = s2w("ref", "search", "--lang", "zz", "--json", stdin=b"bakari\n")
    assert (refused.code, refused.failure["exit_code"]) == (1, 1)


def test_words_of_an_office_are_found(download: Path, tmp_path: Path) -> None:
    words = tmp_path / "words.csv"
    words.write_text(f"language,word,uri\nen,loafsmith,{BAKER}\n", encoding="utf-8")
    assert s2w("ref", "build", "--esco", download, "--synonyms", words, "--unsigned", tmp_path / "p").code == 0
    ((first, *_),) = found(s2w("ref", "search", "--pack", tmp_path / "p", "--lang", "en", stdin=b"loafsmith\n"))
    assert (first["uri"], first["matched"]) == (BAKER, "loafsmith")


def test_a_country_and_esco_make_one_pack(download: Path, tmp_path: Path) -> None:
    sample = Path(__file__).parents[2] / "resources" / "country" / "sample"
    ran = s2w("ref", "build", "--esco", download, "--country", sample, "--unsigned", tmp_path / "p", "--json")
    assert (ran.code, ran.json["id"], ran.json["contents"]) == (0, "reference", ["esco", "country"])


def test_every_fault_of_the_tables_of_a_country_is_told_in_a_line_of_its_own(tmp_path: Path) -> None:
    sample = Path(__file__).parents[2] / "resources" / "country" / "sample"
    for file in sample.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    services = tmp_path / "services.csv"
    services.write_bytes(services.read_bytes().replace(b",R02,", b",R98,").replace(b",R03,", b",R97,"))
    refused = s2w("ref", "build", "--country", tmp_path, "--unsigned", tmp_path / "p")
    assert (refused.code, refused.out) == (1, b"")
    told = [f"services.csv, line {line}, column topics: This code is not in the list." for line in (3, 4)]
    assert told[0] in refused.err
    assert refused.err.splitlines()[-1] == told[1]
    assert not (tmp_path / "p").exists()


def test_a_fault_of_the_download_is_told_with_file_line_and_reason_and_nothing_is_made(
    world: World, download: Path, tmp_path: Path
) -> None:
    (download / OCCUPATIONS).write_bytes(FILES[OCCUPATIONS].replace(b"5120", b"5199"))
    refused = world.hq("ref", "build", "--esco", download, tmp_path / "p", "--json")
    finding = {"file": "occupations_en.csv", "line": 4, "column": "iscoGroup", "fault": "unknown_code"}
    assert (refused.code, refused.failure["code"], refused.failure["findings"]) == (1, "E-REF-3", [finding])
    assert refused.out == b""
    said = world.hq("ref", "build", "--esco", download, tmp_path / "p").err
    assert "occupations_en.csv" in said
    assert "4" in said
    assert "5199" not in said
    assert not (tmp_path / "p").exists()


def test_progress_goes_to_the_terminal_alone(download: Path, tmp_path: Path) -> None:
    quiet = s2w("ref", "build", "--esco", download, "--unsigned", tmp_path / "quiet", "--json", is_terminal=True)
    assert (quiet.err, json.loads(quiet.out)["id"]) == ("", "esco")
    shown = s2w("ref", "build", "--esco", download, "--unsigned", tmp_path / "shown", is_terminal=True)
    assert "14 of 14" in shown.err
    assert " of 14" not in shown.text
    assert " of 14" not in s2w("ref", "build", "--esco", download, "--unsigned", tmp_path / "more").err


def cut(raw: bytes) -> bytes:
    return raw[:-512]


def changed(raw: bytes) -> bytes:
    return raw.replace(b'"title":"ESCO', b'"title":"ESCA')


def part_changed(raw: bytes) -> bytes:
    place_of_part = raw.rindex(b"\x1f\x8b") + 12
    return raw[:place_of_part] + bytes([raw[place_of_part] ^ 0xFF]) + raw[place_of_part + 1 :]


@pytest.mark.parametrize(
    ("change", "code", "exit_code"),
    [(cut, "E-PACK-1", 20), (changed, "E-PACK-4", 21), (part_changed, "E-PACK-7", 20)],
)
def test_a_damaged_pack_is_refused_and_what_is_installed_stays(
    world: World,
    download: Path,
    tmp_path: Path,
    change: Any,  # noqa: ANN401
    code: str,
    exit_code: int,
) -> None:
    built(world.hq, download, tmp_path / "one")
    world.field("ref", "install", tmp_path / "one")
    built(world.hq, download, tmp_path / "two")
    (tmp_path / "bad").write_bytes(change((tmp_path / "two").read_bytes()))
    refused_and_nothing_changed(world, tmp_path / "bad", code, exit_code)


def refused_and_nothing_changed(world: World, file: Path, code: str, exit_code: int, *, also_verify: bool = True) -> None:
    before = world.field("ref", "list", "--json").out
    for action in ("verify", "install") if also_verify else ("install",):
        refused = world.field("ref", action, file, "--json")
        assert (refused.code, refused.failure["code"], refused.failure["exit_code"]) == (exit_code, code, exit_code)
        assert refused.out == b""
    assert world.field("ref", "list", "--json").out == before


def test_strangers_the_unsigned_the_stale_and_what_is_no_pack_are_refused(world: World, download: Path, tmp_path: Path) -> None:
    built(world.hq, download, tmp_path / "one")
    built(world.hq, download, tmp_path / "two")
    world.field("ref", "install", tmp_path / "two")
    refused_and_nothing_changed(world, tmp_path / "one", "E-PACK-6", 22, also_verify=False)
    s2w("ref", "build", "--esco", download, "--unsigned", "--version", 9, tmp_path / "unsigned")
    refused_and_nothing_changed(world, tmp_path / "unsigned", "E-PACK-3", 21)
    stranger = make_office(tmp_path / "stranger", "hq", "--training")
    built(stranger, download, tmp_path / "strange", "--version", 9)
    refused_and_nothing_changed(world, tmp_path / "strange", "E-PACK-3", 21)
    refused_and_nothing_changed(world, Path(__file__), "E-PACK-1", 20)
    refused_and_nothing_changed(world, tmp_path / "gone", "E-DISK-6", 30)


def test_only_headquarters_builds_and_only_what_is_new(world: World, download: Path, tmp_path: Path) -> None:
    refused = world.field("ref", "build", "--esco", download, tmp_path / "p", "--json")
    assert (refused.code, refused.failure["code"]) == (40, "E-ROLE-1")
    built(world.hq, download, tmp_path / "p")
    before = (tmp_path / "p").read_bytes()
    assert world.hq("ref", "build", "--esco", download, tmp_path / "p").code == 1
    assert (tmp_path / "p").read_bytes() == before
    again = world.hq("ref", "build", "--esco", download, "--version", 1, tmp_path / "q", "--json")
    assert (again.code, again.failure["code"]) == (22, "E-PACK-6")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("build", "--unsigned", "p"), 2),
        (("build", "--esco", "nowhere", "--unsigned", "p"), 1),
        (("search", "--pack", "nowhere"), 30),
        (("search", "--kind", "town"), 2),
        (("list", "--store", "nowhere"), 10),
        (("rollback",), 2),
    ],
    ids=str,
)
def test_what_cannot_be_done_ends_with_its_code(arguments: tuple[str, ...], code: int) -> None:
    assert s2w("ref", *arguments).code == code


def test_going_back_without_a_pack_is_told(world: World) -> None:
    refused = world.field("ref", "rollback", "esco", "--json")
    assert (refused.code, refused.failure["code"]) == (1, "E-PACK-8")


def test_a_damaged_part_is_told_by_a_search(world: World, download: Path, tmp_path: Path) -> None:
    built(world.hq, download, tmp_path / "p")
    world.field("ref", "install", tmp_path / "p")
    (world.field.folder / "reference" / "esco-1" / "0000").write_bytes(b"{}")
    refused = s2w("ref", "search", "--store", world.field.folder, "--json", stdin=b"baker\n")
    assert (refused.code, refused.failure["code"]) == (20, "E-PACK-7")
