"""Controls in a row that may go on in a second."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.theme import Theme


@pytest.mark.parametrize("width", [200, 400, 700, 1200])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_parts_never_overlap_and_stay_inside(qtbot: QtBot, theme: Theme, width: int, direction: Qt.LayoutDirection) -> None:
    search = TextField(theme, "Search")
    search.setFixedWidth(180)
    parts = (search, *(Button(theme, words) for words in ("State: all", "Order: last change", "Names hidden")))
    row = FlowRow(theme, *parts, last_trails=True)
    row.setLayoutDirection(direction)
    qtbot.addWidget(row)
    row.resize(width, row.heightForWidth(width))
    row.show()
    places = [part.geometry() for part in parts]
    assert not [(one, other) for i, one in enumerate(places) for other in places[:i] if one.intersects(other)]
    assert all(row.rect().contains(place) for place in places)


def test_the_last_part_stands_at_the_trailing_edge(qtbot: QtBot, theme: Theme) -> None:
    first, last = Button(theme, "First"), Button(theme, "Last")
    row = FlowRow(theme, first, last, last_trails=True)
    qtbot.addWidget(row)
    row.resize(600, row.heightForWidth(600))
    row.show()
    assert last.geometry().right() == row.rect().right()


def test_a_row_of_which_nothing_is_seen_takes_no_height(qtbot: QtBot, theme: Theme) -> None:
    part = Button(theme, "Hidden")
    row = FlowRow(theme, part)
    qtbot.addWidget(row)
    part.hide()
    row.show()
    assert (row.minimumSizeHint().width(), row.minimumSizeHint().height(), row.heightForWidth(300)) == (0, 0, 0)
