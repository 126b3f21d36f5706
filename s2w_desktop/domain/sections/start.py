"""Start of the interview: agreement and the circumstances of the talk (profile-model 6.2 and 6.3)."""

from s2w_desktop.domain.fields import SectionSpec
from s2w_desktop.domain.sections.conditions import has_interpreter, includes_any, is_minor, said
from s2w_desktop.domain.sections.declaring import (
    AS_IT_IS,
    EXTENDED,
    OPTIONAL,
    PROTECTION,
    REQUIRED,
    STANDARD,
    TECHNICAL,
    choice,
    copy_of,
    text,
    when,
    words,
    yes_no,
)

CONSENT = SectionSpec(
    "consent",
    part="start",
    fields=(
        choice("create_profile", "consent", need=REQUIRED, analysis=AS_IT_IS),
        choice("keep_on_device", "consent", need=REQUIRED, analysis=AS_IT_IS),
        choice("send_with_name", "consent", need=REQUIRED, analysis=AS_IT_IS),
        choice("send_for_figures", "consent", need=REQUIRED, analysis=AS_IT_IS),
        choice("pass_to_office", "consent", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
        choice("refer_to_partner", "consent", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
        choice("contact_later", "consent", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
        choice("attach_copies", "consent", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
        choice("photo", "consent", need=OPTIONAL, tier=EXTENDED, analysis=AS_IT_IS),
        choice("story", "consent", need=OPTIONAL, tier=EXTENDED, analysis=AS_IT_IS),
        choice("europass", "consent", need=OPTIONAL, tier=STANDARD, analysis=AS_IT_IS),
    ),
)
"""One question per purpose (list PURPOSE: P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, and P11 of this program)."""

PURPOSES = tuple(spec.key for spec in CONSENT.fields)

AGREEMENT = SectionSpec(
    "agreement",
    part="start",
    fields=(
        choice("mode", "notice_mode", need=REQUIRED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("method", "agreement_method", need=REQUIRED),
        text("witness_role", need=REQUIRED, max_length=80, asked_when=said("agreement.method", "oral_witnessed")),
        choice("given_by", "given_by", need=REQUIRED),
        yes_no("child_assent", need=REQUIRED, asked_when=is_minor),
        copy_of(
            "signed_form_file",
            need=OPTIONAL,
            tier=STANDARD,
            asked_when=said("agreement.method", "signature", "thumb_mark", "oral_witnessed"),
        ),
        choice("legal_basis", "legal_basis", need=OPTIONAL, tier=STANDARD),
        text(
            "partners_named",
            need=REQUIRED,
            tier=STANDARD,
            max_length=300,
            asked_when=said("consent.refer_to_partner", "granted"),
        ),
        when("valid_until", need=OPTIONAL, tier=EXTENDED, future=True),
        when("withdrawn_on", need=OPTIONAL, asked_when=includes_any("consent", PURPOSES, "withdrawn")),
        choice("withdrawal_reason", "withdrawal", need=OPTIONAL, asked_when=includes_any("consent", PURPOSES, "withdrawn")),
    ),
)

SESSION = SectionSpec(
    "session",
    part="start",
    fields=(
        choice("stage", "stage", need=REQUIRED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("programme", "programme", need=REQUIRED, analysis=AS_IT_IS),
        choice("interview_mode", "interview_mode", need=REQUIRED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("interview_language", "language", need=REQUIRED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        choice("interpreter_used", "interpreter", need=REQUIRED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        text("interpreter_code", need=OPTIONAL, tier=STANDARD, max_length=20, asked_when=has_interpreter),
        yes_no("interpreter_gender_ok", need=OPTIONAL, tier=STANDARD, asked_when=has_interpreter),
        choice("place_type", "place_type", need=REQUIRED, sensitivity=TECHNICAL, analysis=AS_IT_IS),
        yes_no("private_space", sensitivity=TECHNICAL, analysis=AS_IT_IS),
        yes_no("break_taken", need=OPTIONAL, tier=STANDARD, sensitivity=PROTECTION),
        yes_no("distress_observed_stop", need=OPTIONAL, tier=STANDARD, sensitivity=PROTECTION),
        words("note", need=OPTIONAL, tier=EXTENDED, sensitivity=PROTECTION, max_length=500),
    ),
)
