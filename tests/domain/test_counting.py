"""What a row of the list needs is found by short ways; they lead where the long ones do."""

from datetime import date

from hypothesis import example, given, settings

from s2w_desktop.domain.completeness import Tally, completeness, whole_tally
from s2w_desktop.domain.fields import FieldSpec, entry_path, field_path
from s2w_desktop.domain.profile import Profile, changes_between, first_profile, read_profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.reading import read_changes
from s2w_desktop.domain.revisions import Changes
from s2w_desktop.domain.validation import check
from tests.domain.anyone import anyone
from tests.domain.people import PERSON, entry

TODAY = date(2026, 6, 1)
HIDES = Profile(PERSON).with_answer("record.hidden", "language work.start session identity.sex")


@settings(deadline=None)
@given(anyone())
@example(Profile(PERSON))
@example(HIDES)
def test_the_whole_is_counted_as_its_sections_are(profile: Profile) -> None:
    whole = completeness(QUESTIONNAIRE, profile).whole
    assert whole_tally(QUESTIONNAIRE, profile) == Tally(whole.resolved, whole.total)


@settings(deadline=None)
@given(anyone())
def test_fields_of_a_group_are_found_in_the_order_of_the_interview(profile: Profile) -> None:
    def is_wanted(spec: FieldSpec) -> bool:
        return spec.is_bounded

    wanted = [
        field_path(section.key, spec.key, place)
        for section, spec in QUESTIONNAIRE.fields()
        if is_wanted(spec)
        for place in profile.places(section)
    ]
    found = profile.present(QUESTIONNAIRE.bounded)
    assert [path for path, _ in found] == [path for path in wanted if path in profile.held]
    assert all(spec is QUESTIONNAIRE.spec(path) for path, spec in found)


@settings(deadline=None)
@given(anyone())
def test_a_profile_is_read_the_same_beside_answers_that_nobody_knows(profile: Profile) -> None:
    """Values that this questionnaire does not know stop the short way; the long one leaves them out."""
    plain = changes_between(Profile(profile.id), profile)
    strange = {**plain, "identity.shoe_size": "44", "identity.sex:note": 1}
    assert read_profile(QUESTIONNAIRE, profile.id, plain) == read_profile(QUESTIONNAIRE, profile.id, strange)
    assert check(QUESTIONNAIRE, read_profile(QUESTIONNAIRE, profile.id, strange), TODAY) == check(
        QUESTIONNAIRE, read_profile(QUESTIONNAIRE, profile.id, plain), TODAY
    )


HERE, GONE = entry("here"), entry("gone")
ENTRIES: Changes = {
    entry_path("language", HERE): 0,
    field_path("language", "language", HERE): "por",
    f"{field_path('language', 'language', HERE)}:remark": "a remark on an answer in an entry",
    entry_path("language", GONE): None,
    field_path("language", "language", GONE): "ukr",
    "identity.sex:remark": "a remark outside of entries",
}


def test_answers_in_an_entry_that_is_not_there_are_left_out() -> None:
    held = first_profile(QUESTIONNAIRE, PERSON, read_changes(QUESTIONNAIRE, ENTRIES)).held
    assert held.keys() == {path for path in ENTRIES if str(GONE) not in path}
    assert held[field_path("language", "language", HERE)] == "por"
    assert read_profile(QUESTIONNAIRE, PERSON, ENTRIES).held == held
