"""The list of vacancies that a store keeps, and what of it fits a person."""

from dataclasses import replace
from datetime import date

import pytest

from s2w_desktop.domain.language_need import LanguageFit
from s2w_desktop.domain.vacancies import NeededLanguage, Vacancy
from s2w_desktop.domain.vacancy_errors import VacanciesRefused
from s2w_desktop.services.fitting import Explained, Filters, Person
from s2w_desktop.services.vacancies import LanguageNeed, Vacancies, VacancyFit, fitting_vacancies
from s2w_desktop.services.workplace import Workplace
from tests.esco_trades import Trades, links

DATA = Trades(
    groups={"tailor": "7531", "nurse": "2221", "soldier": "0310"},
    skills={"tailor": links("sew cut", "iron"), "nurse": links("wash dress"), "soldier": links("sew")},
)
TODAY = date(2026, 6, 1)
PERSON = Person(frozenset({"sew", "iron"}), level="A2", languages={"deu": "A2", "tur": "NAT"})
TAILOR = Vacancy("1", "Tailor", "7531", "tailor")
FILE = b"reference,title,isco08\n1,Tailor,7531\n"


def fit(vacancy: Vacancy, person: Person = PERSON, filters: Filters = Filters()) -> list[VacancyFit]:  # noqa: B008
    return list(fitting_vacancies(person, DATA, [vacancy], TODAY, filters))


def test_a_list_is_kept_and_replaced_whole(laptop: Workplace) -> None:
    vacancies = Vacancies(store=laptop.store, sources=laptop.sources)
    assert vacancies.kept() is None
    taken = vacancies.take("jobs.csv", FILE)
    assert vacancies.kept() == taken
    vacancies.take("jobs.csv", FILE.replace(b"1,Tailor", b"2,Baker"))
    kept = vacancies.kept()
    assert kept is not None
    assert [one.reference for one in kept.vacancies] == ["2"]
    vacancies.remove()
    assert vacancies.kept() is None


def test_a_file_that_is_refused_leaves_the_list_of_before(laptop: Workplace) -> None:
    vacancies = Vacancies(store=laptop.store, sources=laptop.sources)
    taken = vacancies.take("jobs.csv", FILE)
    with pytest.raises(VacanciesRefused):
        vacancies.take("worse.csv", FILE + b"2,,7531\n")
    assert vacancies.kept() == taken


def test_a_vacancy_is_explained_by_the_skills_that_it_names_else_by_those_of_its_occupation_or_group() -> None:
    named = replace(TAILOR, skills=("sew", "press"))
    assert fit(named)[0].skills == Explained(("sew",), ("press",))
    assert fit(TAILOR)[0].skills == Explained(("sew", "iron"), ("cut",))
    assert fit(replace(TAILOR, occupation=""))[0].skills == Explained(("sew", "iron"), ("cut",))
    assert fit(replace(TAILOR, isco08=""))[0].group == "7531"


def test_what_has_nothing_of_the_person_is_left_out_unless_it_is_their_work() -> None:
    nurse = Vacancy("2", "Nurse", "2221", "nurse")
    assert fit(nurse) == []
    own = fit(nurse, replace(PERSON, worked_in=frozenset({"2221"})))[0]
    assert own.is_own
    assert own.is_regulated


def test_a_vacancy_that_is_closed_or_that_nobody_is_proposed_is_left_out() -> None:
    assert fit(replace(TAILOR, closes=date(2026, 5, 31))) == []
    assert len(fit(replace(TAILOR, closes=TODAY))) == 1
    assert fit(Vacancy("3", "Soldier", "0310", "soldier")) == []


def test_languages_that_it_names_are_compared_one_by_one() -> None:
    asks = replace(TAILOR, languages=(NeededLanguage("deu", "B1"), NeededLanguage("tur"), NeededLanguage("eng", "A1")))
    assert [need.fit for need in fit(asks)[0].languages] == [
        LanguageFit.MORE_NEEDED, LanguageFit.ENOUGH, LanguageFit.MORE_NEEDED,
    ]  # fmt: skip
    assert fit(asks, filters=Filters(only_with_enough_language=True)) == []
    unknown = fit(asks, Person(PERSON.skills))[0]
    assert {need.fit for need in unknown.languages} == {LanguageFit.UNKNOWN}


def test_without_languages_the_usual_level_of_the_work_is_compared() -> None:
    assert fit(TAILOR)[0].languages == (LanguageNeed(NeededLanguage("", "A2"), LanguageFit.ENOUGH),)


def test_what_uses_most_of_the_persons_skills_comes_first() -> None:
    few, many = replace(TAILOR, skills=("sew",)), replace(TAILOR, reference="2")
    assert [one.vacancy.reference for one in fitting_vacancies(PERSON, DATA, [few, many], TODAY)] == ["2", "1"]
