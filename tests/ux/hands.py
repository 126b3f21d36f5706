"""Hands on a keyboard and nothing else: keys go to whatever has the focus, and a touch of the mouse ends the run."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from s2w_desktop.ui.forms.date_field import DateField
from s2w_desktop.ui.forms.question import QuestionBlock, block_of
from s2w_desktop.ui.kit.fields import NumberField
from s2w_desktop.ui.kit.ladder import Ladder
from s2w_desktop.ui.kit.option import OptionRow
from s2w_desktop.ui.kit.picker import Picker

FORBIDDEN = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
MOST_TABS = 150
_Kind = TypeVar("_Kind", bound=QWidget)


class NoMouse(QObject):
    """Swallows every event of a mouse, a finger or a pen, and remembers that there was one."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # as Qt calls it
        if event.type() in FORBIDDEN:
            self.seen.append(event.type())
            return True
        return super().eventFilter(watched, event)


def focused() -> QWidget:
    """What has the focus; there must always be something, or the keyboard has nowhere to go."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key."""
    QTest.keyClick(focused(), pressed, modifiers)
    QApplication.processEvents()


def write(text: str) -> None:
    """Type a text where the focus is."""
    QTest.keyClicks(focused(), text)
    QApplication.processEvents()


def tab_to(is_it: Callable[[QWidget], bool]) -> QWidget:
    """Press Tab until the focus stands on what is wanted."""
    passed = []
    for _ in range(MOST_TABS):
        if is_it(focused()):
            return focused()
        passed.append(focused().accessibleName() or type(focused()).__name__)
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"not reached by Tab; passed {list(dict.fromkeys(passed))}")


def push(words: str) -> None:
    """Go to a button by its words and press the space bar."""
    tab_to(lambda widget: isinstance(widget, QAbstractButton) and words in (widget.text(), widget.accessibleName()))
    press(Qt.Key.Key_Space)


def answer_here() -> None:
    """Answer the question that has the focus, as its input wants to be answered; nothing where the stop is no input."""
    widget = focused()
    if isinstance(widget, OptionRow):
        press(Qt.Key.Key_Space)
    elif isinstance(widget, Ladder):
        press(Qt.Key.Key_Up)
    elif isinstance(widget, QLineEdit):
        _fill(widget)


def _fill(line: QLineEdit) -> None:
    if _inside(line, Picker):
        write("a")
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)
    elif _inside(line, NumberField):
        write("3")
    elif (date := _inside(line, DateField)) is not None:
        if line is date.boxes[2]:
            write("2015")
    else:
        write("Example")


def _inside(widget: QWidget, kind: type[_Kind]) -> _Kind | None:
    over: QWidget | None = widget
    while over is not None and not isinstance(over, kind):
        over = over.parentWidget()
    return over


def open_question() -> QuestionBlock | None:
    """The question that has the focus and has no answer yet."""
    block = block_of(focused())
    return block if block is not None and block.answer is None else None
