"""The matters of the inbox: what somebody has to look at, who does, and what to do next."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from s2w_desktop.domain.ids import DeviceId, OfficerId
from s2w_desktop.domain.matters import Matter, MatterKind
from s2w_desktop.domain.putting_aside import SendBack
from s2w_desktop.domain.stations import Peer
from s2w_desktop.i18n.formats import when
from s2w_desktop.i18n.matter_words import matter_detail, matter_title
from s2w_desktop.services.quarantine import Released
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.card import Card, EmptyState
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.rowtable import Cell, Column, Row, RowTable
from s2w_desktop.ui.kit.tokens import Colour
from s2w_desktop.ui.pages.inbox_bundles import LEAST_TABLE, TWO_COLUMNS
from s2w_desktop.ui.pages.inbox_matter_detail import MatterDetail
from s2w_desktop.ui.pages.inbox_rows import sender_words
from s2w_desktop.ui.pages.wish_spot import WishSpot

_MARKS: Mapping[MatterKind, tuple[str, Colour]] = {
    MatterKind.FORK: ("stop", Colour.BAD),
    MatterKind.CHAIN: ("stop", Colour.BAD),
    MatterKind.REVOKED_SENDER: ("stop", Colour.BAD),
    MatterKind.AFTER_LOSS: ("stop", Colour.BAD),
    MatterKind.CLOCK: ("clock", Colour.WARN),
}
_ANY_MARK = ("alert", Colour.WARN)


class MattersPart(Panel):
    """`changed` when matters were found anew, `failed` with an exception, `released` with what became of records put aside.

    `discard_asked` before records are discarded, which is for good: `discard` does it.
    """

    changed = Signal()
    failed = Signal(object)
    released = Signal(object)
    discard_asked = Signal()

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk.theme, gap=0)
        self._desk, self._workplace = desk, workplace
        self._matters: tuple[Matter, ...] = ()
        _, theme = desk.translator.gettext, desk.theme
        self.table = RowTable(theme, _("Matters"), self._columns())
        self.detail = MatterDetail(desk)
        self._card = Card(theme, self.table, gap=0, margins=(1, 1, 1, 1))
        self._empty = EmptyState(theme, "done", _("Nothing is to be looked at."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._card)
        self._stack.addWidget(self._empty)
        self._body = row(theme, gap=16)
        self._body.box.addWidget(self._stack, 1)
        self._body.box.addWidget(self.detail)
        self.wishes = WishSpot(desk, workplace)
        self.add(self.wishes)
        self.box.addWidget(self._body, 1)
        self.wishes.failed.connect(self.failed)
        self.table.selected.connect(self._on_selected)
        self.table.activated_row.connect(self._on_activated)
        matters = workplace.office.matters
        self.detail.own_asked.connect(lambda: self._change(matters.own))
        self.detail.close_asked.connect(lambda: self._change(matters.close))
        self.detail.reopen_asked.connect(lambda: self._change(matters.reopen))
        self.detail.noted.connect(self._on_noted)
        self.detail.release_asked.connect(self._on_release)
        self.detail.discard_asked.connect(self.discard_asked)
        self.detail.send_back_asked.connect(self._on_send_back)
        self._show(())
        self._show_detail()

    @property
    def matters(self) -> Sequence[Matter]:
        """Those shown, in the order of the table."""
        return self._matters

    def first_focus(self) -> QWidget | None:
        """The table, if there is something in it."""
        return self.table if self._matters else None

    def look(self) -> None:
        """Find the matters anew, beside the window."""
        matters = self._workplace.office.matters
        self._desk.tasks.run(lambda _report: matters.all(), owner=self, done=self._on_found, failed=self.failed.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(TWO_COLUMNS)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.box.setDirection(down if narrow else across)
        self.detail.set_beside(beside=not narrow)
        self._stack.setMinimumHeight(self.theme.px(LEAST_TABLE if narrow else 0))

    def _columns(self) -> tuple[Column, ...]:
        _ = self._desk.translator.gettext
        return (Column(_("What"), 292), Column(_("Laptop"), 186), Column(_("Since"), 150, optional=True), Column(_("Owner"), 120))

    def _on_found(self, matters: tuple[Matter, ...]) -> None:
        self._show(matters)
        self._show_detail()
        self.wishes.look()
        self.changed.emit()

    def _show(self, matters: tuple[Matter, ...]) -> None:
        """Show the rows of matters; the chosen one stays chosen, also when its facts changed."""
        before = self._chosen()
        self._matters = matters
        peers = {peer.device: peer for peer in self._workplace.enrolment.peers()}
        names = {officer.id: officer.name for officer in self._workplace.store.officers.all()}
        self.table.set_all_rows([self._row(one, peers, names) for one in matters])
        self._stack.setCurrentWidget(self._card if matters else self._empty)
        same = [number for number, one in enumerate(matters) if before is not None and _is_same(one, before)]
        if same:
            self.table.select(same[0])

    def _row(self, one: Matter, peers: Mapping[DeviceId, Peer], names: Mapping[OfficerId, str]) -> Row:
        tr, found = self._desk.translator, one.found
        _ = tr.gettext
        mark, colour = _MARKS.get(found.kind, _ANY_MARK) if one.is_open else ("done", Colour.OK)
        owner = names.get(one.noted.owner, "") if one.noted.owner else _("nobody")
        state = "" if one.is_open else _("closed")
        cells = (
            Cell(matter_title(tr, found.kind), matter_detail(tr, found), mark, colour, strong=one.is_open),
            Cell(sender_words(self._desk, peers.get(found.device))),
            Cell(when(tr, found.since, self._desk.sources.now().astimezone())),
            Cell(owner, state),
        )
        return Row(found.id, cells)

    def _chosen(self) -> Matter | None:
        key = self.table.current_key()
        return next((one for one in self._matters if one.found.id == key), None)

    def _show_detail(self) -> None:
        chosen = self._chosen()
        peer = self._workplace.store.peers.by_device(chosen.found.device) if chosen else None
        owner = chosen.noted.owner if chosen else None
        officer = self._workplace.store.officers.get(owner) if owner else None
        is_own = owner == self._workplace.officer
        name, laptop = officer.name if officer else "", sender_words(self._desk, peer)
        self.detail.show_matter(chosen, laptop, name, is_own=is_own, records=self._records(chosen))

    def _records(self, chosen: Matter | None) -> tuple[int, ...]:
        if chosen is None or chosen.found.bundle is None:
            return ()
        waiting = self._workplace.office.quarantine.waiting(chosen.found.bundle, chosen.found.reason)
        return tuple(one.line for one in waiting)

    def discard(self) -> None:
        """Discard the records of the chosen matter."""
        chosen, quarantine = self._chosen(), self._workplace.office.quarantine
        if chosen is not None and chosen.found.bundle is not None:
            self._run(partial(quarantine.discard, chosen.found.bundle, chosen.found.reason), self._on_changed)

    def _on_send_back(self, asked: str) -> None:
        chosen, quarantine = self._chosen(), self._workplace.office.quarantine
        if chosen is not None and chosen.found.bundle is not None:
            bundle, reason = chosen.found.bundle, chosen.found.reason
            self._run(partial(quarantine.send_back, bundle, reason, SendBack(asked)), self._on_changed)

    def _on_release(self) -> None:
        chosen, quarantine = self._chosen(), self._workplace.office.quarantine
        if chosen is None or chosen.found.bundle is None:
            return
        bundle, reason = chosen.found.bundle, chosen.found.reason

        def job(_report: object) -> Released:
            return quarantine.release(bundle, reason)

        self._desk.tasks.run(job, owner=self, done=self._on_released, failed=self.failed.emit)

    def _on_released(self, released: Released) -> None:
        self.table.setFocus()  # the button that was pressed will be gone
        self.released.emit(released)
        self.look()

    def _on_selected(self, _key: str) -> None:
        self._show_detail()

    def _on_activated(self, _key: str) -> None:
        if self.detail.first is not None:
            self.detail.first.setFocus()

    def _on_noted(self, id_: str, text: str) -> None:
        """Keep a note; the detail stays, because a person is on the way from there to one of its buttons."""
        self._run(partial(self._workplace.office.matters.note, id_, text), self._show)

    def _change(self, change: Callable[[str], Matter]) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._run(partial(change, chosen.found.id), self._on_changed)

    def _run(self, change: Callable[[], object], done: Callable[[tuple[Matter, ...]], None]) -> None:
        matters = self._workplace.office.matters

        def job(_report: object) -> tuple[Matter, ...]:
            change()
            return matters.all()

        self._desk.tasks.run(job, owner=self, done=done, failed=self.failed.emit)

    def _on_changed(self, matters: tuple[Matter, ...]) -> None:
        self._on_found(matters)
        self.table.setFocus()  # the button that was pressed is gone


def _is_same(one: Matter, before: Matter) -> bool:
    return (one.found.kind, one.found.stem) == (before.found.kind, before.found.stem)
