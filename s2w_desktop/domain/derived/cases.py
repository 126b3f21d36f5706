"""A case: all that the report counts of one profile, as codes, flags, amounts and lists by name (analysis-report 2.3).

A case is made of derived variables alone: no name, no words that somebody said, no employer and no contact enters it. The centre
does: it is a place of the organisation.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Final, TypeAlias
from uuid import UUID

from s2w_desktop.domain.derived.answered import Answered
from s2w_desktop.domain.derived.doing import doing_variables
from s2w_desktop.domain.derived.indicators import indicator_flags, phase
from s2w_desktop.domain.derived.interview import interview_facts
from s2w_desktop.domain.derived.person import arrival_quarter, household_cares
from s2w_desktop.domain.derived.speaking import speaking_variables
from s2w_desktop.domain.derived.steps import step_variables
from s2w_desktop.domain.derived.variables import derived_of, named
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE

CaseValue: TypeAlias = str | int | float | bool | Sequence[str] | None
"""A code or an `Absence`, an amount, a flag, None for not asked, or a list of codes."""

_RULES: Final = 1
"""Raised when a variable means something else than before under the same name."""

_RECOGNITION: Final = "E06"  # list EXPECT

AMOUNTS: Final = frozenset(
    {
        "claims",
        "claims_seen",
        "completeness_pct",
        "days_to_contact",
        "evidence_share",
        "gap_months",
        "minutes",
        "n_languages",
        "years_schooling",
        "years_worked",
    }
)
"""Names whose values are figures."""

LISTS: Final = frozenset(
    {
        "esco_skills",
        "evidence",
        "first_languages",
        "other_languages",
        "other_licences",
        "outcomes_12",
        "outcomes_3",
        "outcomes_6",
        "priorities",
        "recommended_now",
        "strength_examples",
        "tools",
        "unpaid",
        "working_time",
    }
)
"""Names whose values are lists of codes."""

IDS: Final = frozenset({"earlier_profile"})
"""Names whose values are ids of profiles."""


def case_of(questionnaire: Questionnaire, profile: Profile, today: date) -> Mapping[str, CaseValue]:
    """The case of a profile, with the same names in the same order for every profile of a questionnaire.

    Pure. `today` counts only for a profile that does not tell the day of its interview.
    """
    answered = Answered(questionnaire, profile, today)
    derived = derived_of(answered)
    found: dict[str, object] = dict(derived.columns())
    wants = derived.plans.goals[_RECOGNITION]
    parts = (
        interview_facts(answered),
        speaking_variables(answered, derived.learning.host_lang_overall),
        doing_variables(answered, derived.learning, derived.working, wants),
        step_variables(answered),
    )
    found["phase"] = phase(derived.person.stage)
    found["nationality"] = answered.code("identity", "nationality")
    found["arrival_quarter"] = arrival_quarter(answered)
    found["care_duties"] = household_cares(answered)
    for part in parts:
        found |= dict(named(part))
    found |= {f"indicator_{name}": flag for name, flag in indicator_flags(found).items()}
    return {name: _plain(value) for name, value in found.items()}


def _plain(value: object) -> CaseValue:
    match value:
        case Decimal():
            return int(value) if value == int(value) else float(value)
        case tuple():
            return list(value)
        case None | bool():
            return value
        case _:
            return str(value)


NAMES: Final[Sequence[str]] = tuple(case_of(QUESTIONNAIRE, Profile(ProfileId(UUID(int=0))), date.min))
"""The names of all values of a case, in their order."""

_KINDS: Final = {**dict.fromkeys(AMOUNTS, "amount"), **dict.fromkeys(LISTS, "list"), **dict.fromkeys(IDS, "id")}
_FORM: Final = " ".join(f"{name}:{_KINDS.get(name, 'code')}" for name in NAMES)

LAYOUT: Final = f"{_RULES}-{sha256(_FORM.encode()).hexdigest()[:12]}"
"""Tells cases that are kept by other names, kinds or rules: they are made anew."""
