"""A report as a spreadsheet, read back by another program's library."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook

from s2w_desktop.domain.figures import Heading, Report
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.languages import language
from s2w_desktop.i18n.report_words import LIMITS, beside, legend
from s2w_desktop.i18n.translator import Translator, english
from s2w_desktop.interchange.report_xlsx import report_xlsx
from tests.interchange.reported import AGES, COMPARED, REPORT


def book(report: Report = REPORT, tr: Translator | None = None) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(report_xlsx(tr or english(), report)))


def cells(found: Workbook) -> list[Cell]:
    return [cell for sheet in found for row in sheet.iter_rows() for cell in row if cell.value is not None]


def line(found: Workbook, sheet: str, words: str) -> list[Cell]:
    return next(list(row) for row in found[sheet].iter_rows() if without_isolates(str(row[0].value)) == words)


@pytest.fixture(scope="module")
def made() -> Workbook:
    return book()


def test_there_is_a_cover_a_sheet_for_each_chapter_the_log_and_the_codebook(made: Workbook) -> None:
    names = made.sheetnames
    assert names[0] == "Analysis report"
    assert [name[0] for name in names[1:-2]] == ["0", "1", "3", "6"]
    assert names[-2:] == ["What was hidden", "Codebook"]
    assert names[1] == "0 Who is in this report, and…"
    assert all(len(name) <= 31 for name in names)


def test_figures_are_numbers_and_hidden_ones_are_signs(made: Workbook) -> None:
    total, ages = line(made, "1 People", "All"), line(made, "1 People", "15–17")
    assert [cell.value for cell in total[1:]] == [191, 1, 259, 1, 450, 1]
    assert [cell.number_format for cell in total[1:3]] == ["#,##0", "0%"]
    assert [cell.value for cell in ages[1:]] == ["<5", "<5", "‡", "‡", 12, 0.03]
    assert {cell.border.left.style for cell in ages[1:5]} == {"dashed"}
    assert line(made, "3 Education", "All")[2].value == 2.5


def test_no_cell_is_a_formula_or_a_link_whatever_a_centre_is_called(made: Workbook) -> None:
    assert {cell.data_type for cell in cells(made)} == {"s", "n"}
    assert not any(cell.hyperlink for cell in cells(made))
    texts = [str(cell.value) for cell in cells(made)]
    for start in ("=HYPERLINK", "+1+1", "-2", "https://", "</td><script>alert(1)</script>", "one two three four"):
        assert any(text.lstrip().startswith(start) for text in texts), start
    with zipfile.ZipFile(io.BytesIO(report_xlsx(english(), REPORT))) as parts:
        assert not any(b"<f>" in parts.read(name) or b"hyperlink" in parts.read(name) for name in parts.namelist())


def test_the_cover_tells_signs_limits_and_that_people_are_invented(made: Workbook) -> None:
    texts = {str(cell.value) for cell in cells(made) if cell.parent.title == "Analysis report"}
    assert {text for pair in legend(english(), 5) for text in pair} <= texts
    assert {*LIMITS, *beside(english(), REPORT)} <= texts
    for sheet in made:
        assert sheet["A1"].value == "TRAINING DATA · all figures invented"
        assert sheet.oddHeader.center.text == "TRAINING DATA · all figures invented"


def test_the_log_tells_of_tables_that_are_not_there(made: Workbook) -> None:
    assert "single people" in line(made, "What was hidden", "1.2a")[2].value


def test_the_threshold_of_the_report_stands_in_its_signs() -> None:
    assert line(book(replace(REPORT, threshold=8)), "1 People", "15–17")[1].value == "<8"


def test_the_same_report_gives_the_same_bytes_dated_by_its_day() -> None:
    assert report_xlsx(english(), REPORT) == report_xlsx(english(), REPORT)
    found = book().properties
    assert found.created == datetime(2018, 7, 2)  # noqa: DTZ001  # the file holds a day
    assert not found.creator


def test_languages_from_right_to_left_have_their_sheets_so() -> None:
    arabic = Translator(language("ar"))
    assert all(sheet.sheet_view.rightToLeft for sheet in book(tr=arabic))
    assert not any(sheet.sheet_view.rightToLeft for sheet in book())


@pytest.mark.parametrize(("code", "order"), [("ar", 2), ("en", 1)])
def test_texts_run_as_their_language_does_whatever_they_begin_with(code: str, order: int) -> None:
    found = cells(book(tr=Translator(language(code)) if code != "en" else None))
    sentences = [cell for cell in found if cell.data_type == "s" and cell.alignment.horizontal != "right"]
    assert {cell.alignment.readingOrder for cell in sentences} == {order}


def test_rows_are_as_high_as_their_texts(made: Workbook) -> None:
    sheet = made["1 People"]
    heights = {row[0].value: sheet.row_dimensions[row[0].row].height for row in sheet.iter_rows() if row[0].value}
    assert heights["1 People"] > heights["1.1 Age and sex"] > 15
    (cover,) = [one for one in made if one.title == "Analysis report"]
    long = max((cell for row in cover.iter_rows() for cell in row), key=lambda cell: len(str(cell.value or "")))
    assert cover.row_dimensions[long.row].height >= 15 * (len(str(long.value)) // 100 + 1)


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    rows = (Heading("centre", ("é" * 65_536,)), Heading("centre", ("𐍈" * 65_536,)))
    found = book(replace(REPORT, tables=(replace(AGES, rows=rows, counts=((1,) * 3,) * 2, shares=()),)))
    longest = [str(cell.value) for cell in cells(found) if len(str(cell.value)) > 10_000]
    assert longest
    assert all(text.endswith("…") for text in longest)


def test_a_report_without_tables_has_its_cover() -> None:
    assert book(replace(REPORT, tables=(), log=())).sheetnames == ["Analysis report", "What was hidden", "Codebook"]


def test_two_periods_are_compared_on_a_sheet_of_their_own() -> None:
    made = book(COMPARED)
    sheet = "C Two periods compared"
    assert [cell.value for cell in line(made, sheet, "15–17 · first period")[1:]] == ["<5", "<5", "‡", "‡", 12, 0.03]
    assert [cell.value for cell in line(made, sheet, "All · second period")[1:]] == [43, 1, 47, 1, 90, 1]
    assert {cell.data_type for cell in cells(made)} == {"s", "n"}
