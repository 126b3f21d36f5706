"""A file that appears complete or not at all: written under a random name, read back, then renamed without replacing."""

import contextlib
import errno
import hashlib
import io
import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import ReadBackDiffers, TargetExists

if sys.platform == "darwin":
    import fcntl

_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})  # some network and user-space file systems


class Sink(Protocol):
    """Where bytes go: an unbuffered file, which may take fewer than it is given, or a stream."""

    def write(self, data: memoryview, /) -> int | None:
        """Take bytes, and say how many."""


class HashingWriter:
    """Writes on, counting and hashing what was taken. A real OSError comes out as a typed error."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._hash = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> None:
        """Write all of the data."""
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[self._sink.write(rest) or 0 :]
        except OSError as cause:
            raise disk_error(cause) from cause
        self._hash.update(data)
        self.size += len(data)

    @property
    def sha256(self) -> str:
        """Of everything written so far, in hex."""
        return self._hash.hexdigest()


class PartFile:
    """`.<random>.part` in a folder, exclusive and for the owner only. Removed on any error, except when a name is taken.

    `name` is that of the file before it gets its own, where somebody has to know it.
    """

    def __init__(self, folder: Path, name: str = "") -> None:
        self.path = folder / (name or f".{secrets.token_hex(8)}.part")
        self.size = 0
        self.sha256 = ""

    @contextlib.contextmanager
    def writing(self) -> Iterator[HashingWriter]:
        """Write the content; it is on the disk and was read back and compared when the block ends without an error."""
        try:
            with self._create() as file:
                writer = HashingWriter(file)
                yield writer
                _sync(file.fileno())
        except OSError as cause:
            self.remove()
            raise disk_error(cause) from cause
        except BaseException:
            self.remove()
            raise
        self.size, self.sha256 = writer.size, writer.sha256
        self._compare()

    def publish(self, name: str) -> Path:
        """Give the file its name. Raises TargetExists rather than replace another file."""
        target = self.path.with_name(name)
        try:
            rename_new(self.path, target)
            self.path = target
            sync_folder(target.parent)
        except FileExistsError as cause:
            raise TargetExists from cause
        except OSError as cause:
            self.remove()
            raise disk_error(cause) from cause
        return target

    def remove(self) -> None:
        """Delete the file if it is still there, named or not; a stick that is gone took it along."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _create(self) -> io.FileIO:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        return io.FileIO(os.open(self.path, flags, 0o600), "wb")  # unbuffered: closing it writes nothing, so cannot fail

    def _compare(self) -> None:
        try:
            found = file_sha256(self.path)
        except OSError as cause:
            self.remove()
            raise disk_error(cause) from cause
        if found != self.sha256:
            self.remove()
            raise ReadBackDiffers


def file_sha256(path: Path) -> str:
    """SHA-256 in hex of what the medium holds; where the system allows, not of what its cache remembers."""
    with path.open("rb", buffering=0) as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(handle: int) -> None:
    """Wait until the medium has it; on macOS fsync alone leaves it in the drive's memory."""
    if sys.platform == "darwin":
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Make a rename last. Windows keeps folders by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as cause:
        if cause.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def rename_new(part: Path, target: Path) -> None:
    """Rename without replacing; raises OSError. FAT knows no links: there the name is claimed with an empty file first."""
    if os.name == "nt":
        part.rename(target)  # refuses by itself
        return
    try:
        os.link(part, target)
    except OSError as cause:
        if cause.errno not in _NO_LINKS:
            raise
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            part.replace(target)
        except OSError:
            target.unlink(missing_ok=True)  # the empty file that claimed the name
            raise
    else:
        part.unlink()
