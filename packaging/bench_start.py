"""Bench of the start: a fresh process up to its first painted picture, against a fresh process with a bare Qt window."""

import subprocess
import sys
from pathlib import Path

from bench_measure import Line, Timed, in_turn, stopwatch
from bench_places import new_store
from s2w_desktop.domain.stations import Role

CHILD = Path(__file__).with_name("bench_started.py")


def start(folder: Path, times: int) -> Line:
    """From nothing to the unlock screen. Every module was compiled and every file read before: a warm start."""
    store = folder / "start" / "store"
    new_store(store, Role.FIELD).store.close()
    pair = in_turn(_process(str(store)), _process("--bare"), times=times)
    return Line("start to unlock screen", *pair, aim=3, notes=("warm",))


def _process(argument: str) -> Timed:
    command = [sys.executable, str(CHILD), argument]

    def measure() -> float:
        with stopwatch() as seconds:
            child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
            said = child.stdout.readline() if child.stdout else ""
        with child:  # waits for its end
            if said != "painted\n":
                raise AssertionError("the process ended before it had painted")
        return seconds()

    return measure
