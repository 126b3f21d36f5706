"""Word files: every text whole and in order, marked with language and direction; neutral bytes; nobody is named."""

import zlib
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from s2w_desktop.domain.page_pictures import PagePicture
from s2w_desktop.i18n.isolation import fill, isolate, without_isolates
from s2w_desktop.interchange.word_blocks import (
    Card,
    Contact,
    Heading,
    ListEntry,
    Look,
    Mark,
    Paragraph,
    Picture,
    SignatureLine,
    TickLine,
    WordBlock,
    WordDocument,
    WordTable,
)
from s2w_desktop.interchange.word_file import word_file
from s2w_desktop.interchange.word_runs import fit_text, pieces
from tests.interchange.word_reading import opened, paragraphs, told

ARABIC, ENGLISH = "سيرة ذاتية", "A life"
CELLS = ((Paragraph("a", "en"),), (Paragraph("b", "en"), Paragraph("ب", "ar")))
EVERY_BLOCK: tuple[WordBlock | Card, ...] = (
    Heading("Title", "en", level=0),
    Heading("عنوان", "ar", level=0),
    Heading("One", "en"),
    Heading("Two", "en", level=2),
    Heading("Three", "en", level=3),
    Paragraph("Said", "en", label="Who"),
    ListEntry((Paragraph("Nurse", "en", Look.STRONG), Paragraph("Aleppo", "en")), "2012–2018"),
    ListEntry((Paragraph("Dressing wounds", "en"),)),
    TickLine((Paragraph("Call them", "en"),), margin="2026-12-01"),
    TickLine((Paragraph("Yes", "en"),), Mark.TICKED),
    WordTable((1, 2), (CELLS, CELLS), head=((Paragraph("Name", "en"),), (Paragraph("What", "en"),))),
    SignatureLine(((Paragraph("Place", "en", Look.NOTE),), (Paragraph("توقيع", "ar", Look.NOTE),))),
    Contact((Paragraph("Office", "en", Look.STRONG), Paragraph("+999 555 0303", "", Look.NUMBER))),
    Card((Heading("Keep", "en"), Paragraph("No fees", "en"))),
)


def made(*blocks: WordBlock | Card, language: str = "en", **others: object) -> bytes:
    return word_file(WordDocument("Paper GR-1", language, blocks, **others))  # type: ignore[arg-type]


def test_every_kind_of_block_is_said_in_its_order() -> None:
    assert [(one.text, one.style) for one in told(made(*EVERY_BLOCK))] == [
        ("Title", "Title"),
        ("عنوان", "Title"),
        ("One", "Heading 1"),
        ("Two", "Heading 2"),
        ("Three", "Heading 3"),
        ("Who  Said", "Normal"),
        ("2012–2018\tNurse", "Normal"),
        ("Aleppo", "Normal"),
        ("Dressing wounds", "List Bullet"),
        ("☐\t2026-12-01\nCall them", "Normal"),
        ("☑\tYes", "Normal"),
        *[(text, "Normal") for text in ("Name", "What", "a", "b", "ب", "a", "b", "ب")],
        ("Place", "Caption"),
        ("توقيع", "Caption"),
        ("Office", "Body Text 2"),
        ("+999 555 0303", "Body Text 3"),
        ("Keep", "Heading 1"),
        ("No fees", "Normal"),
    ]


def test_each_paragraph_bears_its_language_and_direction() -> None:
    english, dari, number = told(
        made(Paragraph(ENGLISH, "en"), Paragraph(ARABIC, "fa_AF"), Paragraph("+999 1", ""), language="ar")
    )
    assert (english.is_rtl, set(english.languages)) == (False, {"en"})
    assert (dari.is_rtl, set(dari.languages)) == (True, {"fa-AF"})
    assert (number.is_rtl, set(number.languages)) == (True, set()), "what needs no language begins where the reader does"


def test_a_value_in_a_sentence_of_the_other_direction_is_a_run_of_its_own() -> None:
    sentence = fill("ولد في {day} باسم {name}", day="1990-01-02", name=isolate("Layla"))
    ((paragraph, _),) = paragraphs(opened(made(Paragraph(sentence, "ar"))))
    runs = [(without_isolates(run.text), bool(run.font.rtl)) for run in paragraph.runs]
    assert runs == [("ولد في ", True), ("1990-01-02", False), (" باسم ", True), ("Layla", False)]


def test_only_texts_of_both_directions_hold_letters_that_nobody_sees() -> None:
    for text, reader, is_clean in ((isolate("Nurse"), "en", True), (isolate("ممرضة"), "en", False), (isolate("B1"), "ar", False)):
        ((paragraph, _),) = paragraphs(opened(made(Paragraph(text, reader), language=reader)))
        assert (paragraph.text == without_isolates(text)) is is_clean
    for reader, is_clean in (("en", True), ("ar", False)):
        ((paragraph, _),) = paragraphs(opened(made(Paragraph("+999 555", ""), language=reader)))
        assert (paragraph.text == "+999 555") is is_clean, "a number in a mirrored paragraph is held together"


@given(st.text(alphabet="a ب1-\u2066\u2067\u2068\u2069", max_size=30), st.booleans())
def test_pieces_are_the_text(text: str, is_rtl: bool) -> None:  # drawn
    found = list(pieces(text, is_rtl=is_rtl))
    assert "".join(part for part, _ in found) == text
    assert all(part for part, _ in found)
    assert all(one[1] != other[1] for one, other in pairwise(found))


@pytest.mark.parametrize("language", ["am", "bn", "ckb", "uk", "ar"])
def test_every_run_has_fonts_for_all_writings(language: str) -> None:
    document = opened(made(Paragraph("x", language)))
    ((paragraph, _),) = paragraphs(document)
    for fonts in (*paragraph._p.iter(qn("w:rFonts")), document.styles["Normal"].element.rPr.rFonts):
        assert {fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "cs")} == {fonts.get(qn("w:cs"))}
    sizes = document.styles["Normal"].element.rPr
    assert sizes.find(qn("w:szCs")).get(qn("w:val")) == sizes.find(qn("w:sz")).get(qn("w:val"))


def test_the_file_says_its_language_and_names_nobody() -> None:
    document = opened(made(Paragraph("Layla Mithal", "en"), language="ar", foot="GR-1"))
    about = document.core_properties
    assert (about.title, about.language) == ("Paper GR-1", "ar")
    assert {about.author, about.last_modified_by, about.comments, about.subject, about.keywords, about.category} == {""}
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert defaults.get(qn("w:bidi")) == "ar"


def test_every_page_bears_notices_code_and_number() -> None:
    notices = (Paragraph("Training", "en"), Paragraph("تدريب", "ar"))
    section = opened(made(head=notices, foot="GR-1 · 2026-11-03")).sections[0]
    assert [one.text for one in section.header.paragraphs] == ["Training", "تدريب"]
    (foot,) = section.footer.paragraphs
    assert "GR-1 · 2026-11-03" in foot.text
    assert [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_the_head_of_a_table_repeats_and_the_table_begins_where_its_reader_does() -> None:
    table = WordTable((1, 1), (CELLS,), head=(CELLS[0], CELLS[0]))
    for language, is_mirrored in (("ar", True), ("en", False)):
        (found,) = opened(made(table, language=language)).tables
        assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in found.rows] == [True, False]
        assert bool(found._tbl.bidiVisual_val) is is_mirrored


def test_equal_papers_have_equal_bytes_without_dates() -> None:
    first, second = made(*EVERY_BLOCK), made(*EVERY_BLOCK)
    assert first == second
    with ZipFile(BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec=None, exclude_categories=()), min_size=1))
def test_any_text_comes_through(text: str) -> None:
    """Seen to break writers: NUL, lone surrogates, noncharacters, line ends of all sorts."""
    ((paragraph, _),) = paragraphs(opened(made(Paragraph(text, "en"))))
    fit = fit_text(text)
    assert without_isolates(paragraph.text) == without_isolates(fit)
    assert len(fit) == len(text.replace("\r\n", "\n")), "nothing vanishes"


def test_what_xml_forbids_leaves_a_sign_and_a_long_answer_is_whole() -> None:
    hard, long = "a\x00b\x1bc\ud800d\ufffee\x0bf\r\ng\th _x0007_ <w:p>&", "word " * 13_107
    found = [one.text for one in told(made(Paragraph(hard, "en"), Paragraph(long, "ar")))]
    assert found == ["a\ufffdb\ufffdc\ufffdd\ufffde\nf\ng h _x0007_ <w:p>&", long]


def test_a_picture_is_its_pixels_and_says_what_it_shows() -> None:
    pixels = bytes(range(12))
    content = made(Picture(PagePicture(2, 2, pixels), (40, 14), "A photo"))
    (shape,) = opened(content).inline_shapes
    assert shape._inline.docPr.get("descr") == "A photo"
    assert (shape.width.mm, shape.height.mm) == (14, 14)
    with ZipFile(BytesIO(content)) as parts:
        (name,) = [part for part in parts.namelist() if part.startswith("word/media/")]
        picture = parts.read(name)
    start = picture.index(b"IDAT")
    length = int.from_bytes(picture[start - 4 : start], "big")
    assert zlib.decompress(picture[start + 4 : start + 4 + length]) == b"\0" + pixels[:6] + b"\0" + pixels[6:]


def test_elements_stand_in_the_order_of_the_schema() -> None:
    """A word processor calls a file damaged in which they do not (ISO/IEC 29500-1, annex A)."""
    order = {
        "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind contextualSpacing jc "
        "outlineLvl rPr",
        "rPr": "rStyle rFonts b bCs i iCs caps smallCaps color spacing kern sz szCs u rtl cs lang",
        "tblPr": "tblStyle bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblBorders tblLayout "
        "tblCellMar tblLook",
        "tcPr": "tcW tcBorders shd vAlign",
    }
    document = opened(made(*EVERY_BLOCK, language="ar", scale=1.6))
    for root in (document.element, document.styles.element):
        for tag, names in order.items():
            for element in root.iter(qn(f"w:{tag}")):
                places = [names.split().index(child.tag.rpartition("}")[2]) for child in element]
                assert places == sorted(set(places)), [child.tag for child in element]
