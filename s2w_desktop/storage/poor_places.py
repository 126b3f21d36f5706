"""Folders that are a poor place for a store: on a network share, or copied to other computers by a sync service.

Where two computers write to one store it can be damaged. Nothing is opened: names of folders, what lies beside them, and what
the system says about its drives tell it. On macOS a share is not told; a service that nobody thought of is told nowhere.
"""

import ctypes
import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from s2w_desktop.storage.layout import StorePlace

_MOUNTS: Final = Path("/proc/self/mounts")
_SHARES: Final = frozenset({"afs", "ceph", "cifs", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"})
_SHARES_OF_FUSE: Final = ("davfs", "glusterfs", "google-drive", "gvfs", "onedrive", "rclone", "s3fs", "smbnetfs", "sshfs")
_REMOTE_DRIVE: Final = 4  # DRIVE_REMOTE of GetDriveTypeW
_ESCAPED: Final = re.compile(r"\\([0-7]{3})")

_ONEDRIVE: Final = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")  # in the environment of Windows
_BESIDE: Final = (
    (re.compile(r"\.dropbox\.cache"), "Dropbox"),
    (re.compile(r"\.stfolder"), "Syncthing"),
    (re.compile(r"\.(?:_?sync_[0-9a-f]+\.db|nextcloudsync\.log)"), "Nextcloud"),
    (re.compile(r"\.owncloudsync\.log"), "ownCloud"),
    (re.compile(r"\.tmp\.drive(?:up|down)load"), "Google Drive"),
)
"""What services leave in the topmost folder that they copy."""

_NAMED: Final = (
    (re.compile(r"OneDrive(?: - .+)?"), "OneDrive"),
    (re.compile(r"com~apple~CloudDocs|Mobile Documents|iCloudDrive"), "iCloud"),
    (re.compile(r"Google Drive|My Drive"), "Google Drive"),
)
"""Names of folders that only services give, or that they give first."""


@dataclass(frozen=True)
class PoorPlace:
    """`service` is the name of whoever copies the folder; empty for a network share."""

    service: str = ""


def poor_place(place: StorePlace, environ: Mapping[str, str] = os.environ) -> PoorPlace | None:
    """What is wrong with the place of a store; None where nothing is known against it, and for a database on a server.

    The folder need not be there yet. Nothing is raised: what cannot be read tells nothing.
    """
    if not isinstance(place, Path):
        return None
    with suppress(OSError, RuntimeError, ValueError):
        folder = place.expanduser().resolve()
        if _is_on_share(folder):
            return PoorPlace()
        service = service_of(folder, environ)
        return PoorPlace(service) if service else None
    return None


def service_of(folder: Path, environ: Mapping[str, str]) -> str:
    """The sync service whose marks lie in the folder or in one above it; empty for none."""
    above = (folder, *folder.parents)
    own = {Path(environ[name]).resolve() for name in _ONEDRIVE if environ.get(name)}
    if own & set(above):
        return "OneDrive"
    for one in above:
        if one.parent.name == "CloudStorage":  # of macOS: Library/CloudStorage/Dropbox, …/OneDrive-Organisation
            return one.name.partition("-")[0]
        for name, service in _NAMED:
            if name.fullmatch(one.name):
                return service
        for mark, service in _BESIDE:
            if any(mark.fullmatch(name) for name in _names_in(one)):
                return service
    return ""


def kind_of_mount(folder: PurePath, mounts: str) -> str:
    """The file system on which a folder lies, by the lines of /proc/mounts; of two over one place the later. Empty if none is."""
    found, deepest = "", -1
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        root = PurePath(_ESCAPED.sub(lambda code: chr(int(code[1], 8)), fields[1]))
        if folder.is_relative_to(root) and len(root.parts) >= deepest:
            found, deepest = fields[2], len(root.parts)
    return found


def is_share(kind: str) -> bool:
    """Whether a file system lies on another computer."""
    return kind in _SHARES or (kind.startswith("fuse.") and kind[5:].startswith(_SHARES_OF_FUSE))


def is_share_name(drive: str) -> bool:
    r"""Whether the drive of a path of Windows is a share by its name: `\\server\share`, not `C:` nor `\\?\C:`."""
    return drive.startswith("\\\\") and (drive[2:3] not in ("?", ".") or drive[4:8].upper() == "UNC\\")


def _is_on_share(folder: Path) -> bool:
    if sys.platform == "win32":
        kind = ctypes.CDLL("kernel32").GetDriveTypeW
        kind.argtypes, kind.restype = (ctypes.c_wchar_p,), ctypes.c_uint
        return is_share_name(folder.drive) or kind(folder.anchor) == _REMOTE_DRIVE
    if not _MOUNTS.exists():
        return False
    return is_share(kind_of_mount(folder, _MOUNTS.read_text("utf-8", "surrogateescape")))


def _names_in(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208  # names alone, for folders with many files
    except OSError:  # not there yet, or not ours to read
        return []
