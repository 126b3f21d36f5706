"""A bar whose buttons lose their words, one after the other, where there is no room for all."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent

from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.theme import Theme


class ActionBar(Panel):
    """One row."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, vertical=False, gap=6)
        self._fold_first: tuple[Button, ...] = ()
        self._is_sized = False
        theme.changed.connect(self.fold)

    def set_folding(self, buttons: Sequence[Button]) -> None:
        """Name the buttons that show their icon alone when it gets narrow, in that order."""
        self._fold_first = tuple(buttons)
        self.fold()

    def fold(self) -> None:
        """Give every part its room; to be called when a part of the bar changed its words."""
        if not self._is_sized:
            return  # a width that nobody gave yet would fold every button
        for button in self._fold_first:
            button.set_compact(compact=False)
        for button in self._fold_first:
            if self._needed() <= self.width():
                return
            button.set_compact(compact=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_sized = True
        self.fold()

    def _needed(self) -> int:
        """Width in pixels of everything that is shown, at its best size."""
        for part in (*self.findChildren(Panel), self):
            part.updateGeometry()
            part.box.invalidate()  # words that just changed are not measured before the next event
        return self.box.sizeHint().width()
