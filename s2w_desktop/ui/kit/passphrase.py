"""Passphrase line: paste allowed, words can be shown, Caps Lock and keyboard language are told."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from s2w_desktop.ui.kit.buttons import IconButton
from s2w_desktop.ui.kit.fields import is_plain_key
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import ICON_SMALL, Colour, Role


@dataclass(frozen=True)
class PassphraseWords:
    """Words of the field. `keyboard` makes the hint from the language code of the keyboard, as "EN"."""

    name: str
    show: str
    hide: str
    caps_lock: str
    keyboard: Callable[[str], str]


class _Line(QLineEdit):
    """A line that lets its key presses be looked at."""

    pressed = Signal(object)  # QKeyEvent

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed.emit(event)
        super().keyPressEvent(event)


class PassphraseField(Panel):
    """A line whose letters are dots until they are shown. Enter emits `entered`; changes by a person `edited`.

    Qt tells no state of Caps Lock, so it is read from the letters themselves: a capital without Shift, or a
    small letter with it.
    """

    edited = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme, words: PassphraseWords) -> None:
        super().__init__(theme, gap=4)
        self._words = words
        self._line = _Line()
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.setAccessibleName(words.name)
        self._line.setMaxLength(1024)
        hints = Qt.InputMethodHint
        self._line.setInputMethodHints(
            hints.ImhHiddenText | hints.ImhNoPredictiveText | hints.ImhSensitiveData | hints.ImhNoAutoUppercase
        )
        self._line.pressed.connect(self._look_for_caps)
        self._line.textEdited.connect(self._on_edited)
        self._line.returnPressed.connect(self.entered)
        self._line.editingFinished.connect(self.left)
        self._eye = IconButton(theme, "eye", words.show)
        self._eye.clicked.connect(self._on_eye)
        self._keyboard = Label(theme, "", Role.CAPTION)
        label = Label(theme, words.name)
        label.setBuddy(self._line)
        self.add(row(theme, label, None, self._keyboard))
        line = row(theme, gap=4)
        line.box.addWidget(self._line, 1)
        line.box.addWidget(self._eye)
        self.add(line)
        caution = Mark(theme, "alert", Colour.WARN, size=ICON_SMALL, ground=Colour.CANVAS)
        self._caps = row(theme, caution, Label(theme, words.caps_lock, Role.CAPTION, tone=Colour.WARN), None, gap=6)
        self._caps.hide()
        self.add(self._caps)
        self.setFocusProxy(self._line)
        QGuiApplication.inputMethod().localeChanged.connect(self._tell_keyboard)
        self._tell_keyboard()

    @property
    def line(self) -> QLineEdit:
        """The line to type in."""
        return self._line

    @property
    def eye(self) -> IconButton:
        """The button that shows and hides the letters."""
        return self._eye

    def text(self) -> str:
        """What was typed."""
        return self._line.text()

    def clear(self) -> None:
        """Forget what was typed, undo steps included, and hide the letters."""
        self._line.setText("")
        self._hide_letters(hide=True)
        self._caps.hide()

    def is_caps_told(self) -> bool:
        """Whether the hint about Caps Lock is shown."""
        return not self._caps.isHidden()

    def _look_for_caps(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps.hide()  # it was just switched; the next letter tells
        letter = event.text()
        if is_plain_key(event) and letter.isalpha() and letter.lower() != letter.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(letter.isupper() != shift)

    def _on_edited(self) -> None:
        self.edited.emit()

    def _on_eye(self) -> None:
        self._hide_letters(hide=self._line.echoMode() == QLineEdit.EchoMode.Normal)
        self._line.setFocus()

    def _hide_letters(self, *, hide: bool) -> None:
        self._line.setEchoMode(QLineEdit.EchoMode.Password if hide else QLineEdit.EchoMode.Normal)
        self._eye.set_name(self._words.show if hide else self._words.hide)
        self._eye.set_icon("eye" if hide else "eye_off")

    def _tell_keyboard(self) -> None:
        code = QGuiApplication.inputMethod().locale().name().partition("_")[0]
        self._keyboard.set_words(self._words.keyboard(code.upper()) if code and code != "C" else "")
