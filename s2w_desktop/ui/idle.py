"""Locking when nobody is there: counts the seconds since the last key, click or touch, and warns before."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

WARNING_SECONDS = 20
_TICK_MS = 1_000
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
_INPUT = (QInputEvent, QInputMethodEvent)  # the classes of those


class SignsOfLife(QObject):
    """Emits `seen` when somebody presses a key, moves the mouse or touches, in any window of the program.

    What the system tells comes to a window first, and what an input method writes to the widget with the focus: only these are
    watched. Every event of the application would be thousands when a page is built, and cost an eighth of the time.
    """

    seen = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
            application.focusWindowChanged.connect(self.watch_windows)
            self.watch_windows()
            self._on_focus_changed(None, QApplication.focusWidget())

    def watch_windows(self) -> None:
        """Watch every window that is there; those that come up are noticed when the focus goes from window to window."""
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)  # the same filter again replaces itself

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if isinstance(event, _INPUT) and event.type() in _SIGNS:
            self.seen.emit()
        return False

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)


class IdleWatch(QObject):
    """`warned` tells once a second how many seconds remain, `stayed` that somebody is there after all, `expired` the end.

    What the system says (sleep, lid, session lock) comes to `expire_now`, see `ui.system_lock`.
    """

    warned = Signal(int)
    stayed = Signal()
    expired = Signal()

    def __init__(self, *, minutes: int, seconds: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._minutes, self._seconds = minutes, seconds
        self._last = seconds()
        self._is_warning = self._has_expired = False
        self._signs: SignsOfLife | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)

    def begin(self) -> None:
        """Watch from now on, also after the end was told and the window stayed."""
        self._last, self._has_expired = self._seconds(), False
        if self._signs is None:
            self._signs = SignsOfLife(self)
            self._signs.seen.connect(self._on_seen)
        if not self._timer.isActive():
            self._timer.start(_TICK_MS)

    def set_minutes(self, minutes: int) -> None:
        """Lock after another time."""
        self._minutes = minutes

    def tick(self) -> None:
        """Look at the clock; called once a second."""
        if self._signs is not None:
            self._signs.watch_windows()
        left = self._minutes * 60 - (self._seconds() - self._last)
        if left <= 0:
            self.expire_now()
        elif left <= WARNING_SECONDS:
            self._is_warning = True
            self.warned.emit(round(left))

    def expire_now(self) -> None:
        """Lock at once: nobody is there, or the laptop goes to sleep. Tells it once, and nothing before `begin`."""
        if not self._has_expired and self._timer.isActive():
            self._has_expired = True
            self._timer.stop()
            self.expired.emit()

    def _on_seen(self) -> None:
        self._last = self._seconds()
        if self._is_warning:
            self._is_warning = False
            self.stayed.emit()
