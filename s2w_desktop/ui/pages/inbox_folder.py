"""The line about the watched folder: which it is, whether bundles are taken in by themselves, and choosing another one."""

from pathlib import Path

from PySide6.QtCore import Signal

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.folders import ask_folder
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role


class FolderLine(Panel):
    """`chosen` when another folder is watched, or in another way; `failed` with an exception."""

    chosen = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk.theme, gap=4)
        self._desk, self._watching = desk, workplace.office.watching
        _, theme = desk.translator.gettext, desk.theme
        self._words = Label(theme, "", Role.CAPTION, wrap=True)
        self.choose_button = Button(theme, _("Watch a folder…"), ButtonKind.QUIET, icon="eye")
        self.automatic_button = Button(theme, _("Take in by itself"), ButtonKind.QUIET, icon="inbox")
        self.stop_button = Button(theme, _("Stop watching"), ButtonKind.QUIET, icon="eye_off")
        self.add(self._words, FlowRow(theme, self.choose_button, self.automatic_button, self.stop_button))
        self.choose_button.clicked.connect(self._on_choose)
        self.automatic_button.clicked.connect(self._on_automatic)
        self.stop_button.clicked.connect(lambda: self.watch(None, automatic=False))
        self._tell()

    def watch(self, folder: Path | None, *, automatic: bool) -> None:
        """Watch this folder from now on, or none."""
        try:
            self._watching.choose(folder, automatic=automatic)
        except S2wError as error:
            self.failed.emit(error)
            return
        self._tell()
        self.chosen.emit()

    def _tell(self) -> None:
        _, folder = self._desk.translator.gettext, self._watching.folder()
        is_automatic = self._watching.is_automatic()
        self._words.setVisible(folder is not None)
        if folder is None:
            self._words.set_words("")
        elif is_automatic:
            words = _("Bundles in {folder} are taken in by themselves and moved away.")
            self._words.set_words(fill(words, folder=Ltr(folder)))
        else:
            self._words.set_words(fill(_("Bundles in {folder} appear here."), folder=Ltr(folder)))
        self.automatic_button.set_words(_("Take in only when asked") if is_automatic else _("Take in by itself"))
        self.automatic_button.setVisible(folder is not None)
        self.stop_button.setVisible(folder is not None)

    def _on_choose(self) -> None:
        _, now = self._desk.translator.gettext, self._watching.folder()
        folder = ask_folder(self, _("Watch a folder…"), str(now or self._desk.book.settings.last_folder))
        if folder is not None:
            self.watch(folder, automatic=self._watching.is_automatic())

    def _on_automatic(self) -> None:
        self.watch(self._watching.folder(), automatic=not self._watching.is_automatic())
