"""A report that leaves the house as files: all there and whole, kept as gone out, or a failure that says why."""

from datetime import date
from pathlib import Path

import pytest

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.errors import DiskFull, S2wError, TargetGone
from s2w_desktop.domain.figures import Selection
from s2w_desktop.services.report_files import ReportFile
from s2w_desktop.services.workplace import Workplace
from tests.services.places import interview
from tests.storage.disks import fill_up, small_disk

AGREED: dict[str, Answer] = {"consent__create_profile": "granted", "consent__send_for_figures": "granted"}


def write(workplace: Workplace, form: ReportFile, target: Path, language: str = "en") -> bytes:
    workplace.office.report_files.write(workplace.office.reporting.draft(), form, target, language)
    return target.read_bytes()


@pytest.fixture
def counted(laptop: Workplace) -> Workplace:
    for sex in "FFFFFFFFMMMMMMM":
        interview(laptop, **AGREED, identity__sex=sex, expectation__first_goal="E01")
    return laptop


STARTS = {
    ReportFile.PDF: b"%PDF-",
    ReportFile.XLSX: b"PK",
    ReportFile.HTML: b"<!DOCTYPE html>",
    ReportFile.CSV: b"table,",
    ReportFile.CODEBOOK: b"variable,",
}


@pytest.mark.parametrize("form", ReportFile)
def test_each_form_is_written_and_nothing_else_is_left(counted: Workplace, tmp_path: Path, form: ReportFile) -> None:
    target = tmp_path / f"report.{form}"
    assert write(counted, form, target, "ar").startswith(STARTS[form])
    assert [path.name for path in tmp_path.glob("*report.*")] == [target.name]


def test_writing_again_gives_the_same_figures_although_the_first_is_heeded(counted: Workplace, tmp_path: Path) -> None:
    first = write(counted, ReportFile.CSV, tmp_path / "figures.csv")
    assert first == write(counted, ReportFile.CSV, tmp_path / "again.csv")


def test_what_was_written_counts_as_gone_out(counted: Workplace, tmp_path: Path) -> None:
    counted.office.reporting.draft()
    assert not counted.store.editions.all()
    write(counted, ReportFile.HTML, tmp_path / "report.html")
    assert len(counted.store.editions.all()) == 1


@pytest.mark.parametrize("target", ["gone/report.xlsx", ""], ids=["a folder that is not there", "a folder"])
def test_a_target_that_cannot_be_written_is_told(counted: Workplace, tmp_path: Path, target: str) -> None:
    with pytest.raises(TargetGone):
        write(counted, ReportFile.XLSX, tmp_path / target)
    assert not list(tmp_path.glob(".*.part"))


def test_a_full_disk_keeps_the_older_file_whole(counted: Workplace, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "1m") as disk:
        older = disk / "report.html"
        older.write_bytes(b"older")
        filler = fill_up(disk, leave=4096)
        with pytest.raises(DiskFull):
            write(counted, ReportFile.HTML, older)
        assert [path.name for path in disk.iterdir() if path != filler] == ["report.html"]
        assert older.read_bytes() == b"older"


def test_a_report_that_could_not_be_written_is_heeded_all_the_same(counted: Workplace, tmp_path: Path) -> None:
    with pytest.raises(S2wError):
        write(counted, ReportFile.CSV, tmp_path / "gone" / "figures.csv")
    assert len(counted.store.editions.all()) == 1


def test_of_two_periods_both_count_as_gone_out(counted: Workplace, tmp_path: Path) -> None:
    draft = counted.office.reporting.compare(Selection(last_day=date(2017, 12, 31)), Selection(first_day=date(2018, 1, 1)))
    for form in ReportFile:
        counted.office.report_files.write(draft, form, tmp_path / f"report.{form}", "ar")
    assert len(counted.store.editions.all()) == 2
