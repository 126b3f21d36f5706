"""How long a laptop keeps what headquarters has, and removing it now."""

from typing import Final

from PySide6.QtCore import Signal

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.thinning import CHOICES_DAYS, Thinnable
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.thinning_words import removed_words, still_there_words, thinnable_words
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.decision import Decision, Way
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import NoticeText, Tone
from s2w_desktop.ui.kit.option import Choice
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.settled import SettledGroup

KEEP: Final = "keep"
_LEAVE, _REMOVE = "leave", "remove"


class KeepingPanel(Panel):
    """A choice that works from the next unlocking on, and a button that works now. `removed` when profiles went."""

    removed = Signal()

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk.theme, gap=10)
        self._desk, self._thinning = desk, workplace.safekeeping.thinning
        _, theme = desk.translator.gettext, desk.theme
        self.question: Decision | None = None
        self.choice = SettledGroup(theme, self._choices(), _("What headquarters has"))
        self.choice.set_value((str(self._thinning.after_days or KEEP),))
        self.standing = Label(theme, " ", wrap=True)
        self.button = Button(theme, _("Remove from this laptop…"))
        self.spot = NoticeSpot(desk)
        hint = _("Only what headquarters has confirmed in every part can go. Headquarters keeps all of it, and can give it back.")
        self.add(
            Label(theme, _("What headquarters has"), Role.HEADING),
            self.choice,
            Label(theme, hint, Role.CAPTION, wrap=True),
            6,
            self.standing,
            FlowRow(theme, self.button),
            self.spot,
        )
        self.choice.chosen.connect(self._on_chosen)
        self.button.clicked.connect(self._on_asked)
        self._look()

    def _choices(self) -> list[Choice]:
        tr = self._desk.translator
        kept = tr.gettext("Stays here until somebody removes it")
        return [Choice(KEEP, Words(kept)), *(Choice(str(days), Words(self._after(days))) for days in CHOICES_DAYS)]

    def _after(self, days: int) -> str:
        tr = self._desk.translator
        words = tr.ngettext(
            "Goes by itself {n} day after the last change",
            "Goes by itself {n} days after the last change",
            days,
        )
        return fill(words, n=number(tr, days))

    def _look(self) -> Thinnable | None:
        """What could go by the days chosen; the store is asked anew."""
        try:
            found = self._thinning.thinnable(self._thinning.usual_days)
        except S2wError as error:
            self.spot.show_failure(error)
            return None
        self.standing.set_words("\n".join(thinnable_words(self._desk.translator, found)))
        self.button.setEnabled(bool(found.profiles))
        return found

    def _on_chosen(self, key: str) -> None:
        self.spot.clear()
        try:
            self._thinning.choose(None if key == KEEP else int(key))
        except S2wError as error:
            self.spot.show_failure(error)
        self._look()

    def _on_asked(self) -> None:
        found = self._look()
        if found is None or not found.profiles:
            return
        tr = self._desk.translator
        _ = tr.gettext
        asked = tr.ngettext("Remove {n} profile from this laptop?", "Remove {n} profiles from this laptop?", found.profiles)
        text = NoticeText(
            fill(asked, n=number(tr, found.profiles)), still_there_words(tr), _("Only headquarters can give it back.")
        )
        ways = (Way(_LEAVE, _("Leave it for now")), Way(_REMOVE, _("Remove from this laptop"), ButtonKind.PRIMARY))
        self.question = Decision(self._desk, text, ways, self)
        self.question.chosen.connect(self._on_decided)
        self.question.open()

    def _on_decided(self, way: str) -> None:
        if way != _REMOVE:
            return
        self.spot.clear()
        self.button.setEnabled(False)
        days = self._thinning.usual_days
        self._desk.tasks.run(
            lambda _report: self._thinning.remove(days), owner=self, done=self._on_removed, failed=self._on_failed
        )

    def _on_removed(self, count: int) -> None:
        tr = self._desk.translator
        next_step = tr.gettext("Your next hand-over tells headquarters.")
        self.spot.show_text(NoticeText(removed_words(tr, count), still_there_words(tr), next_step), Tone.OK)
        self._look()
        self.choice.setFocus()
        self.removed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.spot.show_failure(error)
        self._look()
