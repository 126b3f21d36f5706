"""What every page is: a panel that asks the window for what it wants, and that knows the place where a person is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.panel import NO_MARGINS, Margins, Panel
from s2w_desktop.ui.places import FocusPlace, focus_place, put_focus

AREA_MARGINS: Margins = (28, 20, 28, 18)


class Sheet(Panel):
    """A page. After a change of language the window builds it anew and hands the new one the `place` of the old."""

    asked = Signal(object)  # wishes.Wish

    def __init__(self, desk: Desk, *, margins: Margins = NO_MARGINS, gap: int = 12) -> None:
        super().__init__(desk.theme, gap=gap, margins=margins)
        self.desk = desk

    def place(self) -> object:
        """Where the person is; only good for `restore` of a page of the same class."""
        return focus_place(self)

    def restore(self, place: object) -> None:
        """Go on where `place` was taken."""
        put_focus(self, place if isinstance(place, FocusPlace) else None)

    def start(self) -> None:
        """Put the focus where work begins; called when a person comes to the page."""
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """The widget where work begins."""
        return None


class AreaPage(Sheet):
    """A page of the work area, with the margins of one."""

    def __init__(self, desk: Desk, *, gap: int = 12) -> None:
        super().__init__(desk, margins=AREA_MARGINS, gap=gap)
