"""What anybody can see of a bundle without a key: that it is one, for how many recipients, and how large."""

import os
from dataclasses import dataclass
from pathlib import Path

from s2w_desktop.bundle import age
from s2w_desktop.bundle.limits import STANDARD, Limits
from s2w_desktop.domain.errors import BundleTooLarge, FileUnreadable


@dataclass(frozen=True)
class Outside:
    """Size in bytes, and for how many keys the file was encrypted. Whose they are it does not tell."""

    size: int
    recipients: int


def look_outside(path: Path, *, limits: Limits = STANDARD) -> Outside:
    """Look at a file. Raises FileUnreadable, NotABundle, NewerFormat, BundleDamaged or BundleTooLarge."""
    try:
        with path.open("rb") as file:
            header = age.read_header(file)
            size = file.seek(0, os.SEEK_END)
    except OSError as cause:
        raise FileUnreadable from cause
    if size > limits.bundle:
        raise BundleTooLarge
    return Outside(size, header.recipients)
