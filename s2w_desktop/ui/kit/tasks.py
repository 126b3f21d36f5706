"""Work that takes time: one worker thread, endings told on the thread of the window, cancelling by asking."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import ParamSpec, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from s2w_desktop.domain.errors import Cancelled

T = TypeVar("T")
P = ParamSpec("P")
Report = Callable[[int, int], None]  # done, total; raises Cancelled when the person asked to stop
Job = Callable[[Report], T]


class Task:
    """Work that was asked for; it can be asked to stop. `progress` is told how far it is."""

    def __init__(self, progress: Report | None = None) -> None:
        self._stop, self._progress = Event(), progress

    def cancel(self) -> None:
        """Ask the work to stop. It ends with `Cancelled` at its next report, and with everything as before."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._stop.is_set()

    def check(self) -> None:
        """Raises Cancelled when somebody asked to stop."""
        if self.is_cancelled:
            raise Cancelled

    def report(self, finished: int, total: int) -> None:
        """What the job calls now and then. Raises Cancelled when somebody asked to stop."""
        self.check()
        if self._progress is not None:
            self._progress(finished, total)
        self.check()  # whoever is told may ask to stop


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
        task = Task(self._from_afar(owner, progress) if progress else None)
        self._pool.submit(_work, job, task, self._from_afar(owner, done), self._from_afar(owner, failed))
        return task

    def close(self) -> None:
        """Take no more jobs and wait until the present one and those waiting have ended."""
        self._pool.shutdown(wait=True)

    def _from_afar(self, owner: QObject, act: Callable[P, None]) -> Callable[P, None]:
        """The call as the worker makes it: carried out on the window's thread, if the owner still stands by then."""

        def carry(*values: P.args, **named: P.kwargs) -> None:
            self._herald.call.emit(partial(_for_owner(owner, act), *values, **named))

        return carry


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
        task = Task(_for_owner(owner, progress) if progress else None)
        _work(job, task, _for_owner(owner, done), _for_owner(owner, failed))
        return task


def _work(job: Job[T], task: Task, done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
    """Do the job, unless somebody asked to stop before it began, and tell its ending."""
    try:
        task.check()
        result = job(task.report)
    except Exception as error:  # noqa: BLE001  # the edge of the work: whatever happened goes to the window
        failed(error)
    else:
        done(result)


def _for_owner(owner: QObject, act: Callable[P, None]) -> Callable[P, None]:
    """The call, made only while its owner stands."""

    def call(*values: P.args, **named: P.kwargs) -> None:
        if shiboken6.isValid(owner):
            act(*values, **named)

    return call
