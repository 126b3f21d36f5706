"""The pages after the last section: check, then reading back."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.answers import Answer, NoAnswer
from s2w_desktop.domain.completeness import OpenQuestion
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.sign_off import READ_BACK_DONE, READ_BACK_LANGUAGE, is_declared
from s2w_desktop.i18n.languages import iso639_3_of
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.editor import ProfileEditor
from s2w_desktop.ui.forms.placed import PlacedQuestion
from s2w_desktop.ui.interview.check import CheckPage, find
from s2w_desktop.ui.interview.pair import LanguagePair
from s2w_desktop.ui.interview.place import End
from s2w_desktop.ui.interview.read_back import ReadBackPage


class EndPages(QObject):
    """Builds the page of the end that is asked for, anew each time, and notes the sign-off."""

    place_asked = Signal(object)  # OpenQuestion

    def __init__(self, desk: Desk, editor: ProfileEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._editor = desk, editor
        self._languages: LanguagePair | None = None
        self._page: CheckPage | ReadBackPage | None = None
        self.present: End | None = None

    @property
    def page(self) -> CheckPage | ReadBackPage | None:
        """The page on screen, if it is one of ours."""
        return self._page

    def enter(self, end: End, languages: LanguagePair) -> QWidget:
        """The page, to be put on screen; the one before is deleted."""
        old, self._languages = self._page, languages
        self._page = self._check() if end is End.CHECK else self._read_back(languages)
        self.present = end
        if old is not None:
            old.deleteLater()
        return self._page

    def leave(self) -> None:
        """A section is on screen again."""
        if self._page is not None:
            self._page.deleteLater()
        self._page = self.present = None

    def take_focus(self) -> bool:
        """Put the focus where reading begins; whether there is anything to read."""
        return self._page is not None and self._page.take_focus()

    def _check(self) -> CheckPage:
        page = CheckPage(self._desk.theme, self._desk.translator, QUESTIONNAIRE)
        page.show_found(self._editor.profile, find(QUESTIONNAIRE, self._editor.profile, self._editor.session.issues()))
        page.place_asked.connect(self.place_asked)
        return page

    def _read_back(self, languages: LanguagePair) -> ReadBackPage:
        page = ReadBackPage(self._desk.theme, languages.voices, QUESTIONNAIRE, self._editor.profile)
        page.question_asked.connect(self._on_question_asked)
        page.edited.connect(self._on_signed)
        return page

    def _on_question_asked(self, question: PlacedQuestion) -> None:
        self.place_asked.emit(OpenQuestion(question.section, question.entry, question.path))

    def _on_signed(self, path: str, answer: Answer | None) -> None:
        self._editor.set_answer(path, answer)
        if path == READ_BACK_DONE and self._languages is not None and is_declared(QUESTIONNAIRE, READ_BACK_LANGUAGE):
            read = answer is not None and not isinstance(answer, NoAnswer)
            self._editor.set_answer(READ_BACK_LANGUAGE, iso639_3_of(self._languages.person.code) if read else None)
        self._editor.save_now()
