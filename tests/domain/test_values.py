"""Case numbers, clocks, folding, canonical text."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.canonical import canonical, cleaned, is_clean
from s2w_desktop.domain.case_numbers import ALPHABET, is_case_number, new_case_number
from s2w_desktop.domain.clock import moment, observe, tick
from s2w_desktop.domain.folding import folded, latin_digits

DAY_MS = 86_400_000


@given(st.integers())
def test_a_case_number_fits_its_own_check_character(seed: int) -> None:
    number = new_case_number("PT", randbelow=random.Random(seed).randrange)
    assert is_case_number(number)


def test_every_wrong_sign_and_every_swap_of_neighbours_is_found() -> None:
    number = new_case_number("RO", randbelow=random.Random(7).randrange)
    places = [i for i, sign in enumerate(number) if sign != "-" and i > 2]
    for place in places:
        for sign in ALPHABET:
            if sign != number[place]:
                assert not is_case_number(number[:place] + sign + number[place + 1 :])
    for left, right in itertools.pairwise(places):
        if number[left] != number[right]:
            signs = list(number)
            signs[left], signs[right] = signs[right], signs[left]
            assert not is_case_number("".join(signs))


@pytest.mark.parametrize("text", ["", "PT", "pt-2222-2222-2", "PT-2222-2222", "PT-0O1I-2222-2", "PT-2222-2222-2 "])
def test_other_texts_are_no_case_numbers(text: str) -> None:
    assert not is_case_number(text)


@given(st.integers(0, 2**60), st.integers(0, 2**43))
def test_the_clock_always_moves_on(last: int, now_ms: int) -> None:
    assert tick(last, now_ms) > last


def test_a_remote_clock_far_ahead_does_not_move_ours() -> None:
    now = 1_800_000_000_000
    ours = tick(0, now)
    assert observe(ours, (now + 2 * DAY_MS) << 16, now) == ours
    assert observe(ours, (now + 1000) << 16, now) == (now + 1000) << 16


def test_a_clock_reading_tells_its_moment() -> None:
    assert moment(tick(0, 1_795_219_200_000)).isoformat() == "2026-11-21T00:00:00+00:00"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MÜLLER", "muller"),
        ("Łukasz", "lukasz"),
        ("مُحَمَّد", "محمد"),
        ("کابل", "كابل"),
        ("أحمد", "احمد"),
        ("Ḥasan", "hasan"),
        ("Ёлка", "елка"),
    ],
)
def test_folding_makes_variants_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_ascii_is_folded_as_it_would_be_beside_other_letters(text: str) -> None:
    assert folded(text) == folded(f"{text} \u05d0").removesuffix("\u05d0").rstrip()


def test_digits_of_any_script_are_understood() -> None:
    assert latin_digits("۱۹۹۱ ١٢ ၁") == "1991 12 1"


@given(st.text())
def test_cleaned_text_is_clean(text: str) -> None:
    assert is_clean(cleaned(text))


def test_canonical_text_does_not_depend_on_the_order_of_keys() -> None:
    assert canonical({"b": 1, "a": ["é", None]}) == canonical({"a": ["é", None], "b": 1}) == '{"a":["é",null],"b":1}'.encode()
