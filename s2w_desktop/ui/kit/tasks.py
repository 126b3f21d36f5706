"""Work that takes time: one worker thread, endings told on the thread of the window, cancelling by asking."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from s2w_desktop.domain.errors import Cancelled

T = TypeVar("T")
Report = Callable[[int, int], None]  # done, total; raises Cancelled when the person asked to stop
Job = Callable[[Report], T]


class Task:
    """Work that was asked for; it can be asked to stop."""

    def __init__(self) -> None:
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the work to stop. It ends with `Cancelled` at its next report, and with everything as before."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._stop.is_set()


class Runner(Protocol):
    """What pages use to have work done."""

    def run(
        self,
        job: Job[T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Report | None = None,
    ) -> Task:
        """Do the job and call `done` with its result or `failed` with its exception, on the window's thread.

        A job gets values and gives values; it never touches a widget. When `owner` is gone, nothing is called.
        """
        ...


class _Herald(QObject):
    """Carries calls to the thread it lives on."""

    call = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.call.connect(self._on_call, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _on_call(self, act: Callable[[], None]) -> None:
        act()


class TaskRunner:
    """One worker thread: jobs run in the order in which they were asked for and never beside each other."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")
        self._herald = _Herald()

    def run(
        self,
        job: Job[T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Report | None = None,
    ) -> Task:
        """See `Runner.run`. Raises RuntimeError after `close`."""
        task = Task()

        def tell(act: Callable[[], None]) -> None:
            self._herald.call.emit(lambda: act() if shiboken6.isValid(owner) else None)

        def report(finished: int, total: int) -> None:
            if task.is_cancelled:
                raise Cancelled
            if progress is not None:
                tell(lambda: progress(finished, total))

        def work() -> None:
            try:
                report(0, 0) if task.is_cancelled else None
                result = job(report)
            except Exception as error:  # noqa: BLE001  # the edge of the thread: whatever happened goes to the window
                tell(lambda error=error: failed(error))  # type: ignore[misc]  # the default binds the value now
            else:
                tell(lambda: done(result))

        self._pool.submit(work)
        return task

    def close(self) -> None:
        """Take no more jobs and wait until the present one and those waiting have ended."""
        self._pool.shutdown(wait=True)


class InlineRunner:
    """Does every job at once, on the thread that asks: for tests."""

    def run(
        self,
        job: Job[T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Report | None = None,
    ) -> Task:
        """See `Runner.run`."""
        task = Task()

        def report(finished: int, total: int) -> None:
            if progress is not None and shiboken6.isValid(owner):
                progress(finished, total)
            if task.is_cancelled:
                raise Cancelled

        try:
            result = job(report)
        except Exception as error:  # noqa: BLE001  # as TaskRunner does
            failed(error)
        else:
            done(result)
        return task
