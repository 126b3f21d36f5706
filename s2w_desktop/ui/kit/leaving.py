"""Tells when the focus leaves a field made of several widgets."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget


class LeaveWatch(QObject):
    """Emits `left` when the focus was inside `whole` and now is elsewhere, in this window or in another program.

    It lives as a child of `whole` and does not keep it alive.
    """

    left = Signal()

    def __init__(self, whole: QWidget) -> None:
        super().__init__(whole)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._holds(old) and not self._holds(new):
            self.left.emit()

    def _holds(self, widget: QWidget | None) -> bool:
        whole = self.parent()
        if widget is None or not isinstance(whole, QWidget):
            return False
        return widget is whole or whole.isAncestorOf(widget)
