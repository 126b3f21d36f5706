"""The source of a country pack: what an editor may write, and that every slip is told with its place."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from s2w_desktop.domain.country.records import HEADER, TABLES
from s2w_desktop.domain.country.texts import local_text
from s2w_desktop.domain.reference_errors import Fault, Finding, SourceRefused
from s2w_desktop.paths import resources
from s2w_desktop.reference.country_source import MOST_FINDINGS, file_of, first_row, read_source
from s2w_desktop.reference.csv_table import MOST_BYTES

FOLDER = resources() / "country"
SAMPLE, SKELETON = FOLDER / "sample", FOLDER / "skeleton"
TODAY = date(2026, 6, 1)
Cells = list[list[str]]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the sample to spoil."""
    for file in SAMPLE.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def cells_of(source: Path, table: str) -> Cells:
    return list(csv.reader(io.StringIO((source / file_of(table)).read_text("utf-8"))))


def write(source: Path, table: str, cells: Cells, *, delimiter: str = ",", encoding: str = "utf-8") -> None:
    with (source / file_of(table)).open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(cells)


def change(source: Path, table: str, line: int, column: str, text: str) -> None:
    cells = cells_of(source, table)
    cells[line - 1][cells[0].index(column)] = text
    write(source, table, cells)


def findings(source: Path) -> tuple[Finding, ...]:
    with pytest.raises(SourceRefused) as refused:
        read_source(source, TODAY)
    return refused.value.findings


def test_a_table_is_read_with_all_its_languages() -> None:
    pack = read_source(SAMPLE, TODAY)
    school = next(one for one in pack.organizations if one.id == "open-school")
    assert school.name == local_text({"en": "Open School", "fr": "École ouverte", "ar": "المدرسة المفتوحة"})
    course = next(one for one in pack.services if one.id == "language-course")
    assert course.topics == ("R01",)
    assert course.location_ids == ("open-school-centre", "open-school-lindow")
    assert (course.age_min, course.age_max, course.childcare, course.women_only) == (16, None, True, None)


def spreadsheet_with_semicolons(source: Path) -> None:
    for table in (HEADER, *TABLES):
        write(source, table, cells_of(source, table), delimiter=";", encoding="utf-8-sig")


def blank_rows_and_columns(source: Path) -> None:
    for table in (HEADER, *TABLES):
        write(source, table, [[*row, "", " "] for row in cells_of(source, table)] + [["", ""], []])


def other_line_ends(source: Path) -> None:
    for file in source.glob("*.csv"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))


@pytest.mark.parametrize("spelt_otherwise", [spreadsheet_with_semicolons, blank_rows_and_columns, other_line_ends])
def test_what_spreadsheets_do_to_a_file_does_not_change_the_pack(source: Path, spelt_otherwise: Callable[[Path], None]) -> None:
    spelt_otherwise(source)
    assert read_source(source, TODAY) == read_source(SAMPLE, TODAY)


def test_tables_that_are_not_there_are_empty(tmp_path: Path) -> None:
    (tmp_path / "pack.csv").write_bytes((SAMPLE / "pack.csv").read_bytes())
    pack = read_source(tmp_path, TODAY)
    assert all(pack.table(name) == () for name in TABLES)


@pytest.mark.parametrize(
    ("table", "line", "column", "text", "told", "fault"),
    [
        ("services", 3, "topics", "R02;R98", "topics", Fault.UNKNOWN_CODE),
        ("services", 3, "topics", "", "topics", Fault.EMPTY),
        ("services", 3, "topics", "R02;R02", "topics", Fault.TWICE),
        ("services", 3, "eligibility_statuses", "L18", "eligibility_statuses", Fault.UNKNOWN_CODE),
        ("services", 3, "languages", "en", "languages", Fault.UNKNOWN_CODE),
        ("services", 3, "name:en", "", "name:en", Fault.NO_ENGLISH),
        ("services", 3, "name:en", "x" * 201, "name", Fault.TOO_LONG),
        ("services", 3, "name:en", "two\nlines", "name", Fault.NOT_IN_FORM),
        ("services", 3, "name:fr", "\u202eback", "name", Fault.NOT_CLEAN),
        ("services", 3, "name:fr", "bell\x07", "name", Fault.NOT_CLEAN),
        ("services", 3, "childcare", "perhaps", "childcare", Fault.NOT_YES_OR_NO),
        ("services", 3, "age_min", "sixteen", "age_min", Fault.NOT_A_NUMBER),
        ("services", 3, "age_min", "121", "age_min", Fault.NOT_A_NUMBER),
        ("services", 5, "age_max", "12", "age_max", Fault.WRONG_ORDER),
        ("services", 3, "id", "Reading Course", "id", Fault.NOT_IN_FORM),
        ("glossary", 3, "id", "apprenticeship", "id", Fault.TWICE),
        ("services", 3, "organization_id", "nobody", "organization_id", Fault.DANGLING),
        ("services", 3, "location_ids", "city-hall;nowhere", "location_ids", Fault.DANGLING),
        ("services", 3, "last_verified_on", "12/05/2026", "last_verified_on", Fault.NOT_A_DAY),
        ("services", 3, "last_verified_on", "2026-02-30", "last_verified_on", Fault.NOT_A_DAY),
        ("contacts", 2, "organization_id", "open-school", "service_id", Fault.TWICE),
        ("contacts", 2, "phone", "ask for it", "phone", Fault.NOT_IN_FORM),
        ("organizations", 2, "website", "javascript:alert(1)", "website", Fault.NOT_IN_FORM),
        ("procedures", 2, "applies_to_isco", "9999", "applies_to_isco", Fault.UNKNOWN_CODE),
        ("procedures", 2, "fee_currency", "", "fee_currency", Fault.EMPTY),
        ("procedure_steps", 3, "n", "1", "n", Fault.TWICE),
        ("procedure_steps", 3, "procedure_id", "no-such", "procedure_id", Fault.DANGLING),
        ("stories", 2, "consent_ref", "", "consent_ref", Fault.EMPTY),
        ("stories", 2, "expires_on", "2026-05-31", "expires_on", Fault.EXPIRED),
        ("shortages", 2, "isco08", "22", "isco08", Fault.UNKNOWN_CODE),
        ("shortages", 2, "valid_to", "2020-01-01", "valid_to", Fault.WRONG_ORDER),
        ("practices", 2, "country", "XX", "country", Fault.UNKNOWN_CODE),
        ("pack", 2, "country", "EUR", "country", Fault.UNKNOWN_CODE),
        ("pack", 2, "review_due", "2026-05-31", "review_due", Fault.WRONG_ORDER),
        ("pack", 2, "version", "0", "version", Fault.NOT_A_NUMBER),
        ("pack", 2, "languages", "en;fr;ar;X1", "languages", Fault.NOT_IN_FORM),
    ],
)
def test_a_slip_is_told_with_its_place(
    source: Path, table: str, line: int, column: str, text: str, told: str, fault: Fault
) -> None:
    change(source, table, line, column, text)
    assert findings(source) == (Finding(file_of(table), line, told, fault),)


def test_an_invented_country_takes_a_code_of_its_own(source: Path) -> None:
    change(source, "pack", 2, "country", " XIA ")
    assert read_source(source, TODAY).header.country == "XIA"


def test_a_language_that_the_pack_does_not_name_is_told(source: Path) -> None:
    change(source, "pack", 2, "languages", "en;fr")
    faults = {(one.file, one.fault) for one in findings(source)}
    assert (file_of("services"), Fault.STRANGE_LANGUAGE) in faults
    assert ("pack.csv", Fault.STRANGE_LANGUAGE) in faults


def test_the_line_is_where_the_row_begins(source: Path) -> None:
    change(source, "services", 2, "description:en", "One.\nTwo.\nThree.")
    change(source, "services", 3, "topics", "R98")
    assert [one.line for one in findings(source)] == [5]


@pytest.mark.parametrize(
    ("table", "spoil", "expected"),
    [
        ("pack", lambda _: b"", (1, "", Fault.MISSING_COLUMN)),
        ("services", lambda raw: raw.replace("École".encode(), "École".encode("latin-1")), None),
        ("services", lambda raw: raw.decode().encode("utf-16"), (1, "", Fault.NOT_UTF8)),
        ("services", lambda raw: raw + b'x"y,"\n', None),
        ("services", lambda raw: raw + b"only,three,cells\n", (22, "", Fault.CELLS)),
        ("services", lambda raw: raw.replace(b"topics,", b"topic,", 1), None),
        ("services", lambda raw: raw + b"#" * MOST_BYTES, (0, "", Fault.TOO_LARGE)),
    ],
)
def test_a_file_that_is_no_table_is_told(
    source: Path, table: str, spoil: Callable[[bytes], bytes], expected: tuple[int, str, Fault] | None
) -> None:
    file = source / file_of(table)
    file.write_bytes(spoil(file.read_bytes()))
    told = findings(source)
    assert {one.file for one in told} == {file.name}
    if expected is not None:
        assert (told[0].line, told[0].column, told[0].fault) == expected


@pytest.mark.parametrize("cut", [200, 3000, 9000])
def test_a_file_that_was_cut_is_told_or_lacks_what_others_name(source: Path, cut: int) -> None:
    file = source / "services.csv"
    file.write_bytes(file.read_bytes()[:cut])
    assert findings(source)


def test_columns_are_those_of_the_table(source: Path) -> None:
    cells = cells_of(source, "glossary")
    cells[0] = ["id", "term:en", "term:en", "term", "explanation:en", "colour", "explanation:ar", "x y"]
    write(source, "glossary", cells)
    assert {(one.line, one.column, one.fault) for one in findings(source)} == {
        (1, "term:en", Fault.REPEATED_COLUMN),
        (1, "term", Fault.UNKNOWN_COLUMN),
        (1, "colour", Fault.UNKNOWN_COLUMN),
        (1, "", Fault.UNKNOWN_COLUMN),
        (1, "last_verified_on", Fault.MISSING_COLUMN),
    }


def test_a_table_under_another_name_is_told(source: Path) -> None:
    (source / "services.csv").rename(source / "service.csv")
    assert Finding("service.csv", 0, "", Fault.STRANGE_FILE) in findings(source)


def test_there_is_one_header(source: Path) -> None:
    cells = cells_of(source, "pack")
    write(source, "pack", [*cells, cells[1]])
    assert findings(source) == (Finding("pack.csv", 0, "", Fault.ONE_ROW),)
    (source / "pack.csv").unlink()
    assert findings(source) == (Finding("pack.csv", 0, "", Fault.NO_FILE),)


def test_all_slips_are_told_at_once_and_at_most_a_hundred(source: Path) -> None:
    change(source, "services", 3, "topics", "R98")
    change(source, "contacts", 4, "phone", "x")
    assert [one.file for one in findings(source)] == ["services.csv", "contacts.csv"]
    cells = cells_of(source, "glossary")
    write(source, "glossary", [cells[0], *([["", *cells[1][1:]]] * 150)])
    with pytest.raises(SourceRefused) as refused:
        read_source(source, TODAY)
    assert len(refused.value.findings) == MOST_FINDINGS
    assert refused.value.is_cut


def test_what_stood_there_is_not_repeated(source: Path) -> None:
    change(source, "contacts", 2, "phone", "secret words")
    assert "secret" not in repr(findings(source))


@pytest.mark.parametrize("table", [HEADER, *TABLES])
def test_the_skeleton_has_the_columns_and_nothing_else(table: str) -> None:
    assert cells_of(SKELETON, table) == [list(first_row(table, ("en", "fr", "ar")))]


def test_the_instructions_name_every_file_and_column() -> None:
    words = (SKELETON / "INSTRUCTIONS.md").read_text("utf-8")
    for table in (HEADER, *TABLES):
        _, heading, after = words.partition(f"### {file_of(table)}")
        assert heading, table
        named = set(re.findall(r"[a-z_0-9]+", " ".join(re.findall(r"^\|([^|]*)\|", after.partition("\n##")[0], re.MULTILINE))))
        columns = {name.partition(":")[0] for name in first_row(table, ("en",))}
        assert columns == named - {"column"}
