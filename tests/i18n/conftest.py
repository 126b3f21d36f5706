"""Real catalogues for the tests, compiled from translations/ into a folder of their own."""

import shutil
from pathlib import Path

import pytest

from catalogues import compile_one
from s2w_desktop.i18n.translator import Catalogues, Translator

ROOT = Path(__file__).parents[2]
PO_FILES = sorted((ROOT / "translations").glob("*/LC_MESSAGES/s2w_desktop.po"))


@pytest.fixture(scope="session")
def catalogue_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of compiled catalogues as the program finds it."""
    folder = tmp_path_factory.mktemp("translations")
    for po in PO_FILES:
        copy = folder / po.relative_to(ROOT / "translations")
        copy.parent.mkdir(parents=True)
        shutil.copyfile(po, copy)
        compile_one(copy)
    return folder


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
