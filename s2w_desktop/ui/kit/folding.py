"""A side of a window that folds to a strip with one button and then opens over the page."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from s2w_desktop.ui.kit.buttons import IconButton
from s2w_desktop.ui.kit.panel import Panel, PanelKind, ScrollPage
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import STRIP


@dataclass(frozen=True)
class SideKind:
    """Width at 100 % text, icon and name of the button it folds to, and the edge it stands at."""

    width: int
    icon: str
    name: str
    leading: bool


class _Drawer(Panel):
    """The folded side while it lies over the page."""

    close_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        else:
            super().keyPressEvent(event)


class FoldingSide(Panel):
    """Docked, it is a sunken side of fixed width; folded, a strip whose button opens the side over the page."""

    def __init__(self, theme: Theme, content: QWidget, kind: SideKind, parent: QWidget | None = None) -> None:
        super().__init__(theme, kind=PanelKind.SUNKEN, gap=0, parent=parent)
        self._content, self._kind, self._folded = ScrollPage(), kind, False
        self._button = IconButton(theme, kind.icon, kind.name)
        self._button.clicked.connect(self.toggle)
        self._button.hide()
        self._drawer = _Drawer(theme, kind=PanelKind.SUNKEN, gap=0, parent=self)
        self._drawer.hide()
        self._drawer.close_asked.connect(self.close_drawer)
        self.box.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.box.addWidget(self._content, 1)
        self._content.set_page(content)
        theme.changed.connect(self._size)
        self._size()

    def set_folded(self, *, folded: bool) -> None:
        """Fold to the strip, or dock again."""
        if folded == self._folded:
            return
        self.close_drawer()
        self._folded = folded
        self._button.setVisible(folded)
        if folded:
            self._drawer.box.addWidget(self._content)
        else:
            self.box.addWidget(self._content, 1)
        self._content.show()
        self._size()

    def is_folded(self) -> bool:
        """Whether only the strip is seen."""
        return self._folded

    def is_open(self) -> bool:
        """Whether the folded side lies open over the page."""
        return self._folded and self._drawer.isVisible()

    def toggle(self) -> None:
        """Open or close the folded side; a docked one stays."""
        if not self._folded:
            return
        if self.is_open():
            self.close_drawer()
        else:
            self._open()

    def close_drawer(self) -> None:
        """Close the side that lies over the page; the focus goes back to its button."""
        if self._drawer.isVisible():
            inside = self._drawer.isAncestorOf(QApplication.focusWidget() or self)
            self._drawer.hide()
            if inside:
                self._button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.close_drawer()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.close_drawer()

    def _open(self) -> None:
        window = self.window()
        self._drawer.setParent(window)
        self._drawer.setLayoutDirection(self.layoutDirection())
        corner = self.mapTo(window, self.rect().topLeft())
        width = min(self.theme.px(self._kind.width), window.width() - self.width())
        at_left = self._kind.leading != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        left = corner.x() + self.width() if at_left else corner.x() - width
        self._drawer.setGeometry(left, corner.y(), width, self.height())
        self._drawer.show()
        self._drawer.raise_()
        stops = [part for part in self._drawer.findChildren(QWidget) if part.isVisible() and _takes_tab(part)]
        (stops[0] if stops else self._drawer).setFocus(Qt.FocusReason.TabFocusReason)

    def _size(self) -> None:
        self.setFixedWidth(self.theme.px(STRIP if self._folded else self._kind.width))


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and widget.isEnabled()
