"""The real program under a tour: starts it on a store, waits for facts, takes pictures, goes on after it locked itself."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from s2w_desktop.app import Application, Config, build
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.kit.rowtable import RowTable
from s2w_desktop.ui.sticks import no_sticks
from s2w_desktop.ui.window import MainWindow
from tests.ui.typing import click

W = TypeVar("W", bound=QWidget)
PATIENCE_SECONDS = 120.0
SIZE = (1366, 768)


class Album:
    """Numbered pictures in a folder, which is made."""

    def __init__(self, folder: Path, *, digits: int = 2) -> None:
        folder.mkdir(exist_ok=True)
        self.folder, self._digits = folder, digits
        self.taken: list[tuple[str, str]] = []

    def take(self, window: QWidget, name: str, words: str) -> None:
        """Grab what the window shows now."""
        settle()
        file_name = f"{len(self.taken) + 1:0{self._digits}d}-{name}.png"
        window.grab().save(str(self.folder / file_name))
        self.taken.append((file_name, words))


class StrayWindows(QObject):
    """Notes every window that appears, menus aside: a part shown before it has a place steals the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            is_menu = watched.windowType() is Qt.WindowType.Popup
            self.seen |= set() if is_menu else {type(watched).__name__}
        return False


class Program:
    """One run of the program on one store, in the training look, in this process."""

    def __init__(self, app: QApplication, store: Path) -> None:
        self._app, self._store = app, store
        self.locked = False
        self._built = self._start()

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return self._built.window

    @property
    def workplace(self) -> Workplace:
        """What stands behind the unlocked store."""
        if self.window.unlocked is None:
            raise RuntimeError("the store is locked")
        return self.window.unlocked.workplace

    def find(self, kind: type[W]) -> W:
        """The page or part of a kind that is on screen."""
        settle()
        found = [part for part in self.window.findChildren(kind) if part.isVisible()]
        if not found:
            raise LookupError(kind.__name__)
        return found[-1]

    def wait_for(self, kind: type[W]) -> W:
        """The same, once it is there."""
        until(lambda: any(part.isVisible() for part in self.window.findChildren(kind)))
        return self.find(kind)

    def press(self, words: str) -> None:
        """Click the first button with these words."""
        settle()
        buttons = [b for b in self.window.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]
        fitting = [b for b in buttons if b.accessibleName() == words]
        if not fitting:
            raise LookupError(f"no button says {words!r}")
        click(fitting[0])
        settle()

    def unlock_again(self) -> None:
        """After a lock: the new process's window."""
        self._built = self._start()

    def end(self) -> None:
        """Close the window as a person does."""
        self.window.close()
        self._dispose()

    def _start(self) -> Application:
        self.locked = False
        config = Config(self._store, training=True, arguments=(), lock_by=self._on_locked, unlock_seconds=0.0, sticks=no_sticks)
        built = build(config, self._app, system_sources())
        built.window.resize(*SIZE)
        built.window.show()
        until(lambda: _is_active(built.window))
        return built

    def _on_locked(self, arguments: Sequence[str]) -> None:
        del arguments
        self.locked = True
        self._dispose()

    def _dispose(self) -> None:
        self.window.hide()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _is_active(window: MainWindow) -> bool:
    window.activateWindow()
    QApplication.processEvents()
    return window.isActiveWindow()


def choose_row(table: RowTable, number: int) -> None:
    """Click a row of a table."""
    click(table.viewport(), table.visualRect(table.model().index(number, 0)).center())
    settle()


def settle() -> None:
    """Let everything that is due happen."""
    for _ in range(3):
        QApplication.processEvents()


def until(fact: Callable[[], bool]) -> None:
    """Wait for a fact, not for a time. Raises TimeoutError when it does not come."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not fact():
        if time.monotonic() > end:
            raise TimeoutError("what was waited for did not happen")
        QApplication.processEvents()
        time.sleep(0.005)
