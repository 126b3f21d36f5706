"""One focus ring for a whole window, so that no widget can forget it."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from s2w_desktop.ui.kit.following import Follow
from s2w_desktop.ui.kit.painting import Box, Ink, Shape
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import FOCUS_GAP, FOCUS_WIDTH, RADIUS_CONTROL, Colour


class FocusRing(QWidget):
    """Two pixels of accent, two pixels outside whatever has the focus in the window; in lists, around the row.

    It lies over everything and takes no clicks. Where the focused widget is scrolled half out of sight, the
    ring ends with it and never lies over a bar. A widget with rounder corners tells them by its property `radius`.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.theme = theme
        self._target: QWidget | None = None
        self._seen = QRect()
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._follow = Follow(self)
        self._follow.moved.connect(self._settle)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
            self._on_focus_changed(None, application.focusWidget())
        theme.changed.connect(self._settle)

    @property
    def target(self) -> QWidget | None:
        """The widget that has the ring."""
        return self._target if self._target is not None and isValid(self._target) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setClipRect(self._seen.translated(-self.pos()))
        ink = Ink(painter, self.rect(), Qt.LayoutDirection.LeftToRight, self.theme)
        target = self.target
        own = target.property("radius") if target is not None else None
        radius = own if isinstance(own, int) else self.theme.px(RADIUS_CONTROL) + FOCUS_GAP + FOCUS_WIDTH
        shape = Shape(None, Colour.ACCENT, radius, FOCUS_WIDTH)
        ink.box(Box(0, 0, self.width(), self.height()), shape)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = new is not None and (new.window() is self.window())
        before = self.target
        if isinstance(before, QAbstractItemView):
            before.selectionModel().currentChanged.disconnect(self._settle)
        self._target = new if inside else None
        if isinstance(self._target, QAbstractItemView):
            self._target.selectionModel().currentChanged.connect(self._settle)
        self._follow.follow(self._target)
        self._settle()

    def _settle(self) -> None:
        target = self.target
        if target is None or not target.isVisible():
            self.hide()
            return
        out = FOCUS_GAP + FOCUS_WIDTH
        wanted = self._wanted(target)
        self._seen = self._visible_part(target)
        self.setGeometry(wanted.adjusted(-out, -out, out, out))
        self.setVisible(self._seen.intersects(self.geometry()))
        self.raise_()
        self.update()

    def _wanted(self, target: QWidget) -> QRect:
        """What the ring goes around, in the window's coordinates."""
        if isinstance(target, QAbstractItemView) and target.currentIndex().isValid():
            line = target.visualRect(target.currentIndex())
            inside = QRect(0, line.top(), target.viewport().width(), line.height())
            out = FOCUS_GAP + FOCUS_WIDTH  # inside the list, so that neighbours do not cover it
            return inside.translated(target.viewport().mapTo(self.window(), QPoint())).adjusted(out, out, -out, -out)
        return QRect(target.mapTo(self.window(), QPoint()), target.size())

    def _visible_part(self, target: QWidget) -> QRect:
        """The part of the window in which the ring may show: every scrolling area around it cuts it."""
        part = self.window().rect()
        step: QWidget | None = target
        while step is not None and step is not self.window():
            if isinstance(step, QAbstractScrollArea):
                view = step.viewport()
                room = QRect(view.mapTo(self.window(), QPoint()), view.size())
                grown = 0 if step is not target else FOCUS_GAP + FOCUS_WIDTH
                part = part.intersected(room.adjusted(-grown, -grown, grown, grown))
            step = step.parentWidget()
        return part
