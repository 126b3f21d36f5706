"""A list to read through: rows of wrapped words in one or two languages under headings; a row can lead somewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QScrollArea, QStyledItemDelegate, QStyleOptionViewItem

from s2w_desktop.ui.kit.painting import Box, Ink, Shape, Side, words_height
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import ICON, PAIR_GAP, PAIR_MINIMUM, STACK_SCALE, Colour, Role
from s2w_desktop.ui.kit.words import Words

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_SIDE, _TOP, _BETWEEN = 14, 9, 2
_MARK, _LEAD = 30, 26


@dataclass(frozen=True)
class ReadLine:
    """Words of a row in their own size."""

    words: Words
    role: Role = Role.BODY
    colour: Colour = Colour.TEXT


@dataclass(frozen=True)
class ReadRow:
    """One row. The two languages stand side by side, or below each other where there is no room."""

    key: str
    own: tuple[ReadLine, ...]
    other: tuple[ReadLine, ...] = ()
    mark: str = ""
    colour: Colour = Colour.TEXT
    state: str = ""  # the mark in words
    heading: bool = False

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.state, *(line.words.text for line in (*self.own, *self.other))) if part)


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ReadRow, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        return row.spoken if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _RowPainter(QStyledItemDelegate):
    def __init__(self, theme: Theme, *, leads: bool) -> None:
        super().__init__()
        self.theme, self.leads, self.width = theme, leads, 0

    def height(self, row: ReadRow) -> int:
        """Height of a row at the present width."""
        px = self.theme.px
        own_room, other_room = self._rooms(row)
        own, other = self._high(row.own, own_room), self._high(row.other, other_room)
        stacked = self._is_stacked(row)
        words = own + other + px(_BETWEEN) if stacked and row.other else max(own, other)
        return words + 2 * px(_TOP) + (px(_TOP) if row.heading else 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        return QSize(self.width, self.height(index.data(_ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ReadRow = index.data(_ROW)
        painter.save()
        ink, px = Ink(painter, option.rect, option.direction, self.theme), self.theme.px
        ink.box(Box(px(_SIDE), ink.height - 1, ink.width - px(2 * _SIDE), 1), Shape(Colour.LINE, radius=0))
        if row.mark:
            ink.icon(Box(px(_SIDE), px(_TOP), px(ICON), px(ICON)), row.mark, row.colour)
        if self.leads and not row.heading:
            side = px(18)
            ink.icon(Box(ink.width - px(_SIDE) - side, (ink.height - side) / 2, side, side), "next", Colour.ACCENT)
        own_room, other_room = self._rooms(row)
        top, start = px(_TOP) * (2 if row.heading else 1), self._start(row)
        below = self._lines(ink, row.own, Box(start, top, own_room, 0))
        if self._is_stacked(row):
            self._lines(ink, row.other, Box(start, below + px(_BETWEEN), other_room, 0))
        else:
            self._lines(ink, row.other, Box(start + own_room + px(PAIR_GAP), top, other_room, 0))
        painter.restore()

    def _lines(self, ink: Ink, lines: Sequence[ReadLine], box: Box) -> float:
        """Paint lines below each other from the top of a box; gives where they end."""
        y = box.y
        for line in lines:
            high = words_height(self.theme, line.words.text, line.role, int(box.w))
            side = Side.START if line.words.stands_rtl == ink.rtl else Side.END
            ink.paragraph(Box(box.x, y, box.w, high), line.words.text, line.role, line.colour, side)
            y += high + self.theme.px(_BETWEEN)
        return y

    def _high(self, lines: Sequence[ReadLine], room: int) -> int:
        gap = self.theme.px(_BETWEEN)
        return sum(words_height(self.theme, line.words.text, line.role, room) + gap for line in lines)

    def _start(self, row: ReadRow) -> int:
        return self.theme.px(_SIDE + (_MARK if row.mark else 0))

    def _rooms(self, row: ReadRow) -> tuple[int, int]:
        px = self.theme.px
        whole = self.width - self._start(row) - px(_SIDE + (_LEAD if self.leads else 0))
        if not row.other or self._is_stacked(row):
            return whole, whole
        half = (whole - px(PAIR_GAP)) // 2
        return half, half

    def _is_stacked(self, row: ReadRow) -> bool:
        return bool(row.other) and (self.theme.text_scale >= STACK_SCALE or self.width < self.theme.px(PAIR_MINIMUM))


class ReadList(QListView):
    """Rows under headings, as high as they need: the page around it scrolls.

    `chosen` carries the key of the row that a person clicked or pressed Enter or Space on. Arrow keys move from row to row,
    Page keys scroll.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, *, leads: bool = False) -> None:
        super().__init__()
        self.theme = theme
        self._model, self._painter = _Rows(), _RowPainter(theme, leads=leads)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._measure)

    @property
    def rows(self) -> Sequence[ReadRow]:
        """The rows, headings among them."""
        return self._model.rows

    def set_rows(self, rows: Sequence[ReadRow]) -> None:
        """Show other rows, with the first that is no heading as the present one."""
        self._model.beginResetModel()
        self._model.rows = tuple(rows)
        self._model.endResetModel()
        first = next((number for number, row in enumerate(rows) if not row.heading), None)
        if first is not None:
            self.setCurrentIndex(self._model.index(first, 0))
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self.currentIndex())
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._bring_into_view()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != self._painter.width:
            self._measure()

    def _measure(self) -> None:
        self._painter.width = self.viewport().width()
        self.setFixedHeight(max(1, sum(self._painter.height(row) for row in self._model.rows)))
        self.scheduleDelayedItemsLayout()

    def _bring_into_view(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        page = around.widget() if around is not None else None
        if around is not None and page is not None:
            row = self.visualRect(self.currentIndex())
            middle = self.viewport().mapTo(page, row.center())
            around.ensureVisible(middle.x(), middle.y(), 0, row.height() // 2 + self.theme.px(8))

    def _on_clicked(self, index: Index) -> None:
        if index.isValid() and not self._model.rows[index.row()].heading:
            self.chosen.emit(self._model.rows[index.row()].key)
