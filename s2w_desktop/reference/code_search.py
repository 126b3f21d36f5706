"""Fields of study, languages and countries by what people call them: the code lists whose names the program has."""

from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from typing import Final

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.i18n.labels import choice
from s2w_desktop.i18n.names import OTHER_COUNTRY_NAMES
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.reference.concepts import FoundConcept
from s2w_desktop.reference.labels import Label, LabelTable, romanised_table, table_of
from s2w_desktop.reference.searching import find


class CodeKind(StrEnum):
    """What can be searched by its names alone."""

    FIELD = "field"
    LANGUAGE = "language"
    COUNTRY = "country"


_LISTS: Final = {
    CodeKind.FIELD: ("field_detailed", "field_narrow", "field_broad"),
    CodeKind.LANGUAGE: ("language",),
    CodeKind.COUNTRY: ("country",),
}
_ADDRESSES: Final = {
    CodeKind.FIELD: "http://data.europa.eu/esco/isced-f/",
    CodeKind.LANGUAGE: "http://publications.europa.eu/resource/authority/language/",
    CodeKind.COUNTRY: "http://publications.europa.eu/resource/authority/country/",
}
"""Fields as ESCO names them, languages and countries as the authority tables of the Union do."""


class CodeSearch:
    """The search over the codes of one kind, by the names that the program has in its languages. Made once, it never changes."""

    def __init__(self, kind: CodeKind, translators: Sequence[Translator]) -> None:
        self._kind = kind
        self._codes = tuple((name, code) for name in _LISTS[kind] for code in CODE_LISTS[name])
        self._translators = tuple(translators)

    @cached_property
    def _tables(self) -> tuple[LabelTable, ...]:
        tables = [self._table(translator) for translator in self._translators]
        return (*tables, *filter(None, map(romanised_table, tables)))

    def find(self, typed: str, most: int, *, languages: Sequence[str] = ()) -> list[FoundConcept]:
        """Codes for what was typed so far, best first; in these languages, or in all that were given."""
        tables = [table for table in self._tables if not languages or table.language in languages]
        return [self._told(one.concept, one.text, one.language) for one in find(typed, most, tables)]

    def name(self, translator: Translator, code: str) -> str:
        """The name of a code in a language. Raises KeyError for a code that the kind does not have."""
        for name, known in self._codes:
            if known == code:
                return choice(translator, name, code)
        raise KeyError(code)

    def _told(self, number: int, matched: str, language: str) -> FoundConcept:
        code = self._codes[number][1]
        return FoundConcept(_ADDRESSES[self._kind] + code.upper(), code, matched, language)

    def _table(self, translator: Translator) -> LabelTable:
        names = [Label(place, choice(translator, *pair), is_preferred=True) for place, pair in enumerate(self._codes)]
        others = [
            Label(place, OTHER_COUNTRY_NAMES[code]) for place, (_, code) in enumerate(self._codes) if code in OTHER_COUNTRY_NAMES
        ]
        return table_of(translator.code, [*names, *others])
