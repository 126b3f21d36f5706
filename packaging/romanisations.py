"""How offices write names of other scripts in Latin letters, as published tables and customs have it.

Arabic and Dari names start from a reading with its vowels, in the letters of ALA-LC (ā ī ū ḥ ṣ ḍ ṭ ẓ ʿ, and sh kh gh th dh ch):

* ALA-LC: the Arabic and Persian tables of the Library of Congress, marks left out, as catalogues and many passports do
* English: customary spellings (ee, oo, -ah); also what BGN/PCGN 1956 gives without marks
* French: customary spellings of the Maghreb and the Levant (ch for sh, ou for u, dj for j), as in "Transcription IGN 1967"
* German: DIN 31635 in the spelling of newspapers and Duden (sch, dsch, j for y)
* Dari: BGN/PCGN 2007, where short i and u are e and o
* Turkish: the Turkish alphabet (ş, c, y), marks left out

Ukrainian names start from Cyrillic:

* KMU 2010: resolution 55 of the Cabinet of Ministers, the table of today's passports
* BGN/PCGN 1965, apostrophes left out
* German: the table of Duden
* Russian: the Russian form of the letters by GOST R 52535.1-2006, as in older documents
"""

import re
from collections.abc import Mapping
from typing import Final

_BARE: Final = str.maketrans("āīūḥṣḍṭẓ", "aiuhsdtz", "ʿʾ")

ARABIC: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "ala-lc": (),
    "english": (("ī", "ee"), ("ū", "oo"), ("ay", "ai"), ("aw", "ow"), ("a$", "ah"), ("q", "k")),
    "french": (("sh", "ch"), ("ū", "ou"), ("u", "ou"), ("aw", "aou"), ("j", "dj"), ("ay", "aï"), ("q", "k"), ("w", "ou")),
    "german": (("sh", "sch"), ("j", "dsch"), ("y", "j"), ("kh", "ch"), ("q", "k")),
    "dari": (("i", "e"), ("u", "o"), ("ū", "oo"), ("aw", "au"), ("ay", "ai"), ("ḍ", "z"), ("th", "s"), ("dh", "z")),
    "turkish": (("sh", "ş"), ("j", "c"), ("q", "k"), ("w", "v"), ("th", "s"), ("dh", "z"), ("kh", "h"), ("gh", "g"), ("ḍ", "d")),
}
_LONG: Final = {"ā": "ا", "ī": "ي", "ū": "و", "ay": "ي", "aw": "و"}
_LETTERS: Final = {
    "sh": "ش", "kh": "خ", "gh": "غ", "th": "ث", "dh": "ذ", "ch": "چ", "b": "ب", "t": "ت", "j": "ج", "ḥ": "ح", "d": "د",
    "r": "ر", "z": "ز", "s": "س", "ṣ": "ص", "ḍ": "ض", "ṭ": "ط", "ẓ": "ظ", "ʿ": "ع", "f": "ف", "q": "ق", "k": "ك", "l": "ل",
    "m": "م", "n": "ن", "h": "ه", "w": "و", "y": "ي", "p": "پ", "g": "گ",
}  # fmt: skip

UKRAINIAN: Final[Mapping[str, Mapping[str, str]]] = {
    "kmu-2010": dict(
        zip(
            "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
            "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch - iu ia".replace("-", "").split(" "),
            strict=True,
        )
    ),
    "bgn-pcgn": dict(
        zip(
            "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
            "a b v h g d e ye zh z y i yi y k l m n o p r s t u f kh ts ch sh shch - yu ya".replace("-", "").split(" "),
            strict=True,
        )
    ),
    "german": dict(
        zip(
            "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
            "a b w h g d e je sch s y i ji j k l m n o p r s t u f ch z tsch sch schtsch - ju ja".replace("-", "").split(" "),
            strict=True,
        )
    ),
    "russian": dict(
        zip(
            "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
            "a b v g g d e e zh z i i i i k l m n o p r s t u f kh tc ch sh shch - iu ia".replace("-", "").split(" "),
            strict=True,
        )
    ),
}


def arabic_in_latin(reading: str, system: str) -> str:
    """A name in the letters of a system; `reading` has its vowels."""
    text = reading
    for letters, written in ARABIC[system]:
        text = re.sub(letters, written, text)
    return text.translate(_BARE).capitalize()


def arabic_in_script(reading: str) -> str:
    """A name in Arabic letters: consonants, long vowels, and a letter where it begins or ends with a vowel."""
    text = "".join("ا" if reading[0] in "aiu" else "")
    place = 0
    while place < len(reading):
        pair, one = reading[place : place + 2], reading[place]
        if pair in ("ay", "aw") and reading[place + 2 : place + 3] not in tuple("aiuāīū"):
            text, place = text + _LONG[pair], place + 2
        elif pair in _LETTERS:
            text, place = text + _LETTERS[pair], place + 2
            if reading[place - 2 : place] == reading[place : place + 2]:
                place += 2
        elif one in _LONG:
            text, place = text + ("" if place == 0 and one == "ā" else _LONG[one]), place + 1
        elif one in _LETTERS:
            place += 2 if reading[place + 1 : place + 2] == one else 1  # a doubled letter is written once
            text += _LETTERS[one]
        else:
            place += 1
    return text + ("ة" if reading.endswith("a") else "")


def ukrainian_in_latin(name: str, system: str) -> str:
    """A name in the letters of a system."""
    return "".join(UKRAINIAN[system].get(letter, "") for letter in name.lower()).capitalize()
