"""A bar for a count; hatched where the count is hidden, so that it does not look like nothing."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import RADIUS_SMALL, Colour

_HEIGHT, _HIDDEN_WIDTH = 18, 56


class CountBar(QWidget):
    """As long as `count` is to `most`. The figure stands beside it; to a screen reader the bar says nothing."""

    def __init__(self, theme: Theme, count: int | None, most: int) -> None:
        super().__init__()
        self.theme, self._count, self._most = theme, count, most
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, theme = QPainter(self), self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(Colour.CONTROL), 1))
        hidden = self._count is None
        wide = theme.px(_HIDDEN_WIDTH) if hidden else self.width() * (self._count or 0) / self._most if self._most else 0
        wide = min(float(wide), float(self.width()))
        start = self.width() - wide if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0.0
        if hidden:
            painter.setBrush(QBrush(theme.colour(Colour.CONTROL), Qt.BrushStyle.BDiagPattern))
        else:
            painter.setBrush(theme.colour(Colour.ACCENT))
            painter.setPen(Qt.PenStyle.NoPen)
        radius = theme.px(RADIUS_SMALL)
        painter.drawRoundedRect(QRectF(start + 0.5, 0.5, max(0.0, wide - 1), self.height() - 1.0), radius, radius)
