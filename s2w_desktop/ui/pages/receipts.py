"""Receipts at the laptop: what was handed over, what headquarters confirmed, and taking a receipt in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from s2w_desktop.domain.handover import Handover
from s2w_desktop.i18n.formats import file_size, joined, number, when
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.order_words import orders_followed
from s2w_desktop.services.known_people import KnownTaken
from s2w_desktop.services.transfer import TakenOver
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.bundle_values import BundleOut, ReceiptEffect
from s2w_desktop.ui.bundle_files import bundle_filter
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.folders import ask_file
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card, EmptyState, NoticeText, PageHead, Tone
from s2w_desktop.ui.kit.rowtable import Cell, Column, Row, RowTable
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Colour
from s2w_desktop.ui.kit.tokens import Role as TypeRole
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.put_aside import PutAsideLine
from s2w_desktop.ui.wishes import CountAgain

PROFILES_KIND = "profiles"


@dataclass(frozen=True)
class ReceiptsPlace:
    """The message that stood on the page."""

    effect: ReceiptEffect | None
    focus: object


class ReceiptsPage(AreaPage):
    """The bundles written here, newest first. Only a receipt turns one into "received"."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk)
        self._workplace = workplace
        self._effect: ReceiptEffect | None = None
        self._arrived: frozenset[int] = frozenset()
        _, theme = desk.translator.gettext, desk.theme
        self._take = Button(theme, _("Take in a receipt…"), ButtonKind.PRIMARY, icon="receipt")
        self._head = PageHead(theme, _("Receipts"), " ", (self._take,))
        self._spot = NoticeSpot(desk)
        self._table = RowTable(theme, _("Bundles"), self._columns())
        self._card = Card(theme, self._table, gap=0, margins=(1, 1, 1, 1))
        self._empty = EmptyState(theme, "receipt", _("Nothing was handed over yet, so no receipt is expected."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._card)
        self._stack.addWidget(self._empty)
        self._carry = Label(theme, "", TypeRole.BODY, wrap=True)
        self._aside = PutAsideLine(desk)
        self.add(self._head, self._carry, self._aside, self._spot)
        self.box.addWidget(self._stack, 1)
        self._take.clicked.connect(self._on_take)
        self._refresh()

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    @property
    def carry_words(self) -> str:
        """What has to be carried where."""
        return self._carry.text()

    @property
    def aside(self) -> PutAsideLine:
        """What headquarters could not take, and what to do about it."""
        return self._aside

    @property
    def table(self) -> RowTable:
        """The bundles."""
        return self._table

    def first_focus(self) -> QWidget:
        return self._take

    def place(self) -> object:
        return ReceiptsPlace(self._effect, super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, ReceiptsPlace):
            if place.effect is not None:
                self._tell(place.effect)
            super().restore(place.focus)

    def take(self, path: Path) -> None:
        """Follow a receipt and say what changed."""
        self._spot.clear()
        self._take.setEnabled(False)
        self.desk.tasks.run(
            lambda _report: self._workplace.post.take(path), owner=self, done=self._on_taken, failed=self._on_failed
        )

    def _columns(self) -> tuple[Column, ...]:
        _ = self.desk.translator.gettext
        return (
            Column(_("Bundle"), 230),
            Column(_("Written"), 200),
            Column(_("State"), 270),
            Column(_("File"), 300, optional=True),
        )

    def _refresh(self) -> None:
        tr, store = self.desk.translator, self._workplace.store
        _ = tr.gettext
        self._arrived = store.receipts.arrived()
        bundles = [bundle for bundle in store.outbox.bundles() if bundle.kind == PROFILES_KIND]
        self._table.set_all_rows([self._row(bundle) for bundle in bundles])
        self._stack.setCurrentWidget(self._card if bundles else self._empty)
        self._carry.set_words(self._carry_words(bundles))
        self._aside.show_rejections(store.rejections.all())
        counts = store.profiles.handover_counts()
        waiting, received = counts.get(Handover.IN_BUNDLE, 0), counts.get(Handover.RECEIVED, 0)
        wait = fill(
            tr.ngettext("{n} profile waits for a receipt", "{n} profiles wait for a receipt", waiting), n=number(tr, waiting)
        )
        there = fill(
            tr.ngettext("{n} received by headquarters", "{n} received by headquarters", received), n=number(tr, received)
        )
        self._head.set_quiet(joined(tr, (wait, there)))

    def _carry_words(self, bundles: Sequence[BundleOut]) -> str:
        """What somebody has to carry where: the newest hand-over alone, for it holds what no receipt confirmed."""
        tr = self.desk.translator
        _ = tr.gettext
        last = [one for one in bundles if one.created_at == bundles[0].created_at and one.seq not in self._arrived]
        if not last:
            return _("Nothing has to be carried to headquarters.")
        newest, now = last[0], self.desk.sources.now().astimezone()
        if len(last) > 1:
            words = _("To be carried to headquarters: {n} files, from {first} to {last}. Their receipt is awaited since {when}.")
            names = {"first": Ltr(last[-1].file_name), "last": Ltr(newest.file_name)}
            return fill(words, n=number(tr, len(last)), when=when(tr, newest.created_at, now), **names)
        words = _("To be carried to headquarters: {file}. Its receipt is awaited since {when}.")
        return fill(words, file=Ltr(newest.file_name), when=when(tr, newest.created_at, now))

    def _row(self, bundle: BundleOut) -> Row:
        tr = self.desk.translator
        _ = tr.gettext
        now = self.desk.sources.now().astimezone()
        records = fill(tr.ngettext("{n} record", "{n} records", bundle.records), n=number(tr, bundle.records))
        if bundle.seq in self._arrived:
            state = Cell(_("Received by headquarters"), mark="shield", colour=Colour.OK)
        else:
            state = Cell(_("Waiting for the receipt"), mark="export")
        name = Cell(Ltr(bundle.file_name), file_size(tr, bundle.size_bytes))
        first = Cell(fill(_("Bundle {n}"), n=bundle.seq), records, strong=True)
        return Row(str(bundle.id), (first, Cell(when(tr, bundle.created_at, now)), state, name))

    def _on_take(self) -> None:
        tr = self.desk.translator
        _ = tr.gettext
        settings = self.desk.book.settings
        path = ask_file(self, _("Take in a receipt…"), settings.last_folder, bundle_filter(tr))
        if path is not None:
            self.desk.book.keep_if_possible(replace(settings, last_folder=str(path.parent)))
            self.take(path)

    def _on_taken(self, brought: ReceiptEffect | TakenOver | KnownTaken) -> None:
        self._take.setEnabled(True)
        self._refresh()
        if isinstance(brought, TakenOver):
            self._tell_taken_over(brought)
        elif isinstance(brought, KnownTaken):
            _ = self.desk.translator.gettext
            words = _("From now on this laptop tells when somebody may be known to headquarters.")
            self._spot.show_text(NoticeText(words, "", ""), Tone.OK)
        else:
            self._tell(brought)
        self.asked.emit(CountAgain())

    def _tell_taken_over(self, taken: TakenOver) -> None:
        tr = self.desk.translator
        _ = tr.gettext
        words = tr.ngettext("{n} profile was handed on to this laptop.", "{n} profiles were handed on to this laptop.", taken.new)
        what = fill(words, n=number(tr, taken.new)) if taken.new else _("This was taken in before. Nothing changes.")
        self._spot.show_text(NoticeText(what, _("You can go on with it. Headquarters has it too."), ""), Tone.OK)

    def _news(self, effect: ReceiptEffect) -> str:
        """What headquarters decided or ordered, one sentence after the other."""
        tr = self.desk.translator
        told = [*orders_followed(tr, effect.orders, effect.case_numbers)]
        if effect.outcomes:
            words = tr.ngettext(
                "{n} profile has news from headquarters.", "{n} profiles have news from headquarters.", effect.outcomes
            )
            told.append(fill(words, n=number(tr, effect.outcomes)))
        return " ".join(told)

    def _tell(self, effect: ReceiptEffect) -> None:
        self._effect = effect
        tr = self.desk.translator
        _ = tr.gettext
        words = tr.ngettext("Headquarters has {n} more profile.", "Headquarters has {n} more profiles.", effect.received)
        what = fill(words, n=number(tr, effect.received)) if effect.received else _("This receipt brings nothing new.")
        news, stays = self._news(effect), _("Your profiles stay on this laptop.")
        if effect.needs_you:
            needs = tr.ngettext("{n} profile needs you: see the list.", "{n} profiles need you: see the list.", effect.needs_you)
            self._spot.show_text(NoticeText(what, news or stays, fill(needs, n=effect.needs_you)), Tone.WARN)
        else:
            self._spot.show_text(NoticeText(what, news or stays, ""), Tone.OK)

    def _on_failed(self, error: Exception) -> None:
        self._take.setEnabled(True)
        self._spot.show_failure(error)
