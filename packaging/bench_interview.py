"""Benches of the whole interview in the window: opening it, going from section to section, many entries, and keys in it.

A window of the laptop's size is there already, as in the program: what is measured is a page that comes into it.
"""

import time
from itertools import cycle

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from bench_measure import Line, Samples, Timed, in_turn, stopwatch
from bench_places import Places, raw_connection
from bench_whole import answered, whole_person
from bench_window import (
    FIELD,
    KEYS_PER_SAVE,
    SECTION,
    PaintWatch,
    SomeWidget,
    WindowBench,
    bare_window,
    gone,
    keys_of,
    leaves,
    read_rows,
    shown,
)
from s2w_desktop.domain.asking import asked_sections
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.ui.interview.overview import TYPING_MS
from s2w_desktop.ui.interview.page import InterviewPage

ENTRIES, HEADLINE, MANY, FEW = "work", "title_own_words", 50, 5
OPEN_MS, SWITCH_MS, KEY_MS = 100, 60, 8
_PAUSES = 15


class InterviewBench:
    """Measures with a person whose whole interview is answered, and with two who have few and many entries."""

    def __init__(self, places: Places, window: WindowBench) -> None:
        self._places, self._window = places, window
        self._whole = whole_person(places, {})
        self._stack = QStackedWidget()
        shown(self._stack)

    def open_whole(self, times: int) -> Line:
        """From the store to the painted page, against its rows and a bare page of as many labels and lines."""
        sample = self._opened(self._whole)
        labels, lines = leaves(sample)
        count = answered(sample.editor.profile)
        _close(sample)
        connection = raw_connection(self._places.folder / "laptop")

        def ours() -> float:
            with stopwatch() as seconds:
                page = self._opened(self._whole)
            _close(page)
            return seconds()

        def floor() -> float:
            with stopwatch() as seconds:
                read_rows(connection, self._whole)
                page = self._put(bare_window(labels, lines))
            gone(page)
            return seconds()

        pair = in_turn(ours, floor, times=times, warm_up=2)
        connection.close()
        notes = (f"{count} answers", f"{labels} labels, {lines} lines", within(pair[0], 95, OPEN_MS))
        return Line("open a whole interview", *pair, aim=6, notes=notes)

    def switch(self, rounds: int) -> Line:
        """From each section to the next, against a bare page of as many labels and lines as the section shows."""
        page = self._opened(self._whole)
        keys = [section.key for section in asked_sections(QUESTIONNAIRE, page.editor.profile)]
        steps = cycle([*keys[1:], keys[0]])

        def ours() -> float:
            return _switched(page, next(steps))

        def floor() -> float:
            bare = bare_window(*leaves(page.sheet))
            with stopwatch() as seconds:
                self._put(bare)
            gone(bare)
            _finish(page)
            return seconds()

        pair = in_turn(ours, floor, times=rounds * len(keys), warm_up=len(keys))
        _close(page)
        return Line("section switch", *pair, aim=4, notes=(f"{len(keys)} sections", within(pair[0], 95, SWITCH_MS)))

    def entries(self, times: int) -> tuple[Line, Line]:
        """Fifty entries of a section against five: opening the section, and a key in one of the entries."""
        people = (whole_person(self._places, {ENTRIES: count}) for count in (MANY, FEW))
        many, few = (shown(self._window.page(person)) for person in people)
        opening = in_turn(_opening(many), _opening(few), times=times)
        pressing = in_turn(_pressing(many), _pressing(few), times=4 * times, warm_up=5)
        _close(many, few)
        floor = f"floor: {FEW} entries"
        return (
            Line(f"{MANY} entries, open", *opening, aim=2, notes=(floor, within(opening[0], 95, SWITCH_MS))),
            Line(f"{MANY} entries, key to paint", *pressing, aim=2, notes=(floor, within(pressing[0], 99, KEY_MS))),
        )

    def key_press(self, times: int) -> Line:
        """A key in the whole interview; one in eight meets an autosave. When typing pauses, the profile is looked over."""
        page = self._opened(self._whole)
        page.show_section(SECTION, path=FIELD)
        _finish(page)
        bare = shown(QLineEdit())
        press, press_bare = keys_of(_line(page, FIELD)), keys_of(bare)
        saves = cycle([True] + [False] * (KEYS_PER_SAVE - 1))

        def ours() -> float:
            if next(saves):
                QTimer.singleShot(0, page.editor.save_now)
            return press()

        pair = in_turn(ours, press_bare, times=times, warm_up=10)
        pauses = Samples(tuple(_pause(press) for _ in range(min(times, _PAUSES))))
        gone(bare)
        _close(page)
        notes = (within(pair[0], 99, KEY_MS), f"in a pause {1000 * pauses.median:.1f} ms")
        return Line("key, whole interview", *pair, aim=40, notes=notes)

    def _opened(self, profile: ProfileId) -> InterviewPage:
        return self._put(self._window.page(profile, self._stack))

    def _put(self, page: SomeWidget) -> SomeWidget:
        """Let a page come into the window, and wait until it is painted."""
        watch = PaintWatch(page)
        self._stack.addWidget(page)
        watch.after(lambda: self._stack.setCurrentWidget(page))
        return page


def _switched(page: InterviewPage, key: str) -> float:
    """Seconds until another section is painted and the one before is gone."""
    with stopwatch() as seconds:
        page.show_section(key)
        PaintWatch(page.sheet).after(_nothing)
    return seconds()


def _opening(page: InterviewPage) -> Timed:
    def measure() -> float:
        page.show_section(SECTION)
        _finish(page)
        return _switched(page, ENTRIES)

    return measure


def _pressing(page: InterviewPage) -> Timed:
    entry = page.editor.profile.entries(ENTRIES)[0]
    page.show_section(ENTRIES, entry)
    _finish(page)
    return keys_of(_line(page, field_path(ENTRIES, HEADLINE, entry)))


def _line(page: InterviewPage, path: str) -> QLineEdit:
    block = page.sheet.block_at(path)
    line = block.findChild(QLineEdit) if block else None
    if line is None:
        raise AssertionError("the interview has lost a field to type in")
    return line


def _pause(press: Timed) -> float:
    """Seconds for which the window is busy when the typing pauses after a key."""
    press()
    time.sleep(TYPING_MS / 1000)
    with stopwatch() as seconds:
        QCoreApplication.processEvents()
    return seconds()


def _finish(page: InterviewPage) -> None:
    """Let the page build what it builds after it was painted."""
    page.sheet.finish()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


def _close(*pages: InterviewPage) -> None:
    for page in pages:
        page.finish_session()
        gone(page)


def within(samples: Samples, share: int, most_ms: int) -> str:
    """A percentile beside the most that was promised."""
    return f"p{share} {1000 * samples.percentile(share):.1f} ms of {most_ms}"


def _nothing() -> None:
    """What was to be painted is asked for already."""
