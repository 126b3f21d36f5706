"""Figures as CSV: numbers stay numbers, signs stand apart, and no text is run by a spreadsheet."""

import csv
import io
from dataclasses import replace

import pytest

from s2w_desktop.domain.figures import Heading, Sign
from s2w_desktop.i18n.translator import Translator, english
from s2w_desktop.interchange.report_csv import codebook_csv, figures_csv
from tests.interchange.reported import AGES, COMPARED, HOSTILE, LATER, REPORT
from tests.pdf.sample_report import BASE


@pytest.fixture
def tr() -> Translator:
    return english()


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def figures(tr: Translator, number: str) -> list[dict[str, str]]:
    return [line for line in read(b"".join(figures_csv(tr, REPORT))) if line["table"] == number]


def test_a_count_has_its_words_codes_share_and_base(tr: Translator) -> None:
    (found,) = [one for one in figures(tr, "1.1") if (one["row_codes"], one["column_codes"]) == ("18-24|25-34", "F")]
    assert (found["row_variable"], found["row_kind"], found["column_words"]) == ("age_group", "joined", "Female")
    assert (found["measure"], found["value"], found["share"], found["base"]) == ("people", "187", "98", "450")
    assert found["sign"] == found["share_sign"] == found["base_sign"] == ""


def test_what_is_hidden_has_a_sign_and_no_number(tr: Translator) -> None:
    found = read(b"".join(figures_csv(tr, REPORT)))
    assert {one["sign"] for one in found} == {"", "small", "protected", "no_share"}
    assert all(bool(one["value"]) != bool(one["sign"]) for one in found if not one["measure"].startswith("of_"))
    assert all(bool(one["base"]) != bool(one["base_sign"]) for one in found if one["table"] != "0.1")


def test_every_figure_of_the_report_is_there_once(tr: Translator) -> None:
    steps, centres = 3 * 3, (len(HOSTILE) + 1) * 3
    assert [len(figures(tr, number)) for number in ("0.1", "1.1", "3.4a", "6.1a")] == [steps + centres, 9, 14, 2]


def test_rows_with_bases_of_their_own_tell_them(tr: Translator) -> None:
    assert [(one["base"], one["base_sign"]) for one in figures(tr, "6.1a")] == [("18", ""), ("", "small")]


def test_no_field_is_a_formula_and_none_breaks_its_line(tr: Translator) -> None:
    for part in (figures_csv, codebook_csv):
        for line in read(b"".join(part(tr, REPORT))):
            for name, field in line.items():
                assert not field.lstrip().startswith(("=", "+", "@", "-")), name
                assert not set(field) & set("\n\r\x00\u202e\u2068\u2069"), name


def test_codes_of_one_row_can_be_told_apart_again(tr: Translator) -> None:
    joined = replace(AGES, rows=(Heading("centre", ("a|b\\c", "d")),), counts=((1,) * 3,), shares=(), base=BASE)
    found = read(b"".join(figures_csv(tr, replace(REPORT, tables=(joined,)))))
    assert found[0]["row_codes"] == "a\\|b\\\\c|d"


def test_a_mark_comes_only_when_asked_for_and_pieces_are_small(tr: Translator) -> None:
    pieces = list(figures_csv(tr, REPORT, with_mark=True))
    assert pieces[0].startswith("\ufefftable,".encode())
    assert max(map(len, pieces)) < 1_000
    assert b"".join(figures_csv(tr, REPORT)).startswith(b"table,")


def test_an_answer_of_64_kib_comes_through_whole(tr: Translator) -> None:
    long = replace(AGES, rows=(Heading("centre", ("x" * 65_536,)),), counts=((1,) * 3,), shares=())
    content = b"".join(figures_csv(tr, replace(REPORT, tables=(long,))))
    assert content.count(b"x" * 65_536) == 6


def test_the_codebook_tells_every_code_with_its_list(tr: Translator) -> None:
    book = {(one["variable"], one["code"]): one for one in read(b"".join(codebook_csv(tr, REPORT)))}
    codes = {(one["row_variable"], code) for one in figures(tr, "1.1") for code in one["row_codes"].split("|") if code}
    assert codes <= set(book)
    assert book["sex", "F"]["words"] == "Female"
    assert (book["sex", "F"]["list"], book["sex", "F"]["version"]) == ("questionnaire", "3")
    assert {("sign", one.name.lower()) for one in Sign} <= set(book)
    assert len(book) == len(read(b"".join(codebook_csv(tr, REPORT))))


def test_a_published_list_has_its_own_version(tr: Translator) -> None:
    schools = replace(AGES, rows=(Heading("isced", ("3",)),), counts=((1,) * 3,), shares=())
    book = read(b"".join(codebook_csv(tr, replace(REPORT, tables=(schools,)))))
    (found,) = [one for one in book if one["variable"] == "isced"]
    assert (found["list"], found["version"]) == ("ISCED", "2011")


def test_a_report_without_tables_has_a_head(tr: Translator) -> None:
    assert b"".join(figures_csv(tr, replace(REPORT, tables=()))).count(b"\r\n") == 1


def test_two_periods_stand_below_each_other_each_line_with_its_own(tr: Translator) -> None:
    found = read(b"".join(figures_csv(tr, COMPARED)))
    first, second = "2018-01-01/2018-06-30", "2018-07-01/2018-12-31"
    assert {one["period"] for one in found} == {first, second}
    assert [one for one in found if one["period"] == first] == read(b"".join(figures_csv(tr, REPORT)))
    assert [one for one in found if one["period"] == second] == read(b"".join(figures_csv(tr, LATER)))


def test_open_ends_of_a_period_are_told(tr: Translator) -> None:
    open_ended = replace(REPORT, selection=replace(REPORT.selection, first_day=None))
    assert read(b"".join(figures_csv(tr, open_ended)))[0]["period"] == "../2018-06-30"


def test_the_codebook_has_the_codes_of_both_periods(tr: Translator) -> None:
    later = replace(LATER, tables=(replace(AGES, rows=(Heading("isced", ("3",)),), counts=((1,) * 3,), shares=()),))
    book = read(b"".join(codebook_csv(tr, replace(REPORT, beside=later))))
    assert {"isced", "goals"} <= {one["variable"] for one in book}
