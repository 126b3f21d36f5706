"""Two profiles side by side, and what holds where nobody chooses."""

import pytest

from s2w_desktop.domain.answers import Answer, Words
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile, answered
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.side_by_side import Matter, Pick, Standing, merged, side_by_side
from tests.domain.people import numbered, profile_with


def with_entry(profile: Profile, name: str, section: str, **answers: Answer) -> Profile:
    entry = EntryId(numbered(name))
    profile = profile.with_entry(section, entry)
    for key, answer in answers.items():
        profile = answered(QUESTIONNAIRE, profile, f"{section}.{entry}.{key}", answer)
    return profile


def matters(first: Profile, second: Profile) -> dict[str, Matter]:
    return {matter.key: matter for matter in side_by_side(QUESTIONNAIRE, first, second)}


def joined(first: Profile, second: Profile, **picks: Pick) -> Profile:
    chosen = {path.replace("__", "."): pick for path, pick in picks.items()}
    return merged(QUESTIONNAIRE, side_by_side(QUESTIONNAIRE, first, second), first, second, chosen)


def test_questions_stand_alone_in_the_order_of_the_interview() -> None:
    found = matters(
        profile_with(identity__sex="M", contact__email="a@x.org", record__remark="x"),
        profile_with(identity__sex="F", contact__second_email="b@x.org", record__remark="y"),
    )
    assert [(key, matter.standing) for key, matter in found.items()] == [
        ("identity.sex", Standing.DIFFERENT),
        ("contact.email", Standing.ONLY_FIRST),
        ("contact.second_email", Standing.ONLY_SECOND),
    ]


def test_entries_that_are_told_by_the_same_answer_stand_beside_each_other() -> None:
    first = with_entry(profile_with(), "one", "language", language="eng", listening="A1")
    second = with_entry(profile_with(), "two", "language", language="eng", listening="B1")
    second = with_entry(second, "three", "language", language="por")
    (english, portuguese) = matters(first, second).values()
    assert (english.standing, english.usual, english.picks) == (
        Standing.DIFFERENT,
        Pick.FIRST,
        (Pick.FIRST, Pick.SECOND, Pick.BOTH),
    )
    assert (portuguese.standing, portuguese.usual) == (Standing.ONLY_SECOND, Pick.SECOND)
    whole = joined(first, second)
    assert [whole.text(f"language.{entry}.language") for entry in whole.entries("language")] == ["eng", "por"]


def test_two_jobs_of_one_name_stay_two_unless_one_says_nothing_else() -> None:
    baker = Words("Baker", "eng")
    first = with_entry(profile_with(), "one", "work", title_own_words=baker, job_type="EMP")
    more = with_entry(profile_with(), "two", "work", title_own_words=baker, job_type="EMP", formality="formal")
    other = with_entry(profile_with(), "two", "work", title_own_words=baker, job_type="OWN")
    assert [matter.usual for matter in matters(first, more).values()] == [Pick.SECOND]
    assert len(joined(first, more).entries("work")) == 1
    assert [matter.usual for matter in matters(first, other).values()] == [Pick.BOTH]
    assert len(joined(first, other).entries("work")) == 2


def test_what_a_person_did_not_agree_to_stays_so_whoever_noted_it() -> None:
    granted, refused = profile_with(consent__send_with_name="granted"), profile_with(consent__send_with_name="refused")
    assert joined(granted, refused).text("consent.send_with_name") == "refused"
    assert joined(refused, granted).text("consent.send_with_name") == "refused"
    assert joined(granted, refused, consent__send_with_name=Pick.FIRST).text("consent.send_with_name") == "granted"


def test_what_the_other_one_alone_says_can_be_left_out() -> None:
    first, second = profile_with(identity__sex="M"), profile_with(contact__email="a@x.org")
    assert joined(first, second).text("contact.email") == "a@x.org"
    assert joined(first, second, contact__email=Pick.FIRST).get("contact.email") is None
    assert joined(first, second, identity__sex=Pick.SECOND).get("identity.sex") is None


def test_only_what_is_offered_can_be_picked() -> None:
    first, second = profile_with(identity__sex="M"), profile_with(identity__sex="F")
    with pytest.raises(ValueError, match="not a pick"):
        joined(first, second, identity__sex=Pick.BOTH)
    with pytest.raises(KeyError):
        joined(first, second, contact__email=Pick.FIRST)
