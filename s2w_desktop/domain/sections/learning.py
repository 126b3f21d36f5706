"""Languages, reading and writing, school and courses (profile-model 6.8 to 6.10)."""

from s2w_desktop.domain.fields import FieldSpec, SectionSpec
from s2w_desktop.domain.sections.conditions import (
    has_study_field,
    is_learnt_language,
    reads_latin_with_effort,
    said,
    unless,
    went_to_school,
)
from s2w_desktop.domain.sections.declaring import (
    AS_IT_IS,
    DERIVED,
    EXTENDED,
    GENERALISED,
    IDENTIFYING,
    OPTIONAL,
    PROTECTION,
    REQUIRED,
    STANDARD,
    TECHNICAL,
    choice,
    level,
    number,
    several,
    text,
    when,
    words,
    yes_no,
)


def _skill(key: str) -> FieldSpec:
    return level(key, "cefr", sensitivity=TECHNICAL, analysis=AS_IT_IS, asked_when=is_learnt_language)


LANGUAGE = SectionSpec(
    "language",
    part="abilities",
    most_entries=12,
    least_entries=1,
    headline="language",
    fields=(
        choice("language", "language", need=REQUIRED, analysis=GENERALISED),
        choice("role", "language_role", need=REQUIRED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        _skill("listening"),
        _skill("reading"),
        _skill("spoken_interaction"),
        _skill("spoken_production"),
        _skill("writing"),
        choice("literacy_in_language", "literacy", tier=STANDARD, analysis=AS_IT_IS),
        choice("basis", "language_basis", tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        text("certificate", need=OPTIONAL, tier=STANDARD, max_length=80, asked_when=said("basis", "certificate")),
        choice(
            "certificate_level",
            "certificate_level",
            need=REQUIRED,
            tier=STANDARD,
            analysis=AS_IT_IS,
            asked_when=said("basis", "certificate"),
        ),
        when("certificate_date", need=OPTIONAL, tier=STANDARD, asked_when=said("basis", "certificate")),
        yes_no("learning_now", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        number(
            "learning_hours",
            0,
            60,
            need=OPTIONAL,
            tier=STANDARD,
            sensitivity=TECHNICAL,
            analysis=AS_IT_IS,
            asked_when=said("learning_now", "yes"),
        ),
        yes_no("can_interpret", need=OPTIONAL, tier=EXTENDED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
    ),
)

BASIC_SKILLS = SectionSpec(
    "basic_skills",
    part="abilities",
    fields=(
        choice("reads_writes_any", "literacy", analysis=AS_IT_IS),
        several("scripts_known", "script", sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("latin_script", "latin_script", sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("literacy_level_host", "host_literacy", tier=STANDARD, analysis=AS_IT_IS, asked_when=reads_latin_with_effort),
        choice("numeracy", "numeracy", tier=STANDARD, analysis=AS_IT_IS),
        yes_no("learning_support", need=OPTIONAL, tier=EXTENDED, sensitivity=PROTECTION),
        choice("form_help_needed", "form_help", sensitivity=TECHNICAL, analysis=AS_IT_IS),
    ),
)

EDUCATION_SUMMARY = SectionSpec(
    "education_summary",
    part="abilities",
    fields=(
        choice("ever_attended_school", "school", analysis=AS_IT_IS),
        number("years_schooling", 0, 30, step="0.5", analysis=AS_IT_IS, asked_when=went_to_school),
        choice("highest_completed", "isced", analysis=AS_IT_IS, asked_when=went_to_school),
        choice("highest_attended", "isced", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS, asked_when=went_to_school),
        several(
            "school_languages",
            "language",
            need=OPTIONAL,
            tier=STANDARD,
            most=3,
            analysis=GENERALISED,
            asked_when=went_to_school,
        ),
        yes_no("studying_now", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
        choice(
            "studying_level",
            "isced",
            need=OPTIONAL,
            tier=STANDARD,
            analysis=AS_IT_IS,
            asked_when=said("education_summary.studying_now", "yes"),
        ),
        yes_no("interrupted", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS, asked_when=went_to_school),
        choice(
            "interruption_reason",
            "interruption",
            need=OPTIONAL,
            tier=STANDARD,
            analysis=AS_IT_IS,
            asked_when=said("education_summary.interrupted", "yes"),
        ),
    ),
)

EDUCATION = SectionSpec(
    "education",
    part="abilities",
    most_entries=12,
    headline="title",
    fields=(
        choice("kind", "education_kind", need=REQUIRED, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        words("title", need=REQUIRED, tier=STANDARD, max_length=150),
        choice("level", "isced", tier=STANDARD, analysis=AS_IT_IS),
        choice("eqf_level", "eqf", need=OPTIONAL, tier=EXTENDED),
        choice("field_broad", "field_broad", tier=STANDARD, analysis=AS_IT_IS, asked_when=has_study_field),
        choice("field_narrow", "field_narrow", need=OPTIONAL, tier=STANDARD, asked_when=has_study_field),
        choice("field_detailed", "field_detailed", need=OPTIONAL, tier=EXTENDED, asked_when=has_study_field),
        text("institution", need=OPTIONAL, tier=STANDARD, sensitivity=IDENTIFYING, max_length=120),
        text("city", need=OPTIONAL, tier=STANDARD, sensitivity=IDENTIFYING, max_length=80),
        choice("country", "country", tier=STANDARD, analysis=GENERALISED),
        when("start", need=OPTIONAL, tier=STANDARD, analysis=DERIVED),
        choice("completion", "completion", need=REQUIRED, tier=STANDARD, analysis=AS_IT_IS),
        when("end", need=OPTIONAL, tier=STANDARD, analysis=DERIVED, asked_when=unless("completion", "ongoing")),
        number("duration_years", 0, 20, step="0.5", need=OPTIONAL, tier=STANDARD, analysis=DERIVED),
        number(
            "years_completed",
            0,
            20,
            step="0.5",
            tier=STANDARD,
            analysis=AS_IT_IS,
            asked_when=said("completion", "interrupted"),
        ),
        words("main_subjects", need=OPTIONAL, tier=EXTENDED, max_length=300),
        text("grade", need=OPTIONAL, tier=EXTENDED, max_length=40),
        choice("doc_status", "document_status", tier=STANDARD, analysis=AS_IT_IS),
        choice("recognition_state", "recognition", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
        choice(
            "recognition_country",
            "country",
            need=OPTIONAL,
            tier=STANDARD,
            analysis=AS_IT_IS,
            asked_when=said("recognition_state", "R4", "R5", "R6", "R7", "R8"),
        ),
        text(
            "recognition_result",
            need=OPTIONAL,
            tier=STANDARD,
            max_length=120,
            asked_when=said("recognition_state", "R5", "R6", "R7", "R8"),
        ),
        choice("regulated_profession", "yes_no_unknown", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("evidence", "evidence", tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
    ),
)
