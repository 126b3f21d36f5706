"""The first run, five pages, each with Back: language, role, passphrase, recovery, headquarters."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.doors import Doors
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card
from s2w_desktop.ui.kit.frame import CentredFrame
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.tokens import ICON, Colour
from s2w_desktop.ui.kit.tokens import Role as TypeRole
from s2w_desktop.ui.other_store import other_store_link
from s2w_desktop.ui.pages.base import Sheet
from s2w_desktop.ui.pages.enrol import EnrolPanel
from s2w_desktop.ui.pages.first_run_steps import Draft, LanguageStep, PassphraseStep, RecoveryStep, RoleStep, Step, new_store
from s2w_desktop.ui.place_notice import show_poor_place
from s2w_desktop.ui.places import FocusPlace
from s2w_desktop.ui.training_band import TrainingBand
from s2w_desktop.ui.wishes import EnterStore, UseSettings

LANGUAGE, ROLE, PASSPHRASE, RECOVERY, HEADQUARTERS = range(5)
_COLUMN = 620


@dataclass(frozen=True)
class FirstRunPlace:
    """The page, what was entered so far, and the store once it is made."""

    step: int
    draft: Draft
    workplace: Workplace | None
    focus: object


class FirstRunPage(Sheet):
    """The store is made on leaving the fourth page; the fifth can be done later from the settings."""

    def __init__(self, desk: Desk, doors: Doors) -> None:
        super().__init__(desk, gap=0)
        self._doors = doors
        self._step, self._draft = LANGUAGE, Draft(training=doors.training)
        self._workplace: Workplace | None = None
        self._poor_place = doors.poor_place()
        _, theme = desk.translator.gettext, desk.theme
        self._title = Label(theme, "", TypeRole.DISPLAY, wrap=True)
        self._steps = Panel(theme, gap=0)
        self._body = Card(theme, gap=12, margins=(24, 20, 24, 22))
        self._content: Step | EnrolPanel | None = None
        self._spot = NoticeSpot(desk)
        self._back = Button(theme, _("Back"), icon="back")
        self._next = Button(theme, _("Continue"), ButtonKind.PRIMARY, icon="next", icon_last=True)
        sheet = Panel(theme, gap=16)
        sheet.box.addWidget(Mark(theme, "shield", Colour.ACCENT, size=40, ground=Colour.CANVAS), 0, Qt.AlignmentFlag.AlignHCenter)
        self._other = other_store_link(self)
        foot = row(theme, self._back, None, self._other, None, self._next)
        sheet.add(self._steps, self._title, self._body, self._spot, foot)
        if doors.training:
            self.add(TrainingBand(desk))
        self.box.addWidget(CentredFrame(theme, sheet, width=_COLUMN), 1)
        self._back.clicked.connect(self._on_back)
        self._next.clicked.connect(self._on_next)
        self._show(LANGUAGE)

    @property
    def step(self) -> int:
        """The present page, counted from 0."""
        return self._step

    @property
    def content(self) -> QWidget | None:
        """What is asked on it."""
        return self._content

    @property
    def next_button(self) -> Button:
        """On to the next page."""
        return self._next

    @property
    def back_button(self) -> Button:
        """To the page before."""
        return self._back

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    def start(self) -> None:
        self._focus_content()

    def place(self) -> object:
        self._take_draft()
        return FirstRunPlace(self._step, self._draft, self._workplace, super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, FirstRunPlace):
            self._draft, self._workplace = place.draft, place.workplace
            self._show(place.step)
            super().restore(place.focus if isinstance(place.focus, FocusPlace) else None)

    # --- pages ---

    def _show(self, step: int) -> None:
        self._step = step
        self._spot.clear()
        self._tell_steps()
        content = self._make(step)
        if self._content is not None:
            self._body.box.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._body.add(content)
        self._title.set_words(self._titles()[step])
        self._back.setVisible(step > LANGUAGE)
        self._other.setVisible(self._doors.other and step <= ROLE)
        _ = self.desk.translator.gettext
        self._next.set_words((_("Continue"), _("Continue"), _("Continue"), _("Make the store"), _("Begin work"))[step])
        if step == RECOVERY and self._workplace is not None:
            self._next.set_words(_("Continue"))
        self._tell_next()
        if LANGUAGE < step < RECOVERY and self._workplace is None:  # in the language that was chosen, and long before it is made
            show_poor_place(self._spot, self.desk.translator, self._poor_place)

    def _make(self, step: int) -> "Step | EnrolPanel":
        desk, draft, made = self.desk, self._draft, self._workplace
        if step == HEADQUARTERS and made is not None:
            return EnrolPanel(desk, made)
        if step == LANGUAGE:
            chooser = LanguageStep(desk)
            chooser.chosen.connect(self._on_language_chosen)
            return chooser
        content: Step = (
            RoleStep(desk, draft)
            if step == ROLE
            else PassphraseStep(desk, draft)
            if step == PASSPHRASE
            else RecoveryStep(desk, draft, self._recovery_paper, is_made=made is not None)
        )
        content.edited.connect(self._tell_next)
        if made is not None:
            content.freeze()
        return content

    def _titles(self) -> tuple[str, ...]:
        _ = self.desk.translator.gettext
        return (
            _("Which language do you speak?"),
            _("What is this computer for?"),
            _("Choose your passphrase"),
            _("What if I forget it?"),
            _("Get to know headquarters") if not self._draft.is_headquarters else _("Let laptops get to know you"),
        )

    def _tell_steps(self) -> None:
        tr, theme = self.desk.translator, self.theme
        _ = tr.gettext
        while (item := self._steps.box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        names = (_("Language"), _("Role"), _("Passphrase"), _("Recovery"), _("Headquarters"))
        shown = []
        for number, name in enumerate(names):
            icon, colour = ("done", Colour.OK) if number < self._step else ("half", Colour.ACCENT)
            if number > self._step:
                icon, colour = "empty", Colour.MUTED
            words = Label(theme, name, TypeRole.STRONG if number == self._step else TypeRole.CAPTION)
            mark = Mark(theme, icon, colour, size=ICON, ground=Colour.CANVAS)
            shown.append(row(theme, mark, words, gap=6, margins=(0, 0, 10, 0)))
        self._steps.add(FlowRow(theme, *shown))  # in two lines where letters are large
        self._steps.setAccessibleName(names[self._step])

    def _tell_next(self) -> None:
        self._next.setEnabled(not isinstance(self._content, Step) or self._workplace is not None or self._content.is_ready())

    def _focus_content(self) -> None:
        target = self._content.first_focus() if isinstance(self._content, Step) else None
        (target or self._next).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_draft(self) -> None:
        if isinstance(self._content, Step) and self._workplace is None:
            self._draft = self._content.draft(self._draft)

    # --- what a person does ---

    def _on_language_chosen(self, code: str) -> None:
        self.asked.emit(UseSettings(replace(self.desk.book.settings, language=code)))

    def _on_back(self) -> None:
        self._take_draft()
        self._show(self._step - 1)
        self._focus_content()

    def _on_next(self) -> None:
        self._take_draft()
        if self._step == RECOVERY and self._workplace is None:
            self._create()
        elif self._step == HEADQUARTERS and self._workplace is not None:
            self._draft = Draft()  # the passphrase is not needed any more
            self.asked.emit(EnterStore(self._workplace))
        else:
            self._show(self._step + 1)
            self._focus_content()

    def _create(self) -> None:
        draft = self._draft
        self._spot.clear()
        self._next.setEnabled(False)
        self._back.setEnabled(False)
        self.desk.tasks.run(
            lambda _report: self._doors.create(new_store(draft), draft.passphrase, draft.sheet_words),
            owner=self,
            done=self._on_created,
            failed=self._on_failed,
        )

    def _recovery_paper(self, words: tuple[str, ...]) -> bytes:
        return self._doors.recovery_paper(words, self._draft.device_name.strip(), self.desk.translator)

    def _on_created(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._draft = self._draft.without_secrets()
        self._back.setEnabled(True)
        self._show(HEADQUARTERS)
        self._focus_content()

    def _on_failed(self, error: Exception) -> None:
        self._back.setEnabled(True)
        self._tell_next()
        self._spot.show_failure(error)
