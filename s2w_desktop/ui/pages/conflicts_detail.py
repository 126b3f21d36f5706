"""The questions of one profile, one below the other, and what may be chosen for all of them at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.i18n.conflict_words import ConflictWords, laptop_name
from s2w_desktop.i18n.formats import number, when
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.conflicts import OpenConflict, ProfileConflicts
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Card, Hairline
from s2w_desktop.ui.kit.panel import Panel, ScrollPage, lay_out_now
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.pages.conflicts_question import ConflictQuestion

MOST_SHOWN = 12
"""Questions on the page at a time; the others follow when these are decided."""


class AllFrom(Button):
    """Chooses the answers of one laptop wherever it gave one."""

    asked = Signal(object)  # DeviceId

    def __init__(self, theme: Theme, words: str, device: DeviceId) -> None:
        super().__init__(theme, words)
        self._device = device
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.asked.emit(self._device)


class ConflictDetail(ScrollPage):
    """Nothing is written here: the page asks for the choices and has them kept."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._questions: tuple[ConflictQuestion, ...] = ()
        self._shown: Sequence[OpenConflict] = ()
        self._all: tuple[AllFrom, ...] = ()

    @property
    def questions(self) -> Sequence[ConflictQuestion]:
        """The questions shown."""
        return self._questions

    @property
    def all_buttons(self) -> Sequence[AllFrom]:
        """One for each laptop, where there are several questions."""
        return self._all

    def show_profile(self, seen: ProfileConflicts, chosen: Mapping[str, int]) -> None:
        """Show the questions of a profile with what was chosen before."""
        theme = self._desk.theme
        self._shown = shown = seen.open[:MOST_SHOWN]
        words = ConflictWords(self._desk.translator, QUESTIONNAIRE, seen.profile)
        self._questions = tuple(ConflictQuestion(self._desk, words, one) for one in shown)
        for question in self._questions:
            question.choose(chosen.get(question.path))
            question.edited.connect(self._on_edited)
            question.went_on.connect(self._on_went_on)
        card = Card(theme, *self._head(seen), Hairline(), *self._questions, gap=12, margins=(22, 16, 22, 18))
        card.add(*self._foot(len(seen.open) - len(shown)))
        page = Panel(theme, gap=0)
        page.add(card, None)
        before = self.takeWidget()
        self.set_page(page)
        if before is not None:
            before.deleteLater()

    def choices(self) -> dict[str, int]:
        """The sides chosen, by path."""
        found = {question.path: question.value() for question in self._questions}
        return {path: side for path, side in found.items() if side is not None}

    def take_focus(self) -> None:
        """Put the focus on the first question without a choice, or on the first."""
        left = [question for question in self._questions if question.value() is None]
        for question in (left or list(self._questions))[:1]:
            self._go_to(question)

    def _head(self, seen: ProfileConflicts) -> list[QWidget]:
        tr, theme = self._desk.translator, self._desk.theme
        _ = tr.gettext
        since = min(one.voices[1].at for one in seen.open)
        now = self._desk.sources.now().astimezone()
        quiet = fill(_("Different answers since {when}. Press 1 or 2 to choose, 0 to decide later."), when=when(tr, since, now))
        return [
            Label(theme, Ltr(seen.profile.text("record.case_number")), Role.HEADING),
            Label(theme, quiet, Role.MUTED, wrap=True),
        ]

    def _foot(self, more: int) -> list[QWidget]:
        tr, theme = self._desk.translator, self._desk.theme
        _ = tr.gettext
        laptops = {voice.device: laptop_name(tr, voice) for one in self._shown for voice in one.voices}
        parts: list[QWidget] = []
        self._all = ()
        if len(self._shown) > 1 and len(laptops) > 1:
            words = _("All from {laptop}")
            self._all = tuple(AllFrom(theme, fill(words, laptop=name), device) for device, name in laptops.items())
            for button in self._all:
                button.asked.connect(self._on_all_asked)
            parts.append(FlowRow(theme, *self._all))
        if more:
            words = tr.ngettext("{n} more question follows.", "{n} more questions follow.", more)
            parts.append(Label(theme, fill(words, n=number(tr, more)), Role.MUTED, wrap=True))
        return parts

    def _on_all_asked(self, device: DeviceId) -> None:
        for question, one in zip(self._questions, self._shown, strict=True):
            theirs = [place for place, voice in enumerate(one.voices) if voice.device == device]
            if theirs:
                question.choose(theirs[-1])
        self.edited.emit()

    def _on_edited(self, _path: str) -> None:
        self.edited.emit()

    def _on_went_on(self, path: str) -> None:
        """On to the next question that has no choice yet; behind the last one nothing moves."""
        place = next(at for at, question in enumerate(self._questions) if question.path == path)
        for question in self._questions[place + 1 :]:
            if question.value() is None:
                self._go_to(question)
                return

    def _go_to(self, question: ConflictQuestion) -> None:
        lay_out_now()
        question.take_focus()
        air = self._desk.theme.gap(12)
        self.ensureWidgetVisible(question, 0, air)
        page = self.widget()
        if page is not None and question.height() > self.viewport().height():  # its beginning matters more than its end
            self.verticalScrollBar().setValue(question.mapTo(page, QPoint()).y() - air)
