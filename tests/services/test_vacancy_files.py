"""Files of vacancies: what is read of them, and what refuses them with line and column."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.vacancies import NeededLanguage, Vacancy, WorkingTime
from s2w_desktop.domain.vacancy_errors import VacanciesRefused, VacancyFault
from s2w_desktop.services.vacancy_files import COLUMNS, MOST_BYTES, MOST_VACANCIES, read_vacancies, vacancies_csv

SKILL = "http://data.europa.eu/esco/skill/0005c151-5b5a-4a66-8aac-60e734beb1ab"
OCCUPATION = "http://data.europa.eu/esco/occupation/00030d09-2b3a-4efd-87cc-c4ea39d27c34"
WHOLE = Vacancy(
    reference="A 17",
    title="Schneider, Änderungen",
    isco08="7531",
    occupation=OCCUPATION,
    employer='Nadel & "Faden"',
    place="Graz",
    country="AUT",
    skills=(SKILL,),
    languages=(NeededLanguage("deu", "A2"), NeededLanguage("tur")),
    working_time=WorkingTime.PART,
    closes=date(2026, 12, 31),
    link="https://jobs.example/17",
)
JOB: dict[str, Any] = {
    "id": "77",
    "title": "Tailor",
    "employer": {"name": "Needle", "website": None},
    "locationMap": {"AT": ["AT221"]},
    "jobCategoriesCodes": [OCCUPATION, "http://data.europa.eu/esco/isco/C7531"],
    "positionScheduleCodes": ["fulltime"],
    "requiredLanguages": [{"isoCode": "de", "level": "B1"}],
    "applicationDeadline": "2026-12-31",
    "description": "<b>never read</b>",
    "score": 0.5,
}


def csv_of(**cells: str) -> bytes:
    row = {"reference": "1", "title": "Tailor", "isco08": "7531"} | cells
    return f"{','.join(row)}\n{','.join(row.values())}\n".encode()


def jobs(*found: dict[str, Any]) -> bytes:
    return json.dumps({"jvs": found, "numberRecords": len(found)}).encode()


def refused(name: str, untrusted: bytes) -> tuple[VacancyFault, int, str]:
    with pytest.raises(VacanciesRefused) as told:
        read_vacancies(name, untrusted)
    assert told.value.file == name
    return told.value.fault, told.value.line, told.value.column


def test_every_column_is_read() -> None:
    assert read_vacancies("jobs.csv", vacancies_csv([WHOLE]).encode()) == (WHOLE,)


def test_only_reference_title_and_one_code_are_needed() -> None:
    assert read_vacancies("jobs.csv", csv_of()) == (Vacancy("1", "Tailor", "7531"),)
    by_occupation = csv_of(isco08="", occupation=OCCUPATION)
    assert read_vacancies("jobs.csv", by_occupation)[0].occupation == OCCUPATION


@pytest.mark.parametrize(
    ("cells", "fault", "column"),
    [
        ({"title": ""}, VacancyFault.EMPTY, "title"),
        ({"isco08": ""}, VacancyFault.EMPTY, "isco08"),
        ({"isco08": "753"}, VacancyFault.BAD_VALUE, "isco08"),
        ({"occupation": SKILL}, VacancyFault.BAD_VALUE, "occupation"),
        ({"skills": OCCUPATION}, VacancyFault.BAD_VALUE, "skills"),
        ({"country": "AT"}, VacancyFault.BAD_VALUE, "country"),
        ({"languages": "deu:B9"}, VacancyFault.BAD_VALUE, "languages"),
        ({"languages": "klingon"}, VacancyFault.BAD_VALUE, "languages"),
        ({"working_time": "sometimes"}, VacancyFault.BAD_VALUE, "working_time"),
        ({"closes": "31.12.2026"}, VacancyFault.BAD_VALUE, "closes"),
        ({"link": "javascript:alert(1)"}, VacancyFault.BAD_VALUE, "link"),
        ({"title": "Tailor \u202e"}, VacancyFault.BAD_VALUE, "title"),
        ({"employer": "x" * 301}, VacancyFault.TOO_LARGE, "employer"),
        ({"skills": " ".join(f"{SKILL}{n}" for n in range(61))}, VacancyFault.TOO_LARGE, "skills"),
    ],
)
def test_a_value_that_is_not_documented_refuses_the_file(cells: dict[str, str], fault: VacancyFault, column: str) -> None:
    assert refused("jobs.csv", csv_of(**cells)) == (fault, 2, column)


@pytest.mark.parametrize(
    ("untrusted", "fault", "line", "column"),
    [
        (b"", VacancyFault.NO_TABLE, 0, ""),
        (b"\xff\xfe\n", VacancyFault.NO_TABLE, 1, ""),
        (b"reference,title\n1,Tailor", VacancyFault.NO_TABLE, 2, ""),
        (b"title,isco08\nTailor,7531\n", VacancyFault.NO_COLUMN, 1, "reference"),
        (b"reference,title,isco08,salary\n1,Tailor,7531,9\n", VacancyFault.UNKNOWN_COLUMN, 1, "4"),
        (b"reference,title,isco08\n1,Tailor\n", VacancyFault.CELLS, 2, ""),
        (b"reference,title,isco08\n1,A,7531\n1,B,7531\n", VacancyFault.TWICE, 3, "reference"),
        (b"reference,title,isco08\n", VacancyFault.EMPTY, 0, ""),
    ],
)
def test_a_table_that_is_not_whole_is_refused(untrusted: bytes, fault: VacancyFault, line: int, column: str) -> None:
    assert refused("jobs.csv", untrusted) == (fault, line, column)


def test_sizes_are_bounded() -> None:
    assert refused("jobs.csv", b"x" * (MOST_BYTES + 1)) == (VacancyFault.TOO_LARGE, 0, "")
    many = "reference,title,isco08\n" + "".join(f"{n},Tailor,7531\n" for n in range(MOST_VACANCIES + 1))
    assert refused("jobs.csv", many.encode()) == (VacancyFault.TOO_LARGE, MOST_VACANCIES + 2, "")


def test_the_eures_search_result_is_read() -> None:
    assert read_vacancies("result.JSON", jobs(JOB)) == (
        Vacancy(
            "77", "Tailor", "7531", OCCUPATION, employer="Needle", country="AUT", languages=(NeededLanguage("deu", "B1"),),
            working_time=WorkingTime.FULL, closes=date(2026, 12, 31),
        ),
    )  # fmt: skip


def test_an_offer_in_several_countries_or_of_both_working_times_leaves_that_open() -> None:
    job = JOB | {"locationMap": {"AT": [], "DE": []}, "positionScheduleCodes": ["fulltime", "parttime"]}
    found = read_vacancies("result.json", jobs(job))[0]
    assert (found.country, found.working_time) == ("", None)


@pytest.mark.parametrize(
    ("change", "fault", "column"),
    [
        ({"id": None}, VacancyFault.EMPTY, "reference"),
        ({"title": 7}, VacancyFault.BAD_VALUE, "title"),
        ({"employer": {"name": []}}, VacancyFault.BAD_VALUE, "employer"),
        ({"locationMap": {"QQ": []}}, VacancyFault.BAD_VALUE, "locationMap"),
        ({"jobCategoriesCodes": [1]}, VacancyFault.BAD_VALUE, "jobCategoriesCodes"),
        ({"requiredLanguages": [{"isoCode": "xx"}]}, VacancyFault.BAD_VALUE, "requiredLanguages"),
        ({"requiredLanguages": "de"}, VacancyFault.BAD_VALUE, "requiredLanguages"),
    ],
)
def test_a_json_of_other_types_is_refused_by_number_and_key(change: dict[str, Any], fault: VacancyFault, column: str) -> None:
    assert refused("result.json", jobs(JOB, JOB | {"id": "78"} | change)) == (fault, 2, column)


@pytest.mark.parametrize(
    "untrusted", [b"", b"[]", b"{", b'{"jvs": 1}', b'{"jvs": [], "jvs": []}', b'{"jvs": [NaN]}', b"[" * 100_000, b"\xff"]
)
def test_what_is_no_search_result_is_refused(untrusted: bytes) -> None:
    assert refused("result.json", untrusted)[0] is VacancyFault.NO_TABLE


@given(st.binary(max_size=300), st.sampled_from(["jobs.csv", "jobs.json"]))
def test_any_bytes_are_refused_in_an_orderly_way(untrusted: bytes, name: str) -> None:
    with pytest.raises(VacanciesRefused) as told:
        read_vacancies(name, untrusted)
    assert told.value.column in ("", "jvs", *COLUMNS) or told.value.column.isdigit()
