"""Parting two people of one profile: a question at the place, with who is recorded in it, and what it does in words."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.i18n.conflict_words import side_name
from s2w_desktop.i18n.formats import joined
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.two_people import ProfileSides
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import NoticeText, Tone


class TwoPeopleQuestion(QObject):
    """Asks and parts; nothing is done before somebody chose who leaves and said so."""

    refused = Signal()
    changed = Signal()  # the profile says something else now
    told = Signal(QWidget)  # the button that takes it back, shown by now

    def __init__(self, desk: Desk, workplace: Workplace, owner: QWidget, spot: NoticeSpot) -> None:
        super().__init__(owner)
        self._desk, self._workplace, self._spot = desk, workplace, spot
        self._seen: ProfileSides | None = None
        self._leaving: ChoiceButton | None = None
        self._parted: tuple[ProfileId, ProfileId] | None = None

    @property
    def is_possible(self) -> bool:
        """Whether several people may be recorded in the profile that was looked at last."""
        return bool(self._seen and self._seen.sides)

    def look(self, profile: ProfileId) -> None:
        """See who may be recorded in a profile. Raises what the service raises."""
        self._seen = None
        self._seen = self._workplace.office.two_people.of(profile)

    def ask(self) -> None:
        """Show the question; the focus stands on the way that does nothing."""
        if self._seen is None:
            return
        tr, theme, people = self._desk.translator, self._desk.theme, self._people(self._seen)
        _ = tr.gettext
        self._leaving = ChoiceButton(theme, people, lambda words: fill(_("Who leaves: {name}"), name=words))
        self._leaving.set_value(people[-1][0])
        yes, no = Button(theme, _("Make two profiles")), Button(theme, _("Leave it"), ButtonKind.SECONDARY)
        yes.clicked.connect(self._on_confirmed)
        no.clicked.connect(self._on_refused)
        asked = _("Two people under one number: {people}. Who gets a profile and a number of their own?")
        kept = _("Whoever stays keeps {number}, and in its history what was said about both until it is erased.")
        text = NoticeText(
            fill(asked, people=joined(tr, [words for _key, words in people])),
            fill(kept, number=Ltr(self._seen.case_number)),
            _("The laptops that know this profile get it with their next receipt."),
        )
        self._spot.show_text(text, Tone.WARN, (self._leaving, yes, no))
        no.setFocus()

    def _people(self, seen: ProfileSides) -> list[tuple[str, str]]:
        """Each who may be recorded there, by the last step about them: the name, and who made that step."""
        tr, now = self._desk.translator, self._desk.sources.now().astimezone()
        return [(str(side.tip), side_name(tr, side.name, side.voice, now)) for side in seen.sides]

    def _on_confirmed(self) -> None:
        seen, leaving = self._seen, self._leaving
        if seen is None or leaving is None:
            return
        tip = next(side.tip for side in seen.sides if str(side.tip) == leaving.value())
        try:
            left = self._workplace.office.two_people.part(seen, tip)
        except S2wError as error:
            self.changed.emit()
            self._spot.show_failure(error)
            return
        self.changed.emit()
        _ = self._desk.translator.gettext
        self._parted = seen.profile, left.profile
        back = Button(self._desk.theme, _("Join the two"), icon="undo")
        back.clicked.connect(self._on_join)
        text = NoticeText(
            fill(_("These are two profiles now. The one who left has {number}."), number=Ltr(left.case_number)),
            _("The laptops that know this profile get it with their next receipt."),
            "",
        )
        self._spot.show_text(text, Tone.OK, (back,))
        self.told.emit(back)

    def _on_join(self) -> None:
        """It was one person: the way back, at once."""
        if self._parted is None:
            return
        duplicates = self._workplace.office.duplicates
        try:
            duplicates.joining.join(*self._parted)
            duplicates.take_back(*self._parted)
        except S2wError as error:
            self._spot.show_failure(error)
            return
        self._parted = None
        self.changed.emit()
        _ = self._desk.translator.gettext
        self._spot.show_text(NoticeText(_("The two are one person now."), "", ""), Tone.OK)

    def _on_refused(self) -> None:
        self._spot.clear()
        self.refused.emit()
