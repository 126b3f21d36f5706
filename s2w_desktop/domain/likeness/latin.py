"""Words of names in Latin letters, whatever script they were written in.

Arabic script writes few vowels. A word of it comes with its consonants and the mark `NO_VOWELS` at its end, and is compared
by them alone. The letters here stand for how names are spelled in passports; `reference.romanised` has the other task of
finding a word that somebody types, and brings both sides to one script's own sounds.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from s2w_desktop.domain.folding import folded
from s2w_desktop.domain.letters import name_of_sound

NO_VOWELS: Final = "*"
_MOST_WORDS: Final = 6
_MOST_LETTERS: Final = 30

_ARABIC: Final = {
    **dict.fromkeys("بپ", "b"), **dict.fromkeys("تطټٹ", "t"), "ث": "th", **dict.fromkeys("جڄ", "j"), "چ": "ch",
    **dict.fromkeys("حهھہ", "h"), "خ": "kh", **dict.fromkeys("دضډڈ", "d"), "ذ": "dh", **dict.fromkeys("زظږځ", "z"), "ژ": "zh",
    **dict.fromkeys("رړڑڕ", "r"), **dict.fromkeys("سصڅ", "s"), **dict.fromkeys("شښ", "sh"), "غ": "gh", **dict.fromkeys("فڤ", "f"),
    **dict.fromkeys("قكکڭ", "k"), **dict.fromkeys("گګ", "g"), **dict.fromkeys("لڵ", "l"), "م": "m", **dict.fromkeys("نڼں", "n"),
    **dict.fromkeys("يیىېےۍئێ", "y"),
}  # fmt: skip
_CYRILLIC: Final = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ye", "ж": "zh", "з": "z", "и": "i",
    "і": "i", "ї": "yi", "й": "y", "ј": "y", "к": "k", "л": "l", "љ": "l", "м": "m", "н": "n", "њ": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "ћ": "c", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_GREEK: Final = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l", "μ": "m",
    "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch",
    "ψ": "ps", "ω": "o",
}  # fmt: skip
_LATIN: Final = {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ə": "a"}
_LETTERS: Final = {**_ARABIC, **_CYRILLIC, **_GREEK, **_LATIN}
_WAW, _ALEF = "و", "ا"
_WITHOUT_SOUND: Final = "واآأإٱ"  # or with one that depends on where they stand
_DOUBLED_IN_WRITING: Final = ("الله", "اله")
_CONSONANT_BEFORE: Final = frozenset("اآيیى")
_ARABIC_LETTER: Final = re.compile(r"[\u0620-\u06d3]")
_BETWEEN: Final = re.compile(r"[^\w'’ʼ`]+")
_SILENT: Final = re.compile(r"['’ʼ`_\d]+")
_PARTICLES: Final = frozenset(
    (
        "al",
        "el",
        "ul",
        "ad",
        "ash",
        "az",
        "ibn",
        "bin",
        "ben",
        "bint",
        "bent",
        "ould",
        "de",
        "da",
        "di",
        "du",
        "der",
        "den",
        "van",
        "von",
    )
)
_SERVANT: Final = frozenset(("abd", "abdul", "abdal", "abdel", "abdol", "abdoul", "abdur", "abdar"))
_ARABIC_PARTICLES: Final = frozenset(("ال", "بن", "ابن", "بنت", "ولد"))


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in the letters a to z, in its order: without particles, initials and articles; perhaps none.

    "Abd al-Rahman" is one word, as it is one name. A script that is not known here gives no words.
    """
    found = list(_joined(_pieces(name)))
    whole = [word for word in found if word not in _PARTICLES and len(word.removesuffix(NO_VOWELS)) > 1]
    return tuple((whole or found)[:_MOST_WORDS])


def _pieces(name: str) -> Iterator[str]:
    unmarked = name.lower() if name.isascii() else _without_marks(name)
    for piece in _BETWEEN.split(unmarked):
        if piece in _ARABIC_PARTICLES:
            continue
        word = in_latin(piece[:_MOST_LETTERS])
        if word:
            yield word


def _without_marks(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold().replace("\u200c", " ").replace("\u200d", "")
    return "".join([letter for letter in plain if not unicodedata.category(letter).startswith("M")])


def _joined(words: Iterator[str]) -> Iterator[str]:
    """Servant of …: the word that begins a name belongs to the next one."""
    before = ""
    for word in words:
        if before and word in _PARTICLES:
            continue
        if before and word.endswith(NO_VOWELS) == before.endswith(NO_VOWELS):
            yield before.removesuffix(NO_VOWELS) + word
            before = ""
        elif word in _SERVANT or word == f"bd{NO_VOWELS}":
            before = word
        else:
            yield from filter(None, (before, word))
            before = ""
    if before:
        yield before


@lru_cache(maxsize=65_536)
def in_latin(word: str) -> str:
    """One casefolded word in the letters a to z; of Arabic script its consonants and `NO_VOWELS`. Empty for an unknown script."""
    if word.isascii() and word.isalpha() and word.islower():
        return word
    if _ARABIC_LETTER.search(word):
        return _consonants(word)
    bare = "".join(_letter(letter) for letter in unicodedata.normalize("NFC", _SILENT.sub("", word)))
    return "".join(letter for letter in bare if "a" <= letter <= "z")


def _consonants(word: str) -> str:
    plain = word.replace(*_DOUBLED_IN_WRITING)
    letters = [letter for letter in plain if letter in _LETTERS or letter in _WITHOUT_SOUND]
    if "".join(letters[:2]) == "ال" and len(letters) > 3:
        letters = letters[2:]
    found = "".join(_LETTERS.get(letter, "") if letter != _WAW else _waw(letters, place) for place, letter in enumerate(letters))
    return found.replace("y", "") + NO_VOWELS if found.replace("y", "") else ""


def _waw(letters: list[str], place: int) -> str:
    """The letter that is a consonant at the beginning of a word or beside an alef, and a long vowel elsewhere."""
    before = letters[place - 1] if place else ""
    after = letters[place + 1] if place + 1 < len(letters) else ""
    is_consonant = not before or after in _CONSONANT_BEFORE or (before == _ALEF and place > 1)
    return "v" if is_consonant else ""


def _letter(letter: str) -> str:
    if "a" <= letter <= "z":
        return letter
    plain = folded(letter)
    return _LETTERS.get(letter) or _LETTERS.get(plain) or name_of_sound(letter) or plain
