"""Python's search for garbage is rare while a bundle is taken in, and as before afterwards."""

import gc
from pathlib import Path

import pytest

from s2w_desktop.domain.errors import Cancelled
from s2w_desktop.services.garbage import rarely_collected
from s2w_desktop.services.workplace import Workplace
from tests.services.places import export, interview


def test_an_import_searches_rarely_and_as_before_when_it_is_done(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    before, during = gc.get_threshold(), list[int]()
    hq.importing.take(export(field, stick), progress=lambda _done, _all: during.append(gc.get_threshold()[0]))
    assert during
    assert min(during) > before[0]
    assert gc.get_threshold() == before


def test_an_import_that_is_cancelled_leaves_the_search_as_it_was(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    before = gc.get_threshold()

    def cancel(_done: int, _all: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        hq.importing.take(export(field, stick), progress=cancel)
    assert gc.get_threshold() == before


def test_who_searches_more_rarely_already_goes_on_so() -> None:
    before = gc.get_threshold()
    gc.set_threshold(10**6, *before[1:])
    try:
        with rarely_collected():
            assert gc.get_threshold()[0] == 10**6
    finally:
        gc.set_threshold(*before)
