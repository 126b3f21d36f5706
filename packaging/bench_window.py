"""Benches of the window: a key press in an interview, opening a profile, a key press in the search. Everything is painted."""

import sys
from collections.abc import Callable
from itertools import cycle
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from bench_measure import Line, Timed, in_turn, stopwatch
from bench_places import SOURCES, Places, catalogues, raw_connection
from bench_store import raw_page, typed_names
from s2w_desktop import paths
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.services.settings import SettingsBook
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.tasks import InlineRunner
from s2w_desktop.ui.kit.theme import Theme, load_fonts
from s2w_desktop.ui.kit.tokens import Look
from s2w_desktop.ui.pages.profiles import ProfilesPage
from tests.ui.typing import type_keys

WIDTH, HEIGHT = 1366, 768
KEYS_PER_SAVE = 8  # an autosave falls together with one key press in so many
SECTION, FIELD = "identity", "identity.given_names"
LETTERS = "the quick brown fox "
_ROUNDS = 10_000  # of events, before a bench gives up

SomeWidget = TypeVar("SomeWidget", bound=QWidget)


class PaintWatch(QObject):
    """Waits until a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt calls it
        """Count what is painted, and let it pass."""
        del watched
        self._count += event.type() == QEvent.Type.Paint
        return False

    def after(self, act: Callable[[], object]) -> None:
        """Do something and handle events until the widget was painted and none is left to handle at once."""
        before = self._count
        act()
        for _ in range(_ROUNDS):
            QCoreApplication.processEvents()
            if self._count > before:
                return
        raise AssertionError("the widget was not painted")


class WindowBench:
    """Measures with the real pages of a laptop, on one application."""

    def __init__(self, places: Places) -> None:
        self._places = places
        qInstallMessageHandler(_tell)
        self._application = QApplication.instance() or QApplication([])
        load_fonts(paths.resources() / "fonts")
        words = catalogues()
        theme = Theme(paths.resources(), look=Look.LIGHT)
        if isinstance(self._application, QApplication):
            theme.apply(self._application)
        book = SettingsBook(places.folder / "settings.json")
        self.desk = Desk(theme, words, words.translator("en"), InlineRunner(), book, SOURCES, paths.resources())

    def key_press(self, times: int) -> Line:
        """A key in a text field of the interview until it is painted; one in eight meets an autosave in the queue of events."""
        page = self.page(self._profiles()[0])
        shown(page)
        page.show_section(SECTION, path=FIELD)
        QCoreApplication.processEvents()
        line = page.sheet.blocks[FIELD].findChild(QLineEdit)
        if line is None:
            raise AssertionError("the interview has lost its field for names")
        bare = shown(QLineEdit())
        saves = cycle([True] + [False] * (KEYS_PER_SAVE - 1))

        def ours_meets_save() -> float:
            if next(saves):
                QTimer.singleShot(0, page.editor.save_now)
            return keys()

        keys = keys_of(line)
        ours, floor = in_turn(ours_meets_save, keys_of(bare), times=times, warm_up=10)
        page.finish_session()
        gone(page, bare)
        return Line("key press to paint", ours, floor, notes=(f"p99 {1000 * ours.percentile(99):.1f} ms of 8",))

    def open_profile(self, times: int) -> Line:
        """A profile out of the store onto the screen, against its rows and a bare window of as many labels and lines."""
        profiles = cycle(self._profiles())
        sampled = next(profiles)
        sample = shown(self.page(sampled))
        labels, lines = leaves(sample)
        sample.finish_session()
        gone(sample)
        connection = raw_connection(self._places.folder / "laptop")

        def ours() -> float:
            profile = next(profiles)
            with stopwatch() as seconds:
                page = shown(self.page(profile))
            page.finish_session()
            gone(page)
            return seconds()

        def floor() -> float:
            with stopwatch() as seconds:
                read_rows(connection, sampled)
                window = shown(bare_window(labels, lines))
            gone(window)
            return seconds()

        pair = in_turn(ours, floor, times=times)
        connection.close()
        return Line("open a profile", *pair, notes=(f"{labels} labels, {lines} lines",))

    def search(self, times: int) -> Line:
        """A key in the search until the rows are painted, against the question in raw SQL and a key in a bare line."""
        page, bare = shown(ProfilesPage(self.desk, self._places.laptop)), shown(QLineEdit())
        watch = PaintWatch(page.table.viewport())
        bare_key = keys_of(bare)
        connection = raw_connection(self._places.folder / "laptop")
        texts, typed = cycle(typed_names(self._places)), ""

        def ours() -> float:
            nonlocal typed
            typed = next(texts)
            page.search.setText(typed[:-1])
            QCoreApplication.processEvents()
            with stopwatch() as seconds:
                watch.after(lambda: type_keys(page.search, typed[-1]))
            return seconds()

        def floor() -> float:
            with stopwatch() as seconds:
                raw_page(connection, typed)
            return seconds() + bare_key()

        pair = in_turn(ours, floor, times=times)
        connection.close()
        gone(page, bare)
        return Line("search, key to painted rows", *pair)

    def page(self, profile: ProfileId, window: QWidget | None = None) -> InterviewPage:
        return InterviewPage(self.desk, self._places.laptop, self._places.laptop.interviews.open(profile), window)

    def _profiles(self) -> list[ProfileId]:
        return [row.id for row in self._places.laptop.interviews.rows(ListQuery(), 0, 20)]


def _tell(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's messages, but for the one that a screen nobody sees cannot help."""
    del kind, context
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)


def shown(widget: SomeWidget) -> SomeWidget:
    """Show a window of the laptop's size and wait until it is painted."""
    watch = PaintWatch(widget)
    widget.resize(WIDTH, HEIGHT)
    watch.after(widget.show)
    widget.activateWindow()
    return widget


def gone(*widgets: QWidget) -> None:
    for widget in widgets:
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


def keys_of(line: QLineEdit) -> Timed:
    """One key after the other in a line, each until the line is painted."""
    letters, watch = cycle(LETTERS), PaintWatch(line)

    def press() -> float:
        if len(line.text()) > len(LETTERS):
            line.clear()
            QCoreApplication.processEvents()
        letter = next(letters)
        with stopwatch() as seconds:
            watch.after(lambda: type_keys(line, letter))
        return seconds()

    line.setFocus()
    return press


def leaves(page: QWidget) -> tuple[int, int]:
    """Visible widgets without visible parts: how many that show, and how many to type in."""
    visible = [widget for widget in page.findChildren(QWidget) if widget.isVisible()]
    leaves = [widget for widget in visible if not any(part.isVisible() for part in widget.findChildren(QWidget))]
    lines = sum(isinstance(widget, QLineEdit) for widget in leaves)
    return len(leaves) - lines, lines


def bare_window(labels: int, lines: int) -> QWidget:
    window = QWidget()
    layout = QVBoxLayout(window)
    for number in range(labels):
        layout.addWidget(QLabel(f"label {number}"))
    for number in range(lines):
        layout.addWidget(QLineEdit(f"line {number}"))
    return window


def read_rows(connection: Any, profile: ProfileId) -> None:  # noqa: ANN401  # the driver has no types
    for table in ("revision", "working"):
        connection.execute(f"SELECT * FROM {table} WHERE profile = ?", (profile.hex,)).fetchall()  # noqa: S608  # our own names
