"""Erasing somebody from the list: a question at the place, with the reason, and what it does in words."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.order_words import erasure_reason
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import NoticeText, Tone


class ProfileErasing(QObject):
    """Asks and erases; nothing is done before somebody said so twice."""

    done = Signal()

    def __init__(self, desk: Desk, workplace: Workplace, owner: QWidget, spot: NoticeSpot) -> None:
        super().__init__(owner)
        self._desk = desk
        self._workplace = workplace
        self._spot = spot
        self._profile: ProfileId | None = None
        self._reason: ChoiceButton | None = None

    def ask(self, profile: ProfileId) -> None:
        """Show the question; the focus stands on the way that does nothing."""
        rows = self._workplace.store.profiles.rows_of([profile])
        if not rows:
            return
        tr, theme = self._desk.translator, self._desk.theme
        _ = tr.gettext
        self._profile = profile
        reasons = [(reason.value, erasure_reason(tr, reason)) for reason in ErasureReason]
        self._reason = ChoiceButton(theme, reasons, lambda words: fill(_("Reason: {reason}"), reason=words))
        yes, no = Button(theme, _("Erase for good")), Button(theme, _("Leave it"), ButtonKind.SECONDARY)
        yes.clicked.connect(self._on_confirmed)
        no.clicked.connect(self._on_refused)
        question = _("Erase {number}? Answers, history and copies of documents will be gone for good.")
        text = NoticeText(
            fill(question, number=Ltr(rows[0].case_number)),
            self._what_follows(),
            _("Only the reason and the day are kept."),
        )
        self._spot.show_text(text, Tone.WARN, (self._reason, yes, no))
        no.setFocus()

    def _what_follows(self) -> str:
        _ = self._desk.translator.gettext
        if self._workplace.station.role is Role.FIELD:
            return _("Your next hand-over tells headquarters to erase it too.")
        return _("The next receipts tell the laptops that know it to erase it too.")

    def _on_confirmed(self) -> None:
        profile, reason = self._profile, self._reason
        self._profile = None
        if profile is None or reason is None:
            return
        self._spot.clear()
        try:
            self._workplace.erasure.erase(profile, ErasureReason(reason.value()))
        except S2wError as error:
            self._spot.show_failure(error)
            return
        _ = self._desk.translator.gettext
        self._spot.show_text(NoticeText(_("The profile was erased."), self._what_follows(), ""), Tone.OK)
        self.done.emit()

    def _on_refused(self) -> None:
        self._profile = None
        self._spot.clear()
        self.done.emit()
