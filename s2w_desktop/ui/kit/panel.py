"""Panels: frames with one box layout whose margins are counted in reading direction and follow the text size."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

from s2w_desktop.ui.kit.theme import Theme

Part = QWidget | QLayout | int | None  # a number is a gap, None is stretch
Margins = tuple[int, int, int, int]  # start, top, end, bottom
NO_MARGINS: Margins = (0, 0, 0, 0)


class PanelKind(StrEnum):
    """What ground a panel has; the style sheet knows these names."""

    PLAIN = "plain"
    WINDOW = "window"
    SUNKEN = "sunken"
    TOP_BAR = "top_bar"
    FOOTER = "footer"
    CARD = "card"
    POPUP = "popup"


class Panel(QFrame):
    """A frame that lays its parts out in one row or column.

    Margins do not mirror in Qt: the panel swaps them when the direction of reading changes, and scales
    them and its gaps when the text size does.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        kind: PanelKind = PanelKind.PLAIN,
        vertical: bool = True,
        gap: int = 8,
        margins: Margins = NO_MARGINS,
        parent: QWidget | None = None,
    ) -> None:
        """`parent` is where the panel will stand: a panel that is filled there need not be moved full, which is slow."""
        super().__init__(parent)
        self.theme = theme
        self._gap, self._margins = gap, margins
        self._spacers: list[tuple[int, int]] = []  # position in the layout, unscaled size
        across = QBoxLayout.Direction.LeftToRight
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom if vertical else across, self)
        self.setProperty("kind", kind.value)
        self._arrange()
        theme.changed.connect(self._arrange)

    @property
    def box(self) -> QBoxLayout:
        """The layout, for what `add` cannot say (stretch factors, insertion)."""
        return self._box

    def add(self, *parts: Part) -> None:
        """Append widgets, layouts, gaps (numbers) and stretch (None)."""
        for part in parts:
            if part is None:
                self._box.addStretch(1)
            elif isinstance(part, int):
                self._spacers.append((self._box.count(), part))
                self._box.addSpacing(self.theme.gap(part))
            elif isinstance(part, QLayout):
                self._box.addLayout(part)
            else:
                self._box.addWidget(part)

    def set_margins(self, margins: Margins) -> None:
        """Change the air around the parts."""
        self._margins = margins
        self._arrange()

    def clear(self) -> None:
        """Take everything out; widgets are deleted when Qt comes to it."""
        while (item := self.box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._spacers.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def _arrange(self) -> None:
        start, top, end, bottom = (self.theme.gap(side) for side in self._margins)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            start, end = end, start
        self._box.setContentsMargins(start, top, end, bottom)
        self._box.setSpacing(self.theme.gap(self._gap))
        for position, size in self._spacers:
            item = self._box.itemAt(position)
            if item is not None and (spacer := item.spacerItem()) is not None:
                side = self.theme.gap(size)
                fixed, least = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
                if self._box.direction() == QBoxLayout.Direction.TopToBottom:
                    spacer.changeSize(0, side, least, fixed)
                else:
                    spacer.changeSize(side, 0, fixed, least)
        self._box.invalidate()


def row(theme: Theme, *parts: Part, gap: int = 8, margins: Margins = NO_MARGINS, parent: QWidget | None = None) -> Panel:
    """Parts beside each other, from the leading edge on."""
    made = Panel(theme, vertical=False, gap=gap, margins=margins, parent=parent)
    made.add(*parts)
    return made


def column(theme: Theme, *parts: Part, gap: int = 8, margins: Margins = NO_MARGINS, parent: QWidget | None = None) -> Panel:
    """Parts below each other."""
    made = Panel(theme, gap=gap, margins=margins, parent=parent)
    made.add(*parts)
    return made


def lay_out_now() -> None:
    """Give every part on screen its room at once.

    Qt lays out what was added when it next handles events, and a page that scrolls grows only then: until that happens, whatever
    is painted is squeezed into the room that was there before.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


class FoldingRow(Panel):
    """A row of actions that stand below each other where they do not fit beside each other (large text)."""

    def __init__(self, theme: Theme, *parts: Part, gap: int = 8) -> None:
        super().__init__(theme, vertical=False, gap=gap)
        self.add(*parts)

    def minimumSizeHint(self) -> QSize:
        widths = [widget.minimumSizeHint().width() for widget in self._widgets()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._fold()
        return handled

    def _fold(self) -> None:
        widths = [widget.sizeHint().width() for widget in self._widgets()]
        room = self.width() - self._box.spacing() * max(0, self._box.count() - 1)
        down = QBoxLayout.Direction.TopToBottom if sum(widths) > room else QBoxLayout.Direction.LeftToRight
        if self._box.direction() != down:
            self._box.setDirection(down)
            edge = Qt.AlignmentFlag.AlignLeft if down == QBoxLayout.Direction.TopToBottom else Qt.AlignmentFlag(0)
            for widget in self._widgets():
                if isinstance(widget, QAbstractButton):  # stretched, its words would stand in the middle
                    self._box.setAlignment(widget, edge)  # left is the leading edge, as Qt means it
            self.updateGeometry()

    def _widgets(self) -> list[QWidget]:
        items = (self._box.itemAt(i) for i in range(self._box.count()))
        found = [item.widget() for item in items if item is not None]
        return [widget for widget in found if widget is not None and not widget.isHidden()]


class ScrollPage(QScrollArea):
    """A page that scrolls up and down only; its content takes the whole width."""

    def __init__(self, content: QWidget | None = None) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        if content is not None:
            self.set_page(content)

    def set_page(self, content: QWidget) -> None:
        """Show other content, from its top. The content before is taken out and left to its owner."""
        if content is self.widget():
            return
        before = self.takeWidget()
        if before is not None:
            before.hide()
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.show()
        self.verticalScrollBar().setValue(0)
