"""What the person can do: skills, digital items, strengths, licences, documents (profile-model 6.13 to 6.16 and 6.19)."""

from s2w_desktop.domain.fields import FieldSpec, SectionSpec
from s2w_desktop.domain.sections.conditions import includes, no_skill_is_picked, said
from s2w_desktop.domain.sections.declaring import (
    AS_IT_IS,
    EXTENDED,
    GENERALISED,
    OPTIONAL,
    REQUIRED,
    STANDARD,
    TECHNICAL,
    choice,
    copy_of,
    number,
    several,
    skill,
    text,
    when,
    words,
    yes_no,
)

STANDARD_DIGITAL_ITEMS, DIGITAL_ITEMS = 6, 14

SKILL = SectionSpec(
    "skill",
    part="abilities",
    most_entries=40,
    headline="skill",
    headline_else="esco_skill",
    fields=(
        skill("esco_skill"),
        words("skill", need=REQUIRED, tier=STANDARD, sensitivity=TECHNICAL, max_length=120, asked_when=no_skill_is_picked),
        choice("level", "skill_level", tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        when("last_used", need=OPTIONAL, tier=EXTENDED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("learned_where", "skill_source", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("evidence", "evidence", tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        yes_no("highlight", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL),
    ),
)


def _digital_item(place: int) -> FieldSpec:
    tier = STANDARD if place <= STANDARD_DIGITAL_ITEMS else EXTENDED
    return choice(f"item_{place:02d}", "digital_item", tier=tier, sensitivity=TECHNICAL, analysis=AS_IT_IS)


DIGITAL = SectionSpec(
    "digital",
    part="abilities",
    fields=(
        several("device_access", "device", tier=STANDARD, alone="none", analysis=AS_IT_IS),
        choice("device_owner", "device_owner", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
        choice("internet_access", "internet", tier=STANDARD, analysis=AS_IT_IS),
        *(_digital_item(place) for place in range(1, DIGITAL_ITEMS + 1)),
        several("software", "software", need=OPTIONAL, tier=EXTENDED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        text("other_software", need=OPTIONAL, tier=EXTENDED, max_length=120, asked_when=includes("digital.software", "other")),
        text("programming_languages", need=OPTIONAL, tier=EXTENDED, sensitivity=TECHNICAL),
    ),
)

TRANSVERSAL = SectionSpec(
    "transversal",
    part="abilities",
    fields=(several("strengths", "strength", sensitivity=TECHNICAL, most=6, analysis=AS_IT_IS),),
)

STRENGTH = SectionSpec(
    "strength",
    part="abilities",
    most_entries=18,
    headline="item",
    fields=(
        choice("item", "strength", need=REQUIRED, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("strength", "strength_level", tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        words("example", need=OPTIONAL, tier=STANDARD, max_length=400),
        choice("context", "strength_context", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        yes_no("seen_by_officer", need=OPTIONAL, tier=EXTENDED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        text("seen_how", need=OPTIONAL, tier=EXTENDED, max_length=120, asked_when=said("seen_by_officer", "yes")),
    ),
)

LICENCE = SectionSpec(
    "licence",
    part="abilities",
    fields=(
        yes_no("can_drive", sensitivity=TECHNICAL, analysis=AS_IT_IS),
        number(
            "driving_years",
            0,
            70,
            need=OPTIONAL,
            tier=EXTENDED,
            sensitivity=TECHNICAL,
            analysis=AS_IT_IS,
            asked_when=said("licence.can_drive", "yes"),
        ),
        yes_no(
            "professional_driver",
            need=OPTIONAL,
            tier=EXTENDED,
            sensitivity=TECHNICAL,
            analysis=AS_IT_IS,
            asked_when=said("licence.can_drive", "yes"),
        ),
        choice("own_vehicle", "vehicle", need=OPTIONAL, tier=EXTENDED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
    ),
)

LICENCE_HELD = SectionSpec(
    "licence_held",
    part="abilities",
    most_entries=10,
    headline="kind",
    fields=(
        choice("kind", "licence_kind", need=REQUIRED, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        several(
            "categories",
            "licence_category",
            need=REQUIRED,
            tier=STANDARD,
            sensitivity=TECHNICAL,
            analysis=AS_IT_IS,
            asked_when=said("kind", "driving"),
        ),
        text("foreign_class", need=OPTIONAL, tier=STANDARD, max_length=60, asked_when=includes("categories", "NM")),
        choice("issuing_country", "country", need=OPTIONAL, tier=STANDARD, analysis=GENERALISED),
        when("issue_date", need=OPTIONAL, tier=STANDARD),
        when("expiry", need=OPTIONAL, tier=STANDARD, future=True),
        choice("document", "document_status", tier=STANDARD, analysis=AS_IT_IS),
        choice("valid_in_host", "licence_validity", need=OPTIONAL, tier=STANDARD, sensitivity=TECHNICAL, analysis=AS_IT_IS),
    ),
)

DOCUMENT = SectionSpec(
    "document",
    part="abilities",
    most_entries=30,
    headline="type",
    fields=(
        choice("type", "document_type", need=REQUIRED, tier=STANDARD, analysis=AS_IT_IS),
        choice("about", "document_about", need=REQUIRED, tier=STANDARD, sensitivity=TECHNICAL),
        choice("possession", "document_status", need=REQUIRED, tier=STANDARD, analysis=AS_IT_IS),
        choice("language", "language", need=OPTIONAL, tier=STANDARD, analysis=GENERALISED),
        choice("issue_country", "country", need=OPTIONAL, tier=STANDARD, analysis=GENERALISED),
        when("issue_date", need=OPTIONAL, tier=STANDARD),
        when("seen_on", need=OPTIONAL, tier=STANDARD),
        copy_of("scan", need=OPTIONAL, tier=EXTENDED),
        choice("translation", "translation_state", need=OPTIONAL, tier=EXTENDED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
    ),
)
