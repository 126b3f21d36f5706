"""A real encrypted store for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from s2w_desktop.storage.store import Store
from s2w_desktop.storage.store_key import StoreKey
from tests.engines import Engine
from tests.storage.people import KEYS, OFFICER, station


def key() -> StoreKey:
    """The same key again; a store wipes the one it was given."""
    return StoreKey(bytearray(range(32)))


def new_store(folder: Path) -> Store:
    """A store in a folder."""
    return Store.create(folder, key=key(), station=station(), keys=KEYS, officer=OFFICER)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the store of the test lies."""
    return tmp_path / "store"


@pytest.fixture
def store(folder: Path, engine: Engine) -> Iterator[Store]:
    """An open store without profiles, on both engines."""
    with Store.open(engine.make_store(folder, key(), station(), KEYS, OFFICER), key=key()) as made:
        yield made


@pytest.fixture
def file_store(folder: Path) -> Iterator[Store]:
    """An open store in an encrypted file, for what only files have."""
    with new_store(folder) as made:
        yield made
