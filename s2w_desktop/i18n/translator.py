"""The words of a language: catalogues loaded from files, and the translator that gives their sentences."""

import struct
from dataclasses import dataclass, field
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final

from s2w_desktop.domain.errors import FileUnreadable
from s2w_desktop.i18n.languages import SOURCE, InterfaceLanguage, Pseudo, language
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.pseudo import PseudoCatalogue, dressed

DOMAIN: Final = "s2w_desktop"


@dataclass(frozen=True)
class Translator:
    """Sentences in one language. What its catalogue lacks comes out in English."""

    language: InterfaceLanguage
    catalogue: NullTranslations = field(default_factory=NullTranslations, repr=False, compare=False)
    is_draft: bool = False

    @property
    def code(self) -> str:
        """Interface code of the language."""
        return self.language.code

    @property
    def is_rtl(self) -> bool:
        """Whether windows and papers in this language run from right to left."""
        return self.language.is_rtl

    def gettext(self, message: str) -> str:
        """The sentence in this language."""
        return self.catalogue.gettext(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The sentence in the form that belongs to the number; the caller puts the number in."""
        return self.catalogue.ngettext(singular, plural, n)

    def pgettext(self, context: str, message: str) -> str:
        """The words in the meaning that the context tells."""
        return self.catalogue.pgettext(context, message)

    def npgettext(self, context: str, singular: str, plural: str, n: int) -> str:
        """As `ngettext`, in the meaning that the context tells."""
        return self.catalogue.npgettext(context, singular, plural, n)

    def say(self, message: Message) -> str:
        """The words of a message from a table."""
        return self.catalogue.pgettext(message.context, message.text)

    def dressed(self, text: str) -> str:
        """Words that CLDR made (names, dates), as this language shows them: pseudo-languages change them too."""
        return dressed(text, self.language.pseudo)


def english() -> Translator:
    """The translator of the language the program is written in; needs no file."""
    return Translator(language(SOURCE))


class Catalogues:
    """The catalogues of a folder: `<folder>/<language>/LC_MESSAGES/s2w_desktop.mo`. Each is read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, Translator] = {}

    def translator(self, code: str) -> Translator:
        """The translator of a language.

        Raises KeyError for a code that is none of ours, FileUnreadable when the catalogue is missing or broken.
        """
        if code not in self._loaded:
            self._loaded[code] = self._load(language(code))
        return self._loaded[code]

    def translator_or_english(self, code: str) -> Translator:
        """The translator of a language, or English where it cannot be had: a program that starts is better than none."""
        try:
            return self.translator(code)
        except (KeyError, FileUnreadable):
            return english()

    def is_draft(self, code: str) -> bool:
        """Whether nobody who speaks the language has reviewed its catalogue. Raises as `translator` does."""
        return self.translator(code).is_draft

    def _load(self, wanted: InterfaceLanguage) -> Translator:
        if wanted.pseudo is not Pseudo.NONE:
            return Translator(wanted, PseudoCatalogue(wanted.pseudo))
        if wanted.code == SOURCE:
            return english()
        path = self._folder / wanted.code / "LC_MESSAGES" / f"{DOMAIN}.mo"
        try:
            with path.open("rb") as file:
                catalogue = GNUTranslations(file)
        except (OSError, ValueError, struct.error) as cause:
            raise FileUnreadable from cause
        # A catalogue is a draft until someone says otherwise: a header lost on the way must not promise a review.
        return Translator(wanted, catalogue, is_draft=catalogue.info().get("x-draft", "yes") != "no")
