"""A process of ours that opens what is not ours: what it says is heard, and it ends in every case."""

import io
import os
import sys
import threading

import pytest

from s2w_desktop.confined import frames
from s2w_desktop.confined.child import ChildEnded, asked
from s2w_desktop.domain.errors import Cancelled

FOREVER = [sys.executable, "-c", "import time\nwhile True: time.sleep(1)"]
SAYS_IT_AGAIN = """
import sys
from s2w_desktop.confined import frames
frames.send(sys.stdout.buffer, b"A", sys.stdin.buffer.read())
"""
ECHO = [sys.executable, "-c", SAYS_IT_AGAIN]


@pytest.mark.parametrize("raw", [b"", b"B", b"B\0\0\0\5abc", b"B\xff\xff\xff\xff"])
def test_a_frame_that_is_none_ends_the_conversation(raw: bytes) -> None:
    with pytest.raises(EOFError):
        frames.receive(io.BytesIO(raw))


def test_frames_come_out_as_they_went_in() -> None:
    pipe = io.BytesIO()
    frames.send(pipe, b"B", b"abc")
    frames.send(pipe, b"E")
    pipe.seek(0)
    assert [frames.receive(pipe), frames.receive(pipe)] == [(b"B", b"abc"), (b"E", b"")]


def test_what_was_asked_arrives_and_the_answer_comes_back() -> None:
    request = os.urandom(3_000_000)
    with asked(ECHO, request) as child:
        assert child.next() == (b"A", request)


def test_a_process_that_answers_nothing_is_ended_when_its_time_is_over() -> None:
    with asked(FOREVER, b"", seconds=0.2) as child, pytest.raises(ChildEnded) as ended:
        child.next()
    assert ended.value.at_limit


def test_a_process_is_ended_when_somebody_asks_for_it() -> None:
    stop = threading.Event()
    with asked(FOREVER, b"", seconds=600, is_cancelled=stop.is_set) as child:
        stop.set()
        with pytest.raises(Cancelled):
            child.next()


def test_a_process_that_ends_by_itself_is_no_process_at_its_limit() -> None:
    with asked([sys.executable, "-c", "pass"], b"x" * 100) as child, pytest.raises(ChildEnded) as ended:
        child.next()
    assert not ended.value.at_limit


def test_leaving_early_ends_the_process() -> None:
    with asked(FOREVER, b"", seconds=600) as child:
        process = child._process
    assert process.poll() is not None
