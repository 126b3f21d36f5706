"""Real catalogues for the tests, in a folder of their own."""

import shutil
from pathlib import Path

import pytest

from catalogues import compile_all
from s2w_desktop.i18n.translator import Catalogues, Translator

ROOT = Path(__file__).parents[2]
PO_FILES = sorted((ROOT / "translations").glob("*/LC_MESSAGES/s2w_desktop.po"))


@pytest.fixture(scope="session")
def catalogue_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of compiled catalogues as the program finds it; only what is newer than its compiled form is compiled here."""
    root = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "translations", root / "translations", ignore=shutil.ignore_patterns("*.pot"))
    compile_all(root, only_older=True)
    return root / "translations"


@pytest.fixture(scope="session")
def catalogues(catalogue_folder: Path) -> Catalogues:
    """The catalogues that are shipped."""
    return Catalogues(catalogue_folder)


@pytest.fixture(scope="session")
def en(catalogues: Catalogues) -> Translator:
    """English."""
    return catalogues.translator("en")


@pytest.fixture(scope="session")
def fr(catalogues: Catalogues) -> Translator:
    """French."""
    return catalogues.translator("fr")


@pytest.fixture(scope="session")
def ar(catalogues: Catalogues) -> Translator:
    """Arabic."""
    return catalogues.translator("ar")
