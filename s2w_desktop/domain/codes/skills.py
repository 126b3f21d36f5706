"""Codes about skills, digital items, strengths, licences and documents (profile-model 6.24), without words."""

from collections.abc import Mapping
from types import MappingProxyType

from s2w_desktop.domain.codes.listing import codes, numbered

SKILLS_CODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "strength": numbered("", 18),
        "skill_level": codes("with_help alone expert"),
        "skill_source": codes("work education unpaid self"),
        "device": codes("smartphone tablet computer none"),
        "device_owner": codes("own shared"),
        "internet": codes("regular sometimes rarely none"),
        "digital_item": codes("never with_help alone can_teach"),
        "software": codes(
            "word_processor spreadsheet presentation accounting point_of_sale cad graphics video databases programming other"
        ),
        "strength_level": codes("some good very_good"),
        "strength_context": codes("work family community education displacement"),
        "vehicle": codes("car motorbike bicycle none"),
        "licence_kind": codes(
            "driving forklift crane construction_machine agricultural_machine welding electrical gas hygiene first_aid "
            "security professional_registration aviation_or_maritime other"
        ),
        "licence_category": codes("AM A1 A2 A B1 B BE C1 C1E C CE D1 D1E D DE T NM IDP"),
        "licence_validity": codes("yes exchange_possible limited_time new_test_needed no unknown"),
        "document_type": codes(
            "diploma transcript school_report course_certificate work_reference contract licence language_certificate cv "
            "portfolio_photo other"
        ),
        "document_about": codes("education work skill language licence person"),
        "translation_state": codes("none informal certified not_needed"),
    }
)
