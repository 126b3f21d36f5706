"""The profile paper, read back with poppler: what is put in comes out whole, once, in order, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest

from s2w_desktop.domain.errors import MissingGlyphs
from s2w_desktop.i18n.isolation import isolate_ltr
from s2w_desktop.pdf.content import Entry, Evidence, Step, Years
from s2w_desktop.pdf.profile_paper import build_profile_paper
from tests.pdf.reading import Expected, paragraphs, run

if TYPE_CHECKING:
    from pathlib import Path

    from s2w_desktop.pdf.fonts import FontSet
    from tests.pdf.conftest import Build, MakePaper

NOTHING: dict[str, Any] = {
    **dict.fromkeys(("strengths", "known_languages", "stations", "skills", "documents", "goals", "steps"), ()),
    **dict.fromkeys(("name", "sentence", "agreement", "explanation")),
    "has_signature": False,
}
PAIRS: list[tuple[str, ...]] = [("en",), ("fr",), ("ar",), ("fa",), ("ti",), ("uk",)]
PAIRS += [("en", "ar"), ("fr", "ar"), ("en", "uk"), ("ar", "fa"), ("ar", "en"), ("en", "ti")]


@pytest.mark.parametrize("languages", PAIRS, ids="-".join)
def test_every_text_comes_out_whole_once_and_in_order(
    languages: tuple[str, ...], make_paper: MakePaper, build: Build, tmp_path: Path
) -> None:
    paper = make_paper(*languages)
    assert paragraphs(build(paper), tmp_path) == list(Expected(paper).all())


def test_the_file_is_tagged_whole_and_carries_no_name(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(build(make_paper("en", "ar")))
    info = run("pdfinfo", path)
    assert re.search(r"^Tagged:\s+yes$", info, re.MULTILINE)
    assert re.search(r"^Title:\s+Skills profile S2W-7K4M-92QD$", info, re.MULTILINE)
    assert re.search(r"^Author:\s*$", info, re.MULTILINE)
    assert "Layla" not in info
    run("qpdf", "--check", path)
    for row in run("pdffonts", path).splitlines()[2:]:
        embedded, subset, unicode_table = row.split()[-5:-2]
        assert (embedded, subset, unicode_table) == ("yes", "yes", "yes"), row


def test_every_paragraph_says_its_language(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    path, plain = tmp_path / "paper.pdf", tmp_path / "plain.pdf"
    path.write_bytes(build(make_paper("fr", "ar")))
    run("qpdf", "--qdf", "--object-streams=disable", path, plain)
    data = plain.read_bytes()
    assert b"/Lang (fr)" in data
    assert re.search(rb"/S /P\b", data)
    elements = [part for part in data.split(b"endobj") if b"/Type /StructElem" in part and b"/S /H2" in part]
    assert {re.search(rb"/Lang \((.*?)\)", part)[1] for part in elements} == {b"fr", b"ar"}  # type: ignore[index]  # every H2 has one


def test_two_builds_are_equal_to_the_byte(make_paper: MakePaper, build: Build) -> None:
    assert build(make_paper("en", "ar")) == build(make_paper("en", "ar"))


def test_a_build_leaves_nothing_behind_for_the_next(make_paper: MakePaper, build: Build) -> None:
    before = build(make_paper("uk"))
    build(make_paper("ar", "ti"))
    assert build(make_paper("uk")) == before


def test_a_letter_without_a_glyph_is_refused_before_anything_is_written(
    make_paper: MakePaper, fonts: FontSet, tmp_path: Path
) -> None:
    paper = make_paper("en", skills=(Entry({"en": "Writes 漢字 and 漢"}),), name={"en": "李"})
    path = tmp_path / "paper.pdf"
    with path.open("wb") as target, pytest.raises(MissingGlyphs) as refusal:
        build_profile_paper(paper, fonts, target)
    assert (refusal.value.count, refusal.value.blocks) == (3, ("head", "skills"))
    assert all(letter not in repr(refusal.value) for letter in "李漢字")
    assert path.read_bytes() == b""


def test_what_cannot_be_printed_leaves_a_replacement(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    hostile = Entry({"en": "bread \ud800and\x00 salt\x1b"})
    found = paragraphs(build(make_paper("en", strengths=(hostile,))), tmp_path)
    assert "bread \ufffdand\ufffd salt\ufffd" in found


def test_blank_texts_and_empty_lines_do_no_harm(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    entries = tuple(Entry({"ar": text}) for text in ("  ", "\n\n", "خبز\n\nملح", "\u200c", "\u0301"))
    found = paragraphs(build(make_paper("ar", skills=entries)), tmp_path)
    assert "خبز\u2028ملح" in found
    assert not any(text.isspace() for text in found)


def lines_of(path: Path) -> list[str]:
    return run("pdftotext", "-layout", path, "-").splitlines()


def glyph_order(path: Path, needle: str) -> bool:
    """Whether the characters of `needle` stand on the page from left to right, by their positions."""
    boxes = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(.*?)</word>', run("pdftotext", "-bbox", path, "-"))
    words = [(round(float(y)), float(x), text) for x, y, text in boxes]
    parts = needle.split()
    for row in {y for y, _, text in words if text == parts[0]}:
        places = [next((x for y, x, text in words if abs(y - row) <= 1 and text == part), None) for part in parts]
        if all(x is not None for x in places) and places == sorted(x for x in places if x is not None):
            return True
    return False


def test_dates_and_telephone_numbers_keep_their_order_inside_arabic(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    telephone = isolate_ltr("+49 30 5550 1234")
    detail = {"ar": f"المكتب: {telephone}، الموعد {isolate_ltr('2026-12-04')}"}
    path = tmp_path / "paper.pdf"
    path.write_bytes(build(make_paper("ar", steps=(Step({"ar": "الخطوة"}, detail=detail),), stations=())))
    assert glyph_order(path, "+49 30 5550 1234")
    assert any("2026-12-04" in line for line in lines_of(path))
    path.write_bytes(build(make_paper("ar", steps=(Step({"ar": "الخطوة"}, detail={"ar": "المكتب: +49 30 5550 1234"}),))))
    assert not glyph_order(path, "+49 30 5550 1234"), "the test would not notice numbers in the wrong order"


def test_a_text_missing_in_one_language_says_so(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    paper = make_paper("en", "ar", goals=({"en": "Work as a baker"},), steps=(Step({"ar": "خطوة"}),))
    found = paragraphs(build(paper), tmp_path)
    assert found[found.index("Work as a baker") + 1] == "— لم يُترجم"
    assert found[found.index("خطوة") - 1] == "— not translated"


def test_a_name_without_a_second_form_stands_in_both_columns(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    found = paragraphs(build(make_paper("en", "ar", name={"ar": "ليلى مثال"})), tmp_path)
    assert found.count("ليلى مثال") == 2


def test_empty_sections_leave_no_heading(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    paper = make_paper("en", "ar", **NOTHING)
    assert paragraphs(build(paper), tmp_path) == ["Skills profile", "ملف المهارات", "S2W-7K4M-92QD"]


def pages(pdf: bytes, folder: Path) -> int:
    path = folder / "pages.pdf"
    path.write_bytes(pdf)
    found = re.search(r"^Pages:\s+(\d+)$", run("pdfinfo", path), re.MULTILINE)
    assert found
    return int(found[1])


@pytest.mark.parametrize("languages", PAIRS, ids="-".join)
def test_an_ordinary_life_has_one_page_and_what_follows_another(
    languages: tuple[str, ...], make_paper: MakePaper, build: Build, tmp_path: Path
) -> None:
    path = tmp_path / "paper.pdf"
    paper = make_paper(*languages)
    path.write_bytes(build(paper))
    first, second = (unicodedata.normalize("NFKC", text) for text in run("pdftotext", path, "-").split("\f")[:2])
    heading = paper.words.part_about[languages[0]].split()[0]
    assert pages(path.read_bytes(), tmp_path) == 2
    assert heading in second
    assert paper.strengths[0].title[languages[0]].split()[0] in first


@pytest.mark.parametrize("languages", PAIRS, ids="-".join)
def test_a_life_in_one_line_fits_on_one_page(
    languages: tuple[str, ...], make_paper: MakePaper, build: Build, tmp_path: Path
) -> None:
    paper = make_paper(*languages)
    short = replace(
        paper, stations=(), skills=(), steps=(), strengths=paper.strengths[:1], known_languages=paper.known_languages[:1]
    )
    assert pages(build(short), tmp_path) == 1


def test_twelve_stations_go_on_with_the_next_page_complete(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    paper = make_paper("en", "ar")
    stations = tuple(replace(paper.stations[2], years=Years(2000 + year, 2001 + year)) for year in range(12))
    long = replace(paper, stations=stations)
    pdf = build(long)
    assert pages(pdf, tmp_path) == 2
    assert paragraphs(pdf, tmp_path) == list(Expected(long).all())


def test_each_part_moves_to_the_next_page_as_a_whole(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    paper = make_paper("en")
    path = tmp_path / "paper.pdf"
    path.write_bytes(build(replace(paper, stations=paper.stations * 2)))
    first, second = run("pdftotext", path, "-").split("\f")[:2]
    assert "Skills and licences" in first
    assert "What this paper is" not in first
    assert second.index("What this paper is") < second.index("The way ahead") < second.index("Place, date, signature")


@pytest.mark.parametrize("languages", [("en",), ("ar",), ("en", "ar"), ("ti",)], ids="-".join)
def test_long_texts_split_over_pages_without_reordering(
    languages: tuple[str, ...], make_paper: MakePaper, build: Build, tmp_path: Path
) -> None:
    paper = make_paper(*languages)
    detail = paper.stations[2].detail or {}
    story = {language: " ".join(f"{number}. {text}" for number in range(150)) for language, text in detail.items()}
    long = replace(paper, stations=(replace(paper.stations[2], detail=story),))
    pdf = build(long)
    assert pages(pdf, tmp_path) > 2
    assert paragraphs(pdf, tmp_path) == list(Expected(long).all())


def test_a_long_name_wraps_and_stays_whole(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    name = {
        "en": "Maximiliana-Theodora Wolfeschlegelsteinhausenbergerdorff de la Concepción y Todos los Santos",
        "ar": "عبد الرحمن بن عبد العزيز بن عبد الكريم آل مثال المخترع من بلاد بعيدة جدا",
    }
    paper = make_paper("en", "ar", name=name)
    assert list(name.values()) == paragraphs(build(paper), tmp_path)[2:4]


def test_only_the_marks_that_are_used_stand_in_the_key(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    paper = make_paper("en", **{**NOTHING, "strengths": (Entry({"en": "Bakes"}, evidence=Evidence.SHOWN),)})
    path.write_bytes(build(paper))
    text = run("pdftotext", path, "-")
    assert "shown by doing" in text
    assert "paper seen" not in text


def test_words_that_a_language_lacks_leave_the_marks_in_place(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    found = paragraphs(build(make_paper("en", "de")), tmp_path)
    assert "Skills profile" in found
    assert "—" in found


def test_code_date_and_page_number_stand_on_every_page(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    paper = make_paper("en", "ar")
    path.write_bytes(build(replace(paper, stations=paper.stations * 5)))
    texts = run("pdftotext", "-layout", path, "-").split("\f")[:-1]
    count = len(texts)
    assert count > 1
    for page, text in enumerate(texts, 1):
        assert re.search(rf"{page}\s*/\s*{count}", text)
        assert "S2W-7K4M-92QD" in text
        assert "2026-11-21" in text
        assert "TRAINING · invented person" in text


def test_the_levels_and_marks_are_said_to_those_who_do_not_see_them(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    path, plain = tmp_path / "paper.pdf", tmp_path / "plain.pdf"
    path.write_bytes(build(make_paper("en")))
    run("qpdf", "--qdf", "--object-streams=disable", path, plain)
    alts = re.findall(rb"/Alt \((.*?)\)", plain.read_bytes())
    assert {
        b"listening B1",
        b"writing Pre-A1",
        b"shown by doing",
        b"paper checked",
        b"box to tick",
        b"QR code S2W-7K4M-92QD",
    } <= set(alts)


@pytest.mark.parametrize(
    ("years", "label"),
    [
        (Years(2016, 2022), "2016–2022"),
        (Years(2025, is_ongoing=True), "2025–"),
        (Years(2020, 2020), "2020"),
        (Years(2020), "2020"),
        (Years(end=2010), "–2010"),
        (Years(), ""),
        (Years(is_ongoing=True), ""),
    ],
)
def test_years_stand_in_the_spine_as_far_as_they_are_known(years: Years, label: str) -> None:
    assert years.label == label


def test_the_paper_has_no_words_of_its_own(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    paper = make_paper("en")
    path = tmp_path / "paper.pdf"
    mappings = ("evidence", "evidence_full", "language_skills", "more_pages")
    texts: dict[str, Any] = {field.name: {"en": "·"} for field in fields(paper.words) if field.name not in mappings}
    words = replace(paper.words, evidence={mark: {"en": "·"} for mark in Evidence}, language_skills={}, **texts)
    path.write_bytes(build(make_paper("en", words=words, notice=None, **NOTHING)))
    assert set(run("pdftotext", path, "-").split()) == {"·", "S2W-7K4M-92QD", "2026-11-21", "1/1"}
