"""Small files that are there whole or not at all, whatever happens while they are written."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from s2w_desktop.domain.disk_errors import disk_error

_OWNER_ONLY = 0o600


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` at `path`, durable when this returns; on any failure the older file is untouched.

    Raises DiskFull, TargetReadOnly, TargetGone or FileTooLarge.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        try:
            _write_new(part, content)
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
    except OSError as cause:
        raise disk_error(cause) from cause


def sync_folder(folder: Path) -> None:
    """Make renames inside a folder durable, where the system can do that (Windows does it by itself). Raises OSError."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(PermissionError):  # a few network file systems refuse it for folders
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_new(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
