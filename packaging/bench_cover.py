"""Bench of the privacy key: someone comes in, and within 100 ms no window of the program shows anything (UX-58)."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from bench_interview import within
from bench_measure import Line, in_turn, stopwatch
from bench_places import Places, catalogues
from bench_whole import whole_person
from bench_window import PaintWatch, WindowBench, bare_window, gone, leaves, shown
from s2w_desktop.ui.cover import Cover
from s2w_desktop.ui.help_window import HelpWindow
from s2w_desktop.ui.interview.page import InterviewPage

COVER_MS = 100


def cover(places: Places, bench: WindowBench, times: int) -> Line:
    """A whole interview, a question shown to the person and the help, covered at once, against bare windows of as many parts.

    Counted from the key until the cover is painted and the other windows are gone.
    """
    window, bare = QMainWindow(), QMainWindow()
    page = bench.page(whole_person(places, {}), window)
    window.setCentralWidget(page)
    shown(window)
    labels, lines = leaves(page)
    bare.setCentralWidget(bare_window(labels, lines))

    def ours() -> float:
        """The windows that are to vanish are opened first, outside of the time."""
        with _open(bench, page):
            lid = Cover(bench.desk, window, seconds=count().__next__, guard=None)
            with stopwatch() as seconds:
                lid.press()  # paints before it returns
            if any(other.isVisible() for other in QApplication.topLevelWidgets() if other is not window):
                raise AssertionError("a window is seen beside the cover")
            lid.open_now()
            lid.deleteLater()
        return seconds()

    def floor() -> float:
        other = QWidget()
        shown(bare)
        shown(other)
        with stopwatch() as seconds:
            other.close()
            lid = QWidget(bare)
            lid.setAutoFillBackground(True)
            lid.setGeometry(bare.rect())
            PaintWatch(lid).after(lid.show)
        gone(lid, other)
        bare.hide()
        return seconds()

    pair = in_turn(ours, floor, times=times, warm_up=2)
    page.finish_session()
    gone(window, bare)
    notes = (f"{labels} labels, {lines} lines, show-mode and help", within(pair[0], 95, COVER_MS))
    return Line("privacy key to cover", *pair, notes=notes)


@contextmanager
def _open(bench: WindowBench, page: InterviewPage) -> Iterator[None]:
    """Show-mode and the help beside the interview."""
    page.showing.toggle(catalogues().translator("ar"))
    if page.showing.window is None:
        raise AssertionError("no question is shown")
    guide = HelpWindow(bench.desk, "", page)
    guide.open()
    QCoreApplication.processEvents()
    yield
    gone(guide)
