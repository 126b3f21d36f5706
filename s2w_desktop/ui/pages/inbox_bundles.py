"""The bundles of the inbox: files opened or found, those taken in before, and what is proven about the chosen one."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.ids import BundleId
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Card, EmptyState
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.rowtable import RowTable
from s2w_desktop.ui.pages.inbox_detail import InboxDetail
from s2w_desktop.ui.pages.inbox_items import InboxItem, ItemState, look_at, take_in
from s2w_desktop.ui.pages.inbox_rows import InboxRows

TWO_COLUMNS = 760
"""A narrower page shows the detail below the table."""
LEAST_TABLE = 200
"""Height of a table that has something below it: head and three rows."""
_EARLIER_SHOWN = 200


class BundlesPart(Panel):
    """`changed` when the store has more than before, `failed` with an exception, `open_asked` by the button of an empty part."""

    changed = Signal()
    failed = Signal(object)
    open_asked = Signal()
    accepted = Signal()  # a laptop is known from now on

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk.theme, gap=0)
        self._desk, self._workplace = desk, workplace
        self._items: list[InboxItem] = []
        _, theme = desk.translator.gettext, desk.theme
        self.table = RowTable(theme, _("Bundles"), self._rows().columns())
        self.detail = InboxDetail(desk)
        self._card = Card(theme, self.table, gap=0, margins=(1, 1, 1, 1))
        open_empty = Button(theme, _("Open a folder…"), icon="usb")
        self._empty = EmptyState(theme, "inbox", _("No bundle waits. Files can be dropped here too."), open_empty)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._card)
        self._stack.addWidget(self._empty)
        self._body = row(theme, gap=16)
        self._body.box.addWidget(self._stack, 1)
        self._body.box.addWidget(self.detail)
        self.box.addWidget(self._body, 1)
        open_empty.clicked.connect(self.open_asked)
        self.table.selected.connect(self._on_selected)
        self.table.activated_row.connect(self._on_activated)
        self.detail.import_asked.connect(self._on_import)
        self.detail.accept_asked.connect(self._on_accept)
        self.refresh()

    @property
    def items(self) -> Sequence[InboxItem]:
        """The files opened in this session."""
        return tuple(self._items)

    @property
    def waiting(self) -> int:
        """How many files wait for a decision."""
        return sum(item.state in (ItemState.CHECKED, ItemState.REQUEST) for item in self._items)

    @property
    def due(self) -> frozenset[BundleId]:
        """Bundles whose laptop waits for a receipt."""
        return frozenset(bundle.id for waiting in self._workplace.receipts.due() for bundle in waiting.bundles)

    def first_focus(self) -> QWidget | None:
        """The table, if there is something in it."""
        return self.table if self._items else None

    def row_now(self) -> int:
        """Number of the chosen row; -1 for none."""
        index = self.table.currentIndex()
        return index.row() if index.isValid() else -1

    def show_items(self, items: Sequence[InboxItem], row_: int = -1) -> None:
        """Show these files and no others, as before a change of language."""
        self._items = list(items)
        self.refresh(row_)

    def add_items(self, items: Sequence[InboxItem]) -> None:
        """Show these files before those that were there; a file that is there already is shown as it is now."""
        if not items:
            return
        chosen = self.table.current_key()
        fresh = {item.key for item in items}
        self._items = [*items, *(item for item in self._items if item.key not in fresh)]
        self.refresh()
        if chosen is not None:
            self._choose(chosen)

    def refresh(self, chosen: int = -1) -> None:
        """Show everything as it is now."""
        rows, store = self._rows(), self._workplace.store
        opened = {item.result.bundle for item in self._items if item.result is not None}
        earlier = [one for one in store.inbox.bundles() if one.id not in opened and one.kind == "profiles"][:_EARLIER_SHOWN]
        shown = [rows.item(item) for item in self._items] + [rows.earlier(bundle) for bundle in earlier]
        self.table.set_all_rows(shown)
        self._stack.setCurrentWidget(self._card if shown else self._empty)
        if 0 <= chosen < len(shown):
            self.table.select(chosen)
        self.detail.show_item(self._item(self.table.current_key()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(TWO_COLUMNS)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.box.setDirection(down if narrow else across)
        self.detail.set_beside(beside=not narrow)
        self._stack.setMinimumHeight(self.theme.px(LEAST_TABLE if narrow else 0))

    def _rows(self) -> InboxRows:
        return InboxRows(self._desk, {peer.device: peer for peer in self._workplace.enrolment.peers()}, self.due)

    def _item(self, key: str | None) -> InboxItem | None:
        return next((item for item in self._items if item.key == key), None)

    def _choose(self, key: str) -> None:
        places = [place for place, item in enumerate(self._items) if item.key == key]
        if places:
            self.table.select(places[0])
            self.detail.show_item(self._items[places[0]])

    # --- what a person does ---

    def _on_selected(self, key: str) -> None:
        self.detail.show_item(self._item(key))

    def _on_activated(self, _key: str) -> None:
        target = self.detail.compare or self.detail.action
        if target is not None:
            target.setFocus()

    def _on_import(self) -> None:
        chosen = self._item(self.table.current_key())
        if chosen is None or self.detail.action is None:
            return
        self.detail.action.setEnabled(False)
        job = partial(take_in, self._workplace, [chosen])
        self._desk.tasks.run(job, owner=self, done=self._on_taken, failed=self._on_failed)

    def _on_taken(self, taken: list[InboxItem]) -> None:
        tr = self._desk.translator
        self._put(taken)
        self._look_again(ItemState.CHECKED)  # what they would bring may be less now
        self.changed.emit()
        if taken[0].result is not None:
            words = tr.ngettext("{n} profile was taken in.", "{n} profiles were taken in.", taken[0].result.profiles)
            announce(self, fill(words, n=number(tr, taken[0].result.profiles)))

    def _look_again(self, state: ItemState) -> None:
        """Look once more at files in a state, because something they depend on changed."""
        paths = [item.path for item in self._items if item.state is state]
        if paths:
            job = partial(look_at, self._workplace, paths)
            self._desk.tasks.run(job, owner=self, done=self._put, failed=self._on_failed)

    def _put(self, changed: Sequence[InboxItem]) -> None:
        by_key = {item.key: item for item in changed}
        self._items = [by_key.get(item.key, item) for item in self._items]
        self.refresh(self.row_now())

    def _on_accept(self, typed: str) -> None:
        chosen = self._item(self.table.current_key())
        if chosen is None or chosen.introduction is None:
            return
        try:
            self._workplace.enrolment.accept(chosen.introduction, typed)
        except S2wError as error:
            self.failed.emit(error)
            return
        self._put([replace(chosen, state=ItemState.ACCEPTED)])
        self.table.setFocus()
        self._look_again(ItemState.REFUSED)  # bundles of this laptop may be among them
        self.accepted.emit()

    def _on_failed(self, error: Exception) -> None:
        self.refresh(self.row_now())
        self.failed.emit(error)
