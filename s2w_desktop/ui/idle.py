"""Locking when nobody is there: counts the seconds since the last key, click or touch, and warns before."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputEvent, QInputMethodEvent

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

    Every event of the application passes here, thousands when a page is built: the class of an event is told at once,
    its type only by way of a Python enum.
    """

    seen = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if isinstance(event, _INPUT) and event.type() in _SIGNS:
            self.seen.emit()
        return False


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
