"""Concepts of ESCO by their addresses, out of the pack that is installed."""

from collections.abc import Sequence

from s2w_desktop.domain.canonical import kept_line
from s2w_desktop.domain.concepts import MOST_LABEL, Concept, ConceptKind, read_concept
from s2w_desktop.reference.esco_data import EscoData
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
        return concept_of(esco, ConceptKind.OCCUPATION, untrusted_uri, (language,)) if esco is not None else None


def concept_of(esco: EscoData, kind: ConceptKind, untrusted_uri: str, languages: Sequence[str]) -> Concept | None:
    """The concept at an address as an answer would hold it; None where the data have no such concept of this kind.

    Its label is that of the first of the languages that has one, else English. Raises PackPartDamaged.
    """
    try:
        group = esco.group(untrusted_uri) if kind is ConceptKind.OCCUPATION else ""
        label, spoken = esco.label(untrusted_uri, languages)
    except KeyError:
        return None
    found = Concept(untrusted_uri, group, kept_line(label, MOST_LABEL), spoken, esco.version)
    try:
        return read_concept(kind, found.plain())
    except ValueError:
        return None  # a pack may say more than an answer can hold
