"""What a bench measures with: samples taken in turn with a floor's, and the line that they give."""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Timed = Callable[[], float]
"""Does the thing once and gives the seconds that it took; what has to be prepared does not count."""

SECONDS, MEGABYTES = "s", "MB"


@dataclass(frozen=True)
class Samples:
    """Measurements of one thing, in seconds or megabytes."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.values)

    def percentile(self, share: int) -> float:
        """The value that `share` percent of the samples do not exceed; the largest where there are few."""
        ordered = sorted(self.values)
        return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


@dataclass(frozen=True)
class Line:
    """One line of the table. `aim` is the largest ratio that is good; None where nothing was promised."""

    name: str
    ours: Samples
    floor: Samples
    aim: float | None = None
    unit: str = SECONDS
    notes: tuple[str, ...] = field(default=())

    @property
    def ratio(self) -> float:
        """How many times the floor ours takes, by medians."""
        return self.ours.median / self.floor.median

    @property
    def verdict(self) -> str:
        """What the aim says."""
        if self.aim is None:
            return "-"
        return "ok" if self.ratio <= self.aim else "over"


def timed(act: Callable[[], object]) -> Timed:
    """The whole of a call as the thing that is measured."""

    def measure() -> float:
        with stopwatch() as seconds:
            act()
        return seconds()

    return measure


@contextmanager
def stopwatch() -> Iterator[Callable[[], float]]:
    """Gives a function that, after the block, tells how many seconds the block took."""
    started = time.perf_counter()
    ended = 0.0

    def seconds() -> float:
        return ended - started

    yield seconds
    ended = time.perf_counter()


@contextmanager
def processor_time() -> Iterator[Callable[[], float]]:
    """Gives a function that, after the block, tells for how many seconds this process and those that it ended kept cores busy.

    Unlike the clock it hardly suffers from other work on the machine.
    """
    started, ended = _processor_seconds(), 0.0

    def seconds() -> float:
        return ended - started

    yield seconds
    ended = _processor_seconds()


def _processor_seconds() -> float:
    return sum(os.times()[:4])


def in_turn(ours: Timed, floor: Timed, *, times: int, warm_up: int = 1) -> tuple[Samples, Samples]:
    """Measure both so many times, one after the other: what disturbs the machine then disturbs both."""
    for _ in range(warm_up):
        ours()
        floor()
    pairs = [(ours(), floor()) for _ in range(times)]
    return Samples(tuple(one for one, _ in pairs)), Samples(tuple(other for _, other in pairs))
