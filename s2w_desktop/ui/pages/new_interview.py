"""Before an interview: in which two languages it is held, how deep it goes, at which centre, and whether anything is kept."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.fields import Tier
from s2w_desktop.domain.typed_days import typed_day
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.labels import choice, choices
from s2w_desktop.i18n.languages import is_same_language
from s2w_desktop.i18n.names import language_name
from s2w_desktop.services.interviews import Beginning, Pair, centre_of
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card, PageHead
from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.page import Measure
from s2w_desktop.ui.kit.panel import Panel, ScrollPage, row
from s2w_desktop.ui.kit.picker import Picked, Picker, PickerWords
from s2w_desktop.ui.kit.searching import Suggestion, search_in
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import SETTINGS_COLUMN, Colour, Role
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.places import FocusPlace
from s2w_desktop.ui.settled import SettledGroup
from s2w_desktop.ui.shortcuts import Act, Where, bind
from s2w_desktop.ui.wishes import CountAgain, GoBack, OpenInterview

_TIERS = {tier.code: tier for tier in Tier}
_KEPT, _UNKEPT = "kept", "unkept"


@dataclass(frozen=True)
class PairPlace:
    """What was chosen so far."""

    person: str
    officer: str
    tier: str
    centre: str
    keeping: tuple[str, ...]
    day: str
    focus: object


class NewInterviewPage(AreaPage):
    """Asks for the person's language and the officer's, with the last pair to begin with."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk)
        self._workplace, self._clock = workplace, workplace.safekeeping.clock
        self._template = workplace.templates.in_force()
        _, theme, settings = desk.translator.gettext, desk.theme, desk.book.settings
        suggestions = self._suggestions()
        words = PickerWords(_("Language of the person"), _("Type the first letters"), _("No language fits. Choose the nearest."))
        self._picker = Picker(theme, search_in(suggestions), words)
        officer = [Choice(one.code, Words(one.native_name, one.code)) for one in desk.catalogues.offered()]
        self._officer = OptionGroup(theme, officer, _("Language of the interviewer"))
        self._hint = Label(theme, "", Role.CAPTION, wrap=True)
        self._keeping, self.day = self._keeping_group(), self._day_field()
        self._begin = Button(theme, _("Begin the interview"), ButtonKind.PRIMARY, icon="next", icon_last=True)
        self._cancel = Button(theme, _("Back"), ButtonKind.QUIET, icon="back")
        card = Card(theme, gap=10, margins=(24, 20, 24, 20))
        card.add(*self._day_lines(), Label(theme, _("Language of the person"), Role.HEADING), self._picker, self._hint, 10)
        card.add(Label(theme, _("Language of the interviewer"), Role.HEADING), self._officer)
        self._depth, self._centre = self._depth_group(), self._centre_group()
        if self._depth is not None:
            card.add(10, Label(theme, _("Depth of the interview"), Role.HEADING), self._depth)
        if self._centre is not None:
            card.add(10, Label(theme, _("Centre"), Role.HEADING), self._centre)
        card.add(10, Label(theme, _("What is kept"), Role.HEADING), self._keeping)
        card.add(*self._template_line())
        foot = row(theme, self._cancel, None, self._begin)
        foot.setMaximumWidth(theme.px(SETTINGS_COLUMN))
        self.add(PageHead(theme, _("New interview"), _("Questions are shown in both languages, side by side.")))
        sheet = Panel(theme, gap=12)
        sheet.add(Measure(theme, card, SETTINGS_COLUMN), None)  # which asks for the height at the width that the card gets
        self._spot = NoticeSpot(desk)
        self.add(self._spot)
        self.box.addWidget(ScrollPage(sheet), 1)
        self.add(foot)
        self._picker.edited.connect(self._tell)
        self._officer.edited.connect(self._tell)
        self._begin.clicked.connect(self._on_begin)
        self._cancel.clicked.connect(self._on_back)
        bind(self, Where.ASIDE, {Act.BACK: self._on_back})
        officer_language = settings.interview_officer or self._template_officer() or desk.translator.code
        self._choose(settings.interview_person, officer_language)
        self._choose_rest(settings.interview_tier or Tier.CORE.code, centre_of(workplace.station, self._template))

    @property
    def picker(self) -> Picker:
        """Where the person's language is found."""
        return self._picker

    @property
    def begin_button(self) -> Button:
        """Begins the interview."""
        return self._begin

    def first_focus(self) -> QWidget:
        return self._picker.line if self.day is None or self.day.text() else self.day

    def place(self) -> object:
        person, keeping = self._picker.picked().key or "", self._keeping.value()
        depth, centre, day = _one(self._depth), _one(self._centre), self.day.text() if self.day is not None else ""
        return PairPlace(person, self._officer_code(), depth, centre, keeping, day, super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, PairPlace):
            self._choose(place.person, place.officer)
            self._choose_rest(place.tier, place.centre)
            self._keeping.set_value(place.keeping)
            if self.day is not None and place.day:
                self.day.setText(place.day)
                self._tell()
            super().restore(place.focus if isinstance(place.focus, FocusPlace) else None)

    def _choose(self, person: str, officer: str) -> None:
        if person:
            self._picker.set_picked(Picked(person, language_name(self.desk.translator, person)))
        known = [one.code for one in self.desk.catalogues.offered()]
        self._officer.set_value((officer if officer in known else known[0],))
        self._tell()

    def _choose_rest(self, tier: str, centre: str) -> None:
        for group, key in ((self._depth, tier), (self._centre, centre)):
            if group is not None:
                group.set_value((key,))

    # --- parts ---

    def _suggestions(self) -> list[Suggestion]:
        """All languages by name, those of the centre's template first and in its order."""
        names = dict(choices(self.desk.translator, "language"))
        first = [code for code in (self._template.person_languages if self._template else ()) if code in names]
        return [Suggestion(code, names[code]) for code in dict.fromkeys((*first, *names))]

    def _template_officer(self) -> str:
        wanted = self._template.officer_language if self._template else ""
        return wanted if wanted in [one.code for one in self.desk.catalogues.offered()] else ""

    def _keeping_group(self) -> OptionGroup:
        """Whether the interview stays on the laptop; it does unless somebody says otherwise."""
        tr = self.desk.translator
        _ = tr.gettext
        keeping = [
            Choice(_KEPT, Words(_("On this laptop, encrypted"), tr.code)),
            Choice(_UNKEPT, Words(_("Nothing: print the paper, then all is gone"), tr.code)),
        ]
        group = OptionGroup(self.theme, keeping, _("What is kept"))
        group.set_value((_KEPT,))
        return group

    def _depth_group(self) -> SettledGroup | None:
        """How deep to go; None where the template decides."""
        if self._template is not None and self._template.tier is not None:
            return None
        _ = self.desk.translator.gettext
        depths = [Choice(code, Words(words)) for code, words in choices(self.desk.translator, "tier")]
        return SettledGroup(self.theme, depths, _("Depth of the interview"))

    def _centre_group(self) -> SettledGroup | None:
        """At which centre; None where there is nothing to choose."""
        if self._template is None or len(self._template.centres) < 2:
            return None
        _ = self.desk.translator.gettext
        station = self._workplace.station.centre
        names = dict.fromkeys((centre_of(self._workplace.station, self._template), *self._template.centres, station))
        centres = [Choice(name, Words(name)) for name in names if name in self._template.centres]
        return SettledGroup(self.theme, centres, _("Centre"))

    def _day_field(self) -> TextField | None:
        """Where the officer says which day it is, because the clock is wrong; None while it may be right."""
        if self._clock.fault() is None:
            return None
        _ = self.desk.translator.gettext
        told = self._clock.told_day()
        field = TextField(self.theme, _("Day, as 2026-11-03"), hint=_("Day, as 2026-11-03"))
        field.setText(told.isoformat() if told is not None else "")
        field.edited.connect(self._tell)
        return field

    def _day_lines(self) -> tuple[QWidget | int, ...]:
        if self.day is None:
            return ()
        _ = self.desk.translator.gettext
        return (Label(self.theme, _("Which day is it today?"), Role.HEADING), self.day, 10)

    def _typed_day(self) -> date | None:
        """The day that was typed, if it can be today."""
        found = typed_day(self.day.text()) if self.day is not None else None
        return found if found is not None and self._clock.may_be_today(found) else None

    def _template_line(self) -> tuple[QWidget | int, ...]:
        """What the template has decided, in a quiet line."""
        if self._template is None:
            return ()
        tr = self.desk.translator
        _ = tr.gettext
        words = fill(_("Template of the centre: {title}."), title=self._template.title)
        if self._template.tier is not None:
            depth = choice(tr, "tier", self._template.tier.code)
            words = fill(_("Template of the centre: {title}. Depth: {depth}."), title=self._template.title, depth=depth)
        return (10, Label(self.theme, words, Role.CAPTION, wrap=True))

    def _tell(self) -> None:
        """Say what the interview will look like with this pair."""
        _, person = self.desk.translator.gettext, self._picker.picked().key
        is_day_good = self.day is None or self._typed_day() is not None
        self._begin.setEnabled(person is not None and is_day_good)
        if self.day is not None:
            self.day.set_tone(None if is_day_good or not self.day.text() else Colour.BAD)
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
        day = self._typed_day()
        if day is not None:
            self._clock.tell_day(day)
        pair = Pair(officer=self._officer_code(), person=person)
        book = self.desk.book
        settings = replace(book.settings, interview_officer=pair.officer, interview_person=pair.person)
        book.keep_if_possible(replace(settings, interview_tier=_one(self._depth) or settings.interview_tier))
        interviews, choice = self._workplace.interviews, Beginning(_TIERS.get(_one(self._depth)), _one(self._centre))
        is_kept = self._keeping.value() != (_UNKEPT,)
        try:
            session = interviews.begin(pair, choice) if is_kept else interviews.begin_unkept(pair, choice)
        except S2wError as error:
            self._spot.show_failure(error)
            return
        self.asked.emit(CountAgain())
        self.asked.emit(GoBack())  # the interview ends where it was begun: at the list
        self.asked.emit(OpenInterview(session))


def _one(group: OptionGroup | None) -> str:
    """The key that a group holds; empty when it is not there."""
    return next(iter(group.value()), "") if group is not None else ""
