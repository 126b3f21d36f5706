"""The sticks that are in: what is mounted, as far as it looks as if it could be carried away."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from PySide6.QtCore import QStorageInfo

_ROOTS: Final = ("/media/", "/run/media/", "/Volumes/", "/mnt/")
_DISCS: Final = frozenset({"cd9660", "cddafs", "cdfs", "iso9660", "udf"})


@dataclass(frozen=True)
class Volume:
    """What the system tells of something that is mounted. `kind` is its file system, in small letters."""

    root: str
    label: str
    kind: str
    free_bytes: int
    is_ready: bool
    is_read_only: bool


@dataclass(frozen=True)
class Stick:
    """A volume that can be carried away: its folder, its name, the bytes that are free. Nothing is written to a protected one."""

    folder: Path
    name: str
    free_bytes: int
    is_protected: bool = False


FindSticks: TypeAlias = Callable[[], Sequence[Stick]]


def volumes() -> Iterator[Volume]:
    """Everything that is mounted now."""
    for one in QStorageInfo.mountedVolumes():
        kind = bytes(one.fileSystemType().data()).decode("ascii", "replace").lower()
        is_ready = one.isValid() and one.isReady()
        yield Volume(one.rootPath(), one.name(), kind, one.bytesAvailable(), is_ready, one.isReadOnly())


def sticks_among(mounted: Iterable[Volume]) -> tuple[Stick, ...]:
    """Those that look removable, because they are where sticks are mounted, or a drive that is not the system's; protected ones
    last. Discs that only can be read are none."""
    found = []
    for one in mounted:
        is_drive = len(one.root) == 3 and one.root[1:] == ":/" and one.root[:1].upper() != "C"  # D:/ and on
        is_disc = one.is_read_only and one.kind in _DISCS
        if one.is_ready and not is_disc and (is_drive or one.root.startswith(_ROOTS)):
            name = one.label or one.root.rstrip("/").rpartition("/")[2]
            found.append(Stick(Path(one.root), name, max(0, one.free_bytes), one.is_read_only))
    return tuple(sorted(found, key=lambda stick: stick.is_protected))


def sticks() -> tuple[Stick, ...]:
    """The sticks that are in now."""
    return sticks_among(volumes())


def no_sticks() -> tuple[Stick, ...]:
    """None, whatever is in: for a window that must not write to what somebody has plugged in."""
    return ()
