"""A question: its words in two languages, its input, a reason in place of an answer, and remarks below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.answers import Answer, NoAnswer
from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.fields import FieldKind
from s2w_desktop.domain.history import Claim
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.rules.issues import Issue, Severity
from s2w_desktop.i18n.answer_texts import answer_text
from s2w_desktop.i18n.issue_texts import issue_text
from s2w_desktop.ui.forms.conflict import ConflictChoice
from s2w_desktop.ui.forms.date_input import DateInput
from s2w_desktop.ui.forms.input import Asked, Input
from s2w_desktop.ui.forms.making import make_input
from s2w_desktop.ui.forms.remark import QuestionRemark
from s2w_desktop.ui.forms.replay import QuestionReplay
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.panel import Panel, column, row
from s2w_desktop.ui.kit.text import BilingualLabel, Label, Mark, one_line_width, turn_visible
from s2w_desktop.ui.kit.tokens import Colour, Role

REMARK_TONES = {
    Severity.CANNOT_BE_RIGHT: ("stop", Colour.BAD),
    Severity.PLEASE_CHECK: ("alert", Colour.WARN),
    Severity.PROMPT: ("info", Colour.ACCENT),
}
"""The drawing and the colour of a remark, wherever it is shown."""
_REPLAY_WIDTH = 40  # beside ladders, which stand below each other whether they were recorded or not


class QuestionBlock(Panel):
    """One question on a card or inside an entry. It reports; it never writes back into what a person is typing."""

    edited = Signal(str, object)  # path, Answer | None
    left = Signal(str)

    def __init__(self, asked: Asked, path: str, parent: QWidget | None = None) -> None:
        super().__init__(asked.theme, gap=7, parent=parent)
        self.path = path
        self._asked = asked
        self._answer: Answer | None = None
        self._input = make_input(asked)
        self.replay = self._make_replay()
        self._reason: ReasonLine | None = None
        self._remarks: Panel | None = None
        self._conflict: ConflictChoice | None = None
        self.remark = QuestionRemark(self, asked, path)
        self.remark.folded.connect(self.take_focus)
        self._add_body()
        self._input.edited.connect(self._on_edited)
        self._input.left.connect(self._on_left)

    # --- what the page tells ---

    def show_answer(self, answer: Answer | None) -> None:
        """Show an answer or a reason by program."""
        self._answer = answer
        self._input.show_answer(answer)
        turn_visible(self._input.widget, visible=not isinstance(answer, NoAnswer))
        if isinstance(answer, NoAnswer):
            self._reason_line().show_reason(answer)
        if self._reason is not None:
            self._reason.setVisible(isinstance(answer, NoAnswer))

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """Show remarks below the input; none takes no room."""
        if not issues and self._remarks is None:
            return
        self.remarks.clear()
        for issue in issues:
            text = issue_text(self._asked.voices.own, issue)
            icon, colour = REMARK_TONES[issue.severity]
            words = Label(self.theme, f"{text.sentence} {text.suggestion}".strip(), tone=colour, wrap=True)
            line = row(self.theme, Mark(self.theme, icon, colour, size=18), gap=8)
            line.box.addWidget(words, 1)
            self.remarks.add(line)
        turn_visible(self.remarks, visible=bool(issues))

    def show_conflict(self, claims: Sequence[Claim]) -> None:
        """Show values of colleagues that stand against each other, to choose from; none takes the choice away."""
        if self._conflict is not None:
            self.box.removeWidget(self._conflict)
            self._conflict.hide()
            self._conflict.setParent(None)
            self._conflict.deleteLater()
            self._conflict = None
        if claims:
            self._conflict = ConflictChoice(self._asked, self.path, claims)
            self._conflict.chosen.connect(self._on_claim_chosen)
            self.box.insertWidget(0, self._conflict)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.remark.place()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.remark.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.remark.place()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.remark.place()

    def give_reason(self, reason: NoAnswer) -> None:
        """A person says why there is no answer; the same reason again takes it back."""
        self._set(None if self._answer is reason else reason)
        self.take_focus()

    def offer(self, help_to_answer: QWidget) -> None:
        """Put something below the input that helps to answer."""
        self.box.insertWidget(self.box.indexOf(self.remarks), help_to_answer, 0, Qt.AlignmentFlag.AlignLeading)

    def suggest_calendar(self, calendar: CalendarKey) -> None:
        """Let a blank date follow the calendar of another one; nothing for other questions."""
        if self._answer is None and isinstance(self._input, DateInput):
            self._input.suggest_calendar(calendar)

    def take_focus(self) -> None:
        """Put the caret here."""
        if isinstance(self._answer, NoAnswer):
            self._reason_line().change.setFocus()
        else:
            self._input.take_focus()

    @property
    def name(self) -> str:
        """The question in the officer's language."""
        return self._asked.name

    @property
    def remarks(self) -> Panel:
        """What stands below the input; hidden where nothing is remarked on. Most questions never need it."""
        if self._remarks is None:
            self._remarks = column(self.theme, gap=4, parent=self)
            self._remarks.hide()
            self._put_below(self._remarks, self._reason or self._foot)
        return self._remarks

    @property
    def input(self) -> Input:
        """The input on the card."""
        return self._input

    @property
    def answer(self) -> Answer | None:
        """What the question shows."""
        return self._answer

    def spoken_answer(self) -> str:
        """The answer in the officer's language, for folded rows."""
        return answer_text(self._asked.voices.own, self._asked.section, self._asked.spec, self._answer)

    # --- what the person does ---

    def _on_edited(self, answer: Answer | None) -> None:
        self._answer = answer
        self.edited.emit(self.path, answer)

    def _on_left(self) -> None:
        self.left.emit(self.path)

    def _on_change_clicked(self) -> None:
        self._set(None)
        self._input.take_focus()

    def _on_claim_chosen(self, answer: Answer | None) -> None:
        self._set(answer)

    def _set(self, answer: Answer | None) -> None:
        self.show_answer(answer)
        self.edited.emit(self.path, answer)
        self.left.emit(self.path)

    # --- parts ---

    def _add_body(self) -> None:
        """The question and its input."""
        asked, theme = self._asked, self.theme
        if asked.spec.kind is FieldKind.LEVEL:
            self._foot: QWidget = self._make_level_row()
            self.add(self._foot)
            return
        words: QWidget = BilingualLabel(theme, *asked.voices.question(asked.section, asked.spec.key))
        if self.replay is not None:
            line = row(theme, gap=10)
            line.box.addWidget(words, 1)
            line.box.addWidget(self.replay.button, 0, Qt.AlignmentFlag.AlignTop)
            words = line
        self._foot = self._input.widget
        self.add(words, self._foot)

    def _make_replay(self) -> QuestionReplay | None:
        """What replays the question, where it was recorded."""
        voices, spec = self._asked.voices, self._asked.spec
        prompt = voices.recorded(self._asked.section, spec.key)
        if voices.replay is None or prompt is None:
            return None
        made = QuestionReplay(self, self._asked, voices.replay, prompt)
        made.button.pressed.connect(self.take_focus)  # what is heard is the active question
        return made

    def _make_level_row(self) -> QWidget:
        """Name, ladder, name: the ladders of a section stand exactly below each other."""
        asked, theme = self._asked, self.theme
        ladders = [spec.key for spec in QUESTIONNAIRE.by_key[asked.section].fields if spec.kind is FieldKind.LEVEL]
        named = {key: asked.voices.short_label(asked.section, key) for key in ladders}
        line = row(theme, gap=10, parent=self)
        for side in (0, 1):
            shown = {key: words for key, pair in named.items() if (words := pair[side]) is not None}
            if side:
                line.box.addWidget(self._input.widget, 1)
            if shown:
                name = Label(theme, shown[asked.spec.key])
                name.setFixedWidth(max(one_line_width(theme, words) for words in shown.values()) + theme.px(4))
                line.box.addWidget(name)
        if any(asked.voices.recorded(asked.section, key) for key in ladders):
            place = row(theme, *([self.replay.button] if self.replay is not None else []))
            place.setFixedWidth(theme.px(_REPLAY_WIDTH))
            line.box.addWidget(place)
        return line

    def _reason_line(self) -> "ReasonLine":
        """The line that says why there is no answer; most questions never need one."""
        if self._reason is None:
            self._reason = ReasonLine(self._asked)
            self._reason.change.clicked.connect(self._on_change_clicked)
            self._put_below(self._reason, self._foot)
        return self._reason

    def _put_below(self, part: QWidget, above: QWidget) -> None:
        self.box.insertWidget(self.box.indexOf(above) + 1, part)


class ReasonLine(Panel):
    """Why there is no answer, and the button that takes that back."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked.theme, vertical=False, gap=8)
        self._voices = asked.voices
        self._words = BilingualLabel(asked.theme, *asked.voices.reason(NoAnswer.REFUSED), Role.STRONG)
        words = asked.voices.own.gettext("Change")
        self.change = Button(asked.theme, words, ButtonKind.LINK)
        self.change.setAccessibleName(f"{asked.name}: {words}")
        self.add(Mark(asked.theme, "done", Colour.OK, size=18))
        self.box.addWidget(self._words, 1)
        self.add(self.change)

    def show_reason(self, reason: NoAnswer) -> None:
        """Say another reason."""
        self._words.set_words(*self._voices.reason(reason))


def block_of(widget: QWidget | None) -> QuestionBlock | None:
    """The question in which a widget stands, if it stands in one."""
    while widget is not None and not isinstance(widget, QuestionBlock):
        widget = widget.parentWidget()
    return widget
