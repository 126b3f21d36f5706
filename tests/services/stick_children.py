"""A laptop whose hand-over is killed without warning; run as `python -m tests.services.stick_children FOLDER`.

It forks, so that each victim starts warm, and says how many files without a name the stick held after each.
"""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NoReturn

from s2w_desktop.bundle.writing import Watch
from s2w_desktop.domain.stations import Role
from tests.services.places import Place, enrol, interview

_REAL_LINK = os.link


def _die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def _dies(_asked: object) -> NoReturn:
    _die()


def _dies_before_naming(_part: Path, _target: Path) -> None:
    _die()


def _dies_after_naming(part: Path, target: Path) -> None:
    _REAL_LINK(part, target)
    _die()


MOMENTS: tuple[tuple[Watch, Callable[[Path, Path], None]], ...] = (
    (Watch(progress=_dies), _REAL_LINK),
    (Watch(free_space=_dies), _REAL_LINK),
    (Watch(), _dies_before_naming),
    (Watch(), _dies_after_naming),
)


def main(folder: Path) -> None:
    """Kill, look, and hand over once without a kill."""
    laptop, stick = Place(folder / "laptop", Role.FIELD), folder / "stick"
    with closing(Place(folder / "hq", Role.HEADQUARTERS).open()) as office, closing(laptop.open()) as workplace:
        enrol(headquarters=office, laptop=workplace, folder=folder / "enrolment")
        for _ in range(3):
            interview(workplace)
    counts: list[int] = []
    for watch, link in MOMENTS:
        victim = os.fork()
        if victim == 0:
            os.link = link  # type: ignore[assignment]
            laptop.open().exporting.write(stick, watch)
            os._exit(1)
        _, ended = os.waitpid(victim, 0)
        if os.waitstatus_to_exitcode(ended) != -signal.SIGKILL:
            raise AssertionError(f"it came to its end after {counts}")
        counts.append(len(list(stick.glob(".*.part"))))
    with closing(laptop.open()) as workplace:
        workplace.exporting.write(folder / "other stick")
        counts.append(len(list(stick.glob(".*.part"))))
        workplace.exporting.write(stick)
    print(*counts)  # noqa: T201  # a program that speaks through its pipe


if __name__ == "__main__":
    main(Path(sys.argv[1]))
