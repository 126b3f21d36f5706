"""The tour does the whole job through the real windows, and what it leaves can be opened by anybody with the standard tools."""

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from tour import clear_last_tour

ROOT = Path(__file__).resolve().parents[2]
LEAST_PICTURES, LEAST_OF_AN_INTERVIEW = 40, 80
PAIR = "de+uk"


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tour")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "tour.py"), str(folder), "--pairs", PAIR],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


def test_every_picture_shows_something(tour: Path) -> None:
    pictures = sorted(tour.glob("*.png"))
    assert len(pictures) >= LEAST_PICTURES
    assert len(list((tour / PAIR).glob("*.png"))) >= LEAST_OF_AN_INTERVIEW
    for picture in (*pictures, *(tour / PAIR).glob("*.png")):
        with Image.open(picture) as image:
            assert image.size == (1366, 768)
            assert len(image.convert("RGB").getcolors(maxcolors=1 << 20) or ()) > 20, picture.name


def test_the_report_says_that_everything_arrived_and_the_tools_agree(tour: Path) -> None:
    report = (tour / "tour.md").read_text("utf-8")
    assert "| profiles recorded through the widgets | 6 |" in report
    assert "| profiles at headquarters | 6 |" in report
    assert "| profiles whose receipt came back | 6 |" in report
    assert "Signature and comment signature verified" in report
    assert "records-0001.jsonl.gz: OK" in report


def test_every_section_of_the_whole_interview_is_shown_with_show_mode_check_and_reading_back(tour: Path) -> None:
    names = {picture.stem.partition("-")[2] for picture in (tour / PAIR).glob("*.png")}
    assert {section.key.replace("_", "-") for section in QUESTIONNAIRE.sections if section.part} <= names
    assert {"check-open", "check", "read-back", "show-main-occupation-isco", "show-health"} <= names


def test_the_training_keys_lie_beside_the_bundle(tour: Path) -> None:
    assert (tour / "hq-identity.txt").read_text("utf-8").splitlines()[-1].startswith("AGE-SECRET-KEY-1")
    assert (tour / "device.pub").is_file()
    assert len(list(tour.glob("S2W-*.s2w"))) == 1


def test_papers_are_tagged_and_name_nobody_in_their_data(tour: Path) -> None:
    papers = sorted(tour.glob("paper-*.pdf"))
    assert len(papers) == 7
    for paper in papers:
        with pikepdf.open(paper) as pdf:
            assert pdf.Root.MarkInfo.Marked
            assert "PT-" in str(pdf.docinfo.get("/Title"))
            assert "/Author" not in pdf.docinfo or not str(pdf.docinfo["/Author"]).strip("() ")


def test_what_the_window_saved_is_what_the_service_makes(tour: Path) -> None:
    assert (tour / "paper-from-the-window.pdf").read_bytes() == (tour / "paper-en-ar.pdf").read_bytes()


def test_an_earlier_tour_is_cleared_away_and_nothing_else(tmp_path: Path) -> None:
    ours = (
        "01-x.png",
        "S2W-0190f3a1.s2w",
        "receipt-S2W-0190f3a2.s2w",
        "paper-en.pdf",
        "hq-identity.txt",
        "device.pub",
        "hq.pub",
        "tour.md",
    )
    for name in (*ours, "mine.txt", "S2W.s2w"):
        (tmp_path / name).touch()
    clear_last_tour(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"mine.txt", "S2W.s2w"}
