"""A row of controls that goes on in a second row where there is no room for one."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import SPACE_S


class FlowRow(QWidget):
    """Parts from the leading edge on; the last stands at the trailing edge of its row when `last_trails`."""

    def __init__(self, theme: Theme, *parts: QWidget, last_trails: bool = False) -> None:
        super().__init__()
        self.theme, self._parts, self._last_trails = theme, list(parts), last_trails
        for part in parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._arrange_again)

    def insert_after(self, before: QWidget, part: QWidget) -> None:
        """Put another part behind one of the parts."""
        part.setParent(self)
        self._parts.insert(self._parts.index(before) + 1, part)
        self._arrange_again()

    def sizeHint(self) -> QSize:
        gap = self.theme.gap(SPACE_S)
        wide = sum(part.sizeHint().expandedTo(part.minimumSize()).width() + gap for part in self._shown()) - gap
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        hints = [part.minimumSizeHint() for part in self._shown()]
        return QSize(max((hint.width() for hint in hints), default=0), max((hint.height() for hint in hints), default=0))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((rect.bottom() + 1 for rect in self._places(width)), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange):
            self._arrange_again()
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        """The parts that take room."""
        return [part for part in self._parts if not part.isHidden()]

    def _places(self, width: int) -> list[QRect]:
        """Where the parts go, counted from the leading edge."""
        gap, places, start, top, high = self.theme.gap(SPACE_S), [], 0, 0, 0
        for part in self._shown():
            hint = part.sizeHint().expandedTo(part.minimumSize()).boundedTo(part.maximumSize())
            if start and start + hint.width() > width:
                start, top, high = 0, top + high + gap, 0
            places.append(QRect(QPoint(start, top), QSize(min(hint.width(), width), hint.height())))
            start, high = start + hint.width() + gap, max(high, hint.height())
        if self._last_trails and places:
            places[-1].moveLeft(max(places[-1].left(), width - places[-1].width()))
        return places

    def _arrange(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for part, rect in zip(self._shown(), self._places(self.width()), strict=True):
            if mirrored:
                rect.moveLeft(self.width() - rect.x() - rect.width())
            part.setGeometry(rect)

    def _arrange_again(self) -> None:
        self.updateGeometry()
        self._arrange()
