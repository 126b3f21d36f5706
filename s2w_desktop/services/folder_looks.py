"""A folder in which bundles appear while they are still being copied: which files stand still, and which were answered.

Only regular files count whose names end as bundles' do; links, devices, folders, hidden and empty files are left alone. A look
reads names, sizes and times alone, so it is quick on network drives too; watchers of the system may be missing there.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from s2w_desktop.domain.exchange_errors import WatchedFolderGone

BUNDLE_ENDING = ".s2w"
PATIENCE = timedelta(minutes=10)
"""So long a file that cannot be read may still become whole."""

_STILL = 2  # looks at which a file stood like this


@dataclass(frozen=True)
class Stamp:
    """How a file stands: its size, its time of change in nanoseconds, and which file it is."""

    size: int
    changed_ns: int
    inode: int


@dataclass(frozen=True)
class _Seen:
    stamp: Stamp
    since: datetime
    looks: int = 1
    again_at: datetime | None = None
    is_answered: bool = False

    def is_ready(self, now: datetime) -> bool:
        if self.is_answered:
            return self.again_at is not None and now >= self.again_at
        return self.looks >= _STILL


class FolderLooks:
    """What was seen of one folder so far. Whoever looks says the time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen: dict[str, _Seen] = {}

    def look(self, now: datetime) -> tuple[Path, ...]:
        """Files that stood still since the look before and were not answered yet, by name. Raises WatchedFolderGone."""
        before, self._seen = self._seen, {}
        try:
            for name, stamp in _bundles(self.folder):
                known = before.get(name)
                same = known is not None and known.stamp == stamp
                self._seen[name] = replace(known, looks=known.looks + 1) if known and same else _Seen(stamp, now)
        except OSError as cause:
            raise WatchedFolderGone from cause
        return tuple(self.folder / name for name in sorted(self._seen) if self._seen[name].is_ready(now))

    def stamp(self, file: Path) -> Stamp | None:
        """How a file stood at the last look; None when it was not there."""
        seen = self._seen.get(file.name)
        return seen.stamp if seen else None

    def answer(self, file: Path) -> None:
        """The file needs nothing any more as long as it stays as it is."""
        self._mark(file, again=False)

    def put_off(self, file: Path) -> bool:
        """The file cannot be read: perhaps it is not whole. Whether that may be: else it stood so for longer than `PATIENCE`."""
        seen = self._seen.get(file.name)
        if seen is not None and seen.again_at is not None:
            return False
        self._mark(file, again=True)
        return True

    def forget_answers(self) -> None:
        """Offer every file once more, because something that it depends on changed."""
        self._seen = {name: replace(seen, is_answered=False, again_at=None) for name, seen in self._seen.items()}

    def _mark(self, file: Path, *, again: bool) -> None:
        seen = self._seen.get(file.name)
        if seen is not None:
            self._seen[file.name] = replace(seen, is_answered=True, again_at=seen.since + PATIENCE if again else None)


def stamp_of(file: Path) -> Stamp | None:
    """How a regular file stands now; None for anything else, and for one that is gone."""
    try:
        found = os.stat(file, follow_symlinks=False)  # noqa: PTH116  # Path.lstat has no better answer and hides the links
    except OSError:
        return None
    return _stamp(found) if stat.S_ISREG(found.st_mode) else None


def _bundles(folder: Path) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.casefold().endswith(BUNDLE_ENDING) or entry.name.startswith("."):
                continue
            stamp = stamp_of(folder / entry.name)
            if stamp is not None and stamp.size:
                yield entry.name, stamp


def _stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)
