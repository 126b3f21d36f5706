"""The laptops that headquarters knows, and beside them what is known of the chosen one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.stations import Peer
from s2w_desktop.i18n.formats import when
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.safe_files import replace_file
from s2w_desktop.ui.bundle_files import pdf_filter
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.folders import ask_new_file
from s2w_desktop.ui.kit.card import Card, EmptyState, NoticeText
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.rowtable import Cell, Column, Row, RowTable
from s2w_desktop.ui.kit.tokens import Colour
from s2w_desktop.ui.pages.devices_detail import LaptopDetail, Post

_TWO_COLUMNS = 760  # a narrower page shows the detail below the table
_LEAST_TABLE = 200


class LaptopsPart(Panel):
    """`told` carries a NoticeText, `failed` an error; `began` before either. `changed` when a laptop was taken off or back."""

    began = Signal()
    told = Signal(object)
    failed = Signal(object)
    changed = Signal()

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk.theme, gap=0)
        self._desk, self._workplace = desk, workplace
        _, theme = desk.translator.gettext, desk.theme
        self.table = RowTable(theme, _("Laptops"), self._columns())
        self.detail = LaptopDetail(desk)
        self._empty = EmptyState(
            theme, "key", _("No laptop is known yet. Give the card to a centre; its answer arrives in the inbox.")
        )
        self._stack = QStackedWidget()
        self._card = Card(theme, self.table, gap=0, margins=(1, 1, 1, 1))
        self._stack.addWidget(self._card)
        self._stack.addWidget(self._empty)
        self._body = row(theme, gap=16)
        self._body.box.addWidget(self._stack, 1)
        self._body.box.addWidget(self.detail)
        self.box.addWidget(self._body, 1)
        self.table.selected.connect(self._on_selected)
        self.detail.revoke_asked.connect(self._on_revoke)
        self.detail.reinstate_asked.connect(self._on_reinstate)
        self.detail.sheet_asked.connect(self._on_sheet)

    def refresh(self) -> None:
        """Show the laptops as they are now."""
        peers, behind = self._peers(), {peer.device for peer in self._workplace.safekeeping.rotation.behind()}
        self.table.set_all_rows([self._row(peer, is_behind=peer.device in behind) for peer in peers])
        self._stack.setCurrentWidget(self._card if peers else self._empty)
        self._show()

    def row_now(self) -> int:
        """The row that is chosen; -1 for none."""
        index = self.table.currentIndex()
        return index.row() if index.isValid() else -1

    def choose(self, number: int) -> None:
        """Choose a row by program."""
        if number >= 0:
            self.table.select(number)
        self._show()

    def write_sheet(self, device: DeviceId, path: Path) -> None:
        """Write the paper about a laptop."""
        self.began.emit()
        keeping, code = self._workplace.safekeeping, self._desk.translator.code
        try:
            replace_file(path, keeping.loss_sheets.sheet(keeping.losses.of(device), code))
        except S2wError as error:
            self.failed.emit(error)
            return
        _ = self._desk.translator.gettext
        self.told.emit(
            NoticeText(
                fill(_("{file} was written."), file=Ltr(path.name)),
                _("It names case numbers and nobody. The file is not encrypted."),
                _("Give it to whoever has to decide whom to tell."),
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(_TWO_COLUMNS)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.box.setDirection(down if narrow else across)
        self._stack.setMinimumHeight(self.theme.px(_LEAST_TABLE) if narrow else 0)
        self.detail.set_beside(beside=not narrow)

    def _columns(self) -> tuple[Column, ...]:
        _ = self._desk.translator.gettext
        return (
            Column(_("Laptop"), 240),
            Column(_("State"), 220),
            Column(_("Last bundle"), 150),
            Column(_("Known since"), 130, optional=True),
        )

    def _row(self, peer: Peer, *, is_behind: bool) -> Row:
        tr = self._desk.translator
        _ = tr.gettext
        now = self._desk.sources.now().astimezone()
        bundles = self._workplace.store.inbox.bundles(peer.device)
        last = (
            Cell(fill(_("no. {n}"), n=bundles[0].seq), when(tr, bundles[0].imported_at, now)) if bundles else Cell(_("none yet"))
        )
        name = Cell(peer.name or peer.organisation, peer.centre, strong=True)
        return Row(str(peer.device), (name, self._state(peer, is_behind=is_behind), last, Cell(when(tr, peer.enrolled_at, now))))

    def _state(self, peer: Peer, *, is_behind: bool) -> Cell:
        tr = self._desk.translator
        _ = tr.gettext
        if peer.revoked_at is not None:
            since = when(tr, peer.revoked_at, self._desk.sources.now().astimezone())
            return Cell(_("taken off the list"), since, mark="stop", colour=Colour.BAD)
        if is_behind:
            return Cell(_("may send"), _("has the old keys"), mark="alert", colour=Colour.WARN)
        return Cell(_("may send"), mark="shield", colour=Colour.OK)

    def _peers(self) -> tuple[Peer, ...]:
        return self._workplace.enrolment.peers()

    def _chosen(self) -> Peer | None:
        key = self.table.current_key()
        return next((peer for peer in self._peers() if str(peer.device) == key), None)

    def _show(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            self.detail.show_nothing()
            return
        try:
            loss = self._workplace.safekeeping.losses.of(chosen.device)
        except S2wError:  # whose data are there is not for everybody who may see that it is there
            loss = None
        reinstated = self._workplace.enrolment.reinstated(chosen.device)
        orders = len(self._workplace.store.orders.waiting(chosen.device))
        is_due = any(due.device == chosen.device for due in self._workplace.receipts.due())
        self.detail.show_laptop(chosen, loss, reinstated.note if reinstated else "", Post(orders, is_due))

    # --- what a person does ---

    def _on_selected(self, _key: str) -> None:
        self._show()

    def _on_revoke(self, since: date) -> None:
        self._change(lambda device: self._workplace.enrolment.revoke(device, since))

    def _on_reinstate(self, note: str) -> None:
        self._change(lambda device: self._workplace.enrolment.reinstate(device, note))

    def _change(self, act: Callable[[DeviceId], None]) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        self.began.emit()
        number = self.row_now()
        try:
            act(chosen.device)
        except S2wError as error:
            self.failed.emit(error)
            return
        self.changed.emit()
        self.choose(number)
        self.table.setFocus()

    def _on_sheet(self) -> None:
        tr, chosen = self._desk.translator, self._chosen()
        if chosen is None:
            return
        suggested = Path(self._desk.book.settings.last_folder or ".") / f"laptop-{chosen.device.hex[:8]}.pdf"
        path = ask_new_file(self, tr.gettext("Write the paper…"), suggested, pdf_filter(tr))
        if path is not None:
            self.write_sheet(chosen.device, path)
