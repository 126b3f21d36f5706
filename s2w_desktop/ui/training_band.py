"""The band that every window of a training store carries."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import TRAINING_BAND, Colour, Role

_AIR = 16


class TrainingBand(Panel):
    """One line on a hatched ground, more where it is narrow: nothing here is real."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, vertical=False, gap=0, margins=(16, 0, 16, 0))
        _ = desk.translator.gettext
        words = _("Training. These people are invented. Nothing goes to headquarters.")
        self.words = Label(desk.theme, words, Role.STRONG, wrap=True, tone=Colour.TRAINING)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._size()
        desk.theme.changed.connect(self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour(Colour.TRAINING_SOFT))
        ink = self.theme.colour(Colour.TRAINING)
        ink.setAlphaF(0.25)
        wide = self._hatched_width()
        for left in (0, self.width() - wide):
            painter.fillRect(QRect(left, 0, wide, self.height()), QBrush(ink, Qt.BrushStyle.BDiagPattern))

    def _hatched_width(self) -> int:
        """How much room the words leave at each side, but never a large part of a wide window."""
        beside = (self.width() - self.words.fontMetrics().horizontalAdvance(self.words.text())) // 2
        return max(0, min(self.height() * 4, beside - self.theme.px(_AIR)))

    def _size(self) -> None:
        self.setMinimumHeight(self.theme.px(TRAINING_BAND))


def add_band(layout: QVBoxLayout, desk: Desk) -> None:
    """Put the band at the top of a window of its own; nothing in a real store."""
    if desk.theme.is_training:
        layout.addWidget(TrainingBand(desk))
