"""A small file beside the vault that counts wrong passphrases: numbers and times alone, no secret, nothing about people.

Whoever can write in the folder can remove it, and then counting begins anew. A file that is missing or damaged shuts nobody out.
"""

import json
from contextlib import suppress
from math import isfinite
from pathlib import Path
from typing import Final

from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.waiting import WrongTries
from s2w_desktop.storage.safe_files import replace_file

NAME: Final = "tries.json"
_FORMAT: Final = "s2w-tries/1"
_MOST_BYTES: Final = 1024
_MOST_TRIES: Final = 1_000_000


def read_tries(folder: Path) -> WrongTries | None:
    """What the file says; None when it is missing, damaged or no number can be right."""
    try:
        with (folder / NAME).open("rb") as file:
            untrusted = json.loads(file.read(_MOST_BYTES))
        if untrusted["format"] != _FORMAT:
            return None
        tries = WrongTries(int(untrusted["count"]), float(untrusted["at"]), float(untrusted["running"]))
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
    is_right = 0 < tries.count <= _MOST_TRIES and isfinite(tries.at) and isfinite(tries.running) and tries.running >= 0
    return tries if is_right else None


def write_tries(folder: Path, tries: WrongTries) -> None:
    """Put the file; the folder is made where it is missing. Raises disk errors."""
    plain = {"format": _FORMAT, "count": min(tries.count, _MOST_TRIES), "at": tries.at, "running": tries.running}
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as cause:
        raise disk_error(cause) from cause
    replace_file(folder / NAME, json.dumps(plain, separators=(",", ":")).encode("ascii"))


def forget_tries(folder: Path) -> None:
    """Count anew. A file that cannot be removed now is replaced by the next wrong try."""
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)
