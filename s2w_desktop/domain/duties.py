"""Who may do what with a store: the duties of officers (data-protection 5.3, "need to know") and what each allows.

A laptop has few officers who do everything there; at headquarters the duties are parted. One officer may have several.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType


class Duty(StrEnum):
    """What somebody is there for."""

    INTERVIEWER = "interviewer"
    COORDINATOR = "coordinator"
    REVIEWER = "reviewer"
    IMPORTER = "importer"
    ANALYST = "analyst"
    PROTECTION = "protection"  # data protection officer
    ADMINISTRATOR = "administrator"


class Act(StrEnum):
    """What is allowed or not. Each is asked for in one place of the services."""

    RECORD = "record"  # conduct and change interviews
    READ_PROFILES = "read_profiles"  # open a profile with its names
    EXPORT = "export"
    IMPORT = "import"
    WRITE_RECEIPTS = "write_receipts"
    RELEASE_QUARANTINE = "release_quarantine"
    HANDLE_MATTERS = "handle_matters"
    SETTLE_CONFLICTS = "settle_conflicts"
    DECIDE_DUPLICATES = "decide_duplicates"
    TRANSFER = "transfer"
    GIVE_ORDERS = "give_orders"
    ERASE = "erase"
    REPORT = "report"
    ENTER_REACH = "enter_reach"  # how many people a centre could have asked
    MAKE_STUDY = "make_study"  # a file of single people without names, for analysts outside
    INSTALL_PACKS = "install_packs"
    ENROL = "enrol"
    REVOKE = "revoke"
    ROTATE_KEYS = "rotate_keys"
    REHEARSE_RECOVERY = "rehearse_recovery"
    SEE_LOSS = "see_loss"  # whose data were on a lost device
    SEE_LOG = "see_log"  # who did what with profiles
    MANAGE_STAFF = "manage_staff"
    APPROVE = "approve"  # be the second person


_FIELD = frozenset({Act.RECORD, Act.READ_PROFILES, Act.EXPORT})

ALLOWED: Mapping[Duty, frozenset[Act]] = MappingProxyType(
    {
        Duty.INTERVIEWER: _FIELD,
        Duty.COORDINATOR: _FIELD
        | {
            Act.IMPORT,
            Act.WRITE_RECEIPTS,
            Act.HANDLE_MATTERS,
            Act.TRANSFER,
            Act.GIVE_ORDERS,
            Act.INSTALL_PACKS,
            Act.REPORT,
            Act.ENTER_REACH,
            Act.APPROVE,
        },
        Duty.REVIEWER: frozenset(
            {Act.READ_PROFILES, Act.HANDLE_MATTERS, Act.SETTLE_CONFLICTS, Act.DECIDE_DUPLICATES, Act.APPROVE}
        ),
        Duty.IMPORTER: frozenset({Act.IMPORT, Act.WRITE_RECEIPTS, Act.HANDLE_MATTERS}),
        Duty.ANALYST: frozenset({Act.REPORT, Act.MAKE_STUDY}),
        Duty.PROTECTION: frozenset(
            {
                Act.READ_PROFILES,
                Act.ERASE,
                Act.SEE_LOSS,
                Act.SEE_LOG,
                Act.REHEARSE_RECOVERY,
                Act.RELEASE_QUARANTINE,
                Act.REPORT,
                Act.MAKE_STUDY,
                Act.APPROVE,
            }
        ),
        Duty.ADMINISTRATOR: frozenset(
            {
                Act.ENROL,
                Act.REVOKE,
                Act.ROTATE_KEYS,
                Act.REHEARSE_RECOVERY,
                Act.SEE_LOSS,
                Act.MANAGE_STAFF,
                Act.INSTALL_PACKS,
                Act.GIVE_ORDERS,
                Act.RELEASE_QUARANTINE,
                Act.APPROVE,
            }
        ),
    }
)

EVERY_DUTY = frozenset(Duty)
"""Of the officer who made the store, until somebody parts the duties."""

NEEDS_TWO = frozenset({Act.RELEASE_QUARANTINE, Act.ROTATE_KEYS, Act.MAKE_STUDY})
"""Acts of headquarters that wait for a second person, as soon as two officers may do or approve them."""


def allowed(duties: Collection[Duty]) -> frozenset[Act]:
    """Everything that somebody with these duties may do."""
    return frozenset().union(*(ALLOWED[duty] for duty in duties))


def duties_of_text(text: str) -> frozenset[Duty]:
    """Duties as they are kept: names with spaces between; what a newer program added is left out."""
    known = {duty.value for duty in Duty}
    return frozenset(Duty(name) for name in text.split() if name in known)


def duties_text(duties: Collection[Duty]) -> str:
    """The text of `duties_of_text`."""
    return " ".join(sorted(duty.value for duty in duties))
