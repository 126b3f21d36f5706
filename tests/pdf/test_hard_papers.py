"""Long lives, long answers and hostile texts: whole, in order, on deliberate pages."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from s2w_desktop.domain.errors import FileUnreadable
from s2w_desktop.pdf.content import Agreement, Entry, Evidence, Station, Years
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.order import Layout, PaperSize
from s2w_desktop.pdf.profile_paper import build_profile_paper
from tests.pdf.reading import Expected, paragraphs, run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.conftest import Build, MakePaper

HOW = [(Layout.SIDE_BY_SIDE, PaperSize.NORMAL), (Layout.STACKED, PaperSize.NORMAL)]


def texts_of_pages(pdf: bytes, folder: Path) -> list[str]:
    path = folder / "pages.pdf"
    path.write_bytes(pdf)
    return run("pdftotext", "-layout", path, "-").split("\f")[:-1]


@pytest.mark.parametrize(("layout", "size"), HOW, ids=lambda one: one.value)
def test_twelve_jobs_and_thirty_documents_are_all_there(
    layout: Layout, size: PaperSize, make_paper: MakePaper, build: Build, tmp_path: Path
) -> None:
    paper = make_paper("en", "ar", layout=layout, size=size)
    stations = tuple(replace(paper.stations[2], years=Years(2000 + year, 2001 + year)) for year in range(12))
    documents = tuple(Entry({"en": f"Diploma {n}", "ar": f"شهادة {n}"}, evidence=Evidence.SEEN) for n in range(30))
    long = replace(paper, stations=stations, documents=documents)
    pdf = build(long)
    assert paragraphs(pdf, tmp_path) == list(Expected(long).all())


def test_from_page_four_on_the_first_page_says_how_many_follow(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    paper = make_paper("en", "fr")
    for times, says in ((1, False), (10, True)):
        pages = texts_of_pages(build(replace(paper, stations=paper.stations * times)), tmp_path)
        assert (len(pages) >= 4) is says
        assert (f"more pages: {len(pages) - 1}" in pages[0]) is says
        assert (f"pages de plus : {len(pages) - 1}" in pages[0]) is says
        assert not any("more pages" in page for page in pages[1:])


def test_no_page_ends_with_a_title_or_begins_with_a_signature(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    """The break is moved line by line through everything that can stand before it."""
    paper = make_paper("en", "uk", layout=Layout.STACKED)
    titles = {station.title[language] for station in paper.stations for language in ("en", "uk")}
    for lines in range(0, 40, 3):
        skills = tuple(Entry({"en": f"Skill {n}", "uk": f"Skill {n}"}) for n in range(lines))
        moved = replace(paper, strengths=(*paper.strengths, *skills[: lines // 2]), skills=skills[lines // 2 :])
        for page in texts_of_pages(build(moved), tmp_path):
            said = [line.strip() for line in page.splitlines() if line.strip()]
            foot = next(at for at, line in enumerate(said) if line.startswith("How it is known"))
            last = re.sub(r"^[\d–]+\s+", "", said[foot - 1])
            assert last not in titles, f"{lines} lines"
            assert not said[1].startswith("Place, date"), f"{lines} lines"


def test_an_answer_of_64_kib_goes_on_over_pages_whole(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    said = ("مخبز صغير 12-13، Brot & <b>Käse</b>. " * 2000)[: 64 * 1024]
    paper = make_paper("ar", stations=(Station({"ar": "خبازة"}, Years(2020), words={"ar": said}),))
    pdf = build(paper)
    assert len(texts_of_pages(pdf, tmp_path)) > 8
    assert paragraphs(pdf, tmp_path) == [text.rstrip() for text in Expected(paper).all()]


@pytest.mark.parametrize("said", ["<b>bold</b> &amp; &lt;", "{code} %s %(name)s", "=1+1", "\\begin{x} $y$", "a\u202eb\u2066c"])
def test_markup_and_controls_are_only_letters(said: str, make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    paper = make_paper("en", agreement=Agreement({"en": said}, {"en": said}), sentence={"en": said})
    found = paragraphs(build(paper), tmp_path)
    assert found.count(said) == 3


def test_a_word_without_end_is_broken_and_stays_whole(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    said = {"en": "Donaudampfschifffahrt" * 40, "ar": "خبز" * 300}
    paper = make_paper("en", "ar", skills=(Entry(said),))
    assert paragraphs(build(paper), tmp_path) == list(Expected(paper).all())


def test_missing_fonts_are_said_before_anything_is_written(make_paper: MakePaper, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    with path.open("wb") as target, pytest.raises(FileUnreadable):
        build_profile_paper(make_paper("en"), FontSet(tmp_path), target)
    assert path.read_bytes() == b""
