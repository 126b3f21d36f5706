"""A card beside a table, or below it where there is no room: what is known of the row that is chosen."""

from typing import TYPE_CHECKING

from s2w_desktop.ui.kit.card import Card
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIDE_WIDTH = 318
_ANY_WIDTH = 16_777_215  # Qt's QWIDGETSIZE_MAX


class SideCard(Card):
    """Its content is made anew for each row."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=10, margins=(20, 16, 20, 18))
        self._beside = True
        self._inside: QWidget | None = None
        self._fit()
        theme.changed.connect(self._fit)

    def set_beside(self, *, beside: bool) -> None:
        """Stand beside the table, or below it over the whole width."""
        self._beside = beside
        self._fit()

    def put(self, inside: Panel) -> None:
        """Show this in place of what was there."""
        if self._inside is not None:
            self.box.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        inside.setObjectName("card_inside")
        self._inside = inside
        self.box.addWidget(inside, 1)
        inside.show()  # the layout would do so with the next event; the focus may go there before

    def _fit(self) -> None:
        if self._beside:
            self.setFixedWidth(self.theme.px(SIDE_WIDTH))
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_ANY_WIDTH)
