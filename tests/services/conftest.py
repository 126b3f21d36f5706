"""A headquarters and a laptop that know each other. They read bundles in this process; tests of the command line do not."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from s2w_desktop.domain.stations import Role
from s2w_desktop.services.workplace import Workplace
from tests.engines import Engine
from tests.histories.reading_here import open_here
from tests.services.places import Place, enrol


@pytest.fixture
def hq(tmp_path: Path, engine: Engine) -> Iterator[Workplace]:
    """On both engines."""
    with closing(Place(tmp_path / "hq", Role.HEADQUARTERS, engine=engine).open(open_here)) as workplace:
        yield workplace


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Workplace]:
    """Not enrolled yet."""
    with closing(Place(tmp_path / "laptop", Role.FIELD).open(open_here)) as workplace:
        yield workplace


@pytest.fixture
def field(hq: Workplace, laptop: Workplace, tmp_path: Path) -> Workplace:
    """The laptop, enrolled."""
    enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
    return laptop


@pytest.fixture
def other(hq: Workplace, tmp_path: Path) -> Iterator[Workplace]:
    """A second laptop, enrolled."""
    with closing(Place(tmp_path / "other", Role.FIELD).open(open_here)) as workplace:
        enrol(headquarters=hq, laptop=workplace, folder=tmp_path / "enrolment")
        yield workplace


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def without_duty() -> Callable[[Workplace], None]:
    """Takes every duty from the officer at work."""

    def take(workplace: Workplace) -> None:
        officer = workplace.store.officers.get(workplace.officer)
        assert officer is not None
        workplace.store.officers.add(replace(officer, duties=frozenset()))

    return take
