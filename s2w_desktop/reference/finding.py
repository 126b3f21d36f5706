"""What a search for concepts of ESCO offers the window, whatever it finds them in; see `domain.concepts`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from s2w_desktop.domain.concepts import Concept, ConceptKind


@dataclass(frozen=True)
class ConceptMatch:
    """A concept as it would be kept, and what of its names matched what was typed."""

    concept: Concept
    matched: str


class ConceptFinder(Protocol):
    """The concepts of the pack that is installed."""

    def offers(self, kind: ConceptKind) -> bool:
        """Whether there is anything of a kind to be found: nothing is before a pack is installed."""
        ...

    def find(self, kind: ConceptKind, typed: str, most: int, languages: Sequence[str]) -> Sequence[ConceptMatch]:
        """Concepts for what was typed so far, best first, by their names in these languages (interface codes).

        The label of each stands in the first of the languages that has one, else in English. Nothing typed finds nothing.
        Fast enough to be asked at every key: what is not loaded yet is not found, and asking begins to load it.
        """
        ...

    def when_loaded(self, call: Callable[[], None]) -> None:
        """Call this whenever more can be found than before."""
        ...
