"""Words with their language: script and direction. Plain Python, no Qt."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from s2w_desktop.i18n.languages import is_rtl_language


class Script(StrEnum):
    """The scripts that need a type of their own; every other one is set like Latin."""

    LATIN = "Latn"
    ARABIC = "Arab"
    ETHIOPIC = "Ethi"
    BENGALI = "Beng"


_BLOCKS = (
    (range(0x0600, 0x0700), Script.ARABIC),
    (range(0x0750, 0x0780), Script.ARABIC),
    (range(0x0870, 0x0900), Script.ARABIC),
    (range(0xFB50, 0xFE00), Script.ARABIC),
    (range(0xFE70, 0xFF00), Script.ARABIC),
    (range(0x1200, 0x13A0), Script.ETHIOPIC),
    (range(0x2D80, 0x2DE0), Script.ETHIOPIC),
    (range(0xAB01, 0xAB30), Script.ETHIOPIC),
    (range(0x0980, 0x0A00), Script.BENGALI),
)
"""Blocks of Unicode 15.1 whose letters are set in a type of their own."""


def script_of(text: str) -> Script:
    """The script most letters of the text are written in; Latin for a text without letters."""
    if text.isascii():
        return Script.LATIN
    counts = dict.fromkeys(Script, 0)
    for char in text:
        if char.isalpha():
            code = ord(char)
            counts[next((script for block, script in _BLOCKS if code in block), Script.LATIN)] += 1
    return max(counts, key=counts.__getitem__)


def has_direction(text: str) -> bool:
    """Whether any letter of the text has a direction of its own; what is isolated says nothing of the text around it."""
    return _first_strong(text) is not None


def is_rtl_text(text: str) -> bool:
    """Whether the first strong letter of the text runs from right to left (rules P2 and P3 of UAX #9)."""
    return _first_strong(text) in ("R", "AL")


def _first_strong(text: str) -> str | None:
    depth = 0
    for kind in map(unicodedata.bidirectional, text):
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif not depth and kind in ("L", "R", "AL"):
            return kind
    return None


@dataclass(frozen=True)
class Words:
    """A text and the language it is in (BCP 47; empty: the language of the window)."""

    text: str
    language: str = ""

    @cached_property
    def script(self) -> Script:
        """Script of the text."""
        return script_of(self.text)

    @cached_property
    def is_rtl(self) -> bool:
        """Direction of the text: its letters decide, its language where it has none."""
        if has_direction(self.text):
            return is_rtl_text(self.text)
        return is_rtl_language(self.language)

    @property
    def stands_rtl(self) -> bool:
        """From which edge the text is set beside another: its language decides, its letters where no language is told."""
        return is_rtl_language(self.language) if self.language else self.is_rtl
