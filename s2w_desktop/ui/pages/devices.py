"""The laptops that headquarters knows, its own card, and taking a laptop off the list."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.stations import Peer
from s2w_desktop.i18n.formats import number, when
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.bundle_files import CARD_NAME, card_filter
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.folders import ask_new_file
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card, EmptyState, Facts, NoticeText, PageHead, Tone
from s2w_desktop.ui.kit.panel import row
from s2w_desktop.ui.kit.rowtable import Cell, Column, Row, RowTable
from s2w_desktop.ui.kit.tokens import Colour
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.places import FocusPlace

if TYPE_CHECKING:
    from s2w_desktop.domain.ids import DeviceId


@dataclass(frozen=True)
class DevicesPlace:
    """The row chosen."""

    row: int
    focus: object


class DevicesPage(AreaPage):
    """Who may send, since when, and who may not any more."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk)
        self._workplace = workplace
        self._to_revoke: DeviceId | None = None
        _, theme = desk.translator.gettext, desk.theme
        self._card_button = Button(theme, _("Write the card…"), ButtonKind.PRIMARY, icon="key")
        self._head = PageHead(theme, _("Laptops"), " ", (self._card_button,))
        self._spot = NoticeSpot(desk)
        words = Ltr(" ".join(workplace.enrolment.own_words()))
        own = Card(theme, Facts(theme, [(_("Words of this headquarters"), words)]))
        self._table = RowTable(theme, _("Laptops"), self._columns())
        self._revoke = Button(theme, _("Take off the list…"), icon="stop")
        self._card = Card(theme, self._table, gap=0, margins=(1, 1, 1, 1))
        self._empty = EmptyState(
            theme, "key", _("No laptop is known yet. Give the card to a centre; its answer arrives in the inbox.")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._card)
        self._stack.addWidget(self._empty)
        self.add(self._head, own, self._spot)
        self.box.addWidget(self._stack, 1)
        self.add(row(theme, self._revoke, None))
        self._card_button.clicked.connect(self._on_card)
        self._revoke.clicked.connect(self._on_revoke)
        self._table.selected.connect(self._tell_revoke)
        self._refresh()

    @property
    def table(self) -> RowTable:
        """The laptops."""
        return self._table

    @property
    def revoke_button(self) -> Button:
        """Takes the chosen laptop off the list, after a question."""
        return self._revoke

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    def first_focus(self) -> QWidget:
        return self._table if self._peers() else self._card_button

    def place(self) -> object:
        index = self._table.currentIndex()
        return DevicesPlace(index.row() if index.isValid() else -1, super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, DevicesPlace):
            if place.row >= 0:
                self._table.select(place.row)
            self._tell_revoke()
            super().restore(place.focus if isinstance(place.focus, FocusPlace) else None)

    def write_card(self, path: Path) -> None:
        """Write the card and say what to do with it."""
        _ = self.desk.translator.gettext
        try:
            self._workplace.enrolment.write_card(path)
        except S2wError as error:
            self._spot.show_failure(error)
            return
        text = NoticeText(
            _("The card was written."),
            _("It holds no secret: public keys and names only."),
            _("Give it to the centres by stick or mail, and read the six words out to each over another way, such as the phone."),
        )
        self._spot.show_text(text, Tone.OK)

    def _columns(self) -> tuple[Column, ...]:
        _ = self.desk.translator.gettext
        return (
            Column(_("Laptop"), 300),
            Column(_("State"), 240),
            Column(_("Known since"), 200),
            Column(_("Last bundle"), 200, optional=True),
        )

    def _peers(self) -> tuple[Peer, ...]:
        return self._workplace.enrolment.peers()

    def _refresh(self) -> None:
        tr, peers = self.desk.translator, self._peers()
        self._table.set_all_rows([self._row(peer) for peer in peers])
        self._stack.setCurrentWidget(self._card if peers else self._empty)
        known = sum(peer.revoked_at is None for peer in peers)
        self._head.set_quiet(fill(tr.ngettext("{n} laptop may send", "{n} laptops may send", known), n=number(tr, known)))
        self._tell_revoke()

    def _row(self, peer: Peer) -> Row:
        tr = self.desk.translator
        _ = tr.gettext
        now = self.desk.sources.now().astimezone()
        if peer.revoked_at is None:
            state = Cell(_("may send"), mark="shield", colour=Colour.OK)
        else:
            state = Cell(_("taken off the list"), when(tr, peer.revoked_at, now), mark="stop", colour=Colour.BAD)
        bundles = self._workplace.store.inbox.bundles(peer.device)
        last = (
            Cell(fill(_("no. {n}"), n=bundles[0].seq), when(tr, bundles[0].imported_at, now)) if bundles else Cell(_("none yet"))
        )
        return Row(
            str(peer.device), (Cell(peer.name, peer.centre, strong=True), state, Cell(when(tr, peer.enrolled_at, now)), last)
        )

    def _chosen(self) -> Peer | None:
        key = self._table.current_key()
        return next((peer for peer in self._peers() if str(peer.device) == key), None)

    def _tell_revoke(self) -> None:
        chosen = self._chosen()
        self._revoke.setEnabled(chosen is not None and chosen.revoked_at is None)

    def _on_card(self) -> None:
        tr = self.desk.translator
        _ = tr.gettext
        suggested = Path(self.desk.book.settings.last_folder or ".") / CARD_NAME
        path = ask_new_file(self, _("Write the card…"), suggested, card_filter(tr))
        if path is not None:
            self.write_card(path)

    def _on_revoke(self) -> None:
        """Ask first, at the place: afterwards nothing of this laptop is taken in any more."""
        _, chosen = self.desk.translator.gettext, self._chosen()
        if chosen is None:
            return
        self._to_revoke = chosen.device
        yes, no = Button(self.desk.theme, _("Take it off the list")), Button(self.desk.theme, _("Leave it"))
        yes.clicked.connect(self._on_revoke_confirmed)
        no.clicked.connect(self._spot.clear)
        text = NoticeText(
            fill(_("Nothing from “{laptop}” will be taken in any more."), laptop=chosen.name),
            _("What it sent before stays."),
            _("Do this when a laptop was lost or stolen."),
        )
        self._spot.show_text(text, Tone.WARN, (yes, no))
        no.setFocus()

    def _on_revoke_confirmed(self) -> None:
        if self._to_revoke is not None:
            self._workplace.enrolment.revoke(self._to_revoke)
        self._spot.clear()
        self._refresh()
        self._table.setFocus()
