"""The band above a store that was put back from a copy, and the question that mends it."""

from PySide6.QtCore import Signal

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.band import Band
from s2w_desktop.ui.decision import Decision, Way
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeDialog, notice_text
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import NoticeText, Tone

BEGIN, LEAVE = "begin", "leave"


class OldCopyBand(Band):
    """Stands as long as the store is an old copy. `begun` once it numbers anew."""

    begun = Signal()

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        _ = desk.translator.gettext
        super().__init__(desk.theme, "alert", _("This store is an old copy: newer numbers were given out before."))
        self._desk, self._workplace = desk, workplace
        self.question: Decision | None = None
        self.button = Button(desk.theme, _("Number anew…"))
        self.button.clicked.connect(self._on_asked)
        self.add(self.button)

    def _on_asked(self) -> None:
        _ = self._desk.translator.gettext
        after = {
            Role.FIELD: _("Hand over soon: everything goes to headquarters once more."),
            Role.HEADQUARTERS: _("Write receipts soon: laptops then send again what they still have."),
        }
        text = NoticeText(
            _("Was this store put back from a copy?"),
            _("Nothing here is lost. With old numbers, new work could be taken for work that is known."),
            after[self._workplace.station.role],
        )
        ways = (Way(LEAVE, _("Leave it for now")), Way(BEGIN, _("Number anew"), ButtonKind.PRIMARY))
        self.question = Decision(self._desk, text, ways, self, Tone.WARN)
        self.question.chosen.connect(self._on_decided)
        self.question.open()

    def _on_decided(self, way: str) -> None:
        if way != BEGIN:
            return
        try:
            self._workplace.safekeeping.restoring.begin_epoch()
        except S2wError as error:
            NoticeDialog(self._desk, notice_text(self._desk.translator, error), self).open()
            return
        self.hide()
        self.begun.emit()


def old_copy_bands(desk: Desk, workplace: Workplace) -> list[OldCopyBand]:
    """The band, where it is due."""
    return [OldCopyBand(desk, workplace)] if workplace.safekeeping.restoring.is_old_copy() else []
