"""The list of vacancies of a store, and what of it fits a person: explained as occupations are, never scored.

One list at a time is kept, inside the encrypted store: what an office looks at is nobody's business, and what was checked
once cannot be changed from outside. A new file replaces it whole.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from s2w_desktop.domain.errors import FileUnreadable
from s2w_desktop.domain.language_need import LanguageFit, language_fit, usual_level
from s2w_desktop.domain.regulated_work import is_often_regulated
from s2w_desktop.domain.vacancies import NeededLanguage, Vacancy
from s2w_desktop.services.fitting import EVERYTHING, NEVER_PROPOSED, Explained, Filters, Person, explained, in_order
from s2w_desktop.services.likely_skills import LikelySkills
from s2w_desktop.services.occupation_data import OccupationData
from s2w_desktop.services.sources import Sources
from s2w_desktop.services.vacancy_files import MOST_BYTES, read_vacancies, vacancies_csv
from s2w_desktop.storage.store import Store

_FACT: Final = "vacancies"


@dataclass(frozen=True)
class VacancyList:
    """The vacancies that were taken from a file, in its order, and on which day."""

    taken_on: date
    vacancies: tuple[Vacancy, ...]


class Vacancies:
    """Keeps the list of a store."""

    def __init__(self, *, store: Store, sources: Sources) -> None:
        self._store, self._sources = store, sources

    def take_file(self, path: Path) -> VacancyList:
        """`take` for a file. Raises FileUnreadable too."""
        try:
            with path.open("rb") as file:
                untrusted = file.read(MOST_BYTES + 1)
        except OSError as cause:
            raise FileUnreadable from cause
        return self.take(path.name, untrusted)

    def take(self, name: str, untrusted: bytes) -> VacancyList:
        """Read a file and keep its vacancies in place of those before. Raises VacanciesRefused and what the store raises."""
        taken = VacancyList(self._sources.today(), read_vacancies(name, untrusted))
        self._store.facts.set(_FACT, f"{taken.taken_on}\n{vacancies_csv(taken.vacancies)}")
        return taken

    def kept(self) -> VacancyList | None:
        """The list; None where none was taken, or the last was removed."""
        day, _, table = (self._store.facts.get(_FACT) or "").partition("\n")
        return VacancyList(date.fromisoformat(day), read_vacancies(_FACT, table.encode())) if day else None

    def remove(self) -> None:
        """Forget the list."""
        self._store.facts.set(_FACT, "")


@dataclass(frozen=True)
class LanguageNeed:
    """A language that a vacancy asks for, and how the person stands to it. An empty language is that of the country."""

    needed: NeededLanguage
    fit: LanguageFit


@dataclass(frozen=True)
class VacancyFit:
    """A vacancy of which something matches, and why. `group` is its unit group of ISCO-08, or empty."""

    vacancy: Vacancy
    group: str
    skills: Explained
    languages: tuple[LanguageNeed, ...]
    is_own: bool
    is_regulated: bool

    @property
    def language(self) -> LanguageFit:
        """The worst of what is known about the languages."""
        order = (LanguageFit.MORE_NEEDED, LanguageFit.UNKNOWN, LanguageFit.ENOUGH)
        return min((need.fit for need in self.languages), key=order.index, default=LanguageFit.ENOUGH)


def fitting_vacancies(
    person: Person, data: OccupationData, vacancies: Iterable[Vacancy], today: date, filters: Filters = EVERYTHING
) -> Sequence[VacancyFit]:
    """Open vacancies that ask for a skill of the person or belong to work that was done before, ordered as `what_fits` orders.

    Where a vacancy names no skills, those of its occupation count, or the likely ones of its group.
    """
    compare = _Comparison(person, data).compare
    fits = [compare(one) for one in vacancies if one.closes is None or one.closes >= today]
    shown = [
        fit
        for fit in fits
        if (fit.skills.matching or fit.is_own)
        and not fit.group.startswith(NEVER_PROPOSED)
        and filters.lets_pass(fit.group, fit.language, is_regulated=fit.is_regulated)
    ]
    return sorted(shown, key=lambda fit: in_order(fit.skills))


class _Comparison:
    """One person beside many vacancies."""

    def __init__(self, person: Person, data: OccupationData) -> None:
        self._person, self._data = person, data
        self._likely = LikelySkills(data)
        self._known = frozenset(data.occupations())

    def compare(self, vacancy: Vacancy) -> VacancyFit:
        person, data = self._person, self._data
        is_known = vacancy.occupation in self._known
        group = vacancy.isco08 or (data.group(vacancy.occupation) if is_known else "")
        return VacancyFit(
            vacancy=vacancy,
            group=group,
            skills=explained(person, data, self._asked(vacancy, group)),
            languages=self._languages(vacancy, group),
            is_own=group in person.worked_in,
            is_regulated=(is_known and data.is_regulated(vacancy.occupation)) or is_often_regulated(group),
        )

    def _asked(self, vacancy: Vacancy, group: str) -> list[tuple[str, bool]]:
        """The skills that a vacancy asks for, each with whether it is essential."""
        if vacancy.skills:
            return [(skill, True) for skill in vacancy.skills]
        if vacancy.occupation in self._known:
            return [(link.skill, link.is_essential) for link in self._data.skills_of(vacancy.occupation)]
        return [(one.skill, one.is_essential) for one in self._likely.of(group)]

    def _languages(self, vacancy: Vacancy, group: str) -> tuple[LanguageNeed, ...]:
        if vacancy.languages:
            return tuple(LanguageNeed(one, self._language(one)) for one in vacancy.languages)
        usual = usual_level(group)
        return (LanguageNeed(NeededLanguage("", usual), language_fit(self._person.level, usual)),) if usual else ()

    def _language(self, needed: NeededLanguage) -> LanguageFit:
        """A language that the person does not name is not spoken, as far as is known."""
        known = self._person.languages
        if needed.language not in known:
            return LanguageFit.MORE_NEEDED if known else LanguageFit.UNKNOWN
        return language_fit(known[needed.language], needed.level)
