"""Bench of typing into the line for an occupation of ESCO: from a key to the painted list."""

from collections.abc import Sequence
from itertools import cycle

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from bench_jobs import queries
from bench_measure import Line, Timed, in_turn, stopwatch
from bench_window import PaintWatch, gone, keys_of, shown
from s2w_desktop import paths
from s2w_desktop.reference.occupations import OccupationSearch
from s2w_desktop.ui.kit.panel import column
from s2w_desktop.ui.kit.picker import Picker, PickerWords
from s2w_desktop.ui.kit.searching import Suggestion
from s2w_desktop.ui.kit.theme import Theme, load_fonts
from tests.ui.typing import type_keys

_MOST, PAINTED_MS = 20, 20


def painted_list(search: OccupationSearch, languages: Sequence[str], times: int) -> Line:
    """A key into the line with the list open, against a key into a bare line."""
    application = QApplication.instance() or QApplication([])
    load_fonts(paths.resources() / "fonts")
    theme = Theme(paths.resources())
    theme.apply(application)  # type: ignore[arg-type]  # the one instance is a QApplication

    def find(typed: str, most: int) -> Sequence[Suggestion]:
        found = search.find(typed, min(most, _MOST), languages=languages)
        return [Suggestion(one.uri, one.matched, one.isco08) for one in found]

    picker = Picker(theme, find, PickerWords("occupation", "", "nothing"))
    window = column(theme, picker, gap=0)
    window.box.addStretch(1)
    shown(window)
    bare = shown(QLineEdit())
    pair = in_turn(_keys(picker), keys_of(bare), times=times, warm_up=20)
    gone(bare, window)
    times_told = " / ".join(f"{1000 * pair[0].percentile(share):.1f}" for share in (50, 95, 99))
    note = f"{len(languages)} languages; p50 / p95 / p99 {times_told} ms (aim of the p95: {PAINTED_MS})"
    return Line("key in ESCO to painted list", *pair, notes=(note,))


def _keys(picker: Picker) -> Timed:
    """The queries of the evaluation set, a letter at a time, each until the line is painted and with it the list below."""
    letters = cycle([(letter, not place) for query in queries() for place, letter in enumerate(query["query"])])
    watch = PaintWatch(picker.line)

    def press() -> float:
        letter, is_first = next(letters)
        if is_first:
            picker.line.set_text("")
            QCoreApplication.processEvents()
        with stopwatch() as seconds:
            watch.after(lambda: type_keys(picker.line, letter))
            QCoreApplication.processEvents()
        return seconds()

    picker.line.setFocus()
    return press
