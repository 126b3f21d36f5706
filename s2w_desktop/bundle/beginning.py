"""Which files can be bundles: by their names, or by their first bytes where a mail gateway gave them another name."""

import os
import stat
from pathlib import Path
from typing import Final

from s2w_desktop.bundle.age import MAGIC

BUNDLE_ENDING: Final = ".s2w"
_BEGINNING: Final = MAGIC.rstrip(b"\n")  # the end of the line may have been changed on the way


def is_named_as_bundle(name: str) -> bool:
    """Whether a name ends as bundles' do, in letters of either case."""
    return name.casefold().endswith(BUNDLE_ENDING)


def begins_as_bundle(path: Path) -> bool:
    """Whether a regular file begins as bundles do; reads 21 bytes, and follows no link. Raises OSError."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(path, flags)
    try:
        return stat.S_ISREG(os.fstat(handle).st_mode) and os.read(handle, len(_BEGINNING)) == _BEGINNING
    finally:
        os.close(handle)
