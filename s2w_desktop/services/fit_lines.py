"""An occupation or a vacancy that fits, in lines of words: the same on the page and on the sheet."""

from collections.abc import Iterator, Sequence

from s2w_desktop.domain.vacancies import WorkingTime
from s2w_desktop.i18n.fit_words import FitText, fit_text, is_missing, language_note, working_time, you_can
from s2w_desktop.i18n.formats import day
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.labels import level_label
from s2w_desktop.i18n.names import country_name
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.services.fitting import Explained, Fit
from s2w_desktop.services.vacancies import VacancyFit


def occupation_name(tr: Translator, data: EscoData, fit: Fit) -> str:
    """The occupation in a language; in English where the pack has no other."""
    return data.label(fit.occupation, (tr.code,))[0]


def occupation_lines(tr: Translator, data: EscoData, fit: Fit) -> Iterator[str]:
    """Why an occupation is within reach, what is missing, and what to ask."""
    if fit.is_own:
        yield fit_text(tr, FitText.OWN)
    yield from _skills(tr, data, fit.skills)
    if fit.needed:
        yield language_note(tr, "", level_label(fit.needed), fit.language)
    if fit.is_regulated:
        yield fit_text(tr, FitText.REGULATED)


def vacancy_facts(tr: Translator, fit: VacancyFit) -> Sequence[str]:
    """Who offers it, where, how much work it is, and until when."""
    vacancy = fit.vacancy
    where = ", ".join(filter(None, (vacancy.place, country_name(tr, vacancy.country) if vacancy.country else "")))
    much = working_time(tr, full=vacancy.working_time is WorkingTime.FULL) if vacancy.working_time else ""
    until = fill(tr.pgettext("vacancy", "until {day}"), day=day(tr, vacancy.closes)) if vacancy.closes else ""
    return [part for part in (vacancy.employer, where, much, until, vacancy.link) if part]


def vacancy_lines(tr: Translator, data: EscoData, fit: VacancyFit) -> Iterator[str]:
    """Why a vacancy fits, what is missing, and what to ask."""
    if fit.is_own:
        yield fit_text(tr, FitText.OWN)
    yield from _skills(tr, data, fit.skills)
    for need in fit.languages:
        level = level_label(need.needed.level) if need.needed.level else ""
        yield language_note(tr, need.needed.language, level, need.fit)
    if fit.is_regulated:
        yield fit_text(tr, FitText.REGULATED)


def _skills(tr: Translator, data: EscoData, skills: Explained) -> Iterator[str]:
    if skills.matching:
        yield you_can(tr, [data.label(skill, (tr.code,))[0] for skill in skills.matching])
    yield is_missing(tr, [data.label(skill, (tr.code,))[0] for skill in skills.missing])
