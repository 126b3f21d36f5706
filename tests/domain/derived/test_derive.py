"""Derived variables of 6.23, case by case."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from s2w_desktop.domain.answers import Answer, NoAnswer, Quantity
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.completeness import completeness
from s2w_desktop.domain.derived.abilities import AREA_ITEMS, digital_level
from s2w_desktop.domain.derived.answered import Answered
from s2w_desktop.domain.derived.learning import eqpr_candidate, language_overall
from s2w_desktop.domain.derived.levels import lower_median, overall_level
from s2w_desktop.domain.derived.person import LEGAL_GROUPS
from s2w_desktop.domain.derived.plans import same_as_before
from s2w_desktop.domain.derived.variables import DerivedVariables, Variable, derive
from s2w_desktop.domain.fields import FieldKind, field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.reading import read_answer
from tests.domain.people import profile_with
from tests.domain.people import with_row as with_plain_row
from tests.made_concepts import TAILOR

TODAY = date(2026, 6, 15)
REFUSED, UNKNOWN, NOT_APPLICABLE, NOT_ASKED = NoAnswer
DEEP: dict[str, Answer] = {"record__tier": "extended", "record__opened_on": "2026-06-15"}


def num(text: str) -> Quantity:
    return Quantity(Decimal(text))


def person(**answers: Answer) -> Profile:
    """A deep interview of 15 June 2026; dates are given as EDTF."""
    told = {**DEEP, **answers}
    return profile_with(**{name: _dated(name.replace("__", "."), answer) for name, answer in told.items()})


def with_row(made: Profile, section: str, **answers: Answer) -> Profile:
    """One more entry; dates are given as EDTF."""
    return with_plain_row(made, section, **{key: _dated(field_path(section, key, "x"), one) for key, one in answers.items()})


def _dated(path: str, answer: Answer) -> Answer:
    spec = QUESTIONNAIRE.spec(path)
    return read_answer(spec, path, answer) if spec.kind is FieldKind.DATE and isinstance(answer, str) else answer


def derived(profile: Profile) -> DerivedVariables:
    return derive(QUESTIONNAIRE, profile, TODAY)


def column(profile: Profile, name: str) -> Variable:
    return derived(profile).columns()[name]


@pytest.mark.parametrize(
    ("answers", "name", "expected"),
    [
        # --- person ---
        ({"identity__date_of_birth": "2008-06-16"}, "age_group", "15-17"),
        ({"identity__date_of_birth": "2008-06-15"}, "age_group", "18-24"),
        ({"identity__date_of_birth": "2008"}, "age_group", "15-17"),  # middle of the year: not yet 18
        ({"identity__date_of_birth": "2007"}, "age_group", "18-24"),
        ({"identity__date_of_birth": "1960~"}, "age_group", "65+"),
        ({"identity__date_of_birth": "2020"}, "age_group", "_NA"),
        ({"identity__date_of_birth": "2027"}, "age_group", "_DK"),
        ({"identity__date_of_birth": "198X"}, "age_group", "35-44"),
        ({"identity__date_of_birth": "1984/1986"}, "age_group", "35-44"),
        ({"identity__date_of_birth": "19XX"}, "age_group", "_DK"),
        ({"identity__date_of_birth": "../1984"}, "age_group", "_DK"),
        ({"identity__date_of_birth": "1990/.."}, "age_group", "_DK"),
        ({"status__arrival_host_country": "2025-12-15/.."}, "arrival_band", "0-3"),
        ({"status__arrival_host_country": "2023-06-15/.."}, "arrival_band", "13-24"),
        ({"identity__date_of_birth": REFUSED}, "age_group", "_PNS"),
        ({"identity__date_of_birth": REFUSED, "identity__age_stated": num("35")}, "age_group", "35-44"),
        ({"identity__date_of_birth": UNKNOWN, "identity__age_stated": num("12")}, "age_group", "_DK"),
        ({}, "age_group", None),
        ({"identity__sex": NOT_ASKED}, "sex", None),
        ({"identity__nationality": "SYR"}, "nationality_group", "145"),
        ({"identity__nationality": "XXA"}, "nationality_group", "stateless"),
        ({"identity__nationality": "XXC"}, "nationality_group", "refugee"),
        ({"identity__nationality": REFUSED}, "nationality_group", "_PNS"),
        ({"identity__nationality": "SYR"}, "region_origin", None),
        ({"identity__country_of_origin": "ERI"}, "region_origin", "014"),
        ({"status__legal_status": "L06"}, "legal_group", "G3"),
        ({"status__arrival_host_country": "2026-06-15"}, "arrival_band", "0-3"),
        ({"status__arrival_host_country": "2026-02-16"}, "arrival_band", "0-3"),
        ({"status__arrival_host_country": "2026-02-15"}, "arrival_band", "4-6"),
        ({"status__arrival_host_country": "2024-05-15"}, "arrival_band", "25+"),
        ({"status__arrival_host_country": "2024-05-16"}, "arrival_band", "13-24"),
        ({"status__arrival_host_country": "2026"}, "arrival_band", "0-3"),
        ({"status__arrival_host_country": "2026-07"}, "arrival_band", "_DK"),
        ({"status__arrival_host_country": "2026", "session__stage": "PRE"}, "arrival_band", "_NA"),
        ({"household__children_0_5": num("0")}, "household_with_child_under_6", False),
        ({"household__children_0_5": num("1")}, "household_with_child_under_6", True),
        ({"household__children_0_5": num("16")}, "household_with_child_under_6", "_DK"),
        # --- learning ---
        ({"education_summary__ever_attended_school": "no"}, "isced", "0"),
        ({"education_summary__ever_attended_school": "no"}, "years_schooling_band", "0"),
        ({"education_summary__highest_completed": "0R"}, "isced3", "low"),
        ({"education_summary__highest_completed": "2"}, "isced3", "low"),
        ({"education_summary__highest_completed": "35"}, "isced3", "medium"),
        ({"education_summary__highest_completed": "4"}, "isced3", "medium"),
        ({"education_summary__highest_completed": "5"}, "isced3", "high"),
        ({"education_summary__highest_completed": "9"}, "isced3", "_NA"),
        ({"education_summary__highest_completed": UNKNOWN}, "isced3", "_DK"),
        ({"education_summary__years_schooling": num("12.5")}, "years_schooling", Decimal("12.5")),
        ({"education_summary__years_schooling": num("31")}, "years_schooling_band", "_DK"),
        # --- work ---
        ({"work_summary__activity_now": "MILS"}, "act_now", "OTH"),
        ({"work_summary__activity_before_leaving": "MILS"}, "act_before", "OTH"),
        ({"work_summary__activity_now": "WAIT"}, "act_now", "WAIT"),
        ({"work_summary__ever_worked": "never"}, "years_worked_band", "0"),
        ({"work_summary__ever_worked": "never"}, "main_isco1", "_NA"),
        ({"work_summary__ever_worked": "never"}, "gap_months", "_NA"),
        ({"work_summary__main_occupation_isco": "7212"}, "main_isco2", "72"),
        ({"work_summary__main_occupation_isco": "72"}, "main_isco4", "_DK"),
        ({"work_summary__main_occupation_isco": "7"}, "main_isco1", "7"),
        ({"work_summary__main_occupation_esco": TAILOR}, "main_isco4", "7531"),
        ({"work_summary__main_occupation_esco": TAILOR, "work_summary__main_occupation_isco": "72"}, "main_isco2", "72"),
        ({"work_summary__main_occupation_esco": TAILOR, "work_summary__main_occupation_isco": UNKNOWN}, "main_isco1", "_DK"),
        ({"expectation__desired_occupation_esco": TAILOR}, "desired_isco1", "7"),
        ({"work_summary__main_occupation_isco": "3"}, "ilo_skill", "high"),
        ({"work_summary__main_occupation_isco": "4110"}, "ilo_skill", "medium"),
        ({"work_summary__main_occupation_isco": "83"}, "ilo_skill", "medium"),
        ({"work_summary__main_occupation_isco": "9111"}, "ilo_skill", "low"),
        ({"work_summary__main_occupation_isco": "0310"}, "ilo_skill", "armed"),
        ({"work_summary__activity_now": "EMP"}, "gap_months", Decimal(0)),
        ({"work_summary__last_worked": "2025-06-15"}, "gap_months", Decimal(12)),
        ({"work_summary__last_worked": REFUSED}, "gap_months", "_PNS"),
        # --- abilities ---
        ({"transversal__strengths": ("01", "13")}, "transversal_13", True),
        ({"transversal__strengths": ("01", "13")}, "transversal_02", False),
        ({"transversal__strengths": REFUSED}, "transversal_02", "_PNS"),
        ({"licence__can_drive": "no"}, "any_licence", False),
        ({"licence__can_drive": "no"}, "licence_b", False),
        ({"licence__can_drive": "no", "record__tier": "core"}, "any_licence", None),
        ({}, "licence_cd", None),
        # --- plans ---
        ({"expectation__first_goal": "E08"}, "goals_E08", True),
        ({"expectation__first_goal": "E08"}, "goals_E09", False),
        ({"expectation__first_goal": "E08", "expectation__other_goals": ("E09",)}, "goals_E09", True),
        ({"expectation__first_goal": "E08", "expectation__other_goals": REFUSED}, "goals_E09", "_PNS"),
        ({"expectation__first_goal": UNKNOWN}, "goals_E01", "_DK"),
        ({"expectation__desired_occupation_isco": "7212"}, "desired_isco1", "7"),
        ({"barrier__barriers": ("B01",)}, "barriers_B01", True),
        ({"barrier__barriers": ("B01",)}, "barriers_health", None),
        ({"barrier__barriers": ("B00",)}, "barriers_B01", False),
        ({"barrier__barriers": ("B00",)}, "barriers_health", False),
        ({"barrier__health": ("B08",)}, "barriers_health", True),
        ({"barrier__health": ("B09",)}, "barriers_health", True),
        ({"barrier__health": REFUSED}, "barriers_health", "_PNS"),
        ({"appraisal__further_assessment": ("none",)}, "assessments_eqpr", False),
        ({"appraisal__further_assessment": ("eqpr",)}, "assessments_eqpr", True),
        # --- hidden by the centre, or beyond the depth ---
        ({"identity__sex": "F", "record__hidden": "identity.sex"}, "sex", "_HID"),
        ({"status__legal_status": "L03", "record__hidden": "status"}, "legal_group", "_HID"),
        ({"record__hidden": "barrier.barriers"}, "barriers_B01", "_HID"),
        ({"record__hidden": "language"}, "n_languages", "_HID"),
        ({"record__hidden": "language"}, "english_overall", "_HID"),
        ({"record__hidden": "licence_held"}, "any_licence", "_HID"),
        ({"record__hidden": "recommendation"}, "recommendations_R01", "_HID"),
        ({"record__hidden": "work"}, "job_type", "_HID"),
        ({"record__hidden": "education"}, "field_broad", "_HID"),
        ({"basic_skills__numeracy": "3", "record__tier": "core"}, "numeracy", None),
        ({"basic_skills__numeracy": "3"}, "numeracy", "3"),
    ],
)  # fmt: skip
def test_single_answers(answers: dict[str, Answer], name: str, expected: Variable) -> None:
    found = column(person(**answers), name)
    assert found == expected
    assert type(found) is type(expected) or isinstance(expected, str)


def test_every_legal_status_has_a_group() -> None:
    assert set(LEGAL_GROUPS) == set(CODE_LISTS["legal_status"])
    assert sorted(set(LEGAL_GROUPS.values())) == ["G1", "G2", "G3", "G4", "G5", "G6"]


def test_ages_and_months_are_counted_to_the_interview_whenever_they_are_reckoned() -> None:
    profile = person(identity__date_of_birth="2008-06-16", status__arrival_host_country="2026-06")
    late = derive(QUESTIONNAIRE, profile, date(2036, 1, 1))
    assert late == derived(profile)
    assert late.person.age_group == "15-17"
    undated = profile.with_answer("record.opened_on", None)
    assert derive(QUESTIONNAIRE, undated, date(2036, 1, 1)).person.age_group == "25-34"


# --- languages ---


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((), ""), (("B1",), "B1"), (("A1", "B2"), "A1"), (("A1", "A2", "B1"), "A2"), (("C1", "0", "A2", "B1"), "A2"),
        (("B2", "B1", "A2", "A1", "PA1"), "A2"), (("C2", "C2", "0", "0", "0"), "0"), ((REFUSED, "B1", None), "B1"),
        (("NAT",), ""),
    ],
)  # fmt: skip
def test_the_middle_of_the_levels_is_the_lower_median(levels: tuple[Answer | None, ...], expected: str) -> None:
    assert overall_level(levels) == expected


def test_the_lower_median_follows_the_order_of_the_list() -> None:
    assert lower_median(("none", "some", "much"), ["much", "none", "much"]) == "much"


def test_languages_tell_the_host_countrys_and_english() -> None:
    made = person(record__host_language="deu")
    made = with_row(made, "language", language="ara", role="mother_tongue")
    made = with_row(made, "language", language="deu", role="host_country", listening="B1", reading="A1", writing="A1")
    made = with_row(made, "language", language="eng", role="further", listening=REFUSED)
    made = with_row(made, "language", language="eng", role="further", listening="C2")
    found = derived(made).learning
    assert found.n_languages == 3
    assert (found.host_lang_overall, found.host_lang_min) == ("A1", "A1")
    assert found.english_overall == "_PNS"
    rows = made.entry_texts("language")
    assert [language_overall(made, row) for row in rows] == ["NAT", "A1", "", "C2"]


def test_a_mother_tongue_that_is_the_host_countrys_needs_no_level() -> None:
    made = with_row(person(record__host_language="fra"), "language", language="fra", role="mother_tongue")
    assert derived(made).learning.host_lang_overall == derived(made).learning.host_lang_min == "NAT"


def test_without_the_centres_language_the_role_tells() -> None:
    made = with_row(person(), "language", language="ell", role="host_country", reading="B2", writing="A2")
    assert (derived(made).learning.host_lang_overall, derived(made).learning.host_lang_min) == ("A2", "A2")


# --- courses ---


def schooled(**course: Answer) -> Profile:
    made = person(education_summary__highest_completed="6")
    made = with_row(made, "education", level="35", completion="completed", doc_status="D6", field_broad="07")
    made = with_row(made, "education", level="6", completion="interrupted", doc_status="D1")
    return with_row(made, "education", level="6", completion="completed", field_broad="09", **course)


@pytest.mark.parametrize(
    ("status", "expected"),
    [("D1", True), ("D2", True), ("D3", True), ("D4", False), ("D5", False), ("D6", False), ("D7", False), ("D8", "_NA"),
     (UNKNOWN, "_DK")],
)  # fmt: skip
def test_proof_counts_for_the_completed_course_at_the_highest_level(status: Answer, expected: Variable) -> None:
    found = derived(schooled(doc_status=status, recognition_state="R4")).learning
    assert (found.field_broad, found.recognition_state, found.has_proof_highest) == ("09", "R4", expected)


def test_without_such_a_course_nothing_is_known_of_it() -> None:
    made = with_row(person(education_summary__highest_completed="7"), "education", level="6", completion="completed")
    assert derived(made).learning.field_broad is None
    assert derived(person(education_summary__ever_attended_school="no")).learning.has_proof_highest == "_NA"


@pytest.mark.parametrize(
    ("level", "status", "expected"),
    [("2", "D6", False), ("34", "D6", True), ("35", "D5", True), ("4", "D7", True), ("8", "D6", True), ("9", "D6", False),
     ("6", "D1", False), ("6", "D3", False), ("6", "D4", False), ("6", "D8", False), ("6", UNKNOWN, False)],
)  # fmt: skip
def test_who_has_level_three_and_no_document_may_get_a_qualifications_passport(
    level: str, status: Answer, expected: bool
) -> None:
    made = with_row(person(), "education", level=level, doc_status=status)
    assert eqpr_candidate(made, made.entry_texts("education")[0]) is expected


# --- jobs ---


def test_the_last_job_before_and_the_first_after_tell_the_move() -> None:
    made = with_row(person(), "work", isco08="9112", displacement_phase="host", start="2025-03")
    made = with_row(made, "work", isco08="7411", displacement_phase="host", start="2026-01", job_type="EMP", formality="formal")
    made = with_row(made, "work", isco08="5120", displacement_phase="transit", end="2024")
    made = with_row(made, "work", isco08="2221", displacement_phase="before", end="2022")
    made = with_row(made, "work", isco08="8322", displacement_phase="before", end="2010")
    found = derived(made).working
    assert (found.last_isco1_before, found.first_isco1_after, found.occupational_move) == ("2", "9", "down")
    assert (found.job_type, found.formality) == ("EMP", "formal")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [("9112", "5120", "up"), ("5120", "8322", "same"), ("1", "3", "same"), ("2221", "9", "down"), ("0310", "5120", "_NA"),
     ("5120", "01", "_NA"), (REFUSED, "5120", "_PNS"), ("5120", NOT_ASKED, None)],
)  # fmt: skip
def test_a_move_is_measured_by_skill_level(before: Answer, after: Answer, expected: Variable) -> None:
    made = with_row(person(), "work", isco08=before, displacement_phase="before")
    made = with_row(made, "work", isco08=after, displacement_phase="host")
    assert column(made, "occupational_move") == expected


def test_jobs_without_dates_stand_newest_first() -> None:
    made = person()
    for isco in ("5120", "9112", "8322"):
        made = with_row(made, "work", isco08=isco, displacement_phase="before")
    assert derived(made).working.last_isco1_before == "5"
    host = person()
    for isco in ("5120", "9112", "8322"):
        host = with_row(host, "work", isco08=isco, displacement_phase="host")
    assert derived(host).working.first_isco1_after == "8"


def test_a_job_that_goes_on_is_the_last_and_leaves_no_gap() -> None:
    made = with_row(person(), "work", job_type="DAY", end="2026-05")
    made = with_row(made, "work", job_type="OWN", start="2020", ongoing="yes")
    assert derived(made).working.job_type == "OWN"
    assert derived(made).working.gap_months == 0


def test_the_gap_is_counted_from_the_end_of_the_last_job() -> None:
    made = with_row(person(), "work", end="2025-12-15")
    assert derived(with_row(made, "work", end="2020")).working.gap_months == 6


# --- abilities ---


@pytest.mark.parametrize(
    ("uses", "expected"),
    [
        ("never never", "0"), ("never with_help", "1"), ("with_help with_help", "1"), ("never never never with_help", "1"),
        ("never never never alone", "1"), ("never alone", "2"), ("never can_teach", "2"),
        ("with_help with_help alone alone", "2"),
        ("never with_help alone", "1"), ("alone alone", "3"), ("alone alone can_teach", "3"), ("alone can_teach", "4"),
        ("can_teach can_teach", "4"), ("alone alone alone can_teach", "3"), ("with_help can_teach can_teach", "2"),
    ],
)  # fmt: skip
def test_digital_levels_by_the_rule(uses: str, expected: str) -> None:
    assert digital_level(uses.split()) == expected


def test_a_better_answer_never_lowers_the_digital_level() -> None:
    ladder = ("never", "with_help", "alone", "can_teach")
    for uses in (told for items in (2, 3, 4) for told in product(ladder, repeat=items)):
        for place, use in enumerate(uses):
            better = (digital_level((*uses[:place], more, *uses[place + 1 :])) for more in ladder[ladder.index(use) :])
            assert all(level >= digital_level(uses) for level in better)


def test_an_area_needs_two_answers_and_the_whole_is_the_middle_of_three_areas() -> None:
    some: dict[str, Answer] = {"digital__item_01": "alone", "digital__item_04": "alone", "digital__item_02": "never"}
    found = derived(person(**some)).abilities
    assert (found.digital_areas["2"], found.digital_areas["1"], found.digital_overall) == ("3", None, "3")
    more: dict[str, Answer] = {"digital__item_03": "never", "digital__item_08": "with_help", "digital__item_09": REFUSED}
    found = derived(person(**some, **more)).abilities
    assert [found.digital_areas[area] for area in "12345"] == ["0", "3", None, "_PNS", None]
    assert found.digital_overall == "0"  # two areas are known: the lower
    found = derived(person(**{**some, **more, "digital__item_09": "with_help"})).abilities
    assert (found.digital_areas["4"], found.digital_overall) == ("1", "1")


def test_the_areas_hold_every_item() -> None:
    items = {item for items in AREA_ITEMS.values() for item in items}
    assert items == set(range(1, 15))


@pytest.mark.parametrize(
    ("categories", "b", "cd"),
    [(("B",), True, False), (("C1",), True, True), (("DE",), True, True), (("A", "AM"), False, False), (("T",), False, False),
     (("NM",), "_DK", "_DK"), (("B", "NM"), True, "_DK"), (REFUSED, "_PNS", "_PNS")],
)  # fmt: skip
def test_licences_by_category(categories: Answer, b: Variable, cd: Variable) -> None:
    made = with_row(person(), "licence_held", kind="driving", categories=categories)
    made = with_row(made, "licence_held", kind="forklift")
    found = derived(made).abilities
    assert (found.any_licence, found.licence_b, found.licence_cd) == (True, b, cd)


def test_a_machine_licence_is_a_licence_and_no_driving_licence() -> None:
    made = with_row(person(licence__can_drive="no"), "licence_held", kind="welding")
    found = derived(made).abilities
    assert (found.any_licence, found.licence_b) == (True, False)


def test_the_evidence_share_counts_claims_whose_evidence_was_told() -> None:
    made = person()
    assert column(made, "evidence_share") is None
    for code in ("0", "1", "2", "3", REFUSED):
        made = with_row(made, "skill", evidence=code)
    assert column(made, "evidence_share") == Decimal("0.33")
    assert column(with_row(made, "work", evidence="7"), "evidence_share") == Decimal("0.50")


# --- plans ---


@pytest.mark.parametrize(
    ("desired", "main", "expected"),
    [("7212", "7212", "yes"), ("7212", "72", "yes"), ("72", "7212", "yes"), ("72", "72", "yes"), ("7212", "7213", "related"),
     ("7212", "7", "related"), ("7", "7212", "related"), ("7212", "7411", "new"), ("72", "74", "new"), ("7212", "9", "new"),
     ("7212", REFUSED, "_PNS"), (UNKNOWN, "7212", "_DK"), ("7212", NOT_ASKED, None)],
)  # fmt: skip
def test_what_is_wished_is_held_against_what_was_done(desired: Answer, main: Answer, expected: str | None) -> None:
    made = person(expectation__desired_occupation_isco=desired, work_summary__main_occupation_isco=main)
    assert same_as_before(Answered(QUESTIONNAIRE, made, TODAY)) == expected
    flag = {"yes": True, "related": False, "new": False}.get(expected or "", expected)
    assert column(made, "desired_equals_previous") == flag


def test_a_job_of_the_past_counts_and_one_in_the_host_country_does_not() -> None:
    made = person(expectation__desired_occupation_isco="7212", work_summary__main_occupation_isco="2221")
    here = with_row(made, "work", isco08="7212", displacement_phase="host")
    assert column(here, "desired_equals_previous") is False
    assert column(with_row(here, "work", isco08="7212"), "desired_equals_previous") is True


def test_to_who_never_worked_all_work_is_new() -> None:
    made = person(expectation__desired_occupation_isco="7212", work_summary__ever_worked="never")
    assert column(made, "desired_equals_previous") is False


def test_steps_are_flagged_by_their_type() -> None:
    assert column(person(), "recommendations_R01") is None
    made = with_row(person(), "recommendation", type="R01")
    assert (column(made, "recommendations_R01"), column(made, "recommendations_R02")) == (True, False)


def test_the_share_of_resolved_questions_is_rounded_down() -> None:
    nearly = profile_with(identity__sex="F")
    whole = completeness(QUESTIONNAIRE, nearly).whole
    assert column(nearly, "completeness_pct") == 100 * whole.resolved // whole.total
    assert column(profile_with(), "completeness_pct") == 0
    assert 0 < Decimal(str(column(nearly, "completeness_pct"))) < 10
