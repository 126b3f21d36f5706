"""A process that shows a window, says `painted` and ends: the program's unlock screen, or a bare Qt window.

Usage: bench_started.py STORE | --bare. It imports nothing before it knows which.
"""

import os
import sys


def bare() -> None:
    """The least that Qt can show."""
    from PySide6.QtWidgets import QApplication, QLabel

    application = QApplication([])
    window = QLabel("bare")
    _until_painted(window)
    del application


def program(store: str) -> None:
    """What `s2w_desktop.app.run` does up to the first picture, with its log and its settings."""
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from s2w_desktop import logs
    from s2w_desktop.app import WINDOW_SIZE, Config, build
    from s2w_desktop.services.sources import system_sources
    from s2w_desktop.ui.pages.unlock import UnlockPage

    config = Config(store=Path(store), training=True, arguments=())
    logs.open_log(Path(store).parent)
    application = QApplication([sys.argv[0]])
    logs.catch_qt()
    built = build(config, application, system_sources())
    built.window.resize(*WINDOW_SIZE)
    page = built.window.findChild(UnlockPage)
    if page is None:
        raise AssertionError("the program does not ask for the passphrase first")
    _until_painted(built.window, page.field.line)


def _until_painted(window: object, inside: object = None) -> None:
    """Show the window, handle events until it was painted, and say so."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject
    from PySide6.QtWidgets import QWidget

    class Watch(QObject):
        painted = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt calls it
            del watched
            self.painted |= event.type() == QEvent.Type.Paint
            return False

    watch = Watch()
    watched = inside if isinstance(inside, QWidget) else window
    if isinstance(window, QWidget) and isinstance(watched, QWidget):
        watched.installEventFilter(watch)
        window.show()
    while not watch.painted:
        QCoreApplication.processEvents()
    print("painted", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "--bare":
        bare()
    else:
        program(sys.argv[1])
    os._exit(0)  # how long it takes to go is not the subject
