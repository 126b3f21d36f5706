"""Fields for words and numbers. `edited` tells only what a person changed, `left` that the focus went elsewhere."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from s2w_desktop.domain.folding import latin_digits
from s2w_desktop.ui.kit.leaving import LeaveWatch
from s2w_desktop.ui.kit.option import Choice, OptionRow
from s2w_desktop.ui.kit.painting import Box, Ink
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.text import Label, restyle, speak
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import ICON_SMALL, STACK_SCALE, Colour, Role
from s2w_desktop.ui.kit.words import Words

_ABOUT_WIDTH = 230
_WENT_ON = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason})
"""How somebody goes to a field to see or change it; from a covered or another window they come back to where they typed."""
_GONE = _WENT_ON | {Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.OtherFocusReason}
"""How somebody leaves a field for another one, by themselves or led by the program."""
_NOT_LEFT = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason})


class TextField(QLineEdit):
    """One line of words in any script; its direction and font follow what is typed.

    `width` at 100 % text keeps the field from taking all the room of its row.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, name: str, *, language: str = "", hint: str = "", width: int = 0) -> None:
        super().__init__()
        self.theme, self._language = theme, language
        self._icon, self._wide = "", width
        self._left_at: int | None = None  # where the caret was before the beginning was shown
        if width:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            theme.changed.connect(self.updateGeometry)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.textEdited.connect(self.edited)
        self.textChanged.connect(self._speak)
        self._speak("")

    def set_text(self, text: str) -> None:
        """Show a text by program; emits nothing for others. Of a long one the beginning is seen, unless the caret is in it."""
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self._show_beginning()
                self._left_at = len(text)  # whoever is led here goes on writing

    def set_tone(self, tone: Colour | None) -> None:
        """Let the outline tell a remark (WARN, BAD); None takes it back."""
        self.setProperty("tone", tone.value if tone else "")
        restyle(self)

    def set_icon(self, name: str) -> None:
        """Put a drawing at the leading edge (search). It takes no clicks."""
        self._icon = name
        self._make_room()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.theme.px(self._wide), hint.height()) if self._wide else hint

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange):
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon:
            side = self.theme.px(ICON_SMALL)
            painter = QPainter(self)
            ink = Ink(painter, self.rect(), self.layoutDirection(), self.theme)
            ink.icon(Box(self.theme.px(10), (self.height() - side) / 2, side, side), self._icon, Colour.MUTED)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._left_at is not None and event.reason() not in _WENT_ON:
            self.setCursorPosition(self._left_at)
        self._left_at = None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _NOT_LEFT:
            if event.reason() in _GONE:
                self._show_beginning()
            self.left.emit()

    def _show_beginning(self) -> None:
        self._left_at = self.cursorPosition()
        self.setCursorPosition(0)

    def _make_room(self) -> None:
        room = self.theme.px(26) if self._icon else 0
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(0 if rtl else room, 0, room if rtl else 0, 0)

    def _speak(self, text: str) -> None:
        before = (self.property("script"), self.layoutDirection())
        speak_typed(self, text or self.placeholderText(), self._language)
        if before != (self.property("script"), self.layoutDirection()):
            restyle(self)


def speak_typed(widget: QWidget, text: str, language: str) -> None:
    """Give a field the direction of its text; an empty field of no language follows the window."""
    if text or language:
        speak(widget, Words(text, language))
    else:
        widget.setProperty("script", "Latn")
        widget.unsetLayoutDirection()


class TextArea(QPlainTextEdit):
    """Several lines of words; Tab leaves the field, as everywhere."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, name: str, *, language: str = "", lines: int = 3) -> None:
        super().__init__()
        self.theme, self._language, self._lines = theme, language, lines
        self._by_program = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_changed)
        theme.changed.connect(self._size)
        self._size()

    def text(self) -> str:
        """What stands in the field."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text by program; emits nothing for others."""
        if text != self.toPlainText():
            self._by_program = True
            self.setPlainText(text)
            self._by_program = False

    def set_tone(self, tone: Colour | None) -> None:
        """Let the outline tell a remark (WARN, BAD); None takes it back."""
        self.setProperty("tone", tone.value if tone else "")
        restyle(self)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _NOT_LEFT:
            self.left.emit()

    def _on_changed(self) -> None:
        text = self.toPlainText()
        before = (self.property("script"), self.layoutDirection())
        speak_typed(self, text, self._language)
        if before != (self.property("script"), self.layoutDirection()):
            restyle(self)
        if not self._by_program:
            self.edited.emit(text)

    def _size(self) -> None:
        self.setFixedHeight(self._lines * self.theme.line_height() + self.theme.px(18))


@dataclass(frozen=True)
class NumberEntry:
    """What stands in a number field: the number if it is one, whether it is about right, what was typed."""

    number: int | None
    about: bool
    typed: str


class NumberField(Panel):
    """A whole number in digits of any script, its unit, and a tick for "about"."""

    edited = Signal(object)  # NumberEntry
    left = Signal()

    def __init__(self, theme: Theme, name: str, *, unit: str = "", about: Choice | None = None, digits: int = 3) -> None:
        super().__init__(theme, vertical=False, gap=8)
        self._digits = digits
        self._line = QLineEdit()
        self._line.setAccessibleName(f"{name}, {unit}" if unit else name)
        self._line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._line.setMaxLength(max(12, digits))
        self.add(self._line)
        self._unit = Label(theme, unit) if unit else None
        if self._unit:
            self.add(self._unit)
        self._about = OptionRow(theme, about, many=True) if about else None
        if self._about:
            self._about.setAccessibleName(f"{name}: {self._about.accessibleName()}")
            self._about.clicked.connect(self._on_edited)
            self.add(8, self._about)
        self.add(None)
        self._line.textEdited.connect(self._on_edited)
        self._watch = LeaveWatch(self)
        self._watch.left.connect(self.left)
        self.setFocusProxy(self._line)
        theme.changed.connect(self._size)
        self._size()

    @property
    def line(self) -> QLineEdit:
        """The box in which the number is typed."""
        return self._line

    @property
    def about_row(self) -> OptionRow | None:
        """The tick, if there is one."""
        return self._about

    def value(self) -> NumberEntry:
        """What stands in the field. Never raises: what is no number has `number` None and keeps `typed`."""
        typed = self._line.text()
        plain = latin_digits(typed).strip().replace("\u066c", "").replace("\u00a0", "")
        number = int(plain) if plain.isascii() and plain.isdigit() else None
        return NumberEntry(number, bool(self._about and self._about.isChecked()), typed)

    def set_value(self, number: int | None, *, about: bool = False) -> None:
        """Show a number by program; emits nothing."""
        self._line.setText("" if number is None else str(number))
        if self._about:
            self._about.force(chosen=about)

    def set_unit(self, unit: str) -> None:
        """Say the unit in the form that the number takes; without effect for a field without one."""
        if self._unit:
            self._unit.set_words(Words(unit, self._unit.words.language))

    def set_tone(self, tone: Colour | None) -> None:
        """Let the outline tell a remark (WARN, BAD); None takes it back."""
        self._line.setProperty("tone", tone.value if tone else "")
        restyle(self._line)

    def _on_edited(self) -> None:
        self.edited.emit(self.value())

    def _size(self) -> None:
        figure = QFontMetrics(self.theme.font(Role.BODY)).horizontalAdvance("0")
        self._line.setFixedWidth(figure * self._digits + self.theme.px(64))
        if self._about:
            self._about.setFixedWidth(self._about_width(self._about))

    def _about_width(self, about: OptionRow) -> int:
        """Both languages in one line; below each other where text is large, so that number and unit keep their room."""
        if self.theme.text_scale >= STACK_SCALE:
            return about.stacked_width()
        return max(about.sizeHint().width(), self.theme.px(_ABOUT_WIDTH))


def is_plain_key(event: QKeyEvent) -> bool:
    """Whether the key press types something and is no shortcut."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier)
    return bool(event.text()) and not held
