"""Sheets, read back with poppler and pdfium: whole, once, in order, in every size and direction."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from s2w_desktop.domain.errors import MissingGlyphs
from s2w_desktop.pdf.preview import page_count, render_page
from s2w_desktop.pdf.sheet import (
    Choice,
    ContactBlock,
    Fact,
    Facts,
    Item,
    Option,
    Passage,
    Section,
    Sheet,
    SheetBlock,
    SheetSize,
    SheetWords,
    SignatureLine,
    SmallTable,
    Tick,
    Weight,
)
from s2w_desktop.pdf.sheet_paper import build_sheet
from tests.pdf.reading import paragraphs as said
from tests.pdf.reading import run
from tests.pdf.sheet_texts import expected
from tests.pdf.test_profile_paper import glyph_order

if TYPE_CHECKING:
    from pathlib import Path

    from s2w_desktop.pdf.content import Texts
    from s2w_desktop.pdf.fonts import FontSet


def both(english: str, arabic: str) -> Texts:
    return {"en": english, "ar": arabic}


WORDS = SheetWords(both("not translated", "لم يُترجم"), both("box to tick", "خانة"), both("ticked box", "خانة مؤشرة"))
BLOCKS: tuple[SheetBlock, ...] = (
    Passage(both("What this is.", "ما هذا."), Weight.LEAD),
    Item(both("Baker", "خبّاز"), "2016–2022", (both("In a bakery", "في مخبز"), {}), both("said", "قيل")),
    Item(both("Cook", "طبّاخ")),
    Facts((Fact(both("Level", "المستوى"), both("B1", "B1")), Fact(both("Where", "أين"), {"en": "Lost"}, both("told", "قيل")))),
    SmallTable(
        (both("Day", "اليوم"), both("Who", "من")),
        ((both("Monday", "الاثنين"), {}), (both("Friday", "الجمعة"), both("We", "نحن"))),
    ),
    Tick(both("Language course", "دورة لغة"), "2026-12-01", (both("Bring your card", "أحضر بطاقتك"),)),
    Choice(
        both("May we?", "هل نستطيع؟"),
        (Option(both("Yes", "نعم"), is_ticked=True), Option(both("No", "لا"))),
        both("note", "ملاحظة"),
    ),
    SignatureLine((both("Place", "المكان"), both("Signature", "التوقيع"))),
    ContactBlock(both("Advice", "استشارة"), "+999 555 0101", (both("Monday to Friday", "من الاثنين إلى الجمعة"),)),
)
SECTIONS = (Section(BLOCKS[:1]), Section(BLOCKS[1:], both("Everything", "كل شيء")))


def a_sheet(*languages: str, sections: tuple[Section, ...] = SECTIONS, size: SheetSize = SheetSize.NORMAL) -> Sheet:
    codes = (languages[0],) if len(languages) == 1 else (languages[0], languages[1])
    return Sheet(
        both("My sheet", "ورقتي"),
        codes,
        sections,
        WORDS,
        "GR-1",
        "2026-11-22",
        both("Layla", "ليلى"),
        both("Training", "تدريب"),
        size,
    )


def built(sheet: Sheet, fonts: FontSet) -> bytes:
    target = BytesIO()
    build_sheet(sheet, fonts, target)
    return target.getvalue()


@pytest.mark.parametrize("size", SheetSize)
@pytest.mark.parametrize("languages", [("en",), ("ar",), ("en", "ar"), ("ar", "en")], ids="-".join)
def test_every_text_comes_out_whole_once_and_in_order(
    languages: tuple[str, ...], size: SheetSize, fonts: FontSet, tmp_path: Path
) -> None:
    sheet = a_sheet(*languages, size=size)
    assert said(built(sheet, fonts), tmp_path) == expected(sheet)


def test_a_card_speaks_one_of_the_languages_and_takes_the_place_of_the_title(fonts: FontSet, tmp_path: Path) -> None:
    cards = tuple(Section(BLOCKS, both("Card", "بطاقة"), is_card=True, languages=(code,)) for code in ("ar", "en"))
    sheet = a_sheet("ar", "en", sections=cards)
    assert said(built(sheet, fonts), tmp_path) == expected(sheet)
    structure = run("pdfinfo", "-struct", tmp_path / "paper.pdf")
    assert len(re.findall(r"^\s*H1", structure, re.MULTILINE)) == 2


def test_a_card_too_long_for_a_page_goes_on_in_another_frame(fonts: FontSet, tmp_path: Path) -> None:
    sheet = a_sheet("en", sections=(Section(BLOCKS * 8, both("Card", "بطاقة"), is_card=True),))
    pdf = built(sheet, fonts)
    assert page_count(pdf) > 1
    assert said(pdf, tmp_path) == expected(sheet)


def test_the_file_is_tagged_whole_and_its_title_is_kind_and_code(fonts: FontSet, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(built(a_sheet("en", "ar"), fonts))
    info = run("pdfinfo", path)
    assert re.search(r"^Tagged:\s+yes$", info, re.MULTILINE)
    assert re.search(r"^Title:\s+My sheet GR-1$", info, re.MULTILINE)
    assert "Layla" not in info
    run("qpdf", "--check", path)
    structure = run("pdfinfo", "-struct", path)
    for role in ("H1", "H2", "P", "L ", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure"):
        assert re.search(rf"^\s*{role.strip()}\b", structure, re.MULTILINE), role
    for row in run("pdffonts", path).splitlines()[2:]:
        embedded, subset, unicode_table = row.split()[-5:-2]
        assert (embedded, subset, unicode_table) == ("yes", "yes", "yes"), row


def test_every_text_that_has_a_language_says_it(fonts: FontSet, tmp_path: Path) -> None:
    path, plain = tmp_path / "sheet.pdf", tmp_path / "plain.pdf"
    path.write_bytes(built(a_sheet("en", "ar"), fonts))
    run("qpdf", "--qdf", "--object-streams=disable", path, plain)
    elements = [part for part in plain.read_bytes().split(b"endobj") if b"/Type /StructElem" in part]
    heads = [part for part in elements if re.search(rb"/S /H[12]\b", part)]
    assert {re.search(rb"/Lang \((.*?)\)", part)[1] for part in heads} == {b"en", b"ar"}  # type: ignore[index]  # every one has it
    silent = [part for part in elements if b"/S /P" in part and b"/Lang" not in part]
    assert len(silent) == len(["2016–2022", "2026-12-01", "+999 555 0101"])


def test_headings_are_bookmarks(fonts: FontSet) -> None:
    with pypdfium2.PdfDocument(built(a_sheet("ar", "en"), fonts)) as document:
        found = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    assert found == [(0, "ورقتي"), (1, "كل شيء")]


def test_boxes_are_told_to_those_who_do_not_see_them(fonts: FontSet, tmp_path: Path) -> None:
    path, plain = tmp_path / "sheet.pdf", tmp_path / "plain.pdf"
    path.write_bytes(built(a_sheet("en"), fonts))
    run("qpdf", "--qdf", "--object-streams=disable", path, plain)
    alts = re.findall(rb"/Alt \((.*?)\)", plain.read_bytes())
    assert sorted(alts) == [b"box to tick", b"box to tick", b"ticked box"]


def test_a_section_without_blocks_leaves_no_heading(fonts: FontSet, tmp_path: Path) -> None:
    sheet = a_sheet("en", sections=(Section((), both("Nothing", "لا شيء")), *SECTIONS))
    assert "Nothing" not in said(built(sheet, fonts), tmp_path)


@pytest.mark.parametrize("size", SheetSize)
@pytest.mark.parametrize("languages", [("en",), ("en", "ar")], ids="-".join)
def test_long_sheets_go_on_with_the_next_page_complete(
    languages: tuple[str, ...], size: SheetSize, fonts: FontSet, tmp_path: Path
) -> None:
    story = Passage(both("a word and another, " * 400 + "end", "كلمة وأخرى، " * 400 + "نهاية"))
    sheet = a_sheet(*languages, sections=(Section((*BLOCKS * 6, story), both("Long", "طويل")),), size=size)
    pdf = built(sheet, fonts)
    assert page_count(pdf) > 2
    assert said(pdf, tmp_path) == expected(sheet)


def test_a_larger_sheet_has_larger_letters(fonts: FontSet, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    heights = {}
    for size in SheetSize:
        path.write_bytes(built(a_sheet("en", size=size), fonts))
        boxes = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">bakery<', run("pdftotext", "-bbox", path, "-"))
        heights[size] = float(boxes[0][1]) - float(boxes[0][0])
    assert heights[SheetSize.NEXT_STEPS] == pytest.approx(heights[SheetSize.NORMAL] * 12 / 9, rel=0.02)
    assert heights[SheetSize.LARGE] == pytest.approx(heights[SheetSize.NORMAL] * 1.6, rel=0.02)


def test_telephone_numbers_keep_their_order_in_arabic(fonts: FontSet, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(built(a_sheet("ar"), fonts))
    assert glyph_order(path, "+999 555 0101")


def test_equal_sheets_are_equal_to_the_byte(fonts: FontSet) -> None:
    assert built(a_sheet("en", "ar"), fonts) == built(a_sheet("en", "ar"), fonts)


def test_a_letter_without_a_glyph_is_refused_before_anything_is_written(fonts: FontSet) -> None:
    target = BytesIO()
    sheet = replace(a_sheet("en"), sections=(Section((Passage({"en": "漢字"}),)),))
    with pytest.raises(MissingGlyphs) as refusal:
        build_sheet(sheet, fonts, target)
    assert refusal.value.count == 2
    assert target.getvalue() == b""


def test_notices_too_long_for_one_line_stand_below_each_other(fonts: FontSet, tmp_path: Path) -> None:
    long = both("Training example, an invented person, not to be used for anything 111", "مثال للتدريب " * 6 + " 222")
    path = tmp_path / "sheet.pdf"
    path.write_bytes(built(replace(a_sheet("en", "ar"), notice=long), fonts))
    boxes = re.findall(r'yMin="([\d.]+)"[^>]*>(.*?)</word>', run("pdftotext", "-bbox", path, "-"))
    rows = {text: float(top) for top, text in boxes}
    assert rows["222"] - rows["111"] > 5


def test_margins_stay_white(fonts: FontSet) -> None:
    """Nothing is painted beyond the margins: neither letters nor lines nor frames."""
    for size in SheetSize:
        for languages in (("en",), ("ar",), ("en", "ar")):
            card = Section(BLOCKS[:1], both("Card", "بطاقة"), is_card=True, languages=languages[:1])
            pdf = built(a_sheet(*languages, sections=(*SECTIONS, card), size=size), fonts)
            for page in range(page_count(pdf)):
                picture = render_page(pdf, page, 36)
                edge = 3 * 23  # 16 of 18 mm
                rows = [picture.rgb[start : start + 3 * picture.width] for start in range(0, len(picture.rgb), 3 * picture.width)]
                assert all(row[:edge] == b"\xff" * edge and row[-edge:] == b"\xff" * edge for row in rows)
