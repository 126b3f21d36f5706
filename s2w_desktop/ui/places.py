"""Where a person is on a page: which field, and where the caret stands, so that a page built anew goes on there."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


@dataclass(frozen=True)
class FocusPlace:
    """The focused widget as its number among the page's focusable widgets, and the caret where it has one."""

    number: int
    caret: int = 0
    selected: int = 0


def focusable(page: QWidget) -> list[QWidget]:
    """The widgets of a page that a person can reach, in the order in which they were made."""
    return [one for one in page.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.focusProxy()]


def focus_place(page: QWidget) -> FocusPlace | None:
    """The place of the focus inside the page; None when it is elsewhere."""
    focused = QApplication.focusWidget()
    for number, widget in enumerate(focusable(page)):
        if widget is focused:
            if isinstance(widget, QLineEdit):
                return FocusPlace(number, widget.cursorPosition(), len(widget.selectedText()))
            return FocusPlace(number)
    return None


def put_focus(page: QWidget, place: FocusPlace | None) -> None:
    """Put the focus and the caret back; nothing happens where the page has no such widget any more."""
    widgets = focusable(page)
    if place is None or place.number >= len(widgets):
        return
    widget = widgets[place.number]
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(widget, QLineEdit):
        widget.deselect()
        if place.selected and place.caret >= place.selected:
            widget.setSelection(place.caret - place.selected, place.selected)
        else:
            widget.setCursorPosition(place.caret)
