"""Follows a widget wherever layouts and scrolling take it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_MOVING = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange})


class Follow(QObject):
    """Calls `moved` when the widget, or anything it lies in up to the window, moves, grows, shows or hides."""

    def __init__(self, owner: QObject, moved: Callable[[], None]) -> None:
        super().__init__(owner)
        self._moved = moved
        self._watched: list[QWidget] = []

    def follow(self, widget: QWidget | None) -> None:
        """Follow this widget in place of the one before; None follows nothing."""
        for before in self._watched:
            before.removeEventFilter(self)
            before.destroyed.disconnect(self._forget)
        self._watched = []
        step = widget
        while step is not None:
            step.installEventFilter(self)
            step.destroyed.connect(self._forget)
            self._watched.append(step)
            step = None if step.isWindow() else step.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING:
            self._moved()
        return super().eventFilter(watched, event)

    def _forget(self) -> None:
        self._watched = []
