"""`s2w report` writes files: the report in its forms, and study files of which two people know."""

import csv
import io
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from s2w_desktop.analysis.study import QUASI_IDENTIFIERS
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.i18n.isolation import without_isolates
from tests.cli.program import Office, make_office


@pytest.fixture(scope="module")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A training store with sixty invented people."""
    made = make_office(tmp_path_factory.mktemp("files") / "field", "field", "--training")
    assert made("demo", "--population", "relocation-2018", "--profiles", 60, "--seed", 7).code == 0
    return made


def test_one_call_writes_the_report_in_every_form(sixty: Office, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("out")
    forms = {name: folder / f"report.{name}" for name in ("pdf", "xlsx", "html", "csv", "codebook")}
    wanted = [part for name, path in forms.items() for part in (f"--{name}", path)]
    assert sixty("report", "--to", "2018-12-31", *wanted).code == ExitCode.OK
    assert forms["pdf"].read_bytes().startswith(b"%PDF-")
    assert b"TRAINING DATA" in forms["html"].read_bytes()
    assert openpyxl.load_workbook(forms["xlsx"]).sheetnames
    assert forms["csv"].read_text("utf-8").startswith("table,")
    assert forms["codebook"].stat().st_size


def test_what_was_written_is_heeded_by_the_next_report(sixty: Office, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("out") / "half.csv"
    before = sixty("report", "--to", "2018-03-31", "--json").json
    assert sixty("report", "--to", "2018-02-15", "--csv", file).code == ExitCode.OK
    after = sixty("report", "--to", "2018-03-31", "--json").json
    assert sum(len(one.get("counts", [])) for one in after["tables"]) <= sum(
        len(one.get("counts", [])) for one in before["tables"]
    )
    assert after["log"] != before["log"]


def test_two_periods_are_compared_in_every_form(sixty: Office, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("out")
    forms = {name: folder / f"report.{name}" for name in ("pdf", "xlsx", "html", "csv")}
    wanted = [part for name, path in forms.items() for part in (f"--{name}", path)]
    assert sixty("report", "--to", "2018-02-28", "--and-from", "2018-03-01", *wanted).code == ExitCode.OK
    assert "Two periods compared" in outline(forms["pdf"])
    assert "C Two periods compared" in openpyxl.load_workbook(forms["xlsx"]).sheetnames
    assert 'id="c-C"' in forms["html"].read_text("utf-8")
    periods = {row["period"] for row in csv.DictReader(io.StringIO(forms["csv"].read_text("utf-8")))}
    assert periods == {"../2018-02-28", "2018-03-01/.."}


def outline(file: Path) -> str:
    """The titles in the outline of a PDF."""
    with pypdfium2.PdfDocument(file) as document:
        return " ".join(without_isolates(one.get_title()) for one in document.get_toc())


def test_a_language_that_is_not_there_is_refused(sixty: Office) -> None:
    assert sixty("report", "--csv", "x.csv", "--lang", "tlh").code == ExitCode.USAGE


def test_two_forms_do_not_overwrite_each_other(sixty: Office) -> None:
    assert sixty("report", "--csv", "x", "--html", "./x").code == ExitCode.USAGE


def test_a_study_file_tells_its_risk_before_it_is_written(sixty: Office, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("out") / "study.csv"
    answer = sixty("report", "--study", file, "--k", 5, "--json")
    assert answer.code == ExitCode.OK
    risk = answer.json
    assert risk["smallest"] >= 5
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8"))))
    assert len(rows) == risk["people"]
    assert len({row["person"] for row in rows}) == len(rows)
    assert set(QUASI_IDENTIFIERS) <= rows[0].keys()
    assert sixty("report", "--study", file, "--k", 2).code == ExitCode.USAGE


def test_codes_of_two_study_files_cannot_be_joined(sixty: Office, tmp_path_factory: pytest.TempPathFactory) -> None:
    files = [tmp_path_factory.mktemp("out") / "study.csv" for _ in range(2)]
    codes = []
    for file in files:
        assert sixty("report", "--study", file).code == ExitCode.OK
        codes.append({row["person"] for row in csv.DictReader(io.StringIO(file.read_text("utf-8")))})
    assert codes[0].isdisjoint(codes[1])
