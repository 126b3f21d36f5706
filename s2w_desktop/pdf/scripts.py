"""Which script a language is written in, and with it the direction of its paragraphs."""

from enum import Enum
from functools import cache
from typing import Final

from babel.core import get_global

from s2w_desktop.i18n.languages import is_rtl_language

NEUTRAL: Final = "en"
"""Stands for what needs no language: figures, dates and codes run from left to right whatever the languages of a paper are."""


class Script(Enum):
    """Scripts by the font family that serves them; LATIN stands for Latin, Cyrillic and Greek."""

    LATIN = "Latn"
    ARABIC = "Arab"
    ETHIOPIC = "Ethi"
    BENGALI = "Beng"

    @property
    def is_rtl(self) -> bool:
        """Whether paragraphs in this script run from right to left."""
        return self is Script.ARABIC


@cache
def script_of(language: str) -> Script:
    """The script of a language code such as "en", "fa_AF" or "ku"; what the code leaves open is taken from CLDR.

    The direction of a paragraph comes from here, never from its first letter.
    """
    code = language.replace("-", "_")
    likely = str(get_global("likely_subtags").get(code.partition("_")[0], ""))
    written = _script_part(code) or _script_part(likely)
    if written is None and is_rtl_language(language):  # codes of ISO 639-3, which CLDR files under shorter ones
        return Script.ARABIC
    return next((script for script in Script if script.value == written), Script.LATIN)


def _script_part(code: str) -> str | None:
    return next((part for part in code.split("_")[1:] if len(part) == len("Arab")), None)


def language_tag(language: str) -> str:
    """The code in the form that PDF readers expect in /Lang (BCP 47)."""
    return language.replace("_", "-")
