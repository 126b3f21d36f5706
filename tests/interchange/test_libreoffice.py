"""What leaves for office programs, opened by LibreOffice: nothing is a formula, numbers are numbers, every text is there."""

import csv
import io
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from s2w_desktop.i18n.translator import english
from s2w_desktop.interchange.report_csv import figures_csv
from s2w_desktop.interchange.report_xlsx import report_xlsx
from tests.interchange.reported import REPORT
from tests.interchange.test_word_file import EVERY_BLOCK, made
from tests.interchange.word_reading import told

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice on this machine")
CSV_AS_RISKY_AS_IT_GETS = "CSV:44,34,76,1,,0,false,true,false,false,false,0,true"
"""Commas, quotes, UTF-8; numbers and dates are detected, and formulas are evaluated."""

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def converted(folder: Path, wanted: str, *names: str, reading: str = "") -> None:
    """Have LibreOffice open files of a folder and write them in another format beside them."""
    own = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", own, "--headless", *([f"--infilter={reading}"] if reading else []), "--convert-to", wanted, *names]
    subprocess.run(command, cwd=folder, check=True, timeout=120, capture_output=True)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """The files, and what LibreOffice made of them."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        (place / "report.xlsx").write_bytes(report_xlsx(english(), REPORT))
        (place / "figures.csv").write_bytes(b"".join(figures_csv(english(), REPORT)))
        (place / "paper.docx").write_bytes(made(*EVERY_BLOCK))
        converted(place, "fods", "report.xlsx")
        converted(place, "fods", "figures.csv", reading=CSV_AS_RISKY_AS_IT_GETS)
        converted(place, "txt:Text (encoded):UTF8", "paper.docx")
        yield place


def cells(file: Path) -> list[etree._Element]:
    """Every cell that holds something, once for each time it stands there."""
    found = etree.parse(file).iter(f"{TABLE}table-cell")
    return [
        cell
        for cell in found
        if cell.get(f"{OFFICE}value-type")
        for _ in range(int(cell.get(f"{TABLE}number-columns-repeated", "1")))
    ]


def numbers(found: list[etree._Element]) -> list[float]:
    kinds = ("float", "percentage")
    return [float(cell.get(f"{OFFICE}value")) for cell in found if cell.get(f"{OFFICE}value-type") in kinds]


@pytest.mark.parametrize("name", ["report.fods", "figures.fods"])
def test_no_cell_has_become_a_formula(folder: Path, name: str) -> None:
    found = cells(folder / name)
    assert len(found) > 100
    assert not [cell for cell in found if cell.get(f"{TABLE}formula")]


def test_a_spreadsheet_has_the_numbers_that_were_written(folder: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(report_xlsx(english(), REPORT)))
    written = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "n"]
    assert numbers(cells(folder / "report.fods")) == [float(value) for value in written if value is not None]


def test_figures_of_a_csv_are_numbers(folder: Path) -> None:
    lines = csv.DictReader(io.StringIO(b"".join(figures_csv(english(), REPORT)).decode("utf-8"), newline=""))
    written = [float(line["value"]) for line in lines if line["value"]]
    found = Counter(numbers(cells(folder / "figures.fods")))
    assert written
    assert not Counter(written) - found


def test_a_word_file_says_what_was_written_in_its_order(folder: Path) -> None:
    said = (folder / "paper.txt").read_text("utf-8-sig")
    at = 0
    for one in told(made(*EVERY_BLOCK)):
        for words in one.text.split("\n"):
            at = said.index(words.strip(), at) + 1
