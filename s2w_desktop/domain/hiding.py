"""What a centre may hide from its interviews, and what protects the person and is therefore always asked."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from s2w_desktop.domain.fields import Questionnaire

ALWAYS_ASKED_SECTIONS = frozenset({"record", "consent"})
"""What the program notes, and the agreement to each purpose: everything that leaves the laptop hangs on them."""

ALWAYS_ASKED = frozenset(
    {
        "agreement.mode",  # how the person learnt what they agree to
        "agreement.method",
        "agreement.witness_role",
        "agreement.given_by",
        "agreement.child_assent",
        "agreement.partners_named",
        "agreement.withdrawn_on",
        "agreement.withdrawal_reason",
        "session.stage",  # decides which questions may be put at all
        "session.interview_language",
        "session.interpreter_used",  # a relative who interprets is told to the officer
        "session.private_space",
        "session.distress_observed_stop",
        "identity.date_of_birth",  # whether a guardian has to agree
        "identity.age_stated",
        "signoff.read_back_done",
        "signoff.person_confirms",
    }
)
"""Questions that prove the agreement or protect the person; a section that holds one cannot be hidden whole."""

GUARDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "contact.safe_to_contact": ("contact", "phone"),
        "contact.safe_arrangement": ("contact", "phone"),
        "contact.third_person_agreed": ("contact.third_person",),
        "phone.shared_with_family": ("phone",),
        "work.sensitive_employer": ("work",),
        "recommendation.consent_to_refer": ("recommendation",),
    }
)
"""Questions that protect others: they may be hidden only when everything that they protect is hidden too."""


def protected(hidden: Iterable[str]) -> frozenset[str]:
    """Those of the names (`section` or `section.field`) that may not be hidden, given that the others are."""
    wanted = frozenset(hidden)
    return frozenset(name for name in wanted if _is_protected(name, wanted))


def may_be_hidden(hidden: frozenset[str]) -> frozenset[str]:
    """The names that are really hidden: what protects the person is put, whatever a template or a profile says."""
    return hidden - protected(hidden) if hidden else hidden


def unknown_names(questionnaire: Questionnaire, hidden: Iterable[str]) -> tuple[str, ...]:
    """Names that this questionnaire does not have; a newer one may."""
    return tuple(name for name in hidden if not _is_known(questionnaire, name))


def _is_protected(name: str, wanted: frozenset[str]) -> bool:
    section, _, field = name.partition(".")
    if section in ALWAYS_ASKED_SECTIONS or name in ALWAYS_ASKED:
        return True
    if not field and any(path.startswith(f"{section}.") for path in ALWAYS_ASKED):
        return True
    guarding = [path for path in GUARDS if path == name or (not field and path.startswith(f"{section}."))]
    return any(not _covers(wanted, other) for path in guarding for other in GUARDS[path])


def _covers(wanted: frozenset[str], name: str) -> bool:
    return name in wanted or name.partition(".")[0] in wanted


def _is_known(questionnaire: Questionnaire, name: str) -> bool:
    section, _, field = name.partition(".")
    found = questionnaire.by_key.get(section)
    return found is not None and (not field or field in found.by_key)
