"""Reading files of vacancies: a CSV with documented columns, or the JSON of the EURES portal's search (docs/vacancies.md).

Strict where a value decides (codes, dates, addresses of ESCO), bounded everywhere, and silent about nothing: the first fault
refuses the file with its line. What a EURES file says besides is not read; descriptions are HTML and stay out.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Final, TypeVar

from s2w_desktop.domain.canonical import cleaned
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.codes.learning import CEFR
from s2w_desktop.domain.reference_errors import Fault, SourceRefused
from s2w_desktop.domain.vacancies import NeededLanguage, Vacancy, WorkingTime
from s2w_desktop.domain.vacancy_errors import VacanciesRefused, VacancyFault
from s2w_desktop.reference.source_table import Columns, Table
from s2w_desktop.services.eures_json import Cells, eures_rows

MOST_BYTES: Final = 8_000_000
MOST_VACANCIES: Final = 5_000
_LONGEST: Final = 300
_MOST_LISTED: Final = 60
NEEDED: Final = ("reference", "title")
COLUMNS: Final = (
    *NEEDED, "isco08", "occupation", "employer", "place", "country", "skills", "languages", "working_time", "closes", "link",
)  # fmt: skip

_UNIT_GROUPS: Final = frozenset(code for code in CODE_LISTS["isco"] if len(code) == 4)
_CONCEPT: Final = re.compile(r"http://data\.europa\.eu/esco/(occupation|skill)/[0-9A-Za-z.-]{1,60}", re.ASCII)
_LINK: Final = re.compile(r"https?://[!-~]{3,290}", re.ASCII)
_TABLE_FAULTS: Final[Mapping[Fault, VacancyFault]] = {
    Fault.MISSING_COLUMN: VacancyFault.NO_COLUMN,
    Fault.UNKNOWN_COLUMN: VacancyFault.UNKNOWN_COLUMN,
    Fault.CELLS: VacancyFault.CELLS,
    Fault.TWICE: VacancyFault.TWICE,
}


@dataclass(frozen=True)
class _Place:
    """Where a fault is: file, line (or number of the vacancy), column."""

    file: str
    line: int = 0

    def fault(self, fault: VacancyFault, column: str = "") -> VacanciesRefused:
        return VacanciesRefused(fault, self.file, self.line, column)


_Read = TypeVar("_Read")


def read_vacancies(name: str, untrusted: bytes) -> tuple[Vacancy, ...]:
    """The vacancies of a file, in its order. A name that ends in `.json` is JSON, any other CSV. Raises VacanciesRefused."""
    if len(untrusted) > MOST_BYTES:
        raise _Place(name).fault(VacancyFault.TOO_LARGE)
    rows = eures_rows(name, untrusted) if name.casefold().endswith(".json") else _csv_rows(name, untrusted)
    found: dict[str, Vacancy] = {}
    for line, cells in rows:
        place = _Place(name, line)
        if len(found) == MOST_VACANCIES:
            raise place.fault(VacancyFault.TOO_LARGE)
        vacancy = _vacancy(place, cells)
        if vacancy.reference in found:
            raise place.fault(VacancyFault.TWICE, "reference")
        found[vacancy.reference] = vacancy
    if not found:
        raise _Place(name).fault(VacancyFault.EMPTY)
    return tuple(found.values())


def vacancies_csv(vacancies: Iterable[Vacancy]) -> str:
    """A CSV that reads as these vacancies."""
    target = StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in vacancies:
        languages = " ".join(f"{need.language}:{need.level}".rstrip(":") for need in one.languages)
        told = {"skills": " ".join(one.skills), "languages": languages, "closes": one.closes or ""}
        writer.writerow(told.get(column, getattr(one, column) or "") for column in COLUMNS)
    return target.getvalue()


def _csv_rows(name: str, untrusted: bytes) -> Iterator[tuple[int, Cells]]:
    try:
        for row in Table(name, untrusted, Columns(frozenset(NEEDED), frozenset(COLUMNS))).rows():
            yield row.line, row.cells
    except SourceRefused as cause:
        fault = _TABLE_FAULTS.get(cause.first.fault, VacancyFault.NO_TABLE)
        raise VacanciesRefused(fault, name, cause.first.line, cause.first.column) from cause


# --- one vacancy, whatever file it came in ---


def _vacancy(place: _Place, cells: Cells) -> Vacancy:
    for column in NEEDED:
        if not cells.get(column):
            raise place.fault(VacancyFault.EMPTY, column)
    if not cells.get("isco08") and not cells.get("occupation"):
        raise place.fault(VacancyFault.EMPTY, "isco08")
    text = {column: _line(place, column, cells.get(column, "")) for column in ("reference", "title", "employer", "place")}
    return Vacancy(
        **text,
        isco08=_one_of(place, "isco08", cells.get("isco08", ""), _UNIT_GROUPS),
        occupation=_concept(place, "occupation", cells.get("occupation", "")),
        country=_one_of(place, "country", cells.get("country", ""), frozenset(CODE_LISTS["country"])),
        skills=tuple(_concept(place, "skill", one) for one in _listed(place, "skills", cells)),
        languages=tuple(_language(place, one) for one in _listed(place, "languages", cells)),
        working_time=_read(place, "working_time", cells, WorkingTime),
        closes=_read(place, "closes", cells, date.fromisoformat),
        link=_link(place, cells.get("link", "")),
    )


def _line(place: _Place, column: str, untrusted: str) -> str:
    text = " ".join(cleaned(untrusted).split())
    if len(text) > _LONGEST:
        raise place.fault(VacancyFault.TOO_LARGE, column)
    if not text.isprintable():
        raise place.fault(VacancyFault.BAD_VALUE, column)
    return text


def _one_of(place: _Place, column: str, untrusted: str, known: frozenset[str]) -> str:
    if untrusted and untrusted not in known:
        raise place.fault(VacancyFault.BAD_VALUE, column)
    return untrusted


def _concept(place: _Place, kind: str, untrusted: str) -> str:
    match = _CONCEPT.fullmatch(untrusted)
    if untrusted and (match is None or match[1] != kind):
        raise place.fault(VacancyFault.BAD_VALUE, "skills" if kind == "skill" else kind)
    return untrusted


def _language(place: _Place, untrusted: str) -> NeededLanguage:
    """`deu:B1`, or `deu` alone."""
    code, _, level = untrusted.partition(":")
    if code not in CODE_LISTS["language"] or (level and level not in CEFR):
        raise place.fault(VacancyFault.BAD_VALUE, "languages")
    return NeededLanguage(code, level)


def _link(place: _Place, untrusted: str) -> str:
    if untrusted and _LINK.fullmatch(untrusted) is None:
        raise place.fault(VacancyFault.BAD_VALUE, "link")
    return untrusted


def _listed(place: _Place, column: str, cells: Cells) -> list[str]:
    parts = cells.get(column, "").split()
    if len(parts) > _MOST_LISTED:
        raise place.fault(VacancyFault.TOO_LARGE, column)
    return list(dict.fromkeys(parts))


def _read(place: _Place, column: str, cells: Cells, reader: Callable[[str], _Read]) -> _Read | None:
    untrusted = cells.get(column, "")
    try:
        return reader(untrusted) if untrusted else None
    except ValueError as cause:
        raise place.fault(VacancyFault.BAD_VALUE, column) from cause
