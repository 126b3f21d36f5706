"""Skills of ESCO and fields of study of ISCED-F by what people call them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.i18n.labels import choice
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.reference.esco_parts import ConceptKind
from s2w_desktop.reference.labels import Label, LabelTable, romanised_table, table_of
from s2w_desktop.reference.searching import find

_FIELD_LISTS: Final = ("field_detailed", "field_narrow", "field_broad")
_FIELDS: Final = tuple((name, code) for name in _FIELD_LISTS for code in CODE_LISTS[name])


@dataclass(frozen=True)
class FoundConcept:
    """A concept that fits: its address in ESCO, its code where its classification has codes, what of its names matched, and
    the code of the language of that name."""

    uri: str
    code: str
    matched: str
    language: str


class SkillSearch:
    """The search over the skills of an installed pack."""

    def __init__(self, esco: EscoData) -> None:
        self._esco = esco

    def find(self, typed: str, most: int, *, languages: Sequence[str] = ()) -> list[FoundConcept]:
        """Skills for what was typed so far, best first; in these languages, or in all there are. Raises PackPartDamaged."""
        found = find(typed, most, tuple(self._tables(languages)))
        return [FoundConcept(self._esco.uri(ConceptKind.SKILL, one.concept), "", one.text, one.language) for one in found]

    def _tables(self, languages: Sequence[str]) -> Iterator[LabelTable]:
        for language in languages or self._esco.languages(ConceptKind.SKILL):
            yield from self._esco.tables(ConceptKind.SKILL, language)


class StudyFieldSearch:
    """The search over broad, narrow and detailed fields of study, by the names that the program has in its languages."""

    def __init__(self, translators: Sequence[Translator]) -> None:
        self._translators = tuple(translators)

    @cached_property
    def _tables(self) -> tuple[LabelTable, ...]:
        tables = [_field_table(translator) for translator in self._translators]
        return (*tables, *filter(None, map(romanised_table, tables)))

    def find(self, typed: str, most: int, *, languages: Sequence[str] = ()) -> list[FoundConcept]:
        """Fields for what was typed so far, best first; in these languages, or in all that were given."""
        tables = [table for table in self._tables if not languages or table.language in languages]
        found = find(typed, most, tables)
        return [
            FoundConcept(isced_uri(_FIELDS[one.concept][1]), _FIELDS[one.concept][1], one.text, one.language) for one in found
        ]


def isced_uri(code: str) -> str:
    """The address of a field of ISCED-F in ESCO."""
    return f"http://data.europa.eu/esco/isced-f/{code}"


def field_name(tr: Translator, code: str) -> str:
    """The name of a field in a language. Raises KeyError for a code that ISCED-F does not have."""
    name = next((name for name, known in _FIELDS if known == code), None)
    if name is None:
        raise KeyError(code)
    return choice(tr, name, code)


def _field_table(translator: Translator) -> LabelTable:
    labels = (Label(number, choice(translator, name, code), is_preferred=True) for number, (name, code) in enumerate(_FIELDS))
    return table_of(translator.code, labels)
