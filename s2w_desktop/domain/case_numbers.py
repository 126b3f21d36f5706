"""Case numbers CC-XXXX-XXXX-K: country, eight random letters and digits, a check character.

Random, so a number tells nothing about the person, the order or the place. The alphabet has 31 signs, without 0 O 1 I L;
31 is a prime, so a check sum with different weights finds every wrong sign and every swap of two neighbours.
"""

import re
from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_PATTERN = re.compile(f"([A-Z]{{2}})-([{ALPHABET}]{{4}})-([{ALPHABET}]{{4}})-([{ALPHABET}])")


def new_case_number(country: str, *, randbelow: Callable[[int], int]) -> str:
    """A fresh number for a country (ISO 3166-1 alpha-2, upper case). `randbelow` must be cryptographic."""
    signs = "".join(ALPHABET[randbelow(len(ALPHABET))] for _ in range(8))
    return f"{country}-{signs[:4]}-{signs[4:]}-{_check_character(country + signs)}"


def is_case_number(untrusted_text: str) -> bool:
    """Whether a text has the form of a case number and its check character fits."""
    found = _PATTERN.fullmatch(untrusted_text)
    return bool(found) and _check_character("".join(found.groups()[:3])) == found.group(4) if found else False


def _check_character(signs: str) -> str:
    values = [ord(sign) - ord("A") for sign in signs[:2]] + [ALPHABET.index(sign) for sign in signs[2:]]
    return ALPHABET[sum(weight * value for weight, value in enumerate(values, start=1)) % len(ALPHABET)]
