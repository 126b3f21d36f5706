"""Reference packs: signed files of data alone that headquarters sends to its laptops. See docs/reference-packs.md."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

PACK_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)
PART_NAME: Final = re.compile(r"[a-z0-9_]{1,20}(/[A-Za-z0-9_-]{1,24}){0,4}", re.ASCII)
MOST_PARTS: Final = 2_000
MOST_PART_BYTES: Final = 64 * 1024 * 1024
MOST_PACK_BYTES: Final = 768 * 1024 * 1024
"""All parts of a pack together, unpacked."""


class PackContent(StrEnum):
    """What a pack brings."""

    ESCO = "esco"
    COUNTRY = "country"
    TEMPLATE = "template"
    KEYS = "keys"
    CONSENT = "consent"


GUARDED: Final = frozenset({PackContent.KEYS, PackContent.CONSENT})
"""What a single stolen key must not change: packs that bring it need two signatures."""


@dataclass(frozen=True)
class PackPart:
    """A part: its name, its size in bytes and the SHA-256 of its bytes in hex, both unpacked."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Pack:
    """What a pack says about itself. Of one `id` only a higher `version` replaces a lower one."""

    id: str
    version: int
    made_on: date
    title: str
    contents: tuple[PackContent, ...]
    parts: tuple[PackPart, ...]

    @property
    def signatures_needed(self) -> int:
        """How many keys have to sign it."""
        return 2 if GUARDED.intersection(self.contents) else 1
