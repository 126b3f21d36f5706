"""Words with their language: script, direction, isolation and folding for search. Plain Python, no Qt."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


class Script(StrEnum):
    """The scripts that need a type of their own; every other one is set like Latin."""

    LATIN = "Latn"
    ARABIC = "Arab"
    ETHIOPIC = "Ethi"
    BENGALI = "Beng"


_NAMES = {"ARABIC": Script.ARABIC, "ETHIOPIC": Script.ETHIOPIC, "BENGALI": Script.BENGALI}
_RTL_LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_ARABIC_FORMS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ـ": ""}
_LATIN_FORMS = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"}
_FORMS = str.maketrans(_ARABIC_FORMS | _LATIN_FORMS)


def script_of(text: str) -> Script:
    """The script most letters of the text are written in; Latin for a text without letters."""
    counts = dict.fromkeys(Script, 0)
    for char in text:
        if char.isalpha():
            name = unicodedata.name(char, "").partition(" ")[0]
            counts[_NAMES.get(name, Script.LATIN)] += 1
    return max(counts, key=counts.__getitem__)


def is_rtl_text(text: str) -> bool:
    """Whether the first strong letter of the text runs from right to left (rules P2 and P3 of UAX #9)."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def is_rtl_language(language: str) -> bool:
    """Whether the language is written from right to left; pseudo-locales tell it by their script tag `XB`."""
    parts = language.replace("_", "-").split("-")
    return "XB" in parts or parts[0] in _RTL_LANGUAGES


def isolate(text: str) -> str:
    """The text between isolates, so that it cannot turn the words of the sentence around it."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if text else ""


def fold(text: str) -> str:
    """The text as search sees it: no case, no diacritics, one form of each Arabic letter."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    return bare.translate(_FORMS)


@dataclass(frozen=True)
class Words:
    """A text and the language it is in (BCP 47; empty: the language of the window)."""

    text: str
    language: str = ""

    @property
    def script(self) -> Script:
        """Script of the text."""
        return script_of(self.text)

    @property
    def is_rtl(self) -> bool:
        """Direction of the text: its letters decide, its language where it has none."""
        if any(unicodedata.bidirectional(char) in ("L", "R", "AL") for char in self.text):
            return is_rtl_text(self.text)
        return is_rtl_language(self.language)
