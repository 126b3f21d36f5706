"""The wait after wrong passphrases, wherever one is typed: how long it lasts is told, and nothing is tried until it is over."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.unlock_errors import MustWait
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot, notice_text
from s2w_desktop.ui.kit.card import Notice, Tone

_TICK_MS = 1_000


class Waiting(QObject):
    """Counts down in a place for messages. `changed` after each look and when the wait is over.

    `seconds_left` is asked once a second, so that what another window or the command line does counts here too. Whoever asks for
    a passphrase looks before, and follows `changed`: it holds the person back while `is_on`.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget, spot: NoticeSpot, seconds_left: Callable[[], int]) -> None:
        super().__init__(parent)
        self._desk, self._spot, self._seconds_left = desk, spot, seconds_left
        self._shown: Notice | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.count_down)

    @property
    def is_on(self) -> bool:
        """Whether somebody has to wait now."""
        return self._timer.isActive()

    def look(self) -> None:
        """Show the wait instead of any other message, if there is one."""
        if self._seconds_left():
            self._spot.clear()
            self._timer.start()
            self.count_down()
        self.changed.emit()

    def count_down(self) -> None:
        """Show how long there is to wait; called once a second while there is. What else was shown meanwhile stays."""
        left = self._seconds_left()
        is_ours = self._spot.notice is not None and self._spot.notice is self._shown
        if left:
            text = notice_text(self._desk.translator, MustWait(left))
            if is_ours and self._shown is not None:
                self._shown.set_text(text)
            elif self._spot.notice is None:
                self._spot.show_text(text, Tone.WARN)
                self._shown = self._spot.notice
            return
        self._timer.stop()
        if is_ours:
            self._spot.clear()
        self._shown = None
        self.changed.emit()
