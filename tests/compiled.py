"""Compiled catalogues of every language in a folder of their own, for tests that read them or add to them."""

import shutil
from pathlib import Path

import pytest

from catalogues import compile_all

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def catalogue_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As the program finds them; only what is newer than its compiled form is compiled here."""
    root = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "translations", root / "translations", ignore=shutil.ignore_patterns("*.pot"))
    compile_all(root, only_older=True)
    return root / "translations"
