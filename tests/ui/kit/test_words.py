"""Script and direction of words."""

import pytest
from PySide6.QtCore import Qt

from s2w_desktop.ui.kit.text import settled
from s2w_desktop.ui.kit.words import Script, Words, has_direction, is_rtl_text, script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Work", Script.LATIN),
        ("Робота", Script.LATIN),
        ("العمل", Script.ARABIC),
        ("المحادثة، A2", Script.ARABIC),
        ("Keyboard: عر", Script.LATIN),
        ("ስራ", Script.ETHIOPIC),
        ("কাজ", Script.BENGALI),
        ("12 – 14", Script.LATIN),
        ("", Script.LATIN),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, script: Script) -> None:
    assert script_of(text) is script


def test_the_first_strong_letter_decides_the_direction() -> None:
    assert is_rtl_text("12 سنة")
    assert not is_rtl_text("A2 المحادثة")
    assert not is_rtl_text("2026-11-21")


def test_words_without_letters_run_as_their_language_does() -> None:
    assert Words("12", "ar").is_rtl
    assert not Words("12", "fr").is_rtl
    assert not Words("PT-7K2M", "ar").is_rtl


def test_a_line_against_the_direction_of_the_window_is_turned_alone() -> None:
    rtl = Qt.LayoutDirection.RightToLeft
    assert settled("Casa do Rio.\nالعمل\n12", rtl) == "\u200f\u2068Casa do Rio.\u2069\nالعمل\n\u200f12"
    assert settled("Casa do Rio.", Qt.LayoutDirection.LeftToRight) == "Casa do Rio."


def test_what_is_isolated_says_nothing_of_the_text_around_it() -> None:
    facts = "\u20681363\u2069 = \u206821 مارس 1984\u2069"
    assert not has_direction(facts)
    assert Words(facts, "ar").is_rtl
    assert not Words(facts, "en").is_rtl
    assert is_rtl_text("\u2068Ada \u2068B\u2069\u2069 من")
