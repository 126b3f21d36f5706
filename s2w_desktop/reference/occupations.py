"""Unit groups of ISCO-08 by what people call a job: the data that the program ships, before any pack is installed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.i18n.labels import choice
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.reference.job_words import job_words
from s2w_desktop.reference.labels import Label, LabelTable, table_of
from s2w_desktop.reference.searching import find

_UNIT_GROUP_DIGITS: Final = 4
UNIT_GROUPS: Final = tuple(sorted(code for code in CODE_LISTS["isco"] if len(code) == _UNIT_GROUP_DIGITS))
_NUMBER: Final = {code: number for number, code in enumerate(UNIT_GROUPS)}


def isco_uri(code: str) -> str:
    """The address of a group of ISCO-08 in ESCO."""
    return f"http://data.europa.eu/esco/isco/C{code}"


@dataclass(frozen=True)
class FoundOccupation:
    """A unit group: its code, what of its names matched, and the interface code of the language of that name."""

    isco08: str
    matched: str
    language: str


class ShippedOccupations:
    """The search over titles of unit groups and everyday words, in the languages given. Made once, it never changes."""

    def __init__(self, folder: Path, translators: Sequence[Translator]) -> None:
        self._folder = folder
        self._translators = tuple(translators)

    @cached_property
    def _tables(self) -> tuple[LabelTable, ...]:
        return tuple(_table(self._folder, translator) for translator in self._translators)

    def find(self, typed: str, most: int, *, languages: Sequence[str] = ()) -> list[FoundOccupation]:
        """Unit groups for what was typed so far, best first; in these languages, or in all that were given.

        Raises ReferenceFileDamaged.
        """
        tables = [table for table in self._tables if not languages or table.language in languages]
        return [FoundOccupation(UNIT_GROUPS[one.concept], one.text, one.language) for one in find(typed, most, tables)]


def _table(folder: Path, translator: Translator) -> LabelTable:
    titles = [Label(_NUMBER[code], choice(translator, "isco", code), is_preferred=True) for code in UNIT_GROUPS]
    words = [Label(_NUMBER[word.isco08], word.word) for word in job_words(folder, translator.code)]
    return table_of(translator.code, [*titles, *words])
