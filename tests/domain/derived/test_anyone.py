"""Derived variables hold for anybody."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.codes.regions import OF_TRAVEL_DOCUMENTS, SUBREGIONS
from s2w_desktop.domain.derived.answered import Absence
from s2w_desktop.domain.derived.bands import AGE_GROUPS, ARRIVAL, SCHOOLING, WORKING
from s2w_desktop.domain.derived.levels import NATIVE
from s2w_desktop.domain.derived.variables import derive
from s2w_desktop.domain.fields import FieldKind
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.reading import read_answer
from tests.domain import anyone as strategies
from tests.domain.anyone import anyone
from tests.domain.people import PERSON

TODAY = date(2026, 6, 15)
USED = (
    "record", "identity", "session", "status", "household", "language", "basic_skills", "education_summary", "education",
    "work_summary", "work", "transversal", "digital", "licence", "licence_held", "expectation", "barrier", "appraisal",
    "recommendation", "skill", "strength", "support",
)  # fmt: skip
NAMES = list(derive(QUESTIONNAIRE, Profile(PERSON), TODAY).columns())
MAJOR = tuple("0123456789")
VALUES: dict[str, tuple[str, ...]] = {
    "age_group": AGE_GROUPS.names,
    "sex": CODE_LISTS["sex"],
    "nationality_group": (*SUBREGIONS, *OF_TRAVEL_DOCUMENTS.values()),
    "region_origin": SUBREGIONS,
    "stage": CODE_LISTS["stage"],
    "programme": CODE_LISTS["programme"],
    "legal_group": ("G1", "G2", "G3", "G4", "G5", "G6"),
    "arrival_band": ARRIVAL.names,
    "interpreter_used": CODE_LISTS["interpreter"],
    "host_lang_overall": (*CODE_LISTS["cefr"], NATIVE),
    "host_lang_min": (*CODE_LISTS["cefr"], NATIVE),
    "english_overall": (*CODE_LISTS["cefr"], NATIVE),
    "literacy": CODE_LISTS["literacy"],
    "latin_script": CODE_LISTS["latin_script"],
    "numeracy": CODE_LISTS["numeracy"],
    "isced": CODE_LISTS["isced"],
    "isced3": ("low", "medium", "high"),
    "years_schooling_band": SCHOOLING.names,
    "field_broad": CODE_LISTS["field_broad"],
    "recognition_state": CODE_LISTS["recognition"],
    "ever_worked": CODE_LISTS["ever_worked"],
    "act_before": tuple(code for code in CODE_LISTS["activity"] if code != "MILS"),
    "act_now": tuple(code for code in CODE_LISTS["activity"] if code != "MILS"),
    "years_worked_band": WORKING.names,
    "main_isco1": MAJOR,
    "main_isco2": CODE_LISTS["isco"],
    "main_isco4": CODE_LISTS["isco"],
    "ilo_skill": ("high", "medium", "low", "armed"),
    "last_isco1_before": MAJOR,
    "first_isco1_after": MAJOR,
    "occupational_move": ("up", "same", "down"),
    "job_type": CODE_LISTS["job_type"],
    "formality": CODE_LISTS["formality"],
    **{f"digital_areas_{area}": ("0", "1", "2", "3", "4") for area in range(1, 6)},
    "digital_overall": ("0", "1", "2", "3", "4"),
    "first_goal": CODE_LISTS["goal"],
    "desired_isco1": MAJOR,
    "job_readiness": CODE_LISTS["readiness"],
}
"""What a variable of codes may hold; all others are figures and flags."""


@given(anyone(only=USED))
@settings(max_examples=150)
def test_nobody_is_beyond_the_variables(profile: Profile) -> None:
    found = derive(QUESTIONNAIRE, profile, TODAY).columns()
    assert list(found) == NAMES
    for name, value in found.items():
        if value is None or isinstance(value, Absence):
            continue
        assert value in VALUES[name] if name in VALUES else isinstance(value, (bool, Decimal)), name


@given(anyone(only=USED))
@settings(max_examples=50)
def test_the_same_profile_gives_the_same_variables_on_any_later_day(profile: Profile) -> None:
    dated = profile.with_answer("record.opened_on", read_answer(QUESTIONNAIRE.spec("record.opened_on"), "", "2025-03-08"))
    assert derive(QUESTIONNAIRE, dated, TODAY) == derive(QUESTIONNAIRE, dated, date(2040, 1, 1))


@given(anyone(only=USED))
@settings(max_examples=50)
def test_where_all_is_hidden_no_answer_shows_through(profile: Profile) -> None:
    """What is always asked, because it protects the person, cannot be hidden: see `hiding`."""
    asked = {"completeness_pct", "stage", "age_group", "interpreter_used"}
    names = [f"{section.key}.{spec.key}" for section, spec in QUESTIONNAIRE.fields() if section.part]
    found = derive(QUESTIONNAIRE, profile.with_answer("record.hidden", " ".join(names)), TODAY).columns()
    assert {value for name, value in found.items() if name not in asked} <= {Absence.HIDDEN, None}


def test_every_kind_of_field_has_answers() -> None:
    assert set(strategies._PLAIN) == {kind.value for kind in FieldKind}
