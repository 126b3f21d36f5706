"""One bar of a chart: parts beside each other, hatched with a fixed width where the number is hidden."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import RADIUS_SMALL, Colour, Role, best_ink

_HEIGHT, _HIDDEN, _GAP, _LEAST_FOR_WORDS = 24, 34, 2, 6


@dataclass(frozen=True)
class Segment:
    """A part of a bar: its share of the longest bar from 0 to 1, None where the number is hidden; and the words inside."""

    share: float | None
    words: str
    step: int  # which of the four chart steps it is painted in


class SegmentBar(QWidget):
    """The parts of one row. The numbers stand beside it as texts; to a screen reader the bar says nothing."""

    def __init__(self, theme: Theme, segments: Sequence[Segment]) -> None:
        super().__init__()
        self.theme, self._segments = theme, tuple(segments)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @property
    def widths(self) -> tuple[float, ...]:
        """How wide each part is drawn: that of a hidden one is the same whatever it hides."""
        hidden, gap = self.theme.px(_HIDDEN), self.theme.px(_GAP)
        unknown = sum(one.share is None for one in self._segments)
        room = max(0.0, self.width() - unknown * hidden - max(0, len(self._segments) - 1) * gap)
        return tuple(hidden if one.share is None else room * one.share for one in self._segments)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(220), self.theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(80), self.theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.theme.font(Role.CAPTION))
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        reached = 0.0
        for segment, wide in zip(self._segments, self.widths, strict=True):
            left = self.width() - reached - wide if is_mirrored else reached
            if wide > 0:
                self._paint(painter, QRectF(left + 0.5, 0.5, max(0.0, wide - 1), self.height() - 1.0), segment)
                reached += wide + self.theme.px(_GAP)

    def _paint(self, painter: QPainter, place: QRectF, segment: Segment) -> None:
        theme, radius = self.theme, self.theme.px(RADIUS_SMALL) / 2
        ground = theme.palette.series[segment.step]
        painter.setPen(QPen(theme.colour(Colour.CONTROL), 1))
        if segment.share is None:
            painter.setBrush(QBrush(theme.colour(Colour.CONTROL), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(place, radius, radius)
            return
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(place, radius, radius)
        if painter.fontMetrics().horizontalAdvance(segment.words) + theme.px(_LEAST_FOR_WORDS) <= place.width():
            painter.setPen(QColor(best_ink(ground)))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, segment.words)


class Swatch(QWidget):
    """The colour of a class, beside its words in the key of a chart."""

    def __init__(self, theme: Theme, step: int) -> None:
        super().__init__()
        self.theme, self._step = theme, step
        self._take_size()
        theme.changed.connect(self._take_size)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(14), self.theme.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setPen(QPen(self.theme.colour(Colour.CONTROL), 1))
        painter.setBrush(QColor(self.theme.palette.series[self._step]))
        painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1.0, self.height() - 1.0), 3, 3)

    def _take_size(self) -> None:
        self.setFixedSize(self.sizeHint())
