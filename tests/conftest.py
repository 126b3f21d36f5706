"""What every test stands on: a laptop's screen, folders of its own, and a log in which no warning goes unseen."""

import gc
import logging
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests.derivations import derive_once
from tests.engines import engine, new_address, postgres, server_engine  # noqa: F401  # fixtures for every test
from tests.statements import compile_once

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={ROOT / 'packaging' / 'screen.json'}")

settings.register_profile("every", deadline=None, print_blob=True)
settings.register_profile("soak", deadline=None, print_blob=True, max_examples=5_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Long runs are asked for."""
    parser.addoption("--soak", action="store_true", help="run the long tests too")


def pytest_configure(config: pytest.Config) -> None:
    """More random cases in a long run; statements are compiled once, and passphrases derived once."""
    compile_once()
    derive_once()
    settings.load_profile("soak" if config.getoption("--soak") else "every")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests out unless they are asked for."""
    if not config.getoption("--soak"):
        for item in items:
            if "soak" in item.keywords:
                item.add_marker(pytest.mark.skip(reason="a long run; ask for it with --soak"))


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end: looking through them again takes a third of a second, in each test of a window."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="module", autouse=True)
def keep_what_stays() -> Iterator[None]:
    """What a file of tests leaves behind (what was read, compiled and cached) stays too: it grows to a million objects."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """New folders. A name that pytest chooses costs more with every test, because it looks through all earlier ones."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count(1))


@pytest.fixture(autouse=True)
def own_folders(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or writes the data of the person who runs it."""
    home = next(homes)
    home.mkdir()
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home))


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in our log fails the test, unless it is marked `warns`."""
    handler, log = _Warnings(), logging.getLogger("s2w_desktop")
    log.addHandler(handler)
    yield
    log.removeHandler(handler)
    if "warns" not in request.keywords:
        assert not handler.told
