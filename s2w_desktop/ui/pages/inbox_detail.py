"""The side of the inbox: what is proven about the chosen file, what it would bring, and the one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.enrolment import Introduction
from s2w_desktop.services.importing import ImportResult
from s2w_desktop.ui.compare import WordCompare
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import notice_text
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Hairline, Notice, NoticeText, Tone
from s2w_desktop.ui.kit.panel import Panel, column, row
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.tokens import ICON, Colour, Role
from s2w_desktop.ui.pages.hand_over_cards import key_words
from s2w_desktop.ui.pages.inbox_items import InboxItem, ItemState
from s2w_desktop.ui.pages.inbox_rows import sender_words
from s2w_desktop.ui.pages.side_card import SideCard


class InboxDetail(SideCard):
    """`import_asked` when the file shall be taken in, `accept_asked` with the words typed for a laptop that introduces itself."""

    import_asked = Signal()
    accept_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self.action: Button | None = None
        self.compare: WordCompare | None = None
        self.show_item(None)

    def show_item(self, item: InboxItem | None) -> None:
        """Show what is known of a file, or what this place is for."""
        self.action = self.compare = None
        inside = Panel(self.theme, gap=10)
        if item is None:
            _ = self._desk.translator.gettext
            inside.add(Label(self.theme, _("Choose a bundle to see what is proven about it."), Role.MUTED, wrap=True), None)
        elif item.result is not None:
            self._fill_result(inside, item, item.result)
        elif item.introduction is not None:
            self._fill_introduction(inside, item, item.introduction)
        elif item.error is not None:
            inside.add(Label(self.theme, Ltr(item.path.name), Role.HEADING, wrap=True))
            inside.add(Notice(self.theme, notice_text(self._desk.translator, item.error)), None)
        self.put(inside)

    # --- a bundle ---

    def _fill_result(self, inside: Panel, item: InboxItem, result: ImportResult) -> None:
        tr, theme = self._desk.translator, self.theme
        _ = tr.gettext
        inside.add(
            Label(theme, sender_words(self._desk, result.sender), Role.HEADING, wrap=True),
            Label(theme, fill(_("Bundle number {n}"), n=result.seq), Role.MUTED),
            Hairline(),
            *self._proofs(result),
            Hairline(),
            *self._counts(result),
            None,
        )
        if item.state is ItemState.CHECKED:
            inside.add(Label(theme, _("Nothing was taken in yet. The receipt is written afterwards."), Role.CAPTION, wrap=True))
            words = tr.ngettext("Take in {n} profile", "Take in {n} profiles", result.profiles)
            self.action = Button(theme, fill(words, n=number(tr, result.profiles)), ButtonKind.PRIMARY, icon="inbox")
            self.action.clicked.connect(self.import_asked)
            inside.add(self.action)
        elif item.state is ItemState.TAKEN:
            inside.add(Label(theme, _("Taken in. A receipt goes back to the laptop."), Role.CAPTION, wrap=True))

    def _proofs(self, result: ImportResult) -> list[QWidget]:
        tr = self._desk.translator
        _ = tr.gettext
        words = Ltr(" ".join(key_words(self._desk, result.sender)))
        proofs = [self._point("done", Colour.OK, _("Signed by a laptop that you enrolled"), fill(_("Key: {words}"), words=words))]
        if result.was_known:
            proofs.append(
                self._point("done", Colour.OK, _("This bundle is here already"), _("Taking it in again changes nothing"))
            )
            return proofs
        if result.forks:
            proofs.append(
                self._point(
                    "stop", Colour.BAD, _("Numbers used twice"), _("The laptop was copied or put back from a backup. Ask.")
                )
            )
        if result.gaps:
            proofs.append(
                self._point("alert", Colour.WARN, _("Something before it is missing"), _("An earlier bundle did not arrive yet"))
            )
        elif not result.forks:
            proofs.append(self._point("done", Colour.OK, _("Follows without a gap"), _("Nothing was left out")))
        if result.is_to_old_key:
            told = _("It was written to a key that was replaced: the laptop does not know the new keys yet.")
            proofs.append(self._point("key", Colour.WARN, told))
        refused = len(result.quarantined)
        if refused:
            said = tr.ngettext("{n} record is put aside", "{n} records are put aside", refused)
            quiet = _("They are kept, and the laptop is told")
            proofs.append(self._point("alert", Colour.WARN, fill(said, n=number(tr, refused)), quiet))
        else:
            proofs.append(self._point("done", Colour.OK, _("Every record is whole"), _("Checked against the list inside")))
        return proofs

    def _counts(self, result: ImportResult) -> list[QWidget]:
        tr = self._desk.translator
        _ = tr.gettext
        counts = [
            (result.new, tr.pgettext("count", "new")),
            (result.changed, tr.pgettext("count", "changed")),
            (result.conflicts, tr.pgettext("count", "conflicts")),
        ]
        if result.without_name:
            counts.append((result.without_name, tr.pgettext("count", "without a name, as agreed")))
        if result.held_back:
            counts.append((result.held_back, tr.pgettext("count", "held back by the person")))
        return [self._count(count, words) for count, words in counts]

    def _count(self, count: int, words: str) -> QWidget:
        figure = Label(self.theme, number(self._desk.translator, count), Role.TITLE)
        line = row(self.theme, figure, gap=8)
        line.box.addWidget(Label(self.theme, words, Role.MUTED, wrap=True), 1)
        return line

    def _point(self, icon: str, colour: Colour, words: str, quiet: str = "") -> QWidget:
        line = row(self.theme, gap=10)
        line.box.addWidget(Mark(self.theme, icon, colour, size=ICON), 0, Qt.AlignmentFlag.AlignTop)
        both = column(self.theme, Label(self.theme, words, wrap=True), gap=0)
        if quiet:
            both.add(Label(self.theme, quiet, Role.CAPTION, wrap=True))
        line.box.addWidget(both, 1)
        return line

    # --- a laptop that introduces itself ---

    def _fill_introduction(self, inside: Panel, item: InboxItem, introduction: Introduction) -> None:
        _, theme = self._desk.translator.gettext, self.theme
        inside.add(Label(theme, sender_words(self._desk, introduction.peer), Role.HEADING, wrap=True))
        if item.state is ItemState.ACCEPTED:
            text = NoticeText(_("This laptop is known."), "", _("Its bundles are taken in from now on."))
            inside.add(Notice(theme, text, Tone.OK), None)
            return
        inside.add(Label(theme, _("Call the officer and have six words read out. Type them here."), Role.MUTED, wrap=True))
        self.compare = WordCompare(self._desk, introduction.words, typed_title=_("Read out"), file_title=_("In the file"))
        self.action = Button(theme, _("The words are the same"), ButtonKind.PRIMARY, icon="check")
        self.action.setEnabled(False)
        self.action.clicked.connect(self._on_accept)
        self.compare.edited.connect(self._on_compared)
        inside.add(self.compare, None, self.action)

    def _on_compared(self) -> None:
        if self.compare is not None and self.action is not None:
            self.action.setEnabled(self.compare.is_equal())

    def _on_accept(self) -> None:
        if self.compare is not None:
            self.accept_asked.emit(self.compare.typed())
