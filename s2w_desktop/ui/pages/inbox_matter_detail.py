"""The side of the matters: what is known of the chosen one, the next step, who looks after it, and what was noted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from s2w_desktop.domain.matters import Matter
from s2w_desktop.domain.putting_aside import NEWER_PROGRAM, SendBack, is_for_the_officer
from s2w_desktop.i18n.formats import when
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.matter_words import matter_detail, matter_step, matter_title, reason_words, record_numbers
from s2w_desktop.services.matter_finding import ranges_of
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Hairline
from s2w_desktop.ui.kit.fields import TextArea
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.pages.side_card import SideCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class MatterDetail(SideCard):
    """`own_asked`, `close_asked` and `reopen_asked` for the matter shown; `noted` with its id and what was typed, on leaving.

    `release_asked`, `discard_asked` and `send_back_asked` when it is about records that were put aside.
    """

    own_asked = Signal()
    close_asked = Signal()
    reopen_asked = Signal()
    release_asked = Signal()
    discard_asked = Signal()
    send_back_asked = Signal(str)  # a code of `SendBack`
    noted = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self.note: TextArea | None = None
        self.first: QWidget | None = None
        self.send_back: Button | None = None
        self.asking: QMenu | None = None
        self.show_matter(None, "", "", is_own=False)

    def show_matter(self, matter: Matter | None, laptop: str, owner: str, *, is_own: bool, records: Sequence[int] = ()) -> None:
        """Show a matter of a laptop, or what this place is for. `owner` is empty for nobody; `records` are those put aside."""
        _, theme = self._desk.translator.gettext, self.theme
        inside = Panel(theme, gap=10)
        self.note = self.first = self.send_back = self.asking = None
        if matter is None:
            inside.add(Label(theme, _("Choose a matter to see what to do."), Role.MUTED, wrap=True), None)
        else:
            self._fill(inside, matter, laptop, owner)
            if records:
                words = record_numbers(self._desk.translator, ranges_of(records), len(records))
                inside.add(Label(theme, words, Role.CAPTION, wrap=True))
            self._add_note(inside, matter)
            self._add_actions(inside, matter, is_own=is_own, has_records=bool(records))
        self.put(inside)

    def _fill(self, inside: Panel, matter: Matter, laptop: str, owner: str) -> None:
        tr, theme, found = self._desk.translator, self.theme, matter.found
        _ = tr.gettext
        since = when(tr, found.since, self._desk.sources.now().astimezone())
        inside.add(
            Label(theme, matter_title(tr, found.kind), Role.HEADING, wrap=True),
            Label(theme, laptop, Role.MUTED, wrap=True),
            Hairline(),
            Label(theme, matter_detail(tr, found), wrap=True),
            Label(theme, fill(_("Since {when}. Matter {id}"), when=since, id=Ltr(found.id)), Role.CAPTION, wrap=True),
            Hairline(),
            Label(theme, _("Next step"), Role.OVERLINE),
            Label(theme, matter_step(tr, found), wrap=True),
            Label(theme, fill(_("Owner: {name}"), name=owner or _("nobody")), wrap=True),
        )

    def _add_note(self, inside: Panel, matter: Matter) -> None:
        _, theme, id_ = self._desk.translator.gettext, self.theme, matter.found.id
        note, before = TextArea(theme, _("Note, without names of persons"), lines=2), matter.noted.note
        note.set_text(before)
        note.left.connect(lambda: self._on_left(note, id_, before))
        inside.add(Label(theme, _("Note"), Role.OVERLINE), note, None)
        self.note = note

    def _add_actions(self, inside: Panel, matter: Matter, *, is_own: bool, has_records: bool) -> None:
        _ = self._desk.translator.gettext
        if not matter.is_open:
            self._add_button(inside, _("Open it again"), "undo", self.reopen_asked)
            return
        if not is_own:
            self._add_button(inside, _("I look after it"), "person", self.own_asked, ButtonKind.PRIMARY)
        if has_records:
            if matter.found.reason != NEWER_PROGRAM:  # an update takes those in, and nobody else can
                self._add_button(inside, _("Take the records in"), "inbox", self.release_asked)
            if is_for_the_officer(matter.found.reason):
                self._add_send_back(inside)
            self._add_button(inside, _("Discard the records…"), "trash", self.discard_asked)
        self._add_button(inside, _("Close the matter"), "check", self.close_asked)

    def _add_send_back(self, inside: Panel) -> None:
        """What the next receipt asks the officer of the laptop for, from a closed list."""
        tr = self._desk.translator
        _ = tr.gettext
        button = Button(self.theme, _("Send the records back…"), ButtonKind.SECONDARY, icon="undo")
        menu = QMenu(button)
        for asked in SendBack:
            action = QAction(reason_words(tr, asked), menu)
            action.setData(asked.value)
            menu.addAction(action)
        menu.triggered.connect(self._on_send_back)
        button.clicked.connect(self._ask_for_what)
        inside.add(button)
        self.send_back, self.asking = button, menu

    def _ask_for_what(self) -> None:
        if self.send_back is not None and self.asking is not None:
            self.asking.setLayoutDirection(self.layoutDirection())
            self.asking.popup(self.send_back.mapToGlobal(QPoint(0, self.send_back.height())))
            self.asking.setActiveAction(self.asking.actions()[0])

    def _on_send_back(self, action: QAction) -> None:
        self.send_back_asked.emit(str(action.data()))

    def _add_button(
        self, inside: Panel, words: str, icon: str, asked: SignalInstance, kind: ButtonKind = ButtonKind.SECONDARY
    ) -> None:
        button = Button(self.theme, words, kind, icon=icon)
        button.clicked.connect(asked)
        inside.add(button)
        self.first = self.first or button

    def _on_left(self, note: TextArea, id_: str, before: str) -> None:
        if note.text().strip() != before:
            self.noted.emit(id_, note.text())
