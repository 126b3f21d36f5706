"""The form in which the search compares words: one letter for its variants, no marks, no signs, no article."""

import re
from typing import Final

from s2w_desktop.domain.folding import folded

_LETTERS: Final = str.maketrans(
    {
        # Arabic script: what Persian, Pashto, Kurdish and Urdu keyboards write for the same sound, or Arabic ones cannot
        "ھ": "ه", "ہ": "ه", "پ": "ب", "چ": "ج", "ڤ": "ف", "ژ": "ز", "ء": None, "ے": "ي", "ێ": "ي", "ڕ": "ر", "ڵ": "ل",
        "ټ": "ت", "ٹ": "ت", "ډ": "د", "ڈ": "د", "ړ": "ر", "ڑ": "ر", "ڼ": "ن", "ں": "ن", "ښ": "ش", "ږ": "ز", "ځ": "ز", "څ": "س",
        # Cyrillic, and signs that are left out
        "ґ": "г", "ъ": None, "'": None, "’": None, "ʼ": None, "`": None,
    }
)  # fmt: skip
_SIGNS: Final = re.compile(r"[^\w+#]+")  # C++ and C# are words too
_ARABIC_WORD: Final = re.compile(r"[\u0620-\u064a]+\Z")
_ARTICLES: Final = ("وال", "بال", "كال", "فال", "لل", "ال")
_SHORTEST_WITH_ARTICLE: Final = 5


def spelled(text: str) -> str:
    """The words of `text` as the search compares them, parted by single spaces; may be empty.

    Case, marks, joiners, apostrophes and variants of letters in Arabic and Cyrillic script are gone, and so is the
    Arabic article, with what is written onto it. Both sides of a comparison go through here.
    """
    plain = folded(text).translate(_LETTERS).replace("_", " ")
    return " ".join(_without_article(word) for word in _SIGNS.sub(" ", plain).split())


def _without_article(word: str) -> str:
    if len(word) < _SHORTEST_WITH_ARTICLE or not _ARABIC_WORD.match(word):
        return word
    return next((word.removeprefix(article) for article in _ARTICLES if word.startswith(article)), word)
