"""What can fill the window, and how each is built anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance  # noqa: TC002  # the fields below are read at run time
from PySide6.QtWidgets import QWidget  # noqa: TC002  # the alias below is read at run time

from s2w_desktop.i18n.help_pages import KEYS
from s2w_desktop.ui.desk import Desk  # as above
from s2w_desktop.ui.pages.unlock import UnlockPage

if TYPE_CHECKING:
    from s2w_desktop.ui.doors import Doors
    from s2w_desktop.ui.pages.base import Sheet
    from s2w_desktop.ui.wishes import Wish


@dataclass(frozen=True)
class Scene:
    """What fills the window: a widget, how to take and find a place in it, and where work on it begins.

    `code` is the case number for the title of the window, or empty; never a name. `asked` carries wishes for the window,
    `help_page` gives the key of the help page on where one stands.
    """

    widget: QWidget
    place: Callable[[], object]
    restore: Callable[[object], None]
    start: Callable[[], None]
    code: str = ""
    asked: SignalInstance | None = None
    help_page: Callable[[], str] = lambda: KEYS


Build = Callable[[Desk], Scene]


def sheet_scene(page: Sheet, help_page: str, on_asked: Callable[[Wish], None] | None = None) -> Scene:
    """A page that fills the window by itself. `on_asked` is for wishes that the window does not fulfil."""
    if on_asked is not None:
        page.asked.connect(on_asked)
        return Scene(page, page.place, page.restore, page.start, help_page=lambda: help_page)
    return Scene(page, page.place, page.restore, page.start, asked=page.asked, help_page=lambda: help_page)


def unlock_scene(doors: Doors, desk: Desk) -> Scene:
    """The passphrase is asked for."""
    return sheet_scene(UnlockPage(desk, doors), "unlock")


def first_run_scene(doors: Doors, desk: Desk) -> Scene:
    """There is no store yet."""
    from s2w_desktop.ui.pages.first_run import FirstRunPage  # start-up: its services load the database

    return sheet_scene(FirstRunPage(desk, doors), "first_run")
