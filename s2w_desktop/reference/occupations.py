"""Occupations by what people call a job: unit groups of ISCO-08 from what the program ships, and ESCO's where it is installed.

The words that people say stand with the unit groups, ESCO has the finer concepts. A group whose word fits lifts its
occupations, and gives way to them where ESCO is installed: who needs the group alone finds it behind them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import log1p
from pathlib import Path
from types import MappingProxyType
from typing import Final

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.i18n.labels import choice
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.reference.esco_parts import EscoKind
from s2w_desktop.reference.job_words import job_words
from s2w_desktop.reference.labels import Label, LabelTable, romanised_table, table_of
from s2w_desktop.reference.searching import Find, finds, ordered

_UNIT_GROUP_DIGITS: Final = 4
UNIT_GROUPS: Final = tuple(sorted(code for code in CODE_LISTS["isco"] if len(code) == _UNIT_GROUP_DIGITS))
_NUMBER: Final = {code: number for number, code in enumerate(UNIT_GROUPS)}
_SPOKEN_TOO: Final = {"fa": ("fa_AF",), "fa_AF": ("fa",)}
"""Words of these count too: people of Iran and of Afghanistan sit at laptops that are set to either."""
_LIFT, _USUAL = 0.15, 0.1  # how much of a group's fit its occupations get, and those that people usually mean besides
_GROUP = 0.8  # how much of it the group itself keeps
_LIFTING_GROUPS: Final = 8
_HABIT, _MOST_HABIT = 0.015, 0.06  # what work that is met often here gains: it decides between finds that are close
Usual = Mapping[str, int]
"""How often work was met here, by sub-major group of ISCO-08 (two digits)."""
_NOTHING_USUAL: Final[Usual] = MappingProxyType({})
_BEHIND_THE_BEST_GROUP: Final = 6  # the power by which a group that fits less well than the best lifts less


def isco_uri(code: str) -> str:
    """The address of a group of ISCO-08 in ESCO."""
    return f"http://data.europa.eu/esco/isco/C{code}"


@dataclass(frozen=True)
class FoundOccupation:
    """An occupation or a unit group: its address in ESCO, the code of its unit group, what of its names matched, and the
    code of the language of that name."""

    uri: str
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
        tables = [_table(self._folder, translator) for translator in self._translators]
        return (*tables, *filter(None, map(romanised_table, tables)))

    def find(
        self, typed: str, most: int, *, languages: Sequence[str] = (), usual: Usual = _NOTHING_USUAL
    ) -> list[FoundOccupation]:
        """Unit groups for what was typed so far, best first; in these languages, or in all that were given.

        Raises ReferenceFileDamaged.
        """
        found = (_met(one, UNIT_GROUPS[one.concept], usual) for one in self.finds(typed, languages).values())
        return [_group(one) for one in ordered(found, most)]

    def finds(self, typed: str, languages: Sequence[str]) -> Mapping[int, Find]:
        """Every unit group that is worth ordering, by its place in `UNIT_GROUPS`. Raises ReferenceFileDamaged."""
        return finds(typed, [table for table in self._tables if not languages or table.language in languages])


class OccupationSearch:
    """The search over ESCO and what the program ships."""

    def __init__(self, shipped: ShippedOccupations, esco: EscoData) -> None:
        self._shipped = shipped
        self._esco = esco

    @cached_property
    def _members(self) -> Mapping[str, Sequence[tuple[int, float]]]:
        """The numbers of the occupations of each unit group, and how far a word for the group lifts them."""
        members: dict[str, list[tuple[int, float]]] = {code: [] for code in UNIT_GROUPS}
        for uri in self._esco.occupations():
            lift = _LIFT + _USUAL * self._esco.usual(uri)
            members[self._esco.group(uri)].append((self._esco.number(EscoKind.OCCUPATION, uri), lift))
        return members

    def find(
        self, typed: str, most: int, *, languages: Sequence[str] = (), usual: Usual = _NOTHING_USUAL
    ) -> list[FoundOccupation]:
        """Occupations and unit groups for what was typed so far, best first; in these languages, or in all there are.

        Raises ReferenceFileDamaged, PackPartDamaged.
        """
        groups = self._shipped.finds(typed, languages)
        found = dict(finds(typed, tuple(self._tables(languages))))
        lifting = ordered(groups.values(), _LIFTING_GROUPS)
        for group in lifting:
            nearness = (group.score / lifting[0].score) ** _BEHIND_THE_BEST_GROUP
            for number, lift in self._members[UNIT_GROUPS[group.concept]]:
                own = found.get(number)
                lifted = lift * nearness * group.score
                found[number] = replace(own, score=own.score + lifted) if own else replace(group, concept=number, score=lifted)
        beside = [replace(group, concept=-1 - group.concept, score=_GROUP * group.score) for group in groups.values()]
        met = (_met(one, self._code(one), usual) for one in (*found.values(), *beside))
        return [self._told(one) for one in ordered(met, most)]

    def _code(self, one: Find) -> str:
        if one.concept < 0:
            return UNIT_GROUPS[-1 - one.concept]
        return self._esco.group(self._esco.uri(EscoKind.OCCUPATION, one.concept))

    def _tables(self, languages: Sequence[str]) -> Iterator[LabelTable]:
        for language in languages or self._esco.languages(EscoKind.OCCUPATION):
            yield from self._esco.tables(EscoKind.OCCUPATION, language)

    def _told(self, one: Find) -> FoundOccupation:
        if one.concept < 0:
            return _group(replace(one, concept=-1 - one.concept))
        uri = self._esco.uri(EscoKind.OCCUPATION, one.concept)
        return FoundOccupation(uri, self._esco.group(uri), one.text, one.language)


def _met(one: Find, code: str, usual: Usual) -> Find:
    times = usual.get(code[:2], 0)
    return replace(one, score=one.score + min(_MOST_HABIT, _HABIT * log1p(times))) if times else one


def _group(one: Find) -> FoundOccupation:
    code = UNIT_GROUPS[one.concept]
    return FoundOccupation(isco_uri(code), code, one.text, one.language)


def _table(folder: Path, translator: Translator) -> LabelTable:
    titles = [Label(_NUMBER[code], choice(translator, "isco", code), is_preferred=True) for code in UNIT_GROUPS]
    codes = (translator.code, *_SPOKEN_TOO.get(translator.code, ()))
    words = [Label(_NUMBER[word.isco08], word.word) for code in codes for word in job_words(folder, code)]
    return table_of(translator.code, [*titles, *words])
