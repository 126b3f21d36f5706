"""The log of who did what with profiles, for the data protection officer: read, and checked."""

from typing import Final

from s2w_desktop.domain.exchange_errors import LogBroken
from s2w_desktop.i18n.formats import number, when
from s2w_desktop.i18n.isolation import Ltr, clean, fill
from s2w_desktop.i18n.log_words import about_words, use_words
from s2w_desktop.services.access_log import Checked, Told
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import NoticeText, Tone
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.readlist import ReadLine, ReadList, ReadRow
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Colour, Role
from s2w_desktop.ui.kit.words import Words

_AT_ONCE: Final = 100
_GROUP: Final = 8


class LogPanel(Panel):
    """The newest entries first; more of them on request."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk.theme, gap=12)
        self._desk, self._log = desk, workplace.office.access_log
        _ = desk.translator.gettext
        self.spot = NoticeSpot(desk)
        self.list = ReadList(desk.theme, _("Log"))
        self.check_button = Button(desk.theme, _("Check the log"), icon="shield")
        self.more_button = Button(desk.theme, _("Show more"))
        self.check_button.clicked.connect(self._on_check)
        self.more_button.clicked.connect(self._on_more)
        hint = _("Who did what with profiles here. Each entry seals the one before.")
        self.add(Label(desk.theme, hint, Role.BODY, wrap=True), FlowRow(desk.theme, self.check_button), self.spot, self.list)
        self.add(FlowRow(desk.theme, self.more_button))
        self._show(_AT_ONCE)

    def _show(self, count: int) -> None:
        told = self._log.newest(0, count)
        self.list.set_rows([self._row(one) for one in told])
        self.more_button.setVisible(len(told) == count)

    def _row(self, told: Told) -> ReadRow:
        tr, use = self._desk.translator, told.entry.use
        who, what = clean(told.officer) or str(use.officer)[-8:], use_words(tr, use.act)
        moment = when(tr, use.at, self._desk.sources.now().astimezone())
        known = about_words(tr, told.about, told.bundle)
        about = fill("{when} · {about}", when=moment, about=known) if known else moment
        lines = (
            ReadLine(Words(fill("{who} · {what}", who=who, what=what), tr.code)),
            ReadLine(Words(about, tr.code), Role.CAPTION, Colour.MUTED),
        )
        return ReadRow(str(told.entry.seq), lines)

    def _on_more(self) -> None:
        self._show(len(self.list.rows) + _AT_ONCE)

    def _on_check(self) -> None:
        self.check_button.setEnabled(False)
        self._desk.tasks.run(lambda _task: self._log.check(), owner=self, done=self._on_checked, failed=self._on_failed)

    def _on_checked(self, checked: Checked) -> None:
        self.check_button.setEnabled(True)
        if checked.broken is not None:
            self.spot.show_failure(LogBroken())
            return
        tr = self._desk.translator
        told = fill(tr.gettext("Entries, each of which seals the one before: {number}"), number=number(tr, checked.entries))
        noted = fill(
            tr.gettext("Note this number with its seal outside of the store: {seal}"), seal=Ltr(_in_groups(checked.last))
        )
        self.spot.show_text(NoticeText(told, noted, ""), Tone.OK)
        self._show(max(len(self.list.rows), _AT_ONCE))

    def _on_failed(self, error: Exception) -> None:
        self.check_button.setEnabled(True)
        self.spot.show_failure(error)


def _in_groups(seal: str) -> str:
    """To be copied by hand, and to be broken into lines; the command takes it with the blanks."""
    return " ".join(seal[at : at + _GROUP] for at in range(0, len(seal), _GROUP))
