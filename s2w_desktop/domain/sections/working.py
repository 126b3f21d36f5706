"""Work in paid jobs, in the family and for others (profile-model 6.11 and 6.12)."""

from s2w_desktop.domain.concepts import group_of
from s2w_desktop.domain.fields import Look, SectionSpec
from s2w_desktop.domain.sections.conditions import has_worked, includes, is_over, unless
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
    number,
    occupation,
    several,
    skills,
    text,
    when,
    words,
    yes_no,
)

EXPOSED_OCCUPATIONS = ("0", "1111", "1112", "2612", "2642", "2643", "3351", "3355", "5412", "5413")
"""Beginnings of ISCO-08 codes whose work may be worth something to persecutors (profile-model 6.11, sensitive_employer):
armed forces, legislators, senior officials, judges, journalists, interpreters, border and police inspectors, police, prison
guards."""


def is_exposed(code: object) -> bool:
    """Whether an occupation asks for the shield of employer and place."""
    return isinstance(code, str) and code.startswith(EXPOSED_OCCUPATIONS)


def may_be_exposed(look: Look) -> bool:
    """The question about risk is put for exposed occupations and wherever an employer or a town is named; an answer stays."""
    groups = (look("isco08"), group_of(look("occupation_esco")))
    return any(map(is_exposed, groups)) or any(look(key) is not None for key in ("sensitive_employer", "employer", "city"))


is_not_at_risk = unless("sensitive_employer", "yes")


WORK_SUMMARY = SectionSpec(
    "work_summary",
    part="abilities",
    fields=(
        choice("ever_worked", "ever_worked", analysis=AS_IT_IS),
        choice("activity_before_leaving", "activity", analysis=AS_IT_IS),
        choice("activity_now", "activity", analysis=AS_IT_IS),
        number("years_worked_total", 0, 70, step="0.5", analysis=AS_IT_IS, asked_when=has_worked),
        words("main_occupation", max_length=120, asked_when=has_worked),
        occupation("main_occupation_esco", fills="main_occupation_isco", asked_when=has_worked),
        choice("main_occupation_isco", "isco", analysis=GENERALISED, asked_when=has_worked),
        number("years_in_main_occupation", 0, 70, step="0.5", analysis=AS_IT_IS, asked_when=has_worked),
        when("last_worked", need=OPTIONAL, tier=STANDARD, analysis=DERIVED, asked_when=has_worked),
    ),
)

WORK = SectionSpec(
    "work",
    part="abilities",
    most_entries=15,
    headline="title_own_words",
    fields=(
        words("title_own_words", need=REQUIRED, max_length=120),
        occupation("occupation_esco", fills="isco08"),
        choice("isco08", "isco", analysis=GENERALISED),
        yes_no("sensitive_employer", need=OPTIONAL, sensitivity=PROTECTION, asked_when=may_be_exposed),
        choice("job_type", "job_type", analysis=AS_IT_IS),
        choice("formality", "formality", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
        choice("paid", "pay", tier=STANDARD, analysis=AS_IT_IS),
        choice("sector", "sector", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
        text(
            "employer",
            need=OPTIONAL,
            tier=EXTENDED,
            sensitivity=IDENTIFYING,
            max_length=120,
            asked_when=is_not_at_risk,
            shielded_by="sensitive_employer",
        ),
        text(
            "city",
            need=OPTIONAL,
            tier=EXTENDED,
            sensitivity=IDENTIFYING,
            max_length=80,
            asked_when=is_not_at_risk,
            shielded_by="sensitive_employer",
        ),
        choice("country", "country", tier=STANDARD, analysis=GENERALISED),
        choice("displacement_phase", "work_phase", tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        when("start", need=OPTIONAL, analysis=DERIVED),
        yes_no("ongoing", need=OPTIONAL, tier=STANDARD),
        when("end", need=OPTIONAL, analysis=DERIVED, asked_when=is_over),
        number("duration_months", 0, 840, analysis=AS_IT_IS),
        number("hours_per_week", 1, 100, need=OPTIONAL, tier=EXTENDED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        words("tasks", need=OPTIONAL, tier=STANDARD, max_length=1000),
        several("tools", "tool", need=OPTIONAL, tier=EXTENDED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        text("other_tools", need=OPTIONAL, tier=EXTENDED, max_length=120, asked_when=includes("tools", "other")),
        choice("supervised_people", "supervised", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("team_language", "language", need=OPTIONAL, tier=EXTENDED, sensitivity=TECHNICAL),
        choice("how_learned", "how_learned", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("evidence", "evidence", tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        yes_no("reference_available", need=OPTIONAL, tier=EXTENDED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("reason_left", "reason_left", need=OPTIONAL, tier=EXTENDED, sensitivity=PROTECTION, asked_when=is_over),
    ),
)

UNPAID = SectionSpec(
    "unpaid",
    part="abilities",
    most_entries=10,
    headline="activity",
    fields=(
        choice("activity", "unpaid", need=REQUIRED, tier=STANDARD, analysis=AS_IT_IS),
        words("description", need=OPTIONAL, tier=STANDARD, max_length=500),
        choice("intensity", "intensity", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
        number("years", 0, 70, step="0.5", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
        text("people_or_scale", need=OPTIONAL, tier=STANDARD, max_length=60),
        skills("skills", most=10),
        choice("wants_to_use", "yes_maybe_no", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
    ),
)
