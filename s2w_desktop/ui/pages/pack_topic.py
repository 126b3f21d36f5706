"""Reference packs: which lists are in use, in words; installed from a file, taken back to the version before."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.pack_errors import PackNeedsTwoKeys
from s2w_desktop.domain.packs import PackContent
from s2w_desktop.i18n.esco_notice import esco_notice
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.pack_words import pack_rows
from s2w_desktop.services.pack_exchange import PackExchange
from s2w_desktop.services.packs import InstalledPack
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.bundle_files import pack_filter
from s2w_desktop.ui.compare import WordCompare
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.folders import ask_file
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Facts, NoticeText, Tone
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role


class PackPanel(Panel):
    """Shows the packs in use, each with the way back to the version before where there is one."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk.theme, gap=12)
        self._desk, self._workplace = desk, workplace
        self._shown: Panel | None = None
        self._spot = NoticeSpot(desk)
        self.install_button = Button(desk.theme, desk.translator.gettext("Install…"))
        self.back_buttons: dict[str, Button] = {}
        self._words: Panel | None = None
        self._file: Path | None = None
        self.compare: WordCompare | None = None
        self.agree_button: Button | None = None
        self.add(self._spot, FlowRow(desk.theme, self.install_button))
        self.install_button.clicked.connect(self._on_install)
        self._show()

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    def install(self, path: Path, words: str = "") -> None:
        """Use the pack of a file, or of a bundle that carries one; a refusal is told and changes nothing.

        A pack of new keys that one headquarters signed alone asks for its six words first: `words` are those that were compared.
        """
        self._spot.clear()
        self._take_words_away()
        self._set_busy(True)
        _ = self._desk.translator.gettext
        text = NoticeText(
            _("The pack is checked and installed…"),
            _("What is installed stays in use until it is done."),
            _("This takes some seconds."),
        )
        self._spot.show_text(text, Tone.QUIET)
        job = partial(_installed, self._workplace.pack_exchange, path, words)
        self._desk.tasks.run(job, owner=self, done=self._on_installed, failed=self._on_failed)

    def roll_back(self, name: str) -> None:
        """Use the version before of a pack."""
        _ = self._desk.translator.gettext
        self._spot.clear()
        try:
            present = self._workplace.packs.roll_back(name)
        except S2wError as error:
            self._spot.show_failure(error)
            return
        self._show()
        self.install_button.setFocus()
        words = fill(_("The version before is used again: {version}."), version=present.pack.version)
        self._tell(words)

    # --- what is shown ---

    def _show(self) -> None:
        _ = self._desk.translator.gettext
        packs = self._workplace.packs.installed()
        shown = Panel(self.theme, gap=12)
        self._say(shown, _("Lists of occupations, skills and services come from headquarters, in files that it signs."))
        self.back_buttons = {}
        for told in (one for one in packs if one.is_current):
            shown.add(Label(self.theme, Ltr(told.pack.title), Role.HEADING, wrap=True))
            shown.add(Facts(self.theme, pack_rows(self._desk.translator, told.pack, told.signer)))
            if not told.is_here:
                self._say(shown, _("It is not on this machine: install its file here too."))
            if any(one.pack.id == told.pack.id and one.pack.version < told.pack.version for one in packs):
                self._add_way_back(shown, told)
        if not packs:
            self._say(shown, _("No pack is installed: the program uses its own lists."))
        if any(PackContent.ESCO in one.pack.contents for one in packs):
            shown.add(Label(self.theme, esco_notice(self._desk.translator), Role.CAPTION, wrap=True))
        if self._shown is not None:
            self.box.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = shown
        self.box.insertWidget(1, shown)  # below the messages

    def _add_way_back(self, shown: Panel, told: InstalledPack) -> None:
        _ = self._desk.translator.gettext
        button = self.back_buttons[told.pack.id] = Button(self.theme, _("Use the version before"))
        button.setAccessibleDescription(told.pack.title)
        button.clicked.connect(partial(self._on_back, told.pack.id))
        shown.add(FlowRow(self.theme, button))

    def _say(self, shown: Panel, words: str) -> None:
        shown.add(Label(self.theme, words, Role.BODY, wrap=True))

    def _tell(self, words: str) -> None:
        _ = self._desk.translator.gettext
        text = NoticeText(words, _("Answers that were given stay as they are."), _("It is used from now on."))
        self._spot.show_text(text, Tone.OK)

    def _set_busy(self, is_busy: bool) -> None:
        for button in (self.install_button, *self.back_buttons.values()):
            button.setEnabled(not is_busy)

    # --- what happens ---

    def _on_back(self, name: str) -> None:
        self.roll_back(name)

    def _on_installed(self, done: tuple[Path, InstalledPack]) -> None:
        _ = self._desk.translator.gettext
        path, installed = done
        self._set_busy(False)
        if installed.words:
            self._ask_words(path, installed.words)
            return
        self._show()
        self.install_button.setFocus()
        words = fill(_("The pack is installed: version {version}."), version=installed.pack.version)
        self._tell(words)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        self._spot.show_failure(error)

    def _ask_words(self, path: Path, words: tuple[str, ...]) -> None:
        """New keys, with one signature: headquarters has to be called."""
        _ = self._desk.translator.gettext
        text = NoticeText(
            _("This pack brings new keys of headquarters."),
            _("Nothing was changed yet."),
            _("Call headquarters on a number you know. Type the six words that are read out."),
        )
        self._spot.show_text(text, Tone.WARN)
        self.compare = WordCompare(self._desk, words, typed_title=_("Read out"), file_title=_("In the file"))
        self.agree_button = Button(self.theme, _("The words are the same"))
        self.agree_button.setEnabled(False)
        self._file = path
        self.compare.edited.connect(self._on_compared)
        self.agree_button.clicked.connect(self._on_agreed)
        self._words = Panel(self.theme, gap=12)
        self._words.add(self.compare, FlowRow(self.theme, self.agree_button))
        self.box.insertWidget(1, self._words)
        self.compare.setFocus()

    def _on_compared(self) -> None:
        if self.compare is not None and self.agree_button is not None:
            self.agree_button.setEnabled(self.compare.is_equal())

    def _on_agreed(self) -> None:
        if self.compare is not None and self._file is not None:
            self.install(self._file, self.compare.typed())

    def _take_words_away(self) -> None:
        if self._words is not None:
            self.box.removeWidget(self._words)
            self._words.hide()
            self._words.deleteLater()
            self._words = self.compare = self.agree_button = None

    def _on_install(self) -> None:
        tr, book = self._desk.translator, self._desk.book
        path = ask_file(self, tr.gettext("Install a reference pack"), book.settings.last_folder, pack_filter(tr))
        if path is not None:
            book.keep_if_possible(replace(book.settings, last_folder=str(path.parent)))
            self.install(path)


def _installed(exchange: PackExchange, path: Path, words: str, _report: object) -> tuple[Path, InstalledPack]:
    """The pack once it is installed; with words to compare, it is not yet."""
    try:
        return path, exchange.install(path, words)
    except PackNeedsTwoKeys:
        looked = exchange.look(path)
        if words or not looked.words:
            raise
        return path, looked
