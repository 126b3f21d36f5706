"""Questions that the person answers by speaking: the officer writes; the person sees what was written."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent

from s2w_desktop.domain.answers import Answer
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.show.board import Board, Shape
from s2w_desktop.ui.show.tile import BigWords


class SpokenBoard(Board):
    """The answer in large type, nothing to tap: a keyboard helps nobody who may not read."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._said = BigWords(theme, words, middle=True)
        self._said.setParent(self)

    def set_words(self, words: Words) -> None:
        """Show what was written."""
        self._said.set_words(words)

    def fits(self, shape: Shape, size: QSize, px: int) -> bool:
        del shape
        need = self._said.need(size.width(), px)
        return need.width() <= size.width() and need.height() <= size.height()

    def settle(self, shape: Shape, px: int) -> None:
        del shape
        self._said.set_px(px)
        self._said.setGeometry(self.rect())

    def show_answer(self, answer: Answer | None) -> None:
        del answer  # the window gives its words

    def press(self, event: QKeyEvent) -> bool:
        del event
        return False

    def take_focus(self) -> bool:
        return False
