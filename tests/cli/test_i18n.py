"""`s2w i18n`: out to a spreadsheet, back again, and how far each language is."""

import csv
import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import ROOT, Ran, s2w


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A checkout's folder of translations."""
    return Path(shutil.copytree(ROOT / "translations", tmp_path / "translations", ignore=shutil.ignore_patterns("*.mo")))


def rows_of(file: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))


def write(file: Path, rows: list[list[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)


def asked(program: Path, *arguments: object, **more: object) -> Ran:
    return s2w("i18n", *arguments, translations=program, **more)  # type: ignore[arg-type]


def test_a_translator_takes_a_language_out_and_brings_it_back(program: Path, tmp_path: Path) -> None:
    sheet, own = tmp_path / "uk.csv", tmp_path / "own"
    assert asked(program, "export", "uk", sheet, "--folder", own).code == 0
    rows = rows_of(sheet)
    place = next(number for number, row in enumerate(rows) if row[2] == "Given names")
    rows[place][5] = "Імена"
    rows[place + 1][5] = "{unknown}"
    write(sheet, rows)
    back = asked(program, "import", sheet, "--folder", own)
    assert back.code == 3
    assert f"Row {place + 2}: " in back.err
    assert "{unknown}" in back.err
    assert "Імена" in (own / "uk.po").read_text(encoding="utf-8")


def test_json_tells_what_was_taken_and_what_was_refused(program: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "fr.tsv"
    asked(program, "export", "fr", sheet)
    found = asked(program, "import", sheet, "--dry-run", "--json")
    assert found.code == 0
    assert (found.json["changed"], found.json["refused"], found.json["language"]) == (0, [], "fr")


def test_in_a_checkout_the_catalogue_itself_is_written_and_compiled(program: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "fr.csv"
    asked(program, "export", "fr", sheet)
    catalogue = program / "fr" / "LC_MESSAGES" / "s2w_desktop.po"
    before = catalogue.read_bytes()
    assert asked(program, "import", sheet).code == 0
    is_as_before = catalogue.read_bytes() == before  # a megabyte: pytest would print both
    assert is_as_before
    assert (program / "fr" / "LC_MESSAGES" / "s2w_desktop.mo").exists()


def test_an_installed_program_writes_into_the_persons_own_folder(program: Path, tmp_path: Path) -> None:
    for po in program.rglob("*.po"):
        po.unlink()
    sheet = tmp_path / "sw.csv"
    assert s2w("i18n", "export", "sw", sheet, translations=program, own_languages=tmp_path / "own").code == 0
    assert s2w("i18n", "import", sheet, translations=program, own_languages=tmp_path / "own").code == 0
    assert (tmp_path / "own" / "sw.po").exists()


def test_status_counts_every_language(program: Path) -> None:
    languages = {one["language"]: one for one in asked(program, "status", "--json").json["languages"]}
    assert {"fr", "ar"} <= set(languages)
    assert all(one["translated"] + one["fuzzy"] + one["missing"] == one["messages"] for one in languages.values())
    assert languages["fr"]["review"] == "draft"


def test_status_says_who_has_not_read_a_language_yet(program: Path) -> None:
    for folder in (path for path in program.iterdir() if path.is_dir() and path.name != "fr"):
        shutil.rmtree(folder)
    assert "draft, not reviewed by a native speaker" in asked(program, "status").text


def test_a_review_that_cannot_be_signed_is_told(program: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "uk.csv"
    asked(program, "export", "uk", sheet)
    text = sheet.read_text("utf-8")
    assert ",translated," in text
    sheet.write_text(text.replace(",translated,", ",unsure,", 1), "utf-8")
    found = asked(program, "import", sheet, "--reviewed", "O. Kovalenko", "--folder", tmp_path / "own")
    assert found.code == 3
    assert "Not signed off" in found.err


def test_a_table_that_is_there_is_not_overwritten(program: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "fr.csv"
    sheet.write_text("a week of work", encoding="utf-8")
    assert asked(program, "export", "fr", sheet).code == 1
    assert sheet.read_text(encoding="utf-8") == "a week of work"


def test_a_table_can_come_from_a_pipe_and_go_into_one(program: Path) -> None:
    content = asked(program, "export", "fr", "-").out
    assert asked(program, "import", "-", "--dry-run", stdin=content).code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("export", "tlh", "-"), 1),
        (("export", "fr", "fr.xlsx"), 2),
        (("import", "no-such.csv"), 30),
        (("import", "-", "--translator", "two\nlines"), 2),
        (("import", "-"), 1),
    ],
)
def test_what_cannot_be_done_is_refused(program: Path, arguments: tuple[str, ...], code: int) -> None:
    assert asked(program, *arguments, stdin=b"name,age\n").code == code


def test_translators_need_no_qt() -> None:
    export = "from s2w_desktop.cli.main import main; main(['i18n', 'export', 'fr', '-'])"
    script = f"import sys; {export}; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False).returncode == 0
