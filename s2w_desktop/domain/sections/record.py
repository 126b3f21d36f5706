"""What the program itself notes about a profile; never asked, never shown as questions (profile-model 6.1)."""

from s2w_desktop.domain.fields import SectionSpec
from s2w_desktop.domain.sections.declaring import (
    AS_IT_IS,
    GENERALISED,
    OPTIONAL,
    PROTECTION,
    TECHNICAL,
    choice,
    text,
    when,
    yes_no,
)

AMENDMENT = SectionSpec(
    "amendment",
    part="",
    most_entries=50,
    headline="reason",
    fields=(
        when("noted_on", need=OPTIONAL),
        choice("reason", "amendment_reason", need=OPTIONAL),
        text("words", need=OPTIONAL, sensitivity=PROTECTION, max_length=300),
    ),
)
"""Why a profile was changed after a hand-over, see `domain.amendments`."""

RECORD = SectionSpec(
    "record",
    part="",
    fields=(
        text("case_number", need=OPTIONAL),
        when("opened_on", need=OPTIONAL, analysis=GENERALISED),
        text("centre", need=OPTIONAL, analysis=GENERALISED),
        choice("host_country", "country", need=OPTIONAL, analysis=GENERALISED),
        choice("host_language", "language", need=OPTIONAL),
        text("officer_language", need=OPTIONAL, sensitivity=TECHNICAL),
        text("person_language", need=OPTIONAL, sensitivity=TECHNICAL),
        choice("tier", "tier", need=OPTIONAL, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        text("hidden", need=OPTIONAL, sensitivity=TECHNICAL, max_length=4000),
        yes_no("training", need=OPTIONAL, sensitivity=TECHNICAL),
        when("finished_on", need=OPTIONAL, analysis=GENERALISED),
        text("remark", need=OPTIONAL, sensitivity=PROTECTION, max_length=500),
        text("same_person_as", need=OPTIONAL, sensitivity=TECHNICAL, max_length=36),  # see `domain.joining`
        text("earlier_profile", need=OPTIONAL, sensitivity=TECHNICAL, max_length=36),
    ),
)
