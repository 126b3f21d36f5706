"""The inbox of headquarters: bundles that came, and matters that somebody has to look at."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from s2w_desktop.i18n.formats import joined, number
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.quarantine import Released
from s2w_desktop.services.receipts import WrittenReceipt
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.bundle_files import bundle_filter
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.folder_watch import FolderWatch
from s2w_desktop.ui.folders import ask_files, ask_folder
from s2w_desktop.ui.kit.bar import ActionBar
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import NoticeText, PageHead, Tone
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.panel import ScrollPage, column
from s2w_desktop.ui.kit.rowtable import RowTable
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.pages.inbox_bundles import BundlesPart
from s2w_desktop.ui.pages.inbox_detail import InboxDetail
from s2w_desktop.ui.pages.inbox_folder import FolderLine
from s2w_desktop.ui.pages.inbox_items import InboxItem, is_bundle_file, look_at
from s2w_desktop.ui.pages.inbox_matters import MattersPart
from s2w_desktop.ui.places import FocusPlace
from s2w_desktop.ui.wishes import CountAgain

_PARTS_WIDTH = 330


class Part(StrEnum):
    """What the page shows."""

    BUNDLES = "bundles"
    MATTERS = "matters"


@dataclass(frozen=True)
class InboxPlace:
    """The part shown, the files opened so far, and the one chosen."""

    part: Part
    items: tuple[InboxItem, ...]
    row: int
    focus: object


class InboxPage(AreaPage):
    """Nothing is taken in by looking: each file is rehearsed first, and its sender proven before any record is read."""

    def __init__(self, desk: Desk, workplace: Workplace, watch: FolderWatch) -> None:
        super().__init__(desk)
        self._workplace, self._watch = workplace, watch
        _, theme = desk.translator.gettext, desk.theme
        self._open = Button(theme, _("Open a folder…"), icon="usb")
        self._files = Button(theme, _("Open files…"), icon="inbox")
        self._receipts = Button(theme, _("Write the receipts…"), icon="receipt")
        self._head = PageHead(theme, _("Inbox"), " ")
        self._parts = OptionGroup(
            theme, [Choice(Part.BUNDLES, Words(_("Bundles"))), Choice(Part.MATTERS, Words(_("Matters")))], _("Show")
        )
        self._spot = NoticeSpot(desk)
        self.bundles, self.matters = BundlesPart(desk, workplace), MattersPart(desk, workplace)
        self.folder = FolderLine(desk, workplace)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.bundles)
        self._stack.addWidget(self.matters)
        self.add(self._head, self._bar(), self._spot)
        below = column(theme, gap=10)
        below.box.addWidget(self._stack, 1)
        below.add(self.folder)
        self.box.addWidget(ScrollPage(below), 1)
        self.setAcceptDrops(True)
        self._connect()
        self.show_part(Part.BUNDLES)
        self.bundles.add_items(watch.take_over())
        self._tell()
        self._fit()
        theme.changed.connect(self._fit)

    def _bar(self) -> ActionBar:
        bar = ActionBar(self.theme)
        bar.box.addWidget(self._parts)
        bar.box.addStretch(1)
        for button in (self._receipts, self._files, self._open):
            bar.box.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        bar.set_folding((self._receipts, self._files, self._open))
        return bar

    def _connect(self) -> None:
        self._open.clicked.connect(self._on_open)
        self._files.clicked.connect(self._on_open_files)
        self._receipts.clicked.connect(self._on_receipts)
        self._parts.edited.connect(self._on_part)
        self.bundles.open_asked.connect(self._on_open)
        self.bundles.changed.connect(self._on_changed)
        self.bundles.accepted.connect(self._watch.forget_answers)
        self.matters.changed.connect(self._on_matters)
        self.matters.released.connect(self._on_released)
        self.matters.discard_asked.connect(self._on_discard)
        for part in (self.bundles, self.matters, self.folder):
            part.failed.connect(self._on_failed)
        self.folder.chosen.connect(self._watch.begin)
        self._watch.came.connect(self._on_came)
        self._watch.failed.connect(self._on_failed)

    @property
    def table(self) -> RowTable:
        """The bundles."""
        return self.bundles.table

    @property
    def detail(self) -> InboxDetail:
        """What is known of the chosen one."""
        return self.bundles.detail

    @property
    def items(self) -> Sequence[InboxItem]:
        """The files opened in this session."""
        return self.bundles.items

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    @property
    def part(self) -> Part:
        """What is shown."""
        return Part.MATTERS if self._stack.currentWidget() is self.matters else Part.BUNDLES

    def first_focus(self) -> QWidget:
        shown = self.matters if self.part is Part.MATTERS else self.bundles
        return shown.first_focus() or self._open

    def place(self) -> object:
        return InboxPlace(self.part, tuple(self.items), self.bundles.row_now(), super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, InboxPlace):
            came = self.items
            self.bundles.show_items(place.items, place.row)
            self.bundles.add_items(came)
            self.show_part(place.part)
            self._tell()
            super().restore(place.focus if isinstance(place.focus, FocusPlace) else None)

    def show_part(self, part: Part) -> None:
        """Show bundles or matters."""
        self._parts.set_value((part,))
        self._stack.setCurrentWidget(self.matters if part is Part.MATTERS else self.bundles)

    def open_places(self, places: Sequence[Path]) -> None:
        """Look at bundles, and at all bundles of folders; nothing is taken in by that."""
        self._spot.clear()
        self.show_part(Part.BUNDLES)
        self._let_open(allowed=False)
        job = partial(look_at, self._workplace, tuple(places))
        self.desk.tasks.run(job, owner=self, done=self._on_looked, failed=self._on_failed)

    def write_receipts(self, folder: Path) -> None:
        """Write one receipt for each laptop that waits for one into the folder."""
        self._spot.clear()
        self.desk.tasks.run(
            lambda _report: self._workplace.receipts.write(folder),
            owner=self,
            done=self._on_receipts_written,
            failed=self._on_failed,
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.matters.look()

    def _fit(self) -> None:
        self._parts.setFixedWidth(self.theme.px(_PARTS_WIDTH))

    # --- dropping ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        places = _dropped(event)
        if places:
            event.acceptProposedAction()
            self.open_places(places)

    # --- showing ---

    def _tell(self) -> None:
        tr, due = self.desk.translator, len(self.bundles.due)
        counted = (
            (tr.ngettext("{n} bundle waits", "{n} bundles wait", self.bundles.waiting), self.bundles.waiting),
            (tr.ngettext("{n} receipt is due", "{n} receipts are due", due), due),
            (self._matters_words(), self._workplace.office.matters.open_count),
        )
        self._receipts.setEnabled(bool(due))
        self._head.set_quiet(joined(tr, (fill(words, n=number(tr, count)) for words, count in counted)))

    def _matters_words(self) -> str:
        count = self._workplace.office.matters.open_count
        return self.desk.translator.ngettext("{n} matter is open", "{n} matters are open", count)

    def _let_open(self, *, allowed: bool) -> None:
        self._open.setEnabled(allowed)
        self._files.setEnabled(allowed)

    # --- what a person does, and what comes of it ---

    def _on_part(self, chosen: tuple[str, ...]) -> None:
        if chosen:
            self.show_part(Part(chosen[0]))

    def _on_open(self) -> None:
        _ = self.desk.translator.gettext
        folder = ask_folder(self, _("Open a folder…"), self.desk.book.settings.last_folder)
        if folder is not None:
            self._keep_folder(folder)
            self.open_places([folder])

    def _on_open_files(self) -> None:
        tr = self.desk.translator
        _ = tr.gettext
        files = ask_files(self, _("Open files…"), self.desk.book.settings.last_folder, bundle_filter(tr))
        if files:
            self._keep_folder(files[0].parent)
            self.open_places(files)

    def _keep_folder(self, folder: Path) -> None:
        self.desk.book.keep_if_possible(replace(self.desk.book.settings, last_folder=str(folder)))

    def _on_looked(self, items: list[InboxItem]) -> None:
        _ = self.desk.translator.gettext
        self._let_open(allowed=True)
        self.bundles.add_items(items)
        self._tell()
        if items:
            self.bundles.refresh(0)
            self.table.setFocus()
        else:
            text = NoticeText(
                _("There is no bundle in this folder."), "", _("Choose the folder that holds files ending in .s2w.")
            )
            self._spot.show_text(text)

    def _on_came(self, taken: int) -> None:
        """The watched folder brought something; nobody is taken from where they are."""
        if not self.isVisible():
            return  # another page is shown: they wait for the next inbox
        self.bundles.add_items(self._watch.take_over())
        if taken:
            self.matters.look()
        self._tell()

    def _on_changed(self) -> None:
        self._tell()
        self.matters.look()
        if self._receipts.isEnabled() and self.bundles.isAncestorOf(self.focusWidget() or self):
            self._receipts.setFocus()

    def _on_matters(self) -> None:
        self._tell()
        self.asked.emit(CountAgain())

    def _on_released(self, released: Released) -> None:
        tr = self.desk.translator
        _ = tr.gettext
        words = tr.ngettext("{n} record was taken in after all.", "{n} records were taken in after all.", released.taken)
        left = _("Those that cannot be read here go on waiting.") if released.refused else ""
        self._spot.show_text(NoticeText(fill(words, n=number(tr, released.taken)), "", left), Tone.OK)
        self.bundles.refresh(self.bundles.row_now())

    def _on_discard(self) -> None:
        """Ask first, at the place: what is discarded cannot be brought back here."""
        _ = self.desk.translator.gettext
        yes, no = Button(self.theme, _("Discard the records")), Button(self.theme, _("Leave them"))
        yes.clicked.connect(self._on_discard_confirmed)
        no.clicked.connect(self._spot.clear)
        text = NoticeText(_("These records will never be taken in."), "", _("Do this when you know that nobody needs them."))
        self._spot.show_text(text, Tone.WARN, (yes, no))
        no.setFocus()

    def _on_discard_confirmed(self) -> None:
        self._spot.clear()
        self.matters.discard()

    def _on_receipts(self) -> None:
        _ = self.desk.translator.gettext
        folder = ask_folder(self, _("Where to write the receipts"), self.desk.book.settings.last_folder)
        if folder is not None:
            self.write_receipts(folder)

    def _on_receipts_written(self, written: tuple[WrittenReceipt, ...]) -> None:
        tr = self.desk.translator
        _ = tr.gettext
        self.bundles.refresh(self.bundles.row_now())
        self._tell()
        self.asked.emit(CountAgain())
        words = tr.ngettext("{n} receipt was written and read back.", "{n} receipts were written and read back.", len(written))
        text = NoticeText(
            fill(words, n=number(tr, len(written))),
            _("Each can be read by its laptop alone."),
            _("Give them to the courier. The laptop shows “received” once it has read its receipt."),
        )
        self._spot.show_text(text, Tone.OK)

    def _on_failed(self, error: Exception) -> None:
        self._let_open(allowed=True)
        self._tell()
        self._spot.show_failure(error)


def _dropped(event: QDropEvent) -> list[Path]:
    """Folders and bundles among what is dropped; anything else is left where it is."""
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.is_dir() or is_bundle_file(path)]
