"""The contact sheets show reviewers every drawing."""

from pathlib import Path

from pictogram_sheets import SHEETS

DRAWINGS = Path(__file__).parents[2] / "resources" / "pictograms"


def test_every_list_that_has_drawings_stands_on_one_sheet() -> None:
    shown = [code_list for lists in SHEETS.values() for code_list in lists]
    assert sorted(shown) == sorted(folder.name for folder in DRAWINGS.iterdir() if folder.is_dir())
