"""An officer's hands: answers questions on the real widgets by clicks and keys.

Used by the tour, the pictures and the journeys.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from s2w_desktop.domain.answers import Answer, NoAnswer, Quantity, Words
from s2w_desktop.domain.asking import asked_sections
from s2w_desktop.domain.concepts import Concept, Concepts
from s2w_desktop.domain.date_entry import entry_of
from s2w_desktop.domain.fields import SectionSpec, field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.forms.concept_input import ConceptInput, ConceptsInput
from s2w_desktop.ui.forms.date_field import DateField
from s2w_desktop.ui.forms.date_input import DateInput
from s2w_desktop.ui.forms.inputs import PickerInput
from s2w_desktop.ui.forms.question import QuestionBlock
from s2w_desktop.ui.forms.several import SeveralInput
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.fields import NumberField, TextField
from s2w_desktop.ui.kit.ladder import Ladder
from s2w_desktop.ui.kit.option import OptionGroup
from s2w_desktop.ui.kit.picker import Picker
from s2w_desktop.ui.shortcuts import REASON_ACTS
from tests.ui.typing import click, commit, press

_REASON_DIGITS = {reason: Qt.Key(ord(act.shown[-1])) for reason, act in REASON_ACTS.items()}


class Officer:
    """Fills an interview from a model profile, question by question."""

    def __init__(self, page: InterviewPage) -> None:
        self._page = page

    def record(self, model: Profile) -> None:
        """Answer every question that the model answers, section after section."""
        for section in asked_sections(QUESTIONNAIRE, self._page.editor.profile):
            self.record_section(section, model)

    def record_section(self, section: SectionSpec, model: Profile) -> None:
        """Answer one section; a repeating one gets as many entries as the model has."""
        self._page.show_section(section.key)
        QApplication.processEvents()
        if not section.repeats:
            self._answer_fields(section, model, None, None)
            return
        here = list(self._page.editor.profile.entries(section.key))
        for number, wanted in enumerate(model.entries(section.key)):
            if number < len(here):
                self._page.show_section(section.key, here[number])
            else:
                press_on_page(self._page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
                here.append(self._page.editor.profile.entries(section.key)[-1])
            QApplication.processEvents()
            self._answer_fields(section, model, here[number], wanted)

    def _answer_fields(self, section: SectionSpec, model: Profile, here: EntryId | None, wanted: EntryId | None) -> None:
        for spec in section.fields:
            answer = model.get(field_path(section.key, spec.key, wanted))
            path = field_path(section.key, spec.key, here)
            block = self._page.sheet.blocks.get(path)
            if answer is None or self._page.editor.profile.get(path) == answer or block not in self._page.sheet.asked_blocks():
                continue
            self.answer(self._page.sheet.blocks[path], answer)
            self._expect(path, answer)

    def _expect(self, path: str, answer: Answer) -> None:
        """The hands did what they meant to, or the run stops here."""
        got = self._page.editor.profile.get(path)
        if _without_languages(got) != _without_languages(answer):
            raise AssertionError(f"{path} does not hold what was entered")

    def answer(self, block: QuestionBlock, answer: Answer) -> None:
        """Answer one question by mouse and keys."""
        block.take_focus()
        QApplication.processEvents()
        if isinstance(answer, NoAnswer):
            press(_REASON_DIGITS[answer], Qt.KeyboardModifier.ControlModifier)
            return
        self._enter_answer(block, answer)
        self._page.editor.save_now()

    def _enter_answer(self, block: QuestionBlock, answer: Answer) -> None:
        match block.input:
            case PickerInput() as one:
                self._pick(one, str(answer))
            case SeveralInput() as several if isinstance(answer, tuple):
                self._pick_several(several, answer)
            case ConceptInput() as one if isinstance(answer, Concept):
                self._pick_concept(one.picker, answer)
            case ConceptsInput() as several if isinstance(answer, Concepts):
                for concept in answer.chosen:
                    self._pick_concept(several.picker, concept)
            case DateInput() as date if isinstance(answer, SaidDate):
                self._date(date.field, answer)
            case other:
                self._enter_at(other.widget, answer)

    def _enter_at(self, widget: QWidget, answer: Answer) -> None:
        match widget:
            case OptionGroup() as group:
                self._choose(group, answer)
            case Ladder() as ladder:
                self._climb(ladder, str(answer))
            case NumberField() as number if isinstance(answer, Quantity):
                self._number(number, answer)
            case TextField() as line:
                _enter(line, str(answer))
            case pair if isinstance(answer, Words):
                translated, said = pair.findChildren(TextField)
                _enter(said, answer.said)
                _enter(translated, answer.translation)

    def _number(self, field: NumberField, answer: Quantity) -> None:
        _enter(field.line, format(answer.amount, "f"))
        if answer.about and field.about_row:
            click(field.about_row)

    def _choose(self, group: OptionGroup, answer: Answer) -> None:
        wanted = {answer} if isinstance(answer, str) else set(answer) if isinstance(answer, tuple) else set()
        for row in group.rows:
            if row.isChecked() != (row.choice.key in wanted):
                click(row)

    def _pick(self, wanted: PickerInput, code: str) -> None:
        _enter(wanted.picker.line, wanted.words_of(code))
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)
        if wanted.picker.picked().key != code:
            raise AssertionError("the list did not offer the wanted line first")

    def _pick_several(self, wanted: SeveralInput, codes: tuple[str, ...]) -> None:
        for code in codes:
            _enter(wanted.picker.line, wanted.words_of(code))
            press(Qt.Key.Key_Down)
            press(Qt.Key.Key_Return)

    def _pick_concept(self, picker: Picker, wanted: Concept) -> None:
        _enter(picker.line, wanted.label)
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)

    def _climb(self, ladder: Ladder, level: str) -> None:
        press(Qt.Key.Key_Home)
        for _ in range(len(QUESTIONNAIRE.by_key["language"].by_key["listening"].code_list())):
            if ladder.level() == level:
                return
            press(Qt.Key.Key_Up)

    def _date(self, field: DateField, answer: SaidDate) -> None:
        entry = entry_of(answer)
        choose(field.calendar_button, entry.calendar.value)
        choose(field.mode_button, entry.mode.value)
        for boxes, texts in ((field.boxes, entry.first), (field.last_boxes, entry.last)):
            for box, text in zip(boxes, (texts.day, texts.month, texts.year), strict=True):
                if text:
                    _enter(box, text)


def _without_languages(answer: Answer | None) -> object:
    """What an answer says, in whichever language a laptop notes it."""
    match answer:
        case Words(said=said, translation=translation):
            return said, translation
        case Concept(uri=uri):
            return uri
        case Concepts(chosen=chosen):
            return [concept.uri for concept in chosen]
        case _:
            return answer


def blocks_of(page: InterviewPage) -> Iterator[QuestionBlock]:
    """The questions on screen, from top to bottom."""
    return (block for block in page.sheet.blocks.values() if block.isVisible())


def choose(button: ChoiceButton, key: str) -> None:
    """Take one of the lines of a drop-down, by keys."""
    lines = [str(line.data()) for line in button.menu_actions]
    steps = lines.index(key) - lines.index(button.value())
    button.setFocus()
    press(Qt.Key.Key_Space)
    (menu,) = button.findChildren(QMenu)
    for _ in range(abs(steps)):
        QTest.keyClick(menu, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    if button.value() != key:
        raise AssertionError("the list did not take the wanted line")


def press_on_page(page: InterviewPage, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Press a key with the focus somewhere on the page."""
    if QApplication.focusWidget() is None:
        page.sheet.setFocus()
    press(key, modifiers)
    QApplication.processEvents()


def _enter(line: QLineEdit, text: str) -> None:
    """Put the caret into a line and type a text in place of what stands there."""
    line.setFocus()
    line.selectAll()
    commit(line, text)
