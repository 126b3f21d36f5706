"""What tests of windows share: a laptop's screen, the shipped fonts, a theme, and a guard for typing."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.kit.theme import Theme, load_fonts

ROOT = Path(__file__).parents[2]
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={ROOT / 'packaging' / 'screen.json'}")


@pytest.fixture(autouse=True)
def typing_guard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `qtbot.keyClicks` refuse what would end the process."""
    original: Callable[..., object] = QtBot.keyClicks

    def guarded(*arguments: object, **named: object) -> object:
        if any(isinstance(argument, str) and not argument.isascii() for argument in (*arguments, *named.values())):
            raise AssertionError("keyClicks ends the process at letters beyond ASCII; use tests.ui.typing")
        return original(*arguments, **named)

    monkeypatch.setattr(QtBot, "keyClicks", staticmethod(guarded))


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> list[str]:
    """The shipped families, loaded."""
    del qapp
    return load_fonts(ROOT / "resources" / "fonts")


@pytest.fixture
def theme(qapp: QApplication, fonts: list[str]) -> Iterator[Theme]:
    """The light theme at 100 %, worn by the application; afterwards it reads from left to right again."""
    del fonts
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # windows of the test before
    gc.collect()
    gc.freeze()  # what outlived the test before stays: looking through it again would take seconds, in each test of a window
    made = Theme(ROOT / "resources")
    made.apply(qapp)
    made.set_direction(Qt.LayoutDirection.LeftToRight)
    yield made
    made.set_direction(Qt.LayoutDirection.LeftToRight)
