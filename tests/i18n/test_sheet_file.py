"""Tables for spreadsheet programs keep every cell, whatever a spreadsheet might make of it."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from s2w_desktop.domain.errors import NotATranslationSheet
from s2w_desktop.i18n.sheet_file import MAX_BYTES, sheet_bytes, sheet_rows

CELLS = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=20)
FORMULAS = ("=1+1", "+49", "-x", "@SUM(A1)", "\t=1", "\n=1", "＝1", "'=1", "''", "'")


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=4), st.sampled_from([",", "\t"]))
@example([["'"], ["''="], ["'x"]], ",")
def test_a_table_comes_back_as_it_went_out(rows: list[list[str]], delimiter: str) -> None:
    titles = ["id", "english", "translation [uk]"]
    assert list(sheet_rows(sheet_bytes([titles, *rows], delimiter=delimiter))) == [titles, *rows]


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_begins_as_a_formula_does(cell: str) -> None:
    (row,) = csv.reader(io.StringIO(sheet_bytes([["a", cell]]).decode("utf-8-sig"), newline=""))
    assert row[1] == f"'{cell}"


def test_excel_sees_that_it_is_utf_8() -> None:
    assert sheet_bytes([["ä"]]).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_a_spreadsheet_program_of_any_country_saves_is_read(encoding: str, delimiter: str) -> None:
    text = f'id{delimiter}form{delimiter}state\r\na{delimiter}"b,c;d\r\ne"{delimiter}ሀ\r\n'
    assert list(sheet_rows(text.encode(encoding))) == [["id", "form", "state"], ["a", "b,c;d\ne", "ሀ"]]


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"PK\x03\x04\xff", b"id,\xe9", b'id,form\n"' + b"x" * 200_000, b"x" * (MAX_BYTES + 1)]
)
def test_what_is_no_text_table_is_refused(content: bytes) -> None:
    with pytest.raises(NotATranslationSheet):
        list(sheet_rows(content))
