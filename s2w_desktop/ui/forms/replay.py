"""The button that replays a question in the person's language; only questions that were recorded have it."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QHideEvent

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.languages import language
from s2w_desktop.sound.recordings import Prompt
from s2w_desktop.ui.errors import notice_text
from s2w_desktop.ui.forms.input import Asked
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.buttons import IconButton
from s2w_desktop.ui.kit.card import Notice, Tone
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.replay import Replay
from s2w_desktop.ui.shortcuts import Act


class QuestionReplay(QObject):
    """The recording of one question: its button, and what is said where it cannot be played."""

    def __init__(self, block: Panel, asked: Asked, replay: Replay, prompt: Prompt) -> None:
        super().__init__(block)
        self._asked, self._replay, self._prompt = asked, replay, prompt
        self._notice: Notice | None = None
        self.button = _ReplayButton(asked, replay, prompt)
        self.button.clicked.connect(self.toggle)

    @property
    def notice(self) -> Notice | None:
        """What is said of a recording that cannot be played."""
        return self._notice

    def toggle(self) -> None:
        """Play the question, or stop. A failure is told quietly below the question."""
        self.clear()
        try:
            self._replay.toggle(self._prompt)
        except S2wError as error:
            self._tell(error)

    def rest(self) -> None:
        """Another question is active: this one is silent."""
        self.clear()
        if self._replay.playing == self._prompt:
            self._replay.stop()

    def clear(self) -> None:
        """Take the message away."""
        if self._notice is not None:
            self._block().box.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    def _tell(self, error: S2wError) -> None:
        self._notice = Notice(self._asked.theme, notice_text(self._asked.voices.own, error), Tone.PLAIN)
        self._block().add(self._notice)
        announce(self._notice, self._notice.accessibleName())

    def _block(self) -> Panel:
        """The question block; asked for, because holding it would be a cycle (decisions/0133)."""
        block = self.parent()
        if not isinstance(block, Panel):
            raise TypeError
        return block


class _ReplayButton(IconButton):
    """Says what it would do. The transcript is the question itself, which stands beside it."""

    def __init__(self, asked: Asked, replay: Replay, prompt: Prompt) -> None:
        super().__init__(asked.theme, "sound", "")
        self._asked, self._replay, self._prompt = asked, replay, prompt
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a key does the same, and a long section keeps its few stops
        replay.changed.connect(self._show)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """A question that is gone is not heard any more: another section, a page of the end, the interview left."""
        super().hideEvent(event)
        if self._replay.playing == self._prompt:
            self._replay.stop()

    def _show(self) -> None:
        _ = self._asked.voices.own.gettext
        is_playing = self._replay.playing == self._prompt
        told = fill(_("Play this question in {language}. Its words stand beside it."), language=self._language())
        words = _("Stop the recording") if is_playing else told
        self.set_icon("pause" if is_playing else "sound")
        self.setAccessibleName(f"{self._asked.name}: {words}")
        louder = fill(_("{keys} is louder"), keys=Act.LOUDER.shown)
        self.setToolTip(f"{words} ({Act.REPLAY.shown}; {louder})")

    def _language(self) -> str:
        return language(self._prompt.language).native_name
