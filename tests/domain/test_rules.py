"""Completeness, validation, consent and the list row."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.answers import Answer, NoAnswer, Quantity
from s2w_desktop.domain.completeness import SectionState, completeness, first_open
from s2w_desktop.domain.consent import Purpose, declined, may_go, scope_for_headquarters
from s2w_desktop.domain.fields import Tier, field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.domain.rules.issues import Severity
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.summary import summarise
from s2w_desktop.domain.validation import check
from tests.domain.people import PERSON, entry, profile_with, with_row

TODAY = date(2026, 11, 21)
CONSENT = {"consent__create_profile": "granted"}


def years(number: str) -> Quantity:
    return Quantity(Decimal(number))


def rules(**answers: Answer) -> set[str]:
    return {issue.rule for issue in check(QUESTIONNAIRE, profile_with(**CONSENT, **answers), TODAY)}


@pytest.mark.parametrize(
    ("rule", "answers"),
    [
        ("too_high", {"education_summary__years_schooling": years("31")}),
        ("too_low", {"work_summary__years_worked_total": years("-1")}),
        ("too_many", {"transversal__strengths": tuple(f"{n:02d}" for n in range(1, 8))}),
        ("alone", {"barrier__barriers": ("B00", "B01")}),
        ("V02", {"identity__date_of_birth": SaidDate.plainly("2015")}),
        ("old", {"identity__date_of_birth": SaidDate.plainly("1890")}),
        ("V04", {"status__arrival_host_country": SaidDate.plainly("2027")}),
        ("V06", {"identity__date_of_birth": SaidDate.plainly("2000"), "education_summary__years_schooling": years("25")}),
        ("V08", {"work_summary__years_worked_total": years("3"), "work_summary__years_in_main_occupation": years("4")}),
        ("V12", {"education_summary__highest_completed": "6", "education_summary__years_schooling": years("5")}),
    ],
)
def test_each_rule_speaks_when_it_should(rule: str, answers: dict[str, Answer]) -> None:
    assert rule in rules(**answers)


def test_content_before_consent_is_remarked() -> None:
    assert {issue.rule for issue in check(QUESTIONNAIRE, profile_with(identity__sex="F"), TODAY)} == {"V01"}


def test_what_stands_in_a_new_interview_is_not_remarked() -> None:
    made = profile_with(record__case_number="PT-7K2M-Q4DX-8", session__interview_language="ara").with_entry(
        "language", entry("a")
    )
    made = made.with_answer(field_path("language", "language", entry("a")), "ara")
    assert not check(QUESTIONNAIRE, made, TODAY)
    assert check(QUESTIONNAIRE, made.with_answer(field_path("language", "reading", entry("a")), "A1"), TODAY)


def test_a_sound_profile_has_no_remark() -> None:
    assert not rules(
        identity__date_of_birth=SaidDate.plainly("1991~"),
        education_summary__years_schooling=years("12"),
        education_summary__highest_completed="34",
        work_summary__years_worked_total=years("10"),
        work_summary__years_in_main_occupation=years("9.5"),
    )


def test_two_rows_for_one_language_and_no_mother_tongue_are_remarked() -> None:
    made = profile_with(**CONSENT)
    for name in "ab":
        made = made.with_entry("language", entry(name))
        made = made.with_answer(field_path("language", "language", entry(name)), "ara")
        made = made.with_answer(field_path("language", "role", entry(name)), "further")
    assert {issue.rule for issue in check(QUESTIONNAIRE, made, TODAY)} == {"V09", "twice"}


def test_a_job_that_ends_before_it_starts_cannot_be_right() -> None:
    made = profile_with(**CONSENT).with_entry("work", entry("a"))
    made = made.with_answer(field_path("work", "start", entry("a")), SaidDate.plainly("2010")).with_answer(
        field_path("work", "end", entry("a")), SaidDate.plainly("2009")
    )
    (issue,) = check(QUESTIONNAIRE, made, TODAY)
    assert (issue.rule, issue.severity) == ("order", Severity.CANNOT_BE_RIGHT)


@given(st.data())
def test_a_refusal_raises_completeness_exactly_as_an_answer_does(data: st.DataObject) -> None:
    section = data.draw(st.sampled_from([s for s in QUESTIONNAIRE.sections if s.part and not s.repeats and s.put_in(Tier.CORE)]))
    answered = refused = Profile(PERSON)
    for spec in data.draw(st.lists(st.sampled_from(section.fields), unique_by=lambda f: f.key)):
        if spec.asked_when is None and spec.code_list() and not any(s.asked_when for s in section.fields):
            path = field_path(section.key, spec.key)
            answered = answered.with_answer(path, spec.code_list()[0])
            refused = refused.with_answer(path, NoAnswer.REFUSED)
    assert (
        completeness(QUESTIONNAIRE, answered).sections[section.key] == completeness(QUESTIONNAIRE, refused).sections[section.key]
    )


def test_a_section_without_anything_needed_is_not_started_until_it_holds_something() -> None:
    empty = profile_with(record__tier="standard")
    assert completeness(QUESTIONNAIRE, empty).sections["household"].state is SectionState.NOT_STARTED
    assert completeness(QUESTIONNAIRE, empty).sections["unpaid"].state is SectionState.NOT_STARTED
    told = with_row(empty.with_answer("household.family_situation", "alone"), "unpaid", activity="U01")
    assert completeness(QUESTIONNAIRE, told).sections["household"].state is SectionState.RESOLVED
    assert completeness(QUESTIONNAIRE, told).sections["unpaid"].state is SectionState.RESOLVED


def test_questions_that_do_not_apply_are_not_counted() -> None:
    never = completeness(QUESTIONNAIRE, profile_with(work_summary__ever_worked="never")).sections["work_summary"]
    paid = completeness(QUESTIONNAIRE, profile_with(work_summary__ever_worked="paid")).sections["work_summary"]
    assert (never.total, paid.total) == (3, 7)
    assert never.state is SectionState.STARTED


@pytest.mark.parametrize(
    ("create", "name", "figures", "scope"),
    [
        ("granted", "granted", "granted", Scope.FULL),
        ("granted", "granted", "refused", Scope.FULL),
        ("granted", "refused", "granted", Scope.OPEN),
        ("not_needed", "refused", "not_needed", Scope.OPEN),
        ("granted", "refused", "refused", Scope.STUB),
        ("granted", "withdrawn", "withdrawn", Scope.STUB),
        ("refused", "granted", "granted", Scope.STUB),
    ],
)
def test_consent_decides_how_much_leaves_the_laptop(create: str, name: str, figures: str, scope: Scope) -> None:
    made = profile_with(consent__create_profile=create, consent__send_with_name=name, consent__send_for_figures=figures)
    assert scope_for_headquarters(made) is scope


def test_silence_is_not_consent() -> None:
    assert scope_for_headquarters(Profile(PERSON)) is Scope.STUB
    assert scope_for_headquarters(profile_with(consent__create_profile=NoAnswer.NOT_ASKED)) is Scope.STUB


COVERED, NOT_COVERED = ("granted", "not_needed"), ("refused", "withdrawn", *NoAnswer, None)


@pytest.mark.parametrize("purpose", Purpose)
def test_v18_only_a_yes_or_a_ground_that_needs_none_opens_a_way_for_data(purpose: Purpose) -> None:
    agreed = profile_with(**CONSENT)
    for said in (*COVERED, *NOT_COVERED):
        told = agreed.with_answer(purpose.path, said)
        assert may_go(told, purpose) is (said in COVERED)
        assert declined(told, purpose) is (said in ("refused", "withdrawn"))
        if purpose is not Purpose.CREATE_PROFILE:
            for first in NOT_COVERED:
                assert not may_go(told.with_answer(Purpose.CREATE_PROFILE.path, first), purpose)


def test_every_purpose_is_asked_for_and_no_other() -> None:
    assert [spec.key for spec in QUESTIONNAIRE.by_key["consent"].fields] == list(Purpose)


def test_the_list_row_finds_names_of_every_script_and_the_code() -> None:
    made = profile_with(identity__given_names="Łucja", identity__name_original="لوسيا", record__case_number="PT-7K2M-Q4DX-8")
    row = summarise(QUESTIONNAIRE, made, TODAY)
    assert row.name == "Łucja"
    assert all(word in row.search_text for word in ("lucja", "لوسيا", "pt-7k2m-q4dx-8", "pt7k2mq4dx8"))


def test_the_first_open_question_is_the_first_without_answer_or_reason() -> None:
    made = Profile(PERSON)
    for key in ("create_profile", "keep_on_device", "send_with_name", "send_for_figures"):
        found = first_open(QUESTIONNAIRE, made)
        assert found is not None
        assert found.path == f"consent.{key}"
        made = made.with_answer(found.path, NoAnswer.REFUSED)
    found = first_open(QUESTIONNAIRE, made)
    assert found is not None
    assert found.section.key == "agreement"


def test_a_section_that_needs_an_entry_is_open_without_one() -> None:
    made = Profile(PERSON)
    while (found := first_open(QUESTIONNAIRE, made)) is not None and found.path:
        made = made.with_answer(found.path, NoAnswer.UNKNOWN)
    assert found is not None
    assert (found.section.key, found.entry) == ("language", None)
