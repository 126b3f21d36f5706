"""`s2w profile paper`: any paper of a person as a PDF or a Word file, in the languages asked for or in those that suit it."""

import json
from pathlib import Path

import pytest

from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.services.sheets.kinds import PaperKind
from tests.cli.conftest import World
from tests.cli.test_profile_files import added
from tests.interchange.word_reading import told


def test_each_paper_is_written_and_said_not_to_be_encrypted(world: World, tmp_path: Path) -> None:
    number = added(world.field)
    for kind in PaperKind:
        target = tmp_path / f"{kind.value}.pdf"
        ran = world.field("profile", "paper", number, "--paper", kind.value, "--out", target, "--json")
        assert ran.code == 0, ran.err
        assert target.read_bytes()[:5] == b"%PDF-"
        assert (ran.json["file"], ran.json["paper"]) == (str(target), kind.value)
        assert b"Haddad" not in ran.out
    ran = world.field("profile", "paper", number, "--out", tmp_path / "paper.pdf")
    assert "not encrypted" in ran.err
    assert world.field("profile", "paper", number, "--out", target).code != 0, "a file that is there is never written over"


def test_languages_and_large_letters_are_asked_for(world: World, tmp_path: Path) -> None:
    number = added(world.field)
    asked = ("profile", "paper", number, "--paper", "next-steps", "--lang", "ar", "--lang", "fr", "--json")
    usual = world.field(*asked, "--out", tmp_path / "usual.pdf")
    large = world.field(*asked, "--large", "--out", tmp_path / "large.pdf")
    assert usual.json["languages"] == large.json["languages"] == ["ar", "fr"]
    assert (tmp_path / "usual.pdf").read_bytes() != (tmp_path / "large.pdf").read_bytes()


@pytest.mark.parametrize("languages", [("xx",), ("en", "fr", "ar")])
def test_a_language_that_is_not_spoken_and_a_third_one_are_refused(
    languages: tuple[str, ...], world: World, tmp_path: Path
) -> None:
    number, target = added(world.field), tmp_path / "paper.pdf"
    asked = [part for language in languages for part in ("--lang", language)]
    assert world.field("profile", "paper", number, "--out", target, *asked).code != 0
    assert not target.exists()


def test_a_paper_of_everybody_is_written_one_file_each(world: World, tmp_path: Path) -> None:
    numbers = {added(world.field) for _ in range(3)}
    ran = world.field("profile", "papers", "--paper", "next-steps", "--lang", "en", "--out", tmp_path, "--json")
    assert ran.code == 0, ran.err
    files = {path.name for path in tmp_path.glob("*.pdf")}
    assert {f"{number}-next-steps.pdf" for number in numbers} <= files
    assert ran.json["written"] == len(files)
    assert world.field("profile", "papers", "--paper", "next-steps", "--lang", "en", "--out", tmp_path).code != 0


def test_everything_that_is_held_is_json_for_other_programs_too_and_no_other_paper_is(world: World, tmp_path: Path) -> None:
    number, target = added(world.field), tmp_path / "everything.json"
    assert world.field("profile", "paper", number, "--paper", "cv", "--out", target).code == ExitCode.USAGE
    ran = world.field("profile", "paper", number, "--paper", "access", "--out", target)
    assert ran.code == 0, ran.err
    assert "not encrypted" in ran.err
    record = json.loads(target.read_text(encoding="utf-8"))
    assert (record["type"], record["case_number"]) == ("access_copy", number)
    assert "identity.family_names" in {one["path"] for one in record["answers"]}


def test_papers_of_everybody_come_as_word_files_too(world: World, tmp_path: Path) -> None:
    number = added(world.field)
    asked = ("profile", "papers", "--format", "docx", "--lang", "en", "--lang", "ar", "--out", tmp_path, "--json")
    ran = world.field(*asked)
    assert ran.code == 0, ran.err
    assert ran.json["written"] == len(list(tmp_path.glob("*.docx"))) > 1
    assert told((tmp_path / f"{number}-profile.docx").read_bytes())
    assert world.field("profile", "papers", "--lang", "en", "--lang", "ar", "--lang", "fr", "--out", tmp_path).code == 2


def test_the_ending_of_the_file_asks_for_word(world: World, tmp_path: Path) -> None:
    number = added(world.field)
    for kind in PaperKind:
        target = tmp_path / f"{kind.value}.DOCX"
        ran = world.field("profile", "paper", number, "--paper", kind.value, "--lang", "en", "--out", target, "--json")
        assert ran.code == 0, ran.err
        assert told(target.read_bytes())
