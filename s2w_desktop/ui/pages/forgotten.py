"""A forgotten passphrase: the words of the recovery sheet, and a new passphrase twice."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.doors import Doors
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.passphrase import PassphraseField
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.pages.new_passphrase import NewPassphrase
from s2w_desktop.ui.passphrase_words import passphrase_words


@dataclass(frozen=True)
class ForgottenDraft:
    """What was typed so far."""

    words: str = ""
    new: str = ""
    again: str = ""

    def __repr__(self) -> str:
        return "ForgottenDraft()"  # it holds secrets


class ForgottenPanel(Panel):
    """`changed` when the new passphrase holds, `failed` with an error, `left` when the person goes back; `began` before a try."""

    began = Signal()
    changed = Signal()
    failed = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, doors: Doors) -> None:
        super().__init__(desk.theme, gap=10)
        self._desk, self._doors = desk, doors
        self._is_allowed = True
        _, theme = desk.translator.gettext, desk.theme
        self.words = PassphraseField(theme, passphrase_words(desk.translator, _("The words of the recovery sheet, in order")))
        self.new = NewPassphrase(desk)
        self.action = Button(theme, _("Set the new passphrase"), ButtonKind.PRIMARY)
        self.back = Button(theme, _("Back"), ButtonKind.LINK)
        hint = _("A space between two words. Capital letters do not matter.")
        self.add(self.words, Label(theme, hint, Role.CAPTION, wrap=True), self.new, row(theme, self.action, None, self.back))
        self.words.edited.connect(self._tell)
        self.words.entered.connect(self.new.first.setFocus)
        self.new.edited.connect(self._tell)
        self.new.entered.connect(self._on_change)
        self.action.clicked.connect(self._on_change)
        self.back.clicked.connect(self.left)
        self._tell()

    def draft(self) -> ForgottenDraft:
        """What is typed."""
        return ForgottenDraft(self.words.text(), self.new.first.text(), self.new.again.text())

    def set_draft(self, draft: ForgottenDraft) -> None:
        """Put typed words back by program."""
        self.words.line.setText(draft.words)
        self.new.set_texts(draft.new, draft.again)
        self._tell()

    def allow(self, *, allowed: bool) -> None:
        """Whether a try is possible: not while one is made, nor while a wait for wrong ones lasts."""
        self._is_allowed = allowed
        self._tell()

    def _tell(self) -> None:
        self.action.setEnabled(self._is_allowed and bool(self.words.text().strip()) and self.new.is_ready())

    def _on_change(self) -> None:
        if not self.action.isEnabled():
            return
        words, new = self.words.text(), self.new.text()
        self.began.emit()
        self._desk.tasks.run(
            lambda _report: self._doors.change_by_sheet(words, new),
            owner=self,
            done=lambda _nothing: self._on_changed(),
            failed=self.failed.emit,
        )

    def _on_changed(self) -> None:
        self.set_draft(ForgottenDraft())
        self.changed.emit()
