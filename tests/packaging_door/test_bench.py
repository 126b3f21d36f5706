"""The bench runs and gives every line a ratio. What the figures are is not judged here: other work shares the machine."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import bench_esco
import headquarters_table
from bench_bundles import missing_tools
from bench_measure import Line, Samples, in_turn
from tests.reference.esco_making import BAKER, COOK, FILES, OCCUPATION, OCCUPATIONS, occupation, place, table

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(bool(missing_tools()), reason="the floors of export and import need age, gzip and tar")
def test_the_quick_bench_gives_every_line_a_ratio(tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(ROOT / "packaging" / "bench.py"), "--quick", "--json", str(figures)]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    lines = json.loads(figures.read_text(encoding="utf-8"))
    names = [line["name"] for line in lines]
    wanted = ["start", "export", "import", "autosave", "list", "search", "paper, two", "key press", "open", "unlock"]
    wanted += ["open a whole interview", "section switch", "50 entries", "key, whole interview", "search of jobs"]
    wanted += ["may be the same person", "recorded twice", "may be one of many people"]
    wanted += ["report, everybody", "report, 12 editions beside"]
    wanted += ["40 papers"] if sys.platform == "linux" else []
    assert [name for name in wanted if not any(found.startswith(name) for found in names)] == []
    assert all(line["ratio"] > 0 and line["floor"] > 0 for line in lines)
    assert all(f"{line['ratio']:.2f}" in told.stdout for line in lines)


def test_the_bench_of_esco_runs_on_any_download_and_tells_what_is_found(tmp_path: Path) -> None:
    rows = [occupation(BAKER, "baker", altLabels="bread maker\nmaker of loaves\npastry cook"), occupation(COOK, "cook", "5120")]
    lines = list(bench_esco.esco(place(tmp_path, {**FILES, OCCUPATIONS: table(OCCUPATION, rows)}), times=2, held=1, flat=3))
    assert [line.name for line in lines] == [
        "build a pack of ESCO",
        "load a pack of ESCO",
        "search of ESCO, a key",
        "key in ESCO to painted list",
        "evaluation set with ESCO",
        "held-out labels, as they are",
        "held-out labels, one typo",
    ]
    assert all(line.ratio > 0 for line in lines)
    assert "1 languages" in lines[0].notes[0]
    assert lines[5].notes[2].startswith("en ")
    assert lines[5].notes[2].endswith("/ 100.0")
    assert re.search(r"^en .*/ \d+\.\d$", lines[6].notes[2])  # a typo of chance can hide a short word


def test_the_table_of_headquarters_has_a_row_of_figures_for_each_engine(capsys: pytest.CaptureFixture[str]) -> None:
    headquarters_table.table((20,))
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("| ")]
    names, *rows = ([cell.strip() for cell in line.split("|")[1:-1]] for line in told)
    assert names == list(headquarters_table.HEADINGS)
    assert [row[:2] for row in rows] in ([["20", "file"], ["20", "PostgreSQL"]], [["20", "file"]])
    assert {len(row) for row in rows} == {len(names)}


def test_a_ratio_over_its_aim_is_told() -> None:
    floor = Samples((1.0, 2.0, 3.0))
    assert Line("slow", Samples((8.1,)), floor, aim=4).verdict == "over"
    assert Line("good", Samples((8.0,)), floor, aim=4).verdict == "ok"
    assert Line("free", Samples((8.0,)), floor).verdict == "-"


def test_both_sides_are_measured_in_turn() -> None:
    done: list[str] = []

    def side(name: str) -> float:
        done.append(name)
        return float(len(done))

    ours, floor = in_turn(lambda: side("ours"), lambda: side("floor"), times=2)
    assert done == ["ours", "floor"] * 3
    assert (ours.values, floor.values) == ((3.0, 5.0), (4.0, 6.0))


def test_percentiles_are_values_that_were_measured() -> None:
    samples = Samples(tuple(float(value) for value in range(1, 201)))
    assert (samples.median, samples.percentile(95), samples.percentile(99)) == (100.5, 191.0, 199.0)
    assert Samples((5.0,)).percentile(99) == 5.0
