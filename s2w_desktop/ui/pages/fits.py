"""What fits: occupations within reach of a person and vacancies, each with what matches and what is missing. Never a score."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.fit_words import FitText, fit_text, right_to_work_note
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.fit_lines import occupation_lines, occupation_name, vacancy_facts, vacancy_lines
from s2w_desktop.services.fits import Found
from s2w_desktop.services.fitting import Filters, Fit
from s2w_desktop.services.vacancies import VacancyFit
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.bundle_files import vacancies_filter
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.folders import ask_file
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card, EmptyState, PageHead
from s2w_desktop.ui.kit.panel import Panel, ScrollPage, column
from s2w_desktop.ui.kit.text import BilingualLabel, Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.shortcuts import Act, Where, bind
from s2w_desktop.ui.wishes import GoTo

ALL: Final = "all"
_MAIN_GROUPS: Final = tuple("123456789")
AT_ONCE: Final = 12
"""How many occupations, and how many vacancies, stand there before somebody asks for more."""


class FitsPage(AreaPage):
    """What fits one person. The person's language stands beside the officer's in the names of occupations."""

    def __init__(self, desk: Desk, workplace: Workplace, profile: ProfileId | None, filters: Filters) -> None:
        super().__init__(desk)
        if profile is None:
            raise ValueError("what fits is about a profile")
        self._workplace, self._profile = workplace, profile
        self._found: Found | None = None
        read = workplace.interviews.read(profile)
        person = desk.catalogues.reading_language(read.text("record.person_language"))
        self._other = desk.catalogues.translator(person) if person and person != desk.translator.code else None
        _, theme = desk.translator.gettext, desk.theme
        self._back = Button(theme, _("Back"), ButtonKind.QUIET, icon="back")
        self._take = Button(theme, _("Take in vacancies…"), icon="inbox")
        self._sheet = Button(theme, _("Sheet for the person"), ButtonKind.PRIMARY, icon="print")
        quiet = Ltr(read.text("record.case_number"))
        self._make_filters(filters)
        self._spot = NoticeSpot(desk)
        self._content = Panel(theme, gap=12, margins=(0, 4, 0, 16))
        self._scroll = ScrollPage(self._content)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that keys scroll
        self._scroll.setAccessibleName(fit_text(desk.translator, FitText.TITLE_FOR_OFFICER))
        title = fit_text(desk.translator, FitText.TITLE_FOR_OFFICER)
        self.add(PageHead(theme, title, quiet, (self._take, self._sheet)))
        self.add(FlowRow(theme, self._back, self._groups, self._language, self._regulated), self._spot)
        self.box.addWidget(self._scroll, 1)
        self._connect()
        self.look_up()

    @property
    def found(self) -> Found | None:
        """What is shown, when it was compared; None before, and where no pack is installed."""
        return self._found

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    def first_focus(self) -> QWidget:
        return self._groups

    def filters(self) -> Filters:
        """What is chosen."""
        group = self._groups.value()
        return Filters(
            groups=() if group == ALL else (group,),
            only_with_enough_language=self._language.value() != ALL,
            without_regulated=self._regulated.value() != ALL,
        )

    def look_up(self) -> None:
        """Compare anew."""
        self._sheet.setEnabled(False)
        compare = partial(self._workplace.fits.of, self._profile, self.filters())
        self.desk.tasks.run(lambda _report: compare(), owner=self, done=self._on_found, failed=self._spot.show_failure)

    def take_vacancies(self, path: Path) -> None:
        """Take in a list in place of the one before."""
        try:
            self._workplace.vacancies.take_file(path)
        except S2wError as error:
            self._spot.show_failure(error)
        else:
            self._spot.clear()
            self.look_up()

    # --- parts ---

    def _make_filters(self, filters: Filters) -> None:
        tr, theme = self.desk.translator, self.theme
        _ = tr.gettext
        groups = [(ALL, tr.pgettext("filter", "all")), *((code, labels.choice(tr, "isco", code)) for code in _MAIN_GROUPS)]
        self._groups = ChoiceButton(theme, groups, lambda words: fill(_("Kind of work: {kind}"), kind=words), icon="filter")
        language = [(ALL, _("any language level")), ("enough", _("language level is enough"))]
        self._language = ChoiceButton(theme, language, lambda words: words)
        regulated = [(ALL, _("regulated work too")), ("without", _("without regulated work"))]
        self._regulated = ChoiceButton(theme, regulated, lambda words: words)
        self._groups.set_value(filters.groups[0] if filters.groups else ALL)
        self._language.set_value("enough" if filters.only_with_enough_language else ALL)
        self._regulated.set_value("without" if filters.without_regulated else ALL)

    def _connect(self) -> None:
        for button in (self._groups, self._language, self._regulated):
            button.chosen.connect(self.look_up)
        self._back.clicked.connect(self._on_back)
        self._take.clicked.connect(self._on_take)
        self._sheet.clicked.connect(self._on_sheet)
        bind(self, Where.ASIDE, {Act.BACK: self._on_back})

    def _on_found(self, found: Found | None) -> None:
        self._found = found
        self._content.clear()
        tr = self.desk.translator
        _ = tr.gettext
        if found is None:
            self._content.add(EmptyState(self.theme, "book", _("No list of occupations is installed. Headquarters sends it.")))
            return
        if not found.has_skills:
            self._content.add(EmptyState(self.theme, "people", _("No skill was picked yet. Pick skills in the interview first.")))
            return
        self._sheet.setEnabled(bool(found.occupations or found.vacancies))
        right = right_to_work_note(tr, found.right_to_work)
        notes = [fit_text(tr, FitText.ORDER), fit_text(tr, FitText.LEVELS), *([right] if right else [])]
        self._content.add(Label(self.theme, " ".join(notes), Role.MUTED, wrap=True))
        self._add_part(FitText.OCCUPATIONS, [partial(self._occupation, found, fit) for fit in found.occupations])
        if found.has_vacancies:
            self._add_part(FitText.VACANCIES, [partial(self._vacancy, found, fit) for fit in found.vacancies])
        self._content.add(Label(self.theme, fit_text(tr, FitText.ESCO), Role.CAPTION, wrap=True), None)

    def _add_part(self, title: FitText, makers: Sequence[Callable[[], Card]]) -> None:
        _ = self.desk.translator.gettext
        self._content.add(Label(self.theme, fit_text(self.desk.translator, title), Role.HEADING))
        if not makers:
            self._content.add(Label(self.theme, _("Nothing fits with these filters."), Role.MUTED, wrap=True))
            return
        self._content.add(_Growing(self, makers, _("Show more")))

    def _occupation(self, found: Found, fit: Fit) -> Card:
        tr = self.desk.translator
        own = Words(occupation_name(tr, found.data, fit), tr.code)
        other = Words(occupation_name(self._other, found.data, fit), self._other.code) if self._other else None
        title = BilingualLabel(self.theme, own, other, Role.STRONG)
        return self._card(own.text, title, (), occupation_lines(tr, found.data, fit))

    def _vacancy(self, found: Found, fit: VacancyFit) -> Card:
        tr = self.desk.translator
        title = Label(self.theme, fit.vacancy.title, Role.STRONG, wrap=True)
        return self._card(fit.vacancy.title, title, vacancy_facts(tr, fit), vacancy_lines(tr, found.data, fit))

    def _card(self, name: str, title: QWidget, facts: Sequence[str], lines: Iterable[str]) -> Card:
        theme = self.theme
        card = Card(theme, title, gap=6)
        card.set_name(name)
        if facts:
            card.add(Label(theme, " · ".join(facts), Role.MUTED, wrap=True))
        card.add(*(Label(theme, line, wrap=True) for line in lines))
        return card

    # --- what a person does ---

    def _on_back(self) -> None:
        self.asked.emit(GoTo(Route(Area.PREVIEW, self._profile)))

    def _on_sheet(self) -> None:
        self.asked.emit(GoTo(Route(Area.FIT_SHEET, self._profile, filters=self.filters())))

    def _on_take(self) -> None:
        tr, settings = self.desk.translator, self.desk.book.settings
        path = ask_file(self, tr.gettext("Take in vacancies…"), settings.last_folder, vacancies_filter(tr))
        if path is not None:
            self.desk.book.keep_if_possible(replace(settings, last_folder=str(path.parent)))
            self.take_vacancies(path)


class _Growing(Panel):
    """Cards, some at once, and a button for more."""

    def __init__(self, page: FitsPage, makers: Sequence[Callable[[], Card]], more: str) -> None:
        super().__init__(page.theme, gap=10)
        self._waiting = list(makers)
        self._cards = column(page.theme, gap=10)
        self._more = Button(page.theme, more, icon="down")
        self._more.clicked.connect(self._grow)
        self._foot = FlowRow(page.theme, self._more)
        self.add(self._cards, self._foot)
        self._grow()

    def _grow(self) -> None:
        now, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        self._cards.add(*(make() for make in now))
        self._foot.setVisible(bool(self._waiting))  # a row without parts has no size
