"""Occupations and skills of the installed ESCO, found by their names and by what people call them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from s2w_desktop.domain.concepts import ConceptKind
from s2w_desktop.domain.packs import PackContent
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.reference.finding import ConceptMatch
from s2w_desktop.services.classifications import Classifications
from s2w_desktop.services.installed_esco import EscoSource
from s2w_desktop.services.known_concepts import concept_of
from s2w_desktop.services.packs import Packs

_AND_GROUPS: Final = 2  # how many are looked up for each that is wanted: groups come among occupations


class LoadedConcepts:
    """The search in the languages that were loaded. It never changes, and any thread may ask it."""

    def __init__(self, words: Classifications, esco: EscoData, languages: Sequence[str]) -> None:
        self._words, self._esco, self._languages = words, esco, tuple(languages)

    def find(self, kind: ConceptKind, typed: str, most: int) -> list[ConceptMatch]:
        """See `ConceptFinder.find`. Raises PackPartDamaged."""
        search = self._words.skills if kind is ConceptKind.SKILL else self._words.occupations
        found = search.find(typed, _AND_GROUPS * most, languages=self._languages) if search else ()
        offered = ((concept_of(self._esco, kind, one.uri, self._languages), one.matched) for one in found)
        return [ConceptMatch(concept, matched) for concept, matched in offered if concept is not None][:most]


class ConceptSearch:
    """Loads the search. `resources` is the folder of the program's own data."""

    def __init__(self, resources: Path, packs: Packs, esco: EscoSource) -> None:
        self._resources, self._packs, self._esco = resources, packs, esco
        self._last: tuple[EscoData, tuple[str, ...], LoadedConcepts] | None = None

    def is_installed(self) -> bool:
        """Whether a pack brings ESCO now."""
        return bool(self._packs.readers(PackContent.ESCO))

    def load(self, translators: Sequence[Translator]) -> LoadedConcepts | None:
        """The search in these languages, every table of it made; None where no pack is installed any more.

        Slow the first time; the languages loaded last are kept. Raises PackPartDamaged, ReferenceFileDamaged.
        """
        esco, codes = self._esco(), tuple(tr.code for tr in translators)
        if esco is None:
            return None
        if self._last is not None and self._last[0] is esco and self._last[1] == codes:
            return self._last[2]
        loaded = LoadedConcepts(Classifications(self._resources, translators, esco), esco, codes)
        for kind in ConceptKind:
            loaded.find(kind, "a", 1)
        self._last = esco, codes, loaded
        return loaded
