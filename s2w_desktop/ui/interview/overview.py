"""What tells of the whole interview and follows every change of it: navigator, top bar, and which questions are asked."""

from PySide6.QtCore import QObject, QTimer, Signal

from s2w_desktop.domain.asking import asked_sections
from s2w_desktop.domain.completeness import completeness
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.services.editing import TYPED
from s2w_desktop.ui.editor import ProfileEditor
from s2w_desktop.ui.interview.bars import TopBar
from s2w_desktop.ui.interview.ends import EndPages
from s2w_desktop.ui.interview.sides import Navigator
from s2w_desktop.ui.interview.stage import Issues, SectionStage

FINISHED_PATH = "record.finished_on"
TYPING_MS = 150  # without a key: the typing pauses


def state_words(tr: Translator, editor: ProfileEditor) -> str:
    """Whether the interview is finished."""
    _ = tr.gettext
    return _("Complete") if editor.profile.date(FINISHED_PATH) else _("Draft")


class Overview(QObject):
    """Follows the profile, but never writes into an input. `refreshed` comes after it looked the whole profile over."""

    refreshed = Signal()

    def __init__(
        self, tr: Translator, editor: ProfileEditor, stage: SectionStage, ends: EndPages, top: TopBar, navigator: Navigator
    ) -> None:
        super().__init__(editor)
        self._tr, self._editor, self._stage, self._ends = tr, editor, stage, ends
        self._top, self._navigator = top, navigator
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.timeout.connect(self.refresh)

    def refresh(self) -> Issues:
        """Look the whole profile over. Gives the remarks that were found."""
        self._typing.stop()
        self._refresh_sheet()
        profile, issues = self._editor.profile, self._stage.issues()
        self._navigator.show_state(asked_sections(QUESTIONNAIRE, profile), completeness(QUESTIONNAIRE, profile), issues)
        self._navigator.set_current(self._ends.present or self._stage.section.key)
        self._top.set_state(state_words(self._tr, self._editor))
        self.refreshed.emit()
        return issues

    def follow(self, path: str) -> None:
        """Follow an edit: at once, but the whole profile is looked over when the typing pauses, not at each key."""
        if QUESTIONNAIRE.spec(path).kind in TYPED:
            self._refresh_sheet()
            self._typing.start(TYPING_MS)
        else:
            self.refresh()

    def catch_up(self) -> Issues:
        """What was typed is finished: look the profile over if that still waits. Gives the remarks on it."""
        return self.refresh() if self._typing.isActive() else self._stage.issues()

    def _refresh_sheet(self) -> None:
        """Follow the profile with what a key press may change at once."""
        session = self._editor.session
        self._stage.sheet.refresh(session.profile)
        self._top.set_steps(can_undo=session.can_undo, can_redo=session.can_redo)
