"""What the report counts of a profile: the same names for everybody, and nothing that somebody said in words."""

import json
from datetime import date

from hypothesis import given, settings

from s2w_desktop.domain.answers import NoAnswer, Words
from s2w_desktop.domain.derived.cases import AMOUNTS, LISTS, NAMES, CaseValue, case_of
from s2w_desktop.domain.derived.indicators import INDICATORS
from s2w_desktop.domain.derived.variables import derive
from s2w_desktop.domain.fields import FieldKind
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from tests.domain.anyone import anyone
from tests.domain.derived.test_derive import TODAY, num, person, with_row

FINISHED = "2026-06-15"


def case(profile: Profile) -> dict[str, CaseValue]:
    return dict(case_of(QUESTIONNAIRE, profile, TODAY))


@settings(max_examples=120, deadline=None)
@given(anyone())
def test_every_case_has_the_same_names_and_kinds_and_survives_json(profile: Profile) -> None:
    found = case(profile)
    assert tuple(found) == tuple(NAMES)
    assert json.loads(json.dumps(found)) == found
    for name, value in found.items():
        is_absent = value is None or (isinstance(value, str) and value.startswith("_"))
        if name in AMOUNTS:
            assert is_absent or (isinstance(value, int | float) and not isinstance(value, bool)), name
        elif name in LISTS:
            assert is_absent or isinstance(value, list), name
        else:
            assert value is None or isinstance(value, str | bool), name


@settings(max_examples=120, deadline=None)
@given(anyone())
def test_the_variables_of_the_paper_keep_their_names_and_values(profile: Profile) -> None:
    found = case(profile)
    for name, value in derive(QUESTIONNAIRE, profile, TODAY).columns().items():
        assert found[name] == (value if value is None or isinstance(value, bool | str) else float(value))


@settings(max_examples=150, deadline=None)
@given(anyone())
def test_no_words_enter_a_case_but_the_name_of_the_centre(profile: Profile) -> None:
    spoken = {"record.centre"}
    for path, held in profile.held.items():
        if path in spoken or path.endswith("."):
            continue
        spec = QUESTIONNAIRE.spec(path) if not path.endswith("remark") else None
        if isinstance(held, Words):
            profile = profile.with_answer(path, Words("SECRET", held.lang, "SECRET", "eng"))
        elif isinstance(held, str) and (spec is None or spec.kind is FieldKind.TEXT):
            profile = profile.with_answer(path, "SECRET")
    assert "SECRET" not in json.dumps(case(profile))


def test_who_where_and_when() -> None:
    found = case(
        person(record__host_country="ITA", record__centre="Lampedusa", session__stage="PRE", identity__nationality="ERI")
    )
    assert (found["country"], found["centre"], found["day"], found["phase"]) == ("ITA", "Lampedusa", "2026-06-15", "before")
    assert (found["nationality"], found["finished"], found["training"]) == ("ERI", False, False)
    assert case(person(session__stage="RET"))["phase"] == "_NA"


def test_the_quarter_of_the_arrival() -> None:
    for month, quarter in (("01", 1), ("03", 1), ("04", 2), ("12", 4)):
        found = case(person(session__stage="REC", status__arrival_host_country=f"2025-{month}-05"))
        assert found["arrival_quarter"] == f"2025-Q{quarter}"
    assert case(person(session__stage="PRE", status__arrival_host_country="2025-01-05"))["arrival_quarter"] == "_NA"


def test_a_centre_that_is_not_told_is_nobodys() -> None:
    found = case(person())
    assert (found["centre"], found["country"], found["earlier_profile"], found["minutes"]) == (None, None, None, None)


def test_the_earlier_profile_is_told_by_its_id() -> None:
    earlier = "0e4e7dd6-61fb-4f5b-9d6c-0c9a8f1c4a11"
    assert case(person(record__earlier_profile=earlier))["earlier_profile"] == earlier
    assert case(person(record__earlier_profile="somebody"))["earlier_profile"] is None


def test_languages_stand_by_whether_they_are_the_first() -> None:
    made = with_row(person(record__host_language="ita"), "language", language="tir", role="mother_tongue")
    made = with_row(made, "language", language="ara", role="further", listening="A2", reading="0")
    made = with_row(made, "language", language="amh", role="further", listening="0", reading="0")
    made = with_row(made, "language", language="ita", role="host_country", listening="A2", writing=NoAnswer.REFUSED)
    found = case(made)
    assert found["first_languages"] == ["tir"]
    assert found["other_languages"] == ["ara", "ita"]
    assert (found["host_listening"], found["host_writing"], found["host_reading"]) == ("A2", "_PNS", None)
    assert found["host_band"] == "A2"


def test_an_empty_list_is_none_only_once_the_interview_is_finished() -> None:
    assert case(person())["unpaid"] is None
    assert case(person(record__finished_on=FINISHED))["unpaid"] == []
    made = with_row(with_row(person(), "unpaid", activity="U01"), "unpaid", activity="U01")
    assert case(made)["unpaid"] == ["U01"]
    assert case(person(record__finished_on=FINISHED, record__hidden="unpaid"))["unpaid"] == "_HID"
    assert case(person(record__finished_on=FINISHED, record__tier="core"))["unpaid"] is None


def test_care_binds_who_cares_for_an_adult_or_has_children_nobody_else_minds() -> None:
    assert case(person(household__cares_for_adult="yes"))["care_duties"] is True
    alone = {"household__cares_for_adult": "no", "household__childcare_available": "no"}
    assert case(person(**alone, household__children_0_5=num("1")))["care_duties"] is True
    none = {"household__children_0_5": num("0"), "household__children_6_14": num("0")}
    assert case(person(**alone, **none))["care_duties"] is False
    assert case(person(household__cares_for_adult="no", household__childcare_available=NoAnswer.REFUSED))["care_duties"] == "_PNS"
    assert case(person())["care_duties"] is None


def test_of_two_steps_of_one_kind_the_one_that_came_further_counts() -> None:
    made = with_row(person(), "recommendation", type="R01", priority="1_now", state="contacted", state_date="2026-07-01")
    made = with_row(made, "recommendation", type="R01", priority="3_later")
    made = with_row(made, "recommendation", type="R09", priority="3_later", state="done", state_date="2026-06-25")
    found = case(made)
    assert (found["step_R01"], found["step_R09"], found["step_R02"]) == ("contacted", "done", None)
    assert (found["recommended_now"], found["priorities"]) == (["R01"], ["1_now", "3_later"])
    assert found["days_to_contact"] == 10


def test_outcomes_stand_with_the_follow_up_in_whose_months_they_were_told() -> None:
    made = person()
    for on, outcome in (("2026-09-15", "training"), ("2026-10-14", "study"), ("2027-06-15", "other_job")):
        made = with_row(made, "followup", on=on, reached="yes", outcome=(outcome,))
    made = with_row(made, "followup", on="2026-12-20", reached="no")
    found = case(made)
    assert found["outcomes_3"] == ["training", "study"]
    assert (found["outcomes_6"], found["outcomes_12"]) == (["not_reached"], ["other_job"])
    assert case(with_row(person(), "followup", on="2026-07-15", reached="yes", outcome=("study",)))["outcomes_3"] is None


def test_statements_are_counted_once_their_evidence_was_told() -> None:
    made = with_row(person(), "education", evidence="3")
    for step in ("1", "0"):
        made = with_row(made, "work", evidence=step)
    found = case(made)
    assert (found["claims"], found["claims_seen"], found["evidence"]) == (2, 1, ["1", "3"])


def test_a_refusal_shows_in_its_section_unless_the_question_is_not_put() -> None:
    found = case(person(identity__sex=NoAnswer.REFUSED, household__dependants_abroad=NoAnswer.UNKNOWN))
    assert (found["declined_identity"], found["declined_household"], found["declined_status"]) == (True, True, None)
    core = case(person(record__tier="core", identity__sex="F", household__dependants_abroad=NoAnswer.UNKNOWN))
    assert (core["declined_identity"], core["declined_household"]) == (False, None)


def test_a_section_is_resolved_when_nothing_in_it_is_open() -> None:
    found = case(person(transversal__strengths=("01",)))
    assert (found["resolved_transversal"], found["resolved_identity"]) == (True, False)


def test_indicators_are_cuts_of_other_variables() -> None:
    found = case(person(basic_skills__reads_writes_any="4", session__stage="REC"))
    assert (found["indicator_reading"], found["indicator_digital"]) == (True, None)
    assert all(variable in NAMES for variable, _ in INDICATORS.values())


def test_recognition_is_meant_by_a_goal_or_a_beginning() -> None:
    assert case(person(expectation__first_goal="E06"))["recognition_intended"] is True
    assert case(person(expectation__first_goal="E01"))["recognition_intended"] is False
    made = with_row(
        person(expectation__first_goal="E01", education_summary__highest_completed="6"),
        "education",
        level="6",
        completion="completed",
        recognition_state="R4",
    )
    assert case(made)["recognition_intended"] is True
    assert case(person())["recognition_intended"] is None


def test_a_day_that_is_not_told_is_not_made_up() -> None:
    made = person()
    blank = Profile(made.id, {path: held for path, held in made.held.items() if path != "record.opened_on"})
    assert case_of(QUESTIONNAIRE, blank, date(2026, 1, 1))["day"] is None
