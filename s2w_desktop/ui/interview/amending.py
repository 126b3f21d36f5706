"""Why a profile is changed after a hand-over: asked once, when the interview is left, and told on the check page (UX-12)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from s2w_desktop.domain.amendments import Amendment, amendments
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.dates import partial_date
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card
from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.panel import Panel, PanelKind, ScrollPage, column
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.titles import window_title
from s2w_desktop.ui.training_band import add_band

REASONS = "amendment_reason"


class ReasonDialog(QDialog):
    """A short list and a line for words. Esc goes back to the interview; nothing is lost either way."""

    noted = Signal(str, str)  # code of the reason, words

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        theme, tr = desk.theme, desk.translator
        _ = tr.gettext
        self.setWindowTitle(window_title(desk))
        title = _("This profile was handed over before. Why was it changed?")
        choices = [Choice(code, Words(words, tr.code)) for code, words in labels.choices(tr, REASONS)]
        self.options = OptionGroup(theme, choices, title)
        self.words = TextField(theme, _("In a few words, if that is not enough"))
        said = Label(theme, _("In a few words, if that is not enough"))
        said.setBuddy(self.words)
        self.back_button = Button(theme, _("Go on with the interview"))
        self.note_button = Button(theme, _("Note it and close"), ButtonKind.PRIMARY)
        self.note_button.setEnabled(False)
        hint = _("Headquarters keeps what it has, and gets the change with its reason at the next hand-over.")
        sheet = Panel(theme, kind=PanelKind.WINDOW, gap=14, margins=(20, 20, 20, 20))
        head = column(theme, Label(theme, title, Role.HEADING, wrap=True), Label(theme, hint, Role.CAPTION, wrap=True), gap=4)
        line = column(theme, said, self.words, gap=4)
        body = column(theme, head, self.options, line, None, gap=14, margins=(2, 2, 8, 2))
        sheet.box.addWidget(ScrollPage(body), 1)
        sheet.add(FlowRow(theme, self.back_button, self.note_button, last_trails=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        add_band(layout, desk)
        layout.addWidget(sheet)
        room = parent.window().size()  # with the largest text the list scrolls, and the buttons stay in sight
        self.resize(min(theme.px(660), room.width() - theme.px(32)), min(theme.px(480), room.height() - theme.px(32)))
        self.options.edited.connect(self._on_chosen)
        self.back_button.clicked.connect(self.reject)
        self.note_button.clicked.connect(self._on_noted)
        self.options.rows[0].setFocus()

    def _on_chosen(self, keys: tuple[str, ...]) -> None:
        self.note_button.setEnabled(bool(keys))

    def _on_noted(self) -> None:
        (reason,) = self.options.value()
        self.accept()
        self.noted.emit(reason, self.words.text())


class Changes(Card):
    """The changes after a hand-over with their reasons, oldest first; hidden where there is none."""

    def __init__(self, theme: Theme, tr: Translator) -> None:
        super().__init__(theme, gap=6)
        self._tr = tr
        self._lines = column(theme, gap=4)
        title = tr.gettext("Changes after a hand-over")
        self.add(Label(theme, title, Role.HEADING), self._lines)
        self.set_name(title)
        self.hide()

    def show_profile(self, profile: Profile) -> None:
        """Tell the changes of a profile."""
        self._lines.clear()
        noted = amendments(profile)
        for change in noted:
            self._lines.add(Label(self.theme, self._told(change), wrap=True))
        self.setVisible(bool(noted))

    def _told(self, change: Amendment) -> str:
        tr = self._tr
        reason = labels.choice(tr, REASONS, change.reason) if change.reason else tr.gettext("No reason noted")
        day = partial_date(tr, change.noted_on) if change.noted_on else ""
        told = fill(tr.gettext("{day}: {reason}"), day=day, reason=reason)
        return fill(tr.gettext("{change} – {words}"), change=told, words=change.words) if change.words else told
