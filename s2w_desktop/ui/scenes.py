"""What can fill the window, and how each is built anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget  # noqa: TC002  # the alias below is read at run time

from s2w_desktop.ui.desk import Desk  # as above

if TYPE_CHECKING:
    from s2w_desktop.ui.pages.base import Sheet
    from s2w_desktop.ui.wishes import Wish


@dataclass(frozen=True)
class Scene:
    """What fills the window: a widget, how to take and find a place in it, and where work on it begins.

    `code` is the case number for the title of the window, or empty; never a name.
    """

    widget: QWidget
    place: Callable[[], object]
    restore: Callable[[object], None]
    start: Callable[[], None]
    code: str = ""


Build = Callable[[Desk], Scene]


def sheet_scene(page: Sheet, on_asked: Callable[[Wish], None]) -> Scene:
    """A page that fills the window by itself."""
    page.asked.connect(on_asked)
    return Scene(page, page.place, page.restore, page.start)
