"""Words of the rows and columns of the report's tables: most stand in the questionnaire's lists, the rest here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from s2w_desktop.domain.derived.bands import ARRIVAL, WORKING
from s2w_desktop.domain.figures import COVERAGE_STEP, Heading, HeadingKind, Period
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.formats import joined
from s2w_desktop.i18n.isolation import Ltr, clean, fill, isolate, shown_value
from s2w_desktop.i18n.marks import N_
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.names import region_name
from s2w_desktop.i18n.translator import Translator

_SAME_NAME: Final = (
    "sex", "stage", "programme", "literacy", "latin_script", "numeracy", "isced", "country", "nationality", "field_broad",
    "ever_worked", "job_type", "sector", "unpaid", "availability", "working_time", "mobility", "evidence",
)  # fmt: skip
LISTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{name: name for name in _SAME_NAME},
        "interpreter_used": "interpreter",
        "level": "cefr",
        "english_overall": "cefr",
        "french_overall": "cefr",
        "first_languages": "language",
        "other_languages": "language",
        "interruption_reason": "interruption",
        "doc_status_highest": "document_status",
        "recognition_state": "recognition",
        "act_before": "activity",
        "act_now": "activity",
        "main_isco2": "isco",
        "transversal": "strength",
        "strength_examples": "strength",
        "other_licences": "licence_kind",
        "tools": "tool",
        "goals": "goal",
        "first_goal": "goal",
        "barriers": "barrier",
        "recommendations": "recommendation",
        "recommended_now": "recommendation",
        "step": "recommendation",
        "priorities": "priority",
        "state": "step_state",
        "outcomes_3": "outcome",
        "outcomes_6": "outcome",
        "outcomes_12": "outcome",
        "interrupted": "yes_no",
    }
)
"""The code list whose words the classes of a variable have."""

_OWN: Final = {
    "isced3": {
        "low": pgettext("school level", "low (ISCED 0 to 2)"),
        "medium": pgettext("school level", "medium (ISCED 3 and 4)"),
        "high": pgettext("school level", "high (ISCED 5 to 8)"),
    },
    "phase": {"before": pgettext("phase", "before departure"), "after": pgettext("phase", "after arrival")},
    "legal_group": {
        "G1": pgettext("legal group", "asks for protection"),
        "G2": pgettext("legal group", "has protection"),
        "G3": pgettext("legal group", "temporary protection"),
        "G4": pgettext("legal group", "other residence permit"),
        "G5": pgettext("legal group", "not settled"),
        "G6": pgettext("legal group", "before departure"),
    },
    "skill": {
        "low": pgettext("skill level of work", "low"),
        "medium": pgettext("skill level of work", "medium"),
        "high": pgettext("skill level of work", "high"),
        "armed": pgettext("skill level of work", "armed forces"),
    },
    "isco1": {
        "0": pgettext("occupation group", "Armed forces"),
        "1": pgettext("occupation group", "Managers"),
        "2": pgettext("occupation group", "Professionals"),
        "3": pgettext("occupation group", "Technicians"),
        "4": pgettext("occupation group", "Office work"),
        "5": pgettext("occupation group", "Services and sales"),
        "6": pgettext("occupation group", "Farming and fishing"),
        "7": pgettext("occupation group", "Craft and trades"),
        "8": pgettext("occupation group", "Machines and driving"),
        "9": pgettext("occupation group", "Simple work"),
    },
    "digital": {
        "0": pgettext("digital level", "none"),
        "1": pgettext("digital level", "basic"),
        "2": pgettext("digital level", "intermediate"),
        "3": pgettext("digital level", "advanced"),
        "4": pgettext("digital level", "highly advanced"),
    },
    "digital_areas": {
        "1": pgettext("digital area", "information and data"),
        "2": pgettext("digital area", "communication"),
        "3": pgettext("digital area", "creating content"),
        "4": pgettext("digital area", "safety"),
        "5": pgettext("digital area", "solving problems"),
    },
    "indicator": {
        "host_language": pgettext("indicator", "Language of the host country: A2 or more"),
        "english": pgettext("indicator", "English: A2 or more"),
        "reading": pgettext("indicator", "Reads and writes well in a language"),
        "latin_script": pgettext("indicator", "Reads Latin letters fluently"),
        "schooling": pgettext("indicator", "School level medium or high"),
        "recognition": pgettext("indicator", "Recognition asked about, applied for or received"),
        "experience": pgettext("indicator", "Has worked"),
        "at_work": pgettext("indicator", "Works now"),
        "digital": pgettext("indicator", "Digital skills: intermediate or more"),
        "readiness": pgettext("indicator", "Ready to work, with or without support"),
    },
}
_ANYWHERE: Final = {
    "NAT": pgettext("language level", "first language"),
    "health": pgettext("support needs", "health"),
}
_OWN_LISTS: Final = {
    **{name: name for name in _OWN},
    "main_isco1": "isco1",
    "desired_isco1": "isco1",
    "skill_before": "skill",
    "skill_after": "skill",
    "digital_area": "digital",
    "digital_overall": "digital",
}
_LANGUAGE_SKILLS: Final = {
    "listening": "listening",
    "reading": "reading",
    "conversation": "spoken_interaction",
    "speaking": "spoken_production",
    "writing": "writing",
}
FLAGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "household_with_child_under_6": N_("Children under 6 at home"),
        "care_duties": N_("Cares for somebody at home"),
        "recognition_intended": N_("Wants recognition"),
        "any_licence": N_("Any licence"),
        "licence_b": N_("Cars (B)"),
        "licence_cd": N_("Lorries or buses (C, D)"),
        "licence_usable": N_("Licence that can be used here or exchanged"),
        "desired_equals_previous": N_("Wants to work as before"),
    }
)
"""Rows that are a question of their own."""

STEPS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "eligible": N_("eligible"),
        "approached": N_("approached"),
        "agreed": N_("agreed"),
        "profiled": N_("profiled"),
        "complete": N_("complete"),
        "followed_up": N_("followed up"),
    }
)
"""From eligible to followed up."""

_PERIODS: Final = {
    Period.FIRST: pgettext("compared", "first period"),
    Period.SECOND: pgettext("compared", "second period"),
}
_CHANGE: Final = pgettext("compared", "change")
Skills = Callable[[str], str]
"""The words of an ESCO skill, or of a group of them, in the language of the report."""


def heading_words(tr: Translator, heading: Heading, skills: Skills = clean) -> str:
    """The words of a row or a column; a code that no list knows stands for itself."""
    words = _class_words(tr, heading, skills)
    if heading.period is None:
        return words
    return " · ".join((isolate(words), period_words(tr, heading.period)))


def _class_words(tr: Translator, heading: Heading, skills: Skills) -> str:
    _ = tr.gettext
    if heading.is_total:
        return _("All")
    if heading.kind is HeadingKind.OTHER:
        return _("Others")
    if not heading.codes:
        return _(FLAGS[heading.variable]) if heading.variable in FLAGS else clean(heading.variable)
    words = [_code_words(tr, heading.variable, code, skills) for code in heading.codes]
    if len(words) == 1:
        return words[0]
    if len(words) > 2 and heading.kind is HeadingKind.JOINED and heading.variable not in ("sex", "stage"):
        return fill(_("{first} to {last}"), first=isolate(words[0]), last=isolate(words[-1]))
    return joined(tr, words)


def shown_heading(tr: Translator, heading: Heading, skills: Skills = clean) -> str:
    """The same for a screen: figures stand as they are written, in a language from right to left too."""
    return shown_value(heading_words(tr, heading, skills))


def _code_words(tr: Translator, variable: str, code: str, skills: Skills) -> str:
    if variable in _SAYERS:
        return _SAYERS[variable](tr, code)
    if variable in ("esco_skills", "esco_skill_groups"):
        return skills(code)
    own = _OWN.get(_OWN_LISTS.get(variable, ""), _ANYWHERE).get(code)
    if own is not None:
        return tr.say(own)
    try:
        return labels.choice(tr, LISTS[variable], code)
    except KeyError:
        return region_name(tr, code) or clean(code)


def period_words(tr: Translator, period: Period) -> str:
    """Whose row it is where two periods are compared."""
    return tr.say(_PERIODS[period])


def change_head(tr: Translator) -> str:
    """Over what the second period has more or less than the first."""
    return tr.say(_CHANGE)


def step_words(tr: Translator, step: str) -> str:
    """A step from eligible to followed up; a name of a newer program stands for itself."""
    return tr.gettext(STEPS[step]) if step in STEPS else step


def _ages(_tr: Translator, code: str) -> str:
    return _span(code)


def _months(tr: Translator, code: str) -> str:
    return fill(tr.gettext("{months} months"), months=_span(code)) if code in ARRIVAL.names else clean(code)


def _years(tr: Translator, code: str) -> str:
    if code == WORKING.names[1]:
        return tr.gettext("under 1 year")
    if code == WORKING.names[-1]:
        return tr.gettext("over 20 years")
    return fill(tr.gettext("{years} years"), years=_span(code))


def _host_bands(_tr: Translator, code: str) -> str:
    return Ltr(clean(code))


def _span(code: str) -> Ltr:
    """A band as figures: "18–24", "65+"."""
    return Ltr(clean(code).replace("-", "–"))


def _language_skill(tr: Translator, code: str) -> str:
    return labels.short_label(tr, "language", _LANGUAGE_SKILLS[code])


_SAYERS: Final[Mapping[str, Callable[[Translator, str], str]]] = MappingProxyType(
    {
        "age_group": _ages,
        "arrival_band": _months,
        "years_schooling_band": _years,
        "years_worked_band": _years,
        "host_band": _host_bands,
        "host": _language_skill,
        "resolved": labels.section_title,
        "declined": labels.section_title,
        COVERAGE_STEP: step_words,
    }
)
