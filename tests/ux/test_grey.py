"""UX-01, UX-51: what colour says, shape says too: the pictures stay apart when they are printed in grey."""

from itertools import combinations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.kit.navlist import NavItem, NavList
from s2w_desktop.ui.kit.theme import Theme

STATES = ("empty", "half", "done", "alert", "stop")


def marks_without_colour(theme: Theme, qtbot: QtBot) -> dict[str, list[bool]]:
    """The mark of each state as ink and no ink: what is left when neither colour nor grey tells anything."""
    navigator = NavList(theme, "Sections", [NavItem(state, "", state) for state in STATES])
    qtbot.addWidget(navigator)
    navigator.resize(QSize(240, 260))
    with qtbot.waitExposed(navigator):
        navigator.show()
    grey = navigator.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ratio, found = grey.devicePixelRatio(), {}
    for row, state in enumerate(STATES):
        place = navigator.visualRect(navigator.model().index(row, 0))
        line = grey.copy(int(place.x() * ratio), int(place.y() * ratio), int(48 * ratio), int(place.height() * ratio))
        points = [line.pixelColor(x, y).lightness() for y in range(line.height()) for x in range(line.width())]
        ground = max(set(points), key=points.count)
        ink = max((abs(point - ground) for point in points), default=0)
        found[state] = [abs(point - ground) * 2 > ink > 0 for point in points]
    return found


def test_ux_01_the_state_of_a_section_is_told_by_shape_alone(theme: Theme, qtbot: QtBot) -> None:
    marks = marks_without_colour(theme, qtbot)
    for one, other in combinations(STATES, 2):
        inked = max(sum(marks[one]), sum(marks[other]))
        apart = sum(a != b for a, b in zip(marks[one], marks[other], strict=True))
        assert apart > inked / 5, (one, other, apart, inked)


@pytest.mark.parametrize("state", STATES)
def test_ux_51_each_mark_is_seen_in_grey(theme: Theme, qtbot: QtBot, state: str) -> None:
    assert any(marks_without_colour(theme, qtbot)[state])
