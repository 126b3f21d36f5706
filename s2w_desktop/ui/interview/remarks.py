"""Private remarks in an interview: the one on the whole profile, beside the questions, and those on single questions (UX-17)."""

from PySide6.QtCore import QObject

from s2w_desktop.domain.canonical import kept_line
from s2w_desktop.domain.fields import is_remark, question_of
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.ui.editor import ProfileEditor
from s2w_desktop.ui.interview.sides import HelpSide
from s2w_desktop.ui.interview.stage import SectionStage

REMARK_PATH = "record.remark"


class Remarks(QObject):
    """Brings remarks from the screen to the editor, and back after undo."""

    def __init__(self, editor: ProfileEditor, side: HelpSide, stage: SectionStage) -> None:
        super().__init__(editor)
        self._editor, self._side, self._stage = editor, side, stage
        self.refresh()
        side.remark_edited.connect(self._on_edited)
        side.remark_left.connect(editor.save_now)
        side.question_remark_asked.connect(self.toggle)

    def refresh(self) -> None:
        """Show the remark on the whole profile as it stands."""
        self._side.remark.set_text(self._editor.profile.text(REMARK_PATH))

    def toggle(self) -> None:
        """Open the remark on the active question, or fold it away."""
        self._stage.write_remark()

    def follow(self, path: str) -> None:
        """A step of undo was at this path: where that is a remark on a question, open it, so that the change is seen."""
        if is_remark(path):
            self._stage.write_remark(question_of(path))

    def _on_edited(self, text: str) -> None:
        limit = QUESTIONNAIRE.spec(REMARK_PATH).max_length
        self._editor.set_answer(REMARK_PATH, kept_line(text, limit) or None)
