"""The hand-over of a laptop to headquarters, by keys alone."""

from pathlib import Path

from PySide6.QtCore import Qt

from s2w_desktop.ui.pages.hand_over import HandOverPage
from s2w_desktop.ui.pages.stick_steps import WHERE
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.keys import key, write


def asked_where(area: WorkArea) -> HandOverPage:
    """The page at the step that asks where to write."""
    area.go(Route(Area.HAND_OVER))
    page = area.page
    assert isinstance(page, HandOverPage)
    for _ in range(2):
        key(page.next_button, Qt.Key.Key_Space)
    assert page.step == WHERE
    return page


def hand_over(area: WorkArea, folder: Path) -> HandOverPage:
    """The page after somebody typed a folder and had the bundle written there."""
    page = asked_where(area)
    page.target.use_other()
    page.target.field.line.setFocus()
    page.target.field.line.selectAll()
    write(page.target.field.line, str(folder))
    key(page.next_button, Qt.Key.Key_Space)
    return page
