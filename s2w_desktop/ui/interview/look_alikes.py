"""Somebody who may be recorded already, told below the questions of identity: quietly, by case number alone (V25)."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.likeness.features import COMPARED
from s2w_desktop.i18n.likeness_words import LikenessText, known_line, likeness_text, look_alike_line
from s2w_desktop.services.look_alikes import LookAlike
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.editor import ProfileEditor
from s2w_desktop.ui.forms.sheet import Sheet
from s2w_desktop.ui.interview.stage import SectionStage
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.card import Card, Tone
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.panel import column, lay_out_now
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.kit.words import Words

SECTION = "identity"
QUIET_MS = 400
_APART = "apart"


class LookAlikesCard(Card):
    """The people found, each with a tick for "not the same person". A tick can be taken out again as long as the card stands.

    `known` traits tell that headquarters may know the person; 0 that it does not, or that nobody asked.
    """

    def __init__(self, desk: Desk, found: tuple[LookAlike, ...], known: int) -> None:
        super().__init__(desk.theme, tone=Tone.QUIET)
        tr = desk.translator
        title, ask = (likeness_text(tr, text) for text in (LikenessText.TITLE, LikenessText.ASK))
        self.add(Label(desk.theme, title, Role.STRONG, wrap=True), Label(desk.theme, ask, Role.CAPTION, wrap=True))
        self.set_name(title)
        self.ticks: dict[ProfileId, OptionGroup] = {}
        self.lines: list[str] = []
        for one in found:
            line = look_alike_line(tr, one.case_number, one.reasons)
            choice = Choice(_APART, Words(likeness_text(tr, LikenessText.APART), tr.code))
            tick = OptionGroup(desk.theme, [choice], line, many=True)
            self.add(column(desk.theme, Label(desk.theme, line, wrap=True), tick, gap=4, margins=(0, 6, 0, 0)))
            self.lines.append(line)
            self.ticks[one.profile] = tick
        if known:
            self.lines.append(known_line(tr, known))
            self.add(Label(desk.theme, self.lines[-1], wrap=True))


class LookAlikesNotice(QObject):
    """Looks when a name, a birth or a nationality was told and nobody types; not in an interview of which nothing is kept."""

    def __init__(self, desk: Desk, workplace: Workplace, editor: ProfileEditor, stage: SectionStage) -> None:
        super().__init__(editor)
        self._desk, self._editor, self._stage = desk, editor, stage
        self._look_alikes, self._known_people = workplace.look_alikes, workplace.known_people
        self._found: tuple[LookAlike, ...] = ()
        self._known = 0
        self._sheet: Sheet | None = None
        self.card: LookAlikesCard | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self.look)
        editor.changed.connect(self._on_changed)
        editor.walked.connect(self._on_changed)
        stage.sheet_made.connect(self._on_sheet)
        self._on_sheet(stage.sheet)

    def look(self) -> None:
        """Show who may be the person as the profile stands now, if the questions of identity are in sight."""
        self._timer.stop()
        if self._sheet is None or not self._sheet.isVisible():
            return
        if not self._editor.session.is_kept:
            self._show((), 0)
            return
        apart = self._told_apart()
        found = self._look_alikes.of(self._editor.profile)
        kept = (*(one for one in self._found if one.profile in apart), *found)
        self._show(kept, 0 if kept else self._known_people.traits(self._editor.profile))

    def _on_changed(self, path: str) -> None:
        if self._sheet is not None and (not path or path in COMPARED):
            self._timer.start()

    def _on_sheet(self, sheet: Sheet) -> None:
        self.card, self._found, self._known = None, (), 0  # it goes with its sheet
        self._sheet = sheet if sheet.section.key == SECTION else None
        if self._sheet is not None:
            self._timer.start()

    def _show(self, found: tuple[LookAlike, ...], known: int) -> None:
        if (found, known) == (self._found, self._known):
            return
        apart = self._told_apart()
        if self.card is not None:
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        self._found, self._known = found, known
        if (found or known) and self._sheet is not None:
            self._sheet.finish()  # nothing is built below it any more
            self.card = LookAlikesCard(self._desk, found, known)
            for profile, tick in self.card.ticks.items():
                self._tick(profile, is_apart=profile in apart)
                tick.edited.connect(partial(self._on_ticked, profile))
            self._sheet.add(self.card)
            self.card.show()
            lay_out_now()  # it is never seen without its room
            announce(self.card, likeness_text(self._desk.translator, LikenessText.TITLE))

    def _told_apart(self) -> frozenset[ProfileId]:
        ticks = self.card.ticks if self.card else {}
        return frozenset(profile for profile, tick in ticks.items() if tick.value())

    def _on_ticked(self, other: ProfileId, keys: tuple[str, ...]) -> None:
        own, session = self._editor.profile.id, self._editor.session
        self._editor.save_now()
        if session.is_dirty or not session.is_kept:  # the line about saving tells why
            self._tick(other, is_apart=not keys)
        elif keys:
            self._look_alikes.tell_apart(own, other)
        else:
            self._look_alikes.take_back(own, other)

    def _tick(self, other: ProfileId, *, is_apart: bool) -> None:
        if self.card is not None:
            self.card.ticks[other].set_value([_APART] if is_apart else [])
