"""Laptops and keys: who may send, what was on a laptop that is lost, and the keys of this headquarters."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.bundle_files import CARD_NAME, card_filter
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.folders import ask_new_file
from s2w_desktop.ui.kit.bar import ActionBar
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import NoticeText, PageHead, Tone
from s2w_desktop.ui.kit.option import Choice
from s2w_desktop.ui.kit.panel import ScrollPage
from s2w_desktop.ui.kit.rowtable import RowTable
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.pages.devices_keys import KeysPart
from s2w_desktop.ui.pages.devices_laptops import LaptopsPart
from s2w_desktop.ui.places import FocusPlace
from s2w_desktop.ui.settled import SettledGroup

_PARTS_WIDTH = 330
_AROUND_LINE = 110  # the question above its line, and the buttons below


class Part(StrEnum):
    """What the page shows."""

    LAPTOPS = "laptops"
    KEYS = "keys"


@dataclass(frozen=True)
class DevicesPlace:
    """The part shown and the row chosen."""

    part: Part
    row: int
    focus: object


class DevicesPage(AreaPage):
    """Two parts, one of them shown."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk)
        self._workplace = workplace
        _, theme = desk.translator.gettext, desk.theme
        self._card_button = Button(theme, _("Write the card…"), ButtonKind.PRIMARY, icon="key")
        self._head = PageHead(theme, _("Laptops and keys"), " ")
        choices = [Choice(Part.LAPTOPS, Words(_("Laptops"))), Choice(Part.KEYS, Words(_("Keys")))]
        self._parts = SettledGroup(theme, choices, _("Show"))
        self._spot = NoticeSpot(desk)
        self.laptops, self.keys = LaptopsPart(desk, workplace), KeysPart(desk, workplace)
        self._stack = QStackedWidget()
        self._scroll = ScrollPage(self.laptops)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(ScrollPage(self.keys))
        self.add(self._head, self._bar(), self._spot)
        self.box.addWidget(self._stack, 1)
        self._card_button.clicked.connect(self._on_card)
        self._parts.chosen.connect(self._on_part)
        self.laptops.detail.asked.connect(self._on_asked)
        for part in (self.laptops, self.keys):
            part.told.connect(self._on_told)
            part.failed.connect(self._spot.show_failure)
            part.began.connect(self._spot.clear)
            part.changed.connect(self._tell)
        self.show_part(Part.LAPTOPS)
        self._tell()
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def table(self) -> RowTable:
        """The laptops."""
        return self.laptops.table

    @property
    def revoke_button(self) -> Button:
        """Takes the chosen laptop off the list, after a question; takes one that is off it back."""
        return self.laptops.detail.revoke_button

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    @property
    def part(self) -> Part:
        """What is shown."""
        return Part.KEYS if self._stack.currentIndex() else Part.LAPTOPS

    def first_focus(self) -> QWidget:
        return self.table if self.part is Part.LAPTOPS and self._workplace.enrolment.peers() else self._card_button

    def place(self) -> object:
        return DevicesPlace(self.part, self.laptops.row_now(), super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, DevicesPlace):
            self.show_part(place.part)
            self.laptops.choose(place.row)
            super().restore(place.focus if isinstance(place.focus, FocusPlace) else None)

    def show_part(self, part: Part) -> None:
        """Show laptops or keys."""
        self._parts.set_value((part,))
        self._stack.setCurrentIndex(int(part is Part.KEYS))

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

    def _bar(self) -> ActionBar:
        bar = ActionBar(self.theme)
        bar.box.addWidget(self._parts)
        bar.box.addStretch(1)
        bar.box.addWidget(self._card_button)
        bar.set_folding((self._card_button,))
        return bar

    def _fit(self) -> None:
        self._parts.setFixedWidth(self.theme.px(_PARTS_WIDTH))

    def _tell(self) -> None:
        tr = self.desk.translator
        known = sum(peer.revoked_at is None for peer in self._workplace.enrolment.peers())
        words = tr.ngettext("{n} laptop may send", "{n} laptops may send", known)
        self._head.set_quiet(fill(words, n=number(tr, known)))
        self.laptops.refresh()
        self.keys.refresh()

    def _on_part(self, key: str) -> None:
        self._spot.clear()
        self.show_part(Part(key))

    def _on_asked(self) -> None:
        QTimer.singleShot(0, self, self._see_question)  # it has no place before the next event

    def _see_question(self) -> None:
        line = self.laptops.detail.line
        if line is not None:
            self._scroll.ensureWidgetVisible(line, 0, self.theme.px(_AROUND_LINE))

    def _on_told(self, text: NoticeText) -> None:
        self._spot.show_text(text, Tone.OK)

    def _on_card(self) -> None:
        tr = self.desk.translator
        _ = tr.gettext
        suggested = Path(self.desk.book.settings.last_folder or ".") / CARD_NAME
        path = ask_new_file(self, _("Write the card…"), suggested, card_filter(tr))
        if path is not None:
            self.write_card(path)
