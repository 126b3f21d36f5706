"""One process per store. The operating system frees the lock when a process dies, so no stale lock is left."""

import os
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import StoreInUse

_LOCK_NAME, _PID_NAME = "store.lock", "store.pid"


class StoreLock:
    """Held from construction to `release`. Raises StoreInUse with the holder's process id, or a disk error."""

    def __init__(self, folder: Path) -> None:
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
