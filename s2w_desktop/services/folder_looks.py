"""A folder in which bundles appear while they are still being copied: which files stand still, and which were answered.

Only regular files count that are named as bundles are, or begin as they do: mail gateways give other names. Links, devices,
folders, hidden and empty files are left alone, and so are other files that somebody is still fetching. A look reads names, sizes
and times, and once the first bytes of a file with another name, so it is quick on network drives too; watchers of the system may
be missing there.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from s2w_desktop.bundle.beginning import begins_as_bundle, is_named_as_bundle
from s2w_desktop.domain.exchange_errors import WatchedFolderGone

PATIENCE = timedelta(minutes=10)
"""So long a file that cannot be read may still become whole."""

_STILL = 2  # looks at which a file stood like this
_BEING_FETCHED = (".part", ".partial", ".crdownload", ".download", ".filepart", ".tmp")
"""Endings under which programs write what is not whole yet: it gets its name when it is."""


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
        self._begins: dict[str, tuple[Stamp, bool]] = {}

    def look(self, now: datetime) -> tuple[Path, ...]:
        """Files that stood still since the look before and were not answered yet, by name. Raises WatchedFolderGone."""
        before, self._seen = self._seen, {}
        try:
            for name, stamp in self._bundles():
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

    def _bundles(self) -> Iterator[tuple[str, Stamp]]:
        before, self._begins = self._begins, {}
        with os.scandir(self.folder) as entries:
            for entry in entries:
                if not may_be_bundle(entry.name):
                    continue
                stamp = stamp_of(self.folder / entry.name)
                if stamp is None or not stamp.size:
                    continue
                if is_named_as_bundle(entry.name) or self._begins_as_bundle(entry.name, stamp, before.get(entry.name)):
                    yield entry.name, stamp

    def _begins_as_bundle(self, name: str, stamp: Stamp, before: tuple[Stamp, bool] | None) -> bool:
        """What its first bytes tell; they are not read again as long as the file stands as it stood."""
        if before is None or before[0] != stamp:
            try:
                before = (stamp, begins_as_bundle(self.folder / name))
            except OSError:  # somebody writes to it, or it is gone: the next look tells
                return False
        self._begins[name] = before
        return before[1]

    def _mark(self, file: Path, *, again: bool) -> None:
        seen = self._seen.get(file.name)
        if seen is not None:
            self._seen[file.name] = replace(seen, is_answered=True, again_at=seen.since + PATIENCE if again else None)


def may_be_bundle(name: str) -> bool:
    """Whether a file of this name is looked at in a folder: it is not hidden, and nobody is still fetching it."""
    return not name.startswith(".") and not name.casefold().endswith(_BEING_FETCHED)


def stamp_of(file: Path) -> Stamp | None:
    """How a regular file stands now; None for anything else, and for one that is gone."""
    try:
        found = os.stat(file, follow_symlinks=False)  # noqa: PTH116  # Path.lstat has no better answer and hides the links
    except OSError:
        return None
    return _stamp(found) if stat.S_ISREG(found.st_mode) else None


def _stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)
