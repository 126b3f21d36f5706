"""The keyed index by which a laptop sees that somebody may be known to headquarters."""

from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.dates import PartialDate
from s2w_desktop.domain.likeness.births import NOT_KNOWN, Birth
from s2w_desktop.domain.likeness.features import Features
from s2w_desktop.domain.likeness.known import SIGN_BYTES, KnownIndex, make_index, traits_known
from s2w_desktop.domain.likeness.latin import words_of

KEY = bytes(range(32))


def someone(name: str, born: str = "", *nationalities: str) -> Features:
    birth = Birth.on(PartialDate.parse(born)) if born else NOT_KNOWN
    return Features((words_of(name),), birth, frozenset(nationalities))


def traits(known: Features, person: Features) -> int:
    return traits_known(make_index(KEY, [known]), person)


def test_two_words_with_the_day_and_the_nationality_are_four_traits_in_any_script() -> None:
    known = someone("Mohammed Rahimi", "1984-05-07", "AFG")
    assert traits(known, someone("محمد رحیمی", "1984-05-07", "AFG")) == 4
    assert traits(known, someone("Rahimi Muhammad", "1984-05-07", "AFG", "IRN")) == 4


def test_three_words_with_a_year_and_the_nationality_are_five() -> None:
    known = someone("Mohammed Ali Rahimi", "1984", "AFG")
    assert traits(known, someone("Muhammad Rahimi Ali", "1984-01-01", "AFG")) == 5


def test_less_is_nothing() -> None:
    known = someone("Mohammed Rahimi", "1984-05-07", "AFG")
    for other in (
        someone("Mohammed Rahimi", "1984", "AFG"),
        someone("Mohammed Rahimi", "1984-05-08", "AFG"),
        someone("Mohammed Rahimi", "1984-05-07", "IRN"),
        someone("Mohammed Karimi", "1984-05-07", "AFG"),
        someone("Mohammed Rahimi", "", "AFG"),
    ):
        assert traits(known, other) == 0
    new_year = someone("Mohammed Rahimi", "1984-01-01", "AFG")
    assert traits(new_year, new_year) == 0


def test_another_key_gives_other_signs_and_nothing_of_a_person_stands_in_them() -> None:
    person = someone("Mohammed Rahimi", "1984-05-07", "AFG")
    one, other = make_index(KEY, [person]), make_index(KEY[::-1], [person])
    assert one.signs != other.signs
    assert traits_known(KnownIndex(other.key, one.signs), person) == 0
    assert one.count * SIGN_BYTES == len(one.signs)


@given(st.lists(st.sampled_from(["Ali Rahimi", "Sara Karimi", "Omid Nuri Ali", "Zahra"]), max_size=6))
def test_everybody_in_an_index_is_found_and_signs_rise(names: list[str]) -> None:
    people = [someone(name, "1990-03-02", "AFG") for name in names]
    index = make_index(KEY, people)
    cut = [index.signs[place : place + SIGN_BYTES] for place in range(0, len(index.signs), SIGN_BYTES)]
    assert cut == sorted(set(cut))
    assert all(bool(traits_known(index, person)) == (len(person.names[0]) > 1) for person in people)
