"""Navigator: one list with group headings, state marks and counts; the sidebar is one too."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from s2w_desktop.ui.kit.painting import Box, Ink, Shape, Side, words_height
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import ICON_SMALL, SECTION_ROW, Colour, Role

Index = QModelIndex | QPersistentModelIndex
_ITEM = Qt.ItemDataRole.UserRole
_MARK_COLOURS = {
    "empty": Colour.MUTED,
    "half": Colour.ACCENT,
    "done": Colour.OK,
    "alert": Colour.WARN,
    "stop": Colour.BAD,
}
_START, _END, _BEFORE_COUNT = 42, 14, 8  # where words begin and the line ends, in pixels at 100 %
_UNBOUNDED = 100_000
_FOLDED_UNDER = 120  # a narrower list (at 100 % text) shows icons alone


@dataclass(frozen=True)
class NavItem:
    """One line: where it leads, what state it is in, and that state in words for those who do not see the mark."""

    key: str
    text: str
    icon: str = ""
    count: str = ""
    heading: bool = False
    state: str = ""

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        return ", ".join(part for part in (self.text, self.state, self.count) if part)


class _NavModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.items: list[NavItem] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.text
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return item.spoken
            case Qt.ItemDataRole.UserRole:
                return item
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.items[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _NavDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, row_height: int) -> None:
        super().__init__()
        self.theme, self.row_height = theme, row_height
        self.chosen, self.width = "", 0

    def height(self, item: NavItem) -> int:
        """Height of a line at the present width: words that need more than one line get them, chosen or not."""
        least, room = self.theme.px(self.row_height), self._room(item)
        if item.heading or self.is_folded or room <= 0:
            return least
        one_line, needed = (words_height(self.theme, item.text, Role.STRONG, width) for width in (_UNBOUNDED, room))
        return least + needed - one_line

    @property
    def is_folded(self) -> bool:
        """Whether there is room for icons alone."""
        return self.width < self.theme.px(_FOLDED_UNDER)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        return QSize(self.theme.px(40), self.height(index.data(_ITEM)))

    def _room(self, item: NavItem) -> int:
        """What is left of the width between icon and count."""
        metrics = QFontMetrics(self.theme.font(Role.CAPTION))
        count = metrics.horizontalAdvance(item.count) + self.theme.px(_BEFORE_COUNT) if item.count else 0
        return self.width - self.theme.px(_START + _END) - count

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: NavItem = index.data(_ITEM)
        painter.save()
        ink = Ink(painter, option.rect, option.direction, self.theme)
        if item.heading:
            self._paint_heading(ink, item)
        else:
            self._paint_line(ink, item)
        painter.restore()

    def _paint_heading(self, ink: Ink, item: NavItem) -> None:
        px = self.theme.px
        box = Box(px(16), px(6), ink.width - px(24), ink.height - px(6))
        ink.text(box, item.text, Role.OVERLINE, Colour.MUTED)

    def _paint_line(self, ink: Ink, item: NavItem) -> None:
        px, w, h, here = self.theme.px, ink.width, ink.height, item.key == self.chosen
        ground = Colour.ACCENT_SOFT if here else Colour.SUNKEN
        if here:
            ink.box(Box(px(6), 1, w - px(12), h - 2), Shape(Colour.ACCENT_SOFT, radius=px(6)))
            ink.box(Box(px(6), px(6), px(3), h - px(12)), Shape(Colour.ACCENT, radius=1.5))
        side, folded = px(ICON_SMALL), self.is_folded
        if item.icon:
            colour = _MARK_COLOURS.get(item.icon, Colour.ACCENT if here else Colour.MUTED)
            start = (w - side) / 2 if folded else px(16)
            ink.icon(Box(start, (h - side) / 2, side, side), item.icon, colour, ground)
        if folded:
            return
        ink.paragraph(Box(px(_START), 0, self._room(item), h), item.text, Role.STRONG if here else Role.BODY)
        ink.text(Box(w - px(62), 0, px(62 - _END), h), item.count, Role.CAPTION, Colour.MUTED, Side.END)


class NavList(QListView):
    """Lines to go to. `chosen` carries the key of the line a person clicked or pressed Enter or Space on.

    Arrow keys, Home, End and first letters move between the lines without going there.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, items: Sequence[NavItem], *, row_height: int = SECTION_ROW) -> None:
        super().__init__()
        self.theme = theme
        self._model = _NavModel()
        self._delegate = _NavDelegate(theme, row_height)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)
        self.set_items(items)

    def set_items(self, items: Sequence[NavItem]) -> None:
        """Show other lines; the place stays marked if its key is still there."""
        if list(items) == self._model.items:
            return  # most often nothing changed: every line would be measured and painted again
        cursor = self.currentIndex().row()
        self._model.beginResetModel()
        self._model.items = list(items)
        self._model.endResetModel()
        if 0 <= cursor < len(items):
            self.setCurrentIndex(self._model.index(cursor, 0))

    def set_current(self, key: str) -> None:
        """Mark the line where we are. Emits nothing."""
        self._delegate.chosen = key
        for row, item in enumerate(self._model.items):
            if item.key == key and not item.heading:
                self.setCurrentIndex(self._model.index(row, 0))
        self.viewport().update()

    def current(self) -> str:
        """Key of the line where we are."""
        return self._delegate.chosen

    def content_height(self) -> int:
        """Height in pixels of all lines."""
        return sum(map(self._delegate.height, self._model.items))

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.content_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(40), self.theme.px(self._delegate.row_height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._delegate.width:
            self._delegate.width = self.viewport().width()
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _on_clicked(self, index: Index) -> None:
        if index.isValid() and not self._model.items[index.row()].heading:
            self.chosen.emit(self._model.items[index.row()].key)

    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.viewport().update()
