"""A training headquarters and laptop, made once, enrolled, with five people; each test gets copies."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.program import Office, enrol, export, make_office


@dataclass(frozen=True)
class World:
    """Two stores, a stick, and a bundle on it that headquarters does not know yet."""

    hq: Office
    field: Office
    stick: Path
    bundle: Path


@pytest.fixture(scope="session")
def made_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("world")
    hq, field = make_office(folder / "hq", "hq", "--training"), make_office(folder / "field", "field", "--training")
    enrol(hq, field, folder / "enrolment")
    assert field("demo", "--profiles", 5, "--seed", 3).code == 0
    return World(hq, field, folder / "stick", export(field, folder / "stick"))


@pytest.fixture
def world(made_world: World, tmp_path: Path) -> World:
    source = made_world.hq.folder.parent
    shutil.copytree(source, tmp_path, dirs_exist_ok=True)
    return World(
        Office(tmp_path / "hq", tmp_path / "hq.passphrase"),
        Office(tmp_path / "field", tmp_path / "field.passphrase"),
        tmp_path / "stick",
        tmp_path / "stick" / made_world.bundle.name,
    )
