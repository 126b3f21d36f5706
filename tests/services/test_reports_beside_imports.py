"""A report that is made while an import writes tells one moment, and neither waits for the other (F41)."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from s2w_desktop.services.workplace import Workplace
from tests.services.exchanges import bring
from tests.services.places import export, interview

SECONDS = 30


def test_a_report_beside_an_import_counts_who_was_there_before_it(hq: Workplace, field: Workplace, tmp_path: Path) -> None:
    agreed = {"consent__send_for_figures": "granted"}
    for _ in range(6):
        interview(field, **agreed)
    bring(hq, field, tmp_path / "first")
    before = hq.office.reporting.report().people
    interview(field, **agreed)
    bundle = export(field, tmp_path / "second")
    is_writing, may_end = Event(), Event()

    def hold(done: int, total: int) -> None:
        is_writing.set()
        assert may_end.wait(SECONDS), (done, total)

    with ThreadPoolExecutor(1) as pool:
        taking = pool.submit(hq.importing.take, bundle, progress=hold)
        assert is_writing.wait(SECONDS)
        try:
            assert hq.office.reporting.report().people == before
        finally:
            may_end.set()
        assert taking.result(SECONDS).new == 1
    assert (before, hq.office.reporting.report().people) == (6, 7)
