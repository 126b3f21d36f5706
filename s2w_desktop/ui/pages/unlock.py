"""Unlocking: one passphrase, no names, no counts, no picture of work."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.languages import Pseudo
from s2w_desktop.services.settings import LookChoice
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.doors import Doors
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card, KeyCap, NoticeText, Tone
from s2w_desktop.ui.kit.frame import CentredFrame
from s2w_desktop.ui.kit.panel import Panel, column, row
from s2w_desktop.ui.kit.passphrase import PassphraseField
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.tokens import Colour, Role
from s2w_desktop.ui.languages import language_names
from s2w_desktop.ui.looks import look_options
from s2w_desktop.ui.other_store import other_store_link
from s2w_desktop.ui.pages.base import Sheet
from s2w_desktop.ui.pages.forgotten import ForgottenDraft, ForgottenPanel
from s2w_desktop.ui.passphrase_words import passphrase_words
from s2w_desktop.ui.place_notice import show_poor_place
from s2w_desktop.ui.places import FocusPlace
from s2w_desktop.ui.shortcuts import Act
from s2w_desktop.ui.training_band import TrainingBand
from s2w_desktop.ui.waiting import Waiting
from s2w_desktop.ui.wishes import EnterStore, UseSettings

_COLUMN, _SHIELD = 440, 56


@dataclass(frozen=True)
class UnlockPlace:
    """What was typed so far, and where the caret stands."""

    typed: str
    focus: object
    forgotten: ForgottenDraft | None = None


class UnlockPage(Sheet):
    """Asks for the passphrase; after five wrong ones it waits before the next, and so it does when it is opened meanwhile."""

    def __init__(self, desk: Desk, doors: Doors) -> None:
        super().__init__(desk, gap=0)
        self._doors = doors
        _ = desk.translator.gettext
        self._field = PassphraseField(desk.theme, passphrase_words(desk.translator, _("Passphrase")))
        self._go = Button(desk.theme, _("Unlock"), ButtonKind.PRIMARY)
        self._forgotten = Button(desk.theme, _("Forgotten?"), ButtonKind.LINK)
        self._usual = column(desk.theme, self._field, row(desk.theme, self._go, None, self._forgotten), gap=12)
        self._sheet = ForgottenPanel(desk, doors)
        self._sheet.hide()
        self._spot = NoticeSpot(desk)
        self._waiting = Waiting(desk, self, self._spot, doors.seconds_to_wait)
        self._waiting.changed.connect(self._follow_wait)
        self._field.entered.connect(self._on_entered)
        self._go.clicked.connect(self._on_entered)
        self._forgotten.clicked.connect(self._on_forgotten)
        self._sheet.began.connect(self._on_tried)
        self._sheet.changed.connect(self._on_changed)
        self._sheet.failed.connect(self._on_failed)
        self._sheet.left.connect(self._on_left)
        if doors.training:
            self.add(TrainingBand(desk))
        self.box.addWidget(CentredFrame(desk.theme, self._middle(), width=_COLUMN), 1)
        self.box.addWidget(self._foot())
        desk.tasks.run(lambda _report: doors.warm(), owner=self, done=lambda _nothing: None, failed=self._spot.show_failure)
        show_poor_place(self._spot, desk.translator, doors.poor_place())
        self._waiting.look()

    @property
    def field(self) -> PassphraseField:
        """The passphrase line."""
        return self._field

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    @property
    def sheet(self) -> ForgottenPanel:
        """Where the words of a recovery sheet are typed; shown when the passphrase is forgotten."""
        return self._sheet

    @property
    def waiting(self) -> Waiting:
        """The wait after wrong passphrases."""
        return self._waiting

    def first_focus(self) -> QWidget:
        return self._field.line

    def place(self) -> object:
        forgotten = None if self._sheet.isHidden() else self._sheet.draft()
        return UnlockPlace(self._field.text(), super().place(), forgotten)

    def restore(self, place: object) -> None:
        if isinstance(place, UnlockPlace):
            self._field.line.setText(place.typed)
            if place.forgotten is not None:
                self._use_sheet(is_used=True)
                self._sheet.set_draft(place.forgotten)
            super().restore(place.focus if isinstance(place.focus, FocusPlace) else None)
            if self._waiting.is_on:
                self._waiting.look()

    def _middle(self) -> QWidget:
        _, theme = self.desk.translator.gettext, self.desk.theme
        middle = Qt.AlignmentFlag.AlignHCenter
        card = Card(theme, self._usual, gap=12, margins=(24, 20, 24, 20))
        card.add(self._sheet, self._spot)
        sheet = Panel(theme, gap=6)
        sheet.box.addWidget(Mark(theme, "shield", Colour.ACCENT, size=_SHIELD, ground=Colour.CANVAS), 0, middle)
        sheet.box.addWidget(Label(theme, _("Skills to Work"), Role.DISPLAY), 0, middle)
        station = "" if self._doors.training else self.desk.book.settings.station_words  # they name the real store
        sheet.box.addWidget(Label(theme, station, Role.MUTED), 0, middle)
        sheet.add(14, card)
        if self._doors.other:
            sheet.box.addWidget(other_store_link(self), 0, middle)
        return sheet

    def _foot(self) -> QWidget:
        desk = self.desk
        _, settings = desk.translator.gettext, desk.book.settings
        look = ChoiceButton(
            desk.theme,
            look_options(desk.translator),
            lambda words: fill(_("Look: {look}"), look=words),
            icon="sun-moon",
            kind=ButtonKind.QUIET,
        )
        look.set_value(settings.look)
        look.chosen.connect(self._on_look)
        is_test = desk.translator.language.pseudo is not Pseudo.NONE
        languages = language_names(desk.catalogues, desk.translator, with_pseudo=is_test)
        language = ChoiceButton(desk.theme, languages, str, icon="globe", kind=ButtonKind.QUIET)
        language.set_value(desk.translator.code)
        language.chosen.connect(self._on_language)
        hint = Label(desk.theme, _("hides this screen"), Role.CAPTION)
        return row(desk.theme, KeyCap(desk.theme, Act.COVER.shown), hint, None, look, language, margins=(24, 0, 16, 12))

    def _on_look(self, key: str) -> None:
        self.asked.emit(UseSettings(replace(self.desk.book.settings, look=LookChoice(key))))

    def _on_language(self, key: str) -> None:
        self.asked.emit(UseSettings(replace(self.desk.book.settings, language=key)))

    def _on_entered(self) -> None:
        passphrase = self._field.text()
        if not passphrase or not self._go.isEnabled():
            self._field.line.setFocus()
            return
        self._on_tried()
        self.desk.tasks.run(
            lambda _report: self._doors.unlock(passphrase),
            owner=self,
            done=lambda workplace: self.asked.emit(EnterStore(workplace)),
            failed=self._on_failed,
        )

    def _on_tried(self) -> None:
        self._spot.clear()
        self._allow(allowed=False)

    def _on_failed(self, error: Exception) -> None:
        self._field.clear()
        self._spot.show_failure(error)
        self._waiting.look()

    def _follow_wait(self) -> None:
        self._allow(allowed=not self._waiting.is_on)

    def _allow(self, *, allowed: bool) -> None:
        self._field.setEnabled(allowed)
        self._go.setEnabled(allowed)
        self._sheet.allow(allowed=allowed)
        if allowed:
            (self._field if self._sheet.isHidden() else self._sheet.words).line.setFocus()

    def _on_forgotten(self) -> None:
        _ = self.desk.translator.gettext
        text = NoticeText(
            _("Nobody can look up a passphrase or set it back."),
            _("If a recovery key was named at the first run, headquarters can open this store with it. Nothing is lost then."),
            _("Bring the laptop to headquarters. Do not delete anything."),
        )
        use = Button(self.theme, _("Use the recovery sheet"))
        use.clicked.connect(self._on_use_sheet)
        self._spot.show_text(text, actions=(use,))
        use.setFocus()

    def _use_sheet(self, *, is_used: bool) -> None:
        """Ask for the words of the sheet, or for the passphrase."""
        self._spot.clear()
        self._usual.setVisible(not is_used)
        self._sheet.setVisible(is_used)
        (self._sheet.words if is_used else self._field).line.setFocus()

    def _on_use_sheet(self) -> None:
        self._use_sheet(is_used=True)

    def _on_left(self) -> None:
        self._sheet.set_draft(ForgottenDraft())
        self._use_sheet(is_used=False)

    def _on_changed(self) -> None:
        _ = self.desk.translator.gettext
        self._use_sheet(is_used=False)
        self._allow(allowed=True)
        text = NoticeText(
            _("The new passphrase holds."),
            _("Your profiles are as they were."),
            _("Unlock with it now. The sheet is used up: make a new one in the settings."),
        )
        self._spot.show_text(text, Tone.OK)
