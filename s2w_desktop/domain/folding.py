"""Folding of words for search: case, diacritics and Arabic letter variants do not matter."""

import re
import unicodedata

_has_digit = re.compile(r"\d").search
_VARIANTS = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ۍ": "ي", "ئ": "ي", "ؤ": "و", "ۆ": "و",
        "ة": "ه", "ە": "ه", "ک": "ك", "ګ": "ك", "گ": "ك", "ـ": None, "\u200c": None, "\u200d": None,
        "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe",
    }
)  # fmt: skip


def folded(text: str) -> str:
    """The form of a text that search compares: casefolded, without marks, variants of a letter made one."""
    if text.isascii():
        return " ".join(text.lower().split())  # the same by a shorter way: no marks, no variants
    spelled = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join([c for c in spelled if not unicodedata.combining(c)])
    return " ".join(bare.translate(_VARIANTS).split())


def latin_digits(text: str) -> str:
    """The text with the decimal digits of every script as 0 to 9."""
    if text.isascii() or not _has_digit(text):
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
