"""Tells when the focus leaves a field made of several widgets."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget


class LeaveWatch(QObject):
    """Emits `left` when the focus was inside `whole` and now is elsewhere, in this window or in another program."""

    left = Signal()

    def __init__(self, whole: QWidget) -> None:
        super().__init__(whole)
        self._whole = whole
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._holds(old) and not self._holds(new):
            self.left.emit()

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self._whole or self._whole.isAncestorOf(widget))
