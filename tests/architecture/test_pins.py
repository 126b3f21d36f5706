"""Faults of libraries that made us choose a version."""

import sys

from PySide6.QtWidgets import QApplication, QLabel


def test_calls_into_qt_keep_the_count_of_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one reference to None per call without a result, and dies after some thousand."""
    del qapp
    label, calls = QLabel(), 20_000
    before = sys.getrefcount(None)
    for _ in range(calls):
        label.setText("words")
    assert abs(sys.getrefcount(None) - before) < calls // 100
