"""All analysis variables of a profile in one value (profile-model 6.23)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from s2w_desktop.domain.derived.abilities import AbilityVariables, ability_variables
from s2w_desktop.domain.derived.answered import Amount, Answered
from s2w_desktop.domain.derived.learning import LearningVariables, learning_variables
from s2w_desktop.domain.derived.person import PersonVariables, person_variables
from s2w_desktop.domain.derived.plans import PlanVariables, plan_variables
from s2w_desktop.domain.derived.working import WorkVariables, work_variables
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.profile import Profile

Variable: TypeAlias = str | Decimal | bool | None
"""What one column holds: a code or an `Absence`, a figure, a flag, or None when nobody asked."""


@dataclass(frozen=True)
class InterviewVariables:
    """How full the profile is, in whole per cent, and how long the interview took, in minutes."""

    completeness_pct: Amount
    minutes_total: Amount


@dataclass(frozen=True)
class DerivedVariables:
    """The variables of one profile, by subject."""

    person: PersonVariables
    learning: LearningVariables
    working: WorkVariables
    abilities: AbilityVariables
    plans: PlanVariables
    interview: InterviewVariables

    def columns(self) -> Mapping[str, Variable]:
        """Every variable by its name, those of groups as `group_code` (`barriers_B01`); the same names for every profile."""
        return dict(_columns(self))


def derive(questionnaire: Questionnaire, profile: Profile, today: date) -> DerivedVariables:
    """The variables of a profile; never fails for one that the questionnaire can hold.

    Pure. `today` counts only for a profile that does not tell the day of its interview.
    """
    return derived_of(Answered(questionnaire, profile, today))


def derived_of(answered: Answered) -> DerivedVariables:
    """The variables of a profile that is being read."""
    return DerivedVariables(
        person=person_variables(answered),
        learning=learning_variables(answered),
        working=work_variables(answered),
        abilities=ability_variables(answered),
        plans=plan_variables(answered),
        interview=InterviewVariables(_completeness(answered), _minutes(answered)),
    )


def _completeness(answered: Answered) -> Decimal:
    """Resolved questions in whole per cent of those asked, rounded down: 100 means that nothing is open."""
    whole = answered.completeness.whole
    return Decimal(100 * whole.resolved // whole.total if whole.total else 100)


def _minutes(answered: Answered) -> Amount:
    """The minutes that the record tells; None where it has no such field."""
    record = answered.questionnaire.by_key["record"]
    return answered.amount("record", "minutes_total") if "minutes_total" in record.by_key else None


def _columns(derived: DerivedVariables) -> Iterator[tuple[str, Variable]]:
    for part in fields(derived):
        subject = getattr(derived, part.name)
        for variable in fields(subject):
            value = getattr(subject, variable.name)
            if isinstance(value, Mapping):
                yield from ((f"{variable.name}_{code}", one) for code, one in value.items())
            else:
                yield variable.name, value
