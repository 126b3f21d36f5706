"""Derived variables about courses, work, skills and licences that tables list one by one (tables 3.6 to 5.5)."""

from dataclasses import dataclass

from s2w_desktop.domain.answers import Words
from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.derived.answered import Absence, Answered, Code, Codes, Flag, is_told, together
from s2w_desktop.domain.derived.interview import is_finished, listed
from s2w_desktop.domain.derived.learning import LearningVariables, highest_course_code
from s2w_desktop.domain.derived.working import LEVELS_OF_SKILL, WorkVariables, ilo_skill, of_last_job

SKILL_LEVELS = (*LEVELS_OF_SKILL, "armed")
_DRIVING = "driving"
_INTENDED = ("R2", "R3", "R4")  # wants to start, advice received, applied
_USABLE = ("yes", "exchange_possible")


@dataclass(frozen=True)
class DoingVariables:
    """What the person has learnt and done, one by one.

    `skill_before` and `skill_after` are the skill levels of the last job before and the first after the displacement. Skills of
    ESCO are told by the last part of their address. `strength_examples` are strengths with an example in the person's own words.
    """

    interrupted: Code
    interruption_reason: Code
    doc_status_highest: Code
    recognition_intended: Flag
    sector: Code
    skill_before: Code
    skill_after: Code
    unpaid: Codes
    strength_examples: Codes
    esco_skills: Codes
    licence_usable: Flag
    other_licences: Codes
    tools: Codes


def doing_variables(answered: Answered, learning: LearningVariables, working: WorkVariables, wants: Flag) -> DoingVariables:
    """The variables of a profile; `wants` tells whether recognition is among the person's goals."""
    return DoingVariables(
        interrupted=answered.code("education_summary", "interrupted"),
        interruption_reason=answered.code("education_summary", "interruption_reason"),
        doc_status_highest=highest_course_code(answered, "doc_status"),
        recognition_intended=_intended(learning.recognition_state, wants),
        sector=of_last_job(answered, "sector"),
        skill_before=ilo_skill(working.last_isco1_before),
        skill_after=ilo_skill(working.first_isco1_after),
        unpaid=listed(answered, "unpaid", "activity"),
        strength_examples=_examples(answered),
        esco_skills=_skills(answered),
        licence_usable=_usable(answered),
        other_licences=_others(listed(answered, "licence_held", "kind")),
        tools=_tools(answered),
    )


def _intended(state: Code, wants: Flag) -> Flag:
    """Whether the person means to have a qualification recognised: it is a goal, or it has begun."""
    if wants is True or state in _INTENDED:
        return True
    return False if wants is False else wants if state is None or isinstance(state, Absence) else False


def _examples(answered: Answered) -> Codes:
    named = listed(answered, "strength", "item")
    if not isinstance(named, tuple):
        return named
    rows = [row for row in answered.rows_of("strength") if isinstance(answered.held("strength", "example", row), Words)]
    codes = [answered.code("strength", "item", row) for row in rows]
    return tuple(dict.fromkeys(filter(is_told, codes)))


def _skills(answered: Answered) -> Codes:
    if answered.is_hidden("skill") or answered.is_hidden("skill", "esco_skill"):
        return Absence.HIDDEN
    rows = answered.rows_of("skill")
    held = [answered.held("skill", "esco_skill", row) for row in rows]
    found = tuple(dict.fromkeys(one.uri.rpartition("/")[2] for one in held if isinstance(one, Concept)))
    if found or rows:
        return found
    return () if answered.puts("skill") and is_finished(answered.profile) else None


def _usable(answered: Answered) -> Flag:
    """Whether a driving licence may be used here, or exchanged; who holds none has none that may."""
    kinds = listed(answered, "licence_held", "kind")
    if not isinstance(kinds, tuple):
        return kinds
    rows = [row for row in answered.rows_of("licence_held") if answered.code("licence_held", "kind", row) == _DRIVING]
    told = [answered.code("licence_held", "valid_in_host", row) for row in rows]
    if any(code in _USABLE for code in told):
        return True
    missing = [code for code in told if not is_told(code) or code == "unknown"]
    if missing:
        return together(missing) or (Absence.UNKNOWN if "unknown" in missing else None)
    return False


def _others(kinds: Codes) -> Codes:
    return tuple(kind for kind in kinds if kind != _DRIVING) if isinstance(kinds, tuple) else kinds


def _tools(answered: Answered) -> Codes:
    held = [answered.held("work", "tools", row) for row in answered.rows_of("work")]
    told = [code for codes in held if isinstance(codes, tuple) for code in codes]
    return tuple(dict.fromkeys(told)) if told else together(held)
