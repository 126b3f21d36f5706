"""Words of other scripts as people type them in Latin letters: "najjar" for نجار, "zvarjuvalnyk" for зварювальник.

Everybody romanises in a way of his own, and mostly the vowels differ; so both sides are brought to their consonants, with
one letter for those that are written in several ways. Letters of Ethiopic and Bengali are told by their Unicode names.
"""

import re
import unicodedata
from typing import Final

from s2w_desktop.domain.folding import folded
from s2w_desktop.domain.letters import name_of_sound


def _alike(pairs: str) -> dict[int, str]:
    """Letters that stand for others; for none at all where nothing stands behind the sign."""
    return {ord(pair[0]): pair[2:] for pair in pairs.split()}


_ARABIC: Final = {
    **dict.fromkeys("بپ", "b"), **dict.fromkeys("تطةټٹث", "t"), **dict.fromkeys("جچڄ", "j"), **dict.fromkeys("حهھہە", "h"),
    "خ": "x", **dict.fromkeys("دضډڈ", "d"), **dict.fromkeys("ذزظژږځ", "z"), **dict.fromkeys("رړڑڕ", "r"),
    **dict.fromkeys("سصڅ", "s"), **dict.fromkeys("شښ", "c"), "غ": "g", **dict.fromkeys("فڤ", "f"),
    **dict.fromkeys("قكکگګڭ", "k"), **dict.fromkeys("لڵ", "l"), "م": "m", **dict.fromkeys("نڼں", "n"),
}  # fmt: skip
_CYRILLIC: Final = {
    "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "ж": "z", "з": "z", "к": "k", "л": "l", "м": "m", "н": "n",
    "п": "p", "р": "r", "с": "s", "т": "t", "ф": "f", "х": "h", "ц": "c", "ч": "c", "ш": "c", "щ": "c",
}  # fmt: skip
_GREEK: Final = {
    "β": "v", "γ": "g", "δ": "d", "ζ": "z", "θ": "t", "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "ks", "π": "p", "ρ": "r",
    "σ": "s", "ς": "s", "τ": "t", "φ": "f", "χ": "h", "ψ": "ps",
}  # fmt: skip
_TABLES: Final = {"Arab": _ARABIC, "Cyrl": _CYRILLIC, "Grek": _GREEK}
_SCRIPTS: Final = (
    (re.compile(r"[\u0600-\u06ff]"), "Arab"),
    (re.compile(r"[\u0400-\u04ff]"), "Cyrl"),
    (re.compile(r"[\u0370-\u03ff]"), "Grek"),
    (re.compile(r"[\u1200-\u137f]"), "Ethi"),
    (re.compile(r"[\u0980-\u09ff]"), "Beng"),
)
_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")
_LATIN_WORDS: Final = re.compile(r"[^a-z]+")
_TWO_LETTERS: Final = {
    "Arab": (("sh", "c"), ("kh", "x"), ("gh", "g"), ("th", "t"), ("dh", "z"), ("zh", "z"), ("ch", "j"), ("dj", "j"), ("ph", "f")),
    "Cyrl": (("shch", "c"), ("sch", "c"), ("tch", "c"), ("sh", "c"), ("ch", "c"), ("zh", "z"), ("kh", "h"), ("ts", "c")),
    "Grek": (("th", "t"), ("ch", "h"), ("ph", "f"), ("x", "ks")),
    "Ethi": (("ts", "s"), ("sh", "s"), ("ch", "c"), ("ph", "p"), ("gn", "n"), ("ny", "n")),
    "Beng": (("sh", "s"), ("ch", "c"), ("ph", "p"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("bh", "b"), ("jh", "j")),
}  # fmt: skip
_SAME: Final = {
    "Arab": _alike("q>k g>k p>b v>f"),
    "Cyrl": _alike("w>v q>k j> x>h"),
    "Grek": _alike("w>v q>k b>p j> c>k"),
    "Ethi": _alike("q>k x>s v>b"),
    "Beng": _alike("v>b z>j q>k x>k"),
}
_VOWELS: Final = re.compile(r"[aeiouyw]+")
_DOUBLED: Final = re.compile(r"([a-z])\1+")
_ARTICLE: Final = re.compile(r"\b(?:wal|bil|al|el|ul|ad|as|an|at|ar)[ -](?=[a-z]{3})")


def script_of(text: str) -> str:
    """The ISO 15924 code of the first script other than Latin that can be romanised; empty when there is none."""
    return next((script for letters, script in _SCRIPTS if letters.search(text)), "")


def can_be_typed(script: str) -> bool:
    """Whether words of a script are found by Latin letters here; a newer program may know more scripts. Empty: Latin itself."""
    return not script or script in _TWO_LETTERS


def is_latin(text: str) -> bool:
    """Whether every letter of a folded text is a Latin one, and there is one."""
    return text.isascii() and any(map(str.isalpha, text))


def label_skeleton(text: str, script: str) -> str:
    """The consonants of a label in this script, words parted by single spaces."""
    plain = "".join(letter for letter in folded(text) if not unicodedata.category(letter).startswith("M"))
    return " ".join(filter(None, (_consonants(word, script) for word in _BETWEEN_WORDS.split(plain))))


def typed_skeleton(latin: str, script: str) -> str:
    """What was typed in Latin letters, as `label_skeleton` brings words of this script."""
    plain = _ARTICLE.sub(" ", folded(latin)) if script == "Arab" else folded(latin)
    for letters, one in _TWO_LETTERS[script]:
        plain = plain.replace(letters, one)
    plain = _DOUBLED.sub(r"\1", plain.translate(_SAME[script]))
    return " ".join(filter(None, (_VOWELS.sub("", word) for word in _LATIN_WORDS.split(plain))))


def _consonants(word: str, script: str) -> str:
    if script in _TABLES:
        plain = "".join(_TABLES[script].get(letter, "") for letter in word)
        plain = plain.translate(_SAME[script])
        return plain.removeprefix("l") if script == "Arab" and word.startswith("ال") else plain
    latin = "".join(name_of_sound(letter, script) for letter in word)
    for letters, one in _TWO_LETTERS[script]:
        latin = latin.replace(letters, one)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", latin.translate(_SAME[script])))
