"""Concepts of ESCO by their addresses, out of the pack that is installed."""

from s2w_desktop.domain.concepts import MOST_LABEL, Concept, ConceptKind, read_concept
from s2w_desktop.services.installed_esco import EscoSource


class KnownConcepts:
    """Looks up one occupation at a time, as an answer would hold it."""

    def __init__(self, esco: EscoSource) -> None:
        self._esco = esco

    def occupation(self, untrusted_uri: str, language: str) -> Concept | None:
        """The occupation at an address, its label in the language or in English; None where no pack knows it.

        Raises PackPartDamaged.
        """
        esco = self._esco()
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
            return None  # a pack may say more than an answer can hold
