"""The highest numbers that a store has seen, beside its database: a copy of the database that is put back is then known as old.

Numbers and device ids alone, nothing about people. The file is never older than the database but by a crash; a folder that
is put back as a whole brings it back too, and only a receipt or a laptop can tell then.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from s2w_desktop.storage.safe_files import replace_file

NAME: Final = "numbers.json"
_FORMAT: Final = "s2w-numbers/1"
_MOST_BYTES: Final = 4 * 1024 * 1024

Place = tuple[int, int]
"""An epoch, and a number in it."""


@dataclass(frozen=True)
class SeenNumbers:
    """By device and kind of number (`revision`, `bundle`), the highest epoch and the highest number in it."""

    store: str
    highest: Mapping[str, Place]

    def joined(self, other: "SeenNumbers") -> "SeenNumbers":
        """The higher of each; those of another store are not joined."""
        if other.store != self.store:
            return self
        every = self.highest.keys() | other.highest.keys()
        none = (0, 0)
        return SeenNumbers(self.store, {name: max(self.highest.get(name, none), other.highest.get(name, none)) for name in every})

    def lacks(self, other: "SeenNumbers") -> bool:
        """Whether the other one of the same store has seen more."""
        return other.store == self.store and self.joined(other) != self.joined(self)


def read_numbers(folder: Path) -> SeenNumbers | None:
    """What the file says; a file that is missing or damaged says nothing."""
    try:
        with (folder / NAME).open("rb") as file:
            untrusted = json.loads(file.read(_MOST_BYTES))
        if untrusted["format"] != _FORMAT:
            return None
        return SeenNumbers(str(untrusted["store"]), {str(k): (int(e), int(n)) for k, (e, n) in untrusted["highest"].items()})
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def write_numbers(folder: Path, numbers: SeenNumbers) -> None:
    """Put the file. Raises disk errors."""
    plain = {"format": _FORMAT, "store": numbers.store, "highest": dict(sorted(numbers.highest.items()))}
    replace_file(folder / NAME, json.dumps(plain, separators=(",", ":")).encode("ascii"))
