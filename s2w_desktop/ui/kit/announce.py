"""Says something to a screen reader without moving the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Have the words said politely, as a matter of this widget: saved, finished, received."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
