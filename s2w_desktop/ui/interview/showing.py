"""Show-mode beside an interview: opens the window, follows the officer, brings the answers back."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.editor import ProfileEditor
from s2w_desktop.ui.forms.placed import PlacedQuestion, question_at, questions_of
from s2w_desktop.ui.interview.stage import SectionStage
from s2w_desktop.ui.show.window import ShowWindow, screen_beside


class Showing(QObject):
    """At most one question is shown at a time."""

    answered = Signal(str)  # path; the profile and the card have the answer already
    moved = Signal(object)  # PlacedQuestion: the person went on to another question
    replay_asked = Signal()
    louder_asked = Signal()
    ended = Signal()  # the officer's window is in front again

    def __init__(self, desk: Desk, editor: ProfileEditor, stage: SectionStage, owner: QWidget, *, training: bool) -> None:
        super().__init__(owner)
        self._desk, self._editor, self._stage, self._training = desk, editor, stage, training
        self._question: PlacedQuestion | None = None
        self._window: ShowWindow | None = None

    @property
    def window(self) -> ShowWindow | None:
        """The window, while a question is shown."""
        return self._window

    def toggle(self, person: Translator) -> None:
        """Show the active question, or where work on the section begins, in the person's language; or end that."""
        if self._window is not None:
            self.end()
            return
        block = self._stage.active or self._stage.first_question()
        if block is not None:
            self._editor.save_now()
            self._stage.activate(block)
            self._begin(question_at(QUESTIONNAIRE, block.path), person)

    def follow(self, path: str) -> None:
        """The officer went to another question: show that, while one is shown."""
        if self._window is not None:
            self._show(question_at(QUESTIONNAIRE, path))

    def refresh(self) -> None:
        """Show what the profile holds now."""
        if self._window is not None and self._question is not None:
            self._window.show_answer(self._editor.profile.get(self._question.path))

    def end(self) -> None:
        """Close the window, if there is one."""
        if self._window is not None:
            self._window.close()

    def _begin(self, question: PlacedQuestion, person: Translator) -> None:
        """Open the window on another screen where there is one."""
        owner = self._owner()
        self._window = window = ShowWindow(self._desk, person, owner, training=self._training)
        window.answered.connect(self._on_answered)
        window.step_asked.connect(self._on_step)
        window.replay_asked.connect(self.replay_asked)
        window.louder_asked.connect(self.louder_asked)
        window.ended.connect(self._on_ended)
        self._show(question)
        window.open_on(screen_beside(owner.window()))

    def _show(self, question: PlacedQuestion) -> None:
        if self._window is not None and question != self._question:
            self._question = question
            self._be_silent()
            self._window.show_question(question, self._editor.profile)
            block = self._stage.sheet.block_at(question.path)
            self._window.sheet.offer_replay(offered=block is not None and block.replay is not None)

    def _be_silent(self) -> None:
        """What the person heard belonged to the question that goes."""
        if self._desk.replay is not None:
            self._desk.replay.stop()

    def _owner(self) -> QWidget:
        owner = self.parent()
        if not isinstance(owner, QWidget):
            raise TypeError
        return owner

    def _on_answered(self, answer: Answer | None) -> None:
        if self._question is not None:
            self._stage.take_answer(self._question.path, answer)
            self.answered.emit(self._question.path)

    def _on_step(self, steps: int) -> None:
        if self._question is None:
            return
        questions = questions_of(self._question.section, self._editor.profile)
        asked = [one for one in questions if not one.spec.is_of_esco]  # these lists the officer searches
        paths = [question.path for question in asked]
        here = paths.index(self._question.path) if self._question.path in paths else 0
        there = min(len(asked) - 1, max(0, here + steps))
        if there != here:
            self._show(asked[there])
            self.moved.emit(asked[there])

    def _on_ended(self) -> None:
        self._be_silent()
        if self._window is not None:
            self._window.deleteLater()
        self._window = self._question = None
        active = self._stage.active
        self._owner().window().activateWindow()
        if active is not None:
            active.take_focus()
        self.ended.emit()
