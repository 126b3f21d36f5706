"""All analysis variables of a profile in one value (profile-model 6.23)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

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
    """How full the profile is, in whole per cent."""

    completeness_pct: Amount


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
        subjects = (getattr(self, part.name) for part in fields(self))
        return {name: value for subject in subjects for name, value in named(subject)}


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
        interview=InterviewVariables(_completeness(answered)),
    )


def _completeness(answered: Answered) -> Decimal:
    """Resolved questions in whole per cent of those asked, rounded down: 100 means that nothing is open."""
    whole = answered.completeness.whole
    return Decimal(100 * whole.resolved // whole.total if whole.total else 100)


def named(subject: object) -> Iterator[tuple[str, Any]]:
    """The variables of one subject by name, those of groups as `group_code`."""
    for variable in fields(subject):  # type: ignore[arg-type]
        value = getattr(subject, variable.name)
        if isinstance(value, Mapping):
            yield from ((f"{variable.name}_{code}", one) for code, one in value.items())
        else:
            yield variable.name, value
