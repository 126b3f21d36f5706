"""The log tells what happened and nothing about anybody."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from s2w_desktop import logs
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.server_errors import ServerGone

SECRET = "Amina of the blue house"


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    handler = logs.open_log(tmp_path / "logs")
    yield tmp_path / "logs" / logs.FILE_NAME
    logs.close_log(handler)


@pytest.fixture
def hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def fail() -> None:
    raise ValueError(SECRET)


def caught() -> BaseException:
    try:
        try:
            fail()
        except ValueError as cause:
            raise KeyError(SECRET) from cause
    except KeyError as error:
        return error
    raise AssertionError


def test_a_report_names_types_and_places_and_no_value() -> None:
    report = logs.report_of(caught())
    assert "KeyError" in report
    assert "ValueError" in report
    assert "fail" in report
    assert SECRET not in report
    assert str(Path(__file__).parent) not in report


@pytest.mark.warns
@pytest.mark.usefixtures("hooks")
def test_an_uncaught_exception_is_told_and_logged_without_its_values(log_file: Path) -> None:
    told: list[str] = []
    logs.catch_everything(told.append)
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    assert len(told) == 1
    written = log_file.read_text("utf-8")
    assert "KeyError" in written
    assert SECRET not in written + told[0]


@pytest.mark.warns
@pytest.mark.usefixtures("hooks")
def test_a_failure_with_words_of_its_own_is_no_crash(log_file: Path) -> None:
    crashes, failures = list[str](), list[S2wError]()
    logs.catch_everything(crashes.append, failures.append)
    error = ServerGone()
    sys.excepthook(type(error), error, error.__traceback__)
    assert (crashes, failures) == ([], [error])
    assert "ServerGone" in log_file.read_text("utf-8")


@pytest.mark.warns
@pytest.mark.usefixtures("hooks")
def test_an_exception_of_a_thread_is_told_too(log_file: Path) -> None:
    told: list[str] = []
    logs.catch_everything(told.append)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "ValueError" in told[0]
    assert SECRET not in log_file.read_text("utf-8")


@pytest.mark.warns
def test_a_record_with_an_exception_loses_its_words(log_file: Path) -> None:
    try:
        fail()
    except ValueError:
        logging.getLogger("s2w_desktop.somewhere").exception("step %s failed", 7)
    written = log_file.read_text("utf-8")
    assert "step 7 failed" in written
    assert "ValueError" in written
    assert SECRET not in written
