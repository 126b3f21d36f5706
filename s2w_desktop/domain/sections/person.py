"""Who the person is: identity, contact, residence, household (profile-model 6.4 to 6.7)."""

from s2w_desktop.domain.fields import SectionSpec
from s2w_desktop.domain.sections.conditions import (
    has_arrived,
    has_no_birth_date,
    has_word_on_photo,
    is_before_departure,
    is_contact_safe,
    said,
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
    choice,
    copy_of,
    number,
    several,
    text,
    when,
    yes_no,
)

IDENTITY = SectionSpec(
    "identity",
    part="person",
    fields=(
        text("given_names", sensitivity=IDENTIFYING),
        text("family_names", sensitivity=IDENTIFYING),
        text("name_original", need=OPTIONAL, sensitivity=IDENTIFYING),
        choice("name_script", "script", need=OPTIONAL, tier=STANDARD),
        text("other_names", need=OPTIONAL, tier=EXTENDED, sensitivity=IDENTIFYING),
        text("preferred_name", need=OPTIONAL, tier=EXTENDED, sensitivity=IDENTIFYING),
        when("date_of_birth", sensitivity=IDENTIFYING, analysis=DERIVED),
        number("age_stated", 15, 99, analysis=DERIVED, asked_when=has_no_birth_date),
        choice("sex", "sex", analysis=AS_IT_IS),
        choice("nationality", "nationality", analysis=GENERALISED),
        several("other_nationalities", "nationality", need=OPTIONAL, tier=STANDARD, most=2, analysis=GENERALISED),
        choice("country_of_birth", "country", tier=STANDARD, analysis=GENERALISED),
        choice("country_of_origin", "country", need=OPTIONAL, tier=STANDARD, analysis=GENERALISED),
        text("place_of_birth", need=OPTIONAL, tier=EXTENDED, sensitivity=IDENTIFYING, max_length=80),
        copy_of("photo", need=OPTIONAL, tier=EXTENDED, purpose="photo", asked_when=has_word_on_photo),
    ),
)

IDENTITY_DOCUMENT = SectionSpec(
    "identity_document",
    part="person",
    most_entries=5,
    headline="type",
    fields=(
        choice("type", "identity_document", need=REQUIRED, tier=EXTENDED, sensitivity=IDENTIFYING),
        choice("issuing_country", "country", need=OPTIONAL, tier=EXTENDED, sensitivity=IDENTIFYING),
        when("expiry", need=OPTIONAL, tier=EXTENDED, sensitivity=IDENTIFYING, future=True),
    ),
)

CONTACT = SectionSpec(
    "contact",
    part="person",
    fields=(
        choice("safe_to_contact", "safe_contact", tier=STANDARD, sensitivity=PROTECTION),
        text(
            "safe_arrangement",
            need=OPTIONAL,
            tier=STANDARD,
            sensitivity=PROTECTION,
            max_length=120,
            asked_when=said("contact.safe_to_contact", "as_agreed"),
        ),
        choice("preferred_channel", "channel", need=OPTIONAL, tier=STANDARD, asked_when=is_contact_safe),
        choice("preferred_language", "language", need=OPTIONAL, tier=STANDARD, asked_when=is_contact_safe),
        text("email", need=OPTIONAL, tier=STANDARD, sensitivity=IDENTIFYING, max_length=120, asked_when=is_contact_safe),
        text("second_email", need=OPTIONAL, tier=EXTENDED, sensitivity=IDENTIFYING, max_length=120, asked_when=is_contact_safe),
        text("address", need=OPTIONAL, tier=STANDARD, sensitivity=IDENTIFYING, asked_when=is_contact_safe),
        text(
            "region",
            need=OPTIONAL,
            tier=STANDARD,
            sensitivity=IDENTIFYING,
            max_length=80,
            analysis=GENERALISED,
            asked_when=is_contact_safe,
        ),
        text("third_person", need=OPTIONAL, tier=EXTENDED, sensitivity=IDENTIFYING, asked_when=is_contact_safe),
        yes_no("third_person_agreed", need=OPTIONAL, tier=EXTENDED, sensitivity=IDENTIFYING, asked_when=is_contact_safe),
    ),
)


PHONE = SectionSpec(
    "phone",
    part="person",
    most_entries=3,
    headline="number",
    asked_when=is_contact_safe,
    fields=(
        text("number", need=REQUIRED, tier=STANDARD, sensitivity=IDENTIFYING, max_length=40),
        choice("channel", "channel", need=OPTIONAL, tier=STANDARD, sensitivity=IDENTIFYING),
        yes_no("shared_with_family", need=OPTIONAL, tier=STANDARD, sensitivity=IDENTIFYING),
    ),
)

STATUS = SectionSpec(
    "status",
    part="person",
    fields=(
        choice("legal_status", "legal_status", sensitivity=PROTECTION, analysis=DERIVED),
        choice("status_country", "country", need=OPTIONAL, tier=STANDARD, analysis=GENERALISED),
        when("status_since", need=OPTIONAL, tier=STANDARD, analysis=DERIVED),
        when("permit_valid_until", need=OPTIONAL, tier=STANDARD, future=True, analysis=DERIVED),
        choice("right_to_work", "right_to_work", analysis=AS_IT_IS),
        when("work_from", need=REQUIRED, future=True, asked_when=said("status.right_to_work", "from_date")),
        when("arrival_host_country", asked_when=has_arrived, analysis=DERIVED),
        when("arrival_eu", need=OPTIONAL, tier=EXTENDED, asked_when=has_arrived),
        choice("destination_country", "country", asked_when=is_before_departure, analysis=AS_IT_IS),
        when("expected_departure", need=OPTIONAL, future=True, asked_when=is_before_departure),
        choice("accommodation", "accommodation", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
    ),
)

COUNTRY_LIVED = SectionSpec(
    "country_lived",
    part="person",
    most_entries=8,
    headline="country",
    fields=(
        choice("country", "country", need=REQUIRED, tier=EXTENDED, sensitivity=PROTECTION),
        when("start", need=OPTIONAL, tier=EXTENDED, sensitivity=PROTECTION),
        when("end", need=OPTIONAL, tier=EXTENDED, sensitivity=PROTECTION),
        yes_no("worked", need=OPTIONAL, tier=EXTENDED, sensitivity=PROTECTION),
        yes_no("studied", need=OPTIONAL, tier=EXTENDED, sensitivity=PROTECTION),
    ),
)

HOUSEHOLD = SectionSpec(
    "household",
    part="person",
    fields=(
        choice("family_situation", "family", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
        number("children_0_5", 0, 15, need=OPTIONAL, tier=STANDARD, analysis=DERIVED),
        number("children_6_14", 0, 15, need=OPTIONAL, tier=STANDARD, analysis=DERIVED),
        number("children_15_17", 0, 15, need=OPTIONAL, tier=STANDARD, analysis=DERIVED),
        choice("childcare_available", "childcare", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
        yes_no("cares_for_adult", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
        yes_no("dependants_abroad", need=OPTIONAL, tier=EXTENDED),
    ),
)
