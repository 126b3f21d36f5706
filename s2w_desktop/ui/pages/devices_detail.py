"""The side of the laptops: what was on the chosen one, and the question whether it is in good hands."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal

from s2w_desktop.domain.losses import Loss
from s2w_desktop.domain.stations import Peer
from s2w_desktop.domain.typed_days import typed_day
from s2w_desktop.i18n.formats import day, number
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.loss_words import loss_lines
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Hairline, Notice, NoticeText, Tone
from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Colour, Role
from s2w_desktop.ui.pages.hand_over_cards import key_words
from s2w_desktop.ui.pages.side_card import SideCard


@dataclass(frozen=True)
class Post:
    """What is on its way to a laptop: orders of which it is not known to have heard, and whether a receipt is due."""

    orders: int
    is_due: bool


class LaptopDetail(SideCard):
    """`revoke_asked` with the day since when, `reinstate_asked` with how people made sure, `sheet_asked` for the paper.

    `asked` when a question stands here.
    """

    asked = Signal()
    revoke_asked = Signal(object)  # date
    reinstate_asked = Signal(str)
    sheet_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._peer: Peer | None = None
        self._question: Panel | None = None
        self.line: TextField | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what this place is for."""
        _ = self._desk.translator.gettext
        self._peer = self._question = self.line = None
        self._make_buttons(is_revoked=False)
        inside = Panel(self.theme, gap=10)
        inside.add(
            Label(self.theme, _("Choose a laptop to see what was on it."), Role.MUTED, wrap=True), None, self.revoke_button
        )
        self.revoke_button.setEnabled(False)
        self.put(inside)

    def show_laptop(self, peer: Peer, loss: Loss | None, note: str, post: Post) -> None:
        """Show a laptop. `loss` is None for those who may not see it, `note` is of when it was found again."""
        tr, theme = self._desk.translator, self.theme
        _ = tr.gettext
        self._peer, self._question, self.line = peer, None, None
        self._make_buttons(is_revoked=peer.revoked_at is not None)
        inside = Panel(theme, gap=8)
        inside.add(
            Label(theme, peer.name or peer.organisation, Role.HEADING, wrap=True),
            Label(theme, fill(_("Key: {words}"), words=Ltr(" ".join(key_words(self._desk, peer)))), Role.CAPTION, wrap=True),
        )
        for words in self._standing(peer, note, post):
            inside.add(Label(theme, words, wrap=True))
        self._facts = Panel(theme, gap=8)
        self._facts.add(Hairline(), Label(theme, _("What was on it"), Role.OVERLINE))
        for words in loss_lines(tr, loss) if loss else (_("Your duties do not include this."),):
            self._facts.add(Label(theme, words, wrap=True))
        inside.add(self._facts)
        self._place = Panel(theme, gap=8)
        self._place.add(self.sheet_button, self.revoke_button)
        self.sheet_button.setEnabled(loss is not None)
        inside.add(None, self._place)
        self.put(inside)

    def _make_buttons(self, *, is_revoked: bool) -> None:
        _ = self._desk.translator.gettext
        self.sheet_button = Button(self.theme, _("Write the paper…"), icon="print")
        words = _("It was found again…") if is_revoked else _("Take off the list…")
        self.revoke_button = Button(self.theme, words, icon="undo" if is_revoked else "stop")
        self.sheet_button.clicked.connect(self.sheet_asked)
        self.revoke_button.clicked.connect(self._on_asked)

    def _standing(self, peer: Peer, note: str, post: Post) -> list[str]:
        tr = self._desk.translator
        _ = tr.gettext
        said: list[str] = []
        if peer.lost_since is not None:
            said.append(fill(_("Not in good hands since {day}"), day=day(tr, peer.lost_since.date())))
        if peer.revoked_at is None and note:
            said.append(fill(_("Found again: {note}"), note=note))
        if post.is_due:
            said.append(_("A receipt for it is to be written"))
        if post.orders:
            words = tr.ngettext("{n} order is on its way to it", "{n} orders are on their way to it", post.orders)
            said.append(fill(words, n=number(tr, post.orders)))
        return said

    # --- the question ---

    def _on_asked(self) -> None:
        """Ask at the place: what is said here changes what is taken in."""
        if self._peer is None:
            return
        self._ask_back() if self._peer.revoked_at is not None else self._ask_since()

    def _ask_since(self) -> None:
        _, today = self._desk.translator.gettext, self._desk.sources.today()
        text = NoticeText(
            _("Since when is it not in good hands?"),
            _("Nothing of it is taken in any more. What it sent before stays."),
            _("What came since that day is shown in the inbox."),
        )
        self._put_question(text, _("Day, as 2026-11-03"), today.isoformat(), _("Take it off the list"), _("Leave it"))
        self._judge()

    def _ask_back(self) -> None:
        _ = self._desk.translator.gettext
        text = NoticeText(_("May it send again?"), "", _("Write down how you made sure that nobody else had it."))
        self._put_question(text, _("How you made sure"), "", _("Let it send again"), _("Leave it"))
        self._judge()

    def _put_question(self, text: NoticeText, name: str, typed: str, yes_words: str, no_words: str) -> None:
        theme = self.theme
        self.line = TextField(theme, name)
        self.line.setText(typed)
        self.line.edited.connect(self._judge)
        self.line.returnPressed.connect(self._on_yes)
        self._yes, no = Button(theme, yes_words), Button(theme, no_words)
        self._yes.clicked.connect(self._on_yes)
        no.clicked.connect(self._on_no)
        self._question = Panel(theme, gap=8)
        self._question.add(Notice(theme, text, Tone.WARN), Label(theme, name, Role.CAPTION), self.line, self._yes, no)
        self._show_facts(shown=False)
        self._place.add(self._question)
        self._question.show()
        announce(self, f"{text.what} {text.safe} {text.do}")
        self.line.setFocus()
        self.line.selectAll()
        self.asked.emit()

    def _judge(self) -> None:
        if self.line is None:
            return
        is_good = self._since() is not None if self._is_listed() else bool(self.line.text().strip())
        self._yes.setEnabled(is_good)
        self.line.set_tone(None if is_good or not self.line.text() else Colour.BAD)

    def _is_listed(self) -> bool:
        return self._peer is not None and self._peer.revoked_at is None

    def _since(self) -> date | None:
        """The day typed, if it is one that has come."""
        found = typed_day(self.line.text()) if self.line else None
        return found if found is not None and found <= self._desk.sources.today() else None

    def _on_yes(self) -> None:
        if self.line is None or not self._yes.isEnabled():
            return
        since = self._since()
        if not self._is_listed():
            self.reinstate_asked.emit(self.line.text().strip())
        elif since is not None:
            self.revoke_asked.emit(since)

    def _on_no(self) -> None:
        if self._question is not None:
            self._place.box.removeWidget(self._question)
            self._question.hide()
            self._question.deleteLater()
            self._question = self.line = None
        self._show_facts(shown=True)
        self.revoke_button.setFocus()

    def _show_facts(self, *, shown: bool) -> None:
        """The question takes the place of what was known: there is room for one of them."""
        for part in (self._facts, self.sheet_button, self.revoke_button):
            part.setVisible(shown)
