"""A revision stays the same revision however much of it travels."""

from dataclasses import replace
from decimal import Decimal

from s2w_desktop.domain.answers import Quantity, Words
from s2w_desktop.domain.profile import Profile, changes_between, read_profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Part, Scope, is_protected
from tests.domain.people import PERSON, Histories

NAME, SEX = "identity.given_names", "identity.sex"


def test_names_travel_in_the_protected_part_and_codes_in_the_open_one() -> None:
    revision = Histories().revision({NAME: "Ada", SEX: "F"})
    assert revision.open
    assert revision.open.changes == {SEX: "F"}
    assert revision.protected
    assert revision.protected.changes == {NAME: "Ada"}


def test_the_hash_is_the_same_with_and_without_content() -> None:
    full = Histories().revision({NAME: "Ada", SEX: "F"})
    without_name, stub = replace(full, protected=None), replace(full, open=None, protected=None)
    assert (full.scope, without_name.scope, stub.scope) == (Scope.FULL, Scope.OPEN, Scope.STUB)
    assert full.hash() == without_name.hash() == stub.hash()


def test_a_part_that_was_changed_no_longer_fits_its_digest() -> None:
    full = Histories().revision({SEX: "F"})
    assert full.open
    assert Part.of(str(full.open.plain["salt"]), {SEX: "M"}).digest() != full.open_digest


def test_equal_answers_have_different_digests_because_of_the_salt() -> None:
    make = Histories()
    assert make.revision({SEX: "F"}).open_digest != make.revision({SEX: "F"}).open_digest


def test_what_the_questionnaire_does_not_know_is_protected() -> None:
    assert is_protected(QUESTIONNAIRE, "identity.shoe_size")
    assert not is_protected(QUESTIONNAIRE, SEX)


def test_a_profile_comes_back_from_the_changes_that_made_it() -> None:
    blank = Profile(PERSON)
    full = (
        blank.with_answer(NAME, "Ada")
        .with_answer("work_summary.main_occupation", Words("خياط", "ara", "tailor", "eng"))
        .with_answer("work_summary.years_worked_total", Quantity(Decimal("12.5"), about=True))
        .with_answer("barrier.barriers", ("B01", "B06"))
    )
    assert read_profile(QUESTIONNAIRE, PERSON, changes_between(blank, full)) == full
