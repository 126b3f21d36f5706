"""Follows a widget wherever layouts and scrolling take it."""

import weakref

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_MOVING = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange})


class Follow(QObject):
    """Emits `moved` when the widget, or anything it lies in up to the window, moves, grows, shows or hides.

    It keeps nothing alive: neither its owner nor what it follows.
    """

    moved = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._watched: list[weakref.ref[QWidget]] = []

    def follow(self, widget: QWidget | None) -> None:
        """Follow this widget in place of the one before; None follows nothing."""
        for reference in self._watched:
            if (before := reference()) is not None and isValid(before):
                before.removeEventFilter(self)
        self._watched = []
        step = widget
        while step is not None:
            step.installEventFilter(self)
            self._watched.append(weakref.ref(step))
            step = None if step.isWindow() else step.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING:
            self.moved.emit()
        return super().eventFilter(watched, event)
