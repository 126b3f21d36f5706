"""A repeating section on screen: folded entries, one open at a time, and a button to add another."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from s2w_desktop.domain.asking import asking_of
from s2w_desktop.domain.fields import FieldSpec, SectionSpec
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.forms.entry import EntryCard
from s2w_desktop.ui.forms.parts import Part
from s2w_desktop.ui.forms.putting import put_fields
from s2w_desktop.ui.forms.question import QuestionBlock
from s2w_desktop.ui.forms.sheet import Sheet
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Tone
from s2w_desktop.ui.kit.panel import FoldingRow
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
        self,
        theme: Theme,
        voices: Voices,
        section: SectionSpec,
        profile: Profile,
        opened: EntryId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.opened = opened
        super().__init__(theme, voices, section, profile, parent)
        self._entries: dict[EntryId, EntryCard] = {}
        self._reached: EntryId | None = None
        has_room = len(profile.entries(section.key)) < section.most_entries
        self._foot = EntriesFoot(theme, voices.own, section.key, has_room=has_room)
        self._foot.add_button.clicked.connect(self.entry_wanted)
        self.add(self._foot)
        slots = {
            Act.ADD_ENTRY: self.entry_wanted.emit,
            Act.COPY_ENTRY: self._on_copy,
            Act.ENTRY_UP: self._on_up,
            Act.ENTRY_DOWN: self._on_down,
        }
        bind(self, Where.ENTRIES, slots)
        self.begin()

    def parts(self, profile: Profile) -> Iterable[Part]:
        specs = asking_of(profile).fields_of(self.section)
        for entry in profile.entries(self.section.key):
            yield Part(None, entry)
            if entry == self.opened:
                yield from (Part(spec, entry) for spec in specs)

    def build(self, part: Part) -> None:
        if part.entry is None:
            raise TypeError
        if part.spec is None:
            self._add_entry(part.entry)
        else:
            card = self._entries[part.entry]
            card.add_question(self.make_block(part, card))
            card.show_asked(self._profile)
        _after(self._entries[part.entry], self._foot.add_button)

    def asked_specs(self) -> Iterable[FieldSpec]:
        return () if self.opened is None else put_fields(self.voices, self.section, self._profile, self.opened)

    def place(self) -> EntryId | None:
        return self.opened

    def refresh(self, profile: Profile) -> None:
        before, self._profile = self._profile, profile
        for entry in _touched(self.section.key, before, profile) & self._entries.keys():
            self._entries[entry].refresh(profile)

    def mark_active(self, active: QuestionBlock | None) -> None:  # noqa: ARG002  # here the open entry stands out
        for card in self._entries.values():
            card.set_tone(Tone.ACTIVE if card.entry == self.opened else Tone.PLAIN)

    def offer(self, button: Button) -> None:
        """Put a button that is about the open entry beside the one that adds another."""
        self._foot.box.insertWidget(0, button)

    def take_add_focus(self) -> None:
        """Put the focus on the button that adds an entry."""
        self._foot.add_button.setFocus()

    def focus_entry(self, entry: EntryId) -> None:
        """Put the focus on the line of an entry."""
        self.finish()
        self._entries[entry].take_focus()

    def _here(self) -> EntryId | None:
        """The entry that has the focus, else the open one."""
        focused = QApplication.focusWidget()
        return next((card.entry for card in self._entries.values() if focused and card.isAncestorOf(focused)), self.opened)

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

    def _add_entry(self, entry: EntryId) -> None:
        card = EntryCard(self.theme, self.voices, self.section, entry, self)
        if entry == self.opened:
            card.open()
        card.refresh(self._profile)
        card.set_stop(is_stop=entry in self._stops() or not self._entries)
        card.reached.connect(self._rove)
        card.climbed.connect(self._on_climbed)
        card.fold_asked.connect(self._on_fold)
        card.removal_asked.connect(self.entry_removed)
        self._entries[entry] = card
        self.box.insertWidget(self.box.indexOf(self._foot), card)
        card.show()

    def _rove(self, entry: EntryId | None) -> None:
        """Tab halts at the open entry and at one line more, this entry's: fifty entries are passed as quickly as five."""
        self._reached = entry
        stops = self._stops()
        for card in self._entries.values():
            card.set_stop(is_stop=card.entry in stops)

    def _stops(self) -> set[EntryId]:
        return {entry for entry in (self.opened, self._reached) if entry is not None} or set(list(self._entries)[:1])

    def _on_climbed(self, entry: EntryId, lines: int) -> None:
        self.finish()
        cards = list(self._entries.values())
        here = list(self._entries).index(entry)
        cards[min(len(cards) - 1, max(0, here + lines))].take_focus()

    def _on_fold(self, entry: EntryId) -> None:
        self.entry_opened.emit(None if entry == self.opened else entry)


class EntriesFoot(FoldingRow):
    """The button that adds an entry, and its key."""

    def __init__(self, theme: Theme, tr: Translator, section: str, *, has_room: bool) -> None:
        self.add_button = Button(theme, labels.add_entry_words(tr, section), icon="plus")
        self.add_button.setEnabled(has_room)
        hint = fill(tr.gettext("{keys} adds an entry"), keys=Ltr(Act.ADD_ENTRY.shown))
        told = [Label(theme, hint, Role.CAPTION)] if has_room else []
        super().__init__(theme, self.add_button, *told, gap=12)
        self.add(None)


def _after(card: EntryCard, button: Button) -> None:
    """Let Tab lead from the last part of a card to the button: it was there before the card was."""
    stops = [part for part in card.findChildren(QWidget) if part.focusPolicy() != Qt.FocusPolicy.NoFocus]
    QWidget.setTabOrder(stops[-1], button)


def _touched(section: str, before: Profile, after: Profile) -> set[EntryId]:
    """The entries whose answers differ between two profiles of which one was made from the other."""
    old, new = before.held, after.held
    paths = [path for path, held in new.items() if old.get(path) is not held]
    paths += [path for path in old if path not in new]
    entries = {path.split(".")[1] for path in paths if path.startswith(f"{section}.")}
    return {EntryId(UUID(entry)) for entry in entries}
