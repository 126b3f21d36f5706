"""Canonical JSON: one value has one text, so that digests made on different machines agree.

Sorted keys, no spaces, UTF-8, NFC text; no floats at all, no lone surrogates, no NUL (PostgreSQL refuses it).
"""

import json
import re
import unicodedata
from typing import TypeAlias

Plain: TypeAlias = "bool | int | str | list[Plain] | dict[str, Plain] | None"

_lone_surrogate = re.compile("[\ud800-\udfff]").search
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def canonical(value: Plain) -> bytes:
    """The one UTF-8 text of a plain value. Raises UnicodeEncodeError for a lone surrogate."""
    return _encode(value).encode("utf-8")


def is_clean(text: str) -> bool:
    """Whether a text may be stored and sent: NFC, no NUL, no lone surrogate."""
    if text.isascii():
        return "\0" not in text
    return "\0" not in text and unicodedata.is_normalized("NFC", text) and not _lone_surrogate(text)


def cleaned(untrusted_text: str) -> str:
    """A typed or pasted text made fit to be stored: NFC, without NUL and lone surrogates."""
    kept = "".join(c for c in untrusted_text if c != "\0" and not "\ud800" <= c <= "\udfff")
    return unicodedata.normalize("NFC", kept)


def kept_line(untrusted_text: str, most: int) -> str:
    """What is kept of a text that somebody typed: cleaned, at most so many letters, without blanks around it."""
    return cleaned(untrusted_text)[:most].strip()
