"""Codes about goals, wishes, support, appraisal and delivery (profile-model 6.24), without words."""

from collections.abc import Mapping
from types import MappingProxyType

from s2w_desktop.domain.codes.listing import codes, numbered

PLANS_CODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "goal": (*numbered("E", 21), "E99"),
        "barrier": codes("B00 B01 B02 B03 B04 B05 B06 B07 B10 B11 B12 B13 B14 B15 B16 B17 B18 B19 B99"),
        "recommendation": (*numbered("R", 27), "R99"),
        "priority": codes("1_now 2_soon 3_later"),
        "responsible": codes("person officer partner municipality employment_service other"),
        "horizon": codes("now within_1_year later"),
        "availability": codes("now date after_permit after_course unknown"),
        "working_time": codes("full part mornings evenings nights weekends"),
        "mobility": codes("same_town region country other_country"),
        "self_employment": codes("none idea plan had_business"),
        "health_barrier": codes("B08 B09"),
        "affects": codes("work training both daily_life"),
        "readiness": codes("ready_now ready_with_support training_first basics_first not_now"),
        "language_priority": codes("none parallel_to_work before_work"),
        "assessment": codes(
            "language_test academic_recognition professional_recognition validation_informal practical_test eqpr "
            "career_guidance digital_test none"
        ),
        "confidence": codes("low medium high"),
        "confidence_reason": codes("interpreter time distress missing_documents inconsistent none"),
        "agreement_degree": codes("yes partly no"),
        "step_state": codes("proposed agreed refused_by_person referred contacted started done dropped not_available"),
        "outcome": codes(
            "language_course training study recognised internship job_in_occupation other_job self_employed volunteering "
            "searching not_available moved not_reached"
        ),
        "confirmation": codes("yes with_reservations no"),
        "copy_given": codes("paper stick email none"),
        "print_variant": codes("full cv_with_name cv_without_name next_steps_only"),
    }
)
