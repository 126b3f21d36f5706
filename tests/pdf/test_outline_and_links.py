"""Headings stand in the outline, and what can be called, written to or opened leads there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf

from s2w_desktop.i18n.isolation import isolate_ltr
from s2w_desktop.pdf.content import Link, Step
from tests.pdf.reading import outline, paragraphs, run, uncompressed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.conftest import Build, MakePaper

PHONE, MAIL, WEB = "+49\u00a030\u00a05550", "office@example.org", "example.org/help"
LINKS = (Link(PHONE, "tel:+49305550"), Link(MAIL, "mailto:office@example.org"), Link(WEB, "https://example.org/help"))


def step(*languages: str, words: str = "") -> Step:
    lines = (PHONE, f"{words}{isolate_ltr(MAIL)} · {isolate_ltr(WEB)}")
    return Step(dict.fromkeys(languages, "Ask"), service=tuple(dict.fromkeys(languages, line) for line in lines), links=LINKS)


def test_the_outline_holds_every_heading_below_its_part_in_the_readers_language(
    make_paper: MakePaper, build: Build, tmp_path: Path
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(build(make_paper("en", "ar")))
    assert outline(path) == [
        (0, "Skills profile"),
        (1, "What I can do"),
        (2, "Strengths"),
        (2, "Languages"),
        (2, "Work, care and learning"),
        (2, "Skills and licences"),
        (1, "What this paper is"),
        (2, "What the marks mean"),
        (1, "The way ahead"),
        (2, "Own goals"),
        (2, "Next steps"),
    ]


def test_headings_have_the_level_that_the_outline_gives_them(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(build(make_paper("en")))
    said = run("pdfinfo", "-struct-text", path)
    heads = re.findall(r'H(\d) \(block\)\n\s+"(.*)"', said)
    assert [(int(level) - 1, title) for level, title in heads] == outline(path)


def test_a_sheet_without_parts_has_sections_right_below_its_title(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(build(make_paper("en", explanation=None, about=({"en": "A note."},))))
    levels = [level for level, _ in outline(path)]
    assert levels == [0, *[1] * (len(levels) - 1)]
    assert outline(path)[-1] == (1, "What this paper is")


def test_telephone_mail_and_web_lead_out_of_both_columns(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(build(make_paper("en", "ar", steps=(step("en", "ar"),))))
    run("qpdf", "--check", path)
    with pikepdf.open(path) as document:
        found = [annotation for page in document.pages for annotation in page.get("/Annots", [])]
        targets = sorted(str(annotation.A.URI) for annotation in found)
        widths = [float(annotation.Rect[2]) - float(annotation.Rect[0]) for annotation in found]
    assert targets == sorted([link.uri for link in LINKS] * 2)
    assert all(20 < width < 150 for width in widths)


def test_a_link_is_an_element_around_its_own_words(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    pdf = build(make_paper("ar", steps=(step("ar", words="البريد: "),)))
    found = paragraphs(pdf, tmp_path)
    assert PHONE in found
    assert f"البريد: {isolate_ltr(MAIL)} · {isolate_ltr(WEB)}" in found
    said = run("pdfinfo", "-struct-text", tmp_path / "paper.pdf")
    assert re.findall(r'Link.*\n\s+"(.*)"', said) == [PHONE, MAIL, WEB]
    assert uncompressed(pdf, tmp_path).count(b"/OBJR") == len(LINKS)


def test_a_link_over_two_lines_can_be_clicked_on_both(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    address = "example.org/" + "a-very-long-way-to-help/" * 5
    one = Step({"en": "Ask", "ar": "سؤال"}, service=({"en": address},), links=(Link(address, f"https://{address}"),))
    path.write_bytes(build(make_paper("en", "ar", steps=(one,))))
    with pikepdf.open(path) as document:
        found = [annotation.Rect for page in document.pages for annotation in page.get("/Annots", [])]
    assert len({float(box[1]) for box in found}) == len(found) > 1


def test_words_that_are_not_in_the_text_lead_nowhere(make_paper: MakePaper, build: Build, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    one = Step({"en": "Ask"}, links=(Link("", "tel:1"), Link("elsewhere", "https://example.org")))
    path.write_bytes(build(make_paper("en", steps=(one,))))
    with pikepdf.open(path) as document:
        assert not any(page.get("/Annots") for page in document.pages)
