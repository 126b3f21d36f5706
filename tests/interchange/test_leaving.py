"""Nothing leaves that nobody decided may leave; a shield holds here too."""

import json

import pytest
from hypothesis import given, settings

from s2w_desktop.domain.answers import Answer, Words
from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.fields import FieldKind, FieldSpec, SectionSpec, Sensitivity, field_path, is_remark, remark_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.interchange.europass_map import EDUCATION, GROUPS
from s2w_desktop.interchange.exchange_map import CANDIDATE
from s2w_desktop.interchange.leaving import SECTIONS_THAT_MAY_GO, as_it_may_leave, may_leave
from tests.domain.anyone import anyone
from tests.domain.people import profile_with, with_row
from tests.interchange.someone import candidate, europass, exchange, person, said

PUBLIC_SERVICE = Words("Public service, not described", "eng")
SECRET = "zqxmark"


def leaving(profile: Profile) -> Profile:
    return as_it_may_leave(QUESTIONNAIRE, profile.with_answer("record.tier", "extended"), PUBLIC_SERVICE)


def with_secret(made: Profile, section: SectionSpec, spec: FieldSpec, path: str) -> Profile:
    values: dict[FieldKind, Answer] = {FieldKind.TEXT: SECRET, FieldKind.WORDS: Words(SECRET, "eng")}
    if spec.kind in values and not may_leave(section.key, spec) and path != "record.tier":
        made = made.with_answer(path, values[spec.kind])
    return made.with_answer(remark_path(path), SECRET) if section.part else made


def marked() -> Profile:
    """A profile whose every text that must stay says so."""
    made = person().with_answer("record.tier", "extended")
    for section in QUESTIONNAIRE.sections:
        if section.repeats:
            made = with_row(made, section.key)
        for place in made.places(section):
            for spec in section.fields:
                made = with_secret(made, section, spec, field_path(section.key, spec.key, place))
    return made.with_answer("identity.country_of_origin", "SYR").with_answer("work_summary.main_occupation", said("Baker"))


def test_no_text_about_case_consent_protection_or_remark_is_in_any_file() -> None:
    made = leaving(marked())
    for content in (europass(made).content, exchange(made).content):
        assert SECRET.encode() not in content


@settings(max_examples=100, deadline=None)
@given(anyone())
def test_only_open_answers_of_named_sections_are_left(anybody: Profile) -> None:
    for path in leaving(anybody).held:
        assert path.partition(".")[0] in SECTIONS_THAT_MAY_GO
        assert not is_remark(path)
        if not path.endswith("."):
            spec = QUESTIONNAIRE.spec(path)
            assert spec.sensitivity < Sensitivity.PROTECTION
            assert spec.kind is not FieldKind.FILE


def test_the_maps_name_nothing_that_must_stay() -> None:
    fields = [(group.section, place.key) for group in GROUPS for place in group.places]
    fields += [(section, slot.key) for section, slots in CANDIDATE.items() for slot in slots]
    for section, key in fields:
        assert may_leave(section, QUESTIONNAIRE.by_key[section].by_key[key]), (section, key)
    assert EDUCATION.section in SECTIONS_THAT_MAY_GO


def test_a_shielded_employer_is_in_no_file() -> None:
    made = with_row(
        candidate(),
        "work",
        sensitive_employer="yes",
        title_own_words=said("Driver"),
        isco08="8322",
        tasks=said(SECRET),
        sector="O",
    )
    row = made.entry_texts("work")[-1]
    for key in ("employer", "city"):
        made = made.with_answer(field_path("work", key, row), SECRET)
    made = leaving(made)
    for content in (europass(made).content, exchange(made).content):
        assert SECRET.encode() not in content
        assert b"Driver" in content


def test_an_occupation_of_esco_exposes_as_its_group_does() -> None:
    uri = "http://data.europa.eu/esco/occupation/9f4a2a18-1e6c-4e1b-9a2b-3d0f3c1a7b55"
    concept = Concept(uri, "0110", SECRET, "en", "1.2.1")
    made = with_row(candidate(), "work", sensitive_employer="yes", title_own_words=said(SECRET), occupation_esco=concept)
    made = made.with_answer("work_summary.main_occupation_esco", concept).with_answer(
        "work_summary.main_occupation", said(SECRET)
    )
    made = leaving(made)
    for content in (europass(made).content, exchange(made).content):
        assert SECRET.encode() not in content
        assert uri.encode() not in content


@pytest.mark.parametrize("flag", ["yes", "no"])
def test_exposed_work_of_somebody_at_risk_is_public_service(flag: str) -> None:
    made = with_row(
        candidate(), "work", sensitive_employer=flag, title_own_words=said(SECRET), isco08="0110", tasks=said(SECRET), sector="O"
    )
    made = made.with_answer("work_summary.main_occupation", said(SECRET)).with_answer("work_summary.main_occupation_isco", "0110")
    made = leaving(made)
    for content in (europass(made).content, exchange(made).content):
        assert (SECRET.encode() in content) is (flag == "no")
        assert (b"Public service, not described" in content) is (flag == "yes")


def test_contact_is_left_out_when_contact_is_not_safe() -> None:
    before = person().with_answer("contact.safe_to_contact", "no")
    made = europass(leaving(before))
    assert b"example.org" not in made.content
    assert b"CountryDialing" not in made.content


def test_what_the_centre_hides_or_does_not_ask_is_left_out() -> None:
    made = europass(
        as_it_may_leave(QUESTIONNAIRE, profile_with(record__tier="core", contact__email="a@example.org"), PUBLIC_SERVICE)
    )
    assert b"example.org" not in made.content
    hidden = candidate().with_answer("record.tier", "extended").with_answer("record.hidden", "phone")
    document = json.loads(exchange(as_it_may_leave(QUESTIONNAIRE, hidden, PUBLIC_SERVICE)).content)
    assert "phone" not in document
