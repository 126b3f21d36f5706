"""How an occupation or a vacancy is explained to a person: what matches, what is missing, what to ask first."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final

from s2w_desktop.domain.language_need import LanguageFit
from s2w_desktop.i18n.esco_notice import ESCO_NOTICE
from s2w_desktop.i18n.formats import joined
from s2w_desktop.i18n.isolation import Phrase, fill
from s2w_desktop.i18n.labels import choice
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator


class FitText(Enum):
    """A fixed text of the page and the sheet."""

    TITLE = "title"
    TITLE_FOR_OFFICER = "title_for_officer"
    ORDER = "order"
    OCCUPATIONS = "occupations"
    VACANCIES = "vacancies"
    OWN = "own"
    REGULATED = "regulated"
    NO_JUDGEMENT = "no_judgement"
    LEVELS = "levels"
    ESCO = "esco"


_TEXTS: Final[Mapping[FitText, Message]] = {
    FitText.TITLE: pgettext("what fits", "What fits you"),
    FitText.TITLE_FOR_OFFICER: pgettext("what fits", "What fits"),
    FitText.ORDER: pgettext("what fits", "First comes what uses most of your skills."),
    FitText.OCCUPATIONS: pgettext("what fits", "Occupations"),
    FitText.VACANCIES: pgettext("what fits", "Vacancies"),
    FitText.OWN: pgettext("what fits", "You have done this work."),
    FitText.REGULATED: pgettext(
        "what fits", "Many countries ask for a permission or a recognised diploma for this work. Ask before you apply."
    ),
    FitText.NO_JUDGEMENT: pgettext(
        "what fits", "This sheet compares skills with occupations. It does not judge anybody, and more may fit than stands here."
    ),
    FitText.LEVELS: pgettext("what fits", "The language levels are what such work usually asks for. A vacancy may ask for less."),
    FitText.ESCO: ESCO_NOTICE,
}
_RIGHTS: Final[Mapping[str, Message]] = {
    "restricted": pgettext("right to work note", "You may work with limits. Ask which work they allow."),
    "permit_needed": pgettext("right to work note", "You need a permit for each job. The employer often has to apply for it."),
    "from_date": pgettext("right to work note", "You may work from a later date. You can apply and prepare before it."),
    "none": pgettext("right to work note", "You told us that you may not work yet. Ask when this changes."),
    "unknown": pgettext("right to work note", "It is not clear whether you may work. Ask before you accept a job."),
}
_HERE: Final[Mapping[LanguageFit, Message]] = {
    LanguageFit.ENOUGH: pgettext("language need", "Language of the country: usually {level}. You have that."),
    LanguageFit.MORE_NEEDED: pgettext("language need", "Language of the country: usually {level}. You would need more."),
    LanguageFit.UNKNOWN: pgettext("language need", "Language of the country: usually {level}."),
}
_NAMED: Final[Mapping[LanguageFit, Message]] = {
    LanguageFit.ENOUGH: pgettext("language need", "Asks for {language}. You have that."),
    LanguageFit.MORE_NEEDED: pgettext("language need", "Asks for {language}. You would need more."),
    LanguageFit.UNKNOWN: pgettext("language need", "Asks for {language}."),
}
_MOST_NAMED: Final = 8


def fit_text(tr: Translator, text: FitText) -> str:
    """A fixed text in a language."""
    return tr.say(_TEXTS[text])


def you_can(tr: Translator, skills: Sequence[str]) -> Phrase:
    """What matches; the names of the skills come in the order in which they are told."""
    return fill(tr.pgettext("what fits", "You can: {skills}."), skills=_named(tr, skills))


def is_missing(tr: Translator, skills: Sequence[str]) -> Phrase:
    """What is missing, or that nothing is."""
    if not skills:
        return Phrase(tr.pgettext("what fits", "Nothing important is missing."))
    return fill(tr.pgettext("what fits", "Also asked for: {skills}."), skills=_named(tr, skills))


def right_to_work_note(tr: Translator, right: str) -> str:
    """What to ask about the right to work; empty where nothing needs asking. The rules are for an office to tell."""
    return tr.say(_RIGHTS[right]) if right in _RIGHTS else ""


def working_time(tr: Translator, *, full: bool) -> str:
    """How much work a vacancy offers."""
    return tr.pgettext("vacancy", "full time") if full else tr.pgettext("vacancy", "part time")


def language_note(tr: Translator, language: str, level: str, fit: LanguageFit) -> Phrase:
    """What a job asks for in a language (ISO 639-3; empty: that of the country) beside what the person has."""
    if not language:
        return fill(tr.say(_HERE[fit]), level=level)
    name = choice(tr, "language", language)
    return fill(tr.say(_NAMED[fit]), language=Phrase(f"{name} {level}".strip()))


def _named(tr: Translator, skills: Sequence[str]) -> Phrase:
    """The first eight as a list in words; that there are more is told."""
    if len(skills) <= _MOST_NAMED:
        return joined(tr, skills)
    return joined(tr, [*skills[:_MOST_NAMED], tr.pgettext("what fits", "other things")])
