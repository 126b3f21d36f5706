"""The profile paper, read back with poppler: what is put in comes out whole, once, in order, and nothing else."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest

from s2w_desktop.domain.errors import MissingGlyphs
from s2w_desktop.i18n.isolation import isolate_ltr
from s2w_desktop.pdf.content import Entry, Evidence, Paper, Station, Step, Texts, Years
from s2w_desktop.pdf.profile_paper import build_profile_paper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from s2w_desktop.pdf.fonts import FontSet
    from tests.pdf.conftest import Build, MakePaper

PAIRS: list[tuple[str, ...]] = [("en",), ("fr",), ("ar",), ("fa",), ("ti",), ("uk",)]
PAIRS += [("en", "ar"), ("fr", "ar"), ("en", "uk"), ("ar", "fa"), ("ar", "en"), ("en", "ti")]


def run(*command: str | Path) -> str:
    """What one of the standard tools says."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is absent: install poppler-utils and qpdf")
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def paragraphs(pdf: bytes, folder: Path) -> list[str]:
    """Every text of the structure tree that is not inside a figure, in reading order."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    found: list[str] = []
    role, continues = "", False  # the parts of a paragraph that goes over pages stand on lines of their own
    for line in run("pdfinfo", "-struct-text", path).split("\n"):
        text = line.strip()
        is_text = text.startswith('"') and text.endswith('"') and len(text) > 1
        if is_text and role != "Figure":
            found[-1:] = [found[-1] + text[1:-1]] if continues else [*found[-1:], text[1:-1]]
        elif not is_text:
            role = text.partition(" ")[0]
        continues = is_text
    return found


class Expected:
    """The texts of a paper in reading order, from its content alone."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper

    def pair(self, texts: Texts | None) -> Iterator[str]:
        if texts:
            yield from (texts[language] for language in self.paper.languages)

    def section(self, heading: Texts, rows: tuple[Entry | Station | Step, ...]) -> Iterator[str]:
        if rows:
            yield from self.pair(heading)
        for row in rows:
            label = row.years.label if isinstance(row, Station) else row.date if isinstance(row, Step) else ""
            yield from [label] if label else []
            yield from self.pair(row.title)
            yield from self.pair(row.who if isinstance(row, Step) else None)
            yield from self.pair(row.detail)

    def languages(self) -> Iterator[str]:
        words = self.paper.words
        yield from self.pair(words.languages)
        for names in words.language_skills.values():
            yield from self.pair(names)
        for row in self.paper.known_languages:
            name = list(self.pair(row.name))
            yield name[0]
            yield from self.pair(words.first_language) if row.is_first else ()
            yield from name[1:]

    def all(self) -> Iterator[str]:
        paper, words = self.paper, self.paper.words
        yield from self.pair(words.title)
        yield from self.pair(paper.name)
        yield from self.pair(paper.sentence)
        yield paper.code
        yield from self.section(words.strengths, paper.strengths)
        yield from self.languages()
        yield from self.section(words.time_line, paper.stations)
        yield from self.section(words.skills, paper.skills)
        yield from self.pair(words.goals)
        for goal in paper.goals:
            yield from self.pair(goal)
        yield from self.section(words.steps, paper.steps)
        yield from self.pair(words.about)
        for sentence in paper.about:
            yield from self.pair(sentence)


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
    empty = dict.fromkeys(("strengths", "known_languages", "stations", "skills", "goals", "steps", "about"), ())
    paper = make_paper("en", "ar", name=None, sentence=None, **empty)
    assert paragraphs(build(paper), tmp_path) == ["Skills profile", "ملف المهارات", "S2W-7K4M-92QD"]


def pages(pdf: bytes, folder: Path) -> int:
    path = folder / "pages.pdf"
    path.write_bytes(pdf)
    found = re.search(r"^Pages:\s+(\d+)$", run("pdfinfo", path), re.MULTILINE)
    assert found
    return int(found[1])


@pytest.mark.parametrize("languages", PAIRS, ids="-".join)
def test_a_core_profile_fits_on_one_page(languages: tuple[str, ...], make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    paper = make_paper(*languages)
    core = replace(paper, stations=paper.stations[1:], skills=paper.skills[:2], steps=paper.steps[:1], goals=paper.goals[:1])
    assert pages(build(core), tmp_path) == 1


def test_twelve_stations_go_on_with_the_next_page_complete(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    paper = make_paper("en", "ar")
    stations = tuple(replace(paper.stations[2], years=Years(2000 + year, 2001 + year)) for year in range(12))
    long = replace(paper, stations=stations)
    pdf = build(long)
    assert pages(pdf, tmp_path) == 2
    assert paragraphs(pdf, tmp_path) == list(Expected(long).all())


def test_what_lies_ahead_moves_to_the_next_page_as_a_whole(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    paper = make_paper("en")
    path = tmp_path / "paper.pdf"
    path.write_bytes(build(replace(paper, stations=paper.stations * 2)))
    first, second = run("pdftotext", path, "-").split("\f")[:2]
    assert "Skills and licences" in first
    assert "Own goals" not in first
    assert second.index("Own goals") < second.index("Next steps") < second.index("What this paper is")


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
    paper = make_paper(
        "en", stations=(), known_languages=(), skills=(), strengths=(Entry({"en": "Bakes"}, evidence=Evidence.SHOWN),)
    )
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
    texts = {field.name: {"en": "·"} for field in fields(paper.words) if field.name not in ("evidence", "language_skills")}
    words = replace(paper.words, evidence={mark: {"en": "·"} for mark in Evidence}, language_skills={}, **texts)
    bare = {"strengths": (), "known_languages": (), "stations": (), "skills": (), "goals": (), "steps": (), "about": ()}
    path.write_bytes(build(make_paper("en", words=words, name=None, sentence=None, notice=None, **bare)))
    assert set(run("pdftotext", path, "-").split()) == {"·", "S2W-7K4M-92QD", "2026-11-21", "1/1"}
