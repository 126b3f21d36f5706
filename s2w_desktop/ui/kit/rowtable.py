"""Tables of rows with two lines, marks, shares and numbers; rows are fetched only when they are looked at."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from s2w_desktop.ui.kit.painting import Box, Ink, MeasuredWords, Shape, Side, words_height
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import HEADER_ROW, ICON, ROW_HEIGHT, Colour, Role
from s2w_desktop.ui.kit.words import Words

Index = QModelIndex | QPersistentModelIndex
_BLOCK, _BLOCKS_KEPT = 100, 24
_SHARE_WIDTH = 72


@dataclass(frozen=True)
class Cell:
    """What one cell shows: a line, a quieter line below, a mark with its colour, a share from 0 to 1."""

    line: str
    quiet: str = ""
    mark: str = ""
    colour: Colour = Colour.TEXT
    share: float | None = None
    strong: bool = False
    number: bool = False

    @property
    def spoken(self) -> str:
        """The cell as a screen reader says it."""
        return ", ".join(part for part in (self.line, self.quiet) if part)


@dataclass(frozen=True)
class Row:
    """One row and the key by which the page knows it."""

    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """A column with its width at 100 % text; an optional one goes when there is no room."""

    title: str
    width: int
    number: bool = False
    optional: bool = False


Fetch = Callable[[int, int], Sequence[Row]]


class _RowModel(QAbstractTableModel):
    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._count = 0
        self._fetch: Fetch = lambda _first, _count: ()
        self._blocks: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def set_rows(self, count: int, fetch: Fetch) -> None:
        self.beginResetModel()
        self._count, self._fetch = count, fetch
        self._blocks.clear()
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        block, offset = divmod(number, _BLOCK)
        if block not in self._blocks:
            first = block * _BLOCK
            self._blocks[block] = self._fetch(first, min(_BLOCK, self._count - first))
            if len(self._blocks) > _BLOCKS_KEPT:
                self._blocks.popitem(last=False)
        self._blocks.move_to_end(block)
        rows = self._blocks[block]
        return rows[offset] if offset < len(rows) else None  # the store may have lost rows since it was counted

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.UserRole)
        if role not in wanted:
            return None
        row = self.row(index.row())
        if row is None:
            return None
        cell = row.cells[index.column()]
        return cell if role == Qt.ItemDataRole.UserRole else cell.spoken

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        named = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.columns[section].title if role in named else None


class _Header(QHeaderView):
    def __init__(self, theme: Theme, columns: Sequence[Column], *, wraps: bool) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.theme, self._columns, self.wraps = theme, tuple(columns), wraps
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(0, self.theme.px(HEADER_ROW))

    def height_for(self, column: int, width: int) -> int:
        """How high a title is that is wrapped to the width of its column."""
        return words_height(self.theme, self._columns[column].title, Role.OVERLINE, self._room(width)) + self.theme.px(12)

    def least(self, column: int) -> int:
        """The width that the longest word of a title needs."""
        words = self._columns[column].title.split()
        needed = (MeasuredWords(self.theme, Words(word), Role.OVERLINE).advance for word in words)
        return max(needed, default=0) + self.theme.px(24)

    def _room(self, width: int) -> int:
        return width - self.theme.px(22)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        ink, px = Ink(painter, rect, self.layoutDirection(), self.theme), self.theme.px
        column = self._columns[logicalIndex]
        box = Box(px(12), 0, self._room(ink.width), ink.height)
        write = ink.paragraph if self.wraps else ink.text
        write(box, column.title, Role.OVERLINE, Colour.MUTED, Side.END if column.number else Side.START)
        ink.box(Box(0, ink.height - 1, ink.width, 1), Shape(Colour.LINE, radius=0))
        painter.restore()


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(cell, Cell):
            return
        painter.save()
        ink = Ink(painter, option.rect, option.direction, self.theme)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(ink, chosen=chosen, first=index.column() == 0)
        start = self._paint_marks(ink, cell, Colour.ACCENT_SOFT if chosen else Colour.SURFACE)
        self._paint_lines(ink, cell, start)
        painter.restore()

    def _paint_ground(self, ink: Ink, *, chosen: bool, first: bool) -> None:
        if chosen:
            ink.box(Box(0, 0, ink.width, ink.height), Shape(Colour.ACCENT_SOFT, radius=0))
        ink.box(Box(0, ink.height - 1, ink.width, 1), Shape(Colour.LINE, radius=0))
        if chosen and first:
            ink.box(Box(0, 0, self.theme.px(4), ink.height), Shape(Colour.ACCENT, radius=0))

    def _paint_marks(self, ink: Ink, cell: Cell, ground: Colour) -> float:
        """Paint mark and share; returns where the words start."""
        px, h, x = self.theme.px, ink.height, float(self.theme.px(12))
        if cell.mark:
            side = px(ICON)
            ink.icon(Box(x, (h - side) / 2, side, side), cell.mark, cell.colour, ground)
            x += px(28)
        if cell.share is not None:
            bar, thick = px(_SHARE_WIDTH), px(6)
            ink.box(Box(x, h / 2 - 3, bar, thick), Shape(Colour.SUNKEN, Colour.CONTROL, radius=3))
            filled = bar * min(1.0, cell.share)
            if filled > 0:
                ink.box(Box(x, h / 2 - 3, max(float(thick), filled), thick), Shape(Colour.ACCENT, radius=3))
            x += px(82)
        return x

    def _paint_lines(self, ink: Ink, cell: Cell, x: float) -> None:
        px, h = self.theme.px, ink.height
        side = Side.END if cell.number else Side.START
        colour = Colour.TEXT if cell.colour is Colour.MUTED else cell.colour
        top, high = (h / 2 - px(22), px(22)) if cell.quiet else (0.0, h)
        room = ink.width - x - px(10)
        ink.text(Box(x, top, room, high), cell.line, Role.STRONG if cell.strong else Role.BODY, colour, side)
        ink.text(Box(x, h / 2 - 1, room, px(20)), cell.quiet, Role.CAPTION, Colour.MUTED, side)


class RowTable(QTableView):
    """Rows to choose from. `selected` tells the key when a person moves to another row, `activated_row` when
    they open it (Enter or double click). Choosing by program emits nothing.

    With `many` several rows can be chosen, by Shift and the arrow keys; `chosen_changed` tells of it. A `whole` table is as high
    as all of its rows, and its titles take several lines where they need to.
    """

    selected = Signal(str)
    activated_row = Signal(str)
    chosen_changed = Signal()

    def __init__(self, theme: Theme, name: str, columns: Sequence[Column], *, many: bool = False, whole: bool = False) -> None:
        super().__init__()
        self.theme = theme
        self._columns = tuple(columns)
        self._by_program = False
        self._model, self._delegate, self._head = _RowModel(columns), _CellDelegate(theme), _Header(theme, columns, wraps=whole)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._head)
        self.setAccessibleName(name)
        self._set_manners(many=many)
        self.activated.connect(self._on_activated)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.selectionModel().selectionChanged.connect(self._on_chosen_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_rows(self, count: int, fetch: Fetch) -> None:
        """Show `count` rows; `fetch(first, count)` gives some of them when they come into view."""
        self._by_program = True
        self._model.set_rows(count, fetch)
        self._by_program = False
        self._fit_height()

    def set_all_rows(self, rows: Sequence[Row]) -> None:
        """Show these few rows."""
        kept = tuple(rows)
        self.set_rows(len(kept), lambda first, count: kept[first : first + count])

    def current_key(self) -> str | None:
        """Key of the chosen row."""
        index = self.currentIndex()
        row = self._model.row(index.row()) if index.isValid() else None
        return row.key if row else None

    def chosen_keys(self) -> tuple[str, ...]:
        """Keys of every chosen row, in the order of the rows."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(row.key for row in map(self._model.row, numbers) if row)

    def chosen_count(self) -> int:
        """How many rows are chosen; nothing is fetched for it."""
        return len(self.selectionModel().selectedRows())

    def select(self, number: int) -> None:
        """Choose a row by its number and bring it into view."""
        self._by_program = True
        self.setCurrentIndex(self._model.index(number, 0))
        self._by_program = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _set_manners(self, *, many: bool) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _share_width(self) -> None:
        """Optional columns go first; then every column gives some of its width; the last takes what is left."""
        room = self.viewport().width()
        wide = {i: self.theme.px(column.width) for i, column in enumerate(self._columns)}
        if self._head.wraps:  # no title loses a letter, and no column stands far from the one before it
            wide = {i: max(width, self._head.least(i)) for i, width in wide.items()}
            spare = max(0, room - sum(wide.values())) // len(wide)
            wide = {i: width + spare for i, width in wide.items()}
        for i in reversed(range(len(self._columns))):
            if sum(wide.values()) > room and self._columns[i].optional:
                del wide[i]
        for i in range(len(self._columns)):
            self.setColumnHidden(i, i not in wide)
        total = sum(wide.values())
        squeeze = min(1.0, room / total) if total else 1.0
        for i, width in wide.items():
            self.setColumnWidth(i, int(width * squeeze))
        last = max(wide)
        self.setColumnWidth(last, room - sum(self.columnWidth(i) for i in wide if i != last))
        self._fit_height()

    def _fit_height(self) -> None:
        if self._head.wraps:
            needed = (self._head.height_for(i, self.columnWidth(i)) for i in range(len(self._columns)))
            head = max(self.theme.px(HEADER_ROW), *needed)
            if head != self._head.height():
                self._head.setFixedHeight(head)
            self.setFixedHeight(head + self.theme.px(ROW_HEIGHT * self._model.rowCount()) + 4)

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self.theme.px(ROW_HEIGHT))
        self._head.setFixedHeight(self.theme.px(HEADER_ROW))
        self._share_width()
        self.viewport().update()

    def _on_activated(self, index: Index) -> None:
        row = self._model.row(index.row())
        if row:
            self.activated_row.emit(row.key)

    def _on_chosen_changed(self) -> None:
        if not self._by_program:
            self.chosen_changed.emit()

    def _on_row_changed(self, now: Index, _before: Index) -> None:
        row = self._model.row(now.row()) if now.isValid() else None
        if row and not self._by_program:
            self.selected.emit(row.key)
