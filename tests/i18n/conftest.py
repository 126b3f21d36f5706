"""Real catalogues for the tests, in a folder of their own."""

from pathlib import Path

import pytest

from s2w_desktop.i18n.translator import Catalogues, Translator
from tests.compiled import catalogue_folder

ROOT = Path(__file__).parents[2]
__all__ = ["catalogue_folder"]
PO_FILES = sorted((ROOT / "translations").glob("*/LC_MESSAGES/s2w_desktop.po"))


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
