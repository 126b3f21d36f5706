"""Telephone numbers as Europass writes them: the country's calling code apart from the rest (ITU-T E.164)."""

import re
from typing import Final

from s2w_desktop.domain.codes.listing import codes

_SHORT_CODES: Final = frozenset(
    codes(
        "1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 "
        "90 91 92 93 94 95 98"
    )
)
"""Calling codes of one and two digits; all others have three. No code begins with another."""
_BETWEEN: Final = re.compile(r"[\s()./-]")
_WHOLE: Final = re.compile(r"(?:\+|00)([1-9]\d{6,14})", re.ASCII)
_CODE: Final = re.compile(r"\+?([1-9]\d{0,2})", re.ASCII)


def parted(number: str) -> tuple[str, str] | None:
    """Calling code and the rest, digits alone; None for a number without a calling code: nobody can tell its country."""
    whole = _WHOLE.fullmatch(_BETWEEN.sub("", number))
    if not whole:
        return None
    digits = whole.group(1)
    length = next((length for length in (1, 2) if digits[:length] in _SHORT_CODES), 3)
    return digits[:length], digits[length:]


def joined(untrusted_code: str, untrusted_rest: str) -> str:
    """The number of both parts; without a calling code the rest as it stands."""
    code = _CODE.fullmatch(untrusted_code.strip())
    return f"+{code.group(1)}{_BETWEEN.sub('', untrusted_rest)}" if code else untrusted_rest.strip()
