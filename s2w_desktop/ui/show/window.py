"""The window of show-mode: full screen, one question, nothing else."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.answers import Answer, NoAnswer
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.forms.placed import PlacedQuestion
from s2w_desktop.ui.kit.focus import FocusRing
from s2w_desktop.ui.kit.panel import Panel, PanelKind
from s2w_desktop.ui.show.sheet import ShowSheet
from s2w_desktop.ui.training_band import TrainingBand

SHOW_KEY, STEP_KEYS = "F9", ("Ctrl+PgUp", "Ctrl+PgDown")
_CTRL = Qt.KeyboardModifier.ControlModifier
_REASONS = {Qt.Key.Key_1: NoAnswer.REFUSED, Qt.Key.Key_2: NoAnswer.UNKNOWN}
_STEPS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_PRIVACY_KEYS = frozenset({(Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_L, _CTRL)})


class ShowWindow(Panel):
    """Shows a question to the person and tells their answer.

    It keeps every key to itself but those that hide the program, so that no list or menu of the officer can appear.
    Its title, and what a screen reader finds in it, hold nothing but the question.
    """

    answered = Signal(object)  # Answer | None
    step_asked = Signal(int)  # to the question before (-1) or after (+1)
    replay_asked = Signal()
    louder_asked = Signal()
    ended = Signal()

    def __init__(self, desk: Desk, person: Translator, owner: QWidget, *, training: bool) -> None:
        super().__init__(desk.theme, kind=PanelKind.WINDOW, gap=0)
        self.setParent(owner, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if person.is_rtl else Qt.LayoutDirection.LeftToRight)
        self.setWindowTitle(desk.translator.gettext("Skills to Work"))
        if training:
            self.add(TrainingBand(replace(desk, translator=person)))
        self._sheet = ShowSheet(desk.theme, person)
        self.box.addWidget(self._sheet, 1)
        self._sheet.answered.connect(self.answered)
        self._sheet.done.connect(self.close)
        self._sheet.replay_asked.connect(self.replay_asked)
        self._ring = FocusRing(desk.theme, self)

    @property
    def sheet(self) -> ShowSheet:
        """What is shown."""
        return self._sheet

    def show_question(self, question: PlacedQuestion, profile: Profile) -> None:
        """Show a question with its answer."""
        self._sheet.show_question(question, profile)
        self._sheet.take_focus()

    def show_answer(self, answer: Answer | None) -> None:
        """Show another answer to the present question."""
        self._sheet.show_answer(answer)

    def open_on(self, screen: QScreen) -> None:
        """Fill a screen."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.raise_()
        self._sheet.take_focus()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if (event.key(), event.modifiers()) not in _PRIVACY_KEYS:
                event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        with_ctrl = bool(event.modifiers() & _CTRL)
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F9):
            self.close()
        elif key == Qt.Key.Key_F6:
            (self.louder_asked if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else self.replay_asked).emit()
        elif with_ctrl and key in _REASONS:
            self._sheet.give_reason(_REASONS[key])
        elif with_ctrl and key in _STEPS:
            self.step_asked.emit(_STEPS[key])
        elif not with_ctrl:
            self._sheet.press(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.ended.emit()


def screen_beside(window: QWidget) -> QScreen:
    """A screen on which the window is not, else its own."""
    own = window.screen()
    return next((screen for screen in QGuiApplication.screens() if screen is not own), own)
