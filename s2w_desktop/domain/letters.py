"""Letters whose Unicode names tell their sound: Ethiopic syllables and Bengali letters."""

import unicodedata
from typing import Final

_STARTS: Final = {"Ethi": "ETHIOPIC SYLLABLE ", "Beng": "BENGALI LETTER "}


def name_of_sound(letter: str, script: str = "") -> str:
    """The sound in small Latin letters; empty for a letter of another script than `script` (ISO 15924; default: either)."""
    name = unicodedata.name(letter, "")
    starts = (_STARTS[script],) if script else tuple(_STARTS.values())
    sound = next((name.removeprefix(start) for start in starts if name.startswith(start)), "")
    return sound.rpartition(" ")[2].lower()  # "GLOTTAL A" sounds like a
