"""People who work with this store: who they are, what each is there for; somebody comes, somebody leaves."""

from functools import partial

from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.duties import Duty
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.i18n.duty_words import duty_words
from s2w_desktop.i18n.formats import joined
from s2w_desktop.i18n.isolation import clean, fill
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import Officer
from s2w_desktop.ui.decision import Decision, Way
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.doors import Doors
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import NoticeText, Tone
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.pages.staff_coming import ComingPanel, duty_group
from s2w_desktop.ui.settled import SettledGroup

NOBODY, LEAVE, STAY = "", "leave", "stay"


class StaffPanel(Panel):
    """The people as options; below them the duties of the one chosen, or the form for somebody new."""

    def __init__(self, desk: Desk, workplace: Workplace, doors: Doors) -> None:
        super().__init__(desk.theme, gap=12)
        self._desk, self._staff, self._doors = desk, workplace.office.staff, doors
        self._people: QWidget | None = None
        self._detail: QWidget | None = None
        self._chosen: OfficerId | None = None
        self.spot = NoticeSpot(desk)
        self.people: OptionGroup | None = None
        self.duties: OptionGroup | None = None
        self.coming: ComingPanel | None = None
        self.question: Decision | None = None
        self.leave_button: Button | None = None
        self.add_button = Button(desk.theme, desk.translator.gettext("Somebody new…"), icon="plus")
        self.add_button.clicked.connect(self._on_add)
        self.add(self.spot)
        self._show_people()
        if self._staff.may_change:
            self.add(FlowRow(desk.theme, self.add_button))

    # --- what is shown ---

    def _show_people(self) -> None:
        tr, theme = self._desk.translator, self.theme
        _ = tr.gettext
        present = self._staff.present()
        shown = Panel(theme, gap=8)
        hint = _("Everybody has a passphrase of their own. What somebody does is noted under their name.")
        shown.add(Label(theme, hint, Role.BODY, wrap=True))
        if self._staff.may_change:
            choices = [
                Choice(str(one.id), Words(self._name(one), tr.code), note=Words(self._told(one), tr.code)) for one in present
            ]
            self.people = SettledGroup(theme, choices, _("People who work here"))
            if self._chosen is not None:
                self.people.set_value((str(self._chosen),))
            self.people.chosen.connect(self._on_chosen)
            shown.add(self.people)
        else:
            for one in present:
                shown.add(Label(theme, self._name(one), Role.STRONG, wrap=True))
                shown.add(Label(theme, self._told(one), Role.CAPTION, wrap=True))
        former = self._staff.former()
        if former:
            names = joined(tr, [clean(one.name) for one in former])
            shown.add(Label(theme, fill(_("Left: {names}"), names=names), Role.CAPTION, wrap=True))
        self._people = self._put(shown, self._people, 1)

    def _name(self, one: Officer) -> str:
        _, name = self._desk.translator.gettext, clean(one.name) or str(one.id)[-8:]
        return fill(_("{name} (you)"), name=name) if one.id == self._staff.me else name

    def _told(self, one: Officer) -> str:
        tr = self._desk.translator
        if one.duties == frozenset(Duty):
            return tr.gettext("All duties")
        return joined(tr, [duty_words(tr, duty).name for duty in Duty if duty in one.duties])

    def _put(self, panel: QWidget | None, before: QWidget | None, place: int) -> QWidget | None:
        if before is not None:
            self.box.removeWidget(before)
            before.hide()
            before.deleteLater()
        if panel is not None:
            self.box.insertWidget(place, panel)
        return panel

    def _show_chosen(self, one: Officer) -> None:
        tr, theme = self._desk.translator, self.theme
        _ = tr.gettext
        shown = Panel(theme, gap=10)
        self.duties = duty_group(self._desk, fill(_("Duties of {name}"), name=clean(one.name)))
        self.duties.set_value([duty.value for duty in one.duties])
        self.duties.edited.connect(partial(self._on_duties, one.id))
        self.leave_button = Button(theme, _("This person left…"), ButtonKind.QUIET)
        self.leave_button.clicked.connect(self._on_leave)
        heading = Label(theme, fill(_("Duties of {name}"), name=clean(one.name)), Role.HEADING, wrap=True)
        shown.add(heading, self.duties, FlowRow(theme, self.leave_button))
        self.coming = None
        self._detail = self._put(shown, self._detail, 3)

    # --- what happens ---

    def _on_chosen(self, key: str) -> None:
        self.spot.clear()
        one = next((one for one in self._staff.present() if str(one.id) == key), None)
        if one is not None:
            self._chosen = one.id
            self._show_chosen(one)

    def _on_duties(self, officer: OfficerId, keys: tuple[str, ...]) -> None:
        self.spot.clear()
        try:
            self._staff.give(officer, [Duty(key) for key in keys])
        except S2wError as error:
            self.spot.show_failure(error)
            kept = next((one for one in self._staff.present() if one.id == officer), None)
            if kept is not None and self.duties is not None:
                self.duties.set_value([duty.value for duty in kept.duties])
            return
        self._show_people()

    def _on_leave(self) -> None:
        _ = self._desk.translator.gettext
        name = self._name_of_chosen()
        text = NoticeText(
            fill(_("{name} does not work here any more?"), name=name),
            _("The name and the work stay. What was recorded is handed over as always."),
            _("The passphrase opens nothing from then on."),
        )
        ways = (Way(LEAVE, _("This person left"), ButtonKind.SECONDARY), Way(STAY, _("Cancel")))
        self.question = Decision(self._desk, text, ways, self, Tone.WARN)
        self.question.chosen.connect(self._on_leaving_decided)
        self.question.open()

    def _on_leaving_decided(self, key: str) -> None:
        if key != LEAVE or self._chosen is None:
            return
        name = self._name_of_chosen()
        try:
            self._staff.remove(self._chosen)
        except S2wError as error:
            self.spot.show_failure(error)
            return
        self._after(fill(self._desk.translator.gettext("{name} can open nothing here any more."), name=name))

    def _name_of_chosen(self) -> str:
        return next((clean(one.name) for one in self._staff.present() if one.id == self._chosen), NOBODY)

    def _on_add(self) -> None:
        self.spot.clear()
        self._chosen = None
        self.duties = self.leave_button = None
        if self.people is not None:
            self.people.set_value(())
        self.coming = ComingPanel(self._desk)
        self.coming.ready.connect(self._on_coming)
        self._detail = self._put(self.coming, self._detail, 3)
        self.coming.name_field.setFocus()

    def _on_coming(self, name: str, duties: frozenset[Duty], passphrase: str) -> None:
        self.setEnabled(False)
        self._desk.tasks.run(
            lambda _report: self._staff.add(name, duties, passphrase, self._doors.cost()),
            owner=self,
            done=self._on_came,
            failed=self._on_failed,
        )

    def _on_came(self, added: Officer) -> None:
        self.setEnabled(True)
        self._after(fill(self._desk.translator.gettext("{name} can work here now."), name=clean(added.name)))

    def _on_failed(self, error: Exception) -> None:
        self.setEnabled(True)
        self.spot.show_failure(error)
        if self.coming is not None:
            self.coming.again()

    def _after(self, words: str) -> None:
        """Show the people anew, and what happened."""
        _ = self._desk.translator.gettext
        self._chosen, self.coming, self.duties, self.leave_button = None, None, None, None
        self._detail = self._put(None, self._detail, 3)
        self._show_people()
        next_step = _("Whoever came changes the first passphrase here, in the settings.")
        self.spot.show_text(NoticeText(words, _("Profiles stay as they are."), next_step), Tone.OK)
        self.add_button.setFocus()
