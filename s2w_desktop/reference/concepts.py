"""Skills of ESCO by what people call them, and what a search for concepts gives back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.reference.esco_parts import EscoKind
from s2w_desktop.reference.labels import LabelTable
from s2w_desktop.reference.searching import find


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
        return [FoundConcept(self._esco.uri(EscoKind.SKILL, one.concept), "", one.text, one.language) for one in found]

    def _tables(self, languages: Sequence[str]) -> Iterator[LabelTable]:
        for language in languages or self._esco.languages(EscoKind.SKILL):
            yield from self._esco.tables(EscoKind.SKILL, language)
