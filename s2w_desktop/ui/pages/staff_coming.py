"""The form for somebody who begins to work here: name, duties, a first passphrase."""

from PySide6.QtCore import Signal

from s2w_desktop.domain.duties import Duty
from s2w_desktop.i18n.duty_words import duty_words
from s2w_desktop.services.staff import MOST_LETTERS
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.pages.new_passphrase import NewPassphrase


def duty_group(desk: Desk, name: str) -> OptionGroup:
    """The duties as answers of which several may hold, each with what it allows; the keys are those of `Duty`."""
    tr = desk.translator
    told = [(duty, duty_words(tr, duty)) for duty in Duty]
    choices = [Choice(duty.value, Words(words.name, tr.code), note=Words(words.allows, tr.code)) for duty, words in told]
    return OptionGroup(desk.theme, choices, name, many=True, most_columns=1)


class ComingPanel(Panel):
    """`ready` gives name, duties and passphrase once a person says so."""

    ready = Signal(str, object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=10)
        _, theme = desk.translator.gettext, desk.theme
        self.name_field = TextField(theme, _("Name"))
        self.name_field.setMaxLength(MOST_LETTERS)
        self.duties = duty_group(desk, _("Duties"))
        self.passphrase = NewPassphrase(desk)
        self.action = Button(theme, _("Let this person in"), ButtonKind.PRIMARY)
        self.add(
            Label(theme, _("Somebody new"), Role.HEADING),
            Label(theme, _("Name"), Role.STRONG),
            self.name_field,
            Label(theme, _("Duties"), Role.STRONG),
            self.duties,
            Label(theme, _("First passphrase"), Role.STRONG),
            self.passphrase,
            row(theme, self.action, None),
        )
        self.name_field.edited.connect(self._tell)
        self.duties.edited.connect(self._tell)
        self.passphrase.edited.connect(self._tell)
        self.action.clicked.connect(self._on_action)
        self._tell()

    def again(self) -> None:
        """Ask for another passphrase; what else was entered stays."""
        self.passphrase.clear()
        self._tell()
        self.passphrase.first.line.setFocus()

    def _tell(self) -> None:
        is_named = bool(self.name_field.text().strip())
        self.action.setEnabled(is_named and bool(self.duties.value()) and self.passphrase.is_ready())

    def _on_action(self) -> None:
        duties = frozenset(Duty(key) for key in self.duties.value())
        self.ready.emit(self.name_field.text(), duties, self.passphrase.text())
