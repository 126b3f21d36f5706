"""`s2w profile europass|exchange|import`: never without the person's word; what a file cannot hold is told by name."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import World
from tests.cli.program import Office, make_office

ANSWERS = {
    "record.tier": "extended",
    "identity.given_names": "Amina",
    "identity.family_names": "Haddad",
    "identity.country_of_origin": "SYR",
    "identity.date_of_birth": "1990-05",
    "work_summary.ever_worked": "paid",
    "work_summary.main_occupation": {"said": "Baker", "lang": "eng"},
    "work_summary.years_worked_total": {"n": "7"},
    "consent.create_profile": "granted",
}
WORK = {"title_own_words": {"said": "Baker", "lang": "eng"}, "start": "2012-03", "employer": "Example bakery", "country": "SYR"}


def added(office: Office, **consent: str) -> str:
    """The case number of Amina, with her word on some purposes."""
    answers = {**ANSWERS, **{f"consent.{key}": word for key, word in consent.items()}}
    line = json.dumps({"type": "profile", "answers": answers, "entries": {"work": [WORK]}})
    ran = office("profile", "add", "-", "--json", stdin=line.encode())
    assert ran.code == 0, ran.err
    (number,) = ran.json["case_numbers"]
    return str(number)


def shown(office: Office, number: str) -> dict[str, object]:
    (line,) = office("profile", "show", number).lines
    found: dict[str, object] = line
    return found


def test_a_profile_goes_out_as_europass_and_comes_back_as_a_new_one(world: World, tmp_path: Path) -> None:
    number, target = added(world.field, europass="granted"), tmp_path / "cv.xml"
    ran = world.field("profile", "europass", number, "--out", target, "--json")
    assert ran.code == 0, ran.err
    assert ran.json["left_out"] == [
        "identity.country_of_origin",
        "work_summary.ever_worked",
        "work_summary.years_worked_total",
        "work_summary.main_occupation",
    ]
    content = target.read_bytes()
    assert b"Example bakery" in content
    assert number.encode() not in content
    taken = world.field("profile", "import", target, "--json")
    assert taken.code == 0, taken.err
    new = shown(world.field, taken.json["case_number"])
    assert taken.json["case_number"] != number
    answers = new["answers"]
    assert isinstance(answers, dict)
    assert answers["identity.date_of_birth"] == "1990-05"
    assert not [path for path in answers if path.startswith("consent.")]
    assert new["entries"] == {"work": [WORK]}


def test_losses_are_told_in_words_and_never_with_values(world: World, tmp_path: Path) -> None:
    number = added(world.field, europass="granted")
    ran = world.field("profile", "europass", number, "--out", tmp_path / "cv.xml")
    assert "The format has no place for:" in ran.err
    assert "public website" in ran.err
    for value in ("Amina", "Baker", "SYR", "1990"):
        assert value not in ran.text + ran.err


@pytest.mark.parametrize("word", [None, "refused", "withdrawn"])
@pytest.mark.parametrize(("command", "purpose"), [("europass", "europass"), ("exchange", "refer_to_partner")])
def test_without_the_persons_word_nothing_is_written(
    world: World, tmp_path: Path, command: str, purpose: str, word: str | None
) -> None:
    number, target = added(world.field, **({purpose: word} if word else {})), tmp_path / "out"
    ran = world.field("profile", command, number, "--out", target, "--json")
    assert (ran.code, ran.failure["code"]) == (40, "E-CV-1")
    assert not target.exists()


def test_a_file_that_is_there_stays(world: World, tmp_path: Path) -> None:
    number, target = added(world.field, europass="granted"), tmp_path / "cv.xml"
    target.write_text("mine", "utf-8")
    assert world.field("profile", "europass", number, "--out", target).code == 1
    assert target.read_text("utf-8") == "mine"


def test_a_candidate_for_a_partner_goes_out_and_comes_back(world: World, tmp_path: Path) -> None:
    number, target = added(world.field, refer_to_partner="granted"), tmp_path / "candidate.json"
    ran = world.field("profile", "exchange", number, "--out", target, "--json")
    assert ran.code == 0, ran.err
    document = json.loads(target.read_text("utf-8"))
    assert (document["meta_source"], document["country_of_residence"]) == ("Example Aid", "GRC")
    assert (document["work"][0]["s2w_from"], document["s2w_date_of_birth"]) == ("2012-03", "1990-05")
    assert number not in target.read_text("utf-8")
    taken = world.field("profile", "import", target, "--json")
    assert taken.code == 0, taken.err
    assert taken.json["unplaced"] == ["country_of_residence"]


def test_the_same_person_has_one_id_for_partners_and_another_for_europass(world: World, tmp_path: Path) -> None:
    number = added(world.field, refer_to_partner="granted", europass="granted")
    for name in ("one", "two"):
        assert world.field("profile", "exchange", number, "--out", tmp_path / name).code == 0
    assert world.field("profile", "europass", number, "--out", tmp_path / "cv").code == 0
    one, two = (json.loads((tmp_path / name).read_text("utf-8"))["id"] for name in ("one", "two"))
    assert one == two
    assert one.encode() not in (tmp_path / "cv").read_bytes()


def test_a_dry_run_keeps_nothing(world: World, tmp_path: Path) -> None:
    number, target = added(world.field, europass="granted"), tmp_path / "cv.xml"
    world.field("profile", "europass", number, "--out", target)
    before = len(world.field("profile", "list", "--json").lines)
    ran = world.field("profile", "import", "--dry-run", target, "--json")
    assert (ran.code, ran.json["case_number"], ran.json["answers"]) == (0, "", 7)
    assert len(world.field("profile", "list", "--json").lines) == before


def test_what_does_not_fit_is_told_and_the_rest_is_taken(world: World, tmp_path: Path) -> None:
    number, target = added(world.field, europass="granted"), tmp_path / "cv.xml"
    world.field("profile", "europass", number, "--out", target)
    target.write_bytes(target.read_bytes().replace(b"1990-05", b"sometime").replace(b"<hr:ID", b"<Projects>x</Projects><hr:ID"))
    ran = world.field("profile", "import", target, "--json")
    assert (ran.code, ran.json["unfit"], ran.json["unplaced"]) == (3, ["identity.date_of_birth"], ["Projects"])
    assert ran.json["case_number"]
    told = world.field("profile", "import", "--dry-run", target)
    assert "Name and birth: Date of birth" in told.err
    assert "Projects" in told.err
    assert "sometime" not in told.err


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<!DOCTYPE a><a/>", "E-CV-5"),
        (b"<a/>", "E-CV-2"),
        (b'<x xmlns="http://europass.cedefop.europa.eu/Europass"/>', "E-CV-3"),
        (b"<a>" * 100, "E-CV-4"),
        (b"{}", "E-CV-2"),
        (b"", "E-CV-2"),
        (b"%PDF-1.7 nonsense", "E-CV-2"),
        (b"MZ\x90\x00", "E-CV-2"),
    ],
)
def test_a_file_that_cannot_be_taken_in_is_refused_by_its_code(world: World, tmp_path: Path, content: bytes, code: str) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    before = len(world.field("profile", "list", "--json").lines)
    ran = world.field("profile", "import", file, "--json")
    assert (ran.code, ran.failure["code"]) == (1, code)
    assert len(world.field("profile", "list", "--json").lines) == before


def test_other_refusals(world: World, tmp_path: Path) -> None:
    number = added(world.field, europass="granted")
    ran = world.field("profile", "europass", number, "--out", tmp_path / "cv", "--lang", "ar", "--json")
    assert (ran.code, ran.failure["code"]) == (1, "E-CV-7")
    assert world.field("profile", "import", tmp_path / "nowhere").code == 30
    assert world.field("profile", "europass", "GR-2222-2222-2", "--out", tmp_path / "cv").code == 1
    file = tmp_path / "candidate.json"
    file.write_text("{}", "utf-8")
    assert world.hq("profile", "import", file).code == 40


def test_what_a_partner_needs_and_the_profile_lacks_is_told_by_its_question(tmp_path: Path) -> None:
    office = make_office(tmp_path / "field", "field", "--training")
    line = {"type": "profile", "answers": {"consent.create_profile": "granted", "consent.refer_to_partner": "granted"}}
    (number,) = office("profile", "add", "-", "--json", stdin=json.dumps(line).encode()).json["case_numbers"]
    ran = office("profile", "exchange", number, "--out", tmp_path / "x")
    assert ran.code == 1
    assert "Country before leaving" in ran.err
    assert not (tmp_path / "x").exists()
