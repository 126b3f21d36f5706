"""Derived variables about wishes for work, recommendations and what came of them (tables 6.4, 8.1, 8.2 and 9.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from s2w_desktop.domain.codes.plans import PLANS_CODES
from s2w_desktop.domain.derived.answered import Amount, Answered, Code, Codes, is_told, together
from s2w_desktop.domain.derived.interview import listed
from s2w_desktop.domain.derived.person import completed_months

STATES = ("not_available", "refused_by_person", "dropped", "proposed", "agreed", "referred", "contacted", "started", "done")
"""How far a step came: where one kind was recommended twice, the one that came further counts."""

FOLLOW_UPS: Mapping[str, tuple[int, int]] = {"3": (2, 4), "6": (5, 8), "12": (9, 15)}
"""Completed months from the interview to a follow-up, first and last, by the name of the follow-up."""

_PROPOSED, _NOW = "proposed", "1_now"
_IN_CONTACT = ("contacted", "started", "done")


@dataclass(frozen=True)
class StepVariables:
    """What comes next, and what came. `step` is how far the recommendations of each kind came, `outcomes` by follow-up."""

    availability: Code
    working_time: Codes
    mobility: Code
    priorities: Codes
    recommended_now: Codes
    step: Mapping[str, Code]
    days_to_contact: Amount
    outcomes: Mapping[str, Codes]


def step_variables(answered: Answered) -> StepVariables:
    """The variables of a profile."""
    return StepVariables(
        availability=answered.code("preference", "available_from"),
        working_time=answered.codes("preference", "working_time"),
        mobility=answered.code("preference", "mobility"),
        priorities=listed(answered, "recommendation", "priority"),
        recommended_now=_now(answered),
        step=_steps(answered),
        days_to_contact=_days(answered),
        outcomes={name: _outcomes(answered, *months) for name, months in FOLLOW_UPS.items()},
    )


def _now(answered: Answered) -> Codes:
    kinds = listed(answered, "recommendation", "type")
    if not isinstance(kinds, tuple):
        return kinds
    rows = answered.rows_of("recommendation")
    now = [row for row in rows if answered.code("recommendation", "priority", row) == _NOW]
    codes = [answered.code("recommendation", "type", row) for row in now]
    return tuple(dict.fromkeys(filter(is_told, codes)))


def _steps(answered: Answered) -> dict[str, Code]:
    """The state of each kind that was recommended; the others were not. A step without a state is proposed."""
    found: dict[str, Code] = dict.fromkeys(PLANS_CODES["recommendation"])
    for row in answered.rows_of("recommendation"):
        kind, state = (answered.code("recommendation", key, row) for key in ("type", "state"))
        if kind not in found or kind is None:
            continue
        known = found[kind]
        now = state if is_told(state) else _PROPOSED
        found[kind] = now if known is None or STATES.index(now) > STATES.index(known) else known
    return found


def _days(answered: Answered) -> Amount:
    """Days from the interview to the first contact that came of a recommendation."""
    rows = answered.rows_of("recommendation")
    met = [row for row in rows if answered.code("recommendation", "state", row) in _IN_CONTACT]
    dates = [answered.profile.date(f"recommendation.{row}.state_date") for row in met]
    days = [(one.earliest - answered.day).days for one in dates if one and one.earliest and one.earliest == one.latest]
    return Decimal(min(after)) if (after := [count for count in days if count >= 0]) else None


def _outcomes(answered: Answered, first: int, last: int) -> Codes:
    """What follow-ups in these months found; who was not reached has that for an outcome."""
    held: list[object] = []
    for row in answered.rows_of("followup"):
        told = answered.profile.date(f"followup.{row}.on")
        on = told.earliest if told else None
        if on is None or not first <= completed_months(answered.day, on) <= last:
            continue
        is_lost = answered.code("followup", "reached", row) == "no"
        held.append(("not_reached",) if is_lost else answered.held("followup", "outcome", row))
    codes = [code for one in held if isinstance(one, tuple) for code in one]
    return tuple(dict.fromkeys(codes)) if codes else together(held)
