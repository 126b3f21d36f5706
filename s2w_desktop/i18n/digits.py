"""Numerals as a language writes them by tradition, for people who read numerals though not words (UX-31).

Only show-mode uses them: records, lists and papers carry Latin digits in every language.
"""

from typing import Final

from s2w_desktop.i18n.names import locale_of
from s2w_desktop.i18n.translator import Translator

_ZEROS: Final = {"arab": "\u0660", "arabext": "\u06f0", "beng": "\u09e6", "deva": "\u0966"}
"""The digit zero of CLDR's decimal numbering systems; the other nine follow it in Unicode."""


def native_digits(tr: Translator, figure: str) -> str:
    """The text with its digits 0 to 9 as the language's own; languages without digits of their own keep Latin ones."""
    zero = _ZEROS.get(locale_of(tr).other_numbering_systems.get("native", ""))
    if zero is None:
        return figure
    return "".join(chr(ord(zero) + int(letter)) if letter.isascii() and letter.isdigit() else letter for letter in figure)
