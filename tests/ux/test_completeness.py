"""UX-02: what is counted as done is exactly what was asked and has an answer or a reason; a refusal counts as an answer does."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.completeness import completeness, first_open
from s2w_desktop.domain.fields import FieldSpec, Need, Questionnaire, SectionSpec, Tier
from s2w_desktop.domain.hiding import protected
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from tests.domain.anyone import anyone, hidings
from tests.domain.people import PERSON

DEPTHS = {"core": 1, "standard": 2, "extended": 3}


def slow_count(questionnaire: Questionnaire, profile: Profile) -> dict[str, tuple[int, int]]:
    """Resolved and asked questions by section, counted one by one from the words of the rule and from nothing of the program's
    way to count: the paths and the declarations alone."""
    depth = DEPTHS.get(str(profile.held.get("record.tier", "core")), 1)
    said = str(profile.held.get("record.hidden", "")).split() if isinstance(profile.held.get("record.hidden"), str) else []
    hidden = set(said) - protected(said)  # what protects the person is asked all the same
    counted: dict[str, tuple[int, int]] = {}
    for section in questionnaire.sections:
        put = [spec for spec in section.fields if spec.tier.value <= depth and f"{section.key}.{spec.key}" not in hidden]
        if section.key in hidden or not put or not _is_asked(section, profile):
            continue
        resolved = asked = 0
        prefixes = _prefixes(section, profile)
        for prefix in prefixes:
            for spec in put:
                if spec.need is not Need.OPTIONAL and _applies(spec, section, prefix, profile):
                    asked += 1
                    if prefix + spec.key in profile.held:
                        resolved += 1
        if section.most_entries > 0 and len(prefixes) < section.least_entries:
            asked += section.least_entries - len(prefixes)
        counted[section.key] = (resolved, asked)
    return counted


def _is_asked(section: SectionSpec, profile: Profile) -> bool:
    return bool(section.part) and (section.asked_when is None or section.asked_when(profile.get))


def _prefixes(section: SectionSpec, profile: Profile) -> list[str]:
    if section.most_entries == 0:
        return [f"{section.key}."]
    return [path for path in profile.held if path.startswith(f"{section.key}.") and path.endswith(".")]


def _applies(spec: FieldSpec, section: SectionSpec, prefix: str, profile: Profile) -> bool:
    if spec.asked_when is None:
        return True
    if section.most_entries == 0:
        return spec.asked_when(profile.get)
    return spec.asked_when(lambda key: profile.get(prefix + key))


def tallies(profile: Profile) -> dict[str, tuple[int, int]]:
    return {key: (tally.resolved, tally.total) for key, tally in completeness(QUESTIONNAIRE, profile).sections.items()}


@given(anyone())
@settings(max_examples=120)
def test_ux_02_the_count_is_that_of_a_slow_and_plain_count(profile: Profile) -> None:
    expected = slow_count(QUESTIONNAIRE, profile)
    assert tallies(profile) == expected
    whole = completeness(QUESTIONNAIRE, profile).whole
    assert (whole.resolved, whole.total) == tuple(map(sum, zip(*expected.values(), strict=True)))


@given(anyone())
@settings(max_examples=60)
def test_ux_02_nothing_is_open_exactly_when_all_is_counted(profile: Profile) -> None:
    assert (first_open(QUESTIONNAIRE, profile) is None) == completeness(QUESTIONNAIRE, profile).is_complete


@given(anyone(), st.sampled_from(NoAnswer))
@settings(max_examples=60)
def test_ux_02_a_reason_at_the_open_question_counts_as_an_answer_would(profile: Profile, reason: NoAnswer) -> None:
    found = first_open(QUESTIONNAIRE, profile)
    if found is None or not found.path:
        return
    before, after = tallies(profile), tallies(profile.with_answer(found.path, reason))
    assert after[found.section.key][0] == before[found.section.key][0] + 1


@pytest.mark.parametrize("tier", list(Tier))
def test_ux_02_walking_from_open_question_to_open_question_ends_at_all(tier: Tier) -> None:
    """Whoever refuses every question is done after as many as were counted open, and never sent back."""
    profile = Profile(PERSON).with_answer("record.tier", tier.code).with_answer("record.hidden", "language recommendation")
    seen: list[str] = []
    while (found := first_open(QUESTIONNAIRE, profile)) is not None:
        assert found.path not in seen
        seen.append(found.path)
        profile = profile.with_answer(found.path, NoAnswer.REFUSED)
    assert completeness(QUESTIONNAIRE, profile).is_complete
    assert len(seen) == completeness(QUESTIONNAIRE, profile).whole.total


@given(anyone(), hidings(QUESTIONNAIRE))
@settings(max_examples=60)
def test_ux_02_hiding_takes_from_the_count_and_nothing_from_the_profile(profile: Profile, hidden: str) -> None:
    shown, fewer = profile.with_answer("record.hidden", None), profile.with_answer("record.hidden", hidden or None)
    before, after = slow_count(QUESTIONNAIRE, shown), tallies(fewer)
    assert all(after[key][0] <= before[key][0] and after[key][1] <= before[key][1] for key in after)
    assert {path: held for path, held in fewer.held.items() if path != "record.hidden"} == dict(shown.held)


@given(anyone())
@example(Profile(PERSON).with_answer("contact.safe_to_contact", "no"))  # then no telephone number is asked, at any depth
@settings(max_examples=60)
def test_ux_02_a_deeper_interview_asks_no_less(profile: Profile) -> None:
    asked = [slow_count(QUESTIONNAIRE, profile.with_answer("record.tier", code)) for code in DEPTHS]
    counted = [tallies(profile.with_answer("record.tier", code)) for code in DEPTHS]
    assert asked == counted
    for shallow, deep in pairwise(counted):
        assert all(deep[key][1] >= total for key, (_, total) in shallow.items())
