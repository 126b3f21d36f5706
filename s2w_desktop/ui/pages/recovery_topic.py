"""The recovery sheet of the officer at work, in the settings: since when it holds, and making a new one."""

from functools import partial

from s2w_desktop.i18n.formats import day
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.doors import Doors
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import NoticeText, Tone
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.passphrase import PassphraseField
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.pages.recovery_sheet import RecoverySheetPanel, new_sheet
from s2w_desktop.ui.passphrase_words import passphrase_words
from s2w_desktop.ui.waiting import Waiting


class RecoverySheetTopic(Panel):
    """A new sheet takes the present passphrase, so that nobody makes one at a laptop that lies open."""

    def __init__(self, desk: Desk, workplace: Workplace, doors: Doors) -> None:
        super().__init__(desk.theme, gap=14)
        self._desk, self._workplace, self._doors = desk, workplace, doors
        _, theme = desk.translator.gettext, desk.theme
        self._standing = Label(theme, " ", wrap=True)
        self.begin = Button(theme, _("Make a new recovery sheet"), icon="print")
        self.panel: RecoverySheetPanel | None = None
        self.passphrase = PassphraseField(theme, passphrase_words(desk.translator, _("Present passphrase")))
        self.action = Button(theme, _("Let this sheet hold"))
        self.spot = NoticeSpot(desk)
        self.waiting = Waiting(desk, self, self.spot, doors.seconds_to_wait)
        self._body = Panel(theme, gap=0)
        self._form = (self._body, self.passphrase, self.action)
        self.add(Label(theme, _("Recovery sheet"), Role.HEADING), self._standing, row(theme, self.begin, None))
        self.add(self._body, self.passphrase, row(theme, self.action, None), self.spot)
        self.begin.clicked.connect(self._on_begin)
        self.passphrase.edited.connect(self._tell)
        self.passphrase.entered.connect(self._on_hold)
        self.action.clicked.connect(self._on_hold)
        self.waiting.changed.connect(self._follow_wait)
        self._open(is_open=False)

    def _open(self, *, is_open: bool) -> None:
        """Show the form with a fresh sheet, or since when the present one holds."""
        if self.panel is not None:
            self._body.box.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
        if is_open:
            self.panel = RecoverySheetPanel(self._desk, new_sheet(self._desk.resources, self._desk.sources), self._paper)
            self.panel.edited.connect(self._tell)
            self._body.add(self.panel)
        for part in self._form:
            part.setVisible(is_open)
        self.begin.setVisible(not is_open)
        self._standing.set_words(self._standing_words())
        self._tell()

    def _standing_words(self) -> str:
        tr, made = self._desk.translator, self._doors.sheet_made(self._workplace)
        _ = tr.gettext
        if made is None:
            return _("There is none. Who forgets the passphrase cannot get in without headquarters.")
        return fill(_("The sheet of {day} gives you a new passphrase, once."), day=day(tr, made.date()))

    def _paper(self, words: tuple[str, ...]) -> bytes:
        return self._doors.recovery_paper(words, self._workplace.station.device_name, self._desk.translator)

    def _follow_wait(self) -> None:
        self.passphrase.setEnabled(not self.waiting.is_on)
        self._tell()
        if not self.waiting.is_on:
            self.passphrase.setFocus()

    def _tell(self) -> None:
        is_proved = self.panel is not None and self.panel.sheet.is_proved
        self.action.setEnabled(not self.waiting.is_on and is_proved and bool(self.passphrase.text()))

    def _on_begin(self) -> None:
        self.spot.clear()
        self._open(is_open=True)
        if self.panel is not None:
            self.panel.print_button.setFocus()

    def _on_hold(self) -> None:
        if self.panel is None or not self.action.isEnabled():
            return
        self.spot.clear()
        act = partial(self._doors.renew_sheet, self.passphrase.text(), self.panel.sheet.words)
        self.passphrase.clear()
        self._tell()
        self._desk.tasks.run(lambda _report: act(), owner=self, done=lambda _nothing: self._on_held(), failed=self._on_failed)

    def _on_held(self) -> None:
        _ = self._desk.translator.gettext
        self._open(is_open=False)
        text = NoticeText(
            _("The new recovery sheet holds."),
            _("Your profiles and your passphrase stay as they are."),
            _("Lock it away, and destroy an older one: it opens nothing any more."),
        )
        self.spot.show_text(text, Tone.OK)
        self.begin.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self.spot.show_failure(error)
        self.waiting.look()
