"""What a program holds while a store is open. The operating system frees the locks when it dies, so no stale one is left."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Protocol

from filelock import FileLock, Timeout

from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import StoreInUse

_LOCK_NAME, _PID_NAME = "store.lock", "store.pid"
_PROGRAMS: Final = "programs"


class Held(Protocol):
    """What a store lets go of when it is closed."""

    @property
    def corner(self) -> Path:
        """A folder that only this program uses as long as it is held."""

    def release(self) -> None:
        """Let others in; harmless when done twice."""


class StoreLock:
    """One process per store, from construction to `release`. Raises StoreInUse with the holder's process id, or a disk error."""

    def __init__(self, folder: Path) -> None:
        self.corner = folder
        self._pid_file = folder / _PID_NAME
        self._lock = FileLock(folder / _LOCK_NAME, timeout=0, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout as cause:
            raise StoreInUse(self._holder_pid()) from cause
        except OSError as cause:
            raise disk_error(cause) from cause
        with suppress(OSError):  # it only helps a person to find the other window
            self._pid_file.write_text(str(os.getpid()), encoding="ascii")

    def release(self) -> None:
        """Let another process in; harmless when done twice."""
        if self._lock.is_locked:
            self._pid_file.unlink(missing_ok=True)
            self._lock.release()

    def _holder_pid(self) -> int:
        try:
            return int(self._pid_file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return 0


@contextmanager
def unused(folder: Path) -> Iterator[None]:
    """Keep others away from a store that is only read; nothing is written beside it. Raises StoreInUse."""
    lock = FileLock(folder / _LOCK_NAME, timeout=0, thread_local=False)
    try:
        if (folder / _LOCK_NAME).exists():
            lock.acquire()
    except Timeout as cause:
        raise StoreInUse from cause
    except OSError:  # a medium that cannot be written to: nobody works there
        pass
    try:
        yield
    finally:
        lock.release()


class OwnCorner:
    """For a store that many programs use at once: a folder for this one, beside those of others; what dead ones left is removed.

    Raises a disk error.
    """

    def __init__(self, folder: Path) -> None:
        programs = folder / _PROGRAMS
        self.corner = programs / secrets.token_hex(8)
        self._lock = _lock_of(self.corner)
        try:
            programs.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock.acquire()
            self.corner.mkdir(mode=0o700)
        except OSError as cause:
            self._lock.release()
            raise disk_error(cause) from cause
        for other in programs.iterdir():
            if other.is_dir() and other != self.corner:
                _sweep(other)

    def release(self) -> None:
        """Remove the folder; harmless when done twice."""
        if self._lock.is_locked:
            shutil.rmtree(self.corner, ignore_errors=True)
            self._lock.release()
            _lock_file(self.corner).unlink(missing_ok=True)


def _sweep(corner: Path) -> None:
    lock = _lock_of(corner)
    with suppress(Timeout, OSError):  # it is in use; or cannot be removed now, and then next time
        lock.acquire()
        shutil.rmtree(corner, ignore_errors=True)
        lock.release()
        _lock_file(corner).unlink(missing_ok=True)


def _lock_file(corner: Path) -> Path:
    return corner.with_suffix(".lock")


def _lock_of(corner: Path) -> FileLock:
    return FileLock(_lock_file(corner), timeout=0, thread_local=False)
