"""Languages beside and above each other, usual and large type: everything is said, and stands where its reader looks for it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from s2w_desktop.pdf.content import Station, Years
from s2w_desktop.pdf.order import Layout, PaperOrder, PaperSize
from tests.pdf.reading import Expected, paragraphs, run, uncompressed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.conftest import Build, MakePaper

PAIRS = [("en", "ar"), ("ar", "fa"), ("fr", "ti"), ("uk", "en")]


@pytest.mark.parametrize("languages", PAIRS, ids="-".join)
def test_one_language_above_the_other_says_everything_once(
    languages: tuple[str, str], make_paper: MakePaper, build: Build, tmp_path: Path
) -> None:
    paper = make_paper(*languages, layout=Layout.STACKED)
    assert paragraphs(build(paper), tmp_path) == list(Expected(paper).all())


@pytest.mark.parametrize("languages", [*PAIRS, ("ar",), ("en",)], ids="-".join)
def test_large_type_says_everything_once_with_levels_in_words(
    languages: tuple[str, ...], make_paper: MakePaper, build: Build, tmp_path: Path
) -> None:
    paper = make_paper(*languages, size=PaperSize.LARGE)
    pdf = build(paper)
    found = paragraphs(pdf, tmp_path)
    skills = {words for texts in paper.words.language_skills.values() for words in texts.values()}
    levels = [text for text in found if sum(skill in text for skill in skills) > 1]
    assert len(levels) == 2 * len(languages)
    expected = [text for text in Expected(paper).all() if text not in skills]
    assert [text for text in found if text not in levels] == expected
    assert b"/Alt (listening" not in uncompressed(pdf, tmp_path)


def places(pdf: bytes, folder: Path, word: str) -> list[tuple[float, float]]:
    """Where a word stands on the first page: distance from the left and from the top."""
    path = folder / "places.pdf"
    path.write_bytes(pdf)
    boxes = run("pdftotext", "-bbox", "-l", "1", path, "-")
    return [
        (float(x), float(y)) for x, y, text in re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(.*?)<', boxes) if text == word
    ]


@pytest.mark.parametrize(("languages", "first_is_left"), [(("en", "ar"), True), (("ar", "en"), False), (("fa", "ar"), False)])
def test_the_first_language_stands_where_its_lines_begin(
    languages: tuple[str, str], first_is_left: bool, make_paper: MakePaper, build: Build, tmp_path: Path
) -> None:
    name = {languages[0]: "Alpha", languages[1]: "Omega"}
    pdf = build(make_paper(*languages, name=name))
    ((first, above), (second, beside)) = places(pdf, tmp_path, "Alpha") + places(pdf, tmp_path, "Omega")
    assert (first < second) is first_is_left
    assert above == pytest.approx(beside, abs=1)


def test_stacked_the_second_language_stands_below_the_first(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    paper = make_paper("en", "uk", layout=Layout.STACKED)
    title = {"en": "Alpha one two three four five six seven", "uk": "Omega one two three four five six seven"}
    pdf = build(replace(paper, stations=(Station(title, Years(2020)),)))
    ((left, above), (also_left, below)) = places(pdf, tmp_path, "Alpha") + places(pdf, tmp_path, "Omega")
    assert left == pytest.approx(also_left, abs=1)
    assert 10 < below - above < 30


def test_in_large_type_a_page_begins_with_the_name_of_the_section_that_goes_on(
    make_paper: MakePaper, build: Build, tmp_path: Path
) -> None:
    path = tmp_path / "paper.pdf"
    paper = make_paper("en", size=PaperSize.LARGE)
    path.write_bytes(build(replace(paper, stations=paper.stations * 4)))
    pages = run("pdftotext", path, "-").split("\f")
    going_on = [page for page in pages if "Baker, small bakery" in page]
    assert len(going_on) > 1
    assert all("Work, care and learning" in page for page in going_on)
    assert paragraphs(path.read_bytes(), tmp_path).count("Work, care and learning") == 1, "what is repeated is no content"


def test_large_type_is_larger_in_every_text(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    usual, large = (
        {float(size) for size in re.findall(rb"/S\d+ ([\d.]+) Tf", uncompressed(build(make_paper("en", size=size)), tmp_path))}
        for size in PaperSize
    )
    assert min(usual) == pytest.approx(6.6)
    assert [1.6 * size for size in sorted(usual)] == pytest.approx(sorted(large), abs=0.011)


def test_large_type_leaves_two_languages_no_room_beside_each_other() -> None:
    assert PaperOrder(("en", "ar"), size=PaperSize.LARGE).is_stacked
    assert not PaperOrder(("en",), Layout.STACKED, PaperSize.LARGE).is_stacked


def test_a_paper_is_in_one_language_or_in_two() -> None:
    assert PaperOrder(("en", "en")).languages == ("en",)
    for languages in ((), ("en", "ar", "fa")):
        with pytest.raises(ValueError, match="one language or in two"):
            PaperOrder(languages)
