"""Reading back: everything that was said, in the person's language and large, and at the end whether they confirm it (UX-33)."""

from collections.abc import Iterator

from PySide6.QtCore import Signal

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.asking import asked_sections
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.sign_off import SIGN_OFF, sign_off_questions
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.forms.input import Asked
from s2w_desktop.ui.forms.placed import PlacedQuestion, question_at, questions_of
from s2w_desktop.ui.forms.question import QuestionBlock
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.kit.card import Card, SectionHeading
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.readlist import ReadLine, ReadList, ReadRow
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.kit.words import Words


class ReadBackPage(Panel):
    """Questions and answers by section, reasons for no answer included, remarks never; then the sign-off."""

    question_asked = Signal(object)  # PlacedQuestion: an answer is to be changed
    edited = Signal(str, object)  # path, Answer | None: of the sign-off

    def __init__(self, theme: Theme, voices: Voices, questionnaire: Questionnaire, profile: Profile) -> None:
        super().__init__(theme, gap=10)
        self._voices, self._questionnaire = voices, questionnaire
        self.blocks: dict[str, QuestionBlock] = {}
        self._asked: list[PlacedQuestion] = []
        self._list = ReadList(theme, _title(voices.own))
        self.add(SectionHeading(theme, *voices.both(_title), voices.both(_subtitle)))
        rows = tuple(self._rows(profile))
        self._list.set_rows(rows)
        self.add(Card(theme, self._list, margins=(0, 4, 0, 4)) if rows else Label(theme, voices.own.gettext("Nothing yet.")))
        for path in sign_off_questions(questionnaire):
            self._add_sign_off(path, profile)
        self._list.chosen.connect(self._on_chosen)

    @property
    def list(self) -> ReadList:
        """The rows."""
        return self._list

    def take_focus(self) -> bool:
        """Put the focus at the beginning; whether there is anything to read."""
        if self._asked:
            self._list.setFocus()
        return bool(self._asked)

    def _rows(self, profile: Profile) -> Iterator[ReadRow]:
        for section in asked_sections(self._questionnaire, profile):
            told = [question for question in questions_of(section, profile) if profile.get(question.path) is not None]
            if not told or section.key == SIGN_OFF:
                continue
            yield self._heading(section.key)
            for question in told:
                self._asked.append(question)
                yield self._row(str(len(self._asked) - 1), question, profile)

    def _heading(self, section: str) -> ReadRow:
        own, other = self._voices.both(lambda tr: labels.section_title(tr, section))
        lines = (ReadLine(other, Role.TITLE),) if other else ()
        return ReadRow("", (ReadLine(own, Role.TITLE),), lines, heading=True)

    def _row(self, key: str, question: PlacedQuestion, profile: Profile) -> ReadRow:
        """The person's words large; the officer's beside them in the size of the form, alone large too."""
        own, other = self._voices.own, self._voices.other
        answer = profile.get(question.path)
        if other is None:
            return ReadRow(key, _large(own, question, profile, answer))
        small = (
            ReadLine(question.words(own, profile)),
            ReadLine(question.answer_words(own, answer), Role.STRONG),
        )
        return ReadRow(key, small, _large(other, question, profile, answer))

    def _add_sign_off(self, path: str, profile: Profile) -> None:
        question = question_at(self._questionnaire, path)
        block = QuestionBlock(Asked(self.theme, self._voices, question.section.key, question.spec), path)
        block.show_answer(profile.get(path))
        block.edited.connect(self.edited)
        self.blocks[path] = block
        card = Card(self.theme, block)
        card.set_name(labels.question(self._voices.own, question.section.key, question.spec.key))
        self.add(card)

    def _on_chosen(self, key: str) -> None:
        self.question_asked.emit(self._asked[int(key)])


def _large(tr: Translator, question: PlacedQuestion, profile: Profile, answer: Answer | None) -> tuple[ReadLine, ReadLine]:
    return (
        ReadLine(question.words(tr, profile), Role.QUESTION),
        ReadLine(_spaced(question.answer_words(tr, answer)), Role.DISPLAY),
    )


def _spaced(words: Words) -> Words:
    return words if words.text else Words("–", words.language)


def _title(tr: Translator) -> str:
    return tr.gettext("What was said")


def _subtitle(tr: Translator) -> str:
    return tr.gettext("This is what we wrote down. Is it right?")
