"""The developer's door: help is given without doing anything, and an option is never a folder."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def ran(script: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "packaging" / script), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)


def everything() -> set[str]:
    return {path.name for path in ROOT.iterdir()}


@pytest.mark.parametrize("command", ["run", "screenshots", "lock"])
def test_help_of_a_command_is_told_and_nothing_is_done(command: str, tmp_path: Path) -> None:
    before = everything()
    told = ran("dev.py", command, "--help", folder=tmp_path)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith(f"usage: dev.py {command}")
    assert list(tmp_path.iterdir()) == []
    assert everything() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("run", "--tour", "--help"),
        ("run", "--tour=--help"),
        ("run", "--tour="),
        ("run", "--tour", "pictures", "--quick"),
        ("screenshots", "--quick"),
        ("screenshots", "one", "two"),
        ("screenshots", "--", "--help"),
        ("lock", "--upgrad"),
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_refused_before_anything_is_done(arguments: tuple[str, ...], tmp_path: Path) -> None:
    before = everything()
    told = ran("dev.py", *arguments, folder=tmp_path)
    assert told.returncode == 2
    assert "usage: dev.py" in told.stderr
    assert list(tmp_path.iterdir()) == []
    assert everything() == before


@pytest.mark.parametrize("script", ["tour.py", "screenshots.py", "pictogram_sheets.py"])
def test_the_scripts_themselves_take_no_option_for_a_folder(script: str, tmp_path: Path) -> None:
    assert ran(script, "--help", folder=tmp_path).returncode == 0
    assert ran(script, "--quick", folder=tmp_path).returncode == 2
    assert list(tmp_path.iterdir()) == []
