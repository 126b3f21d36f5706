"""Trying the recovery key out: taken from the safe, typed or opened from its file, and forgotten at once."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from s2w_desktop.i18n.formats import day
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.rehearsal import Rehearsal
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.folders import ask_file
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Card, NoticeText
from s2w_desktop.ui.kit.passphrase import PassphraseField
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Colour, Role
from s2w_desktop.ui.passphrase_words import passphrase_words


class RecoveryTry(Card):
    """`told` carries a NoticeText, `failed` an error; `began` before either."""

    began = Signal()
    told = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk.theme, gap=10, margins=(20, 16, 20, 18))
        self._desk, self._workplace = desk, workplace
        self._file: Path | None = None
        _, theme = desk.translator.gettext, desk.theme
        self._standing = Label(theme, " ", wrap=True)
        self._named = Label(theme, "", Role.CAPTION, wrap=True)
        self.field = PassphraseField(
            theme, passphrase_words(desk.translator, _("The recovery key, or the passphrase of its file"))
        )
        self.file_button = Button(theme, _("Open its file…"), icon="usb")
        self.try_button = Button(theme, _("Try it out"), icon="check")
        self._form = (self._named, self.field, FlowRow(theme, self.file_button, self.try_button))
        self.add(Label(theme, _("Recovery key"), Role.HEADING), self._standing, *self._form)
        self.file_button.clicked.connect(self._on_file)
        self.try_button.clicked.connect(self._on_try)
        self.field.entered.connect(self._on_try)
        self.field.edited.connect(self._on_edited)

    def refresh(self) -> None:
        """Say when it was tried last, and whether that is too long ago."""
        tr, rehearsals = self._desk.translator, self._workplace.safekeeping.rehearsals
        _ = tr.gettext
        last, is_due = rehearsals.last(), rehearsals.is_due()
        if not rehearsals.has_key():
            words = _("There is none. If this computer is lost, bundles on their way can no longer be opened.")
        elif last is None:
            words = _("It was never tried out. Take it from the safe once a year, and prove that it opens a bundle.")
        elif is_due:
            words = fill(_("It was tried out last on {day}. It is time to do so again."), day=day(tr, last.at.date()))
        else:
            words = fill(_("It was tried out on {day} and opens what laptops send."), day=day(tr, last.at.date()))
        self._standing.set_words(words)
        self._standing.set_tone(Colour.WARN if is_due or not rehearsals.has_key() else Colour.TEXT)
        for part in self._form:
            part.setVisible(rehearsals.has_key())
        self._named.setVisible(self._file is not None)
        self._on_edited()

    def use_file(self, path: Path) -> None:
        """Open this file with the passphrase that is typed."""
        self._file = path
        self._named.set_words(fill(self._desk.translator.gettext("File: {file}"), file=Ltr(path.name)))
        self._named.show()
        self.field.setFocus()

    def _on_file(self) -> None:
        tr = self._desk.translator
        path = ask_file(
            self, tr.gettext("Open its file…"), self._desk.book.settings.last_folder, f"{tr.gettext('Key files')} (*)"
        )
        if path is not None:
            self.use_file(path)

    def _on_edited(self) -> None:
        self.try_button.setEnabled(bool(self.field.text()))

    def _on_try(self) -> None:
        if not self.try_button.isEnabled():
            return
        self.began.emit()
        rehearsals, typed = self._workplace.safekeeping.rehearsals, self.field.text()
        act = partial(rehearsals.rehearse_file, self._file, typed) if self._file else partial(rehearsals.rehearse, typed)
        self.field.clear()
        self._on_edited()
        self._desk.tasks.run(lambda _report: act(), owner=self, done=self._on_done, failed=self._on_failed)

    def _on_done(self, _done: Rehearsal) -> None:
        _ = self._desk.translator.gettext
        self._file = None
        self.refresh()
        self.file_button.setFocus()
        self.told.emit(
            NoticeText(
                _("The recovery key opens what laptops send."),
                _("It was forgotten again; only the day was noted."),
                _("Put it back into the safe."),
            )
        )

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        self.field.setFocus()
