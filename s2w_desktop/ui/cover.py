"""The privacy cover: the window looks like a resting laptop until F12 is pressed again, or the passphrase typed."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from s2w_desktop.i18n.formats import time_of_day
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.panel import Panel, PanelKind, row
from s2w_desktop.ui.kit.passphrase import PassphraseField
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.passphrase_words import passphrase_words
from s2w_desktop.ui.training_band import TrainingBand
from s2w_desktop.ui.waiting import Waiting

RETURN_SECONDS = 5.0
_CLOCK_MS = 1_000
_COLUMN = 320


class CoverState(Enum):
    """COVERED goes away with the same key for a few seconds; PAUSED wants the passphrase."""

    OPEN = "open"
    COVERED = "covered"
    PAUSED = "paused"


class CoverSheet(Panel):
    """What the window shows: a clock, one line, and while paused a passphrase field. Nothing else can be reached."""

    passphrase_typed = Signal(str)

    def __init__(self, desk: Desk, window: QWidget, seconds_to_wait: Callable[[], int] | None) -> None:
        super().__init__(desk.theme, kind=PanelKind.WINDOW, gap=12)
        self._desk = desk
        self.setParent(window)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        _, theme = desk.translator.gettext, desk.theme
        self._clock = Label(theme, "", Role.DISPLAY)
        self._line = Label(theme, _("Press F12 again"), Role.MUTED)
        self.spot = NoticeSpot(desk)
        self._field = PassphraseField(theme, passphrase_words(desk.translator, _("Passphrase")))
        self._go = Button(theme, _("Unlock"), ButtonKind.PRIMARY)
        self._form = Panel(theme, gap=12)
        self._form.add(self._field, row(theme, self._go, None), self.spot)
        self.waiting = Waiting(desk, self, self.spot, seconds_to_wait or int)
        self._form.setFixedWidth(theme.px(_COLUMN))
        self._form.hide()
        middle = Qt.AlignmentFlag.AlignHCenter
        if theme.is_training:
            self.add(TrainingBand(desk))
        self.box.addStretch(2)
        for part in (self._clock, self._line):
            self.box.addWidget(part, 0, middle)
        self.add(row(theme, None, self._form, None))  # aligned by itself its height would be that of a wider one
        self.box.addStretch(3)
        self._field.entered.connect(self._on_entered)
        self._go.clicked.connect(self._on_entered)
        self.waiting.changed.connect(self._follow_wait)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tell_time)
        self._timer.start(_CLOCK_MS)
        self._tell_time()
        self.setGeometry(window.rect())

    def ask_passphrase(self) -> None:
        """Show the passphrase field."""
        self._line.hide()
        self._form.show()
        self.waiting.look()

    def refuse(self, error: Exception) -> None:
        """Say why the passphrase does not open, and let it be typed again."""
        self._field.clear()
        self.spot.show_failure(error)
        self.waiting.look()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the cover: what lies under it cannot be reached."""
        stops = [self._field.line, self._field.eye, self._go] if self._form.isVisible() else []
        held = [number for number, stop in enumerate(stops) if stop.hasFocus()]
        if stops:
            step = 1 if forward else -1
            stops[((held or [-1])[0] + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _on_entered(self) -> None:
        typed = self._field.text()
        if typed:
            self._allow(allowed=False)
            self.passphrase_typed.emit(typed)

    def _follow_wait(self) -> None:
        self._allow(allowed=not self.waiting.is_on)
        (self if self.waiting.is_on else self._field).setFocus()

    def _allow(self, *, allowed: bool) -> None:
        self._field.setEnabled(allowed)
        self._go.setEnabled(allowed)

    def _tell_time(self) -> None:
        self._clock.set_words(time_of_day(self._desk.sources.now().astimezone()))


class Cover(QObject):
    """Hides and shows its parent, the window. A guarded one asks for the passphrase and answers to `open_now` or `refuse`; its
    guard says how many seconds to wait after wrong ones.

    Other windows of the program (lists, questions, show-mode) are closed at once; the one below stays as it is, with
    its caret, but takes no keys.
    """

    opened = Signal()
    passphrase_typed = Signal(str)

    def __init__(self, desk: Desk, window: QMainWindow, *, seconds: Callable[[], float], guard: Callable[[], int] | None) -> None:
        super().__init__(window)
        self._desk, self._seconds, self._guard = desk, seconds, guard
        self._state, self._since = CoverState.OPEN, 0.0
        self._sheet: CoverSheet | None = None
        self._focus: QWidget | None = None

    @property
    def state(self) -> CoverState:
        """Whether the window is seen."""
        return self._state

    @property
    def sheet(self) -> CoverSheet | None:
        """What lies over the window."""
        return self._sheet

    def press(self) -> None:
        """The privacy key: cover; uncover within a few seconds; later ask for the passphrase."""
        match self._state:
            case CoverState.OPEN:
                self._hide_window()
                self._state, self._since = CoverState.COVERED, self._seconds()
            case CoverState.COVERED:
                if self._guard is None or self._seconds() - self._since <= RETURN_SECONDS:
                    self.open_now()
                else:
                    self._ask()
            case CoverState.PAUSED:
                return

    def pause(self) -> None:
        """Cover, and ask for the passphrase at once; where there is none to ask for, only cover."""
        if self._state is CoverState.OPEN:
            self.press()
        if self._guard is not None and self._state is CoverState.COVERED:
            self._ask()

    def open_now(self) -> None:
        """Show the window again, with the focus where it was."""
        if self._sheet is None:
            return
        self._sheet.hide()
        self._sheet.deleteLater()
        self._sheet, self._state = None, CoverState.OPEN
        self._allow_scene(allowed=True)
        if self._focus is not None:
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None
        self.opened.emit()

    def fit(self) -> None:
        """Cover the window in its present size."""
        if self._sheet is not None:
            self._sheet.setGeometry(self._window().rect())

    def refuse(self, error: Exception) -> None:
        """The passphrase was not right, or could not be checked."""
        if self._sheet is not None:
            self._sheet.refuse(error)

    def _ask(self) -> None:
        self._state = CoverState.PAUSED
        if self._sheet is not None:
            self._sheet.ask_passphrase()

    def _hide_window(self) -> None:
        if self._desk.replay is not None:
            self._desk.replay.stop()
        self._focus = self._window().focusWidget()  # also while show-mode had the keys
        if self._focus is not None:
            self._focus.destroyed.connect(self._forget_focus)
        self._sheet = CoverSheet(self._desk, self._window(), self._guard)
        self._sheet.passphrase_typed.connect(self.passphrase_typed)
        self._sheet.show()
        self._sheet.raise_()
        self._sheet.repaint()  # now: what follows takes longer, and nobody may see the window meanwhile
        self._close_others()
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        self._allow_scene(allowed=False)

    def _allow_scene(self, *, allowed: bool) -> None:
        """A disabled scene takes no keys, its shortcuts included."""
        scene = self._window().centralWidget()
        if scene is not None:
            scene.setEnabled(allowed)

    def _close_others(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            continue
        for other in QApplication.topLevelWidgets():
            if other is not self._window() and other.isVisible():
                other.reject() if isinstance(other, QDialog) else other.close()

    def _window(self) -> QMainWindow:
        window = self.parent()
        if not isinstance(window, QMainWindow):
            raise TypeError
        return window

    def _forget_focus(self) -> None:
        self._focus = None
