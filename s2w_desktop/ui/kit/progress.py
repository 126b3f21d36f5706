"""Progress of long work: what is being done, a quiet bar, and from 7 s on how far and how long."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Card
from s2w_desktop.ui.kit.painting import Box, Ink, Shape
from s2w_desktop.ui.kit.panel import row
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Colour, Role

_BAR = 6
_TELL_AFTER_SECONDS = 7.0


@dataclass(frozen=True)
class ProgressWords:
    """Verb and object ("Writing 3 profiles to the blue stick"), the word to stop, and the line told later.

    `left(done, total, seconds)` makes that line from two counts and the seconds that probably remain.
    """

    doing: str
    cancel: str
    left: Callable[[int, int, float], str]


class QuietBar(QProgressBar):
    """A bar 6 px high that neither moves by itself nor shows figures."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setRange(0, 1000)
        self.setValue(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(_BAR))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(40), self.theme.px(_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        ink = Ink(painter, QRect(0, 0, self.width(), self.height()), self.layoutDirection(), self.theme)
        round_ = ink.height / 2
        ink.box(Box(0, 0, ink.width, ink.height), Shape(Colour.SUNKEN, Colour.CONTROL, round_))
        if self.value() > 0:
            filled = max(float(ink.height), ink.width * self.value() / 1000)
            ink.box(Box(0, 0, filled, ink.height), Shape(Colour.ACCENT, radius=round_))


class ProgressCard(Card):
    """A card for work that takes a while. It says nothing about time before there is something true to say."""

    cancelled = Signal()

    def __init__(self, theme: Theme, words: ProgressWords) -> None:
        super().__init__(theme, margins=(18, 14, 18, 14), gap=10)
        self._words = words
        self._title = Label(theme, words.doing, Role.STRONG, wrap=True)
        self._bar = QuietBar(theme, words.doing)
        self._quiet = Label(theme, "", Role.CAPTION)
        self._cancel = Button(theme, words.cancel)
        self._cancel.clicked.connect(self._on_cancel)
        self.add(self._title, self._bar, row(theme, self._quiet, None, self._cancel))

    @property
    def cancel_button(self) -> Button:
        """The button that stops the work."""
        return self._cancel

    def set_progress(self, done: int, total: int, seconds: float) -> None:
        """Show that `done` of `total` are finished after `seconds` of work."""
        share = min(1.0, done / total) if total > 0 else 0.0
        self._bar.setValue(round(share * 1000))
        if seconds >= _TELL_AFTER_SECONDS and done > 0:
            remaining = seconds * (total - done) / done
            self._quiet.set_words(self._words.left(done, total, remaining))

    def quiet_line(self) -> str:
        """What the line about count and time says."""
        return self._quiet.text()

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self.cancelled.emit()
