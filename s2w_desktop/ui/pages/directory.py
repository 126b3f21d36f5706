"""Services and rules of a country: search as you type, filters in words, and one entry to read beside the list."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from s2w_desktop.domain.country.index import Entry
from s2w_desktop.domain.country.records import Service
from s2w_desktop.i18n.country_lines import TABLE_OF, Teller
from s2w_desktop.i18n.formats import day, number
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.languages import is_same_language, language
from s2w_desktop.services.directory import CountryDirectory, DirectoryQuery
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.directory_detail import DirectoryDetail
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Card, EmptyState, Notice, NoticeText, PageHead, Tone
from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.panel import Panel, ScrollPage, row
from s2w_desktop.ui.kit.rowtable import Cell, Column, Row, RowTable
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.pages.directory_filters import DirectoryFilters
from s2w_desktop.ui.places import FocusPlace
from s2w_desktop.ui.shortcuts import Act, Where, bind

NONE = "none"
_SEARCH_WIDTH, _LIST_WIDTH = 300, 400
_TWO_COLUMNS = 760  # a narrower page shows the entry below the list
_LEAST_HEIGHT = 240
_ANY_WIDTH = 16_777_215  # Qt's QWIDGETSIZE_MAX


@dataclass(frozen=True)
class DirectoryPlace:
    """What a person looked for, the entry that was read, and the language beside it."""

    search: str
    filters: tuple[str, ...]
    other: str
    entry: str
    focus: object


class DirectoryPage(AreaPage):
    """The entries of one country pack. Nothing is changed here, and nothing leads out of the program."""

    def __init__(self, desk: Desk, directory: CountryDirectory) -> None:
        super().__init__(desk)
        self._directory = directory
        self._found: dict[str, Entry] = {}
        _, theme = desk.translator.gettext, desk.theme
        self._head = PageHead(theme, _("Services and rules"), " ")
        self._search = TextField(theme, _("Search services, rules and words"), hint=_("Search services, rules and words"))
        self._search.set_icon("search")
        self.filters = DirectoryFilters(desk, directory)
        self.other = ChoiceButton(theme, self._languages(), lambda words: fill(_("Beside it: {language}"), language=words))
        self._table = RowTable(theme, _("Services and rules"), (Column(_("Name"), _LIST_WIDTH),))
        self._card = Card(theme, self._table, gap=0, margins=(1, 1, 1, 1))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._card)
        self._stack.addWidget(ScrollPage(self._nothing_fits()))
        self.detail = DirectoryDetail(desk, directory)
        self._body = row(theme, gap=16)
        self._body.box.addWidget(self._stack, 2)
        self._body.box.addWidget(self.detail, 3)
        self.add(self._head)
        self.box.addWidget(ScrollPage(self._inside()), 1)
        self._connect()
        self._fit()
        self.look_up()

    @property
    def table(self) -> RowTable:
        """The entries that fit."""
        return self._table

    @property
    def search(self) -> TextField:
        """The line to search in."""
        return self._search

    def first_focus(self) -> QWidget:
        return self._search

    def place(self) -> object:
        entry = self._table.current_key() or ""
        return DirectoryPlace(self._search.text(), self.filters.keys(), self.other.value(), entry, super().place())

    def restore(self, place: object) -> None:
        if not isinstance(place, DirectoryPlace):
            return
        self._search.set_text(place.search)
        self.filters.set_keys(place.filters)
        self.other.set_value(place.other)
        self._on_other(place.other)
        self.look_up()
        self._choose(place.entry)
        super().restore(place.focus if isinstance(place.focus, FocusPlace) else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(_TWO_COLUMNS)
        self._body.box.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._stack.setMaximumWidth(_ANY_WIDTH if narrow else self.theme.px(_LIST_WIDTH))
        for part in (self._stack, self.detail):
            part.setMinimumHeight(self.theme.px(_LEAST_HEIGHT))

    def look_up(self) -> None:
        """Show what fits the search and the filters now, with the first entry to read."""
        query = self.filters.query(self._search.text())
        kept = self._table.current_key() or ""
        self._found = {_key(entry): entry for entry in self._directory.find(query, self.desk.sources.today())}
        teller = Teller(self.desk.translator, self._directory.index, falls_back=True)
        self._table.set_all_rows([self._row(teller, key, entry) for key, entry in self._found.items()])
        self._stack.setCurrentIndex(0 if self._found else 1)
        self._head.set_quiet(self._quiet())
        self._choose(kept if query == DirectoryQuery() else "")

    # --- parts ---

    def _inside(self) -> Panel:
        """All below the title: it scrolls where large text leaves no room for list and entry."""
        inside = Panel(self.theme, gap=12)
        inside.add(FlowRow(self.theme, self._search, *self.filters.buttons, self.other))
        if self._directory.is_overdue(self.desk.sources.today()):
            inside.add(Notice(self.theme, self._old(), Tone.BAD))
        inside.box.addWidget(self._body, 1)
        return inside

    def _languages(self) -> list[tuple[str, str]]:
        own = self.desk.translator.code
        codes = [code for code in self._directory.pack.header.languages if not is_same_language(code, own)]
        return [(NONE, self.desk.translator.pgettext("second language", "none")), *((code, _native_name(code)) for code in codes)]

    def _row(self, teller: Teller, key: str, entry: Entry) -> Row:
        name = teller.name(entry)
        owner = self._directory.index.organization(entry.organization_id) if isinstance(entry, Service) else None
        quiet = owner.name.best(self.desk.translator.code) if owner else ""
        return Row(key, (Cell(name.text if name else "", quiet or teller.kind(entry)),))

    def _quiet(self) -> str:
        tr, header = self.desk.translator, self._directory.pack.header
        _ = tr.gettext
        count = len(self._found)
        found = fill(tr.ngettext("{n} entry", "{n} entries", count), n=number(tr, count))
        since = day(tr, header.valid_from)
        return fill(_("{country}, in force from {day}: {found}"), country=header.name.best(tr.code), day=since, found=found)

    def _old(self) -> NoticeText:
        tr = self.desk.translator
        _ = tr.gettext
        due = day(tr, self._directory.pack.header.review_due)
        return NoticeText(
            _("These entries are old."),
            fill(_("They should have been checked again by {day}."), day=due),
            _("Ask before you rely on them, and ask headquarters for the newest country pack."),
        )

    def _nothing_fits(self) -> EmptyState:
        _, theme = self.desk.translator.gettext, self.desk.theme
        clear = Button(theme, _("Clear search and filters"))
        clear.clicked.connect(self._on_clear)
        return EmptyState(theme, "search", _("Nothing fits."), clear)

    def _connect(self) -> None:
        self._search.edited.connect(self.look_up)
        self._search.returnPressed.connect(self._on_search_entered)
        self.filters.changed.connect(self.look_up)
        self.other.chosen.connect(self._on_other)
        self._table.selected.connect(self._on_selected)
        self._table.activated_row.connect(self._on_activated)
        self.desk.theme.changed.connect(self._fit)
        bind(self, Where.DIRECTORY, {Act.SEARCH_SERVICES: self._on_search_asked})

    def _fit(self) -> None:
        self._search.setFixedWidth(self.desk.theme.px(_SEARCH_WIDTH))

    # --- what a person does ---

    def _choose(self, key: str) -> None:
        """Read this entry, or the first."""
        keys = tuple(self._found)
        if not keys:
            self.detail.show_entry(None)
            return
        number_of = keys.index(key) if key in keys else 0
        self._table.select(number_of)
        self.detail.show_entry(self._found[keys[number_of]])

    def _on_selected(self, key: str) -> None:
        self.detail.show_entry(self._found[key])

    def _on_activated(self, _key: str) -> None:
        self.detail.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_other(self, code: str) -> None:
        self.detail.set_other(None if code == NONE else self.desk.catalogues.translator_or_english(code))

    def _on_search_asked(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _on_search_entered(self) -> None:
        if self._found:
            self._table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clear(self) -> None:
        self._search.set_text("")
        self.filters.clear()
        self.look_up()
        self._search.setFocus()


def _key(entry: Entry) -> str:
    return f"{TABLE_OF[type(entry)]} {entry.id}"


def _native_name(code: str) -> str:
    try:
        return language(code).native_name
    except KeyError:
        return code
