"""Wrapping and splitting of paragraphs."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.paper_texts import PaperTexts
from s2w_desktop.pdf.paragraph import ShapedParagraph
from s2w_desktop.pdf.styles import Role
from s2w_desktop.pdf.text import clean

FONTS = FontSet(Path(__file__).parents[2] / "resources" / "fonts")
LETTERS = st.text(st.sampled_from("ab -/\u00ad\u2028é\u0301شلا١٢لله\u200c(ሀለ።1,2@."), max_size=80)


def paragraph(fonts: FontSet, text: str, language: str = "en") -> ShapedParagraph:
    return ShapedParagraph(text, texts=PaperTexts(fonts), language=language, role=Role.BODY)


@given(text=LETTERS, width=st.floats(4, 300), language=st.sampled_from(["en", "ar", "ti"]))
def test_lines_hold_every_character_once_and_in_order(text: str, width: float, language: str) -> None:
    lines = paragraph(FONTS, text, language).lines(width)  # hypothesis wants no fixture that lives for one example
    ends = [0, *(line.end for line in lines)]
    assert [line.start for line in lines] == ends[:-1]
    assert all(line.start < line.end and line.start <= line.visible_end <= line.end for line in lines)
    assert ends[-1] == len(clean(text))


def test_words_are_not_broken_where_spaces_allow_it(fonts: FontSet) -> None:
    text = "Dough, oven, shift plan; bread and sweet pastry on her own."
    for line in paragraph(fonts, text).lines(90)[:-1]:
        assert text[line.end - 1] == " "
        assert line.visible_end < line.end


def test_a_no_break_space_keeps_its_words_together(fonts: FontSet) -> None:
    text = "pain\u00a0: galettes et viennoiseries"
    starts = {line.start for line in paragraph(fonts, text).lines(30)}
    assert text.index("\u00a0") + 1 not in starts


def test_an_address_longer_than_the_line_breaks_behind_a_sign(fonts: FontSet) -> None:
    text = "firstname.lastname@organisation.example.org"
    ends = [text[line.end - 1] for line in paragraph(fonts, text).lines(110)[:-1]]
    assert ends
    assert set(ends) <= set("@.")


def test_a_mark_never_begins_a_line(fonts: FontSet) -> None:
    text = "كُتِبَ" * 30
    assert all(text[line.start] not in "َُِ" for line in paragraph(fonts, text, "ar").lines(40))


def test_both_parts_of_a_split_keep_two_lines(fonts: FontSet) -> None:
    long = paragraph(fonts, "bread " * 60)
    count, leading = len(long.lines(100)), long.style.leading
    assert count > 6
    assert long.split(100, leading * 1.9) is None
    parts = long.split(100, leading * (count - 0.5))
    assert parts
    assert [len(part.lines(100)) for part in parts] == [count - 2, 2]
    assert paragraph(fonts, "bread " * 3).split(40, 30) is None


def test_the_parts_of_a_split_have_the_lines_of_the_whole(fonts: FontSet) -> None:
    text = "من 12-13 إلى (2024) " * 30
    whole = paragraph(fonts, text, "ar")
    parts = whole.split(100, 5 * whole.style.leading)
    assert parts
    assert [*parts[0].lines(100), *parts[1].lines(100)] == whole.lines(100)


def test_an_empty_paragraph_is_one_line_high(fonts: FontSet) -> None:
    assert paragraph(fonts, "").height(100) == paragraph(fonts, "a").height(100)


@pytest.mark.parametrize(
    ("language", "text", "missing"), [("en", "漢", {"漢"}), ("ar", "ڊ é ሀ অ", set()), ("en", "\u200d\ufe0f", set())]
)
def test_letters_that_no_font_has_are_known(fonts: FontSet, language: str, text: str, missing: set[str]) -> None:
    assert paragraph(fonts, text, language).missing == missing
