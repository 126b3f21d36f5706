"""Two records may be of one person: names, births and nationalities together, five at most, no figure."""

from datetime import date
from decimal import Decimal

import pytest

from s2w_desktop.domain.answers import Answer, NoAnswer, Quantity
from s2w_desktop.domain.dates import PartialDate
from s2w_desktop.domain.likeness.births import NOT_KNOWN, Birth, BirthLikeness, compare_births
from s2w_desktop.domain.likeness.comparing import MOST_SUGGESTED, Reason, compare, suggestions
from s2w_desktop.domain.likeness.features import Features, features_from_plain, features_of, features_to_plain
from s2w_desktop.domain.likeness.keys import sought_keys, stored_keys
from s2w_desktop.domain.likeness.latin import words_of
from s2w_desktop.domain.said_dates import SaidDate
from tests.domain.people import profile_with

TODAY = date(2026, 5, 4)


def someone(name: str, born: str = "", *nationalities: str, original: str = "") -> Features:
    names = tuple(words for words in (words_of(name), words_of(original)) if words)
    birth = Birth.on(PartialDate.parse(born)) if born else NOT_KNOWN
    return Features(names, birth, frozenset(nationalities))


def sought(person: Features) -> frozenset[str]:
    keys = sought_keys(person)
    return keys.always.union(*(some for some, _most in keys.if_rare))


def reasons(one: Features, other: Features) -> tuple[Reason, ...]:
    """Why two people may be one, empty when nothing is told; the same both ways, and found by keys."""
    found, back = compare(one, other), compare(other, one)
    assert found == back
    if found is None:
        return ()
    assert sought(one) & stored_keys(other)
    assert sought(other) & stored_keys(one)
    return found.reasons


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("1984-05-07", "1984-05-07", BirthLikeness.DAY),
        ("1984-01-01", "1984-01-01", BirthLikeness.YEAR),
        ("1984-05-07", "1984-07-05", BirthLikeness.YEAR),
        ("1984-05", "1984", BirthLikeness.YEAR),
        ("1984", "1985", BirthLikeness.NEAR),
        ("1984", "1986", BirthLikeness.DIFFERENT),
        ("1984~", "1986", BirthLikeness.NEAR),
        ("1984~", "1987", BirthLikeness.DIFFERENT),
        ("1984/1986", "1986-03", BirthLikeness.YEAR),
        ("198X", "1984", BirthLikeness.UNKNOWN),
        ("198X", "1992", BirthLikeness.DIFFERENT),
        ("../1984", "1983", BirthLikeness.UNKNOWN),
        ("../1984", "1986", BirthLikeness.DIFFERENT),
    ],
)
def test_births_are_compared_as_far_as_they_are_known(one: str, other: str, likeness: BirthLikeness) -> None:
    first, second = (Birth.on(PartialDate.parse(born)) for born in (one, other))
    assert compare_births(first, second) is likeness
    assert compare_births(second, first) is likeness


def test_a_stated_age_is_two_years_of_birth() -> None:
    of_age = Birth.of_age(41, TODAY)
    assert compare_births(of_age, Birth.on(PartialDate.parse("1985-02-01"))) is BirthLikeness.YEAR
    assert compare_births(of_age, Birth.on(PartialDate.parse("1984-12-01"))) is BirthLikeness.YEAR
    assert compare_births(of_age, NOT_KNOWN) is BirthLikeness.UNKNOWN


def test_the_same_person_in_two_scripts() -> None:
    latin = someone("Mohamed Abdulrahman", "1984-05-07", "SYR")
    arabic = someone("", "1984", "SYR", original="محمد عبد الرحمن")
    assert reasons(latin, arabic) == (Reason.SIMILAR_NAME, Reason.SAME_BIRTH_YEAR, Reason.SAME_NATIONALITY)


def test_swapped_names_and_a_made_up_day() -> None:
    found = reasons(someone("Ahmad Karimi", "1991-01-01", "AFG"), someone("Karimi Ahmad", "1991-01-01", "AFG"))
    assert found == (Reason.SAME_NAME, Reason.SAME_BIRTH_YEAR, Reason.SAME_NATIONALITY)


def test_father_and_son_with_one_name_are_two() -> None:
    assert reasons(someone("Ahmad Karimi", "1960", "AFG"), someone("Ahmad Karimi", "1984", "AFG")) == ()


def test_twins_are_two() -> None:
    assert reasons(someone("Karim Nuri", "1984-05-07", "AFG"), someone("Jawad Nuri", "1984-05-07", "AFG")) == ()


def test_another_nationality_needs_the_same_day() -> None:
    assert reasons(someone("Sara Tesfay", "1984", "ERI"), someone("Sara Tesfay", "1984", "ETH")) == ()
    same_day = reasons(someone("Sara Tesfay", "1984-05-07", "ERI"), someone("Sara Tesfay", "1984-05-07", "ETH"))
    assert same_day == (Reason.SAME_NAME, Reason.SAME_BIRTH_DAY)
    assert reasons(someone("Sara Tesfay", "1984", "ERI", "ETH"), someone("Sara Tesfay", "1984", "ETH"))


def test_without_a_birth_date_the_nationality_must_be_the_same() -> None:
    assert reasons(someone("Sara Tesfay", "", "ERI"), someone("Sara Tesfay", "1984", "ERI"))
    assert reasons(someone("Sara Tesfay", "", "ERI"), someone("Sara Tesfay", "1984")) == ()
    assert reasons(someone("Sara Tesfay"), someone("Sara Tesfay")) == ()


def test_somebody_with_one_name_needs_more() -> None:
    one = someone("Zahra", "1984-05-07", "AFG")
    assert reasons(one, someone("Zahra Rezai", "1984-05-07", "AFG")) == (
        Reason.PART_OF_NAME,
        Reason.SAME_BIRTH_DAY,
        Reason.SAME_NATIONALITY,
    )
    assert reasons(one, someone("Zahra Rezai", "1984", "AFG")) == ()
    assert reasons(one, someone("Zahra", "1984", "AFG"))
    assert reasons(one, someone("Zahra", "1985", "AFG")) == ()


def test_no_more_than_five_are_told_and_the_strongest_first() -> None:
    person = someone("Ahmad Karimi", "1984-05-07", "AFG")
    weak = [(f"weak {place}", someone("Ahmed Karimi", "1985", "AFG")) for place in range(7)]
    told = suggestions(person, [*weak, ("strong", someone("Ahmad Karimi", "1984-05-07", "AFG")), ("other", someone("Eva Li"))])
    assert [one.who for one in told] == ["strong", "weak 0", "weak 1", "weak 2", "weak 3"]
    assert len(told) == MOST_SUGGESTED


def test_a_profile_is_compared_by_names_birth_and_nationalities() -> None:
    answers: dict[str, Answer] = {
        "identity__given_names": "Ahmad",
        "identity__family_names": "Karimi",
        "identity__name_original": "احمد کریمی",
        "identity__other_names": "Nuri",
        "identity__date_of_birth": SaidDate.plainly("1984"),
        "identity__nationality": "AFG",
        "identity__other_nationalities": ("IRN",),
        "contact__email": "ahmad@example.org",
    }
    features = features_of(profile_with(**answers), TODAY)
    assert features.names == (("ahmad", "karimi"), ("hmd*", "krm*"), ("ahmad", "nuri"))
    assert (features.birth, features.nationalities) == (Birth(1984, 1984), frozenset({"AFG", "IRN"}))
    assert features_from_plain(features_to_plain(features)) == features
    exact = someone("Ahmad", "1984-05-07")
    assert features_from_plain(features_to_plain(exact)) == exact


def test_an_age_counts_where_the_birth_date_was_not_told() -> None:
    age = Quantity(Decimal(41))
    features = features_of(profile_with(identity__date_of_birth=NoAnswer.UNKNOWN, identity__age_stated=age), TODAY)
    assert features.birth == Birth(1984, 1985)
    assert not features.is_comparable


def test_a_document_without_a_nationality_says_nothing() -> None:
    assert features_of(profile_with(identity__nationality="XXX"), TODAY).nationalities == frozenset()
