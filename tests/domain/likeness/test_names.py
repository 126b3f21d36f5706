"""Names are compared across spellings and scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.likeness.jaro_winkler import can_be_close, closeness
from s2w_desktop.domain.likeness.latin import words_of
from s2w_desktop.domain.likeness.names import NameLikeness, WordLikeness, compare_names, compare_words

LETTERS = st.text(alphabet="abcdehmnrs", max_size=12)


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        ("MARTHA", "MARHTA", 0.961),
        ("DIXON", "DICKSONX", 0.813),
        ("DWAYNE", "DUANE", 0.840),
        ("JELLYFISH", "SMELLYFISH", 0.896),
        ("ABC", "XYZ", 0.0),
        ("", "", 0.0),
        ("A", "A", 1.0),
    ],
)
def test_closeness_is_what_was_published(one: str, other: str, published: float) -> None:
    assert closeness(one, other) == pytest.approx(published, abs=0.0005)


@given(LETTERS, LETTERS)
def test_closeness_does_not_depend_on_who_comes_first(one: str, other: str) -> None:
    assert closeness(one, other) == closeness(other, one)
    assert 0 <= closeness(one, other) <= 1
    assert (closeness(one, other) == 1) == (one == other != "")


@pytest.mark.parametrize(
    "spellings",
    [
        ("Mohammed", "Muhammad", "Mohamad", "Mohamed", "Mouhamed", "Muhamed", "محمد", "محمّد"),
        ("Hussein", "Husayn", "Hossein", "Houssein", "حسین", "حسين"),
        ("Abd al-Rahman", "Abdulrahman", "Abdel Rahman", "Abdurrahman", "عبد الرحمن", "عبدالرحمن"),
        ("Abdullah", "Abdallah", "عبد الله", "عبدالله"),
        ("Rachid", "Rashid", "Rasheed", "رشيد"),
        ("Gamal", "Jamal", "جمال"),
        ("Davood", "Dawud", "داوود"),
        ("Walid", "Waleed", "وليد"),
        ("Golnaz", "گلناز"),
        ("Fatima", "Fatemeh", "Fatma", "فاطمة", "فاطمه"),
        ("Zahra", "الزهراء", "زهرا"),
        ("Oleksandr", "Олександр"),
        ("Alexander", "Aleksandr", "Александр"),
        ("Shevchenko", "Шевченко"),
        ("Selam", "ሰላም"),
        ("Rahim", "রহিম"),
        ("Çelik", "Celik"),
        ("José", "Jose"),
        ("Ali", "علی", "علي"),
    ],
)
def test_spellings_of_one_name_are_alike(spellings: tuple[str, ...]) -> None:
    first, *others = [words_of(name) for name in spellings]
    for name, other in zip(spellings[1:], others, strict=True):
        assert compare_names(first, other).likeness is NameLikeness.WHOLE, name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ahmad", "Omid"),
        ("Ali", "Leila"),
        ("Huda", "Heidi"),
        ("Karim", "Jamal"),
        ("Maria", "Marcus"),
        ("محمد", "Hassan"),
        ("حسن", "Karim"),
        ("Іван", "Petro"),
    ],
)
def test_other_names_are_not(one: str, other: str) -> None:
    assert compare_names(words_of(one), words_of(other)).likeness is NameLikeness.NONE


def test_the_order_of_names_does_not_matter() -> None:
    match = compare_names(words_of("Karimi, Ahmad"), words_of("Ahmed Karimi"))
    assert match.likeness is NameLikeness.WHOLE
    assert not match.is_same
    assert compare_names(words_of("Karimi Ahmad"), words_of("Ahmad Karimi")).is_same


def test_a_father_and_grandfather_more_are_the_same_name() -> None:
    assert compare_names(words_of("Ahmad Hassan"), words_of("Ahmad Ali Hassan")).likeness is NameLikeness.WHOLE


def test_brothers_share_all_but_their_own_name_and_are_not_alike() -> None:
    assert compare_names(words_of("Karim Hassan Nuri"), words_of("Jawad Hassan Nuri")).likeness is NameLikeness.NONE
    assert compare_names(words_of("Karim Nuri"), words_of("Jawad Nuri")).likeness is NameLikeness.NONE


def test_one_word_of_many_may_differ_when_it_is_not_the_own_one() -> None:
    assert compare_names(words_of("Karim Hassan Nuri"), words_of("Karim Hassan Ahmadzai")).likeness is NameLikeness.MOST


def test_somebody_with_one_name_is_found_in_a_longer_one_but_weakly() -> None:
    assert compare_names(words_of("Zahra"), words_of("Zahra")).likeness is NameLikeness.WHOLE
    assert compare_names(words_of("Zahra"), words_of("Zahra Rezai")).likeness is NameLikeness.ONE


def test_a_word_answers_for_one_word_only() -> None:
    assert compare_names(words_of("Hassan Hassan"), words_of("Hassan Karimi")).likeness is NameLikeness.NONE


@pytest.mark.parametrize("name", ["", " ", "-", "123", "王小明", "’"])
def test_what_is_no_name_here_has_no_words(name: str) -> None:
    assert words_of(name) == ()


def test_particles_and_initials_are_left_out_unless_there_is_nothing_else() -> None:
    assert words_of("Yusuf ibn al-Hassan") == ("yusuf", "hassan")
    assert words_of("K. Ahmadi") == ("ahmadi",)
    assert words_of("Ben") == ("ben",)


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_typed_is_compared_and_the_same_whichever_comes_first(one: str, other: str) -> None:
    first, second = words_of(one), words_of(other)
    assert compare_names(first, second) == compare_names(second, first)
    assert all(set(word.removesuffix("*")) <= set("abcdefghijklmnopqrstuvwxyz") for word in first)
    assert all(compare_words(word, word) is WordLikeness.SAME for word in first)


@given(LETTERS, LETTERS, st.floats(0.01, 1))
def test_what_cannot_be_close_is_not(one: str, other: str, least: float) -> None:
    if one and not can_be_close(one, other, least):
        assert closeness(one, other) < least
