"""Where somebody is asked to be the second person: one wish at a time, with what a colleague wants to do."""

from uuid import UUID

from PySide6.QtCore import Signal

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.i18n.wish_words import wish_words
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.approvals import Approval
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import NoticeText, Tone


class WishSpot(NoticeSpot):
    """Shows the oldest wish to which the officer at work could agree; takes no room while there is none."""

    failed = Signal(object)

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk)
        self._workplace = workplace
        self._shown: UUID | None = None

    def look(self) -> None:
        """Show what waits now."""
        waiting = self._workplace.office.approvals.for_me()
        now = waiting[0].id if waiting else None
        if now == self._shown:
            return
        self._shown = now
        self.clear()
        if waiting:
            self._show_wish(waiting[0])

    def _show_wish(self, wish: Approval) -> None:
        tr = self._desk.translator
        _ = tr.gettext
        officer = self._workplace.store.officers.get(wish.asked_by)
        agree, refuse = Button(self.theme, _("Agree")), Button(self.theme, _("Refuse"))
        agree.clicked.connect(lambda: self._answer(wish.id, agreed=True))
        refuse.clicked.connect(lambda: self._answer(wish.id, agreed=False))
        what = wish_words(tr, wish.act, officer.name if officer else _("Somebody"))
        self.show_text(NoticeText(what, "", _("Agree only when you know why.")), Tone.WARN, (agree, refuse))

    def _answer(self, wish: UUID, *, agreed: bool) -> None:
        approvals = self._workplace.office.approvals
        try:
            (approvals.approve if agreed else approvals.refuse)(wish)
        except S2wError as error:
            self.failed.emit(error)
            return
        self.look()
