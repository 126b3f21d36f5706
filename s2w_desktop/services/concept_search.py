"""Occupations and skills of the installed ESCO, found by their names and by what people call them."""

from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from s2w_desktop.domain.concepts import ConceptKind
from s2w_desktop.domain.packs import PackContent
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.reference.finding import ConceptMatch
from s2w_desktop.reference.occupations import Usual
from s2w_desktop.services.classifications import Classifications
from s2w_desktop.services.installed_esco import EscoSource
from s2w_desktop.services.known_concepts import concept_of
from s2w_desktop.services.packs import Packs

_AND_GROUPS: Final = 2  # how many are looked up for each that is wanted: groups come among occupations


class LoadedConcepts:
    """The search in the languages that were loaded. It never changes, and any thread may ask it."""

    def __init__(self, words: Classifications, esco: EscoData, languages: Sequence[str], usual: Usual) -> None:
        self._words, self._esco, self._languages, self._usual = words, esco, tuple(languages), usual

    def find(self, kind: ConceptKind, typed: str, most: int) -> list[ConceptMatch]:
        """See `ConceptFinder.find`. Raises PackPartDamaged."""
        offered = (
            (concept_of(self._esco, kind, uri, self._languages), matched) for uri, matched in self._found(kind, typed, most)
        )
        matches = (ConceptMatch(concept, matched) for concept, matched in offered if concept is not None)
        return list(islice(matches, most))

    def _found(self, kind: ConceptKind, typed: str, most: int) -> list[tuple[str, str]]:
        if kind is ConceptKind.SKILL:
            skills = self._words.skills.find(typed, most, languages=self._languages) if self._words.skills else ()
            return [(one.uri, one.matched) for one in skills]
        found = self._words.occupations.find(typed, _AND_GROUPS * most, languages=self._languages, usual=self._usual)
        return [(one.uri, one.matched) for one in found]


class ConceptSearch:
    """Loads the search. `resources` is the folder of the program's own data; `usual` says which work is met often here."""

    def __init__(self, resources: Path, packs: Packs, esco: EscoSource, usual: Callable[[], Usual]) -> None:
        self._resources, self._packs, self._esco, self._usual = resources, packs, esco, usual
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
        loaded = LoadedConcepts(Classifications(self._resources, translators, esco), esco, codes, self._usual())
        for kind in ConceptKind:
            loaded.find(kind, "a", 1)
        self._last = esco, codes, loaded
        return loaded
