"""The template of the centre: what it decides, in words; installed from a file, or removed."""

from dataclasses import replace
from pathlib import Path

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.i18n.formats import day
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.template_texts import template_facts
from s2w_desktop.services.templates import InstalledTemplate
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.bundle_files import template_filter
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.folders import ask_file
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Facts, NoticeText, Tone
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role


class TemplatePanel(Panel):
    """Shows the template in force, and one whose day is still to come."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk.theme, gap=12)
        self._desk, self._workplace = desk, workplace
        _, theme = desk.translator.gettext, desk.theme
        self._shown: Panel | None = None
        self._spot = NoticeSpot(desk)
        # short words: with the largest text the topic has little room
        self.install_button = Button(theme, _("Install…"))
        self.remove_button = Button(theme, _("Remove"), ButtonKind.QUIET)
        self.add(self._spot, FlowRow(theme, self.install_button, self.remove_button))
        self.install_button.clicked.connect(self._on_install)
        self.remove_button.clicked.connect(self.remove)
        self._show()

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    def install(self, path: Path) -> None:
        """Follow the template of a file; a refusal is told and changes nothing."""
        self._spot.clear()
        try:
            installed = self._workplace.templates.install(path)
        except S2wError as error:
            self._spot.show_failure(error)
            return
        self._show()
        self._tell_installed(installed)

    def remove(self) -> None:
        """Do without a template."""
        self._spot.clear()
        try:
            self._workplace.templates.remove()
        except S2wError as error:
            self._spot.show_failure(error)
            return
        self._show()
        self.install_button.setFocus()
        _ = self._desk.translator.gettext
        words = (
            _("The template is removed."),
            _("No answer is lost: what it hid is shown again."),
            _("Interviews follow this from their next opening on."),
        )
        self._spot.show_text(NoticeText(*words), Tone.OK)

    # --- what is shown ---

    def _show(self) -> None:
        installed = self._workplace.templates.installed()
        shown = Panel(self.theme, gap=12)
        _ = self._desk.translator.gettext
        self._say(
            shown, _("Headquarters can decide what interviews here ask, in a file that it signs. No answer is ever lost by it.")
        )
        for told in installed:
            self._add_template(shown, told)
        if not installed:
            self._say(shown, _("No template is installed: every question of the depth that the interviewer chooses is asked."))
        if self._shown is not None:
            self.box.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = shown
        self.box.insertWidget(1, shown)  # below the messages
        self.remove_button.setVisible(bool(installed))

    def _add_template(self, shown: Panel, told: InstalledTemplate) -> None:
        tr, template = self._desk.translator, told.template
        _ = tr.gettext
        if not told.is_in_force:
            words = fill(_("In force from {day} on"), day=day(tr, template.valid_from))
            shown.add(Label(self.theme, words, Role.HEADING))
        shown.add(Facts(self.theme, template_facts(tr, template, told.signer)))
        if told.unknown:
            names = Ltr(", ".join(told.unknown))
            self._say(shown, fill(_("This program does not know these names, and ignores them: {names}"), names=names))

    def _say(self, shown: Panel, words: str) -> None:
        shown.add(Label(self.theme, words, Role.BODY, wrap=True))

    def _tell_installed(self, installed: InstalledTemplate) -> None:
        tr = self._desk.translator
        _ = tr.gettext
        next_step = _("Interviews follow it from their next opening on.")
        if not installed.is_in_force:
            next_step = fill(_("In force from {day} on"), day=day(tr, installed.template.valid_from))
        text = NoticeText(
            _("The template is installed."), _("No answer is lost: what it hides stays in the profiles."), next_step
        )
        self._spot.show_text(text, Tone.OK)

    def _on_install(self) -> None:
        tr, book = self._desk.translator, self._desk.book
        _ = tr.gettext
        path = ask_file(self, _("Install a template"), book.settings.last_folder, template_filter(tr))
        if path is not None:
            book.keep_if_possible(replace(book.settings, last_folder=str(path.parent)))
            self.install(path)
