"""What the pages of the first run ask, and the draft they fill."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.labels import choices
from s2w_desktop.i18n.names import alpha2, country_name, language_name
from s2w_desktop.services.setup import NewStore
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.panel import Panel, column, row
from s2w_desktop.ui.kit.picker import Picked, Picker, PickerWords
from s2w_desktop.ui.kit.searching import Suggestion, search_in
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role as TypeRole
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.languages import language_choices
from s2w_desktop.ui.pages.new_passphrase import NewPassphrase
from s2w_desktop.ui.pages.recovery_sheet import MakePaper, RecoverySheetPanel, SheetDraft, new_sheet


@dataclass(frozen=True)
class Draft:
    """What was entered so far. Countries are ISO 3166-1 alpha-3, the language is ISO 639-3."""

    is_headquarters: bool = False
    organisation: str = ""
    centre: str = ""
    device_name: str = ""
    officer_name: str = ""
    country: str = ""
    host_language: str = ""
    passphrase: str = ""
    passphrase_again: str = ""
    recovery_recipient: str = ""
    sheet: SheetDraft | None = None
    is_sheet_wanted: bool = True
    training: bool = False

    def __repr__(self) -> str:
        return "Draft()"  # it holds a passphrase

    @property
    def sheet_words(self) -> tuple[str, ...]:
        """The words of the recovery sheet; none where it is not wanted."""
        return self.sheet.words if self.sheet is not None and self.is_sheet_wanted else ()

    def without_secrets(self) -> "Draft":
        """The draft once the store is made."""
        return replace(self, passphrase="", passphrase_again="", sheet=None)


def new_store(draft: Draft) -> NewStore:
    """The store that a draft asks for."""
    return NewStore(
        role=Role.HEADQUARTERS if draft.is_headquarters else Role.FIELD,
        organisation=draft.organisation.strip(),
        centre=draft.centre.strip(),
        device_name=draft.device_name.strip(),
        officer_name=draft.officer_name.strip(),
        country=alpha2(draft.country),
        host_country=draft.country,
        host_language=draft.host_language,
        training=draft.training,
        recovery_recipient=draft.recovery_recipient.strip(),
    )


class Step(Panel):
    """One page. `edited` after each change that may make it ready."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=10)
        self.desk = desk

    def draft(self, before: Draft) -> Draft:
        """The draft with what stands on this page."""
        return before

    def is_ready(self) -> bool:
        """Whether the next page may come."""
        return True

    def first_focus(self) -> QWidget | None:
        """Where the page begins."""
        return None

    def freeze(self) -> None:
        """Show, but take no changes: the store is made already."""
        self.setEnabled(False)
        _ = self.desk.translator.gettext
        self.add(
            Label(self.theme, _("The store is made. What stands here can be changed later in the settings."), TypeRole.CAPTION)
        )

    def field(self, name: str, text: str) -> TextField:
        """A line with its own name, for `named`."""
        made = TextField(self.theme, name)
        made.set_text(text)
        made.edited.connect(self.edited)
        return made

    def pair(self, first: QWidget, second: QWidget) -> None:
        """Two fields beside each other, their names above them."""
        line = row(self.theme, gap=16)
        for one in (first, second):
            line.box.addWidget(named(self.desk, one), 1)
        self.add(line)


class LanguageStep(Step):
    """The language of the window; it changes at once."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        _ = desk.translator.gettext
        options = language_choices(desk.catalogues, desk.translator)
        self.group = OptionGroup(desk.theme, options, _("Language of this program"))
        self.group.set_value((desk.translator.code,))
        self.group.edited.connect(self._on_edited)
        self.add(self.group)

    def first_focus(self) -> QWidget:
        return self.group.rows[0]

    def _on_edited(self, keys: tuple[str, ...]) -> None:
        if keys:
            self.chosen.emit(keys[0])


class RoleStep(Step):
    """Field or headquarters, and the names under which people know this computer."""

    def __init__(self, desk: Desk, draft: Draft) -> None:
        super().__init__(desk)
        _, theme = desk.translator.gettext, desk.theme
        roles = [
            Choice("field", Words(_("Interviews at a centre or on the way"))),
            Choice("hq", Words(_("Headquarters: takes in what the centres hand over"))),
        ]
        self.role = OptionGroup(theme, roles, _("Role"))
        self.role.set_value(("hq" if draft.is_headquarters else "field",))
        self.role.edited.connect(self.edited)
        self.add(self.role)
        self.organisation = self.field(_("Organisation"), draft.organisation)
        self.centre = self.field(_("Centre"), draft.centre)
        self.device_name = self.field(_("Name of this computer, as “Laptop 07”"), draft.device_name)
        self.officer_name = self.field(_("Your name or initials"), draft.officer_name)
        countries = [Suggestion(code, words) for code, words in choices(desk.translator, "country")]
        languages = [Suggestion(code, words) for code, words in choices(desk.translator, "language")]
        self.pair(self.organisation, self.centre)
        self.pair(self.device_name, self.officer_name)
        self.country = self._picker(_("Country where you work"), countries)
        self.language = self._picker(_("Language of that country"), languages)
        self.pair(self.country, self.language)
        if draft.country:
            self.country.set_picked(Picked(draft.country, country_name(desk.translator, draft.country)))
        if draft.host_language:
            self.language.set_picked(Picked(draft.host_language, language_name(desk.translator, draft.host_language)))

    def _picker(self, name: str, suggestions: list[Suggestion]) -> Picker:
        _ = self.desk.translator.gettext
        made = Picker(self.theme, search_in(suggestions), PickerWords(name, _("Type the first letters"), _("Nothing fits.")))
        made.edited.connect(self.edited)
        return made

    def first_focus(self) -> QWidget:
        return self.role.rows[0]

    def is_ready(self) -> bool:
        lines = (self.organisation, self.centre, self.device_name, self.officer_name)
        return all(line.text().strip() for line in lines) and bool(self.country.picked().key and self.language.picked().key)

    def draft(self, before: Draft) -> Draft:
        return replace(
            before,
            is_headquarters=self.role.value() == ("hq",),
            organisation=self.organisation.text(),
            centre=self.centre.text(),
            device_name=self.device_name.text(),
            officer_name=self.officer_name.text(),
            country=self.country.picked().key or "",
            host_language=self.language.picked().key or "",
        )


class PassphraseStep(Step):
    """The passphrase, with advice in words."""

    def __init__(self, desk: Desk, draft: Draft) -> None:
        super().__init__(desk)
        self.new = NewPassphrase(desk)
        self.new.edited.connect(self.edited)
        self.new.set_texts(draft.passphrase, draft.passphrase_again)
        self.add(self.new)

    def first_focus(self) -> QWidget:
        return self.new.first.line

    def is_ready(self) -> bool:
        return self.new.is_ready()

    def draft(self, before: Draft) -> Draft:
        return replace(before, passphrase=self.new.first.text(), passphrase_again=self.new.again.text())


class RecoveryStep(Step):
    """What happens when the passphrase is lost: a sheet for whoever works here, and the key of headquarters."""

    _SHEET, _NONE = "sheet", "none"

    def __init__(self, desk: Desk, draft: Draft, make_paper: MakePaper, *, is_made: bool) -> None:
        super().__init__(desk)
        _, theme = desk.translator.gettext, desk.theme
        self.add(
            Label(theme, _("Nobody can look up or set back a passphrase, and without it this store stays closed."), wrap=True)
        )
        options = [
            Choice(self._SHEET, Words(_("A recovery sheet: eight words on paper that give a new passphrase"))),
            Choice(self._NONE, Words(_("No sheet"))),
        ]
        self.choice = OptionGroup(theme, options, _("What if I forget it?"))
        self.choice.set_value((self._SHEET if draft.is_sheet_wanted else self._NONE,))
        self.add(self.choice)
        self.panel: RecoverySheetPanel | None = None
        if not is_made:
            self.panel = RecoverySheetPanel(desk, draft.sheet or new_sheet(desk.resources, desk.sources), make_paper)
            self.panel.edited.connect(self.edited)
            self.add(self.panel)
        words = _("Headquarters can name a recovery key. Then it can open the store of a laptop that is brought in.")
        self.recipient = self.field(_("Recovery key (begins with age1; may stay empty)"), draft.recovery_recipient)
        self.add(6, Label(theme, words, wrap=True), named(desk, self.recipient))
        self.choice.edited.connect(self._on_chosen)
        self._show_panel()

    @property
    def is_sheet_wanted(self) -> bool:
        """Whether a sheet is to hold."""
        return self.choice.value() != (self._NONE,)

    def first_focus(self) -> QWidget:
        return self.choice.rows[0]

    def is_ready(self) -> bool:
        return not self.is_sheet_wanted or (self.panel is not None and self.panel.sheet.is_proved)

    def draft(self, before: Draft) -> Draft:
        sheet = self.panel.sheet if self.panel is not None else None
        return replace(before, recovery_recipient=self.recipient.text(), sheet=sheet, is_sheet_wanted=self.is_sheet_wanted)

    def _on_chosen(self) -> None:
        self._show_panel()
        self.edited.emit()

    def _show_panel(self) -> None:
        if self.panel is not None:
            self.panel.setVisible(self.is_sheet_wanted)


def named(desk: Desk, field: QWidget) -> Panel:
    """The field under its accessible name."""
    line = field.line if isinstance(field, Picker) else field
    label = Label(desk.theme, line.accessibleName())
    label.setBuddy(line)
    return column(desk.theme, label, field, gap=4)
