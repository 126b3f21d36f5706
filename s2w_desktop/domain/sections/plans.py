"""What comes next: goals, wishes, support, appraisal, steps (profile-model 6.17, 6.18 and 6.20)."""

from s2w_desktop.domain.fields import SectionSpec
from s2w_desktop.domain.sections.conditions import has_arrived, is_noted, said
from s2w_desktop.domain.sections.declaring import (
    AS_IT_IS,
    DERIVED,
    EXTENDED,
    GENERALISED,
    OPTIONAL,
    PROTECTION,
    REQUIRED,
    STANDARD,
    TECHNICAL,
    choice,
    number,
    occupation,
    several,
    text,
    when,
    words,
    yes_no,
)

EXPECTATION = SectionSpec(
    "expectation",
    part="next",
    fields=(
        choice("first_goal", "goal", need=REQUIRED, analysis=AS_IT_IS),
        choice("first_goal_horizon", "horizon", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        several("other_goals", "goal", need=OPTIONAL, most=7, analysis=AS_IT_IS),
        words("own_words", need=OPTIONAL, tier=STANDARD, max_length=500),
        words("desired_occupation", max_length=120),
        occupation("desired_occupation_esco", fills="desired_occupation_isco"),
        choice("desired_occupation_isco", "isco", analysis=GENERALISED),
    ),
)

DESIRED_WORK = SectionSpec(
    "desired_work",
    part="next",
    most_entries=2,
    headline="occupation",
    fields=(
        words("occupation", need=REQUIRED, tier=STANDARD, max_length=120),
        occupation("occupation_esco", fills="occupation_isco"),
        choice("occupation_isco", "isco", tier=STANDARD, analysis=GENERALISED),
    ),
)

PREFERENCE = SectionSpec(
    "preference",
    part="next",
    fields=(
        choice("other_work_first", "yes_maybe_no", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("available_from", "availability", tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        when(
            "available_date",
            tier=STANDARD,
            sensitivity=TECHNICAL,
            future=True,
            asked_when=said("preference.available_from", "date"),
        ),
        several("working_time", "working_time", tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("mobility", "mobility", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS, asked_when=has_arrived),
        choice("self_employment", "self_employment", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("study_level", "isced", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("study_field", "field_broad", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("language_goal", "certificate_level", need=OPTIONAL, tier=EXTENDED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        words("interests", need=OPTIONAL, tier=STANDARD, max_length=300),
        words("worries", need=OPTIONAL, tier=EXTENDED, sensitivity=PROTECTION, max_length=300),
    ),
)

BARRIER = SectionSpec(
    "barrier",
    part="next",
    fields=(
        several("barriers", "barrier", alone="B00", most=12, analysis=AS_IT_IS),
        several("health", "health_barrier", need=OPTIONAL, sensitivity=PROTECTION, analysis=DERIVED),
        words("adjustment", need=OPTIONAL, tier=EXTENDED, sensitivity=PROTECTION, max_length=200),
    ),
)
"""Limits of health are asked apart, because only they need protection; analysis may only merge them into one."""

SUPPORT = SectionSpec(
    "support",
    part="next",
    most_entries=12,
    headline="barrier",
    fields=(
        choice("barrier", "barrier", need=REQUIRED, tier=STANDARD),
        choice("affects", "affects", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        yes_no("support_wished", tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
    ),
)

APPRAISAL = SectionSpec(
    "appraisal",
    part="next",
    fields=(
        words("summary_strengths", need=REQUIRED, tier=STANDARD, max_length=800),
        choice("job_readiness", "readiness", tier=STANDARD, analysis=AS_IT_IS),
        choice("language_priority", "language_priority", tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        several("further_assessment", "assessment", tier=STANDARD, sensitivity=TECHNICAL, alone="none", analysis=AS_IT_IS),
        choice("confidence", "confidence", tier=STANDARD, analysis=AS_IT_IS),
        choice(
            "confidence_reason",
            "confidence_reason",
            need=OPTIONAL,
            tier=STANDARD,
            analysis=AS_IT_IS,
            asked_when=said("appraisal.confidence", "low", "medium"),
        ),
        choice("person_agrees", "agreement_degree", need=REQUIRED, tier=STANDARD, analysis=AS_IT_IS),
        words(
            "disagreement",
            need=OPTIONAL,
            tier=STANDARD,
            max_length=300,
            asked_when=said("appraisal.person_agrees", "partly", "no"),
        ),
        words("internal_note", need=OPTIONAL, tier=STANDARD, sensitivity=PROTECTION, max_length=1000),
    ),
)

RECOMMENDATION = SectionSpec(
    "recommendation",
    part="next",
    most_entries=15,
    least_entries=1,
    headline="type",
    fields=(
        choice("type", "recommendation", need=REQUIRED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("priority", "priority", need=REQUIRED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("responsible", "responsible", need=REQUIRED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        words("detail", need=OPTIONAL, max_length=300),
        words("service_name", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, max_length=200),
        text("service_phone", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, max_length=40),
        words("service_hours", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, max_length=400),
        text(
            "directory_service_id",
            need=OPTIONAL,
            tier=STANDARD,
            sensitivity=TECHNICAL,
            analysis=AS_IT_IS,
            max_length=81,
            asked_when=is_noted,
        ),
        when("due", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, future=True, analysis=DERIVED),
        yes_no("consent_to_refer", tier=STANDARD, asked_when=said("responsible", "partner")),
        choice("state", "step_state", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
        when("state_date", need=OPTIONAL, tier=STANDARD, analysis=DERIVED),
        words("outcome_note", need=OPTIONAL, tier=STANDARD, max_length=200),
    ),
)
"""Name, telephone and hours of a service are a copy, so that a later country pack changes no profile; `directory_service_id` says
of which entry: `pack/service`. They can be written by hand too."""

FOLLOWUP = SectionSpec(
    "followup",
    part="closing",
    most_entries=12,
    headline="contact_mode",
    fields=(
        when("on", need=REQUIRED, tier=STANDARD),
        choice("contact_mode", "channel", tier=STANDARD, analysis=AS_IT_IS),
        yes_no("reached", tier=STANDARD, analysis=AS_IT_IS),
        several("outcome", "outcome", tier=STANDARD, analysis=AS_IT_IS, asked_when=said("reached", "yes")),
        choice("current_isco", "isco", need=OPTIONAL, tier=STANDARD, analysis=GENERALISED, asked_when=said("reached", "yes")),
        choice("contract", "job_type", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS, asked_when=said("reached", "yes")),
        choice("matches_profile", "agreement_degree", tier=STANDARD, analysis=AS_IT_IS, asked_when=said("reached", "yes")),
        choice(
            "language_now",
            "certificate_level",
            need=OPTIONAL,
            tier=STANDARD,
            analysis=AS_IT_IS,
            asked_when=said("reached", "yes"),
        ),
        words("note", need=OPTIONAL, tier=STANDARD, max_length=300),
    ),
)

SIGNOFF = SectionSpec(
    "signoff",
    part="closing",
    fields=(
        yes_no("read_back_done", need=REQUIRED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice(
            "read_back_language",
            "language",
            need=REQUIRED,
            sensitivity=TECHNICAL,
            asked_when=said("signoff.read_back_done", "yes"),
        ),
        number("corrections", 0, 99, need=OPTIONAL, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("person_confirms", "confirmation", need=REQUIRED, analysis=AS_IT_IS),
        when("confirmed_on", need=OPTIONAL, sensitivity=TECHNICAL),
        choice("copy_given", "copy_given", need=REQUIRED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        several("copy_languages", "language", need=OPTIONAL, most=2, sensitivity=TECHNICAL),
        choice("print_variant", "print_variant", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        text("reviewer", need=OPTIONAL, tier=EXTENDED, sensitivity=TECHNICAL, max_length=20),
        when("reviewed_on", need=OPTIONAL, tier=EXTENDED, sensitivity=TECHNICAL),
    ),
)
