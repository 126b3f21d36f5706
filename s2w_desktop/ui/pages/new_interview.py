"""Before an interview: in which two languages it is held."""

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.labels import choices
from s2w_desktop.i18n.languages import is_same_language
from s2w_desktop.i18n.names import language_name
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card, PageHead
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.panel import row
from s2w_desktop.ui.kit.picker import Picked, Picker, PickerWords
from s2w_desktop.ui.kit.searching import Suggestion, search_in
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import SETTINGS_COLUMN, Role
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.places import FocusPlace
from s2w_desktop.ui.shortcuts import Act, Where, bind
from s2w_desktop.ui.wishes import CountAgain, GoBack, OpenInterview


@dataclass(frozen=True)
class PairPlace:
    """What was chosen so far."""

    person: str
    officer: str
    focus: object


class NewInterviewPage(AreaPage):
    """Asks for the person's language and the officer's, with the last pair to begin with."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk)
        self._workplace = workplace
        _, theme, settings = desk.translator.gettext, desk.theme, desk.book.settings
        suggestions = [Suggestion(code, words) for code, words in choices(desk.translator, "language")]
        words = PickerWords(_("Language of the person"), _("Type the first letters"), _("No language fits. Choose the nearest."))
        self._picker = Picker(theme, search_in(suggestions), words)
        officer = [Choice(one.code, Words(one.native_name, one.code)) for one in desk.catalogues.offered()]
        self._officer = OptionGroup(theme, officer, _("Language of the interviewer"))
        self._hint = Label(theme, "", Role.CAPTION, wrap=True)
        self._begin = Button(theme, _("Begin the interview"), ButtonKind.PRIMARY, icon="next", icon_last=True)
        self._cancel = Button(theme, _("Back"), ButtonKind.QUIET, icon="back")
        card = Card(theme, gap=10, margins=(24, 20, 24, 20))
        card.add(Label(theme, _("Language of the person"), Role.HEADING), self._picker, self._hint, 10)
        card.add(Label(theme, _("Language of the interviewer"), Role.HEADING), self._officer)
        card.setMaximumWidth(theme.px(SETTINGS_COLUMN))
        foot = row(theme, self._cancel, None, self._begin)
        foot.setMaximumWidth(theme.px(SETTINGS_COLUMN))
        self.add(PageHead(theme, _("New interview"), _("Questions are shown in both languages, side by side.")), card, foot, None)
        self._picker.edited.connect(self._tell)
        self._officer.edited.connect(self._tell)
        self._begin.clicked.connect(self._on_begin)
        self._cancel.clicked.connect(self._on_back)
        bind(self, Where.ASIDE, {Act.BACK: self._on_back})
        self._choose(settings.interview_person, settings.interview_officer or desk.translator.code)

    @property
    def picker(self) -> Picker:
        """Where the person's language is found."""
        return self._picker

    def first_focus(self) -> QWidget:
        return self._picker.line

    def place(self) -> object:
        return PairPlace(self._picker.picked().key or "", self._officer_code(), super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, PairPlace):
            self._choose(place.person, place.officer)
            super().restore(place.focus if isinstance(place.focus, FocusPlace) else None)

    def _choose(self, person: str, officer: str) -> None:
        if person:
            self._picker.set_picked(Picked(person, language_name(self.desk.translator, person)))
        known = [one.code for one in self.desk.catalogues.offered()]
        self._officer.set_value((officer if officer in known else known[0],))
        self._tell()

    def _tell(self) -> None:
        """Say what the interview will look like with this pair."""
        _, person = self.desk.translator.gettext, self._picker.picked().key
        self._begin.setEnabled(person is not None)
        if person is None:
            words = _("Choose a language from the list, so that the interview knows which words to show.")
        elif self.desk.catalogues.reading_language(person) is None:
            words = _(
                "The questions are not translated into this language yet. An interpreter reads them; answers keep their words."
            )
        elif is_same_language(person, self._officer_code()):
            words = _("Both speak the same language: the questions are shown once.")
        else:
            words = fill(_("The questions are shown in {language} too."), language=language_name(self.desk.translator, person))
        self._hint.set_words(words)

    def _officer_code(self) -> str:
        return (self._officer.value() or (self.desk.translator.code,))[0]

    def _on_back(self) -> None:
        self.asked.emit(GoBack())

    def _on_begin(self) -> None:
        person = self._picker.picked().key
        if person is None:
            self._picker.line.setFocus()
            return
        pair = Pair(officer=self._officer_code(), person=person)
        book = self.desk.book
        book.keep_if_possible(replace(book.settings, interview_officer=pair.officer, interview_person=pair.person))
        session = self._workplace.interviews.begin(pair)
        self.asked.emit(CountAgain())
        self.asked.emit(GoBack())  # the interview ends where it was begun: at the list
        self.asked.emit(OpenInterview(session))
