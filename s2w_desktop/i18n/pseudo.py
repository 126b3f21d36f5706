"""Languages for tests, made from English: one long and accented, one that runs from right to left. Places `{x}` stay."""

import re
from collections.abc import Callable
from gettext import NullTranslations
from math import ceil
from typing import Final

from s2w_desktop.i18n.languages import Pseudo

_PLAIN: Final = "ABCDEGHIJKLNOPRSTUWYZabcdeghijklnoprstuwyz"
_ACCENTED: Final = "ÅḂÇÐÉĜĤÎĴĶĻÑÖÞŔŠŢÛŴÝŽåḃçðéĝĥîĵķļñöþŕšţûŵýž"
_ACCENTS: Final = str.maketrans(_PLAIN, _ACCENTED)
_PLACE: Final = re.compile(r"(\{[^{}]*\})")
_WORD: Final = re.compile(r"(\S+)")
_FILLER: Final = "one two three four five six seven eight nine ten "
_LONGER: Final = 0.4
_RLM, _RLO, _PDF = "\u200f", "\u202e", "\u202c"


def lengthened(text: str) -> str:
    """The text with accents, 40 % longer, in brackets: what is cut, unmarked or missing in a font shows."""
    extra = ceil(len(text) * _LONGER)
    filler = (_FILLER * (extra // len(_FILLER) + 1))[: max(1, extra - len("[ ]"))]
    return f"[{_outside_places(text, lambda part: part.translate(_ACCENTS))} {filler}]"


def mirrored(text: str) -> str:
    """The text with every word turned round by override marks, in a line that starts at the right."""
    return _RLM + _outside_places(text, lambda part: _WORD.sub(rf"{_RLO}\1{_PDF}", part))


def _outside_places(text: str, change: Callable[[str], str]) -> str:
    return "".join(part if _PLACE.fullmatch(part) else change(part) for part in _PLACE.split(text))


def dressed(text: str, pseudo: Pseudo) -> str:
    """The text as a language shows it: changed by the pseudo-languages, as it is in all others."""
    match pseudo:
        case Pseudo.LONG:
            return lengthened(text) if text else text
        case Pseudo.MIRRORED:
            return mirrored(text) if text else text
        case Pseudo.NONE:
            return text


class PseudoCatalogue(NullTranslations):
    """Answers like a catalogue, with changed English."""

    def __init__(self, pseudo: Pseudo) -> None:
        super().__init__()
        self._pseudo = pseudo

    def gettext(self, message: str) -> str:
        """The changed words."""
        return dressed(message, self._pseudo)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The changed words of the singular or plural."""
        return dressed(msgid1 if n == 1 else msgid2, self._pseudo)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002  # the shape of gettext
        """The changed words; the context changes nothing."""
        return dressed(message, self._pseudo)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002  # the shape of gettext
        """The changed words of the singular or plural; the context changes nothing."""
        return dressed(msgid1 if n == 1 else msgid2, self._pseudo)
