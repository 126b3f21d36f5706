"""The JSON that the search of the EURES portal gives, as cells with the names of our CSV columns.

Only what is named here is looked at; a key that is missing is an empty cell, one of another type than documented is a fault.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NoReturn

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.vacancy_errors import VacanciesRefused, VacancyFault
from s2w_desktop.i18n.names import alpha2, cldr_language

Cells = Mapping[str, str]
_ISCO: Final = "http://data.europa.eu/esco/isco/C"
_OCCUPATION: Final = "http://data.europa.eu/esco/occupation/"
_WORKING_TIMES: Final = {"fulltime": "full", "parttime": "part"}
_Object = dict[str, object]


def eures_rows(name: str, untrusted: bytes) -> Iterator[tuple[int, Cells]]:
    """Each vacancy with its number, from 1. Raises VacanciesRefused."""
    document = _document(name, untrusted)
    vacancies = document.get("jvs")
    if not isinstance(vacancies, list):
        raise VacanciesRefused(VacancyFault.NO_TABLE, name, 0, "jvs")
    for number, untrusted_one in enumerate(vacancies, start=1):
        if not isinstance(untrusted_one, dict):
            raise VacanciesRefused(VacancyFault.NO_TABLE, name, number, "jvs")
        yield number, _Reader(name, number, untrusted_one).cells()


def _document(name: str, untrusted: bytes) -> _Object:
    try:
        found: object = json.loads(untrusted.decode("utf-8-sig"), parse_constant=_refuse, object_pairs_hook=_once)
    except (ValueError, RecursionError) as cause:
        raise VacanciesRefused(VacancyFault.NO_TABLE, name) from cause
    if not isinstance(found, dict):
        raise VacanciesRefused(VacancyFault.NO_TABLE, name)
    return found


def _refuse(_text: str) -> NoReturn:
    raise ValueError("not a number")


def _once(pairs: list[tuple[str, object]]) -> _Object:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key is given twice")
    return found


class _Reader:
    """The cells of one vacancy."""

    def __init__(self, name: str, number: int, untrusted: _Object) -> None:
        self._name, self._number, self._untrusted = name, number, untrusted

    def cells(self) -> Cells:
        codes = self._texts("jobCategoriesCodes")
        countries = self._object("locationMap")
        employer = self._object("employer").get("name", "")
        if not isinstance(employer, str):
            raise self._fault("employer")
        return {
            "reference": self._text("id"),
            "title": self._text("title"),
            "isco08": next((code.removeprefix(_ISCO) for code in codes if code.startswith(_ISCO)), ""),
            "occupation": next((code for code in codes if code.startswith(_OCCUPATION)), ""),
            "employer": employer,
            "country": self._country(next(iter(countries))) if len(countries) == 1 else "",
            "skills": " ".join(self._texts("requiredSkills")),
            "languages": " ".join(self._languages()),
            "working_time": self._working_time(),
            "closes": self._text("applicationDeadline"),
        }

    def _fault(self, key: str) -> VacanciesRefused:
        return VacanciesRefused(VacancyFault.BAD_VALUE, self._name, self._number, key)

    def _text(self, key: str) -> str:
        found = self._untrusted.get(key)
        if found is None:
            return ""
        if not isinstance(found, str):
            raise self._fault(key)
        return found.strip()

    def _texts(self, key: str) -> list[str]:
        found = self._untrusted.get(key) or []
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise self._fault(key)
        return [one for one in found if isinstance(one, str)]

    def _object(self, key: str) -> _Object:
        found = self._untrusted.get(key) or {}
        if not isinstance(found, dict):
            raise self._fault(key)
        return found

    def _country(self, untrusted: str) -> str:
        try:
            return _countries()[untrusted]
        except KeyError as cause:
            raise self._fault("locationMap") from cause

    def _languages(self) -> Iterator[str]:
        found = self._untrusted.get("requiredLanguages") or []
        for one in found if isinstance(found, list) else [None]:
            code, level = (one.get("isoCode"), one.get("level", "")) if isinstance(one, dict) else (None, "")
            if not isinstance(code, str) or not isinstance(level, str) or code not in _language_codes():
                raise self._fault("requiredLanguages")
            yield f"{_language_codes()[code]}:{level}" if level else _language_codes()[code]

    def _working_time(self) -> str:
        """One of the two; an offer of both, or of another kind, is left open."""
        known = {_WORKING_TIMES[code] for code in self._texts("positionScheduleCodes") if code in _WORKING_TIMES}
        return known.pop() if len(known) == 1 else ""


@cache
def _countries() -> Mapping[str, str]:
    """ISO 3166-1 alpha-3 by alpha-2; travel documents have none."""
    found: dict[str, str] = {}
    for code in CODE_LISTS["country"]:
        try:
            found.setdefault(alpha2(code), code)
        except KeyError:
            continue  # a travel document's code is no place
    return found


@cache
def _language_codes() -> Mapping[str, str]:
    """ISO 639-3 by what CLDR calls a language (two letters where there are two), and by itself."""
    known = CODE_LISTS["language"]
    return {**{cldr_language(code): code for code in reversed(known)}, **{code: code for code in known}}
