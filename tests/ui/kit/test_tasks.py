"""Work runs in order on one thread; its endings come on the window's thread, or not at all."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from s2w_desktop.domain.errors import Cancelled, DiskFull
from s2w_desktop.ui.kit.tasks import InlineRunner, Report, Runner, TaskRunner


class Ear:
    """Hears endings and progress, and on which thread."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.failures: list[Exception] = []
        self.steps: list[tuple[int, int]] = []
        self.threads: set[threading.Thread] = set()

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.current_thread())

    def failed(self, error: Exception) -> None:
        self.failures.append(error)
        self.threads.add(threading.current_thread())

    def progress(self, done: int, total: int) -> None:
        self.steps.append((done, total))
        self.threads.add(threading.current_thread())


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    del qtbot
    made = TaskRunner()
    yield made
    made.close()


@pytest.fixture(params=["threaded", "inline"])
def either(request: pytest.FixtureRequest, runner: TaskRunner) -> Runner:
    return runner if request.param == "threaded" else InlineRunner()


def test_a_result_comes_back_on_the_windows_thread(either: Runner, qtbot: QtBot) -> None:
    owner, ear = QObject(), Ear()
    either.run(lambda _report: 2**40, owner=owner, done=ear.done, failed=ear.failed)
    qtbot.waitUntil(lambda: bool(ear.results))
    assert ear.results == [2**40]
    assert ear.threads == {threading.main_thread()}


def test_a_failure_comes_back_as_itself(either: Runner, qtbot: QtBot) -> None:
    owner, ear = QObject(), Ear()

    def job(_report: Report) -> None:
        raise DiskFull

    either.run(job, owner=owner, done=ear.done, failed=ear.failed)
    qtbot.waitUntil(lambda: bool(ear.failures))
    assert isinstance(ear.failures[0], DiskFull)
    assert ear.results == []


def test_progress_is_told_before_the_end(either: Runner, qtbot: QtBot) -> None:
    owner, ear = QObject(), Ear()

    def job(report: Report) -> str:
        report(1, 2)
        report(2, 2)
        return "written"

    either.run(job, owner=owner, done=ear.done, failed=ear.failed, progress=ear.progress)
    qtbot.waitUntil(lambda: bool(ear.results))
    assert ear.steps == [(1, 2), (2, 2)]
    assert ear.threads == {threading.main_thread()}


def test_five_hundred_jobs_keep_their_order_on_another_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, ear = QObject(), Ear()
    threads: set[threading.Thread] = set()

    def job(number: int) -> int:
        threads.add(threading.current_thread())
        return number

    for number in range(500):
        runner.run(lambda _report, number=number: job(number), owner=owner, done=ear.done, failed=ear.failed)  # type: ignore[misc]  # binds now
    qtbot.waitUntil(lambda: len(ear.results) == 500)
    assert ear.results == list(range(500))
    assert len(threads) == 1
    assert threading.main_thread() not in threads


def test_the_result_for_an_owner_that_is_gone_is_dropped(runner: TaskRunner, qtbot: QtBot) -> None:
    gone, stays, ear, later = QObject(), QObject(), Ear(), Ear()
    hold = threading.Event()
    runner.run(lambda _report: hold.wait(10), owner=gone, done=ear.done, failed=ear.failed)
    gone.deleteLater()
    with qtbot.waitSignal(gone.destroyed):
        pass
    hold.set()
    runner.run(lambda _report: "later", owner=stays, done=later.done, failed=later.failed)
    qtbot.waitUntil(lambda: bool(later.results))
    assert ear.results == []


def test_cancelling_ends_the_job_at_its_next_report(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, ear = QObject(), Ear()
    started, go_on = threading.Event(), threading.Event()

    def job(report: Report) -> str:
        started.set()
        go_on.wait(10)
        report(1, 2)
        return "never"

    task = runner.run(job, owner=owner, done=ear.done, failed=ear.failed)
    assert started.wait(10)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(ear.failures))
    assert isinstance(ear.failures[0], Cancelled)
    assert ear.results == []


def test_a_job_cancelled_before_it_starts_does_nothing(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, ear, ran = QObject(), Ear(), threading.Event()
    hold = threading.Event()
    runner.run(lambda _report: hold.wait(10), owner=owner, done=ear.done, failed=ear.failed)
    waiting = runner.run(lambda _report: ran.set(), owner=owner, done=ear.done, failed=ear.failed)
    waiting.cancel()
    hold.set()
    qtbot.waitUntil(lambda: bool(ear.failures))
    assert not ran.is_set()


def test_a_closed_runner_takes_no_more_work(qtbot: QtBot) -> None:
    del qtbot
    runner, ear = TaskRunner(), Ear()
    runner.close()
    with pytest.raises(RuntimeError):
        runner.run(lambda _report: 1, owner=QObject(), done=ear.done, failed=ear.failed)
