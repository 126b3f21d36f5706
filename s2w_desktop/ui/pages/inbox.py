"""The inbox of headquarters: open a stick, see what is proven, take it in, write the receipts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.ids import BundleId
from s2w_desktop.i18n.formats import joined, number
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.receipts import WrittenReceipt
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.folders import ask_folder
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Card, EmptyState, NoticeText, PageHead, Tone
from s2w_desktop.ui.kit.panel import row
from s2w_desktop.ui.kit.rowtable import RowTable
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.pages.inbox_detail import InboxDetail
from s2w_desktop.ui.pages.inbox_items import InboxItem, ItemState, look_at, take_in
from s2w_desktop.ui.pages.inbox_rows import InboxRows
from s2w_desktop.ui.places import FocusPlace
from s2w_desktop.ui.wishes import CountAgain

_EARLIER_SHOWN = 200
_TWO_COLUMNS = 760  # a narrower page shows the detail below the table


@dataclass(frozen=True)
class InboxPlace:
    """The files opened so far, and the one chosen."""

    items: tuple[InboxItem, ...]
    row: int
    focus: object


class InboxPage(AreaPage):
    """Nothing is taken in by looking: each file is rehearsed first, and its sender proven before any record is read."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk)
        self._workplace = workplace
        self._items: list[InboxItem] = []
        _, theme = desk.translator.gettext, desk.theme
        self._open = Button(theme, _("Open a folder…"), icon="usb")
        self._receipts = Button(theme, _("Write the receipts…"), icon="receipt")
        self._head = PageHead(theme, _("Inbox"), " ", (self._receipts, self._open))
        self._spot = NoticeSpot(desk)
        self._table = RowTable(theme, _("Bundles"), self._rows().columns())
        self._card = Card(theme, self._table, gap=0, margins=(1, 1, 1, 1))
        open_empty = Button(theme, _("Open a folder…"), icon="usb")
        self._empty = EmptyState(theme, "inbox", _("No bundle waits."), open_empty)
        self._detail = InboxDetail(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._card)
        self._stack.addWidget(self._empty)
        self._body = row(theme, gap=16)
        self._body.box.addWidget(self._stack, 1)
        self._body.box.addWidget(self._detail)
        self.add(self._head, self._spot)
        self.box.addWidget(self._body, 1)
        for button in (self._open, open_empty):
            button.clicked.connect(self._on_open)
        self._receipts.clicked.connect(self._on_receipts)
        self._table.selected.connect(self._on_selected)
        self._table.activated_row.connect(self._on_activated)
        self._detail.import_asked.connect(self._on_import)
        self._detail.accept_asked.connect(self._on_accept)
        self._refresh()

    @property
    def table(self) -> RowTable:
        """The bundles."""
        return self._table

    @property
    def detail(self) -> InboxDetail:
        """What is known of the chosen one."""
        return self._detail

    @property
    def items(self) -> Sequence[InboxItem]:
        """The files opened in this session."""
        return tuple(self._items)

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    def first_focus(self) -> QWidget:
        return self._table if self._items else self._open

    def place(self) -> object:
        index = self._table.currentIndex()
        return InboxPlace(tuple(self._items), index.row() if index.isValid() else -1, super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, InboxPlace):
            self._items = list(place.items)
            self._refresh(place.row)
            super().restore(place.focus if isinstance(place.focus, FocusPlace) else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(_TWO_COLUMNS)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.box.setDirection(down if narrow else across)
        self._detail.set_beside(beside=not narrow)

    def open_places(self, places: Sequence[Path]) -> None:
        """Look at bundles, and at all bundles of folders; nothing is taken in by that."""
        self._spot.clear()
        self._open.setEnabled(False)
        self.desk.tasks.run(
            partial(look_at, self._workplace, tuple(places)), owner=self, done=self._on_looked, failed=self._on_failed
        )

    def write_receipts(self, folder: Path) -> None:
        """Write one receipt for each laptop that waits for one into the folder."""
        self._spot.clear()
        self.desk.tasks.run(
            lambda _report: self._workplace.receipts.write(folder),
            owner=self,
            done=self._on_receipts_written,
            failed=self._on_failed,
        )

    # --- showing ---

    def _rows(self) -> InboxRows:
        return InboxRows(self.desk, {peer.device: peer for peer in self._workplace.enrolment.peers()}, self._due())

    def _due(self) -> frozenset[BundleId]:
        return frozenset(bundle.id for waiting in self._workplace.receipts.due() for bundle in waiting.bundles)

    def _refresh(self, chosen: int = -1) -> None:
        rows, store, due = self._rows(), self._workplace.store, self._due()
        opened = {item.result.bundle for item in self._items if item.result is not None}
        earlier = [one for one in store.inbox.bundles() if one.id not in opened and one.kind == "profiles"][:_EARLIER_SHOWN]
        shown = [rows.item(item) for item in self._items] + [rows.earlier(bundle) for bundle in earlier]
        self._table.set_all_rows(shown)
        self._stack.setCurrentWidget(self._card if shown else self._empty)
        self._receipts.setEnabled(bool(due))
        self._head.set_quiet(self._quiet(len(due)))
        if 0 <= chosen < len(shown):
            self._table.select(chosen)
        self._detail.show_item(self._item(self._table.current_key()))

    def _quiet(self, due: int) -> str:
        tr = self.desk.translator
        _ = tr.gettext
        waiting = sum(item.state in (ItemState.CHECKED, ItemState.REQUEST) for item in self._items)
        wait = fill(tr.ngettext("{n} bundle waits", "{n} bundles wait", waiting), n=number(tr, waiting))
        receipts = fill(tr.ngettext("{n} receipt is due", "{n} receipts are due", due), n=number(tr, due))
        return joined(tr, (wait, receipts))

    def _item(self, key: str | None) -> InboxItem | None:
        return next((item for item in self._items if item.key == key), None)

    def _chosen(self) -> InboxItem | None:
        return self._item(self._table.current_key())

    # --- what a person does ---

    def _on_open(self) -> None:
        _ = self.desk.translator.gettext
        folder = ask_folder(self, _("Open a folder…"), self.desk.book.settings.last_folder)
        if folder is not None:
            self.desk.book.keep_if_possible(replace(self.desk.book.settings, last_folder=str(folder)))
            self.open_places([folder])

    def _on_looked(self, items: list[InboxItem]) -> None:
        _ = self.desk.translator.gettext
        self._open.setEnabled(True)
        fresh = {item.key for item in items}
        self._items = [*items, *(item for item in self._items if item.key not in fresh)]
        self._refresh(0 if items else -1)
        if items:
            self._table.setFocus()
        else:
            text = NoticeText(
                _("There is no bundle in this folder."), "", _("Choose the folder that holds files ending in .s2w.")
            )
            self._spot.show_text(text)

    def _on_selected(self, key: str) -> None:
        self._detail.show_item(self._item(key))

    def _on_activated(self, _key: str) -> None:
        target = self._detail.compare or self._detail.action
        if target is not None:
            target.setFocus()

    def _on_import(self) -> None:
        chosen = self._chosen()
        if chosen is None or self._detail.action is None:
            return
        self._detail.action.setEnabled(False)
        self._spot.clear()
        self.desk.tasks.run(partial(take_in, self._workplace, [chosen]), owner=self, done=self._on_taken, failed=self._on_failed)

    def _on_taken(self, taken: list[InboxItem]) -> None:
        tr = self.desk.translator
        _ = tr.gettext
        self._put(taken)
        self._look_again(ItemState.CHECKED)  # what they would bring may be less now
        self.asked.emit(CountAgain())
        if taken[0].result is not None:
            words = tr.ngettext("{n} profile was taken in.", "{n} profiles were taken in.", taken[0].result.profiles)
            announce(self, fill(words, n=number(tr, taken[0].result.profiles)))
        self._receipts.setFocus()

    def _look_again(self, state: ItemState) -> None:
        """Look once more at files in a state, because something they depend on changed."""
        paths = [item.path for item in self._items if item.state is state]
        if paths:
            self.desk.tasks.run(partial(look_at, self._workplace, paths), owner=self, done=self._put, failed=self._on_failed)

    def _put(self, changed: Sequence[InboxItem]) -> None:
        by_key = {item.key: item for item in changed}
        self._items = [by_key.get(item.key, item) for item in self._items]
        self._refresh(self._table.currentIndex().row())

    def _on_accept(self, typed: str) -> None:
        chosen = self._chosen()
        if chosen is None or chosen.introduction is None:
            return
        try:
            self._workplace.enrolment.accept(chosen.introduction, typed)
        except S2wError as error:
            self._spot.show_failure(error)
            return
        self._put([replace(chosen, state=ItemState.ACCEPTED)])
        self._table.setFocus()
        self._look_again(ItemState.REFUSED)  # bundles of this laptop may be among them

    def _on_receipts(self) -> None:
        _ = self.desk.translator.gettext
        folder = ask_folder(self, _("Where to write the receipts"), self.desk.book.settings.last_folder)
        if folder is not None:
            self.write_receipts(folder)

    def _on_receipts_written(self, written: tuple[WrittenReceipt, ...]) -> None:
        tr = self.desk.translator
        _ = tr.gettext
        self._refresh(self._table.currentIndex().row())
        self.asked.emit(CountAgain())
        words = tr.ngettext("{n} receipt was written and read back.", "{n} receipts were written and read back.", len(written))
        text = NoticeText(
            fill(words, n=number(tr, len(written))),
            _("Each can be read by its laptop alone."),
            _("Give them to the courier. The laptop shows “received” once it has read its receipt."),
        )
        self._spot.show_text(text, Tone.OK)

    def _on_failed(self, error: Exception) -> None:
        self._open.setEnabled(True)
        self._refresh(self._table.currentIndex().row())
        self._spot.show_failure(error)
