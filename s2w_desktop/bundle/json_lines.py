"""One line of JSON from outside, strictly: size, depth, whole numbers only, clean text, and in the end its one spelling.

The C parser of the standard library decides what a line is. What it lets through (keys given twice, NaN, floats, lone
surrogates, NUL) is refused here, mostly by looking at the bytes: a walk over the values is needed only when they contain an
escape or are not plain ASCII. Lines that nothing speaks against, as nearly all are, are read quicker: by `parse_quickly` and
`spelled_in_order`, which give what `parse_line` and `canonical` give, or nothing.
"""

import json
import unicodedata
from typing import NoReturn

from pydantic_core import from_json, to_json

from s2w_desktop.bundle.limits import MOST_INTEGER
from s2w_desktop.bundle.record_types import LineRefused, Reason
from s2w_desktop.domain.canonical import Plain, is_clean

_MOST_DIGITS = 20


def _whole(text: str) -> int:
    number = int(text) if len(text) <= _MOST_DIGITS else MOST_INTEGER + 1
    if not -MOST_INTEGER <= number <= MOST_INTEGER:
        raise ValueError("beyond 64 bits")
    return number


def _refuse(_text: str) -> NoReturn:
    raise ValueError("not a whole number")


def _once(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key is given twice")
    return found


_decode_line = json.JSONDecoder(parse_float=_refuse, parse_int=_whole, parse_constant=_refuse).decode
_decode_document = json.JSONDecoder(parse_float=_refuse, parse_int=_whole, parse_constant=_refuse, object_pairs_hook=_once).decode


def parse_line(untrusted_line: bytes, depth: int) -> dict[str, Plain]:
    """The object of a line, safe to look at. Raises LineRefused.

    The caller still has to compare the line with the canonical form of what it took from it: only that finds keys given
    twice and needless spaces.
    """
    try:
        text = untrusted_line.decode("utf-8")
    except UnicodeDecodeError as cause:
        raise LineRefused(Reason.NOT_UTF8) from cause
    return _checked(untrusted_line, text, _decode(text, document=False), depth)


def parse_quickly(untrusted_line: bytes) -> dict[str, Plain] | None:
    """The object of a line of clean texts without escapes by number; None for any other, which `parse_line` looks at.

    Floats, numbers beyond 64 bits and any depth may be in it: the caller takes only what its own form excludes them from, and
    compares with `spelled_in_order`.
    """
    if b"\\" in untrusted_line and b"\\u" in untrusted_line:
        return None
    try:
        text = untrusted_line.decode("utf-8")
        found = from_json(untrusted_line, allow_inf_nan=False)
    except ValueError:
        return None
    is_clean_object = isinstance(found, dict) and (text.isascii() or unicodedata.is_normalized("NFC", text))
    return found if is_clean_object else None


def spelled_in_order(value: Plain) -> bytes:
    """What `canonical` gives, quicker, for a value without floats whose keys stand in order. Raises LineRefused for others."""
    if not _is_in_order(value):
        raise LineRefused(Reason.NOT_CANONICAL)
    return to_json(value)


def _is_in_order(value: Plain) -> bool:
    rest = [value]  # grows while it is walked through; most values are texts, of which none gets there
    for one in rest:
        if isinstance(one, dict):
            if len(one) > 1 and list(one) != sorted(one):
                return False
            rest += [inner for inner in one.values() if type(inner) is not str]
        elif isinstance(one, list):
            rest += [inner for inner in one if type(inner) is not str]
        elif type(one) is float:
            return False
    return True


def parse_document(untrusted: bytes, depth: int) -> dict[str, Plain]:
    """The object of a whole file, in any spelling, without keys given twice. Raises LineRefused."""
    try:
        text = untrusted.decode("utf-8")
    except UnicodeDecodeError as cause:
        raise LineRefused(Reason.NOT_UTF8) from cause
    return _checked(untrusted, text, _decode(text, document=True), depth)


def _decode(text: str, *, document: bool) -> Plain:
    try:
        value: Plain = _decode_document(text) if document else _decode_line(text)
    except RecursionError as cause:
        raise LineRefused(Reason.TOO_DEEP) from cause
    except ValueError as cause:
        raise LineRefused(Reason.NOT_JSON) from cause
    return value


def _checked(raw: bytes, text: str, value: Plain, depth: int) -> dict[str, Plain]:
    if not isinstance(value, dict):
        raise LineRefused(Reason.NOT_JSON)
    if raw.count(b"{") + raw.count(b"[") > depth and _depth(value) > depth:
        raise LineRefused(Reason.TOO_DEEP)
    plainly_clean = b"\\u" not in raw and (text.isascii() or unicodedata.is_normalized("NFC", text))
    if not plainly_clean and not all(is_clean(part) for part in _texts(value)):
        raise LineRefused(Reason.NOT_CLEAN)
    return value


def _depth(value: Plain) -> int:
    """Levels of lists and objects, without recursion."""
    level, depth = [value], 0
    while level := [item for item in level if isinstance(item, list | dict)]:
        depth += 1
        level = [inner for item in level for inner in (item.values() if isinstance(item, dict) else item)]
    return depth


def _texts(value: Plain) -> list[str]:
    """Every text in a value, keys too."""
    found: list[str] = []
    rest = [value]
    while rest:
        item = rest.pop()
        if isinstance(item, str):
            found.append(item)
        elif isinstance(item, dict):
            found.extend(item)
            rest.extend(item.values())
        elif isinstance(item, list):
            rest.extend(item)
    return found
