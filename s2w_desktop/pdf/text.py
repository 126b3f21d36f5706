"""Text before it is shaped: cleaned of what cannot be printed. Values inside sentences come isolated (i18n.isolation)."""

import re
import unicodedata
from typing import Final

FORCED_LINE: Final = "\u2028"
SOFT_HYPHEN: Final = "\u00ad"
REPLACEMENT: Final = "\ufffd"

_LINE_ENDS: Final = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2029]")
_UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_IGNORABLE_RANGES: Final = (
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E),
    (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xE0100, 0xE01EF),
)  # fmt: skip
IGNORABLE: Final = frozenset(chr(code) for first, last in _IGNORABLE_RANGES for code in range(first, last + 1))
"""Characters that draw nothing by themselves: joiners, direction marks, variation selectors."""


def clean(untrusted_text: str) -> str:
    """Text that can be shaped: NFC, line ends as U+2028, tabs as spaces.

    Control characters, lone surrogates and noncharacters become U+FFFD, so that nothing vanishes without a trace.
    """
    text = _LINE_ENDS.sub(FORCED_LINE, untrusted_text).replace("\t", " ")
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub(REPLACEMENT, text))
