"""What a stick that was pulled keeps of an unfinished bundle, and taking it away again.

Such a file has no name that a person sees, `.<mark><number>.part`, and whoever wrote it knows its mark, twelve random digits.
That tells it from every other file; times do not, because clocks differ and sticks keep no zone.
"""

import re
import secrets
import stat
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Final

from s2w_desktop.bundle.age import MAGIC

_NAME: Final = re.compile(r"\.([0-9a-f]{12})[0-9a-f]{4}\.part")


def new_mark() -> str:
    """The mark of one hand-over."""
    return secrets.token_hex(6)


def part_name(mark: str, number: int) -> str:
    """The name of the file with this number, from 0, until it gets its own."""
    return f".{mark}{number:04x}.part"


def remove_leftovers(folder: Path, marks: Collection[str]) -> frozenset[str]:
    """Remove the unfinished files of hand-overs with these marks, none of which may still be under way. Gives the marks of those
    that were there and are gone.

    Only regular files go that are empty or begin as an encrypted file does; what cannot be read or removed stays, and nothing is
    raised.
    """
    removed, kept = set[str](), set[str]()
    with suppress(OSError):
        for path in folder.iterdir():
            found = _NAME.fullmatch(path.name)
            if found and found[1] in marks:
                (removed if _removed(path) else kept).add(found[1])
    return frozenset(removed - kept)


def _removed(path: Path) -> bool:
    with suppress(OSError):
        if _is_unfinished_bundle(path):
            path.unlink()
            return True
    return False


def _is_unfinished_bundle(path: Path) -> bool:
    if not stat.S_ISREG(path.lstat().st_mode):
        return False
    with path.open("rb") as file:
        begin = file.read(len(MAGIC))
    return MAGIC.startswith(begin)
