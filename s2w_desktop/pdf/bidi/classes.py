"""Bidirectional classes and paired brackets of single characters."""

import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

ISOLATE_INITIATORS: Final = frozenset({"LRI", "RLI", "FSI"})
EMBEDDING_INITIATORS: Final = frozenset({"RLE", "LRE", "RLO", "LRO"})
REMOVED_BY_X9: Final = EMBEDDING_INITIATORS | {"PDF", "BN"}
NEUTRALS: Final = frozenset({"B", "S", "WS", "ON", "PDI"}) | ISOLATE_INITIATORS

# Letters newer than Python's own tables still run in the direction that Unicode gives their block (DerivedBidiClass.txt).
_BLOCK_DEFAULTS: Final = (
    (0x0590, 0x05FF, "R"),
    (0x0600, 0x07BF, "AL"),
    (0x07C0, 0x085F, "R"),
    (0x0860, 0x08FF, "AL"),
    (0x20A0, 0x20CF, "ET"),
    (0xFB1D, 0xFB4F, "R"),
    (0xFB50, 0xFDCF, "AL"),
    (0xFDF0, 0xFDFF, "AL"),
    (0xFE70, 0xFEFF, "AL"),
    (0x10800, 0x10FFF, "R"),
    (0x1E800, 0x1EFFF, "R"),
)


@lru_cache(maxsize=4096)
def bidi_class(char: str) -> str:
    """The class of one character by its short Unicode name ("L", "AL", "EN" ...)."""
    known = unicodedata.bidirectional(char)
    if known:
        return known
    code = ord(char)
    return next((name for first, last, name in _BLOCK_DEFAULTS if first <= code <= last), "L")


class Bracket(NamedTuple):
    """One half of a pair. `key` is equal for halves that belong together, also for canonically equivalent ones."""

    is_opening: bool
    key: str


# Ranges of opening brackets (first, last), every second character; the closing one follows directly.
_NEIGHBOURS: Final = (
    (0x0028, 0x0028), (0x0F3A, 0x0F3C), (0x169B, 0x169B), (0x2045, 0x2045), (0x207D, 0x207D), (0x208D, 0x208D),
    (0x2308, 0x230A), (0x2329, 0x2329), (0x2768, 0x2774), (0x27C5, 0x27C5), (0x27E6, 0x27EE), (0x2983, 0x298B),
    (0x2991, 0x2997), (0x29D8, 0x29DA), (0x29FC, 0x29FC), (0x2E22, 0x2E28), (0x2E55, 0x2E5B), (0x3008, 0x3010),
    (0x3014, 0x301A), (0xFE59, 0xFE5D), (0xFF08, 0xFF08), (0xFF5F, 0xFF5F), (0xFF62, 0xFF62),
)  # fmt: skip
_OTHERS: Final = (
    ("[", "]"), ("{", "}"), ("\u298d", "\u2990"), ("\u298f", "\u298e"), ("\uff3b", "\uff3d"), ("\uff5b", "\uff5d"),
)  # fmt: skip


def _all_brackets() -> dict[str, Bracket]:
    pairs = [(chr(code), chr(code + 1)) for first, last in _NEIGHBOURS for code in range(first, last + 1, 2)]
    brackets: dict[str, Bracket] = {}
    for opening, closing in (*pairs, *_OTHERS):
        key = unicodedata.normalize("NFC", opening)
        brackets[opening] = Bracket(is_opening=True, key=key)
        brackets[closing] = Bracket(is_opening=False, key=key)
    return brackets


BRACKETS: Final = _all_brackets()
