"""The languages of the interface, and how their codes meet those of the profile (ISO 639-3).

A further language is one more row here and a catalogue under translations/; nothing else in the code names a language.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Pseudo(Enum):
    """Languages made from English at run time, to test windows and papers with."""

    NONE = ""
    LONG = "long"  # accents, 40 % longer, in brackets
    MIRRORED = "mirrored"  # written from right to left


@dataclass(frozen=True)
class InterfaceLanguage:
    """A language that screens and papers can speak.

    `iso639_3` begins with the code that the profile stores for it; further codes are spoken forms that are written the same way.
    `cldr` names the locale whose dates, lists and names are used.
    """

    code: str
    native_name: str
    iso639_3: tuple[str, ...]
    cldr: str
    is_rtl: bool = False
    pseudo: Pseudo = Pseudo.NONE


SOURCE: Final = "en"
"""The language that the program is written in."""

LANGUAGES: Final = (
    InterfaceLanguage(SOURCE, "English", ("eng",), cldr="en_001"),
    InterfaceLanguage("fr", "Français", ("fra",), cldr="fr"),
    InterfaceLanguage("ar", "العربية", ("ara", "arb", "apc", "arz", "acm", "apd", "ary"), cldr="ar", is_rtl=True),
    InterfaceLanguage("en_XA", "[Þšéûðö English]", (), cldr="en_001", pseudo=Pseudo.LONG),
    InterfaceLanguage("ar_XB", "\u202ehsilgnE oduesP\u202c", (), cldr="en_001", is_rtl=True, pseudo=Pseudo.MIRRORED),
)
_BY_CODE: Final = {language.code: language for language in LANGUAGES}
_BY_ISO639_3: Final = {code: language.code for language in LANGUAGES for code in language.iso639_3}
_WRITTEN_RTL: Final = frozenset(
    ("ara", "arb", "apc", "arz", "acm", "apd", "ary", "fas", "pes", "prs", "pus", "ckb", "urd", "snd", "pnb", "uig", "aii")
)
"""Codes of ISO 639-3 that are written from right to left (profile-model 6.24)."""


def language(code: str) -> InterfaceLanguage:
    """The language with this interface code. Raises KeyError for one that the program does not have."""
    return _BY_CODE[code]


def shipped(*, with_pseudo: bool = False) -> tuple[InterfaceLanguage, ...]:
    """The languages to choose from, in the order they are offered."""
    return tuple(one for one in LANGUAGES if with_pseudo or one.pseudo is Pseudo.NONE)


def interface_for(iso639_3: str) -> str | None:
    """The interface language in which a speaker of a profile language can read, or None."""
    return _BY_ISO639_3.get(iso639_3)


def iso639_3_of(code: str) -> str:
    """The profile's code of an interface language; English for the pseudo-languages. Raises KeyError."""
    return (_BY_CODE[code].iso639_3 or _BY_CODE[SOURCE].iso639_3)[0]


def is_same_language(one: str, other: str) -> bool:
    """Whether two codes, each of the interface or of ISO 639-3, are written the same way."""
    return _written_as(one) == _written_as(other)


def is_rtl_language(code: str) -> bool:
    """Whether an interface language or a language of the profile is written from right to left."""
    known = _BY_CODE.get(code)
    return known.is_rtl if known else code in _WRITTEN_RTL


def best_match(wanted: Sequence[str]) -> str:
    """The first language wanted that the program speaks, regions aside; English when it speaks none of them."""
    for code in wanted:
        bare = code.replace("-", "_").partition(".")[0]
        for known in (bare, bare.partition("_")[0]):
            if known in _BY_CODE:
                return known
    return SOURCE


def _written_as(code: str) -> str:
    return _BY_ISO639_3.get(code, code)
