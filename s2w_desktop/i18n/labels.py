"""Words for what the questionnaire declares: parts, sections, fields, codes, levels and reasons, by their keys.

The words stand in the tables `labels_*`; these functions give them in a language. An unknown key raises KeyError: a field or
list without words is a defect that a test finds.
"""

from typing import Final

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.completeness import SectionState
from s2w_desktop.domain.folding import folded
from s2w_desktop.domain.handover import Handover
from s2w_desktop.i18n.field_words import UNITS, Unit
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.labels_choices_learning import LEARNING_CHOICES
from s2w_desktop.i18n.labels_choices_person import PERSON_CHOICES
from s2w_desktop.i18n.labels_choices_plans import PLANS_CHOICES
from s2w_desktop.i18n.labels_choices_skills import SKILLS_CHOICES
from s2w_desktop.i18n.labels_choices_start import START_CHOICES
from s2w_desktop.i18n.labels_choices_working import WORKING_CHOICES
from s2w_desktop.i18n.labels_fields import FIELDS
from s2w_desktop.i18n.labels_help import HELP
from s2w_desktop.i18n.labels_levels import LADDERS, LEVEL_LABELS, SPOKEN
from s2w_desktop.i18n.labels_occupations import OCCUPATIONS
from s2w_desktop.i18n.labels_sections import PARTS, SECTIONS
from s2w_desktop.i18n.labels_states import HANDOVERS, NO_ANSWERS, SAID_NO_ANSWERS, SECTION_STATES
from s2w_desktop.i18n.labels_study_fields import BROAD_FIELDS, DETAILED_FIELDS, NARROW_FIELDS
from s2w_desktop.i18n.names import country_name, language_name
from s2w_desktop.i18n.translator import Translator

CHOICES: Final = {
    **START_CHOICES,
    **PERSON_CHOICES,
    **LEARNING_CHOICES,
    "field_broad": BROAD_FIELDS,
    "field_narrow": NARROW_FIELDS,
    "field_detailed": DETAILED_FIELDS,
    **WORKING_CHOICES,
    "isco": OCCUPATIONS,
    **SKILLS_CHOICES,
    **PLANS_CHOICES,
}
SPELT_ALIKE: Final = frozenset({"certificate_level", "licence_category"})
"""Lists whose codes every language writes as they are, unless the list has words for one."""
SORTED_BY_NAME: Final = frozenset({"country", "nationality", "language"})
"""Lists without an order of their own."""


def part_title(tr: Translator, part: str) -> str:
    """Name of a part of the interview."""
    return tr.say(PARTS[part])


def section_title(tr: Translator, section: str) -> str:
    """Title of a section."""
    return tr.say(SECTIONS[section].title)


def section_subtitle(tr: Translator, section: str) -> str:
    """The quiet line under a section's title."""
    return tr.say(SECTIONS[section].subtitle)


def add_entry_words(tr: Translator, section: str) -> str:
    """The button that adds an entry; empty for a section without entries."""
    words = SECTIONS[section].add
    return tr.say(words) if words else ""


def question(tr: Translator, section: str, field: str) -> str:
    """The question as it is put to the person."""
    return tr.say(FIELDS[f"{section}.{field}"].question)


def short_label(tr: Translator, section: str, field: str) -> str:
    """The field's name in lists and on papers."""
    return tr.say(FIELDS[f"{section}.{field}"].short)


def unit_of(section: str, field: str) -> Unit:
    """What the field's number counts."""
    return FIELDS[f"{section}.{field}"].unit


def unit_words(tr: Translator, section: str, field: str) -> str:
    """The unit beside an empty number field: "years", "hours" … or nothing."""
    words = UNITS.get(unit_of(section, field))
    return tr.say(words) if words else ""


def choice(tr: Translator, code_list: str, code: str) -> str:
    """Words of a code of any code list; raises KeyError for a code that the list does not hold."""
    if code not in CODE_LISTS[code_list]:
        raise KeyError(code)
    if code_list in ("country", "nationality"):
        return country_name(tr, code)
    if code_list == "language":
        return language_name(tr, code)
    if code_list == "cefr":
        return level_label(code) if code != "0" else tr.say(SPOKEN["0"])
    words = CHOICES.get(code_list, {}).get(code)
    return code if words is None and code_list in SPELT_ALIKE else tr.say(CHOICES[code_list][code])


def choice_or_code(tr: Translator, code_list: str, code: str) -> str:
    """Words of a code; one that this version does not know stands as it is. Empty stays empty."""
    try:
        return choice(tr, code_list, code) if code else ""
    except KeyError:
        return code


def choices(tr: Translator, code_list: str) -> tuple[tuple[str, str], ...]:
    """Codes with their words: in the list's own order, countries and languages sorted by name."""
    pairs = [(code, choice(tr, code_list, code)) for code in CODE_LISTS[code_list]]
    if code_list in SORTED_BY_NAME:
        pairs.sort(key=lambda pair: folded(pair[1]))
    return tuple(pairs)


def no_answer(tr: Translator, reason: NoAnswer) -> str:
    """Why there is no answer."""
    return tr.say(NO_ANSWERS[reason])


def said_no_answer(tr: Translator, reason: NoAnswer) -> str:
    """The reason as the person would say it. Raises KeyError for one that only an officer gives."""
    return tr.say(SAID_NO_ANSWERS[reason])


def about_word(tr: Translator) -> str:
    """The tick box beside a number or date that is not exact."""
    return tr.pgettext("not exact", "about")


def level_label(code: str) -> str:
    """A step of the ladder as every language calls it: "Pre-A1", "A1" …"""
    return LEVEL_LABELS[code]


def level_words(tr: Translator, skill: str, code: str) -> str:
    """What a step means for one of the five skills (a field key of the section `language`)."""
    return tr.say(LADDERS[skill][code])


def interviewer_help(tr: Translator, section: str) -> str:
    """What to ask, what not to ask and when to stop: for the interviewer only."""
    advice = HELP[section]
    return " ".join(tr.say(part) for part in (advice.ask, advice.avoid, advice.stop))


def section_state_words(tr: Translator, state: SectionState) -> str:
    """State of a section in words."""
    return tr.say(SECTION_STATES[state])


def handover_words(tr: Translator, state: Handover, bundle_seq: int = 0) -> str:
    """Where a profile stands between laptop and headquarters, in words."""
    return fill(tr.say(HANDOVERS[state]), number=bundle_seq)
