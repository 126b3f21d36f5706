"""Values in sentences do not change the order of what stands around them."""

from hypothesis import example, given
from hypothesis import strategies as st

from s2w_desktop.i18n.isolation import Ltr, clean, fill, isolate, isolate_ltr, without_isolates

OPENING, PDI = "\u2066\u2067\u2068", "\u2069"
EMBEDDING = "\u202a\u202b\u202c\u202d\u202e"
MIXED = st.text(st.sampled_from("abc 12-+.()شرحאב" + OPENING + PDI + EMBEDDING + "\u200e\u200f\u200c\n\u2029\x00"), max_size=30)


def _depths(text: str) -> list[int]:
    depths, depth = [], 0
    for char in text:
        depth += (char in OPENING) - (char == PDI)
        depths.append(depth)
    return depths


@given(MIXED, MIXED)
@example("\u2069abc", "\u2068")
def test_whatever_the_values_hold_the_sentence_keeps_its_isolates_balanced(name: str, code: str) -> None:
    sentence = fill("{name}، الرمز {code}.", name=name, code=Ltr(code))
    depths = _depths(sentence)
    assert min(depths) >= 0
    assert depths[-1] == 0
    assert not set(sentence) & set(EMBEDDING)


@given(MIXED)
def test_a_value_stays_between_one_pair_of_isolates(name: str) -> None:
    sentence = fill("<{name}>", name=name)
    inner = sentence[1:-1]
    assert sentence[0] == "<"
    assert sentence[-1] == ">"
    assert inner == "" if not clean(name) else (inner[0] == "\u2068" and inner[-1] == PDI and inner[1:-1] == clean(name))


@given(MIXED)
def test_a_value_cannot_end_the_line_it_stands_in(name: str) -> None:
    assert not set(fill("{name}", name=name)) & set("\n\u2029\x00")


def test_codes_dates_and_counts_run_from_left_to_right() -> None:
    assert fill("{code}", code=Ltr("PT-7K2M")) == "\u2066PT-7K2M\u2069"
    assert fill("{n}", n=12) == "\u206612\u2069"
    assert isolate_ltr("+49 30 1234") == "\u2066+49 30 1234\u2069"


def test_a_filled_sentence_keeps_its_own_isolates_inside_another() -> None:
    inner = fill("about {date}", date="May 2024")
    assert fill("since {when}", when=inner) == "since \u2068about \u2068May 2024\u2069\u2069"


def test_isolates_typed_by_a_person_do_not_survive() -> None:
    assert isolate("\u2067shalom\u2069") == "\u2068shalom\u2069"


def test_joiners_and_direction_marks_belong_to_words_and_stay() -> None:
    assert clean("می\u200cخواهم\u200f!") == "می\u200cخواهم\u200f!"


def test_braces_in_a_value_are_only_text() -> None:
    assert without_isolates(fill("{name}!", name="{other}")) == "{other}!"


def test_an_empty_value_leaves_nothing_behind() -> None:
    assert fill("<{name}>", name="") == "<>"


def test_terminals_get_the_sentence_without_isolates() -> None:
    assert without_isolates(fill("{n} of {whole}", n=3, whole=4)) == "3 of 4"
