"""Derived variables about goals, wishes, support and steps (profile-model 6.23), and the auto field `same_as_before` (6.17)."""

from dataclasses import dataclass

from s2w_desktop.domain.codes.plans import PLANS_CODES
from s2w_desktop.domain.derived.answered import Absence, Answered, Code, Flag, Flags, flags, is_one_of, is_told, together
from s2w_desktop.domain.derived.working import digits, main_occupation, never_worked

NO_BARRIER, NO_ASSESSMENT = "B00", "none"
HEALTH = "health"
"""One flag for every barrier of health (B08, B09): which it is enters no analysis (6.18)."""


@dataclass(frozen=True)
class PlanVariables:
    """What comes next. Flags are by code; those of barriers have `health` in place of its codes."""

    first_goal: Code
    goals: Flags
    desired_isco1: Code
    desired_equals_previous: Flag
    barriers: Flags
    job_readiness: Code
    assessments: Flags
    recommendations: Flags


def plan_variables(answered: Answered) -> PlanVariables:
    """The variables of a profile. "None" is no flag of its own: it sets all others to no."""
    first = answered.code("expectation", "first_goal")
    return PlanVariables(
        first_goal=first,
        goals=_goals(answered, first),
        desired_isco1=digits(answered.code("expectation", "desired_occupation_isco"), 1),
        desired_equals_previous=is_one_of(same_as_before(answered), "yes"),
        barriers=_barriers(answered),
        job_readiness=answered.code("appraisal", "job_readiness"),
        assessments=flags(
            [code for code in PLANS_CODES["assessment"] if code != NO_ASSESSMENT],
            answered.codes("appraisal", "further_assessment"),
        ),
        recommendations=_recommendations(answered),
    )


def same_as_before(answered: Answered) -> Code:
    """Whether the first desired occupation was done before: "yes", "related" or "new" (auto field of 6.17).

    The paper names the three and no rule. The same: equal, as far as both are known, to two digits or more. Related: another
    unit group of the same sub-major group, or the same major group where no more of one is known. What was done before is the
    main occupation and every job outside the host country; for who never worked all is new.
    """
    desired = answered.code("expectation", "desired_occupation_isco")
    if desired is None or isinstance(desired, Absence):
        return desired
    if never_worked(answered):
        return "new"
    jobs = [row for row in answered.rows_of("work") if answered.code("work", "displacement_phase", row) != "host"]
    done = [main_occupation(answered), *(answered.code("work", "isco08", row) for row in jobs)]
    found = {_nearness(desired, code) for code in done if is_told(code)}
    if not found:
        return together(done)
    return next(word for word in ("yes", "related", "new") if word in found)


def _nearness(one: str, other: str) -> str:
    shared = min(len(one), len(other))
    if one[:shared] == other[:shared]:
        return "yes" if shared >= 2 else "related"
    return "related" if shared > 2 and one[:2] == other[:2] else "new"


def _goals(answered: Answered, first: Code) -> Flags:
    others = answered.codes("expectation", "other_goals")
    if others is None:  # other goals may stay blank: then the first one tells whether goals were asked
        others = () if is_told(first) else together([first])
    return flags(PLANS_CODES["goal"], others, [first])


def _barriers(answered: Answered) -> Flags:
    told, health = answered.codes("barrier", "barriers"), answered.codes("barrier", "health")
    named = [answered.code("support", "barrier", row) for row in answered.rows_of("support")]
    found = flags([code for code in PLANS_CODES["barrier"] if code != NO_BARRIER], told, named)
    nothing = isinstance(told, tuple) and NO_BARRIER in told
    found[HEALTH] = True if isinstance(health, tuple) else health or (False if nothing else None)
    return found


def _recommendations(answered: Answered) -> Flags:
    rows = answered.rows_of("recommendation")
    types = tuple(answered.code("recommendation", "type", row) for row in rows)
    told = tuple(filter(is_told, types))
    if answered.is_hidden("recommendation", "type"):
        return flags(PLANS_CODES["recommendation"], Absence.HIDDEN)
    return flags(PLANS_CODES["recommendation"], told or together(types))
