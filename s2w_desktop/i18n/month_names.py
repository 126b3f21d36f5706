"""Gregorian months where CLDR's names would be misread (decisions/0192)."""

from collections.abc import Mapping
from typing import Final

GREGORIAN_MONTHS: Final[Mapping[str, tuple[str, ...]]] = {
    "ti": (
        "ጃንዩወሪ", "ፌብሩወሪ", "ማርች", "ኤፕረል", "ሜይ", "ጁን", "ጁላይ", "ኦገስት", "ሴፕቴምበር", "ኦክተውበር", "ኖቬምበር", "ዲሴምበር",
    ),
}  # fmt: skip
"""By language of CLDR, January to December."""
