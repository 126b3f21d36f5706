"""Cleaning of text before it is shaped."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.pdf.text import IGNORABLE, clean


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2029", "\x0b"])
def test_every_line_end_becomes_the_same_forced_line(end: str) -> None:
    assert clean(f"one{end}two") == "one\u2028two"


def test_control_characters_and_lone_surrogates_leave_a_replacement() -> None:
    assert clean("a\x00b\ud83dc\x9fd\uffffe") == "a\ufffdb\ufffdc\ufffdd\ufffde"
    assert clean("a\tb") == "a b"


def test_text_is_composed_and_joiners_stay() -> None:
    assert clean("e\u0301 می\u200cخواهم") == "é می\u200cخواهم"


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing_and_leaves_nothing_unprintable(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in once)


def test_joiners_draw_nothing_and_letters_draw_something() -> None:
    assert IGNORABLE.issuperset("\u200c\u200d\u2066\u2069\u00ad\ufe0f")
    assert IGNORABLE.isdisjoint("a \u0627\u0300")
