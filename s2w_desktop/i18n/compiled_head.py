"""The header of a compiled catalogue, without reading the rest: a list of languages needs no more, and is shown at the start."""

import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from s2w_desktop.domain.errors import FileUnreadable

_MAGIC: Final = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}
_MAX_HEADER: Final = 64_000


def compiled_headers(file: Path) -> Mapping[str, str]:
    """Headers by their names in small letters. The first message of a .mo file is "", and its translation is the header.

    Raises FileUnreadable when the file is missing or no compiled catalogue.
    """
    try:
        with file.open("rb") as stream:
            order = _MAGIC[stream.read(4)]
            _version, _count, _originals, translations = struct.unpack(f"{order}4I", stream.read(16))
            stream.seek(translations)
            length, offset = struct.unpack(f"{order}2I", stream.read(8))
            stream.seek(offset)
            text = stream.read(min(length, _MAX_HEADER)).decode("utf-8")
    except (OSError, KeyError, struct.error, UnicodeDecodeError) as cause:
        raise FileUnreadable from cause
    pairs = (line.partition(":") for line in text.splitlines())
    return {name.strip().lower(): value.strip() for name, _colon, value in pairs if value}
