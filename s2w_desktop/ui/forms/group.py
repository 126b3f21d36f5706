"""A repeating section on screen: folded entries, one open at a time, and a button to add another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from s2w_desktop.domain.asking import asking_of
from s2w_desktop.domain.fields import SectionSpec
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.ui.forms.entry import EntryCard
from s2w_desktop.ui.forms.question import QuestionBlock
from s2w_desktop.ui.forms.sheet import Sheet
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Tone
from s2w_desktop.ui.kit.panel import FoldingRow, Panel
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.shortcuts import Act, Where, bind


class GroupSheet(Sheet):
    """Entries of a section. Every change of them is asked of the page, which builds the sheet anew.

    The lines of the entries are one Tab stop; arrow keys, Home and End go from line to line.
    """

    entry_wanted = Signal()
    entry_opened = Signal(object)  # EntryId | None
    entry_removed = Signal(object)  # EntryId
    copy_wanted = Signal(object)  # EntryId
    move_wanted = Signal(object, int)  # EntryId, places down

    def __init__(
        self, theme: Theme, voices: Voices, section: SectionSpec, profile: Profile, opened: EntryId | None = None
    ) -> None:
        super().__init__(theme, voices, section)
        self.opened = opened
        self._entries: list[EntryCard] = []
        for entry in profile.entries(section.key):
            self._add_entry(entry, profile)
        self._rove(self.opened)
        self.add(self._foot())
        if len(self._entries) >= section.most_entries:
            self._add.setEnabled(False)
        slots = {
            Act.ADD_ENTRY: self.entry_wanted.emit,
            Act.COPY_ENTRY: self._on_copy,
            Act.ENTRY_UP: self._on_up,
            Act.ENTRY_DOWN: self._on_down,
        }
        bind(self, Where.ENTRIES, slots)
        self.refresh(profile)

    def refresh(self, profile: Profile) -> None:
        for card in self._entries:
            card.refresh(profile)

    def mark_active(self, active: QuestionBlock | None) -> None:  # noqa: ARG002  # here the open entry stands out
        for card in self._entries:
            card.set_tone(Tone.ACTIVE if card.entry == self.opened else Tone.PLAIN)

    def take_add_focus(self) -> None:
        """Put the focus on the button that adds an entry."""
        self._add.setFocus()

    def focus_entry(self, entry: EntryId) -> None:
        """Put the focus on the line of an entry."""
        next(card for card in self._entries if card.entry == entry).take_focus()

    def _here(self) -> EntryId | None:
        """The entry that has the focus, else the open one."""
        focused = QApplication.focusWidget()
        return next((card.entry for card in self._entries if focused and card.isAncestorOf(focused)), self.opened)

    def _on_copy(self) -> None:
        entry = self._here()
        if entry is not None:
            self.copy_wanted.emit(entry)

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, places: int) -> None:
        entry = self._here()
        if entry is not None:
            self.move_wanted.emit(entry, places)

    def _add_entry(self, entry: EntryId, profile: Profile) -> None:
        card = EntryCard(self.theme, self.voices, self.section, entry)
        if entry == self.opened:
            card.open_with([self.make_block(spec.key, profile, entry) for spec in asking_of(profile).fields_of(self.section)])
        card.reached.connect(self._rove)
        card.climbed.connect(self._on_climbed)
        card.fold_asked.connect(self._on_fold)
        card.removal_asked.connect(self.entry_removed)
        self._entries.append(card)
        self.add(card)

    def _rove(self, entry: EntryId | None) -> None:
        """Tab halts at the open entry and at one line more, this entry's: fifty entries are passed as quickly as five."""
        wanted = {self.opened, entry} - {None} or {card.entry for card in self._entries[:1]}
        for card in self._entries:
            card.set_stop(is_stop=card.entry in wanted)

    def _on_climbed(self, entry: EntryId, lines: int) -> None:
        here = [card.entry for card in self._entries].index(entry)
        self._entries[min(len(self._entries) - 1, max(0, here + lines))].take_focus()

    def _on_fold(self, entry: EntryId) -> None:
        self.entry_opened.emit(None if entry == self.opened else entry)

    def _foot(self) -> Panel:
        _ = self.voices.own.gettext
        self._add = Button(self.theme, labels.add_entry_words(self.voices.own, self.section.key), icon="plus")
        self._add.clicked.connect(self.entry_wanted)
        hint = Label(self.theme, fill(_("{keys} adds an entry"), keys=Ltr(Act.ADD_ENTRY.shown)), Role.CAPTION)
        foot = FoldingRow(self.theme, self._add, hint, gap=12)
        foot.add(None)
        return foot
