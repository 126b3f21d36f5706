"""The language that a file is written in: formats that hold words instead of codes are written and read in it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.folding import folded
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.languages import iso639_3_of
from s2w_desktop.i18n.translator import Translator

KnownConcept = Callable[[str, str], Concept | None]
"""The concept of ESCO at an address, with its label in a language of the interface; None where nobody knows it."""


def nothing_known(_uri: str, _language: str) -> Concept | None:
    """For machines without a pack of ESCO."""
    return None


@dataclass(frozen=True)
class Wording:
    """Words of the file's language. `said_in` is what words of the file are noted as, a code of ISO 639-3."""

    tr: Translator
    said_in: str
    known_concept: KnownConcept = nothing_known

    @classmethod
    def of(cls, tr: Translator, known_concept: KnownConcept = nothing_known) -> "Wording":
        """The wording of a language of the interface."""
        return cls(tr, iso639_3_of(tr.code), known_concept)

    def concept(self, untrusted_uri: str) -> Concept | None:
        """The concept of ESCO at an address; None where nobody knows it."""
        return self.known_concept(untrusted_uri, self.tr.code)

    def label(self, code_list: str, code: str) -> str:
        """The words of a code. Raises KeyError for a code that the list does not hold."""
        return labels.choice(self.tr, code_list, code)

    def code(self, code_list: str, untrusted_label: str) -> str | None:
        """The code with these words, however their letters are written; None when none has them."""
        if code_list not in self._codes:
            self._codes[code_list] = {folded(self.label(code_list, code)): code for code in CODE_LISTS[code_list]}
        return self._codes[code_list].get(folded(untrusted_label.strip()))

    @cached_property
    def _codes(self) -> dict[str, dict[str, str]]:
        """Codes by label, of the lists that were asked for."""
        return {}
