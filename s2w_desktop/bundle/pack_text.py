"""What a pack says about itself as JSON, format s2w-reference/1: read strictly, written in one spelling."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from s2w_desktop.bundle.json_lines import parse_document
from s2w_desktop.bundle.record_types import LineRefused
from s2w_desktop.domain.canonical import Plain, canonical
from s2w_desktop.domain.pack_errors import NewerPack, NotAPack
from s2w_desktop.domain.packs import MOST_PACK_BYTES, MOST_PART_BYTES, MOST_PARTS, PACK_ID, PART_NAME, Pack, PackContent, PackPart

FORMAT: Final = "s2w-reference/1"
MOST_BYTES: Final = 512 * 1024
_FAMILY: Final = "s2w-reference/"
_DEPTH: Final = 3
_MOST_VERSION: Final = 2**31 - 1
_MOST_TITLE: Final = 120
_KEYS: Final = frozenset({"format", "id", "version", "made_on", "title", "contents", "parts"})
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DIGEST: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)
_CONTENTS: Final = {content.value: content for content in PackContent}


def pack_text(pack: Pack) -> bytes:
    """The one JSON text of what a pack says."""
    parts: list[Plain] = [{"name": part.name, "size": part.size, "sha256": part.sha256} for part in pack.parts]
    plain: dict[str, Plain] = {
        "format": FORMAT,
        "id": pack.id,
        "version": pack.version,
        "made_on": pack.made_on.isoformat(),
        "title": pack.title,
        "contents": [content.value for content in pack.contents],
        "parts": parts,
    }
    return canonical(plain) + b"\n"


def read_pack_text(untrusted: bytes) -> Pack:
    """What the pack says. Raises NewerPack, and NotAPack with the key at fault."""
    if len(untrusted) > MOST_BYTES:
        raise NotAPack
    try:
        plain = parse_document(untrusted, _DEPTH)
    except LineRefused as cause:
        raise NotAPack from cause
    _check_format(plain)
    parts = tuple(_part(one) for one in _list(plain, "parts", MOST_PARTS))
    names = {part.name.casefold() for part in parts}
    if len(names) != len(parts) or sum(part.size for part in parts) > MOST_PACK_BYTES:
        raise NotAPack("parts")
    contents = tuple(_content(one) for one in _list(plain, "contents", len(_CONTENTS)))
    if len(set(contents)) != len(contents):
        raise NotAPack("contents")
    return Pack(
        id=_matching(plain, "id", PACK_ID),
        version=_whole(plain, "version", 1, _MOST_VERSION),
        made_on=_day(plain),
        title=_title(plain),
        contents=contents,
        parts=parts,
    )


def _check_format(plain: Mapping[str, Plain]) -> None:
    stated = plain.get("format")
    if not isinstance(stated, str) or not stated.startswith(_FAMILY):
        raise NotAPack("format")
    if stated != FORMAT:
        number = stated.removeprefix(_FAMILY)
        raise NewerPack if number.isascii() and number.isdigit() and number != "0" else NotAPack("format")
    if plain.keys() != _KEYS:
        raise NotAPack


def _part(plain: Plain) -> PackPart:
    if not isinstance(plain, dict) or plain.keys() != {"name", "size", "sha256"}:
        raise NotAPack("parts")
    try:
        return PackPart(
            _matching(plain, "name", PART_NAME), _whole(plain, "size", 0, MOST_PART_BYTES), _matching(plain, "sha256", _DIGEST)
        )
    except NotAPack as cause:
        raise NotAPack("parts") from cause


def _content(plain: Plain) -> PackContent:
    """A content that this program does not know is made for a newer one."""
    if not isinstance(plain, str):
        raise NotAPack("contents")
    try:
        return _CONTENTS[plain]
    except KeyError as cause:
        raise NewerPack from cause


def _list(plain: Mapping[str, Plain], key: str, most: int) -> list[Plain]:
    found = plain[key]
    if not isinstance(found, list) or not 1 <= len(found) <= most:
        raise NotAPack(key)
    return found


def _whole(plain: Mapping[str, Plain], key: str, least: int, most: int) -> int:
    found = plain[key]
    if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= most:
        raise NotAPack(key)
    return found


def _matching(plain: Mapping[str, Plain], key: str, pattern: re.Pattern[str]) -> str:
    found = plain[key]
    if not isinstance(found, str) or not pattern.fullmatch(found):
        raise NotAPack(key)
    return found


def _day(plain: Mapping[str, Plain]) -> date:
    try:
        return date.fromisoformat(_matching(plain, "made_on", _DAY))
    except ValueError as cause:
        raise NotAPack("made_on") from cause


def _title(plain: Mapping[str, Plain]) -> str:
    found = plain["title"]
    if not isinstance(found, str) or not 1 <= len(found) <= _MOST_TITLE or not found.isprintable():
        raise NotAPack("title")
    return found
