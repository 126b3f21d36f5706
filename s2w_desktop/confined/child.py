"""Starting a process of our own, asking it one thing, hearing its frames, and ending it in every case.

What it is asked goes through its input, never through arguments or the environment: it may be a secret.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event, Thread
from typing import BinaryIO, cast

import s2w_desktop
from s2w_desktop.confined import frames
from s2w_desktop.domain.errors import Cancelled

_LIMIT_SIGNALS = frozenset(
    -getattr(signal, name) for name in ("SIGXCPU", "SIGKILL", "SIGXFSZ", "SIGABRT") if hasattr(signal, name)
)
_LOOK_SECONDS = 0.05
_PIPE_BYTES = 1024 * 1024


class ChildEnded(Exception):
    """The process ended before it had answered. `at_limit`: it needed more memory or time than it may have."""

    def __init__(self, *, at_limit: bool) -> None:
        super().__init__()
        self.at_limit = at_limit


class Child:
    """A process that was asked something. Its frames come by `next`."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._overran = self._was_cancelled = False

    def next(self) -> tuple[bytes, bytes]:
        """The next frame. Raises ChildEnded, or Cancelled when the process was ended for that."""
        try:
            return frames.receive(_pipe(self._process.stdout))
        except EOFError as cause:
            raise self._meaning_of_end() from cause

    def _meaning_of_end(self) -> Exception:
        if self._was_cancelled:
            return Cancelled()
        return ChildEnded(at_limit=self._overran or self._process.wait() in _LIMIT_SIGNALS)

    def kill(self) -> None:
        """End the process."""
        self._process.kill()

    def ask(self, request: bytes, *, more: bool = False) -> None:
        """Send the request, or the next part of it; close the pipe unless `more` follows."""
        pipe = _pipe(self._process.stdin)
        with contextlib.suppress(BrokenPipeError):  # a process that died at once is found by `next`
            pipe.write(request)
            pipe.flush()
        if not more:
            with contextlib.suppress(BrokenPipeError):
                pipe.close()

    def watch(self, ended: Event, seconds: float, is_cancelled: Callable[[], bool]) -> None:
        """End the process when its time is over or somebody asks for it. For a thread of its own."""
        last = time.monotonic() + seconds
        while not ended.wait(_LOOK_SECONDS):
            self._was_cancelled = is_cancelled()
            self._overran = time.monotonic() > last
            if self._was_cancelled or self._overran:
                self._process.kill()
                return


def _never() -> bool:
    return False


@contextlib.contextmanager
def asked(
    command: Sequence[str],
    request: bytes,
    *,
    seconds: float | None = None,
    is_cancelled: Callable[[], bool] = _never,
    more: bool = False,
) -> Iterator[Child]:
    """A process that was started and asked; it is ended on leaving. With `more` it waits for another `ask`.

    With `seconds` it is also ended when so much time is over, or when `is_cancelled` says so, which another thread asks.
    """
    process = subprocess.Popen(  # noqa: S603  # our own interpreter, our own module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a traceback may hold what a person said
        env=_environment(),
        pipesize=_PIPE_BYTES,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    child, ended = Child(process), Event()
    watcher = Thread(target=child.watch, args=(ended, seconds, is_cancelled), daemon=True) if seconds is not None else None
    with process:
        try:
            if watcher:
                watcher.start()
            child.ask(request, more=more)
            yield child
        finally:
            ended.set()
            process.kill()
            if watcher:
                watcher.join()


def command(module: str, argument: str) -> list[str]:
    """How one of our modules is started as a process; a frozen program starts itself with the argument."""
    if getattr(sys, "frozen", False):
        return [sys.executable, argument]
    return [sys.executable, "-P", "-m", module]


def _environment() -> dict[str, str]:
    """Ours, with the package findable from any folder; without `-P` a module on a stick could be found first."""
    root = str(Path(s2w_desktop.__file__).parent.parent)
    known = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{known}" if known else root}


def _pipe(pipe: object) -> BinaryIO:
    return cast("BinaryIO", pipe)  # both were asked for as pipes, and a pipe of bytes is a binary file
