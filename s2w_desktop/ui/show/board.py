"""What every board of show-mode can do: fit a room, show the answer, tell a new one, take keys."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.answers import Answer
from s2w_desktop.ui.show.tile import ShowTile

Shape = tuple[int, int]
"""Columns and rows of a page."""


class Board(QWidget):
    """The part of a question that is answered. `answered` tells what a person chose or took back."""

    answered = Signal(object)  # Answer | None

    def shapes(self) -> Sequence[Shape]:
        """The ways to stand, the best first."""
        return ((1, 1),)

    def fits(self, shape: Shape, size: QSize, px: int) -> bool:
        """Whether everything stands in a room of a size, in a shape, with type of `px`."""
        raise NotImplementedError

    @property
    def arrows(self) -> tuple[ShowTile, ...]:
        """Tiles that turn pages; none for a board of one page."""
        return ()

    def needs_arrows(self, shape: Shape) -> bool:
        """Whether a shape has further pages."""
        del shape
        return False

    def settle(self, shape: Shape, px: int) -> None:
        """Stand so, in the present size."""
        raise NotImplementedError

    def show_answer(self, answer: Answer | None) -> None:
        """Show an answer by program; emits nothing."""
        raise NotImplementedError

    def press(self, event: QKeyEvent) -> bool:
        """Take a key that the focused part left; whether it was one of ours."""
        raise NotImplementedError

    def take_focus(self) -> bool:
        """Put the focus on the answer, or where answering begins; whether there is such a place."""
        raise NotImplementedError
