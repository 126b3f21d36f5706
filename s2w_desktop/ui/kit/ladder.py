"""Ladder of ordered levels: the part reached is filled, the step chosen stands out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip

from s2w_desktop.ui.kit.painting import Box, Ink, Shape, Side
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import LADDER_HEIGHT, Colour, Role

_GAP, _STEP_MINIMUM = 4, 52
_NONE = -1


@dataclass(frozen=True)
class Step:
    """One level: its key, the short sign on the step, and what it means in plain words."""

    key: str
    short: str
    meaning: str = ""


class Ladder(QSlider):
    """Ordered levels in one row, or in several where there is no room for one.

    It is a slider to a screen reader; its name always ends with the level in words. Arrow keys go one step
    along the direction of reading, Home and End to the ends, Delete takes the answer back.
    """

    edited = Signal(object)  # str | None: key of the level
    left = Signal()

    def __init__(self, theme: Theme, steps: Sequence[Step], name: str, unset: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.theme, self._steps, self._name, self._unset = theme, tuple(steps), name, unset
        self.setRange(_NONE, len(self._steps) - 1)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setValue(_NONE)
        self._tell()
        theme.changed.connect(self.updateGeometry)

    def level(self) -> str | None:
        """Key of the chosen level, None when none is chosen."""
        return self._steps[self.value()].key if self.value() != _NONE else None

    def set_level(self, key: str | None) -> None:
        """Choose by program; emits nothing. A key that is no step of the ladder chooses none."""
        keys = [step.key for step in self._steps]
        self.setValue(keys.index(key) if key in keys else _NONE)
        self._tell()

    def step_rect(self, number: int) -> QRect:
        """Where a step is painted, for tests and tours."""
        columns = self._columns(self.width())
        width = (self.width() + _GAP) / columns
        line, place = divmod(number, columns)
        left, wide = round(place * width), round((place + 1) * width) - round(place * width) - _GAP
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - wide
        high = self.theme.px(LADDER_HEIGHT)
        return QRect(left, line * (high + _GAP), wide, high)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(80) * len(self._steps), self.theme.px(LADDER_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(_STEP_MINIMUM) * 2, self.theme.px(LADDER_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = -(-len(self._steps) // self._columns(width))
        return lines * (self.theme.px(LADDER_HEIGHT) + _GAP) - _GAP

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                self._choose(self.value() + (1 if (event.key() == Qt.Key.Key_Right) != rtl else -1))
            case Qt.Key.Key_Up | Qt.Key.Key_PageUp:
                self._choose(self.value() + 1)
            case Qt.Key.Key_Down | Qt.Key.Key_PageDown:
                self._choose(self.value() - 1)
            case Qt.Key.Key_Home:
                self._choose(0)
            case Qt.Key.Key_End:
                self._choose(len(self._steps) - 1)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._choose(_NONE)
            case _:
                event.ignore()  # the page has keys of its own

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._step_at(event)
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self._choose(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._step_at(event)
        words = self._steps[number].meaning if number is not None else ""
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; an answer never changes by the wheel

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        left_to_right = Qt.LayoutDirection.LeftToRight
        for number, step in enumerate(self._steps):
            ink = Ink(painter, self.step_rect(number), left_to_right, self.theme)
            here, reached = number == self.value(), number <= self.value()
            fill = Colour.ACCENT if here else Colour.ACCENT_SOFT if reached else Colour.SURFACE
            line = Colour.ACCENT if reached else Colour.CONTROL
            whole = Box(0, 0, ink.width, ink.height)
            ink.box(whole, Shape(fill, line, self.theme.px(6)))
            role, colour = (Role.STRONG, Colour.ON_ACCENT) if here else (Role.BODY, Colour.TEXT)
            ink.text(whole, step.short, role, colour, Side.CENTRE)

    def _choose(self, number: int) -> None:
        bounded = min(len(self._steps) - 1, max(_NONE, number))
        if bounded == self.value():
            return
        self.setValue(bounded)
        self._tell()
        self.edited.emit(self.level())

    def _tell(self) -> None:
        step = self._steps[self.value()] if self.value() != _NONE else None
        words = ", ".join(part for part in (step.short, step.meaning) if part) if step else self._unset
        self.setAccessibleName(f"{self._name}: {words}")
        self.update()

    def _columns(self, width: int) -> int:
        fitting = (width + _GAP) // (self.theme.px(_STEP_MINIMUM) + _GAP)
        if fitting >= len(self._steps):
            return len(self._steps)
        return max(1, min(fitting, -(-len(self._steps) // 2)))

    def _step_at(self, event: QMouseEvent) -> int | None:
        place = event.position().toPoint()
        found = [number for number in range(len(self._steps)) if self.step_rect(number).contains(place)]
        return found[0] if found else None
