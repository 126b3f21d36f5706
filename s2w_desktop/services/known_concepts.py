"""Concepts of ESCO by their addresses, out of the pack that is installed."""

from functools import cached_property
from typing import TYPE_CHECKING

from s2w_desktop.domain.concepts import MOST_LABEL, Concept, ConceptKind, read_concept
from s2w_desktop.domain.packs import PackContent
from s2w_desktop.services.packs import Packs

if TYPE_CHECKING:
    from s2w_desktop.reference.esco_data import EscoData


class KnownConcepts:
    """Looks up one concept at a time; the pack is opened when the first is asked for, and stays open as long as this."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs

    def concept(self, untrusted_uri: str, language: str) -> Concept | None:
        """The occupation at an address as an answer would hold it, its label in the language or in English; None where no pack
        knows it. Raises PackPartDamaged."""
        esco = self._esco
        if esco is None:
            return None
        try:
            group = esco.group(untrusted_uri)
            label, spoken = esco.label(untrusted_uri, (language,))
        except KeyError:
            return None
        found = Concept(untrusted_uri, group, label[:MOST_LABEL].strip(), spoken, esco.version)
        try:
            return read_concept(ConceptKind.OCCUPATION, found.plain())
        except ValueError:
            return None  # of a pack that says more than an answer can hold

    @cached_property
    def _esco(self) -> "EscoData | None":
        from s2w_desktop.reference.esco_data import EscoData  # numpy comes with it: a window opens without

        for reader in self._packs.readers(PackContent.ESCO):
            return EscoData(reader.read, reader.names)
        return None
