"""Answers to choose from, each in two languages; the whole row is the target."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from s2w_desktop.ui.kit.leaving import LeaveWatch
from s2w_desktop.ui.kit.painting import Box, Ink, MeasuredWords, Shape, Side
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import OPTION_HEIGHT, SPACE_L, STACK_SCALE, Colour, Role
from s2w_desktop.ui.kit.words import Words

_START, _END, _SIGN = 42, 14, 18
_GAP, _LINE_GAP, _MOST_COLUMNS = 12, 7, 4


@dataclass(frozen=True)
class Choice:
    """One answer: its key, the officer's words, the person's words, and a quiet line below them."""

    key: str
    own: Words
    other: Words | None = None
    note: Words | None = None


class OptionRow(QAbstractButton):
    """One answer as a row: a circle (one of several) or a square (any of several), then the words.

    The two languages stand at their own edges; they go below each other when the row is too narrow.
    A chosen row is told by fill, outline, tick and weight.
    """

    moved = Signal(int)  # a person pressed an arrow key along the line: +1 or -1; Home -1000, End +1000
    climbed = Signal(int)  # a person pressed Down: +1, or Up: -1
    cleared = Signal()  # a person pressed Delete or Backspace
    focused = Signal()

    def __init__(self, theme: Theme, choice: Choice, *, many: bool = False) -> None:
        super().__init__()
        self.theme, self.choice, self._many = theme, choice, many
        other = choice.other
        self._pair = other is not None and other.text not in ("", choice.own.text)
        self._heights: dict[int, int] = {}  # by width, at the present text size: a layout asks for the same ones many times
        self._measures: tuple[MeasuredWords, MeasuredWords | None] | None = None  # at the present text size
        self._is_one_sided = other is None or other.stands_rtl == choice.own.stands_rtl
        self.setCheckable(True)
        self.setAutoExclusive(not many)
        spoken = f"{choice.own.text} / {other.text}" if self._pair and other else choice.own.text
        self.setAccessibleName(f"{spoken}, {choice.note.text}" if choice.note else spoken)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        theme.changed.connect(self._measure_again)

    def force(self, *, chosen: bool) -> None:
        """Set or clear the choice by program, even where a person could not clear it."""
        exclusive = self.autoExclusive()
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(exclusive)

    def sizeHint(self) -> QSize:
        wide = self.one_line_width()
        return QSize(wide, self.heightForWidth(wide))

    def one_line_width(self) -> int:
        """The width at which both languages stand beside each other in one line."""
        own, other = self._advances()
        gap = self.theme.px(SPACE_L)
        words = own if other is None else 2 * (max(own, other) + gap) if self._is_one_sided else own + gap + other
        return self.theme.px(_START + _END) + words

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(96), self.theme.px(OPTION_HEIGHT))

    def stacked_width(self) -> int:
        """The width at which both languages stand below each other in a line each."""
        own, other = self._advances()
        return self.theme.px(_START + _END) + max(own, other or 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            room = width - self.theme.px(_START + _END)
            words = sum(height for _, height in self._lines(room)) + self._note_height(room)
            self._heights[width] = max(self.theme.px(OPTION_HEIGHT), words + self.theme.px(18))
        return self._heights[width]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.climbed.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                self.moved.emit(1 if (event.key() == Qt.Key.Key_Right) != rtl else -1)
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self.moved.emit(-1000 if event.key() == Qt.Key.Key_Home else 1000)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.cleared.emit()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        ink = Ink(painter, QRect(0, 0, self.width(), self.height()), self.layoutDirection(), self.theme)
        self._paint_ground(ink)
        self._paint_words(ink)

    def _measure_again(self) -> None:
        self._heights.clear()
        self._measures = None
        self.updateGeometry()

    def _paint_ground(self, ink: Ink) -> None:
        px, on = self.theme.px, self.isChecked()
        line = Colour.ACCENT if on else Colour.CONTROL
        hover = self.underMouse() and self.isEnabled()
        ground = Colour.ACCENT_SOFT if on else Colour.RAISED if hover else Colour.SURFACE
        ground = ground if self.isEnabled() else Colour.SUNKEN
        whole = Box(0, 0, ink.width, ink.height)
        ink.box(whole, Shape(ground, line, px(6), 2 if on else 1, dashed=not self.isEnabled()))
        side = px(_SIGN)
        top = (min(ink.height, px(OPTION_HEIGHT)) - side) / 2
        sign = Box(px(13), top, side, side)
        round_ = px(4) if self._many else side / 2
        ink.box(sign, Shape(Colour.ACCENT if on else Colour.SURFACE, line, round_, 1.5))
        if on:
            tick = Box(px(14), top + px(1), px(16), px(16))
            ink.icon(tick, "check", Colour.ON_ACCENT, Colour.ACCENT)

    def _paint_words(self, ink: Ink) -> None:
        px, role = self.theme.px, Role.STRONG if self.isChecked() else Role.BODY
        colour = Colour.TEXT if self.isEnabled() else Colour.MUTED
        room = ink.width - px(_START + _END)
        own, other, note = self.choice.own, self.choice.other, self._note_height(room)
        height = min(ink.height, self.heightForWidth(ink.width))  # beside a taller one the words stay at the height of the sign
        if note and self.choice.note is not None:
            side = Side.START if self.choice.note.stands_rtl == ink.rtl else Side.END
            below = Box(px(_START), height - px(9) - note, room, note)
            ink.paragraph(below, self.choice.note.text, Role.CAPTION, Colour.MUTED, side)
        if self._pair and other is not None and self._in_one_row(room):
            same = own.stands_rtl == other.stands_rtl
            half = room // 2 if same else 0
            ink.text(Box(px(_START), 0, room - half, height - note), own.text, role, colour)
            side = Side.START if same else Side.END
            ink.text(Box(px(_START) + half, 0, room - half, height - note), other.text, role, colour, side)
            return
        lines = self._lines(room)
        y = (height - note - sum(height for _, height in lines)) / 2
        for words, height in lines:
            side = Side.START if words.stands_rtl == ink.rtl else Side.END
            ink.paragraph(Box(px(_START), y, room, height), words.text, role, colour, side)
            y += height

    def _lines(self, room: int) -> list[tuple[Words, int]]:
        """The words that stand below each other, with their heights."""
        own, other = self._measured()
        heights = [own.height(room)] if other is None else [own.height(room), other.height(room)]
        if self._in_one_row(room):
            return [(self.choice.own, max(heights))]
        shown = (self.choice.own, self.choice.other)
        return [(words, height) for words, height in zip(shown, heights, strict=False) if words is not None]

    def _note_height(self, room: int) -> int:
        note = self.choice.note
        return MeasuredWords(self.theme, note, Role.CAPTION).height(room) if note else 0

    def _in_one_row(self, room: int) -> bool:
        one, two = self._advances()
        if two is None or self.theme.text_scale >= STACK_SCALE:
            return two is None
        if self._is_one_sided:
            return max(one, two) + self.theme.px(SPACE_L) <= room // 2
        return one + self.theme.px(SPACE_L) + two <= room

    def _advances(self) -> tuple[int, int | None]:
        """What the words of each language take on one line; None for the second where it is not shown."""
        own, other = self._measured()
        return own.advance, None if other is None else other.advance

    def _measured(self) -> tuple[MeasuredWords, MeasuredWords | None]:
        if self._measures is None:
            own, other = self.choice.own, self.choice.other
            second = MeasuredWords(self.theme, other, Role.STRONG) if self._pair and other is not None else None
            self._measures = MeasuredWords(self.theme, own, Role.STRONG), second
        return self._measures


class OptionGroup(QWidget):
    """Answers of one question: one Tab stop, arrow keys move, Space chooses, Delete takes the answer back. Rows that are disabled
    are passed by.

    Short answers stand side by side, as many in a line as fit at full length; in reading order, line after line.
    """

    edited = Signal(object)  # tuple[str, ...]: the keys chosen, in the order of the list
    left = Signal()

    def __init__(
        self, theme: Theme, choices: Sequence[Choice], name: str, *, many: bool = False, most_columns: int = _MOST_COLUMNS
    ) -> None:
        super().__init__()
        self.theme, self._many, self._columns, self._most_columns = theme, many, 1, most_columns
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # a long page never squeezes answers
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._heights: dict[int, int] = {}  # by width: a layout asks for the same ones many times before it is done
        self._rows = [OptionRow(theme, choice, many=many) for choice in choices]
        for option in self._rows:
            option.setParent(self)
            option.moved.connect(self._on_moved)
            option.climbed.connect(self._on_climbed)
            option.cleared.connect(self._on_cleared)
            option.focused.connect(self._rove)
            option.clicked.connect(self._on_clicked)
        self._watch = LeaveWatch(self)
        self._watch.left.connect(self.left)
        theme.changed.connect(self._arrange_again)
        self._columns = self._fitting(self.width())
        self._rove()

    @property
    def rows(self) -> Sequence[OptionRow]:
        """The rows, in order."""
        return tuple(self._rows)

    def value(self) -> tuple[str, ...]:
        """Keys of the chosen answers."""
        return tuple(option.choice.key for option in self._rows if option.isChecked())

    def set_value(self, keys: Iterable[str]) -> None:
        """Choose by program; emits nothing. Keys that are not in the list choose nothing."""
        wanted = set(keys)
        for option in self._rows:
            option.force(chosen=option.choice.key in wanted)
        self._rove()

    @property
    def columns(self) -> int:
        """How many answers stand side by side."""
        return self._columns

    def sizeHint(self) -> QSize:
        wide = self._columns * (self._widest() + self._gap()) - self._gap()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return self._rows[0].minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in pixels of the lines that there are at a width, whatever stands there now: a page never squeezes answers."""
        if width not in self._heights:
            self._heights[width] = self._places(width)[-1].bottom() + 1
        return self._heights[width]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange):
            self._arrange_again()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus on the chosen answer, or on the first."""
        self._stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self) -> OptionRow:
        able = [option for option in self._rows if option.isEnabledTo(self)]
        held = [option for option in able if option.hasFocus()]
        chosen = [option for option in able if option.isChecked()]
        return (held or chosen or able or self._rows)[0]

    def _rove(self) -> None:
        """Leave one Tab stop in the group: the row with the focus, else the chosen one, else the first."""
        stop = self._stop()
        for option in self._rows:
            policy = Qt.FocusPolicy.StrongFocus if option is stop else Qt.FocusPolicy.ClickFocus
            option.setFocusPolicy(policy)

    def _on_moved(self, steps: int) -> None:
        sender = self._rows.index(self._stop())
        target = min(len(self._rows) - 1, max(0, sender + steps))
        ahead = range(sender + 1, len(self._rows)) if steps > 0 else range(sender - 1, -1, -1)
        able = [place for place in ahead if self._rows[place].isEnabledTo(self)]
        if able:
            self._rows[min(able, key=lambda place: abs(place - target))].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_climbed(self, steps: int) -> None:
        has_lines = len(self._rows) > self._columns
        self._on_moved(steps * self._columns if has_lines else steps)

    def _fitting(self, width: int) -> int:
        """The most columns that show every answer in one line and leave no line with a lonely answer in a short list."""
        if self.theme.text_scale >= STACK_SCALE:
            return 1
        widest, gap, count = self._widest(), self._gap(), len(self._rows)
        for columns in range(min(count, self._most_columns), 1, -1):
            is_even = count % columns == 0 or count > _MOST_COLUMNS
            if is_even and columns * (widest + gap) - gap <= width:
                return columns
        return 1

    def _widest(self) -> int:
        return max(option.one_line_width() for option in self._rows)

    def _gap(self) -> int:
        return self.theme.gap(_GAP)

    def _places(self, width: int) -> list[QRect]:
        """Where the answers go at a width, counted from the leading edge; those of a line are equally wide and high."""
        columns, gap, below = self._fitting(width), self._gap(), self.theme.gap(_LINE_GAP)
        edges = [round(place * (width + gap) / columns) for place in range(columns + 1)]
        places: list[QRect] = []
        top = 0
        for first in range(0, len(self._rows), columns):
            line = [(edges[place], edges[place + 1] - gap) for place in range(min(columns, len(self._rows) - first))]
            parts = zip(self._rows[first:], line, strict=False)
            high = max(option.heightForWidth(end - start) for option, (start, end) in parts)
            places += [QRect(start, top, end - start, high) for start, end in line]
            top += high + below
        return places

    def _arrange(self) -> None:
        self._columns = self._fitting(self.width())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for option, rect in zip(self._rows, self._places(self.width()), strict=True):
            if mirrored:
                rect.moveLeft(self.width() - rect.x() - rect.width())
            option.setGeometry(rect)

    def _arrange_again(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self._arrange()

    def _on_clicked(self) -> None:
        self._rove()
        self.edited.emit(self.value())

    def _on_cleared(self) -> None:
        if not self.value():
            return
        held = self._stop()
        for option in self._rows:
            if not self._many or option is held:
                option.force(chosen=False)
        self._rove()
        self.edited.emit(self.value())
