"""Six words that two people compare, so that a key is known to be the one of the machine on the table.

66 bits of SHA-256 over the public keys: finding other keys with the same words takes about 2^65 attempts.
"""

import hashlib
import unicodedata
from collections.abc import Sequence

WORDS_IN_LIST = 2048
_WORDS = 6
_BITS_PER_WORD = 11
_PURPOSE = "s2w-fingerprint/1"


def fingerprint_words(*, signing_key: str, recipients: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
    """Six of the 2048 words for a machine's public keys; the order of the recipients does not matter."""
    if len(words) != WORDS_IN_LIST:
        raise ValueError("a list of 2048 words is needed")
    spelled = "\n".join((_PURPOSE, signing_key, *sorted(recipients)))
    number = int.from_bytes(hashlib.sha256(spelled.encode("ascii")).digest())
    bits = number >> (256 - _WORDS * _BITS_PER_WORD)
    places = (bits >> (_BITS_PER_WORD * place) for place in reversed(range(_WORDS)))
    return tuple(words[place % WORDS_IN_LIST] for place in places)


def words_match(expected: Sequence[str], untrusted_typed: str) -> bool:
    """Whether the typed words are the expected ones; case, spaces, commas and hyphens between them do not matter."""
    return _folded(" ".join(expected)) == _folded(untrusted_typed)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(character if character.isalnum() else " " for character in plain).split())
