"""The band above every page while the clock of this machine is surely wrong."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QTimer, Signal

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.i18n.clock_words import wrong_clock
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.band import Band
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeDialog, notice_text
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.buttons import Button, ButtonKind

_TICK_MS = 15_000


class ClockBand(Band):
    """Shown while the clock is wrong, and gone by itself once it is right. `changed` when one became the other.

    It looks when it is made, when `look` is called, and every fifteen seconds, so that a clock that jumps is told too.
    """

    changed = Signal()

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk.theme, "clock", "")
        self._desk, self._clock = desk, workplace.safekeeping.clock
        _ = desk.translator.gettext
        self.again = Button(desk.theme, _("Look again"), icon="search")
        self.right = Button(desk.theme, _("The date is right"), ButtonKind.QUIET)
        self.again.clicked.connect(self._on_again)
        self.right.clicked.connect(self._on_right)
        self.add(self.right, self.again)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self._timer.start(_TICK_MS)
        with suppress(S2wError):  # a store that cannot be read is told by the page
            self._clock.look()
        self._is_wrong = self._clock.fault() is not None
        if not self._is_wrong:  # never shown here: it would be a window of its own
            self.hide()
        self._show()

    def tick(self) -> None:
        """Look at the clock alone; called every fifteen seconds."""
        self._show()

    def look(self) -> None:
        """Look at the clock, and at what the store knows by now."""
        self._try(self._clock.look)
        self._show()

    def _on_again(self) -> None:
        self.look()
        if self._is_wrong:
            announce(self, self.words.text())

    def _on_right(self) -> None:
        self._try(self._clock.vouch)
        self._show()

    def _try(self, step: Callable[[], object]) -> None:
        try:
            step()
        except S2wError as error:
            NoticeDialog(self._desk, notice_text(self._desk.translator, error), self).open()

    def _show(self) -> None:
        is_wrong = self._clock.fault() is not None
        if is_wrong:
            self.words.set_words(wrong_clock(self._desk.translator, self._clock.says))
            self.right.setVisible(self._clock.can_vouch())
        if is_wrong == self._is_wrong:
            return
        self._is_wrong = is_wrong
        self.setVisible(is_wrong)
        if is_wrong:
            announce(self, self.words.text())
        self.changed.emit()
