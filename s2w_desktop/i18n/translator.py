"""The words of a language: catalogues loaded from files, and the translator that gives their sentences."""

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import BinaryIO, Final

from s2w_desktop.domain.errors import FileUnreadable, UnknownLanguage
from s2w_desktop.i18n.catalogue_places import CataloguePlaces
from s2w_desktop.i18n.compiled_head import compiled_headers
from s2w_desktop.i18n.languages import LANGUAGES, SOURCE, InterfaceLanguage, Pseudo, best_match, interface_for, language
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.pseudo import PseudoCatalogue, dressed

FRACTION: Final = -1
"""In place of a number whose form no whole number takes: 1.5 in Ukrainian."""

OFFERED_FROM: Final = 80
"""Per cent of what a person is asked and reads on paper. Below, too much of an interview in the language would be in English."""


@dataclass(frozen=True)
class CatalogueFacts:
    """What a catalogue's header says of it: the share of what a person is asked in per cent, sentences shown in English."""

    is_draft: bool
    asked: int = 100
    missing: int = 0


def facts_of(headers: Mapping[str, str]) -> CatalogueFacts:
    """Read what `catalogue_file.mo_bytes` wrote; a catalogue compiled by other tools counts as translated, and as a draft."""
    # A catalogue is a draft until someone says otherwise: a header lost on the way must not promise a review.
    asked, missing = headers.get("x-asked", "100"), headers.get("x-missing", "0")
    is_draft = headers.get("x-draft", "yes") != "no"
    return CatalogueFacts(is_draft, int(asked) if asked.isdigit() else 0, int(missing) if missing.isdigit() else 0)


@dataclass(frozen=True)
class Translator:
    """Sentences in one language. What its catalogue lacks comes out in English."""

    language: InterfaceLanguage
    catalogue: NullTranslations = field(default_factory=NullTranslations, repr=False, compare=False)
    facts: "CatalogueFacts" = field(default_factory=lambda: CatalogueFacts(is_draft=False), compare=False)

    @property
    def is_draft(self) -> bool:
        """Whether nobody who speaks the language has reviewed its words."""
        return self.facts.is_draft

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
    """The languages that can be spoken here: those of the program, and those that a person added. Each is read once."""

    def __init__(self, folder: Path, own: Path | None = None) -> None:
        self._places = CataloguePlaces(folder, own)
        self._loaded: dict[str, Translator] = {}
        self._facts: dict[str, CatalogueFacts] = {}

    def offered(self, *, with_pseudo: bool = False) -> tuple[InterfaceLanguage, ...]:
        """The languages to choose from: English, ours in their order, then those that a person added.

        A language in which a person would meet too many English questions is not offered.
        """
        present = self._places.own_codes() | self._places.program_codes()
        known = [one.code for one in LANGUAGES if one.code in present]
        candidates = [*known, *sorted(present.difference(known))]
        spoken = [language(SOURCE), *(language(code) for code in candidates if self._is_offered(code))]
        return (*spoken, *(one for one in LANGUAGES if with_pseudo and one.pseudo is not Pseudo.NONE))

    def best_match(self, wanted: Sequence[str]) -> str:
        """The first language wanted that is spoken here, regions aside; English when none is."""
        return best_match(wanted, [one.code for one in self.offered(with_pseudo=True)])

    def reading_language(self, iso639_3: str) -> str | None:
        """The language spoken here in which a speaker of a profile language can read, or None."""
        code = interface_for(iso639_3)
        return code if code in {one.code for one in self.offered()} else None

    def translator(self, code: str) -> Translator:
        """The translator of a language.

        Raises KeyError for a code that CLDR does not know, FileUnreadable when the catalogue is missing or broken.
        """
        if code not in self._loaded:
            self._loaded[code] = self._load(language(code))
        return self._loaded[code]

    def translator_or_english(self, code: str) -> Translator:
        """The translator of a language, or English where it cannot be had: a program that starts is better than none."""
        try:
            return self.translator(code)
        except (KeyError, FileUnreadable, UnknownLanguage):
            return english()

    def facts(self, code: str) -> CatalogueFacts:
        """What is known of the translation into a language, without reading all of it. Raises as `translator` does."""
        if code not in self._facts:
            self._facts[code] = self._find_facts(language(code))
        return self._facts[code]

    def is_draft(self, code: str) -> bool:
        """Whether nobody who speaks the language has reviewed its catalogue. Raises as `translator` does."""
        return self.facts(code).is_draft

    def _is_offered(self, code: str) -> bool:
        try:
            return self.facts(code).asked >= OFFERED_FROM
        except (KeyError, FileUnreadable, UnknownLanguage):
            return False  # such a file is not ours, or damaged; `s2w i18n status` tells

    def _find_facts(self, wanted: InterfaceLanguage) -> CatalogueFacts:
        if wanted.code == SOURCE or wanted.pseudo is not Pseudo.NONE:
            return CatalogueFacts(is_draft=False)
        own = self._places.own_po(wanted.code)
        if own is not None and own.exists():
            return facts_of(self.translator(wanted.code).catalogue.info())
        return facts_of(compiled_headers(self._places.program_mo(wanted.code)))

    def _load(self, wanted: InterfaceLanguage) -> Translator:
        if wanted.pseudo is not Pseudo.NONE:
            return Translator(wanted, PseudoCatalogue(wanted.pseudo))
        if wanted.code == SOURCE:
            return english()
        catalogue = self._read(wanted)
        return Translator(wanted, catalogue, facts_of(catalogue.info()))

    def _read(self, wanted: InterfaceLanguage) -> GNUTranslations:
        own, program = self._places.own_po(wanted.code), self._places.program_mo(wanted.code)
        if own is None or not own.exists():
            return _compiled(program, wanted.code)
        from s2w_desktop.i18n.added_catalogue import read_added  # loads Babel's readers, which only added languages need

        catalogue = read_added(own, wanted.code, self._places.template)
        if program.exists():
            catalogue.add_fallback(_compiled(program, wanted.code))
        return catalogue


def _compiled(path: Path, code: str) -> GNUTranslations:
    try:
        with path.open("rb") as file:
            return _WithFractions(file, code)
    except (OSError, ValueError, struct.error) as cause:
        raise FileUnreadable from cause


class _WithFractions(GNUTranslations):
    """A catalogue that finds the form of FRACTION: its rule knows whole numbers alone, its forms are those of CLDR."""

    def __init__(self, file: BinaryIO, code: str) -> None:
        super().__init__(file)
        wholes: Callable[[int], int] = self.plural  # type: ignore[has-type]  # made from the head of the file
        self.plural = lambda n: _form_of_fractions(code) if n == FRACTION else wholes(n)


def _form_of_fractions(code: str) -> int:
    """Which form a language of CLDR gives fractions, counted as catalogues do."""
    from babel import Locale  # takes long to load, and few interviews hold a fraction

    rule = Locale.parse(code).plural_form
    forms = [*(tag for tag in ("zero", "one", "two", "few", "many") if tag in rule.tags), "other"]
    return forms.index(rule(1.5))
