"""Type-ahead picker for long lists: a line to type in and a list below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.following import Follow
from s2w_desktop.ui.kit.leaving import LeaveWatch
from s2w_desktop.ui.kit.painting import Box, Ink, Shape, Side
from s2w_desktop.ui.kit.panel import Panel, PanelKind
from s2w_desktop.ui.kit.searching import Search, Suggestion
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import CONTROL_HEIGHT, Colour, Role

Index = QModelIndex | QPersistentModelIndex
_MOST, _SEEN_AT_ONCE = 50, 8


@dataclass(frozen=True)
class Picked:
    """What a picker holds: the key of what was picked, or None and the words that were typed."""

    key: str | None
    text: str


@dataclass(frozen=True)
class PickerWords:
    """Words of a picker: its name, a hint in the empty line, and what to say when nothing fits."""

    name: str
    hint: str
    nothing: str


class _SuggestionModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.items: Sequence[Suggestion] = ()

    def show(self, items: Sequence[Suggestion]) -> None:
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{item.text}, {item.detail}" if item.detail else item.text
        return None


class _SuggestionDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(self.theme.px(120), self.theme.px(CONTROL_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Suggestion = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        px, ink = self.theme.px, Ink(painter, option.rect, option.direction, self.theme)
        if option.state & QStyle.StateFlag.State_Selected:
            ink.box(Box(px(4), 1, ink.width - px(8), ink.height - 2), Shape(Colour.ACCENT_SOFT, Colour.ACCENT))
        room = ink.width - px(28)
        kept = room * 0.62 if item.detail else room
        ink.text(Box(px(14), 0, kept, ink.height), item.text)
        ink.text(Box(px(14) + kept, 0, room - kept, ink.height), item.detail, Role.CAPTION, Colour.MUTED, Side.END)
        painter.restore()


class _Line(TextField):
    """A line that hands the keys of the list to whoever listens."""

    moved = Signal(int)
    pick_asked = Signal()
    close_asked = Signal()
    has_list = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.has_list:
                self.pick_asked.emit()
            case Qt.Key.Key_Escape if self.has_list:
                self.close_asked.emit()
            case _:
                super().keyPressEvent(event)


class _Popup(Panel):
    """The list of suggestions, or the words that nothing fits; hidden until it is opened."""

    def __init__(self, theme: Theme, words: PickerWords, parent: QWidget) -> None:
        super().__init__(theme, kind=PanelKind.POPUP, gap=0, margins=(1, 4, 1, 4), parent=parent)
        self.hide()
        self.model, self._delegate = _SuggestionModel(), _SuggestionDelegate(theme)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setAccessibleName(words.name)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self._none = Label(theme, words.nothing, Role.MUTED, wrap=True)
        self._none.setContentsMargins(14, 4, 14, 4)
        self.add(self.list, self._none)

    def show_found(self, found: Sequence[Suggestion]) -> None:
        """Show what was found, or that nothing was."""
        self.model.show(found)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)


class Picker(Panel):
    """A line and, while typing, a list below it. Down goes into the list, Enter picks, Esc closes it.

    What was typed is kept even when nothing in the list fits. `edited` comes when a person picked something,
    or left the line with words that are no pick (`Picked.key` is then None).
    """

    edited = Signal(object)  # Picked
    left = Signal()

    def __init__(self, theme: Theme, search: Search, words: PickerWords, *, language: str = "") -> None:
        super().__init__(theme, gap=0)
        self._search, self._words, self._picked = search, words, Picked(None, "")
        self._line = _Line(theme, words.name, language=language, hint=words.hint)
        self._line.edited.connect(self._on_typed)
        self._line.moved.connect(self._on_moved)
        self._line.pick_asked.connect(self._on_pick_asked)
        self._line.close_asked.connect(self.close_list)
        self._made: _Popup | None = None
        self.add(self._line)
        self._watch = LeaveWatch(self)
        self._watch.left.connect(self._on_left)
        self._follow = Follow(self)
        self._follow.moved.connect(self._place)
        self.setFocusProxy(self._line)

    @property
    def line(self) -> TextField:
        """The line to type in."""
        return self._line

    @property
    def list(self) -> QListView:
        """The list of suggestions; it lies over the window while it is open."""
        return self._popup.list

    def picked(self) -> Picked:
        """What was picked or typed last."""
        return self._picked

    def set_picked(self, picked: Picked) -> None:
        """Show a pick by program; emits nothing."""
        self._picked = picked
        self._line.set_text(picked.text)
        self.close_list()

    def is_open(self) -> bool:
        """Whether the list is seen."""
        return self._made is not None and self._made.isVisible()

    def close_list(self) -> None:
        """Close the list without picking."""
        self._line.has_list = False
        if self._made is not None:
            self._made.hide()
        self._follow.follow(None)

    def search_again(self) -> None:
        """Show what the search knows now, where the list is open and nobody has gone into it."""
        if self.is_open() and not self._popup.list.currentIndex().isValid():
            self._open()

    @property
    def _popup(self) -> _Popup:
        """What opens below the line; most lines of an interview never need it."""
        if self._made is None:
            self._made = _Popup(self.theme, self._words, self)
            self._made.list.clicked.connect(self._on_clicked)
        return self._made

    def _on_moved(self, steps: int) -> None:
        if self.is_open():
            self._move(steps)
        else:
            self._open()

    def _on_pick_asked(self) -> None:
        self._pick(self._popup.list.currentIndex())

    def _on_typed(self, _text: str) -> None:
        self._open()

    def _open(self) -> None:
        typed = self._line.text()
        found = self._search(typed, _MOST)
        if not (found or typed.strip()):
            self.close_list()  # a list that only a search shows
            return
        popup = self._popup
        popup.show_found(found)
        window = self.window()
        if popup.parentWidget() is not window:
            popup.setParent(window)
        popup.setLayoutDirection(self.layoutDirection())
        self._follow.follow(self)
        self._line.has_list = True
        popup.show()
        self._place()
        if not found:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._line, self._words.nothing))

    def _place(self) -> None:
        if not self.is_open():
            return
        if not self.isVisible():
            self.close_list()
            return
        window, line, popup = self.window(), self._line, self._popup
        high = self.theme.px(CONTROL_HEIGHT) * min(_SEEN_AT_ONCE, max(1, len(popup.model.items))) + self.theme.px(12)
        below = line.mapTo(window, QPoint(0, line.height() + 4))
        above = line.mapTo(window, QPoint(0, -4))
        fits_below = below.y() + high <= window.height() or above.y() < high
        top = below.y() if fits_below else above.y() - high
        popup.setGeometry(below.x(), top, line.width(), min(high, window.height() - max(0, top)))
        popup.raise_()

    def _move(self, steps: int) -> None:
        shown, items = self._popup.list, self._popup.model.items
        now = shown.currentIndex()
        row = now.row() + steps if now.isValid() else (0 if steps > 0 else -1)
        if not 0 <= row < len(items):
            return
        index = self._popup.model.index(row, 0)
        shown.setCurrentIndex(index)
        said = QAccessibleAnnouncementEvent(self._line, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        QAccessible.updateAccessibility(said)

    def _on_clicked(self, index: Index) -> None:
        self._pick(index)
        self._line.setFocus()

    def _pick(self, index: Index) -> None:
        if not index.isValid():
            self._keep_typed()
            return
        item = self._popup.model.items[index.row()]
        self._line.set_text(item.text)
        self.close_list()
        self._take(Picked(item.key, item.text))

    def _on_left(self) -> None:
        self._keep_typed()
        self.left.emit()

    def _keep_typed(self) -> None:
        self.close_list()
        typed = self._line.text()
        if typed != self._picked.text:
            self._take(Picked(None, typed))

    def _take(self, picked: Picked) -> None:
        if picked != self._picked:
            self._picked = picked
            self.edited.emit(picked)
