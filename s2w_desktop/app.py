"""Wires the window: paths, words, look, settings, ways into the store. Imported by `__main__` alone."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from s2w_desktop import logs, paths
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.passphrases import UNLOCK_SECONDS
from s2w_desktop.services.settings import FILE_NAME, SettingsBook
from s2w_desktop.services.sources import Sources, system_sources
from s2w_desktop.services.unlock_cost import unlock_cost
from s2w_desktop.sound.device import SoundDevice
from s2w_desktop.sound.recordings import Recordings
from s2w_desktop.storage.layout import StorePlace, is_set_up, local_folder, looks_like_training
from s2w_desktop.ui.capture import system_shield
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.doors import Doors
from s2w_desktop.ui.errors import CrashDialog, NoticeDialog, notice_text
from s2w_desktop.ui.job_finding import JobFinding
from s2w_desktop.ui.kit.tasks import TaskRunner
from s2w_desktop.ui.kit.theme import Theme, load_fonts
from s2w_desktop.ui.looks import look_for, scale_for, system_look
from s2w_desktop.ui.replay import Replay
from s2w_desktop.ui.sticks import FindSticks, sticks
from s2w_desktop.ui.system_lock import SystemLock
from s2w_desktop.ui.window import Leaving, MainWindow

TRAINING_ARGUMENT = "--training"
WINDOW_SIZE = (1366, 690)


@dataclass(frozen=True)
class Config:
    """What the command line decides. `arguments` start the same window again when it locks.

    `lock_by` takes the place of replacing the process, for those who drive the window from outside. `can_switch` when the
    store is one of the person's two, the real one and the one for exercises, so that the window can offer the other.
    `unlock_seconds` is what unlocking a new store should take. `sticks` finds what can be written to by one choice.
    """

    store: StorePlace
    training: bool
    arguments: Sequence[str]
    lock_by: Callable[[Sequence[str]], None] | None = None
    can_switch: bool = False
    unlock_seconds: float = UNLOCK_SECONDS
    sticks: FindSticks = sticks


@dataclass(frozen=True)
class Application:
    """The parts that live as long as the process."""

    window: MainWindow
    tasks: TaskRunner


def build(config: Config, app: QApplication, sources: Sources) -> Application:
    """The window, wired and ready to be shown."""
    resources = paths.resources()
    load_fonts(resources / "fonts")
    book = SettingsBook(local_folder(config.store).parent / FILE_NAME)
    settings = book.settings
    catalogues = Catalogues(paths.translations(), paths.own_languages())
    translator = catalogues.translator_or_english(settings.language or catalogues.best_match(QLocale.system().uiLanguages()))
    # a store that is there tells itself what it is; the argument decides about a new one
    training = looks_like_training(config.store) if is_set_up(config.store) else config.training
    system = system_look()  # before the theme puts its own font in place of the system's
    look, scale = look_for(settings.look, system), scale_for(settings.text_scale, system)
    theme = Theme(resources, look=look, text_scale=scale, training=training)
    theme.apply(app)
    theme.set_direction(Qt.LayoutDirection.RightToLeft if translator.is_rtl else Qt.LayoutDirection.LeftToRight)
    tasks = TaskRunner()
    desk = Desk(
        theme=theme,
        catalogues=catalogues,
        translator=translator,
        tasks=tasks,
        book=book,
        sources=sources,
        resources=resources,
        replay=_replay(paths.own_recordings()),
        jobs=JobFinding(resources / "job_words", tasks),
        sticks=config.sticks,
    )
    doors = Doors(
        place=config.store,
        resources=resources,
        catalogues=catalogues,
        sources=sources,
        training=training,
        cost=lambda: unlock_cost(config.unlock_seconds),
        other=config.can_switch,
    )
    again = config.lock_by or restart
    leaving = Leaving(
        finish=tasks.close,
        restart=lambda: again(config.arguments),
        switch=lambda: again(other_arguments(config.arguments)),
    )
    window = MainWindow(desk=desk, doors=doors, leaving=leaving, shield=system_shield())
    SystemLock(window).left.connect(window.idle.expire_now)
    return Application(window, tasks)


def _replay(folder: Path) -> Replay | None:
    """What plays recorded questions; None where there are none."""
    return Replay(Recordings(folder), SoundDevice()) if folder.is_dir() else None


def other_arguments(arguments: Sequence[str]) -> tuple[str, ...]:
    """What starts the window on the training store instead of the real one, or the other way round."""
    if TRAINING_ARGUMENT in arguments:
        return tuple(argument for argument in arguments if argument != TRAINING_ARGUMENT)
    return (*arguments, TRAINING_ARGUMENT)


def restart(arguments: Sequence[str]) -> None:
    """Replace this process by a new one, so that keys and people are nowhere in memory any more."""
    command = [sys.executable, *([] if getattr(sys, "frozen", False) else ["-m", "s2w_desktop"]), *arguments]
    if sys.platform == "win32":
        subprocess.Popen(command)  # noqa: S603  # our own program with our own arguments
        QGuiApplication.exit(0)
    else:
        os.execv(sys.executable, command)  # noqa: S606  # as above


class _CrashTeller(QObject):
    """Brings the report of a crash, or a failure that no page showed, to the window's thread."""

    crashed = Signal(str)
    failed = Signal(object)  # S2wError

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._told: NoticeDialog | None = None
        self.crashed.connect(self._on_crashed, Qt.ConnectionType.QueuedConnection)
        self.failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)

    def _on_crashed(self, report: str) -> None:
        CrashDialog(self._window.desk, report, self._window).open()

    def _on_failed(self, error: S2wError) -> None:
        if self._told is None:  # a server that is gone fails at every key
            desk = self._window.desk
            self._told = NoticeDialog(desk, notice_text(desk.translator, error), self._window)
            self._told.finished.connect(self._on_read)
            self._told.open()

    def _on_read(self) -> None:
        self._told = None


def run(config: Config) -> int:
    """Show the window until it is closed. Returns the exit code."""
    handler = logs.open_log(local_folder(config.store).parent)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("s2w-desktop")
    logs.catch_qt()
    built = build(config, app, system_sources())
    teller = _CrashTeller(built.window)
    logs.catch_everything(teller.crashed.emit, teller.failed.emit)
    built.window.resize(*WINDOW_SIZE)
    built.window.show()
    try:
        return app.exec()
    finally:
        logs.close_log(handler)
