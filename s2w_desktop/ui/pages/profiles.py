"""The list of profiles: search as you type, filters in words, names hidden until asked for."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.exchange_errors import LaptopRevoked
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.formats import joined, number
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.practice import add_sample_people
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card, EmptyState, PageHead
from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.panel import ScrollPage, column, row
from s2w_desktop.ui.kit.rowtable import Row, RowTable
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.tokens import ICON_SMALL, Colour
from s2w_desktop.ui.kit.tokens import Role as TypeRole
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.pages.profile_erasing import ProfileErasing
from s2w_desktop.ui.pages.profile_filters import ProfileFilters
from s2w_desktop.ui.pages.profile_from_file import ProfileFromFile
from s2w_desktop.ui.pages.profile_rows import RowWriter
from s2w_desktop.ui.places import FocusPlace
from s2w_desktop.ui.put_aside import PutAsideLine
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.shortcuts import Act, Where, bind
from s2w_desktop.ui.wishes import CountAgain, GoTo, OpenInterview

SAMPLE_PEOPLE = 10
_SEEDS = 10**9
_SEARCH_WIDTH = 300
_LEAST_TABLE = 100


@dataclass(frozen=True)
class ListPlace:
    """What a person looked for, and the row they were on."""

    search: str
    filters: tuple[str, ...]
    names_shown: bool
    row: int
    focus: object


class ProfilesPage(AreaPage):
    """The profiles of the store. Rows are fetched as they come into view, so that ten thousand are as quick as ten."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk)
        self._workplace = workplace
        self._names_shown = desk.book.settings.are_names_shown
        self._is_field = workplace.station.role is Role.FIELD
        self._begins = self._is_field and workplace.permits.may_record
        _, theme = desk.translator.gettext, desk.theme
        self._new = Button(theme, _("New interview"), ButtonKind.PRIMARY, icon="plus")
        self._hand_over = Button(theme, _("Hand over…"), icon="export")
        self._from_file = Button(theme, _("Begin from a file…"), ButtonKind.QUIET, icon="inbox")
        self._erase = Button(theme, _("Erase…"), ButtonKind.QUIET, icon="stop")
        self._give = Button(theme, _("Give to another centre…"), icon="export")
        gives = (self._give,) if workplace.transfer.may_give else ()
        self._head = PageHead(theme, _("Profiles"), " ", (self._hand_over, self._new) if self._begins else gives)
        self._search = TextField(theme, _("Search by code, name or remark"), hint=_("Search by code, name or remark"))
        self._search.set_icon("search")
        self._filters = ProfileFilters(desk)
        self._names = Button(theme, "", ButtonKind.QUIET, icon="eye_off")
        self._tell_names()
        self._spot = NoticeSpot(desk)
        self._file = ProfileFromFile(desk, workplace, self, self._spot)
        self._erasing = ProfileErasing(desk, workplace, self, self._spot)
        self._table = RowTable(theme, _("Profiles"), self._writer().columns(), many=bool(gives))
        self._aside = PutAsideLine(desk)
        self._card = Card(theme, self._table, gap=0, margins=(1, 1, 1, 1))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._card)
        self._empty: QWidget | None = None
        self._more: Button | None = None
        body = column(theme, self._spot, self._aside, gap=12)
        body.box.addWidget(self._stack, 1)
        self._scroll = ScrollPage(body)  # with large text there is no room for a question and for rows
        self.add(self._head, self._bar())
        self.box.addWidget(self._scroll, 1)
        self.add(self._foot())
        self._connect()
        self.look_up()
        if self._is_field and workplace.orders.is_revoked:
            self._spot.show_failure(LaptopRevoked())

    @property
    def table(self) -> RowTable:
        """The rows."""
        return self._table

    @property
    def file(self) -> ProfileFromFile:
        """How an interview begins from a file."""
        return self._file

    @property
    def erase_button(self) -> Button:
        """Erases the chosen profile, after a question."""
        return self._erase

    @property
    def give_button(self) -> Button:
        """Leads to where the chosen profiles are given to another centre."""
        return self._give

    @property
    def aside(self) -> PutAsideLine:
        """Tells why the chosen profile needs somebody."""
        return self._aside

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    @property
    def search(self) -> TextField:
        """The line to search in."""
        return self._search

    def first_focus(self) -> QWidget:
        return self._search

    def place(self) -> object:
        index = self._table.currentIndex()
        return ListPlace(
            search=self._search.text(),
            filters=self._filters.keys(),
            names_shown=self._names_shown,
            row=index.row() if index.isValid() else -1,
            focus=super().place(),
        )

    def restore(self, place: object) -> None:
        if not isinstance(place, ListPlace):
            return
        self._search.set_text(place.search)
        self._filters.set_keys(place.filters)
        self._show_names(shown=place.names_shown)
        if place.row >= 0:
            self._table.select(place.row)
            self._follow_choice()
        super().restore(place.focus if isinstance(place.focus, FocusPlace) else None)

    @property
    def can_practise(self) -> bool:
        """Whether invented people may be added: on a laptop for exercises only."""
        return self._begins and self._workplace.station.training

    def add_sample_people(self) -> None:
        """Add some more invented people; which ones is left to chance."""
        self._spot.clear()
        seed = self._workplace.sources.randbelow(_SEEDS)
        self.desk.tasks.run(
            lambda _report: sum(add_sample_people(self._workplace, self.desk.resources, SAMPLE_PEOPLE, seed)),
            owner=self,
            done=self._on_people_added,
            failed=self._spot.show_failure,
        )

    def _on_people_added(self, _added: int) -> None:
        self.look_up()
        self.asked.emit(CountAgain())

    def look_up(self) -> None:
        """Show what fits the search and the filters now."""
        query, writer = self._query(), self._writer()
        profiles, transfer, rejections = self._workplace.interviews, self._workplace.transfer, self._workplace.store.rejections

        def fetch(first: int, count: int) -> list[Row]:
            rows = profiles.rows(query, first, count)
            shown = [one.id for one in rows]
            return writer.rows(rows, transfer.given(shown), rejections.of(shown) if self._is_field else {})

        found = self._workplace.store.profiles.count(query)
        self._table.set_rows(found, fetch)
        everyone = found if query == ListQuery(order=query.order) else self._workplace.store.profiles.count(ListQuery())
        self._head.set_quiet(self._quiet(found, everyone))
        self._show_emptiness(found, everyone)
        self._follow_choice()

    # --- parts ---

    def _bar(self) -> QWidget:
        self._fit()
        self.desk.theme.changed.connect(self._fit)
        begin = (self._from_file,) if self._begins else ()
        parts = (self._search, *self._filters.buttons, *begin, self._names)
        return FlowRow(self.desk.theme, *parts, last_trails=True)

    def _fit(self) -> None:
        self._search.setFixedWidth(self.desk.theme.px(_SEARCH_WIDTH))
        self._stack.setMinimumHeight(self.desk.theme.px(_LEAST_TABLE))

    def _foot(self) -> QWidget:
        tr, theme = self.desk.translator, self.desk.theme
        minutes = self.desk.book.settings.lock_after_minutes
        words = tr.ngettext(
            "Everything is encrypted on this laptop. Locks after {n} minute.",
            "Everything is encrypted on this laptop. Locks after {n} minutes.",
            minutes,
        )
        lock = Mark(theme, "lock", Colour.MUTED, size=ICON_SMALL, ground=Colour.CANVAS)
        line = row(theme)
        if self.can_practise:  # invented people need no such word, and it takes much room
            line.box.addStretch(1)
        else:
            line.add(lock)
            line.box.addWidget(Label(theme, fill(words, n=minutes), TypeRole.CAPTION, wrap=True), 1)
        if self._workplace.permits.may_erase:
            line.add(self._erase)
        if self.can_practise:
            self._more = self._sample_button()
            line.add(self._more)
        return line

    def _sample_button(self) -> Button:
        tr = self.desk.translator
        words = tr.ngettext("Add {n} invented person", "Add {n} invented people", SAMPLE_PEOPLE)
        button = Button(self.theme, fill(words, n=number(tr, SAMPLE_PEOPLE)), icon="people")
        button.clicked.connect(self.add_sample_people)
        return button

    def _connect(self) -> None:
        self._search.edited.connect(self.look_up)
        self._filters.on_chosen(self.look_up)
        self._names.clicked.connect(self._on_names_asked)
        self._new.clicked.connect(self._on_new)
        self._from_file.clicked.connect(self._file.ask)
        self._file.begun.connect(self._on_begun)
        self._hand_over.clicked.connect(self._on_hand_over)
        self._table.activated_row.connect(self._on_opened)
        self._table.selected.connect(self._follow_choice)
        self._table.chosen_changed.connect(self._follow_choice)
        self._give.clicked.connect(self._on_give)
        self._erase.clicked.connect(self._on_erase)
        self._erasing.done.connect(self._on_erased)
        self._search.returnPressed.connect(self._on_search_entered)
        bind(self, Where.PROFILES, {Act.SEARCH: self._on_search_asked, Act.NEW_INTERVIEW: self._on_new})

    # --- what is looked for ---

    def _query(self) -> ListQuery:
        return self._filters.query(self._search.text())

    def _writer(self) -> RowWriter:
        return RowWriter(self.desk, self._workplace.station.role, names_shown=self._names_shown)

    def _quiet(self, found: int, everyone: int) -> str:
        tr = self.desk.translator
        _ = tr.gettext
        if found != everyone:
            return fill(_("{found} of {all} fit"), found=number(tr, found), all=number(tr, everyone))
        if not self._is_field:
            return fill(tr.ngettext("{n} profile", "{n} profiles", everyone), n=number(tr, everyone))
        here = fill(tr.ngettext("{n} on this laptop", "{n} on this laptop", everyone), n=number(tr, everyone))
        waiting = self._workplace.store.profiles.count(ListQuery(states=frozenset({Handover.HERE})))
        ready = fill(tr.ngettext("{n} to hand over", "{n} to hand over", waiting), n=number(tr, waiting))
        return joined(tr, (here, ready))

    def _show_emptiness(self, found: int, everyone: int) -> None:
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        if self._more is not None:
            self._more.setVisible(everyone > 0)  # an empty list has the button in its middle
        if found == 0:
            self._empty = ScrollPage(self._nothing_fits() if everyone else self._no_profile())
            self._stack.addWidget(self._empty)
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentWidget(self._card)

    def _no_profile(self) -> EmptyState:
        _, theme = self.desk.translator.gettext, self.desk.theme
        if not self._begins:
            return EmptyState(theme, "people", _("No profile yet. They arrive through the inbox."))
        if self.can_practise:
            return EmptyState(theme, "people", _("Nobody is here yet. Practise with invented people."), self._sample_button())
        begin = Button(theme, _("New interview"), icon="plus")
        begin.clicked.connect(self._on_new)
        return EmptyState(theme, "people", _("No profile yet. The first interview takes about 30 minutes."), begin)

    def _nothing_fits(self) -> EmptyState:
        _, theme = self.desk.translator.gettext, self.desk.theme
        clear = Button(theme, _("Clear search and filters"))
        clear.clicked.connect(self._on_clear)
        typed = self._search.text().strip()
        sentence = (
            fill(_("Nothing fits “{typed}” with these filters."), typed=typed) if typed else _("Nothing fits these filters.")
        )
        return EmptyState(theme, "search", sentence, clear)

    # --- what a person does ---

    def _show_names(self, *, shown: bool) -> None:
        self._names_shown = shown
        self._tell_names()
        self.look_up()

    def _tell_names(self) -> None:
        _ = self.desk.translator.gettext
        self._names.set_words(_("Names shown") if self._names_shown else _("Names hidden"))
        self._names.set_icon("eye" if self._names_shown else "eye_off")

    def _on_names_asked(self) -> None:
        self._show_names(shown=not self._names_shown)

    def _on_hand_over(self) -> None:
        self.asked.emit(GoTo(Route(Area.HAND_OVER)))

    def _on_new(self) -> None:
        if not self._begins:  # headquarters takes in what others recorded
            return
        self.asked.emit(GoTo(Route(Area.NEW_INTERVIEW)))

    def _on_begun(self, session: EditingSession) -> None:
        self.asked.emit(CountAgain())
        self.asked.emit(OpenInterview(session))

    def _on_search_asked(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _on_search_entered(self) -> None:
        """Enter in the search goes to the rows; the only row is opened."""
        rows = self._table.model().rowCount()
        if rows == 0:
            return
        self._table.select(0)
        self._table.setFocus(Qt.FocusReason.TabFocusReason)
        key = self._table.current_key()
        if rows == 1 and key:
            self._on_opened(key)

    def _follow_choice(self) -> None:
        self._erase.setEnabled(self._table.chosen_count() == 1)
        key = self._table.current_key() if self._is_field else None
        chosen = [ProfileId(UUID(key))] if key else []
        self._aside.show_rejections(one for found in self._workplace.store.rejections.of(chosen).values() for one in found)

    def _on_erase(self) -> None:
        for key in self._table.chosen_keys()[:1]:
            self._erasing.ask(ProfileId(UUID(key)))
            QTimer.singleShot(0, self, self._show_question)  # when the page is laid out with it

    def _show_question(self) -> None:
        if self._spot.notice is not None:
            self._scroll.ensureWidgetVisible(self._spot.notice)

    def _on_give(self) -> None:
        chosen = tuple(ProfileId(UUID(key)) for key in self._table.chosen_keys())
        self.asked.emit(GoTo(Route(Area.GIVING, profiles=chosen)))

    def _on_erased(self) -> None:
        self.look_up()
        self.asked.emit(CountAgain())
        self._table.setFocus()

    def _on_clear(self) -> None:
        self._search.set_text("")
        self._filters.clear()
        self.look_up()
        self._search.setFocus()

    def _on_opened(self, key: str) -> None:
        profile = ProfileId(UUID(key))
        if not self._workplace.permits.may_record:
            self.asked.emit(GoTo(Route(Area.PREVIEW, profile)))
            return
        try:
            session = self._workplace.interviews.open(profile)
        except S2wError as error:
            self._spot.show_failure(error)
        else:
            self.asked.emit(OpenInterview(session))
