"""Changing the passphrase of the officer at work."""

from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.doors import Doors
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import NoticeText, Tone
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.passphrase import PassphraseField
from s2w_desktop.ui.pages.new_passphrase import NewPassphrase
from s2w_desktop.ui.passphrase_words import passphrase_words
from s2w_desktop.ui.waiting import Waiting


class ChangePassphrase(Panel):
    """The old one, the new one twice."""

    def __init__(self, desk: Desk, doors: Doors) -> None:
        super().__init__(desk.theme, gap=14)
        self._desk, self._doors = desk, doors
        _ = desk.translator.gettext
        self.old = PassphraseField(desk.theme, passphrase_words(desk.translator, _("Present passphrase")))
        self.new = NewPassphrase(desk)
        self.action = Button(desk.theme, _("Change the passphrase"))
        self.spot = NoticeSpot(desk)
        self.waiting = Waiting(desk, self, self.spot, doors.seconds_to_wait)
        self.add(self.old, self.new, row(desk.theme, self.action, None), self.spot)
        self.new.edited.connect(self._tell)
        self.old.edited.connect(self._tell)
        self.action.clicked.connect(self._on_change)
        self.waiting.changed.connect(self._follow_wait)
        self._tell()

    def _follow_wait(self) -> None:
        self.old.setEnabled(not self.waiting.is_on)
        self._tell()
        if not self.waiting.is_on:
            self.old.line.setFocus()

    def _tell(self) -> None:
        self.action.setEnabled(not self.waiting.is_on and bool(self.old.text()) and self.new.is_ready())

    def _on_change(self) -> None:
        old, new = self.old.text(), self.new.text()
        self.action.setEnabled(False)
        self.spot.clear()
        self._desk.tasks.run(
            lambda _report: self._doors.change_passphrase(old, new),
            owner=self,
            done=lambda _nothing: self._on_changed(),
            failed=self._on_failed,
        )

    def _on_changed(self) -> None:
        _ = self._desk.translator.gettext
        self.old.clear()
        self.new.clear()
        self._tell()
        text = NoticeText(
            _("The passphrase was changed."), _("Your profiles stay as they are."), _("Use the new one from now on.")
        )
        self.spot.show_text(text, Tone.OK)

    def _on_failed(self, error: Exception) -> None:
        self.old.clear()
        self.spot.show_failure(error)
        self.waiting.look()
