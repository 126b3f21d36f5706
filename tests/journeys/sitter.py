"""A child process that goes to a question of a real interview, types, scrolls, and rests there until it is killed.

`python sitter.py STORE CASE_NUMBER SECTION FIELD`: in a repeating section it adds two entries first. Once the store knows the
place it prints one JSON line: path, what stands in the line, caret, pixels scrolled.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from s2w_desktop.app import Config, build
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.services.sources import system_sources
from s2w_desktop.ui.forms.question import block_of
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.panel import ScrollPage
from s2w_desktop.ui.pages.unlock import UnlockPage
from tests.workplaces import PASSPHRASE

SCROLLED_BY, PATIENCE_MS, MOST_TABS = 40, 20_000, 80


def main() -> None:
    """Sit at a question until killed."""
    store, case_number, section, field = Path(sys.argv[1]), *sys.argv[2:]
    app = QApplication([])
    window = build(Config(store, training=True, arguments=()), app, system_sources()).window
    window.resize(1366, 690)
    window.show()
    window.activateWindow()
    assert isinstance(window.scene, UnlockPage)
    write(PASSPHRASE)
    wait_until(lambda: window.unlocked is not None and isinstance(app.focusWidget(), QLineEdit))
    write(case_number)
    page = window.scene.findChild(InterviewPage)
    assert isinstance(page, InterviewPage)
    page.show_section(section)
    if QUESTIONNAIRE.by_key[section].repeats:
        for _ in range(2):
            QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    go_to(field)
    QTest.keyClicks(focused(), "Exampleson")
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    QApplication.processEvents()
    bar = next(area for area in page.findChildren(ScrollPage) if area.isAncestorOf(focused())).verticalScrollBar()
    bar.setValue(bar.value() + SCROLLED_BY)
    assert window.unlocked is not None
    here, places = page.place(), window.unlocked.workplace.places
    wait_until(lambda: (kept := places.last(page.editor.profile.id)) is not None and vars(kept).items() <= vars(here).items())
    line = focused()
    assert isinstance(line, QLineEdit)
    told = {"path": here.path, "text": line.text(), "caret": here.caret, "scroll": here.scroll}
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    app.exec()


def write(text: str) -> None:
    QTest.keyClicks(focused(), text)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QApplication.processEvents()


def go_to(field: str) -> None:
    for _ in range(MOST_TABS):
        block = block_of(focused())
        if block is not None and block.path.endswith(f".{field}"):
            return
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QApplication.processEvents()
    raise SystemExit(f"{field} is not reached by Tab")


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def wait_until(is_so: Callable[[], bool]) -> None:
    patience = QDeadlineTimer(PATIENCE_MS)
    while not is_so():
        if patience.hasExpired():
            raise SystemExit("it did not come")
        QTest.qWait(20)


if __name__ == "__main__":
    main()
